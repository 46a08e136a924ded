import { type Diagnostic, type Place, placeText } from "../diagnostic.ts";
import { type At, count, error, quoted, thereAre, thousands } from "../make.ts";
import { printable } from "../terminal.ts";

/** Messages of `foredeck check` beside its findings, and of `foredeck build` about them. */

export const noProblems = (): string => "no problems";

const shownBy = (command: string | undefined): string =>
  command === undefined ? "" : `; all are shown by: ${command}`;

/** Said after the last of many findings that is shown. `command` shows them all. */
export const moreProblems = (more: number, command: string | undefined): string =>
  `and ${count(more, "more problem")}${shownBy(command)}`;

/** Said after the last finding of a code that is shown. */
export const moreOfThisKind = (more: number, code: string, command: string | undefined): string =>
  `and ${thousands(more)} more of ${code}${shownBy(command)}`;

export const onSlide = (number: number, title: string): string => `slide ${number} ${quoted(title)}`;

/** Said of a rule that the bundle turns off. */
export const silencedRule = (code: string, because: string): string => `${code} is off: ${because}`;

export const silencedIn = (file: string, code: string, because: string, findings: number): string =>
  `${silencedRule(code, because)} (${file}; it hides ${findings === 0 ? "no findings" : count(findings, "finding")})`;

export const ruleDidNotRun = (): string => "The rule did not run, because the bundle has errors.";

/** Said of a rule that lacks some or all words of the language. */
export const ruleKnowsNoLanguage = (): string =>
  "The rule did not read all of the text, because it lacks words of the language of the bundle.";

export const rulesKnowNoLanguage = (file: string, codes: readonly string[]): string =>
  `${count(codes.length, "rule lacks", "rules lack")} words of the language of ${file}, and ${codes.length === 1 ? "has" : "have"} skipped what they would read: ${codes.join(", ")}. English and Finnish have words for all rules.`;

export const rulesRanInPart = (file: string, ran: "sound" | "none"): string =>
  ran === "none"
    ? `The rules of the argument did not run on ${file}, because it cannot be read yet.`
    : `The rules ran only on the parts of ${file} that have no error above; correct the errors and check again.`;

export const tooManyWarnings = (found: number, allowed: number): Diagnostic =>
  error(
    "cli/max-warnings",
    {},
    `The run found ${count(found, "warning")}; --max-warnings allows ${allowed}.`,
  );

export const reportNeedsOneBundle = (found: number): Diagnostic =>
  error("cli/report", {}, `--report writes a page about one bundle, but you named ${found} bundles.`, {
    hint: "Check them one at a time.",
  });

export const sameReport = (target: string): Diagnostic =>
  error("cli/report", {}, `-o and --report would both be written to ${quoted(target, 200)}.`, {
    hint: "Give them different names.",
  });

export const reportIsInput = (target: string): Diagnostic =>
  error("cli/report", {}, `${quoted(target, 200)} is the bundle itself and would be overwritten.`, {
    hint: "Choose another name.",
  });

/** A problem with -o or --report that was found before anything was read. */
export const nothingChecked = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  why: "The findings cannot be written there, so nothing was checked.",
  hint: "Choose another place with -o or --report.",
});

export const dryRunWithoutFix = (): Diagnostic =>
  error("cli/dry-run", {}, "--dry-run shows what --fix would change; it has no effect without --fix.", {
    hint: "Add --fix: foredeck check bundle.json --fix --dry-run",
  });

export const guardsWithoutFix = (): Diagnostic =>
  error("cli/guards", {}, "--no-guards has no effect without --fix.", {
    hint: "Add --fix: foredeck check bundle.json --fix --no-guards",
  });

export const fixOfInput = (): Diagnostic =>
  error("cli/fix", {}, "--fix changes the file of the bundle, and standard input is not a file.", {
    hint: "Name the file in place of -, or add --dry-run to see what would change.",
  });

/** The line about warnings that a build prints. */
export const warningsInBuild = (file: string, warnings: number): string =>
  `${count(warnings, "warning")} in ${printable(file)}; foredeck check shows ${warnings === 1 ? "it" : "them"}`;

/** After the errors that keep a final deck from being built. */
export const notSendable = (file: string, errors: number): string =>
  `${printable(file)} is final and has ${count(errors, "error")}, so no deck was written. Correct ${errors === 1 ? "it" : "them"}, or build a draft with "status": "draft" or --force.`;

/** Said after a final deck was built with --force. */
export const forced = (deck: string, errors: number): string =>
  `${printable(deck)} is stamped as a draft: its bundle has ${count(errors, "error")}.`;

/** After --report. */
export const reportWritten = (target: string): string => `${printable(target)} written`;
export const reportNotWritten = (target: string): string =>
  `${printable(target)} was not written, because the bundle has errors.`;

/** Messages about the settings of rules in a bundle. */

export const unknownRule = (
  at: At,
  code: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("rules/unknown", at, `There is no rule ${quoted(code)}.`, {
    why: "A setting for a rule that does not exist has no effect, and nobody notices.",
    hint: near === undefined ? thereAre(known) : `Did you mean ${quoted(near)}?`,
  });

export const ruleIsFirm = (at: At, code: string): Diagnostic =>
  error("rules/firm", at, `The rule ${quoted(code)} cannot be turned off.`, {
    why: "It protects people who are not in the room: their words and their contact details.",
    hint: "Correct what the rule finds, then remove this setting.",
  });

/** Lines about what `foredeck check --fix` changed. */

const at = (place: Place, what: string): string => printable(`fixed  ${placeText(place)}  ${what}`);

export const fixedSchema = (place: Place, schema: string): string =>
  at(place, `added "$schema": ${quoted(schema, 200)}`);

export const fixedValue = (place: Place, from: string, to: string): string =>
  at(place, `changed ${quoted(from)} to ${quoted(to)}`);

export const fixedName = (place: Place, from: string, to: string): string =>
  at(place, `removed the spaces around ${quoted(to)} (was ${quoted(from)})`);

export const fixedOrder = (place: Place, chart: string): string =>
  at(place, `sorted the chart ${quoted(chart)}: added "order": "size"`);

export const fixedGuard = (place: Place, words: string, test: string): string =>
  at(place, `added to holds: ${test} (guards ${quoted(words, 60)})`);

export const fixedNothing = (file: string): string =>
  printable(`${file} has nothing that can be fixed automatically.`);

export const claimsNeedPretty = (format: string): Diagnostic =>
  error("cli/claims", {}, `--claims prints a list for people; it has no form for --format ${format}.`, {
    hint: "Leave out --format, or run the check once more without --claims.",
  });

/** The head of a list of claims. */
export const claimsListed = (file: string, written: number, read: number, none: number): string =>
  `${file}: ${count(written + read + none, "claim")} about numbers: ${written} with tests of their own, ${read} read from their sentences, ${none} without a test`;

/** Words for what guards a claim, of one width. */
export const CLAIM_GUARD = { written: "holds", read: "read ", none: "none " } as const;
export const CLAIM_OUTCOME = { true: "true", false: "FALSE" } as const;

/** Texts of `foredeck figures --guard`. */
export const DEPENDENCE = {
  claims: "Claims that no figure guards",
  figures: "Figures that no claim depends on",
  headings: ["Figure", "Reads as", "Sentences", "Shown by"],
} as const;

interface DependenceCounts {
  readonly claims: number;
  readonly unguarded: number;
  readonly figures: number;
  readonly unused: number;
}

export const dependenceCounts = (
  file: string,
  { claims, unguarded, figures, unused }: DependenceCounts,
): string =>
  `${file}: ${unguarded} of ${count(claims, "claim")} about numbers ${unguarded === 1 ? "has" : "have"} no test; no test looks at ${unused} of ${count(figures, "figure")}`;

/** A figure that is no single number. */
export const valuesOf = (values: number): string => count(values, "value");

/** Hint at the end of the lists. */
export const onlyRead = (file: string, claims: number): string =>
  `${claims === 1 ? "1 test is" : `${claims} tests are`} only read from ${claims === 1 ? "its sentence" : "their sentences"}; foredeck check ${file} --fix writes ${claims === 1 ? "it" : "them"} into holds.`;
