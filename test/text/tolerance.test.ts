import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Font,
  measureText,
  prepare,
  type StyledRun,
  spansOf,
  toleranceOf,
} from "../../src/text/index.ts";

const FONT: Font = { family: "Calibri", bold: false, italic: false };
const run = (text: string, size = 12): StyledRun => ({ text, font: FONT, size });
const width = (text: string): number => measureText(text, FONT, 12);

const leewayAt = (text: string, at: number) => {
  const prepared = prepare([run(text)], "en");
  return toleranceOf(prepared, spansOf(prepared, at));
};

test("lines are kept from the widest of them, and what it may need beyond that, ...", () => {
  const { least } = leewayAt("a longer line and a short one", width("a longer line and") + 5);
  expect(least).toBeCloseTo(width("a longer line and") * 1.008, 2);
});

test("... up to the first that takes one word more, and what that may need less", () => {
  const { most } = leewayAt("a longer line and a short one", width("a longer line and") + 2);
  expect(most).toBeCloseTo(width("a longer line and a") * 0.992, 2);
});

test.each([
  ["on one line", "words that all fit"],
  ["of which each line is ended by the text itself", "words\nthat\nfit"],
])("nothing can come up into a text %s", (_, text) => {
  expect(leewayAt(text, 200).most).toBe(Number.POSITIVE_INFINITY);
});

test("a sign that is estimated may be much narrower", () => {
  const text = "▲ 39 more";
  expect(leewayAt(text, width("▲ 39") * 1.02).most).toBeLessThan(width(text) - 2);
});

test.each([
  [
    "a short word on the last of two lines is alone",
    "we answer too late by far",
    "we answer too late by",
    true,
  ],
  ["two words are not", "we answer too late by far", "we answer too late", false],
  ["nor is a long word", "we answer unsatisfactorily", "we answer", false],
  ["nor a text on one line", "far", "we answer", false],
  ["nor a line of its own", "we answer too late\nfar", "we answer too late by far", false],
])("%s", (_, text, line, alone) => {
  expect(leewayAt(text, width(line) * 1.02).alone).toBe(alone);
});

const words = fc.constantFrom(
  "we",
  "listen",
  "customers",
  "24/7",
  "5–10",
  "well-known",
  "internationalisation/harmonisation",
  "回答が",
  "遅い、",
  "답변이",
  "قرار",
  "▲",
  "end.\n",
);
const prose = fc.array(words, { minLength: 1, maxLength: 30 }).map((list) => list.join(" "));

test("between the two every width gives the same lines", () => {
  fc.assert(
    fc.property(
      prose,
      fc.integer({ min: 20, max: 400 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (text, at, share) => {
        const prepared = prepare([run(text)], "en");
        const spans = spansOf(prepared, at);
        const { least, most } = toleranceOf(prepared, spans);
        const top = Math.min(most, 1000) - 0.001;
        fc.pre(top > least);
        expect(spansOf(prepared, least + (top - least) * share)).toEqual(spans);
      },
    ),
    { numRuns: 2000 },
  );
});
