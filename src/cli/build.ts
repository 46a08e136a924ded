import { dirname, resolve } from "node:path";
import { type CompileOptions, compileBundle } from "../compile.ts";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import { inOrder } from "../diagnostics/order.ts";
import type { Host } from "../host/host.ts";
import { createNodeHost } from "../host/node.ts";
import { once } from "./check/once.ts";
import { EXIT, type Exit } from "./exit.ts";
import { findBundles, readInput } from "./inputs.ts";
import type { Io } from "./io.ts";
import { type Outputs, planOutputs, STDOUT, type Target, writeTarget } from "./outputs.ts";
import { report } from "./refuse.ts";
import { table } from "./table.ts";
import { checkTheme } from "./theme.ts";

export interface BuildOptions extends Outputs {
  readonly charts: "native" | "picture";
  readonly theme?: string;
  readonly lenient?: boolean;
  /** Builds a final deck that has errors, as a draft. */
  readonly force?: boolean;
  readonly table?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly json?: boolean;
}

/** After so many ms without an end, somebody who watches is told what is going on. */
const PATIENCE = 1_000;

interface Outcome {
  readonly decks: (messages.Built & {
    readonly bundle: string;
    readonly errors: number;
    readonly warnings: number;
  })[];
  readonly findings: Diagnostic[];
  exit: Exit;
}

/** `foredeck build`: every bundle that can be built is, also when another one has errors. The worst exit code counts. */
export async function build(args: readonly string[], options: BuildOptions, io: Io): Promise<Exit> {
  const outcome: Outcome = { decks: [], findings: [], exit: EXIT.done };
  const say = sayer(options, io);
  await orRefused(outcome, say, () => buildAll(args, options, io, say, outcome));
  if (options.table === true && outcome.decks.length > 0) {
    await say.result(
      table(messages.BUILT_HEADINGS, outcome.decks.map(messages.builtRow), [1, 2, 3, 4, 5]).trimEnd(),
    );
  }
  await say.json({ version: 1, decks: outcome.decks, diagnostics: outcome.findings });
  return outcome.exit;
}

async function buildAll(
  args: readonly string[],
  options: BuildOptions,
  io: Io,
  say: Sayer,
  outcome: Outcome,
): Promise<void> {
  const host = createNodeHost();
  const inputs = await findBundles(args, host, io.cwd);
  const targets = await planOutputs(inputs.files, options, io.cwd);
  if (options.output === STDOUT && io.out.live && targets.flat().some(isBinary))
    throw new Refusal([messages.binaryToTerminal()], 2);
  await checkTheme(options.theme, host);
  for (const file of inputs.passedOver) await say.detail(messages.passedOver(file));
  const began = performance.now();
  for (const [i, file] of inputs.files.entries()) {
    if (performance.now() - began > PATIENCE) await say.progress(messages.building(file));
    await orRefused(outcome, say, async () => {
      const one = await buildOne(file, targets[i] ?? [], options, host, io);
      const { errors, warnings } = one;
      outcome.findings.push(...one.diagnostics, ...errors);
      await say.detail(messages.readFiles(file, one.read));
      await say.findings([...one.diagnostics, ...errors]);
      if (one.decks === undefined) {
        outcome.exit = Math.max(EXIT.errors, outcome.exit) as Exit;
        await say.error(messages.notSendable(file, errors.length));
      } else {
        for (const deck of one.decks) {
          outcome.decks.push({ bundle: file, ...deck, errors: errors.length, warnings });
          if (options.table !== true) await say.result(messages.built(deck));
          if (one.forced) await say.note(messages.forced(deck.deck, errors.length));
        }
      }
      if (warnings > 0) await say.note(messages.warningsInBuild(file, warnings));
    });
  }
}

/** Notes and prints what was refused, so that whatever comes next still runs. */
async function orRefused(outcome: Outcome, say: Sayer, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    outcome.findings.push(...cause.diagnostics);
    outcome.exit = Math.max(cause.exit, outcome.exit) as Exit;
    await say.findings(cause.diagnostics);
  }
}

interface One {
  /** One for each output; absent where errors in the argument keep a final deck from being written. */
  readonly decks?: readonly messages.Built[];
  /** True for a final deck that is stamped as a draft. */
  readonly forced: boolean;
  /** Warnings of the stages. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the rules say about the argument. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: number;
  /** CSV files and pictures, as the bundle names them. */
  readonly read: readonly string[];
}

async function buildOne(
  file: string,
  targets: readonly Target[],
  options: BuildOptions,
  host: Host,
  io: Io,
): Promise<One> {
  const began = performance.now();
  const read: string[] = [];
  const noting: Host = {
    ...host,
    readWithin: (root, path) => {
      read.push(path);
      return host.readWithin(root, path);
    },
  };
  const bytes = await readInput(host, file, io.cwd);
  const source = { bytes, file, root: dirname(resolve(io.cwd, file)) };
  const how: CompileOptions = {
    lenient: options.lenient ?? false,
    ...(options.theme === undefined ? {} : { theme: options.theme }),
  };
  const compiled = await compileBundle(source, noting, how);
  const { diagnostics, findings } = once(compiled);
  const errors = inOrder(findings.filter((finding) => finding.severity === "error"));
  const unsound = errors.length > 0 && compiled.bundle.status === "final";
  const said = { diagnostics, errors, warnings: findings.length - errors.length, read };
  if (unsound && options.force !== true) return { ...said, forced: false };
  const sent = unsound ? await compileBundle(source, host, { ...how, draft: true }) : compiled;
  const { pages } = sent.pages;
  const about = {
    slides: pages.length,
    charts: pages.flatMap((page) => page.items).filter((item) => item.type === "chart").length,
    minutes: sent.deck.minutes,
  };
  const decks: messages.Built[] = [];
  let since = began;
  for (const target of targets) {
    const { path, bytes } = await writeTarget(sent, target, { charts: options.charts }, host, io);
    const seconds = Math.round(performance.now() - since) / 1_000;
    since = performance.now();
    decks.push({ deck: path, ...about, bytes, seconds });
  }
  return { ...said, forced: unsound, decks };
}

/** What a terminal cannot show. */
const isBinary = ({ format }: Target): boolean => BINARY.has(format);
const BINARY: ReadonlySet<string> = new Set(["pptx", "pdf", "png"]);

type Sayer = ReturnType<typeof sayer>;

/** Who is told what: results on standard output, all else on standard error; --json and --quiet silence the rest. */
function sayer(options: BuildOptions, io: Io) {
  const out = options.output === STDOUT ? io.err : io.out;
  const mute = options.json === true || options.quiet === true;
  return {
    result: async (line: string) => {
      if (!mute) await out.write(`${line}\n`);
    },
    detail: async (line: string) => {
      if (options.verbose === true) await io.err.write(`${line}\n`);
    },
    /** Something that is good to know. */
    note: async (line: string) => {
      if (!mute) await io.err.write(`${line}\n`);
    },
    error: async (line: string) => {
      if (options.json !== true) await io.err.write(`${line}\n`);
    },
    progress: async (line: string) => {
      if (!mute && io.err.live) await io.err.write(`${line}\n`);
    },
    json: async (result: unknown) => {
      if (options.json === true) await out.write(`${JSON.stringify(result, undefined, 2)}\n`);
    },
    findings: async (found: readonly Diagnostic[]) => {
      if (options.json === true) return;
      await report(options.quiet === true ? found.filter((d) => d.severity === "error") : found, io);
    },
  };
}
