import { expect, it } from "vitest";
import { minutesToRead } from "../../src/build/reading.ts";
import type { Slide } from "../../src/model/deck.ts";

const slide = (text: string): Slide =>
  ({ title: [], body: { type: "text", paragraphs: [{ text: [{ text }] }] } }) as unknown as Slide;

it("counts Japanese in characters, and the Latin words in it as words", () => {
  expect(minutesToRead([slide("路線の維持を決めます。".repeat(464))])).toBe(10);
  expect(minutesToRead([slide("word ".repeat(238))])).toBe(1);
  expect(minutesToRead([slide(`${"路".repeat(464 * 3)} ${"ICT ".repeat(238)}`)])).toBe(4);
});

it("takes more time for a word of German, which says more", () => {
  const slides = [slide("Wort ".repeat(1870))];
  expect(minutesToRead(slides, "de-AT")).toBe(10);
  expect(minutesToRead(slides, "en-GB")).toBe(8);
});

it("knows the pace of Swedish and French", () => {
  expect(minutesToRead([slide("ord ".repeat(2080))], "sv-SE")).toBe(10);
  expect(minutesToRead([slide("mot ".repeat(2040))], "fr-BE")).toBe(10);
});
