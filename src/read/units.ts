import { lazily } from "../base/lazily.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { DEFAULT_LOCALE, resolveLocale } from "../locales/index.ts";
import type { JsonPath } from "../model/figures.ts";
import type { Fault } from "./issues.ts";
import { textsAt } from "./select.ts";
import type { SourceMap } from "./text/source-map.ts";

/** Currencies whose names are known in every bundle, beside its own. */
const COMMON = ["EUR", "USD", "GBP"];

/** A currency sign alone, or with letters of a scale: £, k€, $m. */
const SIGN =
  /^(?<before>k|mn?|bn|t)?\s?(?<sign>(?:US)?\p{Sc})\s?(?<behind>k|mn?|bn|t|thousand|million|billion)?$/iu;

/** A unit in words or with a sign. `instead` is the sign or code; `scaled` is true where it also names a scale: k€. */
export interface UnitInWords {
  readonly path: JsonPath;
  readonly unit: string;
  readonly instead: string;
  readonly scaled: boolean;
}

/**
 * Units that are written in words or signs where a sign or code is known: percent for %, £ for GBP. A word would be printed
 * and read as any other, so that shares would not be shares, nor amounts money.
 */
export function unitsInWords(root: unknown): readonly UnitInWords[] {
  const own = ["investment.currency", "ask.currency", "currency"].flatMap((pattern) =>
    textsAt(root, pattern),
  );
  const meant = unitReader(textsAt(root, "locale")[0] ?? DEFAULT_LOCALE, own);
  const out: UnitInWords[] = [];
  const visit = (here: unknown, path: JsonPath): void => {
    if (typeof here === "string") {
      const instead = path.at(-1) === "unit" ? meant(here.trim()) : undefined;
      if (instead === undefined) return;
      const sign = SIGN.exec(here.trim())?.groups;
      out.push({ path, unit: here, instead, scaled: (sign?.["before"] ?? sign?.["behind"]) !== undefined });
    } else if (typeof here === "object" && here !== null)
      for (const [key, child] of Object.entries(here))
        visit(child, [...path, Array.isArray(here) ? Number(key) : key]);
  };
  visit(root, []);
  return out;
}

export const checkUnits = (root: unknown, places: SourceMap): Fault[] =>
  unitsInWords(root).map(({ path, unit, instead, scaled }) => ({
    found: messages.unitInWords({ path, place: places.value(path) }, unit, instead, scaled),
    instead,
  }));

/** The sign or code that a unit in words stands for; undefined for any other unit. `own` are currencies of the bundle. */
export const meantUnit = (unit: string, tag: string, own: readonly string[]): string | undefined =>
  unitReader(tag, own)(unit);

/** A reader of units, as `meantUnit` reads one; the words of a language are asked for once, when the first unit needs them. */
function unitReader(tag: string, own: readonly string[]): (unit: string) => string | undefined {
  const words = lazily(() => {
    const known = new Map<string, string>();
    const add = (word: string, unit: string): void => {
      if (!known.has(word)) known.set(word, unit);
    };
    const currencies = [...own, ...COMMON].filter((currency) => /^[A-Z]{3}$/.test(currency));
    for (const language of new Set(["en-GB", "en-US", resolveLocale(tag)?.tag ?? DEFAULT_LOCALE])) {
      for (const word of wordsOf(language, { style: "unit", unit: "percent", unitDisplay: "long" }))
        add(word, "%");
      const locale = resolveLocale(language);
      const points = locale?.unit("pp").toLowerCase() ?? "";
      // "points" alone are points of a score in English; "Prozentpunkt" is the word for one.
      const forms = (locale?.unitForms("pp") ?? []).filter((form) => points.startsWith(form.toLowerCase()));
      for (const word of [points, ...(points.endsWith("s") ? [points.slice(0, -1)] : []), ...forms])
        add(word.toLowerCase(), "pp");
      for (const currency of currencies)
        for (const word of wordsOf(language, { style: "currency", currency, currencyDisplay: "name" }))
          add(word, currency);
    }
    return known;
  });
  const read = (unit: string): string | undefined => {
    const sign = SIGN.exec(unit)?.groups?.["sign"];
    if (sign !== undefined) return currencyOf(sign, own);
    const word = unit.toLowerCase();
    return own.find((each) => each !== unit && each.toLowerCase() === word) ?? words().get(word);
  };
  const known = new Map<string, string | undefined>();
  return (unit) => {
    if (!known.has(unit)) known.set(unit, read(unit));
    return known.get(unit);
  };
}

/** Words that a language puts beside one and several of a unit, by CLDR. */
function wordsOf(language: string, style: Intl.NumberFormatOptions): ReadonlySet<string> {
  const format = new Intl.NumberFormat(language, { ...style, maximumFractionDigits: 0 });
  return new Set(
    [1, 2].flatMap((count) =>
      format
        .formatToParts(count)
        .flatMap(({ type, value }) => (type === "unit" || type === "currency" ? [value.toLowerCase()] : [])),
    ),
  );
}

/** The currency of a sign: the bundle's own where it has that sign, else the one that has it in English. */
function currencyOf(sign: string, own: readonly string[]): string | undefined {
  if (/^US/iu.test(sign)) return "USD";
  const has = (currency: string, currencyDisplay: "symbol" | "narrowSymbol"): boolean =>
    new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay })
      .formatToParts(1)
      .some(({ type, value }) => type === "currency" && value === sign);
  const all = Intl.supportedValuesOf("currency");
  return (
    own.filter((code) => all.includes(code)).find((code) => has(code, "narrowSymbol")) ??
    all.find((code) => has(code, "symbol")) ??
    all.find((code) => has(code, "narrowSymbol"))
  );
}
