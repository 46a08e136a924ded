import fc from "fast-check";
import { expect, test } from "vitest";
import { graphemesOf } from "../../src/base/graphemes.ts";

const reference = new Intl.Segmenter("und", { granularity: "grapheme" });
const plain = (iterable: Iterable<{ readonly index: number; readonly segment: string }>) =>
  Array.from(iterable, ({ index, segment }) => ({ index, segment }));

/** Characters from below and above each end of the ranges that need no table, and those that join their neighbours. */
const unit = fc.oneof(
  fc.integer({ min: 0x20, max: 0x2ff }),
  fc.integer({ min: 0x2000, max: 0x206f }),
  fc.integer({ min: 0x3000, max: 0x30ff }),
  fc.integer({ min: 0x4e00, max: 0x9fff }),
  fc.integer({ min: 0xff00, max: 0xffa0 }),
);

test("every Latin, kana and Han text has the graphemes that Unicode's tables give it", () => {
  const text = fc.array(unit, { maxLength: 12 }).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(text, (each) => {
      expect(plain(graphemesOf(each))).toEqual(plain(reference.segment(each)));
    }),
    { numRuns: 3000 },
  );
});

test("each character that needs no table stays alone between any two others", () => {
  for (let code = 0x20; code <= 0xffff; code += code < 0x3200 ? 1 : 37) {
    const text = `a${String.fromCharCode(code)}あ`;
    if (code >= 0xd800 && code <= 0xdfff) continue;
    expect(plain(graphemesOf(text)).length, code.toString(16)).toBe(plain(reference.segment(text)).length);
  }
});

test("letters with combining marks, flags and families are one", () => {
  for (const one of ["e\u0301", "🇫🇮", "👩‍👩‍👧", "か\u3099", "ｶﾞ"])
    expect(plain(graphemesOf(`a${one}b`))).toHaveLength(3);
});
