import type { Quantity } from "../reading/language.ts";
import {
  type Amount,
  blank,
  inOrder,
  nounsBehind,
  PHONE,
  type Placed,
  STANDARD,
  shareOf,
  stepOf,
} from "../reading/scan.ts";
import { MONTHS, NUMBERS, SHORT_MONTHS, TENS } from "./lists.ts";

const MONTH = `(?:${MONTHS.join("|")}|${SHORT_MONTHS})`;

/** Digits that are no quantities: dates, times, years, quarters, references, versions, and numbers inside names. */
const NOT_QUANTITIES: readonly RegExp[] = [
  PHONE,
  STANDARD,
  /\b24\/7\b/gu,
  /\d{4}-\d{2}-\d{2}/gu,
  new RegExp(`\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: \\d{4})?`, "gu"),
  new RegExp(`${MONTH} \\d{1,2}(?:, ?\\d{4})?(?![\\d%])`, "gu"),
  /\d{1,2}:\d{2}/gu,
  /\b\d{1,2}(?:\.\d{2})? ?(?:am|pm|a\.m\.|p\.m\.|AM|PM)\b/gu,
  /(?<![\d.,])(?:1[89]|20)\d{2}(?:[–/-]\d{2,4})?(?![\d.,]*\d|%)(?!\s*(?:%|customers|people|patients))/gu,
  /\b[QH][1-4]\b/gu,
  /\b(?:section|article|clause|version|chapter|page|figure|room|line|route|phase|stage|item|no\.|type|level|from \d+ to)\s+\d[\d.]*/gi,
  /\b(?=[\da-zà-öø-ž]*[a-zà-öø-ž])(?=[\da-zà-öø-ž]*\d)[\da-zà-öø-ž]{2,}\b(?<!\d(?:m|k|bn|pp))/gi,
  /\d[\d.,]*-[a-zà-öø-ž]+/gi,
];

const NUMBER = String.raw`\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?`;
const DIGITS = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?<code>EUR|GBP|USD|€|£|\$)?\s?(?<number>${NUMBER})\s?(?<scale>thousand|million|billion|bn|m|k)?(?![\p{L}\d])\s?(?<unit>%|per ?cent\b|percentage points?\b|points?\b|pp\b|EUR\b|GBP\b|USD\b|euros?\b|pounds?\b|dollars?\b)?`,
  "gu",
);
const CODES: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  $: "USD",
  euro: "EUR",
  euros: "EUR",
  pound: "GBP",
  pounds: "GBP",
  dollar: "USD",
  dollars: "USD",
};
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
};

const WORD = NUMBERS.slice(1).join("|");
/** Parts of a whole, by how many of them make it up. */
export const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const IN = new RegExp(
  `\\b(?<n>${WORD}|\\d{1,2}) (?:in|out of) (?:every )?(?<m>${WORD}|\\d{1,3})\\b(?! [a-z]+ (?:is|was) )`,
  "gi",
);
/** "two thirds of", "a quarter of", "half of", "half the"; not half a year, and no quarter of the calendar. */
const FRACTION =
  /\b(?:(?<n>a|one|two|three|four)[ -](?<part>third|quarter|fifth|sixth|eighth|tenth)s? of\b|(?<half>half) (?:of|the|our|their|all)\b|(?<three>three)[ -]quarters\b(?! of an? (?:hour|year)))/gi;
const WORD_POINTS = new RegExp(
  `\\b(?<n>${WORD}) (?:percentage )?points?\\b|\\b(?<p>${WORD}|(?:${TENS.join("|")})(?:-(?:${WORD}))?) per ?cent\\b`,
  "gi",
);

const ABOUT =
  /\b(?:about|around|roughly|some|nearly|almost|close to|approximately|an estimated|well|far)\s+(?:an? )?$/i;
const BOUND =
  /\b(?:(?:more|older|longer|higher|larger|bigger|heavier|younger|shorter|lower|smaller|lighter) than|top(?:s|ped)|over|above|at least|under|below|less than|fewer than|up to|within|at most|no more than|passe?s?|beyond|until|exceeds?|if|every|from)\s+(?:an? |the )?$/i;
const CHANGE = /\bby\s+(?:about |almost |nearly |some |around |roughly )?(?:an? )?$/i;

/** The quantities of an English text, in order. */
export function numbersIn(text: string): readonly Quantity[] {
  const digital = /\d/u.test(text);
  const clean = digital ? blank(text, ...NOT_QUANTITIES) : text;
  const shares = [...clean.matchAll(IN)].flatMap((match) =>
    share(clean, match, count(match.groups?.["n"]), count(match.groups?.["m"])),
  );
  const fractions = [...clean.matchAll(FRACTION)].flatMap((match) => {
    const { n = "a", part, half } = match.groups ?? {};
    if (half !== undefined) return share(clean, match, 1, 2);
    return part === undefined
      ? share(clean, match, 3, 4)
      : share(clean, match, /^a$/i.test(n) ? 1 : count(n), PARTS[part.toLowerCase()] ?? 0);
  });
  const points = [...clean.matchAll(WORD_POINTS)].map((match) => {
    const { n, p } = match.groups ?? {};
    return at(clean, match, {
      value: count(n ?? p),
      step: 1,
      unit: n === undefined ? "%" : "pp",
      share: false,
    });
  });
  const used = digital ? blank(clean, IN) : "";
  const digits = [...used.matchAll(DIGITS)].map((match) => {
    const { code = "", number = "", scale, unit = "" } = match.groups ?? {};
    const factor = scale === undefined ? 1 : (SCALES[scale] ?? 1);
    const plain = number.replaceAll(/[, \u00a0\u202f]/gu, "");
    return at(clean, match, {
      value: Number(plain) * factor,
      step: stepOf(plain) * factor,
      unit: unitOf(code, unit),
      share: false,
    });
  });
  return inOrder([...shares, ...fractions, ...points, ...digits]);
}

/** Value of a number in digits or in words, up to ninety-nine. */
export function count(word = ""): number {
  if (/^\d/u.test(word)) return Number(word);
  const [first = "", second = "zero"] = word.toLowerCase().split("-");
  const ten = TENS.indexOf(first);
  return ten < 0 ? NUMBERS.indexOf(first) : 10 * (ten + 2) + NUMBERS.indexOf(second);
}

function unitOf(code: string, unit: string): string {
  if (code !== "") return CODES[code] ?? code;
  if (/^(?:%|per ?cent)$/u.test(unit)) return "%";
  if (/point|^pp$/u.test(unit)) return "pp";
  return CODES[unit] ?? unit;
}

function share(text: string, match: RegExpExecArray, n: number, m: number): readonly Placed[] {
  const amount = shareOf(n, m);
  return amount.value > 0 ? [at(text, match, amount)] : [];
}

function at(text: string, match: RegExpExecArray, amount: Amount): Placed {
  const before = text
    .slice(Math.max(0, match.index - 30), match.index + (/^\s/u.test(match[0]) ? 1 : 0))
    .replace(/\s*$/u, " ");
  const behind = text.slice(match.index + match[0].length);
  return {
    ...amount,
    index: match.index,
    text: match[0].trim(),
    hedge: BOUND.test(before) ? "bound" : ABOUT.test(before) ? "about" : "none",
    change: CHANGE.test(before),
    noun: nounsBehind(behind),
  };
}
