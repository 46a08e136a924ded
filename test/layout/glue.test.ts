import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGlueFinder, gluedAt, withGlue } from "../../src/layout/context/glue.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import type { TextItem } from "../../src/model/page.ts";
import { plain, type Rich, rich } from "../../src/model/text.ts";
import { bodyItems, deck, lay, slide, table, text } from "./decks.ts";

const english = createGlueFinder(resolveLocale("en-GB")?.withNumbers);

/** A text as it is bound on lines of so many characters, "_" for a no-break space. */
const tied = (words: string, width = Number.POSITIVE_INFINITY, glue = english): string =>
  plain(
    withGlue(
      rich(words),
      gluedAt(words, glue(words), width, (from, to) => to - from),
    ),
  ).replaceAll("\u00a0", "_");

describe("no line ends between", () => {
  test.each([
    ["It costs EUR 1,920 thousand a year", "It costs EUR_1,920_thousand a year"],
    ["USD −0.3 million, or 300 EUR", "USD_−0.3_million, or 300_EUR"],
    ["sent on 28 September 2026, due 5 Oct", "sent on 28_September_2026, due 5_Oct"],
    ["on November 18, 2026, in May 2027", "on November_18,_2026, in May_2027"],
    ["see page 12 and Q3 2026, W41 2026", "see page_12 and Q3_2026, W41_2026"],
    ["43 days, 1.4 points, 12 km", "43_days, 1.4_points, 12_km"],
  ])("a number and what belongs to it: %s", (words, expected) => {
    expect(tied(words)).toBe(expected);
  });

  test.each([
    "may 2026 be better, and 39 hares",
    "in May 20260 mails, in May 202",
    "the year 2026 in review, 3 of 4",
    "marching 5 times, page numbers",
    "GDP growth of 12 daylights, 5 Octopuses",
    "up in March 3.5% or 3%",
  ])("but not where a word only looks like it: %s", (words) => {
    expect(tied(words)).toBe(words);
  });

  test.each([
    ["hinta nousee 5,5 % ja on 982 000 euroa", "hinta nousee 5,5_% ja on 982_000_euroa"],
    ["viimeistään 8. helmikuuta 2027, sivu 12", "viimeistään 8._helmikuuta_2027, sivu_12"],
    ["1 234 567 tilausta vuonna 2026, 400 päivää", "1_234_567 tilausta vuonna 2026, 400_päivää"],
    ["vuosina 2027 ja 2028 ja 8. vaihe", "vuosina 2027 ja 2028 ja 8. vaihe"],
  ])("what belongs together in Finnish: %s", (words, expected) => {
    expect(tied(words, 99, createGlueFinder(resolveLocale("fi-FI")?.withNumbers))).toBe(expected);
  });

  test("the words of a language only where it is known", () => {
    expect(tied("am 18 November, EUR 420, Q3 2026", 99, createGlueFinder(undefined))).toBe(
      "am 18 November, EUR_420, Q3_2026",
    );
  });
});

describe("on narrow lines", () => {
  test("a number lets go of its unit first, then of all", () => {
    const words = "is EUR 1,920 thousand";
    expect(tied(words, 36)).toBe("is EUR_1,920_thousand");
    expect(tied(words, 35)).toBe("is EUR_1,920 thousand");
    expect(tied(words, 8)).toBe(words);
  });

  test("bound text is never cut that was whole", () => {
    const words = fc
      .array(
        fc.constantFrom("EUR", "28", "September", "1,920", "thousand", "page", "Q3", "2026", "and", "days"),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((list) => list.join(" "));
    fc.assert(
      fc.property(words, fc.integer({ min: 9, max: 40 }), (sentence, width) => {
        const longest = Math.max(
          ...tied(sentence, width)
            .split(" ")
            .map((piece) => piece.length),
        );
        expect(longest).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("a bound sentence", () => {
  test("keeps its runs, their length and their looks", () => {
    const runs: Rich = [
      { text: "It costs EUR", bold: true },
      { text: " 420", href: "https://example.com/" },
      { text: " thousand" },
    ];
    const [first, second, third] = withGlue(runs, [12, 16]);
    expect(first).toBe(runs[0]);
    expect(second).toEqual({ text: "\u00a0420", href: "https://example.com/" });
    expect(third).toEqual({ text: "\u00a0thousand" });
  });

  test("is what is written, and its lines are those of the page", () => {
    const words = Array.from({ length: 30 }, (_, n) => `${"so ".repeat(n % 4)}EUR ${n}00 and`).join(" ");
    const page = lay(deck(slide(text("body", words)))).pages.pages[0];
    const item = page && (bodyItems(page)[0] as TextItem | undefined);
    const [paragraph] = item?.paragraphs ?? [];
    const written = paragraph?.runs.map((run) => run.text).join("") ?? "";
    expect(written.match(/EUR\u00a0\d+00/g)).toHaveLength(30);
    expect(paragraph?.lines.length).toBeGreaterThan(3);
    expect(paragraph?.lines.map((line) => line.runs.map((run) => run.text).join("")).join("")).toBe(written);
  });

  test("makes a column of dates wide enough for day and month", () => {
    const rows = ["28 September 2026", "5 October 2026"].map((date) => [
      { text: rich(date) },
      {
        text: rich(
          "What happened on that day, told at such length that the column of dates gets no more than it needs. ".repeat(
            3,
          ),
        ),
      },
    ]);
    const page = lay(deck(slide(table(0, { rows, widths: [1, 20], head: [] })))).pages.pages[0];
    const [item] = page === undefined ? [] : bodyItems(page).filter((one) => one.type === "table");
    const lines = item?.type === "table" ? item.rows.map((row) => row.cells[0]?.paragraphs[0]?.lines) : [];
    expect(lines.map((one) => one?.[0]?.runs[0]?.text.trim())).toEqual([
      "28\u00a0September",
      "5\u00a0October",
    ]);
  });
});
