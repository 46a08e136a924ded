import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestWordWidth, textWidth, type WrapContext, widest, wrap } from "../../src/charts/fit/wrap.ts";

/** Every character takes as many pt as the size, and half as many again in bold. */
const context: WrapContext = {
  measure: (text, size, bold) => [...text].length * size * (bold === true ? 1.5 : 1),
  size: 10,
};

describe("labels on several lines", () => {
  test("are broken between words", () => {
    expect(wrap("one two three", 70, 9, context)).toEqual(["one two", "three"]);
    expect(wrap("one two three", 130, 9, context)).toEqual(["one two three"]);
    expect(wrap("one two three", 129, 9, context)).toEqual(["one two", "three"]);
  });

  test("cut a word that is wider than a line, and go on behind it", () => {
    expect(wrap("abcdefgh ij", 30, 9, context)).toEqual(["abc", "def", "gh", "ij"]);
    expect(wrap("ab", 5, 9, context)).toEqual(["a", "b"]);
  });

  test("end in an ellipsis where they have more lines than they may", () => {
    expect(wrap("one two three four", 70, 2, context)).toEqual(["one two", "three…"]);
    expect(wrap("aaa bbbb cc", 40, 2, context)).toEqual(["aaa", "bbb…"]);
    expect(wrap("aaa bbbb", 40, 2, context)).toEqual(["aaa", "bbbb"]);
  });

  test("are none of nothing", () => {
    expect(wrap("", 70, 2, context)).toEqual([]);
    expect(wrap("  ", 70, 2, context)).toEqual([]);
    expect(widest([], context)).toBe(0);
  });

  test("keep every letter, in order, none over the width", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "word", "internationalisation", "–", "5,5 %"), { maxLength: 9 }),
        fc.integer({ min: 10, max: 300 }),
        (words, width) => {
          const text = words.join(" ");
          const lines = wrap(text, width, 99, context);
          expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
          for (const line of lines) expect(textWidth(line, context)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test("are as wide as their widest line, bold or not, and need their longest word", () => {
    expect(widest(["ab", "abcd", "abc"], context)).toBe(40);
    expect(widest(["ab"], { ...context, bold: true })).toBe(30);
    expect(longestWordWidth("one three two", context)).toBe(50);
    expect(longestWordWidth("", context)).toBe(0);
  });
});
