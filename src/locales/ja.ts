import { APPENDIX_PHRASES } from "./ja/appendix.ts";
import { CHANGE_PHRASES } from "./ja/changes.ts";
import { CHART_PHRASES } from "./ja/charts.ts";
import { DECIDED_PHRASES } from "./ja/decided.ts";
import { FIGURE_PHRASES } from "./ja/figures.ts";
import { MAIL_PHRASES } from "./ja/mail.ts";
import { SHARED_PHRASES } from "./ja/shared.ts";
import { SLIDE_PHRASES } from "./ja/slides.ts";
import type { LocaleWords } from "./locale.ts";

const MONTHS = Array.from({ length: 12 }, (_, n) => `${n + 1}月`);
const DAY = "{year}年{monthNumber}月{day}日";

/** Japanese as a board reads it: numerals in half width, no spaces beside them, myriads where the deck chooses the scale. */
export const jaJP: LocaleWords = {
  tag: "ja-JP",
  direction: "ltr",
  emphasis: "bold",
  missing: "–",
  numbers: { decimal: ".", group: ",", groupFrom: 4, minus: "−", plus: "+" },
  patterns: {
    percent: "{n}%",
    currency: "{n}{unit}",
    unit: "{n}{unit}",
    scaled: "{n}{scale}",
    scaledShort: "{n}{scale}",
    unitScaled: "{scale}{unit}",
    range: "{low}～{high}",
    rangeSigned: "{low}～{high}",
  },
  // Boards read amounts in thousands and millions where the bundle says so; by itself the language counts in myriads.
  scales: [
    { name: "thousand", power: 3, long: { other: "千" }, short: "千", prose: false, tables: true },
    { name: "ten-thousand", power: 4, long: { other: "万" }, short: "万", prose: true, tables: false },
    { name: "million", power: 6, long: { other: "百万" }, short: "百万", prose: false, tables: true },
    { name: "hundred-million", power: 8, long: { other: "億" }, short: "億", prose: true, tables: false },
    { name: "billion", power: 9, long: { other: "十億" }, short: "十億", prose: false, tables: false },
    { name: "trillion", power: 12, long: { other: "兆" }, short: "兆", prose: true, tables: false },
  ],
  currencies: {
    JPY: { text: { other: "円" }, short: "円" },
    EUR: { text: { other: "ユーロ" }, short: "ユーロ" },
    USD: { text: { other: "ドル" }, short: "ドル" },
    GBP: { text: { other: "ポンド" }, short: "ポンド" },
    CNY: { text: { other: "人民元" }, short: "人民元" },
    KRW: { text: { other: "ウォン" }, short: "ウォン" },
  },
  points: { text: { other: "ポイント" }, short: "pt", alone: "ポイント" },
  unitWord: (unit) => unit,
  months: { long: MONTHS, short: MONTHS },
  weekdays: ["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"],
  dates: {
    long: DAY,
    short: "{year}/{monthNumber}/{day}",
    dayMonth: "{monthNumber}月{day}日",
    monthYear: "{year}年{monthNumber}月",
    weekday: `${DAY}（{weekday}）`,
  },
  time: "{hour}:{minute}",
  periods: {
    year: { long: "{year}年", short: "{year}年", withinYear: "{year}年" },
    "half-year": { long: "{year}年{half}", short: "{year}年{half}", withinYear: "{half}" },
    quarter: { long: "{year}年第{part}四半期", short: "{year}年{part}Q", withinYear: "{part}Q" },
    month: { long: "{year}年{monthNumber}月", short: "{year}/{monthNumber}", withinYear: "{monthNumber}月" },
    week: { long: "{year}年第{part}週", short: "{year}年{part}週", withinYear: "{part}週" },
    day: { long: DAY, short: "{year}/{monthNumber}/{day}", withinYear: "{monthNumber}/{day}" },
  },
  halves: ["上半期", "下半期"],
  quotes: { outer: ["「", "」"], inner: ["『", "』"] },
  spaced: false,
  marks: { colon: "：", comma: "、", semicolon: "；", stop: "。", dash: "――" },
  directions: {
    downAfter: "減少|低下|縮小|短縮|下落|削減|下回|低[いくか]|少な[いくか]|短[いくか]|安[いくか]",
    upAfter: "増加|上昇|拡大|延長|上回|高[いくか]|多[いくか]|長[いくか]",
    downBefore: "(?:減少幅は|低下幅は|下落幅は|削減額は)",
    upBefore: "(?:増加幅は|上昇幅は|増加額は)",
  },
  withNumbers: {
    before: "第",
    after: "%|時間|分|日|週間|か月|年|回|件|名|人|台|km|kg|[kMG]W|[kMGT]B",
  },
  phrases: {
    ...SHARED_PHRASES,
    ...SLIDE_PHRASES,
    ...APPENDIX_PHRASES,
    ...CHANGE_PHRASES,
    ...CHART_PHRASES,
    ...DECIDED_PHRASES,
    ...FIGURE_PHRASES,
    ...MAIL_PHRASES,
  },
};
