import fc from "fast-check";
import { expect, test } from "vitest";
import { type Font, lineHeight, measureText } from "../../src/text/index.ts";

const CALIBRI: Font = { family: "Calibri", bold: false, italic: false };
const ARIAL: Font = { family: "Arial", bold: false, italic: false };
const fonts = fc.record({
  family: fc.constantFrom("Calibri" as const, "Arial" as const),
  bold: fc.boolean(),
  italic: fc.boolean(),
});

test("Arial's digits are 1139/2048 em wide and its small i 455/2048", () => {
  expect(measureText("0123456789", ARIAL, 2048)).toBeCloseTo(11_390, 0);
  expect(measureText("i", ARIAL, 2048)).toBeCloseTo(455, 0);
});

test("pairs are kerned", () => {
  const apart = measureText("A", CALIBRI, 100) + measureText("V", CALIBRI, 100);
  expect(measureText("AV", CALIBRI, 100)).toBeLessThan(apart - 2);
});

test("bold is wider, and every face has the euro, the true minus and the en dash", () => {
  expect(measureText("decision", { ...CALIBRI, bold: true }, 10)).toBeGreaterThan(
    measureText("decision", CALIBRI, 10),
  );
  for (const character of "€−–—≤≥×→…ŠżĐ") {
    expect(measureText(character, CALIBRI, 10), character).toBeLessThan(10);
  }
});

test.each([
  ["日本語", 3, "Han and kana fill the em"],
  ["ｱｲｳ", 1.5, "half-width kana half of it"],
  ["한국", 1.84, "Hangul"],
  ["日本語abc", 3.25 + measureText("abc", CALIBRI, 1), "a quarter em where scripts meet"],
  ["日本語 abc", 3.25 + measureText(" abc", CALIBRI, 1), "also across a space"],
  ["é", measureText("é", CALIBRI, 1), "a combining accent takes no room"],
  ["de\u00adcide", measureText("decide", CALIBRI, 1), "nor a soft hyphen"],
  ["👨‍👩‍👧", 1.37, "a family is one emoji"],
  ["👍🏽", 1.37, "a thumb in a skin tone too"],
  ["🇫🇮", 1.37, "and a flag"],
  ["1️⃣", 1.37, "and a keycap"],
])("%s is %d em wide: %s", (text, em) => {
  expect(measureText(text, CALIBRI, 1)).toBeCloseTo(em, 2);
});

test("Arabic letters are narrower joined than alone", () => {
  expect(measureText("ببب", CALIBRI, 1)).toBeLessThan(2 * measureText("ب", CALIBRI, 1));
});

test("width grows with size, and text put together is as wide as its parts give or take what lies between them", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fonts, (one, other, font) => {
      const [a, b, both] = [one, other, one + other].map((text) => measureText(text, font, 10));
      expect(measureText(one + other, font, 20)).toBeCloseTo(2 * (both ?? 0), 6);
      expect(Math.abs((a ?? 0) + (b ?? 0) - (both ?? 0))).toBeLessThanOrEqual(5);
    }),
  );
});

test("no text in any script makes a width that is not a number", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fonts, (text, font) => {
      expect(measureText(text, font, 12)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("line pitch is 1.2 times the size", () => {
  expect(lineHeight(10)).toBe(12);
  expect(lineHeight(10, 0.9)).toBeCloseTo(10.8);
});
