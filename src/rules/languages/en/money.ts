import type { Dearness, DriverWords, MoneyWords, Span } from "../reading/money.ts";
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

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/^(?:twice|double)$/i, 2],
  [/^(?:half|half as much)$/i, 0.5],
  [/^half as much again$/i, 1.5],
  [/^one and a half times$/i, 1.5],
  [/^(?:a|one) third$/i, 1 / 3],
  [/^(?:a|one) quarter$/i, 0.25],
  [/^(?:a|one) fifth$/i, 0.2],
  [/^(?:a|one) tenth$/i, 0.1],
  [/^two thirds$/i, 2 / 3],
  [/^three quarters$/i, 0.75],
];
const RATIO =
  /\b(?:costs?|cost|price|money|expense|dearer|cheaper|outlay)\b[^.;,]{0,30}?\b(?<hedge>more than|over|at least|less than|under|at most|about|nearly|almost|roughly|some)?\s?(?<factor>half as much again|one and a half times|twice|double|half|(?:a|one) (?:third|quarter|fifth|tenth)|two thirds|three quarters|(?<n>\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten) times)(?! (?:a|the|per) (?:year|month|week|day))\b|(?<hedge2>more than|over|at least|less than|under|at most|about|nearly|almost)?\s?\b(?<factor2>twice|double|half|(?:a|one) (?:third|quarter|fifth|tenth)|two thirds|three quarters|(?<n2>\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten) times) (?:of |as |the |its |their )*(?:costs?|price|money|expensive|dear|costly|much money)\b/i;

const dearness: Dearness = {
  cheapest: /\b(?:cheapest|least expensive|costs? (?:the )?least|lowest (?:cost|price))\b/i,
  dearest: /\b(?:dearest|most expensive|costliest|costs? (?:the )?most|highest (?:cost|price))\b/i,
  ratio: (text) => {
    const match = RATIO.exec(text);
    const { factor, factor2, hedge, hedge2, n, n2 }: Partial<Record<string, string>> = match?.groups ?? {};
    const words = factor ?? factor2;
    const number = n ?? n2;
    if (match === null || words === undefined) return undefined;
    const value =
      number === undefined
        ? FACTORS.find(([pattern]) => pattern.test(words))?.[1]
        : /^\d/.test(number)
          ? Number(number)
          : countOf(number);
    const behind = /^ (?:as much )?(more|less|again|extra|higher|lower|cheaper|dearer)\b/i.exec(
      text.slice(match.index + match[0].length),
    )?.[1];
    const said = (hedge ?? hedge2 ?? "").toLowerCase();
    if (value === undefined || value === 0) return undefined;
    const bound = /^(?:more|over|at least)/.test(said)
      ? "least"
      : /^(?:less|under|at most)/.test(said)
        ? "most"
        : "near";
    // A third more is 1.33 times as much; twice as much again is not said.
    const less = /^(?:less|lower|cheaper)$/i.test(behind ?? "");
    const times = behind === undefined ? value : less ? 1 - value : 1 + value;
    return times <= 0
      ? undefined
      : { text: `${match[0]}${behind === undefined ? "" : ` ${behind}`}`, value: times, bound };
  },
};

export const money: MoneyWords = {
  worth: /net present value|\bNPV\b|payback|pays? back/i,
  benefitShare:
    /(?<n>\d+(?:\.\d+)?)\s?(?:%|per ?cent) of (?:the |its |their )?(?:planned |expected |promised |forecast |projected |full )?(?:benefits?|savings?|returns?|gains?|effect)\b/i,
  asks: /\b(?:approve|release|invest|spend|fund|allocate|commit|grant|budget(?: of)?|investment of|funding of)\s(?:[a-zà-öø-ž]+\s){0,2}$/i,
  askedBefore: /^\s*(?:for|to|in|over|as|now|from|on|,|\.|;|$)/i,
  covers: /\b(?:covers?|is for|pays for)\b/i,
  tranches: /\b(?:tranches?|instal(?:l)?ments?|in (?:two|three|four) parts|now\b.*\b(?:later|rest|then))\b/i,
  stages: /\b(?:stages?|first|second)\b/i,
  releases: /\b(?:releas(?:e|es|ed|ing)|pa(?:y|id|ys) out|freed|made available|committed|paid)\b/i,
  still:
    /\b(?:still (?:pays?|worth|positive|works?|earns?|comes? out)|pays? (?:off )?(?:even|all the same|anyway|too)|even (?:then|so|if|with|at|when)\b[^.]*\b(?:pays?|positive|worth|earns?|above zero|comes? out ahead)|(?:pays?|positive|worth (?:it|more)|earns?|above zero|comes? out ahead)\b[^.]*\beven (?:if|with|at|when))\b/i,
  running:
    /\b(?:staff|salar(?:y|ies)|wages?|licen[cs]es?|subscriptions?|maintenance|service|support|rent|leases?|operat(?:ion|ions|ing|ors?)|upkeep|running|nurses|planners|editors|advisers|officers|coordinators?|team)\b/i,
  dearness,
  counted:
    /\b(?:horizon|(?:years?|months?|periods?) (?:that |which )?(?:the |its )?(?:costs?|money|price)|(?:costs?|price|paid|counted|covers?|covered)\b.*\b(?:years?|months?|until|till|through|over|for))\b/i,
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
