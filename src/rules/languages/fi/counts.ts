import { type Counted, type CountWords, wordsBehind } from "../reading/counts.ts";
import { SMALL } from "./numbers.ts";
import { STOPWORDS } from "./phrases.ts";

const STEMS =
  "kaksi|kahden|kahdella|kahdelle|kahdessa|kahta|kolme|kolmen|kolmella|kolmelle|kolmessa|kolmea|neljä|neljän|neljällä|neljälle|neljässä|neljää|viisi|viiden|viidellä|viidelle|viidessä|viittä|kuusi|kuuden|kuudella|kuudelle|kuudessa|kuutta|seitsemän|seitsemällä|seitsemälle|seitsemässä|seitsemää|kahdeksan|kahdeksalla|kahdeksalle|kahdeksassa|yhdeksän|yhdeksällä|yhdeksälle|yhdeksässä|kymmenen|kymmenellä|kymmenelle|kymmenessä|kaksitoista|kahdentoista";
const COUNT = new RegExp(
  String.raw`(?<before>(?<!\p{L})(?:ensimmäis\p{L}+|seuraav\p{L}+|viimei\p{L}+|muu\p{L}*|jäljellä)\s)?(?<![\p{L}\d.,%/-])(?<n>\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,7}|${STEMS})(?<scale> miljoona\p{L}*)?(?![\d%]|[.,]\d)(?=(?<behind>(?: \p{L}[\p{L}-]*){0,3}))`,
  "giu",
);
const NO_COUNT =
  /^ ?(?:%|prosent|euro|EUR|senttiä?|sentin|miljoon|vuo(?:den|tta|dessa|si)|kuukau|viik|neljänne|kerta|viides|kolmas|osa|\p{L}+kuuta)/iu;
const YEAR = /^(?:19|20)\d{2}$/u;

const numberOf = (text: string): number =>
  /^\d/u.test(text)
    ? Number(text.replaceAll(/[ \u00a0]/gu, ""))
    : (SMALL.findLast(([stem]) => stem.test(text.toLowerCase()))?.[1] ?? 0);

function counts(text: string): readonly Counted[] {
  return [...text.matchAll(COUNT)].flatMap((match): readonly Counted[] => {
    const {
      before = "",
      n = "",
      scale = "",
      behind = "",
    }: Partial<Record<string, string>> = match.groups ?? {};
    const at = match.index + before.length;
    if (YEAR.test(n) || NO_COUNT.test(text.slice(at + n.length + scale.length))) return [];
    // An adjective stands before the noun in the same case; a verb or another case may follow it.
    const noun = wordsBehind(behind, (word) => STOPWORDS.has(word)).slice(0, 2);
    return [
      {
        text: [n, ...noun].join(" "),
        index: at,
        value: numberOf(n) * (scale === "" ? 1 : 1e6),
        noun,
        part: before !== "",
      },
    ];
  });
}

export const countWords: CountWords = {
  counts,
  outOf:
    /(?<whole>\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,7}):?(?:sta|stä) (?:\p{L}+ )?(?<part>\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,7})(?![\d%,]\d|[%\d])/giu,
  each: /^[^.;,]{0,40}?\s(?:à|@|×|x|kertaa|hintaan)\s$/iu,
  makes: /(?:(?<!\p{L})(?:on|ovat|tekee|tekevät|eli|yhteensä|maksaa|maksavat|tuo|tuovat)|=)\s(?:noin )?$/iu,
  small:
    /(?<![\p{L}\d])(?<n>\d+(?:,\d+)?|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen) sent(?:tiä|in|illä)/iu,
};
