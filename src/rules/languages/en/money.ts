import type { DriverWords, MoneyWords, Span } from "../reading/money.ts";
import { COUNT, countOf } from "./times.ts";

const SPAN = new RegExp(
  `(?<![\\w.,-])(?<n>\\d{1,2}\\.\\d|${COUNT}|an?)[ \u00a0-](?<half>half-)?(?<unit>year|quarter|month)s?\\b`,
  "gi",
);
const MONTHS_OF: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };

function spans(text: string): readonly Span[] {
  return [...text.matchAll(SPAN)].map((match) => {
    const { n = "", half, unit = "" }: Partial<Record<string, string>> = match.groups ?? {};
    const unitMonths = half === undefined ? (MONTHS_OF[unit.toLowerCase()] ?? 0) : 6;
    const count = /^\d/.test(n) ? Number(n) : /^an?$/i.test(n) ? 1 : countOf(n);
    const before = text.slice(0, match.index);
    return {
      text: match[0],
      index: match.index,
      months: count * unitMonths,
      step: n.includes(".") ? unitMonths / 10 : unitMonths,
      whole:
        match[0].includes("-") ||
        /\b(?:over|across|during|throughout)(?: (?:the|its|all|these))?\s$/i.test(before),
    };
  });
}

export const money: MoneyWords = {
  worth: /net present value|\bNPV\b|payback|pays? back/i,
  benefitShare:
    /(?<n>\d+(?:\.\d+)?)\s?(?:%|per ?cent) of (?:the |its |their )?(?:planned |expected |promised |forecast |projected |full )?(?:benefits?|savings?|returns?|gains?|effect)\b/i,
  asks: /\b(?:approve|release|invest|spend|fund|allocate|commit|grant|budget(?: of)?|investment of|funding of)\s(?:[a-zà-öø-ž]+\s){0,2}$/i,
  askedBefore: /^\s*(?:for|to|in|over|as|now|from|on|,|\.|;|$)/i,
  tranches: /\b(?:tranches?|instal(?:l)?ments?|in (?:two|three|four) parts|now\b.*\b(?:later|rest|then))\b/i,
  stages: /\b(?:stages?|first|second)\b/i,
  paysBack: /\b(?:pay(?:s|ing)?[- ]?back|paid back|payback|pay(?:s)? for itself|money is back)\b/i,
  discounts: /\bdiscount(?:ed|ing)?(?:\s(?:rate|at|with|by|factor)|\b[^.;]{0,20}\bat)\b/i,
  denies: /\b(?:not|never|no|nor|cannot)\b|n['’]t\b/i,
  spans,
};

const PARTS: readonly (readonly [string, number])[] = [
  ["half", 0.5],
  ["a third", 1 / 3],
  ["a quarter", 0.25],
  ["a fifth", 0.2],
  ["a tenth", 0.1],
];
const MORE = "more|higher|above|over|up|dearer|longer";
const LESS = "less|lower|below|under|down|fewer|cheaper|shorter";

export const drivers: DriverWords = {
  costs: /^(?:all |total )*(?:costs?|spend(?:ing)?|expenses?|capex|opex)$/i,
  benefits: /^(?:all |total )*(?:benefits?|savings?|returns?|effects?)$/i,
  factors: [
    ...PARTS.flatMap(([part, share]): readonly (readonly [RegExp, number])[] => [
      [new RegExp(`^${part} (?:as much )?(?:${MORE})\\b`, "i"), 1 + share],
      [new RegExp(`^${part} (?:${LESS})\\b`, "i"), 1 - share],
    ]),
    [/^(?:doubled?|twice(?: as (?:much|many|high))?|twofold)$/i, 2],
    [/^(?:half|halved|half as (?:much|many|high)|half of (?:it|plan))$/i, 0.5],
    [/^(?:none|zero|no effect|nothing)$/i, 0],
  ],
  more: new RegExp(
    String.raw`(?:\+|plus)\s?(?<n>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|(?<m>\d+(?:\.\d+)?)\s?(?:%|per ?cent) (?:${MORE})\b`,
    "i",
  ),
  less: new RegExp(
    String.raw`(?:[-−–]|minus)\s?(?<n>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|(?<m>\d+(?:\.\d+)?)\s?(?:%|per ?cent) (?:${LESS})\b`,
    "i",
  ),
  late: /^(?<length>half a year|a year|one year|a quarter|one quarter|(?:three|six|twelve|3|6|12) months)(?: year)? (?:late|later|delay)\b/i,
  delays: [
    [/^(?:half a year|six|6)/i, 6],
    [/^(?:a quarter|one quarter|three|3)/i, 3],
    [/^(?:a year|one year|twelve|12)/i, 12],
  ],
};
