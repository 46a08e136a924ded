import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emuToPt, pt, ptToEmu } from "../../src/base/units.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { measureTable } from "../../src/layout/blocks/table.ts";
import { createGlueFinder, gluedAt, withGlue } from "../../src/layout/context/glue.ts";
import type { LayoutContext } from "../../src/layout/context/layout-context.ts";
import { measure, measureBound } from "../../src/layout/context/paragraphs.ts";
import { createTextMeasurer, WIDER } from "../../src/layout/context/text-measurer.ts";
import { fullSizes } from "../../src/layout/roles.ts";
import { compile } from "../../src/library.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import type { TextItem } from "../../src/model/page.ts";
import { plain, type Rich, rich } from "../../src/model/text.ts";
import { bodyItems, deck, lay, slide, table, text } from "./decks.ts";
import { look } from "./look.ts";

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

  test.each([
    [
      "en-GB",
      ["litres", "bed days"],
      "771 litres, 1 litre, 1,456 bed days",
      "771_litres, 1_litre, 1,456_bed days",
    ],
    [
      "en-GB",
      ["per 10,000", "m²", "€/h"],
      "22 per 10,000, 9 m² (a) at 3 €/h",
      "22_per 10,000, 9_m² (a) at 3_€/h",
    ],
    [
      "en-GB",
      ["passengers"],
      "1,012 thousand passengers, 5 passengersx",
      "1,012_thousand_passengers, 5 passengersx",
    ],
    ["en-GB", ["%", "pp", "EUR"], "3% of 4 points, 2 others", "3% of 4_points, 2 others"],
    [
      "fi-FI",
      ["vuotoa", "asiakasta"],
      "771 vuotoa, 1 asiakas, 3 miljoonaa asiakasta",
      "771_vuotoa, 1_asiakas, 3_miljoonaa_asiakasta",
    ],
    [
      "fi-FI",
      ["EUR"],
      "1,31 miljoonaa euroa, 14 päivän, 5 dollaria",
      "1,31_miljoonaa_euroa, 14_päivän, 5_dollaria",
    ],
    ["de-DE", ["Stück"], "771 Stück, 3 Tage, 5 Euros", "771_Stück, 3_Tage, 5 Euros"],
    ["sv-SE", ["ärenden"], "771 ärenden, 1 ärende, 3 dagar", "771_ärenden, 1_ärende, 3_dagar"],
    ["fr-FR", ["pannes"], "771 pannes, 1 panne, 3 jours", "771_pannes, 1_panne, 3_jours"],
    // A language that decks are not written in.
    ["nl-NL", ["stuks"], "771 stuks, 3 dagen", "771_stuks, 3 dagen"],
  ])("a number and a unit of the deck in %s: %j", (tag, units, words, expected) => {
    const locale = resolveLocale(tag);
    const forms = units.flatMap((unit) => locale?.unitForms(unit) ?? [unit]);
    expect(tied(words, 99, createGlueFinder(locale?.withNumbers, forms))).toBe(expected);
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
    expect(tied(words, 18)).toBe("is EUR_1,920_thousand");
    expect(tied(words, 17)).toBe("is EUR_1,920 thousand");
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

describe("a paragraph of the deck", () => {
  const cases = [
    [
      "en-GB",
      ["litres", "bed days"],
      [
        "771 litres",
        "1 litre",
        "1,456 bed\u00a0days",
        "USD 12.1 million",
        "November 19, 2026",
        "2.5 million litres",
        "4 points",
      ],
    ],
    [
      "fi-FI",
      ["vuotoa", "EUR"],
      [
        "771 vuotoa",
        "1 vuoto",
        "1,31 miljoonaa euroa",
        "19. marraskuuta 2026",
        "5,5 %",
        "14 päivän",
        "3 prosenttiyksikköä",
      ],
    ],
  ] as const;
  test.each(cases)(
    "in %s parts no number from its unit where both fit on a line",
    (language, units, figures) => {
      const measurer = createTextMeasurer(look.fonts, language, units);
      const context = { look, measurer, sizes: fullSizes(look) } as LayoutContext;
      const phrases: readonly string[] = figures;
      const piece = fc.oneof(
        fc.constantFrom(...phrases),
        fc.constantFrom("and", "the water", "internationalisation", "a", "of"),
      );
      let ends = 0;
      fc.assert(
        fc.property(
          fc.array(piece, { minLength: 3, maxLength: 25 }),
          fc.integer({ min: 40, max: 400 }),
          (list, width) => {
            const sentence = rich(list.join(" "));
            const { text, measured } = measureBound(sentence, { role: "body" }, pt(width), context);
            const words = plain(text);
            const lines = measured.lines(pt(width));
            for (const { end } of lines.slice(0, -1)) {
              const before = words.slice(0, end).trimEnd().length;
              let at = 0;
              for (const one of list) {
                if (phrases.includes(one) && at < before && before < at + one.length) {
                  expect(measure(rich(one), { role: "body" }, context).width()).toBeGreaterThan(
                    (width * 0.98) / WIDER,
                  );
                  ends += 1;
                }
                at += one.length + 1;
              }
            }
          },
        ),
      );
      expect(ends).toBeGreaterThan(0);
    },
  );

  test("knows the units of its metrics and charts", async () => {
    const root = join(import.meta.dirname, "../../samples");
    const file = readFileSync(join(root, "minimal.json"));
    const compiled = await compile(file, { host: createNodeHost(), root });
    expect(compiled.deck.units).toEqual(expect.arrayContaining(["visits", "GBP", "%"]));
  });
});

describe("where the theme's font is missing", () => {
  const contextOf = () => {
    const measurer = createTextMeasurer(look.fonts, "en-GB", ["litres"]);
    return { look, measurer, sizes: fullSizes(look) } as LayoutContext;
  };
  const needOf = (words: string) => {
    const context = contextOf();
    return measure(rich(words), { role: "table", wide: true }, context).longestWord();
  };
  const cell = fc.constantFrom("1,650", "29.1.", "No.", "responsibilities", "Page", "a few words", "−27.2");

  test("columns still hold their longest words, if all of them fit", () => {
    let held = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<readonly ("fit" | number)[]>(
          [1, "fit", "fit", "fit", "fit", "fit"],
          [3, 1, 1, 1, 1, 1],
        ),
        fc.integer({ min: 250, max: 700 }),
        (texts, widths, width) => {
          const rows = texts.map((row) => row.map((words) => ({ text: rich(words) })));
          const needs = widths.map(
            (_, n) => Math.max(...texts.map((row) => needOf(row[n] ?? ""))) * 1.02 + 11,
          );
          fc.pre(needs.reduce((a, b) => a + b, 0) <= width);
          const set = measureTable(table(0, { rows, widths, head: [] }), ptToEmu(width), {
            ...contextOf(),
            spacing: 1,
            tables: (_block, _question, make) => make(),
          } as LayoutContext);
          set.columns.forEach((column, n) => {
            expect(emuToPt(column)).toBeGreaterThanOrEqual((needs[n] ?? 0) - 0.1);
          });
          held += 1;
        },
      ),
    );
    expect(held).toBeGreaterThan(10);
  });

  test("what would break in the middle of a word is not joined", () => {
    const words = "is 1,920 litres";
    const reach = (from: number, to: number) => to - from;
    expect(gluedAt(words, { strong: [], weak: [8] }, 12, reach, 1.12)).toEqual([]);
    expect(gluedAt(words, { strong: [], weak: [8] }, 14, reach, 1.12)).toEqual([8]);
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

  test("makes a column of dates wide enough for day, month and year", () => {
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
      "28 September 2026",
      "5 October 2026",
    ]);
  });
});

test("a currency stays with its scale word at the head of a table", () => {
  expect(tied("GBP thousand, GBP of, EUR millionaire")).toBe("GBP_thousand, GBP of, EUR millionaire");
});
