import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { check, RULES } from "../../src/rules/index.ts";
import { LANGUAGES, type Language, languageOf } from "../../src/rules/languages/index.ts";
import { withFigures } from "./says.ts";
import { SOUND } from "./sound.ts";

/** Those that ask for no locale, which a language may lack. */
const ON_BUNDLE = RULES.filter((rule) => rule.on === "bundle" || rule.code.startsWith("money/"));
const HEURISTIC = RULES.filter((rule) => rule.heuristic === true).map((rule) => rule.code);

/** Those that need words which a language may lack. */
const NEEDY = ON_BUNDLE.filter(({ needs = [] }) => needs.length > 0).map(({ code }) => code);

const verdict = (bundle: Bundle) => check({ ...withFigures(bundle), replies: [] }, ON_BUNDLE);
const codes = (bundle: Bundle) => verdict(bundle).findings.map(({ code }) => code);

test("these rules read language", () => {
  expect(HEURISTIC).toEqual([
    "ask/counts",
    "options/fair",
    "options/costs",
    "why/first",
    "why/proof",
    "why/change",
    "why/now",
    "evidence/subject",
    "pilot/design",
    "goals/target",
    "claims/read",
    "figures/literal",
    "figures/plausible",
    "figures/spelling",
    "money/reconcile",
    "money/factors",
    "money/terms",
    "money/said",
    "money/sensitivity",
    "money/tested",
    "money/break-even",
    "money/latest-start",
    "money/double",
    "people/answered",
    "objections/strong",
    "objections/doubt",
    "risks/mitigated",
    "risks/signs",
    "plan/gates",
    "plan/order",
    "time/plan",
    "time/said",
    "tone/blame",
    "tone/jargon",
    "tone/their-words",
    "titles/sentence",
    "charts/relation",
  ]);
});

const OPTIONAL = [
  "counting",
  "claims",
  "dates",
  "time",
  "money",
  "drivers",
  "pilots",
  "wish",
  "hopes",
  "uncertain",
  "noEffect",
  "feeling",
  "keeps",
  "closes",
  "unconcerned",
];

test.each(RULES.map((rule) => [rule.code, rule] as const))("%s says which words it needs", (code, rule) => {
  const file = join(import.meta.dirname, "../../src/rules", `${code.replace("/", "-")}.ts`);
  const source = readFileSync(file, "utf8");
  if (source.includes("languageOf(")) expect(rule.heuristic).toBe(true);
  const used = OPTIONAL.filter((words) => new RegExp(`language\\??\\.${words}\\b`).test(source));
  expect(rule.needs ?? []).toEqual(expect.arrayContaining(used));
});

test("a language that lacks some words has the rules listed that need them", () => {
  expect(verdict({ ...SOUND, locale: "ja-JP" }).skipped).toEqual([
    "ask/counts",
    "options/fair",
    "why/proof",
    "why/change",
    "pilot/design",
    "figures/plausible",
    "money/factors",
    "money/sensitivity",
    "money/tested",
    "money/break-even",
    "risks/mitigated",
    "plan/gates",
    "plan/order",
    "charts/relation",
  ]);
  expect(verdict({ ...SOUND, locale: "fi-FI" }).skipped).toEqual([]);
  const german = verdict({ ...SOUND, locale: "de-DE" }).skipped;
  expect(german).toEqual(expect.arrayContaining(["options/fair", "money/reconcile", "time/said"]));
  for (const code of [
    "titles/sentence",
    "figures/literal",
    "tone/blame",
    "why/first",
    "why/now",
    "risks/mitigated",
  ])
    expect(german).not.toContain(code);
});

describe("the language of a bundle", () => {
  test.each([
    [undefined, "en"],
    ["en-US", "en"],
    ["fi", "fi"],
    ["fi-FI", "fi"],
    ["ja_JP", "ja"],
    ["de-CH", "de"],
    ["sv-SE", undefined],
    ["fil", undefined],
  ])("of %s is %s, whether or not there are decks in it", (locale, tag) => {
    expect(languageOf({ ...SOUND, locale })?.tag).toBe(tag);
  });
});

describe("without heuristics for the language", () => {
  const bundle: Bundle = {
    ...SOUND,
    locale: "sv-SE",
    why: { ...SOUND.why, statement: "The NPS falls because the care team refuses to answer." },
  };

  test("rules that read words say nothing, and the verdict lists them", () => {
    expect(verdict(bundle).skipped).toEqual(
      ON_BUNDLE.map(({ code }) => code).filter((code) => HEURISTIC.includes(code)),
    );
    expect(codes(bundle)).not.toContain("tone/blame");
    expect(verdict({ ...bundle, locale: "en-GB" }).skipped).toEqual([]);
    expect(codes({ ...bundle, locale: "en-GB" })).toEqual(
      expect.arrayContaining(["tone/blame", "tone/jargon"]),
    );
  });

  test("what needs no language is still found", () => {
    expect(
      codes({ ...bundle, why: { ...SOUND.why, statement: "Approve the trial, so that it starts." } }),
    ).toContain("why/first");
  });
});

test("a bundle in Finnish or Japanese is read in its language", () => {
  const told = (locale: string, statement: string) =>
    codes({ ...SOUND, locale, why: { ...SOUND.why, statement } });
  expect(told("fi-FI", "Ehdotamme uutta tiimiä, joka vastaa neljässä tunnissa.")).toContain("why/first");
  expect(told("fi-FI", "Asiakkaat lähtevät, koska tuotetiimi ei viitsi vastata.")).toContain("tone/blame");
  expect(told("ja-JP", "新しい窓口の設置を提案します。")).toContain("why/first");
  expect(told("ja-JP", "NPSは待つ日ごとに下がる。")).toContain("tone/jargon");
});

test("a heuristic is silenced with a reason", () => {
  const because = "The board's own word for it";
  const parts: Bundle = {
    ...SOUND,
    why: { ...SOUND.why, statement: "The NPS falls with every day of waiting." },
  };
  expect(codes(parts)).toContain("tone/jargon");
  const silenced = verdict({ ...parts, rules: { "tone/jargon": { severity: "off", because } } });
  expect(silenced.findings.map(({ code }) => code)).not.toContain("tone/jargon");
  expect(silenced.silenced.map(({ code, because }) => [code, because])).toEqual([["tone/jargon", because]]);
});

describe("a new language, one line in the list, with nothing that is optional yet", () => {
  const {
    claims,
    counting,
    dates,
    time,
    money,
    drivers,
    pilots,
    wish,
    hopes,
    closes,
    uncertain,
    noEffect,
    feeling,
    keeps,
    unconcerned,
    ...bare
  } = languageOf(SOUND) as Language;
  const all = LANGUAGES as Language[];
  beforeAll(() => {
    all.push({ ...bare, tag: "sv" });
  });
  afterAll(() => {
    all.pop();
  });

  test.each(["pilot/design", "money/break-even", "risks/mitigated", "time/said"])(
    "%s is silent in it",
    (code) => {
      const invalid = RULES.find((rule) => rule.code === code)?.examples.invalid;
      expect(codes({ ...SOUND, ...invalid })).toContain(code);
      expect(codes({ ...SOUND, ...invalid, locale: "sv-SE" })).not.toContain(code);
    },
  );

  test.each(RULES.map((rule) => [rule.code, rule.examples.invalid] as const))(
    "no rule stumbles over the invalid example of %s",
    (_code, invalid) => {
      expect(verdict({ ...SOUND, ...invalid, locale: "sv-SE" }).skipped).toEqual(NEEDY);
    },
  );
});
