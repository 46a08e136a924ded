import type { Diagnostic } from "../diagnostic.ts";
import { count, error, quoted } from "../make.ts";
import { printable } from "../terminal.ts";

/** What `foredeck check` says beside its findings, and what `foredeck build` says about them. */

export const noProblems = (): string => "no problems";

export const onSlide = (number: number, title: string): string => `slide ${number} ${quoted(title)}`;

/** A rule that a bundle silences. */
export const silencedRule = (code: string, because: string): string => `${code} is silenced: ${because}`;

export const silencedIn = (file: string, code: string, because: string, findings: number): string =>
  `${silencedRule(code, because)} (${file}; it would have said ${findings === 0 ? "nothing" : count(findings, "thing")})`;

export const ruleDidNotRun = (): string => "The bundle could not be read that far.";

/** A rule whose heuristics are written for other languages. */
export const ruleKnowsNoLanguage = (): string => "The words were not looked at: not in this language.";

export const rulesKnowNoLanguage = (file: string, codes: readonly string[]): string =>
  `${count(codes.length, "rule reads", "rules read")} English, Finnish and Japanese, and ${codes.length === 1 ? "has" : "have"} skipped the words of ${file}: ${codes.join(", ")}.`;

export const rulesDidNotRun = (file: string, ran: "sound" | "none"): string =>
  ran === "none"
    ? `The rules of the argument have not looked at ${file} yet: they need a bundle that can be read.`
    : `The rules have looked at those parts of ${file} that have no error above; check again once they are mended.`;

export const tooManyWarnings = (found: number, allowed: number): Diagnostic =>
  error("cli/max-warnings", {}, `There are ${count(found, "warning")}; --max-warnings allows ${allowed}.`);

export const reportNeedsOneBundle = (found: number): Diagnostic =>
  error("cli/report", {}, `--report writes the page of one bundle, but there are ${found} bundles.`, {
    hint: "Check them one at a time.",
  });

export const sameReport = (target: string): Diagnostic =>
  error("cli/report", {}, `-o and --report would both be written to ${quoted(target, 200)}.`, {
    hint: "Give them different names.",
  });

export const reportIsInput = (target: string): Diagnostic =>
  error("cli/report", {}, `${quoted(target, 200)} is the bundle itself; it would be overwritten.`, {
    hint: "Choose another name.",
  });

/** Why -o or --report could not be written, found before anything was read. */
export const nothingChecked = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  why: "What is found goes there, so nothing was checked.",
  hint: "Choose another place with -o or --report.",
});

export const dryRunWithoutFix = (): Diagnostic =>
  error("cli/dry-run", {}, "--dry-run shows what --fix would change; it does nothing alone.", {
    hint: "foredeck check bundle.json --fix --dry-run",
  });

export const fixOfInput = (): Diagnostic =>
  error("cli/fix", {}, "--fix mends a bundle where it stands; standard input has no place.", {
    hint: "Name the file in place of -, or add --dry-run to see what would change.",
  });

/** The one line about warnings that a build prints. */
export const warningsInBuild = (file: string, warnings: number): string =>
  `${count(warnings, "warning")} in ${printable(file)}; foredeck check shows ${warnings === 1 ? "it" : "them"}`;

/** After the errors that keep a final deck from being built. */
export const notSendable = (file: string, errors: number): string =>
  `${printable(file)} is final and has ${count(errors, "error")}, so no deck was written. Mend ${errors === 1 ? "it" : "them"}, or build a draft: "status": "draft", or --force.`;

/** After a final deck that was built all the same. */
export const forced = (deck: string, errors: number): string =>
  `${printable(deck)} is stamped as a draft: its bundle has ${count(errors, "error")}.`;

/** After --report. */
export const reportWritten = (target: string): string => `${printable(target)} written`;
export const reportNotWritten = (target: string): string =>
  `${printable(target)} was not written: the bundle cannot be read that far yet.`;
