import { describe, expect, test } from "vitest";
import { phraseFinder } from "../../src/text/index.ts";

const find = phraseFinder("ja-JP");
const phrases = (text: string): string => {
  const ends = [...(find?.(text) ?? [])].sort((one, other) => one - other);
  return ends.map((end, n) => text.slice(ends[n - 1] ?? 0, end)).join("|");
};

describe("phrases of Japanese", () => {
  // The first is the example of the model's own documentation.
  test.each([
    "今日は|天気です。",
    "遅れた|便の|七割は|北の|港で|生じています。",
    "夜間の|点検を|減らすと|費用が|下がります",
    "来年度の|予算を|承認してください",
  ])("end where a reader pauses: %s", (marked) => {
    expect(phrases(marked.replaceAll("|", ""))).toBe(marked);
  });

  test("do not end within a number or a word of another script", () => {
    expect(phrases("費用は1億5,900万円です")).toMatch(/1億5,900万円です$/);
    expect(phrases("OCRの精度")).toMatch(/^OCR/);
  });

  test("are none of nothing, and the end of a text is one", () => {
    expect(phrases("")).toBe("");
    expect(phrases("駅")).toBe("駅");
  });

  test("are not known of languages that have spaces", () => {
    expect(phraseFinder("en-GB")).toBeUndefined();
    expect(phraseFinder("fi-FI")).toBeUndefined();
    expect(phraseFinder("jam")).toBeUndefined();
  });
});
