import { DEFAULT_LOCALE } from "../../../locales/index.ts";
import type { NumberLine } from "../../../read/survey/index.ts";
import { meantUnit } from "../../../read/units.ts";

/** Behind a name: in brackets, after a comma, or after "in". */
const BEHIND = [/[([]([^()[\]]+)[)\]]\s*$/, /,\s*([^,]+)$/, /\sin\s+(\S+)$/i] as const;

/** Signs, codes of currencies, and words of measure that are a unit wherever they stand. */
const UNIT =
  /^(%|\p{Sc}|pp|[A-Z]{3}|[km]?(?:EUR|USD|GBP|SEK|NOK|DKK|CHF)|days?|hours?|minutes?|months?|weeks?|years?|h|min|kg|t|km|kWh|MWh|GWh|pcs)$/u;

/**
 * The unit of a column: what its format shows, or its heading says in brackets, behind a comma or after "in". Undefined
 * where neither does; what is counted is then for people to say.
 */
export function unitOf({ name, currency, percent }: NumberLine): string | undefined {
  if (percent) return "%";
  if (currency !== undefined) return known(currency);
  for (const [n, pattern] of BEHIND.entries()) {
    const said = pattern.exec(name)?.[1]?.trim();
    // Words in brackets may say what is counted; behind a comma they need to be a unit.
    if (
      said !== undefined &&
      (UNIT.test(said) || meantUnit(said, DEFAULT_LOCALE, []) !== undefined || (n === 0 && isWord(said)))
    )
      return known(said);
  }
  const word = name.split(/[\s_]+/).find((each) => UNIT.test(each) && !/^\p{Ll}/u.test(each));
  if (word !== undefined && (/[%\p{Sc}]/u.test(word) || isCurrency(word))) return known(word);
  return /%|\bpercent|\bpct\b/i.test(name) ? "%" : countedIn(name);
}

/** The heading without its unit, as people write a name. */
export function nameWithoutUnit(heading: string, unit: string | undefined): string {
  const name = heading.replaceAll("_", " ").trim();
  const said = BEHIND.map((pattern) => pattern.exec(name)).find(
    (match) => unit !== undefined && match?.[1] !== undefined && known(match[1].trim()) === unit,
  );
  const cut = said === undefined || said === null ? name : name.slice(0, said.index);
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
