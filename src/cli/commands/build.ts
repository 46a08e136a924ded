import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { machineFailure } from "../../host/failure.ts";
import { createNodeHost } from "../../host/node.ts";
import { sayLeftovers, settleLeftovers } from "../build/leftovers.ts";
import { type BuildOptions, planOf } from "../build/plan.ts";
import { reportFile, tallyOf } from "../build/report-file.ts";
import { buildAll, type RunResults } from "../build/run.ts";
import { EXIT, type Exit, worse } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { type ConsoleReporter, createConsoleReporter } from "../console/report.ts";
import { tableText } from "../console/table.ts";
import { version } from "../console/version.ts";
import { standardInput, withInput } from "../inputs/stdin.ts";
import { STDOUT } from "../output/targets.ts";
import { writeOutput } from "../output/write.ts";

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
  const outcome: RunResults = { reports: [], refused: [], general: new Set(), files: [], exit: EXIT.done };
  const say = createConsoleReporter(options, options.output === STDOUT, io);
  const input = await standardInput(args, io);
  const host = withInput(createNodeHost(), io.cwd, input);
  const plan = await planOf(args, options, host, io, input);
  // Of a bundle that is built again as it was saved, the rest was said before.
  if (only === undefined) await saySkipped(plan.skipped, options, say);
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
      outcome.exit = machineFailure(cause) === undefined ? EXIT.crash : EXIT.usage;
    }
  }
  // Of a run that broke off nobody knows what it would have written.
  const whole = plan.refused.length === 0 && defect === undefined && outcome.exit !== EXIT.interrupted;
  const left = whole ? await settleLeftovers(plan, outcome, options.prune === true, io.cwd) : [];
  if (only === undefined || options.prune === true) await sayLeftovers(left, plan.outputs ?? "", say);
  const seconds = Math.round(performance.now() - began) / 1_000;
  const decks = outcome.reports.flatMap(({ bundle, outputs, diagnostics, warnings }) => {
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    return outputs.map((deck) => ({ bundle, ...deck, errors, warnings }));
  });
  if (options.table === true && decks.length > 0)
    await say.result(
      tableText(messages.BUILT_HEADINGS, decks.map(messages.builtRow), [1, 2, 3, 4, 5]).trimEnd(),
    );
  const summary = tallyOf(outcome.reports, seconds);
  if (summary.left > 0) await say.error(messages.interrupted(summary.left));
  if (outcome.reports.length > 1) await say.note(messages.tally(summary));
  if (options.report !== undefined && plan.reportable) {
    const { refused, exit, reports } = outcome;
    const about = { foredeck: version(), exit, seconds, refused, passedOver: plan.skipped };
    const shard = options.shard === undefined ? {} : { shard: options.shard };
    const text = reportFile(reports, { ...about, ...shard });
    try {
      await writeOutput(host, options.report, new TextEncoder().encode(text), io.cwd);
    } catch (cause) {
      if (!(cause instanceof DiagnosticsError)) throw cause;
      await refuse(cause.diagnostics.map(messages.reportMissing), outcome, say);
    }
  }
  if (defect !== undefined) throw defect;
  const diagnostics = [...outcome.reports.flatMap((each) => each.diagnostics), ...outcome.refused];
  await say.json({ version: 1, decks, diagnostics, summary, passedOver: plan.skipped, leftovers: left });
  return outcome.exit;
}

/** Says why something of what was asked for is not done, none of which is the fault of a bundle. */
async function refuse(
  found: readonly Diagnostic[],
  outcome: RunResults,
  say: ConsoleReporter,
): Promise<void> {
  outcome.refused.push(...found);
  outcome.exit = worse(outcome.exit, EXIT.usage);
  await say.findings(found);
}

async function saySkipped(
  files: readonly string[],
  { verbose }: BuildOptions,
  say: ConsoleReporter,
): Promise<void> {
  if (verbose === true) for (const file of files) await say.detail(messages.skippedFile(file));
  else if (files.length > 0) await say.note(messages.skippedFiles(files));
}
