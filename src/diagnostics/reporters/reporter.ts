import type { Diagnostic } from "../diagnostic.ts";

/** Result of checking one bundle. */
export interface CheckedBundle {
  /** Path as the user named it. */
  readonly file: string;
  /** Diagnostics of stages and rules, in order of place, without repeats. */
  readonly findings: readonly Diagnostic[];
  readonly silenced: readonly SilencedRule[];
  /**
   * Extent of the bundle that the rules have seen: all, the sound parts of one with errors, or nothing of one
   * that cannot be read.
   */
  readonly ran: "all" | "sound" | "none";
  /** Codes of rules that read language and have no heuristics for the bundle's. */
  readonly skipped: readonly string[];
}

export interface SilencedRule {
  readonly code: string;
  readonly because: string;
  /** Findings that turning the rule off hides. */
  readonly findings: readonly Diagnostic[];
}

/** Facts about a rule as plain data: reporters know nothing of how rules work. */
export interface RuleFacts {
  readonly code: string;
  readonly severity: Diagnostic["severity"];
  readonly asks: string;
  readonly why: string;
  readonly hint: string;
  readonly source: string;
}

export interface Report {
  readonly version: string;
  readonly rules: readonly RuleFacts[];
  readonly bundles: readonly CheckedBundle[];
  /** About the run as a whole, such as too many warnings. */
  readonly findings: readonly Diagnostic[];
}

export interface ReporterOptions {
  readonly colour: boolean;
  /** Columns of the terminal; 100 is a good width where there is none. */
  readonly width: number;
  /** Command that shows every finding, for a report to people that folds repeats; all are shown where there is none. */
  readonly showAll?: string | undefined;
}

/** A report as text. Pure; the same report gives the same text. */
export type Reporter = (report: Report, options: ReporterOptions) => string;

/** Every finding of a report, bundle by bundle. */
export const findingsOf = (report: Report): readonly Diagnostic[] => [
  ...report.bundles.flatMap((bundle) => bundle.findings),
  ...report.findings,
];

/** A finding in one text, for readers with a single field for problem, reason and remedy. */
export const inFull = ({ what, why, hint }: Diagnostic): string =>
  [what, why, hint].filter((part) => part !== undefined).join("\n");
