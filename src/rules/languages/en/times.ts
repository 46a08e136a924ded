import type { Moment, Window } from "../reading/claims.ts";
import { MONTHS, NUMBERS } from "./lists.ts";

const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
export const COUNT = `(?:${NUMBERS.slice(1).join("|")}|\\d{1,3})`;
export const countOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : Math.max(NUMBERS.indexOf(word.toLowerCase()), 0);

export const MOMENT = `(?:(?:the )?(?:start|beginning|end|early|late|mid)?(?: of |-| )?)?(?:(?<month>${MONTHS.join("|")})|(?<season>${Object.keys(SEASONS).join("|")})|(?<quarter>Q[1-4]))?(?: of)?(?: ?(?<year>(?:19|20)\\d{2}))?`;
const SINCE = new RegExp(`\\b(?:[Ss]ince|[Ee]ver since|[Ff]rom) (?:last )?${MOMENT}(?![\\w{])`, "u");
const BETWEEN = /\b(?:from|between) (?<from>(?:19|20)\d{2}) (?:to|and) (?<to>(?:19|20)\d{2})\b/u;
const BACK = new RegExp(
  `\\b(?:in|over|within|for|during)(?: the)?(?: last| past)? (?<n>${COUNT}|a) (?<unit>year|half-year|quarter|month|week)s?\\b|\\b(?:in|over|within|for|during) (?:the )?(?:last|past) (?<one>year|half-year|quarter|month|week)\\b`,
  "iu",
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

const DATED = new RegExp(
  `\\b(?:[Ii]n|of|[Dd]uring|[Ll]ast|[Bb]y|[Tt]his) (?:early |late |mid-?)?${MOMENT}(?![\\w{])`,
  "gu",
);

export function dated(clause: string): Moment | undefined {
  for (const match of clause.matchAll(DATED)) {
    const found = moment(match.groups ?? {});
    if (found !== undefined) return found;
  }
  return undefined;
}

export function window(clause: string): Window | undefined {
  const between = BETWEEN.exec(clause)?.groups;
  if (between !== undefined)
    return { kind: "between", from: { year: Number(between["from"]) }, to: { year: Number(between["to"]) } };
  const since = SINCE.exec(clause)?.groups;
  const from = since === undefined ? undefined : moment(since);
  if (from !== undefined) return { kind: "since", from };
  if (
    /\b(?:year[- ]on[- ]year|than (?:a|one) year (?:ago|earlier|before)|against last year|compared with last year|than last year)\b/iu.test(
      clause,
    )
  )
    return { kind: "year" };
  if (
    /\b(?:last|this) (?:quarter|month|week)\b|\b(?:quarter[- ]on[- ]quarter|month[- ]on[- ]month)\b/iu.test(
      clause,
    )
  )
    return { kind: "previous" };
  const back = BACK.exec(clause)?.groups;
  if (back === undefined) return undefined;
  const { n, unit = "", one } = back;
  const count = one !== undefined || n === "a" || n === undefined ? 1 : countOf(n);
  return { kind: "back", months: count * (MONTHS_OF[(one ?? unit).toLowerCase()] ?? 1) };
}
