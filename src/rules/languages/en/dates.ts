import type { DateWords } from "../reading/dates.ts";
import type { WordsOfTime } from "../reading/time.ts";
import { LETTER, MONTHS, NUMBERS, SHORT_MONTHS } from "./lists.ts";
import { count } from "./numbers.ts";

const MONTH = MONTHS.join("|");
const LEAD = "in|by|until|till|before|after|since|from|of|early|mid|late|end|through|and|to";

export const dates: DateWords = {
  date: new RegExp(
    [
      String.raw`\b(?<iso>\d{4}-\d{2}-\d{2})\b`,
      String.raw`\b(?<day1>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month1>(?:${MONTH}|${SHORT_MONTHS})\b)(?:,? (?<year1>(?:19|20)\d{2}))?`,
      String.raw`\b(?<month2>${MONTH}|${SHORT_MONTHS}) (?<day2>\d{1,2})(?:st|nd|rd|th)?\b(?![\d%.]\d|%| (?:percent|points))(?:,? (?<year2>(?:19|20)\d{2}))?`,
      String.raw`\b(?<month3>${MONTH})(?: of)? (?<year3>(?:19|20)\d{2})\b`,
      String.raw`(?<=\b(?:${LEAD})[ -])(?<month4>${MONTH})\b`,
    ].join("|"),
    "gu",
  ),
  month: (word) => MONTHS.findIndex((name) => name.slice(0, 3) === word.slice(0, 3)),
  tie: (before) => {
    const word =
      /(?:^|[^a-zà-öø-ž])(before|by|until|till|to|through|after|from|since|later than|past)(?: (?:the )?(?:end|start|beginning|middle|close) of)?\s*$/i
        .exec(before)?.[1]
        ?.toLowerCase();
    if (word === undefined) return "on";
    if (word === "before") return "before";
    if (/no later than\s*$/i.test(before)) return "by";
    return ["after", "from", "since", "later than", "past"].includes(word) ? "after" : "by";
  },
  joins: ["and", "while", "but"],
};

const UNITS: Readonly<Record<string, number>> = { week: 12 / 52, month: 1, quarter: 3, year: 12 };
const WORK = "programme|program|project|pilot|trial|roll-?out|plan|phase|test";
const NUMBER = String.raw`(\d{1,2}|${NUMBERS.join("|")})`;
const LENGTH = new RegExp(
  String.raw`\b${NUMBER}[- ](week|month|quarter|year)s?[- ](?:[a-z-]+ ){0,2}(?:${WORK})\b|\b(?:over|within|in) ${NUMBER} (week|month|quarter|year)s\b`,
  "gi",
);

export const time: WordsOfTime = {
  done: /(?<!\b(?:is|are|be|being|will|to|gets?|if|unless|once|when|must be)\s)(?<!\b(?:if|unless|once|when|until)\b[^.;]*)\b(?:was|were|agreed|approved|decided|signed|accepted|confirmed|adopted|published|measured|finished|completed|told|met|ended|began|started|took place)\s(?:(?!by\b)[a-zà-öø-ž]+\s){0,3}(?:on|in)\s(?:the\s)?$/i,
  ahead:
    /\b(?:will|is due|are due|is frozen|closes|ends|expires|opens|runs out|is needed|are needed)\s(?:[a-zà-öø-ž]+\s){0,4}(?:on|by|in)\s(?:the\s)?(?:end of\s)?$/i,
  gate: /\bgate\b/i,
  depends:
    /\b(?:depends?|only if|only when|needs?|decided? by|released|waits? for|tied to|unless|judged? by|rests? on|requires?)\b/i,
  partly:
    /\b(?:first (?:quarter|half|months?|weeks?|results?)|so far|interim|by then|until then|half-way|midway)\b/i,
  workStarts: new RegExp(
    String.raw`\b(?:the |this )?(?:work|we|it|${WORK})\s(?:[${LETTER}]+\s)?(?:starts?|begins?)(?:\s(?:on|in|from))?\s(?:the\s)?$`,
    "i",
  ),
  decided: /\b(?:decisions?|decides?|approval|answer)\b[^.;]*$/i,
  permits:
    /\b(?:approv(?:al|ed|es)|permits?|permission|licen[cs]e|consent|authori[sz]ation|clearance|assessment|certificat(?:e|ion)|sign-?off|cleared|filing)\b/i,
  reports:
    /\b(?:reports?|results?|evaluation|findings|audit(?:ed|s)?|count(?:ed|s)?|measure(?:d|s|ment)?|survey|analysis|figures|review of)\b/i,
  live: /\b(?:live|opens?|opened|complete[ds]?|finished|done|ready|installed|in use|running)\b/i,
  begins: /\b(?:first|starts?|begins?|kick-?off|pilot|order(?:ed|s)?|contract|hired|half)\b/i,
  lengths: (text) =>
    [...text.matchAll(LENGTH)].map((match) => {
      const number = (match[1] ?? match[3] ?? "").toLowerCase();
      const unit = UNITS[(match[2] ?? match[4] ?? "").toLowerCase()] ?? 0;
      return {
        text: match[0],
        months: unit * count(number),
      };
    }),
};
