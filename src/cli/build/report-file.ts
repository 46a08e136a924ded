import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Tally } from "../../diagnostics/messages/batch.ts";
import type { ChartFitting } from "../cache/decks.ts";
import { EXIT } from "../console/exit.ts";
import type { Shard } from "../inputs/shard.ts";
import type { BuiltDeck, Done } from "./job.ts";

/** Report of --report and --json on one bundle. */
export interface BundleReport {
  readonly bundle: string;
  /** "beside": built, but next to a file that somebody has edited. */
  readonly state: "built" | "unchanged" | "beside" | "failed" | "not begun";
  readonly outputs: readonly BuiltDeck[];
  /** Errors and warnings; of a failed bundle, why. */
  readonly diagnostics: readonly Diagnostic[];
  /** Warnings about the argument, which `foredeck check` prints. */
  readonly warnings: number;
  /** Steps that fitting its charts took, and labels that found no place. */
  readonly fitting: readonly ChartFitting[];
  /** A defect of Foredeck, as a stack. */
  readonly crash?: string;
}

export function bundleReport(bundle: string, done: Done): BundleReport {
  return {
    bundle,
    state: stateOf(done),
    outputs: done.decks,
    diagnostics: [...done.diagnostics, ...done.errors],
    warnings: done.warnings,
    fitting: done.fitting,
    ...(done.crash === undefined ? {} : { crash: done.crash }),
  };
}

function stateOf({ exit, decks }: Done): BundleReport["state"] {
  if (exit === EXIT.beside) return "beside";
  if (exit !== EXIT.done) return "failed";
  return decks.some(({ state }) => state === "built") ? "built" : "unchanged";
}

export const notBegun = (bundle: string): BundleReport => ({
  bundle,
  state: "not begun",
  outputs: [],
  diagnostics: [],
  warnings: 0,
  fitting: [],
});

export function tallyOf(reports: readonly BundleReport[], seconds: number): Tally {
  const count = (...states: readonly BundleReport["state"][]): number =>
    reports.filter(({ state }) => states.includes(state)).length;
  return {
    bundles: reports.length,
    built: count("built", "beside"),
    unchanged: count("unchanged"),
    failed: count("failed"),
    left: count("not begun"),
    seconds,
  };
}

/** The file that --report writes, for the next step of a pipeline. */
export const reportFile = (
  reports: readonly BundleReport[],
  about: {
    readonly foredeck: string;
    readonly exit: number;
    readonly shard?: Shard;
    readonly seconds: number;
    /** Problems of the call itself, because of which no build was begun. */
    readonly refused: readonly Diagnostic[];
    /** Files of folders and patterns that are no bundles. */
    readonly passedOver: readonly string[];
  },
): string =>
  `${JSON.stringify(
    { version: 1, ...about, summary: tallyOf(reports, about.seconds), bundles: reports },
    undefined,
    2,
  )}\n`;
