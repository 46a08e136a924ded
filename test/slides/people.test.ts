import { describe, expect, test } from "vitest";
import { computeFigures } from "../../src/compute/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { plain } from "../../src/model/text.ts";
import { outlineStory } from "../../src/outline/index.ts";
import { bundle } from "../compute/bundle.ts";

/** The titles of a bundle's slides, by their ids. */
function titles(parts: object): Readonly<Record<string, string>> {
  const locale = resolveLocale("en-GB");
  if (locale === undefined) throw new Error("no en-GB");
  const made: Bundle = bundle(parts);
  const phrasebook = createPhrasebook(locale);
  const { story } = outlineStory(made, computeFigures(made, locale, phrasebook).figures, locale, phrasebook);
  return Object.fromEntries(story.points.map((point) => [point.id, plain(point.title)]));
}

const people = (...stances: (string | undefined)[]) =>
  stances.map((stance, n) => ({ id: `p${n}`, name: `P ${n}`, role: `Role ${n}`, met: "2026-05-02", stance }));
const quotes = (...said: [from: number, tone?: string][]) =>
  said.map(([from, tone], n) => ({
    id: `q${n}`,
    from: `p${from}`,
    permission: "named",
    text: "So it is.",
    tone,
  }));

describe("the title of the voices", () => {
  test.each([
    [
      "people of no stance",
      people(undefined, undefined, undefined),
      quotes([0], [1], [2]),
      "Three people speak in their own words",
    ],
    [
      "neutral people",
      people("neutral", "neutral", "neutral"),
      quotes([0], [1], [2]),
      "Three people speak in their own words",
    ],
    [
      "a declared tone",
      people("champion", "neutral"),
      quotes([0, "doubts"], [1, "neutral"], [1]),
      "Of the two people quoted, one has doubts and one takes no side",
    ],
    [
      "one person quoted often",
      people("neutral"),
      quotes([0, "supports"], [0, "supports"], [0]),
      "The one voice that we quote backs it",
    ],
    [
      "one person of two minds",
      people("neutral", "neutral"),
      quotes([0, "supports"], [0, "doubts"], [1, "supports"]),
      "Of the two people quoted, one backs it and one has doubts",
    ],
    [
      "no side of those who stated none",
      people(undefined, undefined, undefined),
      quotes([0, "doubts"], [1], [2, "neutral"]),
      "Of the three people quoted, one has doubts and one takes no side",
    ],
    [
      "two of one mind",
      people("neutral", "neutral"),
      quotes([0, "supports"], [1, "supports"], [1]),
      "Both of those quoted back it",
    ],
  ])("counts %s as declared, and each person once", (_, stakeholders, said, title) => {
    expect(titles({ stakeholders, quotes: said })["voices"]).toBe(title);
  });
});

test("a talk after the date of the deck was not held yet", () => {
  const [first, second] = people(undefined, undefined);
  const stakeholders = [first, { ...second, met: "2026-06-01" }];
  expect(titles({ date: "2026-05-20", stakeholders })["people"]).toMatch(
    /^We talked to one of the two people/,
  );
});
