import { describe, expect, it } from "vitest";
import type { PhraseValues } from "../../src/locales/en/phrases.ts";
import { LOCALES } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { speak } from "../../src/locales/speak.ts";
import { parseTemplate } from "../../src/locales/template.ts";

const HELPERS = new Set(["cardinal", "capital", "unstopped", "head", "list", "plural", "if"]);

/** What a template is filled with: every path in it that is no helper. */
function asks(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  JSON.stringify(parseTemplate(source), (key, value: unknown) => {
    if (key === "original" && typeof value === "string") found.add(value);
    // The text of the words themselves, and what stands in quotes, is no path.
    return value !== null && typeof value === "object" && "type" in value && isWords(value)
      ? undefined
      : value;
  });
  return new Set([...found].filter((name) => !HELPERS.has(name)));
}

const isWords = ({ type }: { type: unknown }): boolean =>
  type === "ContentStatement" || type === "StringLiteral";

const english = LOCALES["en-GB"];
if (english === undefined) throw new Error("en-GB is missing");

it("a template asks for its values, conditions and what its helpers are given", () => {
  const source = "original {{a}} {{#if b}}c {{capital d}}{{else}}{{plural e one='f' other='g'}}{{/if}}";
  expect([...asks(source)].sort()).toEqual(["a", "b", "d", "e"]);
});

describe.each(Object.values(LOCALES))("the phrases of $tag", (words) => {
  const phrases: Readonly<Record<string, string>> = words.phrases;

  it("are those of English, and ask for the same", () => {
    expect(Object.keys(phrases).sort()).toEqual(Object.keys(english.phrases).sort());
    const [ours, theirs] = [phrases, english.phrases].map((all) =>
      Object.entries(all).map(([name, source]) => [name, [...asks(source)].sort()] as const),
    );
    expect(Object.fromEntries(ours ?? [])).toEqual(Object.fromEntries(theirs ?? []));
  });

  it("fill with whatever number, and leave no hole", () => {
    const say = createPhrasebook(speak(words)).words as (phrase: string, data: PhraseValues) => string;
    for (const [name, source] of Object.entries(phrases)) {
      const lists = new Set([...source.matchAll(/\{\{list (\w+)\}\}/g)].map(([, list]) => list));
      for (const n of [0, 1, 2, 7, 12, 1_000]) {
        const counts = new Set([...source.matchAll(/(?:cardinal|plural) (\w+)/g)].map(([, count]) => count));
        const all = Object.fromEntries(
          [...asks(source)].map((ask) => [ask, counts.has(ask) ? n : lists.has(ask) ? ["x", "y"] : "x"]),
        );
        const filled = say(name, all);
        expect([name, filled]).toEqual([name, expect.stringMatching(/\S/u)]);
        expect([name, filled]).toEqual([
          name,
          expect.not.stringMatching(/undefined|NaN|\{|\}|[^\S\u00a0] [,;.:]/u),
        ]);
      }
    }
  });
});

it("types know every phrase and what it is filled with", () => {
  const { words } = createPhrasebook(speak(english));
  expect(words("chart.value")).toBe("Value");
  expect(words("chart.span", { from: "May", to: "June" })).toBe("May to June");
  // Conditions and what stands within them may be left out.
  expect(words("chart.alt.gate", { name: "A", start: "May" })).toBe("decision A, May");
  expect(words(`chart.kind.${"plan" as "plan" | "forecast"}`)).toBe("plan");
  const wrong = [
    // @ts-expect-error: there is no such phrase.
    () => words("chart.valeu"),
    // @ts-expect-error: a value is missing.
    () => words("chart.span", { from: "May" }),
    // @ts-expect-error: all values are missing.
    () => words("chart.span"),
    // @ts-expect-error: the phrase does not ask for this value.
    () => words("chart.span", { from: "May", to: "June", until: "June" }),
    // @ts-expect-error: a helper is no value.
    () => words("cover.reading.value", { plural: 1, minutes: 1 }),
    // @ts-expect-error: one of these phrases asks for a value.
    () => words("chart.target" as "chart.target" | "chart.value"),
  ];
  expect(wrong).toHaveLength(6);
});
