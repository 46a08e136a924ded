import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathText } from "../../src/base/json-path.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { sortFindingsByPlace } from "../../src/diagnostics/findings/index.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { editDistance, nearest } from "../../src/diagnostics/nearest.ts";
import { pretty, summary } from "../../src/diagnostics/reporters/pretty.ts";
import { cells, printable } from "../../src/diagnostics/terminal.ts";
import { createLines } from "../../src/read/text/source-map.ts";

const place = (text: string, column: number, length: number, line = 12) => ({
  file: "listening.json",
  line,
  column,
  text,
  length,
});
const one = messages.missingReference(
  { path: ["goals", 0, "metric"], place: place('    "metric": "chrun",', 15, 7) },
  "chrun",
  "a metric",
  "churn",
  [],
);
const plain = { colour: false, width: 100 };

describe("the pretty report", () => {
  test("says what is wrong, where, quotes the line, and gives a hint", () => {
    expect(pretty([one], plain)).toBe(
      [
        ' error  Nothing has the id "chrun"; this field needs the id of a metric.',
        "        listening.json:12:15  goals[0].metric  bundle/missing-reference",
        '    12 │ "metric": "chrun",',
        "       │           ^^^^^^^",
        '        hint  Did you mean "churn"?',
        "",
        "1 error in listening.json",
        "",
      ].join("\n"),
    );
  });

  test("cuts a long line around what is meant, and points at it all the same", () => {
    const text = `{ ${'"a": 1, '.repeat(400)}"metric": "chrun", ${'"b": 2, '.repeat(400)} }`;
    const column = text.indexOf('"chrun"') + 1;
    const [, , quoted = "", caret = ""] = pretty([{ ...one, place: place(text, column, 7) }], plain).split(
      "\n",
    );
    expect(quoted.length).toBeLessThanOrEqual(100);
    expect(quoted).toMatch(/│ ….*"metric": "chrun".*…$/);
    expect(quoted.slice(caret.indexOf("^"), caret.indexOf("^") + 7)).toBe('"chrun"');
  });

  test("points at the right column after characters of two columns", () => {
    const text = '"name": "解約率と😀", "metric": "chrun"';
    const [, , quoted = "", caret = ""] = pretty(
      [{ ...one, place: place(text, text.indexOf('"chrun"') + 1, 7) }],
      plain,
    ).split("\n");
    expect(cells(quoted.slice(0, quoted.indexOf('"chrun"')))).toBe(caret.indexOf("^"));
  });

  test("lets no bundle steer the terminal", () => {
    const nasty: Diagnostic = {
      ...one,
      what: "a\u001b[2Jb\u009b",
      place: place('"\u001b]0;x\u0007\u202e"', 1, 3),
    };
    const report = pretty([nasty], plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test("uses colour only when asked to", () => {
    const esc = String.fromCharCode(27);
    expect(pretty([one], plain)).not.toContain(esc);
    expect(pretty([one], { ...plain, colour: true })).toContain(esc);
  });

  test("breaks long sentences at the width, and never a word", () => {
    const long = {
      ...one,
      what: "word ".repeat(60).trim(),
      hint: `see https://example.com/${"x".repeat(120)} please`,
    };
    const lines = pretty([long], { colour: false, width: 60 }).split("\n");
    expect(
      lines.filter(
        (line) => line.length > 60 && !line.includes("https://") && !line.includes("listening.json:"),
      ),
    ).toEqual([]);
    expect(lines.some((line) => line.includes(`https://example.com/${"x".repeat(120)}`))).toBe(true);
  });

  test("shows so many and counts the rest", () => {
    const report = pretty([one, one, one], { ...plain, limit: 1 });
    expect(report).toContain("and 2 more problems");
    expect(report).toContain("3 errors in listening.json");
  });

  test("counts by severity and names files", () => {
    const warning: Diagnostic = { ...one, severity: "warning" };
    const other: Diagnostic = { ...one, place: { file: "data/a.csv", line: 1, column: 1 } };
    expect(summary([one, one, warning])).toBe("2 errors, 1 warning in listening.json");
    expect(summary([one, other])).toBe("2 errors in listening.json and data/a.csv");
    expect(summary([])).toBe("no problems");
  });

  test.each([
    ["one euro sign", `€${"a".repeat(1_000_000)}`],
    ["Japanese", "顧客の声を聞く、".repeat(125_000)],
    ["nulls", "\0".repeat(1_000_000)],
    ["emoji", "👩‍👩‍👧".repeat(125_000)],
  ])(
    "a line of a million letters with %s is quoted around the place, in time that does not grow with it",
    (_name, text) => {
      const lines = createLines(`${text}HERE${text}`, "b.json");
      const started = performance.now();
      const found = Array.from({ length: 50 }, () => ({ ...one, place: lines.at(text.length, 4) }));
      const [, , quoted = "", mark = ""] = pretty(found, plain).split("\n");
      // Each finding took more than a second when the whole line was looked at for each step; all take some 20 ms.
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(found[0]?.place).toMatchObject({ column: text.length + 1, length: 4 });
      expect(found[0]?.place.text?.length).toBeLessThan(2_000);
      expect(quoted).toMatch(/│ ….*HERE.*…$/u);
      expect(cells(quoted.slice(0, quoted.indexOf("HERE")))).toBe(mark.indexOf("^^^^"));
      expect(cells(quoted)).toBeLessThanOrEqual(102);
    },
  );

  test("every line that points points at what the place says, whatever the line", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        (text, at, length) => {
          fc.pre(!/[\r\n]/.test(text));
          const column = (at % (text.length + 1)) + 1;
          const lines = pretty([{ ...one, place: place(text, column, length) }], plain).split("\n");
          expect(lines[3]).toMatch(/^ {7}│ *\^+$/);
          expect(cells(lines[2] ?? "")).toBeLessThanOrEqual(102);
        },
      ),
    );
  });
});

test("order is by file, line and column; the same finding comes once", () => {
  const at = (line: number, column: number): Diagnostic => ({ ...one, place: place("", column, 1, line) });
  const nowhere: Diagnostic = { code: "x", severity: "error", what: "nowhere" };
  expect(sortFindingsByPlace([nowhere, at(2, 1), at(1, 9), at(1, 2), at(2, 1)])).toEqual([
    at(1, 2),
    at(1, 9),
    at(2, 1),
    nowhere,
  ]);
});

test("paths read as people write them", () => {
  expect(pathText([])).toBe("");
  expect(pathText(["metrics", 2, "values", 0, "period"])).toBe("metrics[2].values[0].period");
  expect(pathText(["options", 0, "criteria", "Time to value"])).toBe('options[0].criteria["Time to value"]');
});

describe("the nearest word", () => {
  const known = ["statement", "situation", "now", "asOf", "same-day", "churn"];
  test.each([
    ["statment", "statement"],
    ["Statement", "statement"],
    ["asof", "asOf"],
    ["as_of", "asOf"],
    ["sameday", "same-day"],
    ["chrun", "churn"],
    ["nwo", "now"],
    ["churnrate", "churn"],
    ["sit", "situation"],
    ["sta", "statement"],
    ["st", undefined],
    ["revenue", undefined],
    ["x", undefined],
    ["", undefined],
  ])("to %j is %j", (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  test("begins with the word only where no other one does", () => {
    expect(nearest("visits", ["visits.latest"])).toBe("visits.latest");
    expect(nearest("visits", ["visits.latest", "visits.previous"])).toBeUndefined();
  });

  test("distance is a symmetric count of edits", () => {
    expect(editDistance("ab", "ba")).toBe(1);
    expect(editDistance("kitten", "sitting")).toBe(3);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

test("printable text has no character that steers", () => {
  expect(printable("a\tb\u0000\u061c")).toBe("a b\u25a1\u061c");
});
