import type { Quantity } from "../reading/language.ts";
import {
  type Amount,
  blank,
  inOrder,
  nounsBehind,
  PHONE,
  type Placed,
  STANDARD,
  shareOf,
  stepOf,
} from "../reading/scan.ts";
import { MONTHS } from "./lists.ts";

const NOT_QUANTITIES: readonly RegExp[] = [
  PHONE,
  STANDARD,
  /\d{4}-\d{2}-\d{2}/gu,
  /\d{1,2}\.\d{1,2}\.(?:\d{4})?/gu,
  new RegExp(String.raw`\d{1,2}\. ?(?:${MONTHS.join("|")})kuuta?(?: \d{4})?`, "giu"),
  /\b(?:klo|kello)\.? ?\d{1,2}(?:[.:]\d{2})?(?: ?[–-] ?\d{1,2}(?:[.:]\d{2})?)?/giu,
  /(?<![\d.,]|\d[ \u00a0])(?:1[89]|20)\d{2}(?:[–/-]\d{2,4})?(?![\d.,]*\d|[ \u00a0]?%| (?:euro|asiak|potil|prosent))/gu,
  /(?<!\p{L})(?:kohta|kohdan|luku|versio|sivu|huone\p{L}*|osasto|linja|vaihe|taso|tyypin|kuva|§) \d[\d.]*/giu,
  /(?<![\p{L}\d])(?=[\p{L}\d]*\p{L})(?=[\p{L}\d]*\d)[\p{L}\d]{2,}/gu,
  /\d[\d,]*-(?=\p{L})\p{L}+/gu,
];

const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
const DIGITS = new RegExp(
  String.raw`(?<![\p{L}\d,.])(?<number>${NUMBER})(?:[ \u00a0](?<scale>tuhatt?a?|tuhannen|miljoonaa?n?|miljardia?|milj\.|mrd\.?)(?:an|aan|in)?)?[ \u00a0]?(?<unit>%|prosenttiyksikkö\p{L}*|prosenttiyksikö\p{L}*|prosent\p{L}*|pistettä|pisteen|euro\p{L}*|€|EUR|dollari\p{L}*|USD)?`,
  "giu",
);
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^tuha/u, 1e3],
  [/^milj(?:oo|\.)/u, 1e6],
  [/^(?:miljard|mrd)/u, 1e9],
];

export const SMALL: readonly (readonly [RegExp, number])[] = [
  [/^yk|^yhde/u, 1],
  [/^kaks|^kahde/u, 2],
  [/^kolm/u, 3],
  [/^nelj/u, 4],
  [/^vii(?:s|d|t)/u, 5],
  [/^kuu(?:s|d)/u, 6],
  [/^seits/u, 7],
  [/^kahdeks/u, 8],
  [/^yhdeks/u, 9],
  [/^kymmen/u, 10],
  [/^yksitoista/u, 11],
  [/^kaksitoista|^kahdentoista/u, 12],
];
const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/^toinen/u, 2],
  [/^kolmas/u, 3],
  [/^neljäs/u, 4],
  [/^viides/u, 5],
  [/^kuudes/u, 6],
  [/^seitsemäs/u, 7],
  [/^kahdeksas/u, 8],
  [/^yhdeksäs/u, 9],
  [/^kymmenes/u, 10],
];
/** "kolme viidestä", "seitsemän kymmenestä" */
const OF =
  /(?<!\p{L})(?<n>yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|\d{1,2}) (?<m>kahdesta|kolmesta|neljästä|viidestä|kuudesta|seitsemästä|kahdeksasta|yhdeksästä|kymmenestä)(?!\p{L})/giu;
const EACH =
  /(?<!\p{L})joka (?<m>toinen|kolmas|neljäs|viides|kuudes|seitsemäs|kahdeksas|yhdeksäs|kymmenes)(?!\p{L})(?! (?:päivä|viikko|kuukausi|vuosi|kerta|vuosikymmen))/giu;
/** "puolet", "kolmannes", "kaksi kolmasosaa", "viidesosa"; not puoli vuotta, and no quarter of the calendar. */
const PART =
  /(?<!\p{L})(?:(?<half>puolet)|(?:(?<n>kaksi|kolme|neljä) )?(?<part>kolmas|neljäs|viides|kuudes|kahdeksas|kymmenes)osa\p{L}*|(?:(?<q>kaksi|kolme) )?(?<whole>kolmannes|neljännes|viidennes|kymmenes)(?:tä|ta)?(?= (?!vuo|nousi|laski|alkoi)\p{L}))/giu;
const WORD_POINTS =
  /(?<!\p{L})(?<n>yksi|yhden|kaksi|kahden|kolme|kolmen|neljä|neljän|viisi|viiden|kuusi|kuuden|seitsemän|kahdeksan|yhdeksän|kymmenen) (?:prosenttiyksikkö|prosenttiyksikö)\p{L}*/giu;

const ABOUT = /(?:noin|suunnilleen|lähes|melkein|liki|arviolta|runsaat|vajaat|runsas|vajaa|pari)\s+$/iu;
const BOUND = /(?:yli|alle|vähintään|enintään|korkeintaan|ainakin|enemmän kuin|vähemmän kuin|jopa|jos)\s+$/iu;

/** The quantities of a Finnish text, in order. */
export function numbersIn(text: string): readonly Quantity[] {
  const clean = blank(text, ...NOT_QUANTITIES);
  const found = [
    ...[...clean.matchAll(OF)].map((match) =>
      at(clean, match, shareOf(count(match.groups?.["n"]), count(match.groups?.["m"]))),
    ),
    ...[...clean.matchAll(EACH)].map((match) =>
      at(clean, match, shareOf(1, lookUp(ORDINALS, match.groups?.["m"]))),
    ),
    ...[...clean.matchAll(PART)].map((match) => {
      const { half, n, part, q, whole } = match.groups ?? {};
      if (half !== undefined) return at(clean, match, shareOf(1, 2));
      const m =
        part === undefined
          ? ({ kolmannes: 3, neljännes: 4, viidennes: 5, kymmenes: 10 }[(whole ?? "").toLowerCase()] ?? 0)
          : lookUp(ORDINALS, part);
      return at(clean, match, shareOf(count(n ?? q ?? "yksi"), m));
    }),
    ...[...clean.matchAll(WORD_POINTS)].map((match) =>
      at(clean, match, { value: count(match.groups?.["n"]), step: 1, unit: "pp", share: false }),
    ),
    ...[...blank(clean, OF).matchAll(DIGITS)].map((match) => {
      const { number = "", scale, unit = "" } = match.groups ?? {};
      const factor = SCALES.find(([pattern]) => pattern.test((scale ?? "").toLowerCase()))?.[1] ?? 1;
      const plain = number.replaceAll(/[ \u00a0\u202f]/gu, "").replace(",", ".");
      return at(clean, match, {
        value: Number(plain) * factor,
        step: stepOf(plain) * factor,
        unit: unitOf(unit),
        share: false,
      });
    }),
  ];
  return inOrder(found.filter(({ value }) => value > 0));
}

const lookUp = (table: readonly (readonly [RegExp, number])[], word = ""): number =>
  table.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1] ?? 0;

/** Value of a number in digits or in words. Longer words first, as kahdeksan begins like kahdesta. */
export const count = (word = ""): number =>
  /^\d/u.test(word) ? Number(word) : lookUp([...SMALL].reverse(), word);

function unitOf(unit: string): string {
  const lower = unit.toLowerCase();
  if (/^prosenttiyks|^piste/u.test(lower)) return "pp";
  if (/^(?:%|prosent)/u.test(lower)) return "%";
  if (/^(?:euro|€|eur)/u.test(lower)) return "EUR";
  return /^(?:dollari|usd)/u.test(lower) ? "USD" : "";
}

function at(text: string, match: RegExpExecArray, amount: Amount): Placed {
  const before = `${text.slice(Math.max(0, match.index - 30), match.index).trimEnd()} `;
  const behind = text.slice(match.index + match[0].length);
  return {
    ...amount,
    index: match.index,
    text: match[0].trim(),
    hedge: BOUND.test(before) ? "bound" : ABOUT.test(before) ? "about" : "none",
    // A change is told from a level by its case: "34 prosenttia" rose, "34 prosenttiin" is where it went.
    change:
      amount.unit === "%" &&
      /prosenttia$/iu.test(match[0]) &&
      /(?:nousi|laski|kasvoi|väheni|kallistui|halpeni|nousee|laskee|kasvaa|kasvanut|laskenut|noussut)\s(?:\p{L}+\s)?$/iu.test(
        before,
      ),
    noun: nounsBehind(behind),
  };
}
