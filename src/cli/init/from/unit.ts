import { DEFAULT_LOCALE } from "../../../locales/index.ts";
import type { Scale } from "../../../model/bundle/common.ts";
import type { NumberLine } from "../../../read/survey/index.ts";
import { meantUnit } from "../../../read/units.ts";

/** A unit of a column, and the scale in which its numbers are written: EUR in thousands. */
export interface ColumnUnit {
  readonly unit?: string;
  readonly scale?: Scale;
}

/** Behind a name: in brackets, after a comma, or after "in". */
const BEHIND = [/[([]([^()[\]]+)[)\]]\s*$/, /,\s*([^,]+)$/, /\sin\s+(\S+(?:\s\S+)?)$/i] as const;

/** Signs, codes of currencies, and words of measure that are a unit wherever they stand. */
const UNIT =
  /^(%|\p{Sc}|pp|[A-Z]{3}|days?|hours?|minutes?|months?|weeks?|years?|h|min|kg|t|km|kWh|MWh|GWh|pcs)$/u;

/** Words of scales, which stand beside any unit; the letters beside a currency alone, since a t may be a tonne. */
const SCALES: readonly { readonly scale: Scale; readonly words: string; readonly letters: string }[] = [
  { scale: "thousand", words: "thousands?|['’]?000s?", letters: "k|t" },
  { scale: "million", words: "millions?|mio\\.?", letters: "m|mn|mln" },
  { scale: "billion", words: "billions?|mrd\\.?", letters: "bn|b" },
];
const MONEY = "(?:US)?\\p{Sc}|\\p{Lu}{3}";

/**
 * A unit without its scale: "k€", "EUR thousand", "million litres", "'000". Undefined for a text without a scale. A letter
 * t behind a currency is left alone: it means thousands here and trillions there.
 */
function withoutScale(text: string): { readonly scale: Scale; readonly rest: string } | undefined {
  for (const { scale, words, letters } of SCALES) {
    const behind = letters.replace(/\|t$/, "");
    const found =
      new RegExp(
        `^(?:(?:${words})(?: of)?\\s+|(?:${words}|${letters})\\s?(?=(?:${MONEY})$))(\\S.*)$`,
        "iu",
      ).exec(text) ??
      new RegExp(`^(\\S.*?),?\\s+(?:${words})$`, "iu").exec(text) ??
      new RegExp(`^(${MONEY})\\s?(?:${words}|${behind})$`, "iu").exec(text) ??
      new RegExp(`^()(?:${words})$`, "iu").exec(text);
    const rest = found?.[1]?.trim();
    if (rest === undefined || isCurrency(text)) continue;
    const letter = !new RegExp(words, "iu").test(text);
    if (letter && !/\p{Sc}/u.test(rest) && !isCurrency(rest)) continue;
    return { scale, rest };
  }
  return undefined;
}

/**
 * The unit of a column: what its format shows, or its heading says in brackets, behind a comma or after "in". None where
 * neither does; what is counted is then for people to say.
 */
export function unitOf({ name, currency, percent }: NumberLine): ColumnUnit {
  if (percent) return { unit: "%" };
  const said = saidIn(name);
  const scale = said?.scale === undefined ? {} : { scale: said.scale };
  if (currency !== undefined) return { unit: known(currency), ...scale };
  if (said !== undefined) return { ...(said.unit === undefined ? {} : { unit: said.unit }), ...scale };
  const word = name.split(/[\s_]+/).find((each) => UNIT.test(each) && !/^\p{Ll}/u.test(each));
  if (word !== undefined && (/[%\p{Sc}]/u.test(word) || isCurrency(word))) return { unit: known(word) };
  const unit = /%|\bpercent|\bpct\b/i.test(name) ? "%" : countedIn(name);
  return unit === undefined ? {} : { unit };
}

/** The unit that a heading says behind its name, and the text that says it. */
function saidIn(heading: string): (ColumnUnit & { readonly at: number }) | undefined {
  for (const [n, pattern] of BEHIND.entries()) {
    const match = pattern.exec(heading);
    const said = match?.[1]?.trim();
    if (match === null || said === undefined) continue;
    const scaled = withoutScale(said);
    const text = scaled?.rest ?? said;
    // Words in brackets may say what is counted; behind a comma they need to be a unit, or the scale to be one.
    const isUnit =
      UNIT.test(text) ||
      meantUnit(text, DEFAULT_LOCALE, []) !== undefined ||
      ((n === 0 || scaled !== undefined) && isWord(text));
    if (!isUnit && scaled?.rest !== "") continue;
    return {
      at: match.index,
      ...(isUnit ? { unit: known(text) } : {}),
      ...(scaled === undefined ? {} : { scale: scaled.scale }),
    };
  }
  // Amounts in thousands are told by their last words, brackets or not: "Losses k€".
  for (const pattern of [/\s(\S+\s\S+)$/, /\s(\S+)$/]) {
    const match = pattern.exec(heading);
    const scaled = withoutScale(match?.[1] ?? "");
    if (match === null || scaled === undefined || scaled.rest === "") continue;
    const unit = known(scaled.rest);
    if (isCurrency(unit)) return { at: match.index, unit, scale: scaled.scale };
  }
  return undefined;
}

/** The heading without its unit, as people write a name. */
export function nameWithoutUnit(heading: string, { unit, scale }: ColumnUnit): string {
  const name = heading.replaceAll("_", " ").trim();
  const said = unit === undefined && scale === undefined ? undefined : saidIn(name);
  const cut =
    said === undefined || (said.unit !== undefined && said.unit !== unit) ? name : name.slice(0, said.at);
  const words = cut.split(/\s+/).filter((word, n) => n === 0 || unit === undefined || known(word) !== unit);
  const own = words.join(" ").trim() || name;
  // Capitals within a word are somebody's choice: pH, eNPS.
  return /^\p{Ll}[^\p{Lu}]*$/u.test(own) ? own.charAt(0).toUpperCase() + own.slice(1) : own;
}

/** The things that a heading counts, where it is one word in the plural, or says "number of". */
const countedIn = (heading: string): string | undefined =>
  (
    /^(?:number|no\.?|#|count) of (\p{L}[\p{L} -]{1,30})$/iu.exec(heading.trim())?.[1] ??
    /^(\p{L}{3,}(?<![su])s)$/iu.exec(heading.trim())?.[1]
  )?.toLowerCase();

const isWord = (text: string): boolean => /^\p{L}[\p{L} ]{1,20}$/u.test(text);

const known = (unit: string): string => meantUnit(unit, DEFAULT_LOCALE, []) ?? unit;

/** Returns true for the ISO 4217 code of a currency. */
export const isCurrency = (unit: string): boolean => Intl.supportedValuesOf("currency").includes(unit);
