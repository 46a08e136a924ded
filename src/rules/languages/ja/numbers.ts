import type { Quantity } from "../reading/language.ts";
import {
  type Amount,
  blank,
  inOrder,
  PHONE,
  type Placed,
  STANDARD,
  shareOf,
  stepOf,
} from "../reading/scan.ts";

const KANJI: Readonly<Record<string, number>> = {
  〇: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const K = "[一二三四五六七八九十]";

const NOT_QUANTITIES: readonly RegExp[] = [
  PHONE,
  STANDARD,
  /\d{4}-\d{2}-\d{2}/gu,
  /\d{4}年(?:度|\d{1,2}月(?:\d{1,2}日)?|[春夏秋冬])?/gu,
  /\d{1,2}月\d{1,2}日/gu,
  /\d{1,2}月(?!間)/gu,
  /\d{1,2}時(?!間)(?:\d{1,2}分)?/gu,
  /\d{1,2}:\d{2}/gu,
  /第\d[\d.]*[条章節項期回版]?/gu,
  /\d+階建て?|週\d日/gu,
  /[A-Za-z]\d+|\d+[A-Za-z]+(?!%)/gu,
];

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const DIGITS = new RegExp(
  String.raw`(?<![A-Za-z\d.,])(?<first>${NUMBER})(?<scale>[万億兆千百])?(?:(?<second>${NUMBER})?(?<scale2>[万千百]))?(?<unit>%|パーセント|ポイント|円|ドル|ユーロ)?`,
  "gu",
);
const SCALES: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };
const UNITS: Readonly<Record<string, string>> = {
  "%": "%",
  パーセント: "%",
  ポイント: "pp",
  円: "JPY",
  ドル: "USD",
  ユーロ: "EUR",
};

/** 三割, 一割五分 */
const TENTHS = new RegExp(`(?<n>${K}|\\d)割(?!引|当|合|り)(?:(?<f>${K}|\\d)分(?!の))?`, "gu");
/** 三十一万人, 三十日: at least two characters before what is counted; not a day of a month, no 一部. */
const SPELLED =
  /(?<![月年第])(?<kanji>[一二三四五六七八九十百千万億]{2,})(?<unit>円|ドル|ユーロ|パーセント|ポイント|(?=[人件名社台日]))(?!に[一二三四五])/gu;
/** 三分の二: two of three. */
const PARTS = new RegExp(`(?<m>${K}|\\d{1,2})分の(?<n>${K}|\\d{1,2})`, "gu");
/** 五人に一人, 三件に一件 */
const EACH = new RegExp(`(?<m>${K}|\\d{1,2})[人件台軒社校]に(?<n>${K}|\\d{1,2})[人件台軒社校]`, "gu");
/** 半分 and 半数 are shares; 半日 and 半年 are not. */
const HALF = /(?:半分|半数)/gu;

const ABOUT = /(?:約|およそ|ほぼ|概ね|おおよそ)$/u;
const ABOUT_AFTER = /^(?:近く|ほど|前後|程度|弱|強)/u;
const BOUND_AFTER = /^.{0,3}?(?:以上|以下|以内|未満|を超え|を上回|を下回)/u;

/** The quantities of a Japanese text, in order. Full-width digits and signs are read like the narrow ones. */
export function numbersIn(text: string): readonly Quantity[] {
  const clean = blank(text.normalize("NFKC"), ...NOT_QUANTITIES);
  const found = [
    ...[...clean.matchAll(TENTHS)].map((match) => {
      const { n, f } = match.groups ?? {};
      return f === undefined
        ? at(clean, match, shareOf(count(n), 10))
        : at(clean, match, { value: 10 * count(n) + count(f), step: 1, unit: "%", share: false });
    }),
    ...[...clean.matchAll(SPELLED)].map((match) => {
      const { kanji = "", unit = "" } = match.groups ?? {};
      const value = spelled(kanji);
      return at(clean, match, { value, step: stepOf(String(value)), unit: UNITS[unit] ?? "", share: false });
    }),
    ...[...clean.matchAll(PARTS)].map((match) =>
      at(clean, match, shareOf(count(match.groups?.["n"]), count(match.groups?.["m"]))),
    ),
    ...[...clean.matchAll(EACH)].map((match) =>
      at(clean, match, shareOf(count(match.groups?.["n"]), count(match.groups?.["m"]))),
    ),
    ...[...clean.matchAll(HALF)].map((match) => at(clean, match, shareOf(1, 2))),
    ...[...blank(clean, TENTHS, PARTS, EACH).matchAll(DIGITS)].map((match) => {
      const { first = "", scale, second, scale2, unit = "" } = match.groups ?? {};
      const plain = first.replaceAll(",", "");
      const [big, small] = [SCALES[scale ?? ""] ?? 1, SCALES[scale2 ?? ""] ?? 1];
      const rest = second === undefined ? 0 : Number(second.replaceAll(",", "")) * small;
      const factor = second === undefined && scale2 !== undefined ? big * small : big;
      const step = second === undefined ? stepOf(plain) * factor : stepOf(second) * small;
      return at(clean, match, {
        value: Number(plain) * factor + rest,
        step,
        unit: UNITS[unit] ?? "",
        share: false,
      });
    }),
  ];
  return inOrder(found.filter(({ value }) => value > 0));
}

const count = (text = ""): number => (/^\d/u.test(text) ? Number(text) : (KANJI[text] ?? 0));

/** 三十一万 is 310,000. */
function spelled(kanji: string): number {
  let [sum, group, digit] = [0, 0, 0];
  for (const sign of kanji) {
    const scale = SCALES[sign] ?? (sign === "十" ? 10 : 1);
    if (scale >= 1e4) {
      sum += Math.max(1, group + digit) * scale;
      [group, digit] = [0, 0];
    } else if (scale > 1) {
      group += Math.max(1, digit) * scale;
      digit = 0;
    } else digit = KANJI[sign] ?? 0;
  }
  return sum + group + digit;
}

function at(text: string, match: RegExpExecArray, amount: Amount): Placed {
  const before = text.slice(Math.max(0, match.index - 8), match.index);
  const behind = text.slice(match.index + match[0].length);
  const about = ABOUT.test(before) || ABOUT_AFTER.test(behind);
  return {
    ...amount,
    index: match.index,
    text: match[0].trim(),
    hedge: BOUND_AFTER.test(behind) ? "bound" : about ? "about" : "none",
    change: /^(?:増|減|上が|下が|上昇|低下|伸び|縮)/u.test(behind),
    noun: /^[\p{Script=Han}]{1,2}/u.exec(behind)?.slice(0, 1) ?? [],
  };
}
