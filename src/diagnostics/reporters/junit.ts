import { pathText } from "../../base/json-path.ts";
import { type Diagnostic, placeText } from "../diagnostic.ts";
import * as messages from "../messages/check.ts";
import type { CheckedBundle, Report, Reporter } from "./reporter.ts";
import { inFull } from "./reporter.ts";

/**
 * JUnit XML as Jenkins and GitLab read it: a suite a bundle, a case a rule, so that what is sound is seen as passed.
 * An error is a failure. The form knows no warnings: a rule that only warns passes, and says so in its output.
 */
export const junit: Reporter = (report) => {
  const suites = [
    ...report.bundles.map((bundle) => ({ name: bundle.file, cases: casesOf(bundle, report) })),
    ...(report.findings.length === 0
      ? []
      : [{ name: "foredeck", cases: report.findings.map((d) => caseOf(d.code, [d])) }]),
  ];
  const all = suites.flatMap((suite) => suite.cases);
  const body = suites.map(({ name, cases }) =>
    element("testsuite", { name, ...counts(cases) }, cases.map((each) => each.xml).join("")),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "foredeck check", ...counts(all) }, body.join(""))}`;
};

interface Case {
  readonly outcome: "passed" | "failed" | "skipped";
  readonly xml: string;
}

const counts = (cases: readonly Case[]) => ({
  tests: cases.length,
  failures: cases.filter((each) => each.outcome === "failed").length,
  errors: 0,
  skipped: cases.filter((each) => each.outcome === "skipped").length,
});

/** Codes of stages come after the rules; they are cases only where they were found. */
function casesOf(
  { findings, silenced, skipped: unread, ran }: CheckedBundle,
  report: Report,
): readonly Case[] {
  const rules = report.rules.map(({ code }) => {
    const found = findings.filter((each) => each.code === code);
    const off = silenced.find((each) => each.code === code);
    if (off !== undefined) return skipped(code, messages.silencedRule(code, off.because));
    // A rule that saw only part of the bundle and found nothing has not passed.
    if (found.length === 0 && ran !== "all") return skipped(code, messages.ruleDidNotRun());
    if (found.length === 0 && unread.includes(code)) return skipped(code, messages.ruleKnowsNoLanguage());
    return caseOf(code, found);
  });
  const known = new Set(report.rules.map((rule) => rule.code));
  const others = [...new Set(findings.map((each) => each.code))].filter((code) => !known.has(code));
  return [
    ...rules,
    ...others.map((code) =>
      caseOf(
        code,
        findings.filter((each) => each.code === code),
      ),
    ),
  ];
}

function caseOf(code: string, found: readonly Diagnostic[]): Case {
  const errors = found.filter((each) => each.severity === "error");
  const warnings = found.filter((each) => each.severity === "warning");
  const failure =
    errors.length === 0
      ? ""
      : element("failure", { type: "error", message: errors[0]?.what ?? "" }, errors.map(told).join("\n"));
  const output = warnings.length === 0 ? "" : element("system-out", {}, warnings.map(told).join("\n"));
  return {
    outcome: errors.length > 0 ? "failed" : "passed",
    xml: element("testcase", named(code), failure + output),
  };
}

const skipped = (code: string, message: string): Case => ({
  outcome: "skipped",
  xml: element("testcase", named(code), element("skipped", { message }, "")),
});

const named = (code: string) => ({ classname: `foredeck.${code.split("/")[0]}`, name: code, time: 0 });

/** Place, sentence and hint of one finding, as text that is already escaped. */
function told(diagnostic: Diagnostic): string {
  const { place, path, slide } = diagnostic;
  const where = [
    ...(place === undefined ? [] : [placeText(place)]),
    ...(path === undefined || path.length === 0 ? [] : [pathText(path)]),
    ...(slide === undefined ? [] : [messages.onSlide(slide.number, slide.title)]),
  ];
  return escaped(`${where.join("  ")}\n${inFull(diagnostic)}\n`);
}

/** `inner` is XML. */
const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inner: string,
): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join("")}>${inner}</${name}>\n`;

/** Characters that XML 1.0 has no way to write (clause 2.2) become U+FFFD. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
