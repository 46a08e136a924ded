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

export const MONTHS: readonly string[] =
  "januar februar märz april mai juni juli august september oktober november dezember".split(" ");

const NOT_QUANTITIES: readonly RegExp[] = [
  PHONE,
  STANDARD,
  /\d{4}-\d{2}-\d{2}/gu,
  /(?<![\d.,])\d{1,2}\.\d{1,2}\.(?:\d{4})?(?!\d)/gu,
  new RegExp(String.raw`\d{1,2}\.[ \u00a0]?(?:${MONTHS.join("|")})(?: \d{4})?`, "giu"),
  /(?<!\d)\d{1,2}\.[ \u00a0](?=Quartal|Halbjahr|Woche|Monat|Jahr|Stufe|Etage|Stock|Klasse|Platz|Rang|Mal(?!\p{L}))/gu,
  /(?<![\d.,])(?:\d{1,2}(?:[:.]\d{2})?(?: ?(?:[–-]|bis|und) ?))?\d{1,2}(?:[:.]\d{2})?[ \u00a0]Uhr/giu,
  /(?<![\d.,])(?:1[89]|20)\d{2}(?:[–/-]\d{2,4})?(?![\d.,]*\d|[ \u00a0]?(?:%|€)|[ \u00a0](?:Euro|Prozent|Kund|Patient|Person|Stunden|Tage|Stück|Aufträge|Fälle|Tonnen|Plätze))/gu,
  /(?<!\p{L})(?:KW|Nr\.|Nummer|Version|Seite|Folie|Kapitel|Phase|Stufe|Welle|Linie|Halle|Raum|Zimmer|Station|Werk|Gleis|Tor|Klasse|Typ|Absatz|Abs\.|Artikel|Art\.|Anlage|Punkt|Grund|Einwand|§{1,2})[ \u00a0]\d[\d./]*/gu,
  /(?<![\p{L}\d])(?=[\p{L}\d]*\p{L})(?=[\p{L}\d]*\d)[\p{L}\d]{2,}/gu,
  /\d[\d,]*-(?=\p{L})[\p{L}-]+/gu,
];

const NUMBER = String.raw`\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
const DIGITS = new RegExp(
  String.raw`(?<![\p{L}\d,.])(?<number>${NUMBER})(?:[ \u00a0](?<scale>Tausend|Tsd\.|Millionen|Million|Mio\.|Milliarden|Milliarde|Mrd\.))?[ \u00a0]?(?<unit>%-Pkt\.|%|Prozentpunkten?|Prozent|€|Euro|EUR|US-Dollar|Dollar|USD|Franken|CHF)?(?!\p{L})`,
  "gu",
);
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:Tausend|Tsd)/u, 1e3],
  [/^(?:Million|Mio)/u, 1e6],
  [/^(?:Milliarde|Mrd)/u, 1e9],
];

const WORDS: Readonly<Record<string, number>> = {
  ...{ ein: 1, eine: 1, einer: 1, eines: 1, einem: 1, einen: 1, eins: 1, zwei: 2, drei: 3, vier: 4, fünf: 5 },
  ...{ sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12, zwanzig: 20, hundert: 100 },
};
const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/^zweit/u, 2],
  [/^dritt/u, 3],
  [/^viert/u, 4],
  [/^fünft/u, 5],
  [/^sechst/u, 6],
  [/^siebt/u, 7],
  [/^acht/u, 8],
  [/^neunt/u, 9],
  [/^zehnt/u, 10],
];
/** "zwei von fünf", "sieben von zehn"; of 1.000 in digits both are numbers of their own. */
const OF =
  /(?<!\p{L})(?<n>eine[rsmn]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun) von (?<m>zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|hundert)(?!\p{L})/giu;
/** "jeder dritte Kunde"; not "jeden dritten Tag". */
const EACH =
  /(?<!\p{L})jede[rsmn]? (?<m>zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte)[rsnm]?(?!\p{L})(?! (?:Tag|Woche|Monat|Jahr|Quartal|Mal|Stunde|Nacht|Samstag|Sonntag|Montag))/giu;
/** "die Hälfte", "ein Drittel", "drei Viertel". */
const PART =
  /(?<!\p{L})(?:(?<half>die Hälfte|der Hälfte|zur Hälfte)|(?<n>ein|einem|eines|zwei|drei|vier|fünf) (?<part>Dritteln?|Vierteln?|Fünfteln?|Sechsteln?|Achteln?|Zehnteln?))(?!\p{L})/giu;
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^dritt/u, 3],
  [/^viert/u, 4],
  [/^fünft/u, 5],
  [/^sechst/u, 6],
  [/^acht/u, 8],
  [/^zehnt/u, 10],
];
const WORD_POINTS =
  /(?<!\p{L})(?<n>einen|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn) Prozentpunkte?n?(?!\p{L})/giu;

const ABOUT =
  /(?:rund|etwa|circa|ca\.|ungefähr|fast|beinahe|knapp|gut|annähernd|nahezu|an die|schätzungsweise)\s+$/iu;
const BOUND =
  /(?<!\p{L})(?:über|mehr als|weniger als|unter|mindestens|höchstens|wenigstens|maximal|bis zu|bis|wenn|sofern|falls|ab)\s+(?:nur\s+)?$/iu;
const BY = /(?<!\p{L})um\s+(?:(?:rund|etwa|fast|knapp|gut|weitere|nur|noch)\s+)*$/iu;

/** The quantities of a German text, in order. */
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
      const { half, n, part } = match.groups ?? {};
      return at(clean, match, half === undefined ? shareOf(count(n), lookUp(PARTS, part)) : shareOf(1, 2));
    }),
    ...[...clean.matchAll(WORD_POINTS)].map((match) =>
      at(clean, match, { value: count(match.groups?.["n"]), step: 1, unit: "pp", share: false }),
    ),
    ...[...clean.matchAll(DIGITS)].map((match) => {
      const { number = "", scale = "", unit = "" } = match.groups ?? {};
      const factor = SCALES.find(([pattern]) => pattern.test(scale))?.[1] ?? 1;
      const plain = number.replaceAll(/[.\u00a0\u202f ]/gu, "").replace(",", ".");
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

/** Value of a number in digits or in words. */
export const count = (word = ""): number =>
  /^\d/u.test(word) ? Number(word) : (WORDS[word.toLowerCase()] ?? 0);

function unitOf(unit: string): string {
  if (/^(?:%-|Prozentpunkt)/u.test(unit)) return "pp";
  if (/^(?:%|Prozent)/u.test(unit)) return "%";
  if (/^(?:€|Euro|EUR)/u.test(unit)) return "EUR";
  if (/^(?:Franken|CHF)/u.test(unit)) return "CHF";
  return /Dollar|USD/u.test(unit) ? "USD" : "";
}

function at(text: string, match: RegExpExecArray, amount: Amount): Placed {
  const before = `${text.slice(Math.max(0, match.index - 30), match.index).trimEnd()} `;
  const behind = text.slice(match.index + match[0].length);
  return {
    ...amount,
    index: match.index,
    text: match[0].trim(),
    hedge: BOUND.test(before) ? "bound" : ABOUT.test(before) ? "about" : "none",
    // "um 34 Prozent" is a change, "auf 34 Prozent" is where it went.
    change: (amount.unit === "%" || amount.share) && BY.test(before),
    noun: nounsBehind(behind),
  };
}
