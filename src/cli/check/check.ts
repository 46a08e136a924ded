import { resolve } from "node:path";
import { type Memory, startMemory } from "../../compile.ts";
import { type Diagnostic, Refusal } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages.ts";
import { REPORTERS, type ReporterName } from "../../diagnostics/reporters/index.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { EXIT, type Exit } from "../exit.ts";
import { fixed } from "../fix/index.ts";
import { findBundles, readInput } from "../inputs.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../placing/write.ts";
import { sayer } from "../say.ts";
import { checkTheme } from "../theme.ts";
import { version } from "../version.ts";
import { type Checkup, checkUp, refused } from "./checkup.ts";
import { RULE_FACTS } from "./rules.ts";

export interface CheckOptions {
  readonly format: ReporterName;
  /** Whole number as text. */
  readonly maxWarnings?: number;
  readonly report?: string;
  readonly output?: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly theme?: string;
}

/** Milliseconds that people wait before they ask whether anything happens. */
const PATIENCE = 1_000;

/** `foredeck check`: everything that stages and rules find, in one report. The worst exit code counts. */
export async function check(args: readonly string[], options: CheckOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const { files } = await findBundles(args, host, io.cwd);
  checkTargets(files, options, io.cwd);
  await checkTheme(options.theme, host);
  const checkups: Checkup[] = [];
  const { phrasebooks } = startMemory();
  const say = sayer({}, true, io);
  const began = performance.now();
  for (const [done, file] of files.entries()) {
    const passed = performance.now() - began;
    if (files.length > 1 && passed > PATIENCE) {
      const failed = checkups.filter(({ exit }) => exit !== EXIT.done).length;
      await say.progress({ done, all: files.length, failed, seconds: passed / 1_000 });
    }
    // Phrases are the same in all; what the layout remembers would grow with their number.
    const memory = { ...startMemory(), phrasebooks };
    const { compiled, ...checkup } = await checkOne(file, options, host, io, memory);
    if (options.report !== undefined && compiled !== undefined) {
      const { readinessPage } = await import("../readiness/index.ts");
      const page = readinessPage(checkup, compiled);
      await writeOutput(host, options.report, new TextEncoder().encode(page), io.cwd);
    }
    if (options.report !== undefined)
      await io.err.write(
        `${(compiled === undefined ? messages.reportNotWritten : messages.reportWritten)(options.report)}\n`,
      );
    // Decks are large; of two hundred bundles only what was found is kept.
    checkups.push(checkup);
  }
  await say.wipe();
  const worst = Math.max(...checkups.map((checkup) => checkup.exit)) as Exit;
  const overall = tooMany(checkups, options.maxWarnings);
  if (options.dryRun !== true) await print(checkups, overall, options, host, io);
  return overall.length > 0 ? (Math.max(worst, EXIT.errors) as Exit) : worst;
}

async function checkOne(
  file: string,
  options: CheckOptions,
  host: Host,
  io: Io,
  memory: Memory,
): Promise<Checkup> {
  let bytes: Uint8Array;
  try {
    bytes = await readInput(host, file, io.cwd);
  } catch (cause) {
    return refused(cause, file);
  }
  const look = (bytes: Uint8Array): Promise<Checkup> =>
    checkUp(bytes, file, host, io.cwd, { ...themeOf(options), memory });
  if (options.fix !== true) return look(bytes);
  const mended = await fixed(bytes, file, io.cwd, look);
  if (options.dryRun === true) await io.out.write(mended.diff);
  else {
    for (const line of mended.done) await io.err.write(`${line}\n`);
    if (mended.changed) await writeOutput(host, file, mended.bytes, io.cwd);
  }
  return mended.checkup;
}

const themeOf = ({ theme }: CheckOptions): { readonly theme?: string } =>
  theme === undefined ? {} : { theme };

/** What cannot be meant is refused before anything is read or written. */
function checkTargets(files: readonly string[], options: CheckOptions, cwd: string): void {
  const problems: Diagnostic[] = [];
  const { report, output } = options;
  if (options.dryRun === true && options.fix !== true) problems.push(messages.dryRunWithoutFix());
  if (report !== undefined && files.length > 1) problems.push(messages.reportNeedsOneBundle(files.length));
  const same = (a: string, b: string): boolean => resolve(cwd, a) === resolve(cwd, b);
  if (report !== undefined && output !== undefined && same(report, output))
    problems.push(messages.sameReport(report));
  for (const target of [report, output]) {
    if (target !== undefined && files.some((file) => same(file, target)))
      problems.push(messages.reportIsInput(target));
  }
  if (problems.length > 0) throw new Refusal(problems, 2);
}

function tooMany(checkups: readonly Checkup[], allowed: number | undefined): readonly Diagnostic[] {
  const found = checkups
    .flatMap((checkup) => checkup.findings)
    .filter((d) => d.severity === "warning").length;
  return allowed === undefined || found <= allowed ? [] : [messages.tooManyWarnings(found, allowed)];
}

async function print(
  bundles: readonly Checkup[],
  findings: readonly Diagnostic[],
  { format, output }: CheckOptions,
  host: Host,
  io: Io,
): Promise<void> {
  const report = { version: version(), rules: RULE_FACTS, bundles, findings };
  const terminal = output === undefined ? io.out : { colour: false, width: 100 };
  const text = REPORTERS[format](report, { colour: terminal.colour, width: Math.min(terminal.width, 120) });
  if (output === undefined) await io.out.write(text);
  else await writeOutput(host, output, new TextEncoder().encode(text), io.cwd);
}
