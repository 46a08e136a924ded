import type { Investment } from "../../model/bundle/index.ts";
import type { Language, Quantity } from "../languages/index.ts";
import { type Case, groups, type Valued } from "./cash.ts";
import { sharedWords } from "./shared-words.ts";

export type Sensitivity = NonNullable<Investment["sensitivity"]>[number];

/** Words of drivers and their ends: what is changed, by how much, and how much later. */
interface Grammar {
  readonly costs: RegExp;
  readonly benefits: RegExp;
  /** Factors in words, the first that matches: "a quarter more" is 1.25. */
  readonly factors: readonly (readonly [RegExp, number])[];
  readonly more: RegExp;
  readonly less: RegExp;
  readonly late: RegExp;
  readonly early: RegExp;
}

const EN_PARTS: readonly (readonly [string, number])[] = [
  ["half", 0.5],
  ["a third", 1 / 3],
  ["a quarter", 0.25],
  ["a fifth", 0.2],
  ["a tenth", 0.1],
];
const EN_MORE = "more|higher|above|over|up|dearer|longer";
const EN_LESS = "less|lower|below|under|down|fewer|cheaper|shorter";

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  en: {
    costs: /^(?:all |total )*(?:costs?|spend(?:ing)?|expenses?|capex|opex)$/iu,
    benefits: /^(?:all |total )*(?:benefits?|savings?|returns?|effects?)$/iu,
    factors: [
      ...EN_PARTS.flatMap(([part, share]): readonly (readonly [RegExp, number])[] => [
        [new RegExp(`^${part} (?:as much )?(?:${EN_MORE})\\b`, "iu"), 1 + share],
        [new RegExp(`^${part} (?:${EN_LESS})\\b`, "iu"), 1 - share],
      ]),
      [/^(?:doubled?|twice(?: as (?:much|many|high))?|twofold)$/iu, 2],
      [/^(?:half|halved|half as (?:much|many|high)|half of (?:it|plan))$/iu, 0.5],
      [/^(?:none|zero|no effect|nothing)$/iu, 0],
    ],
    more: new RegExp(
      String.raw`(?:\+|plus)\s?(?<n>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|(?<m>\d+(?:\.\d+)?)\s?(?:%|per ?cent) (?:${EN_MORE})\b`,
      "iu",
    ),
    less: new RegExp(
      String.raw`(?:[-−–]|minus)\s?(?<n>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|(?<m>\d+(?:\.\d+)?)\s?(?:%|per ?cent) (?:${EN_LESS})\b`,
      "iu",
    ),
    late: /^(?<length>half a year|a year|one year|a quarter|one quarter|(?:three|six|twelve|3|6|12) months)(?: year)? (?:late|later|delay)\b/iu,
    early: /\b(?:early|earlier)$/iu,
  },
  fi: {
    costs: /^(?:kaikki |kokonais)?(?:kustannukset|kustannus|kulut|menot|hinta)$/iu,
    benefits: /^(?:kaikki |kokonais)?(?:hyödyt|hyöty|säästöt|säästö|tuotot|vaikutus)$/iu,
    factors: [
      [/^(?:puolet|puolikas|puolittunut)$/iu, 0.5],
      [/^(?:kaksinkertai\p{L}*|tupla\p{L}*)$/iu, 2],
      [/^neljännes (?:enemmän|suurempi|kalliimpi)/iu, 1.25],
      [/^neljännes (?:vähemmän|pienempi|halvempi)/iu, 0.75],
      [/^viidennes (?:enemmän|suurempi|kalliimpi)/iu, 1.2],
      [/^viidennes (?:vähemmän|pienempi|halvempi)/iu, 0.8],
    ],
    more: /(?:\+|plus)\s?(?<n>\d+(?:,\d+)?)\s?(?:%|prosenttia)|(?<m>\d+(?:,\d+)?)\s?(?:%|prosenttia) (?:enemmän|suurem\p{L}+|korkeam\p{L}+|kalliim\p{L}+|yli)/iu,
    less: /(?:[-−–]|miinus)\s?(?<n>\d+(?:,\d+)?)\s?(?:%|prosenttia)|(?<m>\d+(?:,\d+)?)\s?(?:%|prosenttia) (?:vähemmän|pienem\p{L}+|alem\p{L}+|halvem\p{L}+|alle)/iu,
    late: /^(?<length>puoli vuotta|vuosi|vuoden|neljännesvuo\p{L}+|puoli vuotta) (?:myöhäs\p{L}+|myöhemmin)/iu,
    early: /(?:aikaisemmin|etuajassa)$/iu,
  },
};

/** Effect of one end of a driver: a factor on an amount, or a shift of time in months. */
export interface Change {
  readonly factor?: number;
  readonly months?: number;
}

const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:half a year|six|6|puoli)/iu, 6],
  [/^(?:a quarter|one quarter|three|3|neljännes)/iu, 3],
  [/^(?:a year|one year|twelve|12|vuosi|vuoden)/iu, 12],
];

/** Returns the change that the label of an end states; undefined where its words state none. */
export function changeOf(language: Language, label: string): Change | undefined {
  const grammar = GRAMMARS[language.tag];
  if (grammar === undefined) return undefined;
  const text = label.trim();
  const percent = (match: RegExpExecArray | null): number | undefined => {
    const number = match?.groups?.["n"] ?? match?.groups?.["m"];
    return number === undefined ? undefined : Number(number.replace(",", ".")) / 100;
  };
  const [more, less] = [percent(grammar.more.exec(text)), percent(grammar.less.exec(text))];
  if (more !== undefined) return { factor: 1 + more };
  if (less !== undefined) return { factor: 1 - less };
  const factor = grammar.factors.find(([pattern]) => pattern.test(text))?.[1];
  if (factor !== undefined) return { factor };
  const length = grammar.late.exec(text)?.groups?.["length"];
  const months = length === undefined ? undefined : MONTHS.find(([pattern]) => pattern.test(length))?.[1];
  return months === undefined ? undefined : { months };
}

/**
 * The groups of streams that a driver may change: all of a side where it is called so, any of those that share most words
 * with it; none where it names none.
 */
export function streamsOf(
  language: Language,
  driver: string,
  { streams }: Case,
): readonly (readonly Valued[])[] {
  const grammar = GRAMMARS[language.tag];
  const name = driver.replace(/[+\-−–±]?\s?\d+(?:[.,]\d+)?\s?%/gu, "").trim();
  const shared = streams.map((stream) => sharedWords(language, name, stream.name).length);
  const most = Math.max(0, ...shared);
  if (grammar?.costs.test(name)) return [streams.filter(({ side }) => side === "costs")];
  if (grammar?.benefits.test(name)) return [streams.filter(({ side }) => side === "benefits")];
  return most === 0 ? [] : groups(streams.filter((_stream, n) => shared[n] === most));
}

/** The one number of a label, with its unit; undefined for shares, which may be of anything, and for no or two numbers. */
export function levelOf(language: Language, label: string): Quantity | undefined {
  const found = language.numbersIn(label);
  const [only] = found;
  return found.length === 1 && only !== undefined && !only.share && only.unit !== "%" && only.value > 0
    ? only
    : undefined;
}

/** Words behind the numbers of two labels are those of one unit. */
export const oneUnit = (one: Quantity, other: Quantity): boolean =>
  one.unit === other.unit && (one.unit !== "" || (one.noun[0] ?? "") === (other.noun[0] ?? ""));
