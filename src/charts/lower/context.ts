import type { FillPhrase } from "../../locales/en/phrases.ts";
import type { Locale, Marks } from "../../locales/locale.ts";
import type { Scale } from "../../model/bundle/common.ts";
import type { Figures, JsonPath } from "../../model/figures.ts";

/** Format of a number, the same as that of figures, so that both print the same string. */
export interface ChartNumberStyle {
  /** %, pp, an ISO 4217 code, a word, or "" for a bare number. */
  readonly unit: string;
  readonly decimals: number;
  readonly scale?: Scale;
  /** True for changes, which carry + or −. */
  readonly signed?: boolean;
  /** True for the form that fits an axis or a bar: "€0.42m". */
  readonly short?: boolean;
}

/** Context of lowering: figures, the deck's language and dates. Filled by `build` for one exhibit. */
export interface ChartContext {
  readonly figures: Figures;
  /** The exhibit's message, resolved and without markup; it opens the alt text. */
  readonly message: string;
  /** JSON path of the chart in the bundle: ["charts", 0]. */
  readonly from: JsonPath;
  /** A number in the deck's locale. */
  readonly format: (value: number, style: ChartNumberStyle) => string;
  /** A phrase of the locale (keys "chart.…"), without emphasis. */
  readonly say: FillPhrase<string>;
  /** A period of the bundle as it is read: "Q3 2026", and short where its year is clear: "Q3". */
  readonly period: (period: string, form: "long" | "short") => string;
  /** A unit in words, as a caption writes it: "%", "EUR million", "percentage points". */
  readonly unit: (unit: string, scale?: Scale) => string;
  /** An ISO date as it is read: "18 November 2026", and without its year: "18 November". */
  readonly day: (date: string, form: "long" | "short") => string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Marks between the parts of a text: ", " and "; ". */
  readonly marks: Marks;
  /** Which direction is good where the chart does not say: that of the metric behind the goal it supports. */
  readonly better?: "higher" | "lower";
  /** The deck's ISO date. */
  readonly date?: string;
  /** The ISO day by which the decision is needed. */
  readonly decision?: string;
}

/** Parts of the context that belong to one exhibit; the rest comes from the locale. */
export type ChartSubject = Pick<
  ChartContext,
  "figures" | "message" | "from" | "better" | "date" | "decision"
>;

/** A context whose numbers and words are those of a locale; `words` is the phrasebook's. */
export function chartContext(
  locale: Locale,
  words: ChartContext["say"],
  subject: ChartSubject,
): ChartContext {
  return {
    ...subject,
    language: locale.tag,
    marks: locale.marks,
    say: words,
    format: (value, { unit, decimals, scale, signed = false, short = false }) =>
      locale.value(value, {
        unit,
        decimals,
        signed,
        ...(scale === undefined ? {} : { scale }),
        style: short ? "short" : "text",
      }),
    period: (period, form) => locale.period(period, form === "short" ? "withinYear" : "long"),
    unit: (unit, scale) => locale.unit(unit, scale),
    day: (date, form) => locale.date(date, form === "short" ? "dayMonth" : "long"),
  };
}
