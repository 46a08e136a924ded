import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { expect, test } from "vitest";
import { resolveLocale } from "../../src/locales/index.ts";
import type { Figure } from "../../src/model/figures.ts";
import { compileFile } from "../rules/compiled.ts";

/**
 * The same figure is spelt one way on a slide: not "12%" here and "12.0%" there, nor "EUR 1.2 million" and "EUR 1,217
 * thousand". What counts is a number with its own unit, in titles, text, tables, labels of charts, alt text and notes. Numbers whose
 * unit stands in a heading or on an axis, and the scale of an axis, do not count: they are read with that unit. Nor do
 * numbers that authors wrote out in their own sentences.
 */
const BUNDLES = [
  ...["gallery", "minimal", "sepsis-at-the-ward-door", "stop-mechanical-scales"].map(
    (n) => `samples/${n}.json`,
  ),
  "samples/vuodot-kiinni-samana-paivana.json",
  "samples/kaelter-zurueck-weniger-gas.json",
  "samples/laga-for-dem-som-kommer.json",
  "samples/reparer-la-porte-avant-la-panne.json",
  "test/bundles/customer-listening.json",
];

const SCALES: Readonly<Record<string, number>> = {
  ...{ thousand: 1e3, million: 1e6, billion: 1e9, k: 1e3, m: 1e6, bn: 1e9 },
  ...{ tuhatta: 1e3, miljoonaa: 1e6, miljardia: 1e9, "milj.": 1e6, mrd: 1e9 },
  ...{ "Tsd.": 1e3, Million: 1e6, Millionen: 1e6, "Mio.": 1e6 },
  ...{ tusen: 1e3, miljon: 1e6, miljoner: 1e6, miljarder: 1e9, mn: 1e6 },
  ...{ "milliers d’": 1e3, "million d’": 1e6, "millions d’": 1e6, M: 1e6 },
};
const WORDS = Object.keys(SCALES)
  .map((word) => word.replace(".", "\\."))
  .join("|");
const MONEY = "EUR|USD|NOK|GBP|SEK|€|\\$|£";
const AMOUNT = new RegExp(
  `(?:(${MONEY}) ?)?(?<![\\d.,])(\\d(?:[\\d.,]| (?=\\d{3}))*(?<=\\d))(?: ?(%|(?:${WORDS})(?![\\p{L}])))?(?: ?(euroa|Euro|euros|kronor|kr|${MONEY})(?!\\p{L}))?`,
  "gu",
);

interface Spelt {
  readonly unit: "%" | "money";
  readonly value: number;
  /** Half of its last digit. */
  readonly slack: number;
  readonly spelling: string;
}

function amountsIn(text: string, comma: boolean): readonly Spelt[] {
  return Array.from(text.replace(/[\u00a0\u202f]/g, " ").matchAll(AMOUNT)).flatMap((found): Spelt[] => {
    const [, before, digits = "", word = "", after] = found;
    const unit = word === "%" ? "%" : before !== undefined || after !== undefined ? "money" : undefined;
    const number = comma ? digits.replaceAll(/[ .]/g, "").replace(",", ".") : digits.replaceAll(/[, ]/g, "");
    if (unit === undefined || !/^\d+(\.\d+)?$/.test(number)) return [];
    const scale = SCALES[word] ?? 1;
    const decimals = number.split(".")[1]?.length ?? 0;
    const spelling = `${digits} ${word}`;
    return [{ unit, value: Number(number) * scale, slack: (scale * 10 ** -decimals) / 2, spelling }];
  });
}

const UNREAD = new Set([
  ...["id", "kind", "from", "lines", "to", "href", "pageOf", "code", "format"],
  "ticks",
]);

/** The texts in a value, a sentence of several runs as one. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) {
    const runs =
      value.length > 0 && value.every((one) => typeof (one as { text?: unknown })?.text === "string");
    if (runs && value.every((one) => !("frame" in one) && !("at" in one)))
      return [value.map((one: { text: string }) => one.text).join("")];
    return value.flatMap(textsOf);
  }
  return Object.entries(value).flatMap(([key, part]) => (UNREAD.has(key) ? [] : textsOf(part)));
}

/** Spellings of a figure among amounts: those that round to it, in its unit. */
function spellingsOf(figure: Figure, amounts: readonly Spelt[]): readonly string[] {
  const unit = figure.unit === "%" ? "%" : /^[A-Z]{3}$/.test(figure.unit) ? "money" : undefined;
  if (unit === undefined || figure.value === 0) return [];
  const size = Math.abs(figure.value);
  const own = amounts.filter(
    (one) => one.unit === unit && Math.abs(one.value - size) <= one.slack * 1.000001,
  );
  return [...new Set(own.map((one) => one.spelling))];
}

test.each(BUNDLES)("%s spells every figure one way on each slide", async (file) => {
  const bundle: unknown = parse(readFileSync(join(import.meta.dirname, "..", "..", file), "utf8"), [], {
    allowTrailingComma: true,
  });
  const { figures, pages } = await compileFile(file);
  const comma = /^(?:fi|de)/.test(resolveLocale(pages.language)?.tag ?? "");
  const written = new Set(
    textsOf(bundle).flatMap((text) => amountsIn(text, comma).map(({ spelling }) => spelling)),
  );
  let spelt = 0;
  const several = pages.pages.flatMap((page) => {
    const amounts = textsOf([page.title, page.items, page.notes])
      .flatMap((text) => amountsIn(text, comma))
      .filter(({ spelling }) => !written.has(spelling));
    return Object.values(figures.all).flatMap((figure) => {
      const spellings = spellingsOf(figure, amounts);
      spelt += spellings.length;
      return spellings.length > 1 ? [`${page.id}: ${figure.id} as ${spellings.join(" and ")}`] : [];
    });
  });
  expect(several).toEqual([]);
  expect(spelt).toBeGreaterThan(4);
});

test("two spellings of one figure are seen", () => {
  const of = (text: string, comma = false) => amountsIn(text, comma).map(({ spelling }) => spelling);
  expect(of("EUR 1,217 thousand, or EUR 1.2 million; 12% and 12.0%")).toEqual([
    "1,217 thousand",
    "1.2 million",
    "12 %",
    "12.0 %",
  ]);
  expect(of("1 217 tuhatta euroa eli 1,2 miljoonaa euroa; 12,0 %", true)).toEqual([
    "1 217 tuhatta",
    "1,2 miljoonaa",
    "12,0 %",
  ]);
  const figure = { value: 1_217_000, unit: "EUR" } as Figure;
  expect(
    spellingsOf(figure, amountsIn("EUR 1,217 thousand, EUR 1.2 million, EUR 1.3 million", false)),
  ).toEqual(["1,217 thousand", "1.2 million"]);
});
