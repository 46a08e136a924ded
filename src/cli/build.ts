import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import { createNodeHost } from "../host/node.ts";
import { openStore } from "./cache/store.ts";
import { EXIT, type Exit, worse } from "./exit.ts";
import type { Io } from "./io.ts";
import { building, type Done } from "./job.ts";
import { mishap } from "./mishap.ts";
import { type Outputs, STDOUT } from "./outputs.ts";
import { writeOutput } from "./placing/write.ts";
import { type Plan, planOf } from "./plan.ts";
import { type BundleReport, bundleReport, notBegun, reportFile, tallyOf } from "./report.ts";
import { PATIENCE, type Sayer, sayer } from "./say.ts";
import type { Shard } from "./shard.ts";
import { standardInput, withInput } from "./stdin.ts";
import { table } from "./table.ts";
import { defaultJobs, runBatch } from "./threads/batch.ts";
import { version } from "./version.ts";

export interface BuildOptions extends Outputs {
  readonly charts: "native" | "picture";
  readonly theme?: string;
  readonly lenient?: boolean;
  /** Builds a final deck that has errors, as a draft; and replaces what was edited by hand, with a backup. */
  readonly force?: boolean;
  readonly jobs?: number;
  readonly shard?: Shard;
  /** False: every bundle is built, and nothing is kept for the next run. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
  /** File that says what came of each bundle. */
  readonly report?: string;
  readonly table?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly json?: boolean;
}

interface Outcome {
  readonly reports: BundleReport[];
  /** Of the call itself. */
  readonly refused: Diagnostic[];
  /** What was said already of the run as a whole. */
  readonly general: Set<string>;
  exit: Exit;
}

/**
 * `foredeck build`: every bundle that can be built is, also when another one has errors. The worst exit code counts.
 * With `only`, of the bundles that the arguments stand for just these are built, each as if all were.
 */
export async function build(
  args: readonly string[],
  options: BuildOptions,
  io: Io,
  only?: ReadonlySet<string>,
): Promise<Exit> {
  const began = performance.now();
  const outcome: Outcome = { reports: [], refused: [], general: new Set(), exit: EXIT.done };
  const say = sayer(options, options.output === STDOUT, io);
  const input = await standardInput(args, io);
  const host = withInput(createNodeHost(), io.cwd, input);
  const plan = await planOf(args, options, host, io, input);
  // Of a bundle that is built again as it was saved, the rest was said before.
  if (only === undefined) await sayPassedOver(plan.passedOver, options, say);
  let defect: Error | undefined;
  if (plan.refused.length > 0) await refuse(plan.refused, outcome, say);
  else {
    const jobs = plan.jobs.filter(({ file }) => only?.has(file) ?? true);
    try {
      await buildAll({ ...plan, jobs }, options, say, outcome, io);
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      // Said once the report has it, so that nobody takes that of an earlier run for this one's.
      defect = cause;
      outcome.exit = mishap(cause) === undefined ? EXIT.crash : EXIT.usage;
    }
  }
  const seconds = Math.round(performance.now() - began) / 1_000;
  const decks = outcome.reports.flatMap(({ bundle, outputs, diagnostics, warnings }) => {
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    return outputs.map((deck) => ({ bundle, ...deck, errors, warnings }));
  });
  if (options.table === true && decks.length > 0)
    await say.result(table(messages.BUILT_HEADINGS, decks.map(messages.builtRow), [1, 2, 3, 4, 5]).trimEnd());
  const summary = tallyOf(outcome.reports, seconds);
  if (summary.left > 0) await say.error(messages.interrupted(summary.left));
  if (outcome.reports.length > 1) await say.note(messages.tally(summary));
  if (options.report !== undefined && plan.reportable) {
    const { refused, exit, reports } = outcome;
    const about = { foredeck: version(), exit, seconds, refused, passedOver: plan.passedOver };
    const shard = options.shard === undefined ? {} : { shard: options.shard };
    const text = reportFile(reports, { ...about, ...shard });
    try {
      await writeOutput(host, options.report, new TextEncoder().encode(text), io.cwd);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      await refuse(cause.diagnostics.map(messages.reportMissing), outcome, say);
    }
  }
  if (defect !== undefined) throw defect;
  const diagnostics = [...outcome.reports.flatMap((each) => each.diagnostics), ...outcome.refused];
  await say.json({ version: 1, decks, diagnostics, summary, passedOver: plan.passedOver });
  return outcome.exit;
}

/** Says why something of what was asked for is not done, none of which is the fault of a bundle. */
async function refuse(found: readonly Diagnostic[], outcome: Outcome, say: Sayer): Promise<void> {
  outcome.refused.push(...found);
  outcome.exit = worse(outcome.exit, EXIT.usage);
  await say.findings(found);
}

async function sayPassedOver(files: readonly string[], { verbose }: BuildOptions, say: Sayer): Promise<void> {
  if (verbose === true) for (const file of files) await say.detail(messages.passedOver(file));
  else if (files.length > 0) await say.note(messages.allPassedOver(files));
}

async function buildAll(
  plan: Plan,
  options: BuildOptions,
  say: Sayer,
  outcome: Outcome,
  io: Io,
): Promise<void> {
  const { jobs } = plan;
  if (jobs.length === 0 && options.shard !== undefined)
    await say.note(messages.emptyShard(options.shard.index, options.shard.of, plan.all));
  const many = jobs.length > 1;
  const began = performance.now();
  let ended = 0;
  let failures = 0;
  const stop = many ? io.interrupted?.() : undefined;
  const [first] = jobs;
  const patience = setTimeout(() => {
    if (!many && first !== undefined) void say.waiting(messages.building(first.file));
  }, PATIENCE);
  const left = await runBatch(jobs, building, {
    jobs: options.jobs ?? defaultJobs(),
    worker: io.worker,
    stop,
    ended: async (done) => {
      ended += 1;
      if (done.exit !== EXIT.done && done.exit !== EXIT.beside) failures += 1;
    },
    done: async (done, { file }) => {
      outcome.reports.push(bundleReport(file, done));
      outcome.exit = worse(outcome.exit, done.exit);
      await tell(file, done, options, say, outcome, io);
      const seconds = (performance.now() - began) / 1_000;
      if (many) await say.progress({ done: ended, all: jobs.length, failed: failures, seconds });
    },
  }).finally(() => clearTimeout(patience));
  await say.wipe();
  for (const { file } of left) outcome.reports.push(notBegun(file));
  if (left.length > 0) outcome.exit = worse(outcome.exit, EXIT.interrupted);
  if (many && jobs[0]?.folder !== undefined) {
    const note = (line: string): void => void say.detail(line);
    await openStore(jobs[0].folder, note).prune();
  }
}

async function tell(
  file: string,
  done: Done,
  options: BuildOptions,
  say: Sayer,
  outcome: Outcome,
  io: Io,
): Promise<void> {
  for (const line of done.details) await say.detail(line);
  for (const line of done.general.filter((each) => !outcome.general.has(each))) await say.note(line);
  for (const line of done.general) outcome.general.add(line);
  await say.detail(messages.readFiles(file, done.read));
  await say.findings([...done.diagnostics, ...done.errors]);
  if (done.crash !== undefined)
    await say.error(
      messages.crashed(version(), process.version, `${process.platform} ${process.arch}`, done.crash),
    );
  if (done.withheld) await say.error(messages.notSendable(file, done.errors.length));
  if (done.bytes !== undefined) {
    await io.out.write(done.bytes);
    // The deck is all that was asked for, and nobody has it.
    if (io.out.failure?.()?.gone === true) outcome.exit = worse(outcome.exit, EXIT.unread);
  }
  for (const line of done.notes) await say.note(line);
  for (const deck of done.decks) {
    if (options.table !== true)
      await say.result(deck.state === "built" ? messages.built(deck) : messages.unchanged(deck.deck));
    if (done.forced) await say.note(messages.forced(deck.deck, done.errors.length));
  }
  if (done.warnings > 0) await say.note(messages.warningsInBuild(file, done.warnings));
}
