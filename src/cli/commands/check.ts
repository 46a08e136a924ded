import { resolve } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { REPORTERS, type ReporterName } from "../../diagnostics/reporters/index.ts";
import type { RuleFacts } from "../../diagnostics/reporters/reporter.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { listClaims } from "../../rules/claims/list.ts";
import { RULES } from "../../rules/index.ts";
import { type Checking, type Checkup, checkFile, checking, memories } from "../check/checkup.ts";
import { claimsText } from "../check/claims.ts";
import { fixBundle } from "../check/fix/index.ts";
import { EXIT, type Exit, worse } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { crash, createConsoleReporter, PATIENCE } from "../console/report.ts";
import { version } from "../console/version.ts";
import { findBundles } from "../inputs/find.ts";
import { checkLook, lookIn } from "../inputs/look.ts";
import { inputOf, STDIN_NAME, standardInput, withInput } from "../inputs/stdin.ts";
import { unwritable, writeOutput } from "../output/write.ts";
import { defaultJobs, runBatch } from "../threads/batch.ts";

export interface CheckOptions {
  readonly format: ReporterName;
  /** Whole number as text. */
  readonly maxWarnings?: number;
  readonly report?: string;
  readonly output?: string;
  readonly fix?: boolean;
  /** False where `fix` writes no tests. */
  readonly guards?: boolean;
  readonly dryRun?: boolean;
  readonly claims?: boolean;
  /** Shows every finding, where else repeats of one kind are folded. */
  readonly all?: boolean;
  /** Values from outside, each key=value. */
  readonly set?: readonly string[];
  readonly jobs?: number;
  readonly theme?: string;
  readonly template?: string;
  /** Warnings about how the deck is made count as errors. */
  readonly strict?: boolean;
}

/** `foredeck check`: everything that stages and rules find, in one report. The worst exit code counts. */
export async function check(args: readonly string[], options: CheckOptions, io: Io): Promise<Exit> {
  const input = await standardInput(args, io);
  const host = withInput(createNodeHost(), io.cwd, input);
  const { files, skipped, refused: empty } = await findBundles(args, host, io.cwd);
  const say = createConsoleReporter({}, true, io);
  if (skipped.length > 0) await say.note(messages.skippedFiles(skipped));
  if (empty.length > 0) throw new DiagnosticsError(empty, 2);
  await checkTargets(files, options, io.cwd);
  await checkLook(options, host, io.cwd);
  const how = {
    look: lookIn(options, io.cwd),
    ...(options.strict === true ? { strict: true } : {}),
    ...(options.set === undefined ? {} : { set: options.set }),
  };
  const jobs = files.map((file): Checking => ({ file, cwd: io.cwd, ...how, ...inputOf(file, input) }));
  const work = checking();
  // Fixes and the readiness page need more of a deck than threads return.
  const here = options.fix === true || options.report !== undefined || options.claims === true;
  const checkups: Checkup[] = [];
  const began = performance.now();
  let [ended, failed] = [0, 0];
  await runBatch(jobs, here ? { ...work, run: thoroughly(options, host, io) } : work, {
    jobs: options.jobs ?? defaultJobs(),
    worker: here ? undefined : io.worker,
    done: async (checkup) => {
      checkups.push(checkup);
      if (checkup.crash !== undefined) await crash(checkup.crash, io);
    },
    ended: async ({ exit }) => {
      ended += 1;
      if (exit !== EXIT.done) failed += 1;
      const passed = performance.now() - began;
      if (jobs.length > 1 && passed > PATIENCE)
        await say.progress({ done: ended, all: jobs.length, failed, seconds: passed / 1_000 });
    },
  });
  await say.wipe();
  const worst = checkups.map(({ exit }) => exit).reduce(worse, EXIT.done);
  const overall = tooMany(checkups, options.maxWarnings);
  if (options.dryRun !== true) await print(checkups, overall, options, host, io);
  return overall.length > 0 ? worse(worst, EXIT.errors) : worst;
}

/** Mends a bundle and writes the page about it, as far as either is asked for. */
function thoroughly(options: CheckOptions, host: Host, io: Io): (job: Checking) => Promise<Checkup> {
  const memoryOfOne = memories();
  return async (job) => {
    const { compiled, ...checkup } = await checkFile(job, host, memoryOfOne(), (bytes, look) =>
      options.fix === true ? mend(bytes, job.file, look, options, host, io) : look(bytes),
    );
    const { report } = options;
    if (options.claims === true && compiled !== undefined) {
      const { bundle, resolved, figures } = compiled;
      const claims = listClaims({ written: bundle, bundle: resolved, figures });
      await io.out.write(claimsText(job.file, claims));
    }
    if (report !== undefined) {
      if (compiled !== undefined) {
        const { readinessPage } = await import("../check/readiness/page.ts");
        const page = readinessPage(checkup, compiled);
        await writeOutput(host, report, new TextEncoder().encode(page), job.cwd);
      }
      const said = compiled === undefined ? messages.reportNotWritten : messages.reportWritten;
      await io.err.write(`${said(report)}\n`);
    }
    return checkup;
  };
}

async function mend(
  bytes: Uint8Array,
  file: string,
  look: (bytes: Uint8Array) => Promise<Checkup>,
  { dryRun, guards }: CheckOptions,
  host: Host,
  io: Io,
): Promise<Checkup> {
  const result = await fixBundle(bytes, file, io.cwd, { guards: guards !== false }, look);
  if (dryRun === true) await io.out.write(result.diff);
  else {
    for (const line of result.done) await io.err.write(`${line}\n`);
    if (result.changed) await writeOutput(host, file, result.bytes, io.cwd);
  }
  return result.checkup;
}

/** Refuses impossible targets before anything is read or written. */
async function checkTargets(files: readonly string[], options: CheckOptions, cwd: string): Promise<void> {
  const problems: Diagnostic[] = [];
  const { report, output } = options;
  if (options.dryRun === true && options.fix !== true) problems.push(messages.dryRunWithoutFix());
  if (options.guards === false && options.fix !== true) problems.push(messages.guardsWithoutFix());
  if (options.claims === true && options.format !== "pretty")
    problems.push(messages.claimsNeedPretty(options.format));
  if (options.fix === true && options.dryRun !== true && files.includes(STDIN_NAME))
    problems.push(messages.fixOfInput());
  if (report !== undefined && files.length > 1) problems.push(messages.reportNeedsOneBundle(files.length));
  const same = (a: string, b: string): boolean => resolve(cwd, a) === resolve(cwd, b);
  if (report !== undefined && output !== undefined && same(report, output))
    problems.push(messages.sameReport(report));
  for (const target of [report, output]) {
    if (target !== undefined && files.some((file) => same(file, target)))
      problems.push(messages.reportIsInput(target));
    else if (target !== undefined)
      problems.push(...(await unwritable(target, cwd)).map((each) => messages.nothingChecked(each)));
  }
  if (problems.length > 0) throw new DiagnosticsError(problems, 2);
}

function tooMany(checkups: readonly Checkup[], allowed: number | undefined): readonly Diagnostic[] {
  const found = checkups
    .flatMap((checkup) => checkup.findings)
    .filter((d) => d.severity === "warning").length;
  return allowed === undefined || found <= allowed ? [] : [messages.tooManyWarnings(found, allowed)];
}

/** The rules as reporters know them. */
const RULE_FACTS: readonly RuleFacts[] = RULES.map((rule) => ({
  code: rule.code,
  severity: rule.severity,
  asks: rule.asks,
  why: rule.why,
  hint: rule.hint,
  source: rule.source,
}));

async function print(
  bundles: readonly Checkup[],
  findings: readonly Diagnostic[],
  { format, output, all }: CheckOptions,
  host: Host,
  io: Io,
): Promise<void> {
  const report = { version: version(), rules: RULE_FACTS, bundles, findings };
  const terminal = output === undefined ? io.out : { colour: false, width: 100 };
  const text = REPORTERS[format](report, {
    ...{ colour: terminal.colour, width: Math.min(terminal.width, 120) },
    // A file is read by those who did not call, so it holds everything.
    showAll: all === true || output !== undefined ? undefined : io.showAll?.(),
  });
  if (output === undefined) await io.out.write(text);
  else await writeOutput(host, output, new TextEncoder().encode(text), io.cwd);
}
