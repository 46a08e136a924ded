import type { DateWords } from "../reading/dates.ts";
import type { WordsOfTime } from "../reading/time.ts";

export const dates: DateWords = {
  date: /(?<iso>\d{4}-\d{2}-\d{2})|(?:(?<year1>(?:19|20)\d{2})年)?(?<month1>\d{1,2})月(?:(?<day1>\d{1,2})日)?/gu,
  month: (word) => Number(word) - 1,
  tie: (_before, behind) => {
    if (/^(?:末|初め)?(?:まで|迄)/u.test(behind)) return "by";
    if (/^(?:より)?前/u.test(behind)) return "before";
    return /^(?:末)?(?:以降|から|後|より後)/u.test(behind) ? "after" : "on";
  },
  joins: [],
};

const NEVER = /(?!)/u;

export const time: WordsOfTime = {
  done: NEVER,
  ahead: NEVER,
  gate: /ゲート|関門/u,
  depends: /次第|による|必要|条件/u,
  partly: /途中|中間|最初の/u,
  workStarts: NEVER,
  decided: NEVER,
  permits: /承認|許可|認可|免許|同意/u,
  reports: /報告|結果|評価|監査|測定|集計/u,
  live: /稼働|開始済|完了|公開/u,
  begins: /最初|開始|着手|発注|契約/u,
  lengths: () => [],
};
