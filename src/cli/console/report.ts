import type { Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/batch.ts";
import { crashed } from "../../diagnostics/messages/cli.ts";
import { streamFailed } from "../../diagnostics/messages/mishap.ts";
import { pretty } from "../../diagnostics/reporters/pretty.ts";
import { machineFailure, refusalFor, stackOf } from "../../host/failure.ts";
import { EXIT, type Exit, worse } from "./exit.ts";
import type { Io } from "./io.ts";
import { version } from "./version.ts";

/** More than this nobody reads; `foredeck check --all` and --json have them all. */
const SHOWN = 50;

/** Prints findings on standard error. */
export async function report(diagnostics: readonly Diagnostic[], io: Io): Promise<void> {
  if (diagnostics.length === 0) return;
  await io.err.write(
    pretty(diagnostics, {
      ...{ colour: io.err.colour, width: Math.min(io.err.width, 120), limit: SHOWN, folded: true },
      showAll: io.showAll?.(),
    }),
  );
}

/** Prints what a stage refused, and gives the exit code for it. */
export async function refuse(refusal: DiagnosticsError, io: Io): Promise<Exit> {
  await report(refusal.diagnostics, io);
  return refusal.exit;
}

export interface Saying {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly json?: boolean;
}

/** After so many ms without an end, somebody who watches is told what is going on. */
export const PATIENCE = 1_000;

/** Progress of a batch. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly failed: number;
  readonly seconds: number;
}

/**
 * Creates the reporter: results go to standard output, all else to standard error; --json and --quiet silence
 * the rest. Where somebody watches a batch, a progress bar stands below the last line.
 */
export function createConsoleReporter(options: Saying, toStandard: boolean, io: Io) {
  const out = toStandard ? io.err : io.out;
  const mute = options.json === true || options.quiet === true;
  const watched = !mute && io.err.live && io.env?.["TERM"] !== "dumb";
  let bar = false;
  const wipe = async (): Promise<void> => {
    if (bar) await io.err.write("\r\u001b[K");
    bar = false;
  };
  const line = async (stream: Io["out"], text: string): Promise<void> => {
    await wipe();
    await stream.write(`${text}\n`);
  };
  return {
    result: async (text: string) => {
      if (!mute) await line(out, text);
    },
    detail: async (text: string) => {
      if (options.verbose === true) await line(io.err, text);
    },
    /** Something that is good to know. */
    note: async (text: string) => {
      if (!mute) await line(io.err, text);
    },
    error: async (text: string) => {
      if (options.json !== true) await line(io.err, text);
    },
    waiting: async (text: string) => {
      if (watched) await line(io.err, text);
    },
    progress: async ({ done, all, failed, seconds }: Progress) => {
      if (!watched) return;
      await wipe();
      await io.err.write(messages.progress(done, all, failed, seconds, io.err.width));
      bar = true;
    },
    wipe,
    json: async (result: unknown) => {
      if (options.json === true) await out.write(`${JSON.stringify(result, undefined, 2)}\n`);
    },
    findings: async (found: readonly Diagnostic[]) => {
      if (options.json === true) return;
      const shown = options.quiet === true ? found.filter((d) => d.severity === "error") : found;
      if (shown.length > 0) await wipe();
      await report(shown, io);
    },
  };
}

export type ConsoleReporter = ReturnType<typeof createConsoleReporter>;

/** Commands that do more than print. */
const WORKS: ReadonlySet<string> = new Set(["init", "build", "check", "preview", "mcp", "send", "cache"]);

/**
 * The exit code, with what came of the streams. A reader who went away changes nothing for a command that works for more
 * than what it prints; a full disk is said on the stream that is left.
 */
export async function withStreamFailures(exit: Exit, command: string | undefined, io: Io): Promise<Exit> {
  let all = exit;
  for (const [name, stream] of [
    ["output", io.out],
    ["error", io.err],
  ] as const) {
    const failure = stream.failure?.();
    if (failure === undefined) continue;
    if (failure.gone) {
      if (name === "output" && !WORKS.has(command ?? "")) all = worse(all, EXIT.unread);
      continue;
    }
    all = worse(all, EXIT.usage);
    await report([streamFailed(name, failure.code)], io);
  }
  return all;
}

/** Says what the machine lacks; or else that the fault is ours, and what to report. The stack is what helps to find it, so it is shown here and only here. */
export async function crash(cause: unknown, io: Io): Promise<Exit> {
  const known = machineFailure(cause);
  if (known !== undefined) {
    await report([known], io);
    return EXIT.usage;
  }
  await io.err.write(
    crashed(version(), process.version, `${process.platform} ${process.arch}`, stackOf(cause)),
  );
  return EXIT.crash;
}

/**
 * Runs a command whose outcome is told to people or, with --json, to other programs: what it refuses is said too, and is
 * part of the JSON. `run` puts its results and findings into what it is given.
 */
export async function told<Result extends object>(
  options: Saying,
  io: Io,
  run: (say: ConsoleReporter, result: Result, found: Diagnostic[]) => Promise<Exit>,
): Promise<Exit> {
  const say = createConsoleReporter(options, false, io);
  const result = {} as Result;
  const found: Diagnostic[] = [];
  const exit = await run(say, result, found).catch((cause: unknown) => {
    const refusal = refusalFor(cause);
    found.push(...refusal.diagnostics);
    return refusal.exit;
  });
  await say.findings(found);
  await say.json({ format: 1, ...result, diagnostics: found });
  return exit;
}
