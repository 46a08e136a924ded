import { dayNumber, dayOf, daysInMonth, formatDay } from "../../base/date.ts";

/** Relation of a sentence to a date: on it; by it at the latest; before it; after it or from it on. */
export type Tie = "on" | "by" | "before" | "after";

/** A date as a sentence writes it: 15 January, March 2027, the end of June. */
export interface SaidDate {
  readonly text: string;
  readonly index: number;
  readonly year: number | undefined;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number | undefined;
  readonly tie: Tie;
}

interface Grammar {
  /** A date with the groups year, month, day, and iso where all is digits. */
  readonly date: RegExp;
  /** 0 to 11 for the name of a month; −1 for another word. */
  readonly month: (word: string) => number;
  /** Returns the tie that the words before and after a date express. */
  readonly tie: (before: string, behind: string) => Tie;
}

const EN_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const EN_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const EN_LEAD = "in|by|until|till|before|after|since|from|of|early|mid|late|end|through|and|to";

const EN: Grammar = {
  date: new RegExp(
    [
      String.raw`\b(?<iso>\d{4}-\d{2}-\d{2})\b`,
      String.raw`\b(?<day1>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month1>(?:${EN_MONTHS}|${EN_SHORT})\b)(?:,? (?<year1>(?:19|20)\d{2}))?`,
      String.raw`\b(?<month2>${EN_MONTHS}|${EN_SHORT}) (?<day2>\d{1,2})(?:st|nd|rd|th)?\b(?![\d%.]\d|%| (?:percent|points))(?:,? (?<year2>(?:19|20)\d{2}))?`,
      String.raw`\b(?<month3>${EN_MONTHS})(?: of)? (?<year3>(?:19|20)\d{2})\b`,
      String.raw`(?<=\b(?:${EN_LEAD})[ -])(?<month4>${EN_MONTHS})\b`,
    ].join("|"),
    "gu",
  ),
  month: (word) => EN_MONTHS.split("|").findIndex((name) => name.slice(0, 3) === word.slice(0, 3)),
  tie: (before) => {
    const word =
      /(?:^|[^\p{L}])(before|by|until|till|to|through|after|from|since|later than|past)(?: (?:the )?(?:end|start|beginning|middle|close) of)?\s*$/iu
        .exec(before)?.[1]
        ?.toLowerCase();
    if (word === undefined) return "on";
    if (word === "before") return "before";
    if (/no later than\s*$/iu.test(before)) return "by";
    return ["after", "from", "since", "later than", "past"].includes(word) ? "after" : "by";
  },
};

const FI_STEMS = "tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu";

const FI: Grammar = {
  date: new RegExp(
    [
      String.raw`\b(?<iso>\d{4}-\d{2}-\d{2})\b`,
      String.raw`\b(?<day5>\d{1,2})\.(?<month5>\d{1,2})\.(?:(?<year5>(?:19|20)\d{2}))?(?!\d)`,
      String.raw`\b(?<day1>\d{1,2})\. (?:päivä\p{L}* )?(?<month1>${FI_STEMS})kuu\p{L}*(?: (?<year1>(?:19|20)\d{2}))?`,
      String.raw`(?<!\p{L})(?<month2>${FI_STEMS})kuu\p{L}*(?: (?<day2>\d{1,2})\. päivä\p{L}*)?(?: (?<year2>(?:19|20)\d{2}))?`,
    ].join("|"),
    "giu",
  ),
  month: (word) => FI_STEMS.split("|").indexOf(word.toLowerCase()),
  tie: (before, behind) => {
    if (/(?:^|\s)ennen\s*$/iu.test(before)) return "before";
    if (/^\s*(?:loppuun |alkuun )?(?:mennessä|asti|saakka|loppuun)/iu.test(behind)) return "by";
    return /^\s*(?:lopun )?(?:jälkeen|alkaen|lähtien|alusta)/iu.test(behind) ? "after" : "on";
  },
};

const JA: Grammar = {
  date: /(?<iso>\d{4}-\d{2}-\d{2})|(?:(?<year1>(?:19|20)\d{2})年)?(?<month1>\d{1,2})月(?:(?<day1>\d{1,2})日)?/gu,
  month: (word) => Number(word) - 1,
  tie: (_before, behind) => {
    if (/^(?:末|初め)?(?:まで|迄)/u.test(behind)) return "by";
    if (/^(?:より)?前/u.test(behind)) return "before";
    return /^(?:末)?(?:以降|から|後|より後)/u.test(behind) ? "after" : "on";
  },
};

const GRAMMARS: Readonly<Record<string, Grammar>> = { en: EN, fi: FI, ja: JA };

/** The dates in a text that name a month at least, in the order of the text. `tag` is that of its language. */
export function datesIn(tag: string, text: string): readonly SaidDate[] {
  const grammar = GRAMMARS[tag];
  if (grammar === undefined) return [];
  return [...text.matchAll(grammar.date)].flatMap((match): readonly SaidDate[] => {
    const groups = Object.entries(match.groups ?? {});
    const of = (name: string): string | undefined =>
      groups.find(([key, value]) => key.replace(/\d$/u, "") === name && value !== undefined)?.[1];
    const iso = of("iso")?.split("-").map(Number);
    const word = of("month") ?? "";
    const month = iso?.[1] ?? (/^\d+$/u.test(word) ? Number(word) : grammar.month(word) + 1);
    const [year, day] = [iso?.[0] ?? of("year"), iso?.[2] ?? of("day")];
    const said = {
      text: match[0],
      index: match.index,
      year: year === undefined ? undefined : Number(year),
      month,
      day: day === undefined ? undefined : Number(day),
      tie: grammar.tie(text.slice(0, match.index), text.slice(match.index + match[0].length)),
    };
    const real =
      month >= 1 &&
      month <= 12 &&
      (said.day === undefined || (said.day >= 1 && said.day <= daysInMonth(said.year ?? 2024, month)));
    return real ? [said] : [];
  });
}

/** First and last day of a date; without a year, of the one that brings it nearest to a day, or next after it. */
export function spanOf(
  { year, month, day }: SaidDate,
  near: string,
  next = false,
): { readonly from: string; readonly to: string } {
  const [nearYear = 0, nearMonth = 1, nearDay = 1] = near.split("-").map(Number);
  const center = dayNumber(nearYear, nearMonth, nearDay);
  const distance = (each: number): number => {
    const apart = dayNumber(each, month, day ?? (next ? 28 : 15)) - center;
    return next && apart < 0 ? Number.MAX_SAFE_INTEGER : Math.abs(apart);
  };
  const found =
    year ??
    [nearYear, nearYear + 1, nearYear - 1].toSorted((one, other) => distance(one) - distance(other))[0] ??
    nearYear;
  const last = daysInMonth(found, month);
  const at = (number: number): string => formatDay(dayOf(dayNumber(found, month, Math.min(number, last))));
  return day === undefined ? { from: at(1), to: at(last) } : { from: at(day), to: at(day) };
}
