import { type Counted, type CountWords, wordsBehind } from "../reading/counts.ts";
import { LETTER, MONTHS, NUMBERS, SHORT_MONTHS, TENS } from "./lists.ts";
import { STOPWORDS } from "./phrases.ts";

const TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const WORDS = [...NUMBERS.slice(2).toReversed(), ...TEENS].join("|");
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+|\d{1,7}|(?:${TENS.join("|")})(?:-(?:${NUMBERS.slice(1, 10).join("|")}))?|${TEENS.join("|")}|${WORDS}`;
const COUNT = new RegExp(
  String.raw`(?<before>\b(?:first|next|last|further|remaining|other|another|of (?:the|these|those|our|all))\s)?(?<![\p{L}\d.,€£$%/-])(?<n>${NUMBER})(?<scale> million| thousand)?(?![\d%])(?=(?<behind>(?: (?:[${LETTER}][${LETTER}'’-]*)){0,4}))`,
  "giu",
);
const GROUP = new RegExp(
  String.raw`\b(?<noun>team|crew|staff|fleet|group|panel|network|chain) of (?<n>${NUMBER})\b(?! (?:the|our))`,
  "giu",
);
const MONEY_BEFORE = /(?:\b(?:EUR|GBP|USD|[A-Z]{3})|[€£$])\s?$/u;
const MONEY_BEHIND =
  /^ ?(?:%|per ?cent|percent|percentage|points?|EUR|GBP|USD|euros?|pounds?|dollars?|cents?|pence|bn|million|m\b|k\b)/i;
const SHARE_BEFORE = new RegExp(String.raw`\b(?:${NUMBER}) (?:in|out of)(?: every)?\s$`, "iu");
const YEAR = /^(?:19|20)\d{2}$/u;
const DATED = new RegExp(String.raw`\b(?:${MONTHS.join("|")}|${SHORT_MONTHS})\s$`, "u");
const MONTH = new RegExp(String.raw`^ (?:${MONTHS.join("|")})\b`, "u");
/** Words which say that what follows is no noun of the count: of a ratio, a name, a share. */
const RATIO = /^ (?:in|out|of|to|or|and)\b/i;
const PASSED: ReadonlySet<string> = new Set(["of", "the", "our", "these", "those", "more", "other", "new"]);
const TIMES =
  /^(?:years?|quarters?|months?|weeks?|half-years?|times|thirds?|fifths?|tenths?|sixths?|eighths?|seasons?|periods?|percent|points?)$/u;

function numberOf(text: string): number {
  const word = text.toLowerCase();
  if (/^\d/u.test(word)) return Number(word.replaceAll(",", ""));
  const [tens = "", one] = word.split("-");
  if (TENS.includes(tens))
    return 20 + 10 * TENS.indexOf(tens) + (one === undefined ? 0 : NUMBERS.indexOf(one));
  return TEENS.includes(word) ? 13 + TEENS.indexOf(word) : NUMBERS.indexOf(word);
}

/** The words of what is counted: from the number to the next word that carries no topic. */
const nounOf = (behind: string): readonly string[] =>
  wordsBehind(
    behind,
    (word) => STOPWORDS.has(word) && word !== "days",
    (word) => !PASSED.has(word),
  ).slice(0, 3);

function counts(text: string): readonly Counted[] {
  const found = [...text.matchAll(COUNT)].flatMap((match): readonly Counted[] => {
    const {
      before = "",
      n = "",
      scale = "",
      behind = "",
    }: Partial<Record<string, string>> = match.groups ?? {};
    const at = match.index + before.length;
    const rest = text.slice(at + n.length + scale.length);
    const lead = text.slice(0, at);
    const isName =
      SHARE_BEFORE.test(lead) ||
      YEAR.test(n) ||
      MONEY_BEFORE.test(lead) ||
      DATED.test(lead) ||
      MONTH.test(rest);
    const noun = nounOf(behind);
    if (isName || MONEY_BEHIND.test(rest) || TIMES.test(behind.trim().split(" ")[0] ?? "")) return [];
    if (
      RATIO.test(rest) &&
      (noun.length === 0 || /^ (?:in|out|to|or|and)\b/i.test(rest) || /^ of \d/u.test(rest))
    )
      return [];
    return [
      {
        text: `${n}${scale}${noun.length === 0 ? "" : ` ${noun.join(" ")}`}`,
        index: at,
        value: numberOf(n) * (scale === "" ? 1 : scale === " million" ? 1e6 : 1e3),
        noun,
        part: before !== "" || / (?:of (?:the|these|those|our)|more|other)\b/i.test(behind.slice(0, 8)),
      },
    ];
  });
  const grouped = [...text.matchAll(GROUP)].map(({ index, 0: all, groups: { noun = "", n = "" } = {} }) => ({
    text: all,
    index,
    value: numberOf(n),
    noun: [noun.toLowerCase()],
    part: false,
  }));
  return [...found, ...grouped];
}

export const countWords: CountWords = {
  counts,
  outOf:
    /(?<![\d.,-])(?<part>\d{1,3}(?:,\d{3})+|\d{1,7}) (?:[a-z]+ )?(?:of|out of) (?:the |our |all |these |those )?(?<whole>\d{1,3}(?:,\d{3})+|\d{1,7})(?![\d%.,]\d|[%\d])/gi,
  each: /^[^.;,]{0,40}?\s(?:at|à|@|×|x|times|for)\s(?:about |around |some |an average of )?$/iu,
  makes:
    /(?:\b(?:is|are|makes?|comes? to|costs?|brings?|saves?|equals?|that is)|=)\s(?:about |around |some )?$/iu,
  small: new RegExp(String.raw`\b(?<n>\d+(?:\.\d+)?|${WORDS}) (?:cents?|pence)\b`, "iu"),
};
