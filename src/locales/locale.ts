import type { Exact } from "../base/decimal.ts";
import type { PeriodKind } from "../base/period.ts";
import type { Scale, ScaleName } from "../model/bundle/common.ts";
import type { Phrases } from "./en/phrases.ts";

export type DateStyle = "long" | "short" | "dayMonth" | "monthYear" | "weekday";
export type PeriodStyle = "long" | "short" | "withinYear";

export interface NumberStyle {
  /** Digits after the decimal mark; what is beyond is rounded half away from zero. */
  readonly decimals: number;
  /** Prints + before positive numbers too; zero never has a sign. */
  readonly signed?: boolean;
  /** Separators between thousands; true when left out. */
  readonly grouping?: boolean;
}

export interface ValueStyle extends NumberStyle {
  /** %, pp, an ISO 4217 code, a word; "" for a bare number. */
  readonly unit: string;
  /** Divides by it and names it. */
  readonly scale?: ScaleName | undefined;
  /** text: "EUR 420 thousand" (default); plain: "420"; short: "EUR 420k". */
  readonly style?: "text" | "plain" | "short";
}

/**
 * Writing rules of a language. The one place where number, scale word and unit are put together, and where
 * dates, periods, lists and quotations are written. Same input, same string, on every machine.
 */
export interface Locale {
  /** BCP 47 tag of the words, for example en-GB. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  /**
   * Face of words that a bundle marks by one asterisk: bold where the letters have no italics of their own, so that programs
   * would slant them by themselves. Quotations are in italics, or stand in their marks alone.
   */
  readonly emphasis: "italic" | "bold";
  /** Stands where a value is missing. */
  readonly missing: string;
  /** "−1,240.5" */
  readonly number: (exact: Exact, style: NumberStyle) => string;
  /** "14.9%", "−1.4 points", "EUR 230 thousand", "43 days". */
  readonly value: (exact: Exact, style: ValueStyle) => string;
  /** "12.8–14.3%", "−2.1 to −0.7 points"; one value where both ends print the same. */
  readonly range: (low: Exact, high: Exact, style: ValueStyle) => string;
  /** The unit alone, for captions and table heads: "%", "percentage points", "EUR thousand", "tickets". */
  readonly unit: (unit: string, scale?: ScaleName) => string;
  /** A unit in every form that follows a number: "ticket", "tickets". */
  readonly unitForms: (unit: string) => readonly string[];
  /** An ISO date in words, counted without any time zone; a text that is no date comes back as it is. */
  readonly date: (iso: string, style: DateStyle) => string;
  /** A time of day, "HH:MM", as the language writes it: "9.00". */
  readonly time: (clock: string) => string;
  /** A period in words; a text that is no period ("spring 2026") comes back as it is. */
  readonly period: (period: string, style: PeriodStyle) => string;
  /** Joins the items as the language does: "a, b and c". */
  readonly list: (items: readonly string[], word: "and" | "or") => string;
  /** Puts a text in quotation marks; marks inside it become inner ones. */
  readonly quote: (text: string) => string;
  /** Plural category of a number that is shown with so many decimals (none when left out). */
  readonly plural: (value: Exact, decimals?: number) => Intl.LDMLPluralRule;
  /** Scales that sentences take by themselves, from small to large: thousand, million, billion; in Japanese 万, 億, 兆. */
  readonly scales: readonly Pick<ScaleWords, "name" | "power">[];
  /** Scales that a table of amounts takes by itself, from small to large. */
  readonly tableScales: readonly { readonly name: Scale; readonly power: number }[];
  readonly marks: Marks;
  /** Sets straight quotation marks and apostrophes as the language does; code, addresses and primes stay. */
  readonly curl: (text: string) => string;
  /**
   * Drops the sign of a number where the words around it already say the direction: "left −1.4 points less often"
   * becomes "left 1.4 points less often". A sign that contradicts its words stays, so that it is seen.
   */
  readonly settle: (sentence: string) => string;
  /** Windows' identifier of the language where its numbers have other marks than in English: "40B". */
  readonly numberLanguage: string | undefined;
  /** Words that stand with numbers and should not be parted from them; a regular expression each, without flags. */
  readonly withNumbers: WithNumbers;
  /** Handlebars templates of the sentences that the product says; `createPhrasebook` fills them. */
  readonly phrases: Phrases;
}

/** Marks that join texts: "Source: a, b", "one; two", "First. Second". */
export interface Marks {
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly stop: string;
  /** Behind a question or an exclamation, where a colon cannot stand. */
  readonly dash: string;
}

/** A power of ten that numbers are counted in. */
export interface ScaleWords {
  readonly name: ScaleName;
  readonly power: number;
  readonly long: Plural;
  readonly short: string;
  /** True for a scale that sentences and short forms take where the bundle asks for none. */
  readonly prose: boolean;
  /** True for a scale that tables take by themselves; it must be one that bundles may ask for. */
  readonly tables: boolean;
}

export interface WithNumbers {
  /** Names of months, long and short, with the endings that they may have. */
  readonly months: string;
  /** Words that a number follows: "page 12". */
  readonly before: string;
  /** Words of scales: "12 thousand". */
  readonly scales: string;
  /** Other words that follow a number: "43 days". */
  readonly after: string;
  /** True where a space parts thousands: "6 400". */
  readonly spaced: boolean;
}

/** Forms of a word by plural category. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** All that a locale file holds: data, and code only for the word of a unit. `speak` makes a Locale of it. */
export interface LocaleWords {
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly emphasis: Locale["emphasis"];
  readonly missing: string;
  readonly numbers: {
    readonly decimal: string;
    readonly group: string;
    /** Digits before the decimal mark from which on thousands are separated: 4, or 5 where 1240 stays whole. */
    readonly groupFrom: number;
    readonly minus: string;
    readonly plus: string;
    /**
     * Windows' identifier of the language ([MS-LCID] 2.2), hexadecimal, where its marks are others than in English: the
     * numbers of native charts name it.
     */
    readonly identifier?: string;
  };
  /** {n} is the number, {unit} the word or code, {scale} the scale word. The sign stands before all of it. */
  readonly patterns: {
    readonly percent: string;
    readonly currency: string;
    /** A short amount in a scale, where its sign stands right behind: "1,2 M€". As `currency` when left out. */
    readonly currencyShort?: string;
    readonly unit: string;
    readonly scaled: string;
    readonly scaledShort: string;
    readonly unitScaled: string;
    readonly range: string;
    /** A range with a sign in it, where a dash would be read as a minus. */
    readonly rangeSigned: string;
  };
  /** Scales that the language has words for, from small to large. */
  readonly scales: readonly ScaleWords[];
  /** A unit behind a word of scale, where one stands before it: "d’euros" in "millions d’euros". */
  readonly counted?: (unit: string) => string;
  /** Ordinal numbers of periods, of {n}: "1er", "2e"; a day of the month is one on the first alone. */
  readonly ordinals?: { readonly first: string; readonly other: string };
  /** Names of a half of the year, where the language has some: {half} of `periods`. */
  readonly halves?: readonly [string, string];
  /** True where spaces part words, so also a number and its unit. */
  readonly spaced: boolean;
  /** Marks between the parts of a text, with the spaces that belong to them. */
  readonly marks: Marks;
  /** Space that a language has before a mark, which a line must not break: it replaces one that somebody typed. */
  readonly spaceBefore?: Readonly<Record<string, string>>;
  /** Words of currencies by their ISO code, for a language that prefers them; any other currency is its code. */
  readonly currencies: Readonly<Record<string, { readonly text: Plural; readonly short: string }>>;
  readonly points: { readonly text: Plural; readonly short: string; readonly alone: string };
  /** The form of a unit word that goes with a number of this plural category. */
  readonly unitWord: (unit: string, category: Intl.LDMLPluralRule) => string;
  readonly months: { readonly long: readonly string[]; readonly short: readonly string[] };
  /** From Monday on. */
  readonly weekdays: readonly string[];
  /** {day} {nth} {month} {shortMonth} {monthNumber} {year} {weekday} */
  readonly dates: Readonly<Record<DateStyle, string>>;
  /** {hour} {minute}, {hour2} with two digits, {hour12} of a day in two halves and {half}, "a.m." or "p.m.". */
  readonly time: string;
  /** {year} {part} {ordinal} {half} {month} {shortMonth} {monthNumber} {day} */
  readonly periods: Readonly<Record<PeriodKind, Readonly<Record<PeriodStyle, string>>>>;
  readonly quotes: { readonly outer: readonly [string, string]; readonly inner: readonly [string, string] };
  /** Words around a number that say its direction; a regular expression each, without flags. */
  readonly directions: {
    readonly downAfter: string;
    readonly upAfter: string;
    readonly downBefore: string;
    readonly upBefore: string;
  };
  /** Words that stand before and after numbers, beside scales and months; a regular expression each, without flags. */
  readonly withNumbers: Pick<WithNumbers, "before" | "after"> & {
    /** Endings of the names of months: "marraskuuta". */
    readonly monthEndings?: string;
  };
  /** Handlebars templates; the helpers are those of `createPhrasebook`. */
  readonly phrases: Phrases;
}
