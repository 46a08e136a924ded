/** Words by which a sentence tells past from future, gates from other days, and lengths of work. */
export interface WordsOfTime {
  /** Words for something done, right before its date: "was agreed on". */
  readonly done: RegExp;
  /** Words for something still ahead, before its date: "closes on". */
  readonly ahead: RegExp;
  /** A gate that goes by no other name. */
  readonly gate: RegExp;
  /** Words which say that one thing waits for another. */
  readonly depends: RegExp;
  /** Words which say that only a part of a result is used. */
  readonly partly: RegExp;
  /** Words which say that the work as a whole starts, before its date. */
  readonly workStarts: RegExp;
  /** The decision, before its date. */
  readonly decided: RegExp;
  /** Lengths of the work in months. */
  readonly lengths: (text: string) => readonly { readonly text: string; readonly months: number }[];
}

const EN_NUMBERS: readonly string[] = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const EN_UNITS: Readonly<Record<string, number>> = { week: 12 / 52, month: 1, quarter: 3, year: 12 };
const EN_WORK = "programme|program|project|pilot|trial|roll-?out|plan|phase|test";
const EN_NUMBER = String.raw`(\d{1,2}|${EN_NUMBERS.join("|")})`;
const EN_LENGTH = new RegExp(
  String.raw`\b${EN_NUMBER}[- ](week|month|quarter|year)s?[- ](?:[a-z-]+ ){0,2}(?:${EN_WORK})\b|\b(?:over|within|in) ${EN_NUMBER} (week|month|quarter|year)s\b`,
  "giu",
);

const FI_NUMBERS: Readonly<Record<string, number>> = {
  yhden: 1,
  kahden: 2,
  kolmen: 3,
  neljän: 4,
  viiden: 5,
  kuuden: 6,
  yhdeksän: 9,
  kahdentoista: 12,
};
const FI_LENGTH =
  /(?<!\p{L})(\d{1,2}|yhden|kahden|kolmen|neljän|viiden|kuuden|yhdeksän|kahdentoista) (viikon|kuukauden|vuoden) (?:\p{L}+ )?\p{L}*(?:ohjelma|hanke|hankkee|kokeilu|pilot|aikana)/giu;
const FI_UNITS: Readonly<Record<string, number>> = { viikon: 12 / 52, kuukauden: 1, vuoden: 12 };

const NEVER = /(?!)/u;

export const WORDS_OF_TIME: Readonly<Record<string, WordsOfTime>> = {
  en: {
    done: /(?<!\b(?:is|are|be|being|will|to|gets?|if|unless|once|when|must be)\s)(?<!\b(?:if|unless|once|when|until)\b[^.;]*)\b(?:was|were|agreed|approved|decided|signed|accepted|confirmed|adopted|published|measured|finished|completed|told|met|ended|began|started|took place)\s(?:(?!by\b)\p{L}+\s){0,3}(?:on|in)\s(?:the\s)?$/iu,
    ahead:
      /\b(?:will|is due|are due|is frozen|closes|ends|expires|opens|runs out|is needed|are needed)\s(?:\p{L}+\s){0,4}(?:on|by|in)\s(?:the\s)?(?:end of\s)?$/iu,
    gate: /\bgate\b/iu,
    depends:
      /\b(?:depends?|only if|only when|needs?|decided? by|released|waits? for|tied to|unless|judged? by|rests? on|requires?)\b/iu,
    partly:
      /\b(?:first (?:quarter|half|months?|weeks?|results?)|so far|interim|by then|until then|half-way|midway)\b/iu,
    workStarts: new RegExp(
      String.raw`\b(?:the |this )?(?:work|we|it|${EN_WORK})\s(?:\p{L}+\s)?(?:starts?|begins?)(?:\s(?:on|in|from))?\s(?:the\s)?$`,
      "iu",
    ),
    decided: /\b(?:decisions?|decides?|approval|answer)\b[^.;]*$/iu,
    lengths: (text) =>
      [...text.matchAll(EN_LENGTH)].map((match) => {
        const number = (match[1] ?? match[3] ?? "").toLowerCase();
        const unit = EN_UNITS[(match[2] ?? match[4] ?? "").toLowerCase()] ?? 0;
        return {
          text: match[0],
          months: unit * (/\d/u.test(number) ? Number(number) : EN_NUMBERS.indexOf(number)),
        };
      }),
  },
  fi: {
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
    lengths: (text) =>
      [...text.matchAll(FI_LENGTH)].map(([all, number = "", unit = ""]) => ({
        text: all,
        months: (FI_UNITS[unit.toLowerCase()] ?? 0) * (FI_NUMBERS[number.toLowerCase()] ?? Number(number)),
      })),
  },
  ja: {
    done: NEVER,
    ahead: NEVER,
    gate: /ゲート|関門/u,
    depends: /次第|による|必要|条件/u,
    partly: /途中|中間|最初の/u,
    workStarts: NEVER,
    decided: NEVER,
    lengths: () => [],
  },
};
