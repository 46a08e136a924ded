import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import type { Host } from "../host/host.ts";
import { createNodeHost } from "../host/node.ts";
import { buildWithThemes, type Recipe } from "./cache/decks.ts";
import { cacheFolder } from "./cache/folder.ts";
import { openStore } from "./cache/store.ts";
import { EXIT, type Exit, worse } from "./exit.ts";
import { findBundles } from "./inputs.ts";
import type { Io } from "./io.ts";
import { building, type Done, type Job } from "./job.ts";
import { OUT, type Outputs, planOutputs, STDOUT, type Target } from "./outputs.ts";
import { writeOutput } from "./placing/write.ts";
import { type BundleReport, bundleReport, isTaken, notBegun, reportFile, tallyOf } from "./report.ts";
import { type Sayer, sayer } from "./say.ts";
import { type Shard, shareOf } from "./shard.ts";
import { table } from "./table.ts";
import { checkTheme } from "./theme.ts";
import { defaultJobs, runBatch } from "./threads/batch.ts";
import { buildId, version } from "./version.ts";

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

/** After so many ms without an end, somebody who watches is told what is going on. */
const PATIENCE = 1_000;

interface Outcome {
  readonly reports: BundleReport[];
  /** Of the call itself. */
  readonly refused: Diagnostic[];
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
  const outcome: Outcome = { reports: [], refused: [], exit: EXIT.done };
  const say = sayer(options, options.output === STDOUT, io);
  const host = createNodeHost();
  let plan: Plan | undefined;
  try {
    plan = await planOf(args, options, host, io);
    const jobs = plan.jobs.filter(({ file }) => only?.has(file) ?? true);
    await buildAll({ ...plan, jobs }, options, say, outcome, io);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    outcome.refused.push(...cause.diagnostics);
    outcome.exit = worse(outcome.exit, cause.exit);
    await say.findings(cause.diagnostics);
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
  if (options.report !== undefined && plan !== undefined) {
    const about = { foredeck: version(), exit: outcome.exit, seconds };
    const shard = options.shard === undefined ? {} : { shard: options.shard };
    const text = reportFile(outcome.reports, { ...about, ...shard });
    await writeOutput(host, options.report, new TextEncoder().encode(text), io.cwd);
  }
  const diagnostics = [...outcome.reports.flatMap((each) => each.diagnostics), ...outcome.refused];
  await say.json({ version: 1, decks, diagnostics, summary });
  return outcome.exit;
}

interface Plan {
  readonly jobs: readonly Job[];
  readonly passedOver: readonly string[];
  /** Bundles of all shares together. */
  readonly all: number;
}

/** What is to be done, checked before anything is. */
async function planOf(args: readonly string[], options: BuildOptions, host: Host, io: Io): Promise<Plan> {
  const inputs = await findBundles(args, host, io.cwd, options.outDir ?? OUT);
  const targets = await planOutputs(inputs.files, options, host, io.cwd);
  const { report } = options;
  const taken = [...inputs.files, ...targets.flat().map(({ path }) => path)];
  if (report !== undefined && isTaken(report, taken, io.cwd))
    throw new Refusal([messages.reportIsOutput(report)], 2);
  if (options.output === STDOUT && io.out.live && targets.flat().some(isBinary))
    throw new Refusal([messages.binaryToTerminal()], 2);
  await checkTheme(options.theme, host);
  const build = buildId();
  const folder = cacheFolder(options.cacheDir, io, process.platform);
  const recipe: Recipe = {
    build: await buildWithThemes(build ?? "", host),
    ...(options.theme === undefined ? {} : { theme: options.theme }),
    lenient: options.lenient ?? false,
    force: options.force ?? false,
    charts: options.charts,
  };
  const jobs = inputs.files.map((file, n): Job => {
    const cached = options.cache !== false && build !== undefined;
    return { file, targets: targets[n] ?? [], recipe, cwd: io.cwd, folder, cached };
  });
  const share = options.shard === undefined ? jobs : shareOf(jobs, ({ file }) => file, options.shard);
  return { jobs: share, passedOver: inputs.passedOver, all: jobs.length };
}

async function buildAll(
  plan: Plan,
  options: BuildOptions,
  say: Sayer,
  outcome: Outcome,
  io: Io,
): Promise<void> {
  const { jobs } = plan;
  if (options.verbose === true)
    for (const file of plan.passedOver) await say.detail(messages.passedOver(file));
  else if (plan.passedOver.length > 0) await say.note(messages.allPassedOver(plan.passedOver));
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
      await tell(file, done, options, say, io);
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

async function tell(file: string, done: Done, options: BuildOptions, say: Sayer, io: Io): Promise<void> {
  for (const line of done.details) await say.detail(line);
  await say.detail(messages.readFiles(file, done.read));
  await say.findings([...done.diagnostics, ...done.errors]);
  if (done.crash !== undefined)
    await say.error(
      messages.crashed(version(), process.version, `${process.platform} ${process.arch}`, done.crash),
    );
  if (done.withheld) await say.error(messages.notSendable(file, done.errors.length));
  if (done.bytes !== undefined) await io.out.write(done.bytes);
  for (const line of done.notes) await say.note(line);
  for (const deck of done.decks) {
    if (options.table !== true)
      await say.result(deck.state === "built" ? messages.built(deck) : messages.unchanged(deck.deck));
    if (done.forced) await say.note(messages.forced(deck.deck, done.errors.length));
  }
  if (done.warnings > 0) await say.note(messages.warningsInBuild(file, done.warnings));
}

/** What a terminal cannot show. */
const isBinary = ({ format }: Target): boolean => BINARY.has(format);
const BINARY: ReadonlySet<string> = new Set(["pptx", "pdf", "png"]);
