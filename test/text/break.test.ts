import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type BrokenLine,
  balancedWidth,
  breakRuns,
  type Font,
  isRightToLeft,
  longestWord,
  measureText,
  naturalWidth,
  type StyledRun,
} from "../../src/text/index.ts";

const FONT: Font = { family: "Calibri", bold: false, italic: false };
const run = (text: string, size = 12): StyledRun => ({ text, font: FONT, size });
const textOf = (line: BrokenLine<StyledRun>): string => line.runs.map((each) => each.text).join("");
const lines = (text: string, width: number, language = "en"): string[] =>
  breakRuns([run(text)], width, { language }).map(textOf);

const words = fc.array(
  fc.constantFrom(
    "we",
    "listen",
    "to",
    "customers",
    "24/7",
    "5–10",
    "well-known",
    "(ask)",
    "päätös",
    "回答が",
    "遅い、",
    "답변이",
    "😀",
    "قرار",
    "\n",
    "a\u00a0b",
  ),
  { minLength: 1, maxLength: 40 },
);
const prose = words.map((list) => list.join(" "));
const runs = fc
  .array(fc.tuple(prose, fc.boolean(), fc.integer({ min: 9, max: 28 })), { minLength: 1, maxLength: 4 })
  .map((list) => list.map(([text, bold, size]): StyledRun => ({ text, font: { ...FONT, bold }, size })));
const widths = fc.integer({ min: 20, max: 600 });

test("the lines give the text back", () => {
  fc.assert(
    fc.property(runs, widths, (list, width) => {
      const broken = breakRuns(list, width, { language: "en" });
      const text = broken.map((line) => textOf(line) + (line.hard ? "\n" : "")).join("");
      expect(text).toBe(list.map((each) => each.text).join(""));
    }),
  );
});

test("no line is wider than the box unless it is a single character", () => {
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  fc.assert(
    fc.property(runs, widths, (list, width) => {
      for (const line of breakRuns(list, width, { language: "en" })) {
        if (line.width > width)
          expect(Array.from(graphemes.segment(textOf(line).trim())).length).toBeLessThanOrEqual(2);
      }
    }),
  );
});

test("a wider box never takes more lines", () => {
  fc.assert(
    fc.property(runs, widths, fc.integer({ min: 1, max: 300 }), (list, width, more) => {
      const narrow = breakRuns(list, width, { language: "en" }).length;
      const wide = breakRuns(list, width + more, { language: "en" }).length;
      expect(wide).toBeLessThanOrEqual(narrow);
    }),
  );
});

test("pieces keep what their run carried", () => {
  const [first] = breakRuns([{ ...run("one two"), ink: "accent" }], 25, { language: "en" });
  expect(first?.runs).toEqual([{ ...run("one "), ink: "accent" }]);
});

test("no text takes no line, a hard break takes one, spaces at the end take no room", () => {
  expect(lines("", 100)).toEqual([]);
  expect(lines("a\nb", 100)).toEqual(["a", "b"]);
  expect(lines("a\n", 100)).toEqual(["a", ""]);
  expect(breakRuns([run("word   ")], 100, { language: "en" })[0]?.width).toBe(measureText("word", FONT, 12));
});

test.each([["and/or"], ["5–10"]])("%s stays whole", (piece) => {
  const room = measureText(`or ${piece.slice(0, -1)}`, FONT, 12);
  expect(lines(`or ${piece}`, room)).toEqual(["or ", piece]);
});

test("a word longer than the line is cut between graphemes, not within", () => {
  const broken = lines("Kundenzufriedenheitsbefragung", 60);
  expect(broken.length).toBeGreaterThan(2);
  expect(lines("👨‍👩‍👧👨‍👩‍👧", 20)).toEqual(["👨‍👩‍👧", "👨‍👩‍👧"]);
  expect(lines("https://example.com/pages/listening", 70)[0]).toMatch(/\/$/);
});

test("Japanese commas, full stops, small kana and closing brackets open no line; opening ones close none", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("回答", "が", "ちょっと", "データー", "、", "。", "「聞く」"), {
        minLength: 2,
        maxLength: 30,
      }),
      widths,
      (list, width) => {
        const broken = lines(list.join(""), width + 40, "ja").slice(1);
        for (const line of broken) expect(line).not.toMatch(/^[、。」ょっー]/);
        for (const line of broken.slice(0, -1)) expect(line).not.toMatch(/「$/);
      },
    ),
  );
});

test("Korean breaks between words, Thai too although it writes no spaces", () => {
  expect(lines("고객은 답변이 늦다고", 60, "ko")).toEqual(["고객은 ", "답변이 ", "늦다고"]);
  expect(lines("ลูกค้ารอนานเกินไป", 60, "th").join("|")).toMatch(/^ลูกค้ารอ\||^ลูกค้า\|/);
});

test("the first line may be indented or hang out", () => {
  const width = measureText("one two", FONT, 12) * 1.02;
  expect(breakRuns([run("one two")], width, { language: "en" })).toHaveLength(1);
  expect(breakRuns([run("one two")], width, { language: "en", firstIndent: 5 })).toHaveLength(2);
});

test("longest word and natural width", () => {
  const list = [run("to well-"), run("known customers\nand")];
  expect(longestWord(list)).toBeCloseTo(measureText("customers", FONT, 12), 6);
  expect(naturalWidth(list)).toBeGreaterThan(measureText("to well-known", FONT, 12));
  expect(naturalWidth([])).toBe(0);
});

test("a balanced title takes the same lines in a narrower box, and leaves no single word on the last", () => {
  const title = [run("Answers take eleven days because every question waits for three teams", 26)];
  const narrow = balancedWidth(title, 760, { language: "en" });
  const broken = breakRuns(title, narrow, { language: "en" });
  expect(broken).toHaveLength(2);
  expect(textOf(broken[1] as BrokenLine<StyledRun>).split(" ").length).toBeGreaterThan(3);
  fc.assert(
    fc.property(runs, widths, (list, width) => {
      const options = { language: "en" };
      const balanced = balancedWidth(list, width, options);
      expect(balanced).toBeLessThanOrEqual(width);
      expect(breakRuns(list, balanced, options).length).toBeLessThanOrEqual(
        breakRuns(list, width, options).length,
      );
    }),
    { numRuns: 40 },
  );
});

test("direction is that of the first letter, or else of the language", () => {
  expect(isRightToLeft("12 القرار yes", "en")).toBe(true);
  expect(isRightToLeft("NPV القرار", "ar")).toBe(false);
  expect(isRightToLeft("2027", "he-IL")).toBe(true);
  expect(isRightToLeft("", "fi")).toBe(false);
});
