import { describe, expect, test } from "vitest";
import { computeFigures } from "../../src/compute/index.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import {
  expressionBraces,
  expressionForbidden,
  expressionHelper,
  expressionUndefined,
  expressionUnknown,
} from "../../src/diagnostics/messages/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { createResolver } from "../../src/outline/expressions.ts";

const BUNDLE: Bundle = {
  title: "T",
  why: { statement: "S" },
  goals: [{ id: "g", name: "G" }],
  quotes: [{ id: "q", from: "p", text: "…" }],
  metrics: [
    {
      id: "churn",
      name: "Churn",
      unit: "%",
      decimals: 1,
      better: "lower",
      target: { value: 12 },
      values: [
        { period: "2025", value: 14.25 },
        { period: "2026", value: 14.9 },
      ],
    },
    { id: "effect", name: "Effect", unit: "pp", decimals: 1, values: [{ period: "2026", value: -1.4 }] },
    { id: "part", name: "Part", unit: "tickets", values: [{ period: "2026", value: 40 }] },
    { id: "whole", name: "Whole", unit: "tickets", values: [{ period: "2026", value: 160 }] },
    { id: "none", name: "None", unit: "tickets", values: [{ period: "2026", value: 0 }] },
  ],
};

function resolve(sentence: string): { readonly text: string; readonly found: readonly Diagnostic[] } {
  const locale = resolveLocale("en-GB");
  if (locale === undefined) throw new Error("no en-GB");
  const found: Diagnostic[] = [];
  const text = createResolver(computeFigures(BUNDLE, locale).figures, locale, (d) => found.push(d))(
    sentence,
    ["why", "statement"],
  );
  return { text, found };
}

const AT = { path: ["why", "statement"] };

test("a figure in one brace on each side is told, not printed", () => {
  const { found } = resolve("Churn is {churn.latest} of {{whole.latest}}.");
  expect(found.map(({ what, hint, excerpt }) => ({ what, hint, excerpt }))).toEqual(
    [expressionBraces({}, "{churn.latest}")].map(({ what, hint, excerpt }) => ({ what, hint, excerpt })),
  );
  expect(resolve("{{churn.latest}} {not a figure} {a,b}").found).toEqual([]);
});

describe("expressions", () => {
  test.each([
    ["Churn is {{churn.latest}}.", "Churn is 14.9%."],
    [
      "Churn is {{ churn.latest }}, {{churn.gap}} above the goal.",
      "Churn is 14.9%, 2.9 points above the goal.",
    ],
    ["Churn is {{churn}}.", "Churn is 14.9%."],
    ["{{fixed churn.first 2}} and {{plain churn.first}}", "14.25% and 14.3"],
    ["{{share part.latest whole.latest}} of tickets", "25% of tickets"],
    ["{{diff churn.latest churn.first}}", "+0.7 points"],
    ["{{size effect.latest}}", "1.4 points"],
    ["{{list part.latest whole.latest}}", "40 tickets and 160 tickets"],
    ["They left {{effect.latest}} less often.", "They left 1.4 points less often."],
    ["{{!-- a note --}}No figure.", "No figure."],
    ["Braces { and } are text.", "Braces { and } are text."],
  ])("%s", (sentence, expected) => {
    expect(resolve(sentence)).toEqual({ text: expected, found: [] });
  });

  test.each([
    ["{{chrun.latest}}", expressionUnknown(AT, "chrun.latest", "churn.latest")],
    ["{{constructor}}", expressionUnknown(AT, "constructor", undefined)],
    ["{{churn.__proto__}}", expressionUnknown(AT, "churn.__proto__", undefined)],
    ["{{@root.churn}}", expressionForbidden(AT, "@root.churn")],
    ["{{../churn}}", expressionForbidden(AT, "../churn")],
    ["{{#if churn}}x{{/if}}", expressionForbidden(AT, "{{#if churn}}x{{/if}}")],
    ["{{> partial}}", expressionForbidden(AT, "{{> partial}}")],
    ["{{lookup churn 'latest'}}", expressionForbidden(AT, "lookup")],
    ["{{plain churn.latest deep=1}}", expressionForbidden(AT, "plain")],
    ["{{fixed churn.latest 99}}", expressionHelper(AT, "fixed", "{{fixed churn.latest 2}}")],
    ["{{fixed churn.latest}}", expressionHelper(AT, "fixed", "{{fixed churn.latest 2}}")],
    ["{{share part.latest churn.latest}}", expressionUndefined(AT, "share", "units")],
    ["{{share part.latest none.latest}}", expressionUndefined(AT, "share", "zero")],
  ])("%s is refused", (sentence, expected) => {
    const { text, found } = resolve(sentence);
    expect(text).toBe(sentence);
    expect(found).toEqual([expected]);
  });

  test("a figure that cannot be computed says why", () => {
    const [found] = resolve("{{part.gap}}").found;
    expect(found?.code).toBe("text/unknown-figure");
  });

  test.each(["{{churn.latest}", "{{churn.latest", "{{}}", "{{{churn.latest}}", "{{churn latest"])(
    "%s is not complete",
    (sentence) => {
      expect(resolve(sentence).found.map((d) => d.code)).toEqual(["text/expression-syntax"]);
    },
  );

  test("a sentence that grows too long is refused", () => {
    const long = `${"{{list churn.latest churn.first}} ".repeat(300)}`;
    expect(resolve(long).found.map((d) => d.code)).toEqual(["text/too-long"]);
  });
});
