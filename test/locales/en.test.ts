import { expect, test } from "vitest";
import type { PhraseValues } from "../../src/locales/en/phrases.ts";
import { enGB } from "../../src/locales/en.ts";
import { parseMarkup } from "../../src/locales/markup.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { speak } from "../../src/locales/speak.ts";

/** Fills any phrase with any data, for tables of cases. */
const words = createPhrasebook(speak(enGB)).words as (phrase: string, data?: PhraseValues) => string;

test.each([
  [
    { n: 8, met: 8, behind: 5, allMet: true, pair: false },
    "We talked to all eight people listed here; five stand behind it",
  ],
  [
    { n: 2, met: 2, behind: 1, allMet: true, pair: true },
    "We talked to both of those listed here; one stands behind it",
  ],
  [
    { n: 2, met: 1, allMet: false, nobody: true },
    "We talked to one of the two people listed here; nobody stands behind it yet",
  ],
  [{ n: 1, met: 1, allMet: true, single: true }, "We talked to the one person listed here"],
  [{ n: 1, met: 0, allMet: false, single: true }, "We have not talked to the one person listed here yet"],
  [{ n: 3, met: 0, allMet: false }, "We have not talked to any of the three people listed here yet"],
])("the title of the people, of %o", (counts, title) => {
  expect(words("people.title", counts)).toBe(title);
});

test.each([
  ["Too few people come.", "Too few people come: the one risk that we name"],
  ["Will people come?", "Will people come? – the one risk that we name"],
  ["**Too few** come.", "Too few come: the one risk that we name"],
])("what %s is, is said after it, so that no capital follows a colon", (first, title) => {
  expect(words("risks.title", { first: parseMarkup(first), single: true })).toBe(title);
});

test.each([
  [
    "standing.title.missed",
    { missed: 2, n: 2, all: true, pair: true },
    "neither of the two targets is met yet",
  ],
  ["standing.title.met", { n: 2, pair: true }, "both targets are met"],
  ["risks.title", { n: 3, tied: 2 }, "one of the two largest of three risks"],
  ["risks.title", { n: 3, tied: 3, even: true }, "one of three risks of the same weight"],
  ["next.title", { n: 3, ready: 1 }, "One of the three next steps has its owner and date"],
  ["next.title", { n: 1, ready: 0 }, "One next step follows"],
  ["methods.title", { n: 4, sourced: 1 }, "One of the four measures names its source"],
  [
    "voices.title.mixed",
    { n: 3, parts: ["two back it", "one takes no side"] },
    "two back it and one takes no side",
  ],
] as const)("%s counts what there is: %o", (phrase, data, part) => {
  expect(words(phrase, { first: "A", name: "B", ...data })).toContain(part);
});

test("the sentence about a measure has no verb that must agree with its name", () => {
  const { words: said } = createPhrasebook(speak(enGB));
  for (const name of ["Complaints", "Churn"]) {
    expect(said("meaning.latest", { name, latest: "22", period: "Q3 2026" })).toBe(`${name} in Q3 2026: 22.`);
    const gap = { gap: "3", good: true, target: "25", by: "Q4 2026" };
    expect(said("meaning.gap", { name, latest: "22", period: "Q3 2026", ...gap })).toBe(
      `${name} in Q3 2026: 22, 3 better than the target of 25 for Q4 2026.`,
    );
  }
});
