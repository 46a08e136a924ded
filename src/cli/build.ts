import { dirname, resolve } from "node:path";
import { type Compiled, compileBundle, render } from "../compile.ts";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import type { Host } from "../host/host.ts";
import { createNodeHost } from "../host/node.ts";
import { EXIT, type Exit } from "./exit.ts";
import { findBundles, readInput } from "./inputs.ts";
import type { Io } from "./io.ts";
import { type Outputs, planOutputs, STDOUT, writeOutput } from "./outputs.ts";
import { report } from "./refuse.ts";
import { table } from "./table.ts";

export interface BuildOptions extends Outputs {
  readonly charts: "native" | "picture";
  readonly theme?: string;
  readonly lenient?: boolean;
  readonly table?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly json?: boolean;
}

/** After so many ms without an end, somebody who watches is told what is going on. */
const PATIENCE = 1_000;

/** `foredeck build`: every bundle that can be built is, also when another one has errors. The worst exit code counts. */
export async function build(args: readonly string[], options: BuildOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const inputs = await findBundles(args, host, io.cwd);
  const targets = await planOutputs(inputs.files, options, io.cwd);
  if (options.output === STDOUT && io.out.live) throw new Refusal([messages.binaryToTerminal()], 2);
  const say = sayer(options, io);
  for (const file of inputs.passedOver) await say.detail(messages.passedOver(file));

  const decks: (messages.Built & { readonly bundle: string })[] = [];
  const findings: Diagnostic[] = [];
  let exit: Exit = EXIT.done;
  const began = performance.now();
  for (const [i, file] of inputs.files.entries()) {
    if (performance.now() - began > PATIENCE) await say.progress(messages.building(file));
    try {
      const { deck, compiled } = await buildOne(file, targets[i] ?? STDOUT, options, host, io);
      decks.push({ bundle: file, ...deck });
      findings.push(...compiled.diagnostics);
      await say.detail(messages.readFiles(file, Object.keys(compiled.pictures)));
      await say.findings(compiled.diagnostics);
      if (options.table !== true) await say.result(messages.built(deck));
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      findings.push(...cause.diagnostics);
      await say.findings(cause.diagnostics);
      exit = cause.exit > exit ? cause.exit : exit;
    }
  }
  if (options.table === true && decks.length > 0) {
    await say.result(table(messages.BUILT_HEADINGS, decks.map(messages.builtRow), [1, 2, 3, 4, 5]).trimEnd());
  }
  if (options.json === true) {
    const to = options.output === STDOUT ? io.err : io.out;
    await to.write(`${JSON.stringify({ version: 1, decks, diagnostics: findings }, undefined, 2)}\n`);
  }
  return exit;
}

async function buildOne(
  file: string,
  target: string,
  options: BuildOptions,
  host: Host,
  io: Io,
): Promise<{ readonly deck: messages.Built; readonly compiled: Compiled }> {
  const began = performance.now();
  const bytes = await readInput(host, file, io.cwd);
  const source = { bytes, file, root: dirname(resolve(io.cwd, file)) };
  const compiled = await compileBundle(source, host, {
    lenient: options.lenient ?? false,
    ...(options.theme === undefined ? {} : { theme: options.theme }),
  });
  const deck = await render(compiled, "pptx", host, { charts: options.charts });
  if (target === STDOUT) await io.out.write(deck);
  else await writeOutput(host, target, deck, io.cwd);
  const { pages } = compiled.pages;
  return {
    compiled,
    deck: {
      deck: target,
      slides: pages.length,
      charts: pages.flatMap((page) => page.items).filter((item) => item.type === "chart").length,
      minutes: compiled.deck.minutes,
      bytes: deck.length,
      seconds: Math.round(performance.now() - began) / 1_000,
    },
  };
}

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
    progress: async (line: string) => {
      if (!mute && io.err.live) await io.err.write(`${line}\n`);
    },
    findings: async (found: readonly Diagnostic[]) => {
      if (options.json === true) return;
      await report(options.quiet === true ? found.filter((d) => d.severity === "error") : found, io);
    },
  };
}
