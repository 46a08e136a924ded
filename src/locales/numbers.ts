import { type Decimal, decimal, type Exact, readableDigits, round } from "../base/decimal.ts";
import { SCALE_POWERS, type ScaleName } from "../model/bundle/common.ts";
import type { LocaleWords, NumberStyle, ScaleWords, ValueStyle } from "./locale.ts";

const POWERS: Readonly<Record<ScaleName, number>> = {
  ...SCALE_POWERS,
  "ten-thousand": 4,
  "hundred-million": 8,
  trillion: 12,
};

/** Divides by a scale. */
export const unscaled = (exact: Exact, scale: ScaleName | undefined): Decimal =>
  scale === undefined ? decimal(exact) : decimal(exact).div(decimal(10).pow(POWERS[scale]));

/** Digits after the decimal mark that values are shown with where nobody says: in a chart, its texts and its figures. */
export const shownDecimals = (
  values: readonly (Exact | null | undefined)[],
  scale: ScaleName | undefined,
): number =>
  readableDigits(
    values.flatMap((value) => (value === null || value === undefined ? [] : [unscaled(value, scale)])),
  );

/** The words of a locale, and its plural categories. */
export interface Voice {
  readonly words: LocaleWords;
  readonly plural: (value: Exact, decimals: number) => Intl.LDMLPluralRule;
}

/**
 * Plural categories by the decimals that are shown: 1 is "one" in English, 1.0 is not (Unicode CLDR, plural operand v).
 * The rules are made once, as making them costs more than writing a number.
 */
export function pluralRules(tag: string): Voice["plural"] {
  const rules = new Map<number, Intl.PluralRules>();
  return (value, decimals) => {
    const style = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const known = rules.get(decimals) ?? new Intl.PluralRules(tag, style);
    rules.set(decimals, known);
    return known.select(decimal(value).abs().toNumber());
  };
}

const fill = (pattern: string, parts: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);

function signOf(words: LocaleWords, rounded: Decimal, signed: boolean): string {
  if (rounded.isZero()) return "";
  if (rounded.isNegative()) return words.numbers.minus;
  return signed ? words.numbers.plus : "";
}

/** Digits of a number without its sign. */
function writeDigits(
  words: LocaleWords,
  rounded: Decimal,
  { decimals, grouping = true }: NumberStyle,
): string {
  const { decimal: mark, group, groupFrom } = words.numbers;
  const [whole = "0", fraction = ""] = rounded.abs().toFixed(decimals).split(".");
  const grouped =
    grouping && whole.length >= groupFrom
      ? whole.replace(/\B(?=(\d{3})+$)/g, group.replace("$", "$$$$"))
      : whole;
  return fraction === "" ? grouped : grouped + mark + fraction;
}

export function writeNumber(words: LocaleWords, exact: Exact, style: NumberStyle): string {
  const rounded = round(exact, style.decimals);
  return signOf(words, rounded, style.signed ?? false) + writeDigits(words, rounded, style);
}

/** From here on a short form has a scale. */
const SHORTENED = 10_000;

/** The scale that a short form chooses by itself: from ten thousand on, at most three digits that count, or all whole ones. */
function shortScale(
  words: LocaleWords,
  exact: Exact,
  decimals: number,
): { readonly scale: ScaleName | undefined; readonly decimals: number } {
  const size = decimal(exact).abs();
  const scales = words.scales.filter(({ prose }) => prose);
  // A number that is rounded to ten thousand is said as one where the language has a word for that.
  const reached = scales.some(({ power }) => round(size, decimals).eq(decimal(10).pow(power)));
  if (size.lt(SHORTENED) && !(reached && round(size, decimals).gte(SHORTENED)))
    return { scale: undefined, decimals };
  const shownIn = ({ power }: ScaleWords) => {
    const scaled = size.div(decimal(10).pow(power));
    const places = Math.min(scaled.toSignificantDigits(3).decimalPlaces(), 2);
    return { places, rounded: round(scaled, places) };
  };
  // 999,950 thousand is a million once it is rounded, so each scale is asked what the one below it would show.
  const chosen = scales.findLast((scale, n) => {
    const below = scales[n - 1];
    if (size.gte(decimal(10).pow(scale.power))) return true;
    return below === undefined
      ? round(size, decimals).gte(decimal(10).pow(scale.power))
      : shownIn(below).rounded.gte(decimal(10).pow(scale.power - below.power));
  });
  return chosen === undefined
    ? { scale: undefined, decimals }
    : { scale: chosen.name, decimals: shownIn(chosen).places };
}

/** Number, scale word and unit put together, without the sign; and the sign. */
function parts(
  voice: Voice,
  exact: Exact,
  style: ValueStyle,
): { readonly sign: string; readonly body: string } {
  const { words } = voice;
  const short = style.style === "short";
  const share = style.unit === "%" || style.unit === "pp";
  const chosen =
    short && style.scale === undefined && !share
      ? shortScale(words, exact, style.decimals)
      : (wholeScale(words, exact, style) ?? { scale: style.scale, decimals: style.decimals });
  const rounded = round(unscaled(exact, chosen.scale), chosen.decimals);
  const sign = signOf(words, rounded, style.signed ?? false);
  const digits = writeDigits(words, rounded, { ...style, decimals: chosen.decimals });
  if (style.style === "plain") return { sign, body: digits };
  const category = voice.plural(rounded, chosen.decimals);
  const number = mixed(words, rounded, chosen) ?? withScale(words, digits, chosen.scale, category, short);
  return {
    sign,
    body: withUnit(words, number, style.unit, {
      ...{ category: chosen.scale === undefined ? category : "other", short },
      scaled: chosen.scale !== undefined,
    }),
  };
}

/** The scale of a round amount of money in a sentence, where the language says it in its own: 1億5,900万円. */
function wholeScale(
  words: LocaleWords,
  exact: Exact,
  { unit, scale, style = "text" }: ValueStyle,
): { readonly scale: ScaleName; readonly decimals: number } | undefined {
  const least = words.scales.find(({ prose }) => prose);
  if (words.spaced || least === undefined || scale !== undefined || style !== "text" || !isCurrency(unit))
    return undefined;
  const amount = decimal(exact);
  const isRound = !amount.isZero() && amount.mod(decimal(10).pow(least.power)).isZero();
  return isRound ? { scale: least.name, decimals: 0 } : undefined;
}

/**
 * A whole number in a scale of the language's own that reaches the next one is said in both, as Japanese does: 3億2,000万.
 * Undefined where there is no larger one, and where figures run on in one scale: 1,200 thousand.
 */
function mixed(
  words: LocaleWords,
  rounded: Decimal,
  { scale, decimals }: Pick<ValueStyle, "scale" | "decimals">,
): string | undefined {
  const larger = aboveOf(words, scale);
  if (scale === undefined || larger === undefined || decimals > 0) return undefined;
  const step = decimal(10).pow(larger.power - POWERS[scale]);
  const size = rounded.abs();
  if (size.lt(step)) return undefined;
  const [upper, rest] = [size.div(step).floor(), size.mod(step)];
  const write = (number: Decimal, name: ScaleName): string =>
    withScale(words, writeDigits(words, number, { decimals: 0 }), name, "other", false);
  return write(upper, larger.name) + (rest.isZero() ? "" : write(rest, scale));
}

/** The scale of the language's own that an amount in a smaller one passes into; none where spaces part the two. */
function aboveOf(words: LocaleWords, scale: ScaleName | undefined): ScaleWords | undefined {
  if (words.spaced) return undefined;
  const own = words.scales.filter(({ prose }) => prose);
  const at = own.findIndex(({ name }) => name === scale);
  return at < 0 ? undefined : own[at + 1];
}

function withScale(
  words: LocaleWords,
  digits: string,
  scale: ScaleName | undefined,
  category: Intl.LDMLPluralRule,
  short: boolean,
): string {
  if (scale === undefined) return digits;
  const { long, short: letter } = scaleWords(words, scale);
  return short
    ? fill(words.patterns.scaledShort, { n: digits, scale: letter })
    : fill(words.patterns.scaled, { n: digits, scale: long[category] ?? long.other });
}

/** The form that a unit takes beside a number: its plural category, and whether a word or letter of scale comes before it. */
interface UnitForm {
  readonly category: Intl.LDMLPluralRule;
  readonly short: boolean;
  readonly scaled: boolean;
}

function withUnit(
  words: LocaleWords,
  number: string,
  unit: string,
  { category, short, scaled }: UnitForm,
): string {
  const { patterns, points } = words;
  const counted = (word: string): string => (scaled && !short ? (words.counted?.(word) ?? word) : word);
  if (unit === "") return number;
  if (unit === "%") return fill(patterns.percent, { n: number });
  if (unit === "pp") {
    return fill(patterns.unit, {
      n: number,
      unit: short ? points.short : (points.text[category] ?? points.text.other),
    });
  }
  if (isCurrency(unit)) {
    const pattern = (short && scaled ? patterns.currencyShort : undefined) ?? patterns.currency;
    return fill(pattern, { n: number, unit: counted(currencyWord(words, unit, category, short)) });
  }
  return fill(patterns.unit, { n: number, unit: counted(words.unitWord(unit, category)) });
}

const CATEGORIES: readonly Intl.LDMLPluralRule[] = ["zero", "one", "two", "few", "many", "other"];

/** The words of a unit that follow numbers of all plural categories; none where it always stands close to them. */
export function unitForms({ words }: Voice, unit: string): readonly string[] {
  if (unit === "" || unit === "%") return [];
  const formOf = (category: Intl.LDMLPluralRule): string => {
    if (unit === "pp") return words.points.text[category] ?? words.points.text.other;
    return isCurrency(unit) ? currencyWord(words, unit, category, false) : words.unitWord(unit, category);
  };
  return [...new Set(CATEGORIES.map(formOf))];
}

/** Word of a currency beside a number of this plural category: "euroa", "€", or its code. */
function currencyWord(
  { currencies }: LocaleWords,
  code: string,
  category: Intl.LDMLPluralRule,
  short: boolean,
): string {
  const named = Object.hasOwn(currencies, code) ? currencies[code] : undefined;
  if (named === undefined) return code;
  return short ? named.short : (named.text[category] ?? named.text.other);
}

export function writeValue(voice: Voice, exact: Exact, style: ValueStyle): string {
  const { sign, body } = parts(voice, exact, style);
  return sign + body;
}

/** True where the unit stands before the number or right behind it: "EUR 62", "3%"; not "62 €". */
const isClose = (pattern: string): boolean => !/^\{n\}\s/.test(pattern);

/**
 * Two ends with the unit once where that can be read: "12.8–14.3%", "EUR 610–1,180 thousand". With a sign in it the
 * dash gives way to a word, and units that stand close to the number are repeated.
 */
export function writeRange(voice: Voice, low: Exact, high: Exact, style: ValueStyle): string {
  const { words } = voice;
  const { patterns } = words;
  const [from, to] = [writeValue(voice, low, style), writeValue(voice, high, style)];
  if (from === to) return from;
  // Both ends share the scale that the larger one has.
  const larger = decimal(low).abs().gt(decimal(high).abs()) ? low : high;
  const short = style.style === "short";
  const plain = (exact: Exact): string => writeValue(voice, exact, { ...style, style: "plain" });
  const hasSign = [from, to].some(
    (text) => text.startsWith(words.numbers.minus) || text.startsWith(words.numbers.plus),
  );
  const close =
    (style.unit === "%" && isClose(patterns.percent)) ||
    (isCurrency(style.unit) && isClose(patterns.currency));
  const above = aboveOf(words, style.scale);
  if (above !== undefined && style.style !== "plain" && style.scale !== undefined) {
    const step = decimal(10).pow(above.power - POWERS[style.scale]);
    // 9,000万円～1億1,000万円
    if (round(unscaled(larger, style.scale), style.decimals).abs().gte(step))
      return fill(patterns.rangeSigned, { low: from, high: to });
  }
  if (short && style.scale === undefined && shortScale(words, larger, style.decimals).scale !== undefined) {
    return fill(patterns.rangeSigned, { low: from, high: to });
  }
  // Round amounts and others are said in scales of their own.
  if (wholeScale(words, low, style) !== undefined || wholeScale(words, high, style) !== undefined)
    return fill(patterns.rangeSigned, { low: from, high: to });
  if (hasSign && close && style.style !== "plain") return fill(patterns.rangeSigned, { low: from, high: to });
  const joined = fill(hasSign ? patterns.rangeSigned : patterns.range, {
    low: plain(low),
    high: plain(high),
  });
  if (style.style === "plain") return joined;
  return withUnit(words, withScale(words, joined, style.scale, "other", short), style.unit, {
    ...{ category: "other", short },
    scaled: style.scale !== undefined,
  });
}

/** The unit without a number: what stands under a chart's title and at the head of a table. */
export function writeUnit(words: LocaleWords, unit: string, scale?: ScaleName): string {
  const money = isCurrency(unit);
  const named = money ? currencyWord(words, unit, "other", false) : unit;
  const name = unit === "pp" ? words.points.alone : named;
  if (scale === undefined) return name;
  const word = scaleWords(words, scale).long.other;
  if (name === "") return word;
  const behind = words.counted?.(name) ?? name;
  return money || !words.spaced
    ? fill(words.patterns.unitScaled, { unit: behind, scale: word })
    : fill(words.patterns.scaled, { n: word, scale: behind });
}

/** Words of a scale. Throws for one that the language lacks, which reading refuses. */
function scaleWords({ tag, scales }: LocaleWords, scale: ScaleName): ScaleWords {
  const found = scales.find(({ name }) => name === scale);
  if (found === undefined) throw new Error(`scale ${scale} of ${tag} passed reading`);
  return found;
}

/** ISO 4217 list one, without funds, metals and testing codes. What else is in capitals (NPS, FTE) is a word. */
const CODES =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP " +
  "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF " +
  "IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD " +
  "MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB " +
  "RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD " +
  "UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";
const KNOWN: ReadonlySet<string> = new Set(CODES.split(" "));

/** True for a unit that is money. */
export const isCurrency = (unit: string): boolean => KNOWN.has(unit);
