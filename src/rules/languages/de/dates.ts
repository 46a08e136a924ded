import type { DateWords } from "../reading/dates.ts";
import { MONTHS } from "./numbers.ts";

const MONTH = MONTHS.join("|");

export const dates: DateWords = {
  date: new RegExp(
    [
      String.raw`\b(?<iso>\d{4}-\d{2}-\d{2})\b`,
      String.raw`(?<![\d.,])(?<day5>\d{1,2})\.(?<month5>\d{1,2})\.(?:(?<year5>(?:19|20)\d{2}))?(?!\d)`,
      String.raw`(?<![\d.,])(?<day1>\d{1,2})\.[ \u00a0](?<month1>${MONTH})(?!\p{L})(?: (?<year1>(?:19|20)\d{2}))?`,
      String.raw`(?<!\p{L})(?<month2>${MONTH})(?!\p{L})(?: (?<year2>(?:19|20)\d{2}))?`,
    ].join("|"),
    "giu",
  ),
  month: (word) => MONTHS.indexOf(word.toLowerCase()),
  tie: (before, behind) => {
    const start = before.replace(/(?:dem|den|der|Anfang|Mitte|Ende|zum|zur|spätestens)\s*$/iu, "").trimEnd();
    if (/(?:^|\s)vor(?:\s(?:dem|den))?\s*$/iu.test(before)) return "before";
    if (/(?:^|\s)(?:bis|spätestens|binnen)$/iu.test(start) || /^\s*(?:an)?\s*spätestens/iu.test(behind))
      return "by";
    return /(?:^|\s)(?:ab|nach|seit|von)$/iu.test(start) ? "after" : "on";
  },
  joins: ["und", "aber", "doch"],
};
