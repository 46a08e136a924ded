import type { Moment, Window } from "../reading/claims.ts";
import { MONTHS, NUMBERS } from "./lists.ts";

const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
export const COUNT = `(?:${NUMBERS.slice(1).join("|")}|\\d{1,3})`;
export const countOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : Math.max(NUMBERS.indexOf(word.toLowerCase()), 0);

export const MOMENT = `(?:(?:the )?(?:start|beginning|end|early|late|mid)?(?: of |-| )?)?(?:(?<month>${MONTHS.join("|")})|(?<season>${Object.keys(SEASONS).join("|")})|(?<quarter>Q[1-4]))?(?: of)?(?: ?(?<year>(?:19|20)\\d{2}))?`;
const SINCE = new RegExp(`\\b(?:[Ss]ince|[Ee]ver since|[Ff]rom) (?:last |the )?${MOMENT}(?![\\w{])`, "u");
const NAMED = (end: string): string =>
  `(?:(?:the )?(?:start|beginning|end|early|late|mid)?(?: of |-| )?)?(?:(?<month${end}>${MONTHS.join("|")})|(?:the )?(?<season${end}>${Object.keys(SEASONS).join("|")})|(?<quarter${end}>Q[1-4]))?(?: of)?(?: ?(?<year${end}>(?:19|20)\\d{2}))?`;
const BETWEEN = new RegExp(
  `\\b(?:[Ff]rom|[Bb]etween) ${NAMED("1")} (?:to|and|until) ${NAMED("2")}(?![\\w{])`,
  "u",
);
const BACK = new RegExp(
  `\\b(?:in|over|within|for|during)(?: the)?(?: last| past)? (?:(?<half>half) an? |(?<n>${COUNT}|an?)(?<more> and a half)? )(?<unit>year|half-year|quarter|month|week)s?\\b(?<behind> and a half\\b)?|\\b(?:in|over|within|for|during) (?:the )?(?:last|past) (?<one>year|half-year|quarter|month|week)\\b`,
  "i",
);
const MONTHS_OF: Readonly<Record<string, number>> = {
  year: 12,
  "half-year": 6,
  quarter: 3,
  month: 1,
  week: 0.23,
};

export function moment(groups: Readonly<Record<string, string | undefined>>): Moment | undefined {
  const { month, season, quarter, year } = groups;
  const first =
    month !== undefined
      ? MONTHS.indexOf(month) + 1
      : season !== undefined
        ? SEASONS[season]
        : quarter !== undefined
          ? 3 * Number(quarter[1]) - 2
          : undefined;
  if (first === undefined && year === undefined) return undefined;
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(first === undefined ? {} : { month: first }),
  };
}

/** "the first quarter of 2026" */
const ORDINALS = "first second third fourth last".split(" ");
const PART_OF_YEAR =
  /\b(?<nth>first|second|third|fourth|last) (?<unit>quarter|half) of (?:the year )?(?<year>(?:19|20)\d{2})\b/gi;
const DATED = new RegExp(
  `\\b(?:[Ii]n|of|[Dd]uring|[Ll]ast|[Bb]y|[Tt]his|[Ss]ince|[Aa]fter|[Ww]as) (?:the )?(?:early |late |mid-?)?${MOMENT}(?![\\w{])`,
  "gu",
);
export const EVERY_TIME = /\b(?:every|each|all|any)(?: \w+)? (?:year|half-year|quarter|month|week|day)s?\b/i;

function placedMoments(
  clause: string,
): readonly { readonly index: number; readonly end: number; readonly at: Moment }[] {
  const parts = [...clause.matchAll(PART_OF_YEAR)].map((match) => {
    const { nth = "", unit = "", year } = match.groups ?? {};
    const n = ORDINALS.indexOf(nth.toLowerCase());
    const month = /half/i.test(unit) ? (n === 0 ? 1 : 7) : 3 * Math.min(n, 3) + 1;
    return { index: match.index, end: match.index + match[0].length, at: { year: Number(year), month } };
  });
  const named = [...clause.matchAll(DATED)].flatMap((match) => {
    const at = moment(match.groups ?? {});
    if (at === undefined || /^(?:[Ss]ince|[Aa]fter)/u.test(match[0])) return [];
    const end = match.index + match[0].length;
    return parts.some((part) => part.index < end && match.index < part.end)
      ? []
      : [{ index: match.index, end, at }];
  });
  return [...parts, ...named].toSorted((a, b) => a.index - b.index);
}

const OPENS = new RegExp(
  `^\\W*(?:(?:and|but|while|than|[Ii]n) )?(?:[Tt]he |[Tt]his |[Ll]ast )?${MOMENT}(?![\\w-])`,
  "u",
);
const OPENS_PART =
  /^\W*(?:(?:and|but|while|than|in) )?the (?<nth>first|second|third|fourth|last)(?: (?<unit>quarter|half))?(?: of (?:the year )?(?<year>(?:19|20)\d{2}))?\b/i;

/** The time that a text begins with; a part of a year without its unit is a quarter: "the last of 2024". */
export function opens(text: string): Moment | undefined {
  const part = OPENS_PART.exec(text)?.groups;
  if (part !== undefined) {
    const { nth = "", unit = "quarter", year } = part;
    if (year === undefined) return undefined;
    const n = ORDINALS.indexOf(nth.toLowerCase());
    return { year: Number(year), month: /half/i.test(unit) ? (n === 0 ? 1 : 7) : 3 * Math.min(n, 3) + 1 };
  }
  return moment(OPENS.exec(text)?.groups ?? {});
}

const ONLY_TIMES = new RegExp(
  `\\b(?:only|just|no more than|exactly) (?:(?<once>once)|(?<twice>twice)|(?<n>${COUNT}) times)\\b`,
  "i",
);
export function onlyTimes(clause: string): number | undefined {
  const { once, twice, n } = ONLY_TIMES.exec(clause)?.groups ?? {};
  return once !== undefined ? 1 : twice !== undefined ? 2 : n === undefined ? undefined : countOf(n);
}

/** "19 a year ago", "12% the quarter before" */
export function agoNear(after: string): Window | undefined {
  const unit =
    /^(?:%| [a-z%]+){0,2} (?:an?|one|the) (?<unit>year|quarter|month|week) (?:ago|earlier|before)\b/i.exec(
      after,
    )?.groups?.["unit"];
  if (unit === undefined) return undefined;
  return /year/i.test(unit) ? { kind: "year" } : { kind: "previous" };
}

/** The time that stands next to a place of a clause: behind it, or else before it with no other number between. */
export function datedNear(clause: string, from: number, to: number): Moment | undefined {
  const all = placedMoments(clause);
  const behind = all.find(({ index }) => index >= to && !/\d|,|;| and /u.test(clause.slice(to, index)));
  const before = all.findLast(({ end }) => end <= from && !/\d|;| and /u.test(clause.slice(end, from)));
  return (behind ?? before)?.at;
}

export const dated = (clause: string): Moment | undefined => placedMoments(clause)[0]?.at;

export function window(clause: string): Window | undefined {
  const between = BETWEEN.exec(clause)?.groups ?? {};
  const [start, end] = ["1", "2"].map((n) =>
    moment({
      month: between[`month${n}`],
      season: between[`season${n}`],
      quarter: between[`quarter${n}`],
      year: between[`year${n}`],
    }),
  );
  if (start !== undefined && end !== undefined) return { kind: "between", from: start, to: end };
  const since = SINCE.exec(clause)?.groups;
  const from = since === undefined ? undefined : moment(since);
  if (from !== undefined) return { kind: "since", from };
  if (
    /\b(?:year[- ]on[- ]year|on the year before|on a year (?:ago|earlier|before)|than (?:a|one) year (?:ago|earlier|before)|against last year|compared with last year|than last year)\b/i.test(
      clause,
    )
  )
    return { kind: "year" };
  if (
    /\b(?:last|this) (?:quarter|month|week)\b|\b(?:quarter[- ]on[- ]quarter|month[- ]on[- ]month)\b/i.test(
      clause,
    )
  )
    return { kind: "previous" };
  if (/\b(?:so far )?this year\b/i.test(clause)) return { kind: "since", from: { month: 1 } };
  const back = BACK.exec(clause)?.groups;
  if (back === undefined) return undefined;
  const { half, n, unit = "", one, more = back["behind"] } = back;
  // "half a year", "a year and a half", "two and a half years".
  const whole =
    half !== undefined ? 0 : one !== undefined || n === undefined || /^an?$/i.test(n) ? 1 : countOf(n);
  const count = whole + (half === undefined && more === undefined ? 0 : 0.5);
  return { kind: "back", months: count * (MONTHS_OF[(one ?? unit).toLowerCase()] ?? 1) };
}
