import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/rules/languages/index.ts";
import { measure } from "../../src/rules/measure.ts";
import { corpora } from "./corpora.ts";

const CORPORA = corpora();
const RULES = [...new Set(CORPORA.map(({ rule }) => rule))];
/** What a heuristic finds is to be what a careful colleague would raise, nine times in ten. */
const PRECISION = 0.9;

test("every rule that reads language has its cases in every language", () => {
  const have = CORPORA.map(({ rule, language }) => `${rule} ${language}`).sort();
  expect(have).toEqual(RULES.flatMap((rule) => LANGUAGES.map(({ tag }) => `${rule} ${tag}`)).sort());
  expect(RULES).toHaveLength(7);
});

describe.each(CORPORA.map((corpus) => [corpus.rule, corpus.language, corpus] as const))(
  "%s in %s",
  (_rule, _tag, corpus) => {
    test("has at least sixty cases, half of them traps, no two alike, thirty held out", () => {
      const { cases } = corpus;
      expect(cases.length).toBeGreaterThanOrEqual(60);
      expect(cases.filter(({ found }) => found === false).length).toBeGreaterThanOrEqual(cases.length / 2);
      expect(cases.filter(({ heldOut }) => heldOut === true).length).toBeGreaterThanOrEqual(30);
      expect(new Set(cases.map(({ found: _, heldOut: __, ...each }) => JSON.stringify(each))).size).toBe(
        cases.length,
      );
    });

    test("is precise, on all cases and on those held out", () => {
      const { all, heldOut } = measure(corpus);
      const wrong = all.wrong.map((each) => JSON.stringify(each)).join("\n");
      expect(all.precision, wrong).toBeGreaterThanOrEqual(PRECISION);
      expect(heldOut.precision, wrong).toBeGreaterThanOrEqual(PRECISION);
      expect(all.recall, wrong).toBeGreaterThan(0.5);
    });
  },
);

test("the table", () => {
  const two = (share: number): string => share.toFixed(2);
  const rows = CORPORA.map(measure).map(({ rule, language, all, heldOut }) => ({
    rule,
    language,
    precision: two(all.precision),
    recall: two(all.recall),
    "precision, held out": two(heldOut.precision),
    "recall, held out": two(heldOut.recall),
  }));
  console.table(rows);
  expect(rows).toHaveLength(RULES.length * LANGUAGES.length);
});
