import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { openStore } from "../cache/store.ts";
import { EXIT, type Exit, worse } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { type ConsoleReporter, PATIENCE } from "../console/report.ts";
import { version } from "../console/version.ts";
import type { WrittenFile } from "../output/place-output.ts";
import { defaultJobs, runBatch } from "../threads/batch.ts";
import { building, type Done } from "./job.ts";
import type { BuildOptions, BuildPlan } from "./plan.ts";
import { type BundleReport, bundleReport, notBegun } from "./report-file.ts";

/** Results of a run so far. */
export interface RunResults {
  readonly reports: BundleReport[];
  /** Problems of the call itself. */
  readonly refused: Diagnostic[];
  /** Messages about the run as a whole that were printed already. */
  readonly general: Set<string>;
  /** Files as they now stand on the disk, each with the bundle that it was made of, as the user would name it. */
  readonly files: { readonly bundle: string; readonly file: WrittenFile }[];
  exit: Exit;
}

/** Does every job, in several threads where that helps, says what came of each, and notes it in `outcome`. */
export async function buildAll(
  plan: BuildPlan,
  options: BuildOptions,
  say: ConsoleReporter,
  outcome: RunResults,
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
      outcome.files.push(...done.files.map((each) => ({ bundle: file, file: each })));
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
  say: ConsoleReporter,
  outcome: RunResults,
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
