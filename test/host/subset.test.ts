import { Blob, Face, Font, Buffer as Letters, shape } from "harfbuzzjs";
import { describe, expect, test } from "vitest";
import { createNodeHost } from "../../src/host/node.ts";
import { createSubset } from "../../src/host/subset.ts";

const TEXT = "AV Töt: 1 234,5 % – “fit” ĄĐŁ Ωμ Жя";

/** Glyph advances of a text as HarfBuzz shapes it, without ligatures; 0 stands for a character that the font lacks. */
function advances(
  bytes: Uint8Array,
  text: string,
): readonly { readonly known: boolean; readonly width: number }[] {
  const font = new Font(new Face(new Blob(new Uint8Array(bytes).buffer)));
  const letters = new Letters();
  letters.addText(text);
  letters.guessSegmentProperties();
  shape(font, letters);
  const widths = letters.getGlyphPositions();
  return letters
    .getGlyphInfos()
    .map(({ codepoint }, n) => ({ known: codepoint !== 0, width: widths[n]?.xAdvance ?? 0 }));
}

describe("a font with some characters alone", () => {
  test("sets them as wide as the whole font does, kerning and all", async () => {
    const { regular } = await createNodeHost().fonts("Calibri");
    const short = await createSubset()(regular, TEXT);
    const set = advances(short, TEXT);
    // The whole font would join f and i; layout measures them apart.
    const apart = TEXT.split("fi");
    expect(set.every(({ known }) => known)).toBe(true);
    expect(set).toHaveLength([...TEXT].length);
    for (const part of apart) expect(advances(short, part)).toEqual(advances(regular, part));
    expect(short.length).toBeLessThan(regular.length / 20);
  });

  test("lacks all others, and is the same each time", async () => {
    const { bold, regular } = await createNodeHost().fonts("Arial");
    const subset = createSubset();
    const first = await subset(bold, "abc");
    await subset(regular, "xyz");
    expect(advances(first, "d").map(({ known }) => known)).toEqual([false]);
    expect(await subset(bold, "abc")).toEqual(first);
    // A character that no font has is no error.
    expect(advances(await subset(bold, "a\u{1F600}"), "a").map(({ known }) => known)).toEqual([true]);
  });
});
