import type { DateWords } from "../reading/dates.ts";
import type { WordsOfTime } from "../reading/time.ts";
import { MONTHS } from "./lists.ts";
import { count } from "./numbers.ts";

const MONTH = MONTHS.join("|");

export const dates: DateWords = {
  date: new RegExp(
    [
      String.raw`\b(?<iso>\d{4}-\d{2}-\d{2})\b`,
      String.raw`\b(?<day5>\d{1,2})\.(?<month5>\d{1,2})\.(?:(?<year5>(?:19|20)\d{2}))?(?!\d)`,
      String.raw`\b(?<day1>\d{1,2})\. (?:päivä\p{L}* )?(?<month1>${MONTH})kuu\p{L}*(?: (?<year1>(?:19|20)\d{2}))?`,
      String.raw`(?<!\p{L})(?<month2>${MONTH})kuu\p{L}*(?: (?<day2>\d{1,2})\. päivä\p{L}*)?(?: (?<year2>(?:19|20)\d{2}))?`,
    ].join("|"),
    "giu",
  ),
  month: (word) => MONTHS.indexOf(word.toLowerCase()),
  tie: (before, behind) => {
    if (/(?:^|\s)ennen\s*$/iu.test(before)) return "before";
    if (/^\s*(?:loppuun |alkuun )?(?:mennessä|asti|saakka|loppuun)/iu.test(behind)) return "by";
    return /^\s*(?:lopun )?(?:jälkeen|alkaen|lähtien|alusta)/iu.test(behind) ? "after" : "on";
  },
  joins: ["ja", "mutta"],
};

const LENGTH =
  /(?<!\p{L})(\d{1,2}|yhden|kahden|kolmen|neljän|viiden|kuuden|yhdeksän|kahdentoista) (viikon|kuukauden|vuoden) (?:\p{L}+ )?\p{L}*(?:ohjelma|hanke|hankkee|kokeilu|pilot|aikana)/giu;
const UNITS: Readonly<Record<string, number>> = { viikon: 12 / 52, kuukauden: 1, vuoden: 12 };

export const time: WordsOfTime = {
  done: /(?<!\p{L})(?:\p{L}+ttiin|\p{L}+(?:stiin|ltiin|rtiin|ntiin)|on (?:\p{L}+ )?(?:sovittu|päätetty|hyväksytty|mitattu|allekirjoitettu)|oli|päättyi|alkoi)\s(?:\p{L}+\s){0,2}$/iu,
  ahead:
    /(?<!\p{L})(?:päättyy|umpeutuu|sulkeutuu|avautuu|tulee voimaan|jäädytetään|lukitaan)\s(?:\p{L}+\s){0,2}$/iu,
  gate: /(?<!\p{L})(?:porti|portti)/iu,
  depends: /(?<!\p{L})(?:riippu|edellyttä|vain jos|vasta kun|vasta, kun|odotta|tarvitse|perustu|sidottu)/iu,
  partly:
    /(?<!\p{L})(?:ensimmäi\p{L}+ (?:neljännes|puoli|kuukau|viik|tulo)|siihen men|välitulo|tähänastis)/iu,
  workStarts:
    /(?<!\p{L})(?:työ|hanke|projekti|ohjelma|pilotti|kokeilu|käyttöönotto)\s(?:\p{L}+\s)?(?:alkaa|käynnistyy|aloitetaan)\s$/iu,
  decided: /(?<!\p{L})(?:päätö|päätet|päättä|vastau)[^.;]*$/iu,
  permits: /lupa|luva|hyväksy|lausun|arvio|todistu|sertifi|suostumu/iu,
  reports: /raport|tulo(?:s|kse)|arvioin|mittau|mitataan|laskenta|selvity|tarkastu/iu,
  live: /käytössä|valmi|auki|avataan|käyttöön|asennettu/iu,
  begins: /ensimmäi|alka|aloit|tilau|tilataan|sopimu|puolet/iu,
  lengths: (text) =>
    [...text.matchAll(LENGTH)].map(([all, number = "", unit = ""]) => ({
      text: all,
      months: (UNITS[unit.toLowerCase()] ?? 0) * count(number),
    })),
};
