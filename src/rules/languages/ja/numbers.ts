import type { Quantity } from "../language.ts";
import { blank, shareOf, stepOf } from "../scan.ts";

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

/** 三割; 三割五分 is rare in prose and read as three tenths. */
const TENTHS = new RegExp(`(?<n>${K}|\\d)割(?!引|当|合|り)`, "gu");
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
  const clean = NOT_QUANTITIES.reduce((rest, pattern) => blank(rest, pattern), text.normalize("NFKC"));
  const found = [
    ...[...clean.matchAll(TENTHS)].map((match) => share(clean, match, count(match.groups?.["n"]), 10)),
    ...[...clean.matchAll(PARTS)].map((match) =>
      share(clean, match, count(match.groups?.["n"]), count(match.groups?.["m"])),
    ),
    ...[...clean.matchAll(EACH)].map((match) =>
      share(clean, match, count(match.groups?.["n"]), count(match.groups?.["m"])),
    ),
    ...[...clean.matchAll(HALF)].map((match) => share(clean, match, 1, 2)),
    ...[...[TENTHS, PARTS, EACH].reduce((rest, pattern) => blank(rest, pattern), clean).matchAll(DIGITS)].map(
      (match) => {
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
      },
    ),
  ];
  return found
    .filter(({ value }) => value > 0)
    .sort((a, b) => a.index - b.index)
    .map(({ index: _, ...quantity }) => quantity);
}

const count = (text = ""): number => (/^\d/u.test(text) ? Number(text) : (KANJI[text] ?? 0));

type Placed = Quantity & { readonly index: number };

const share = (text: string, match: RegExpExecArray, n: number, m: number): Placed =>
  at(text, match, { ...shareOf(n, m), unit: "%", share: true });

function at(
  text: string,
  match: RegExpExecArray,
  parts: Pick<Quantity, "value" | "step" | "unit" | "share">,
): Placed {
  const before = text.slice(Math.max(0, match.index - 8), match.index);
  const behind = text.slice(match.index + match[0].length);
  const about = ABOUT.test(before) || ABOUT_AFTER.test(behind);
  return {
    ...parts,
    index: match.index,
    text: match[0].trim(),
    hedge: BOUND_AFTER.test(behind) ? "bound" : about ? "about" : "none",
    change: /^(?:増|減|上が|下が|上昇|低下|伸び|縮)/u.test(behind),
    noun: /^[\p{Script=Han}]{1,2}/u.exec(behind)?.slice(0, 1) ?? [],
  };
}
