import type { Move, Way } from "../reading/claims.ts";
import { finder } from "../reading/forms.ts";
import type { SizeWords } from "../reading/sizes.ts";
import { numbersIn } from "./numbers.ts";
import { countOf } from "./times.ts";

/** Meaning of a verb of moving; its factor is 2 for doubled, 0.5 for halved. */
type Sense = Pick<Move, "way" | "factor">;

const MOVES: readonly (readonly [way: Way, pattern: string, factor?: number])[] = [
  [
    "up",
    "nous(?:ee|i|ut|seet|evat|ivat|sut)|kasva(?:a|nut|neet|vat)?|kasvoi(?:vat)?|lisäänty(?:y|i|nyt|neet|vät|ivät)|kohon(?:nut|neet)|kohoa(?:a|vat)|kohosi(?:vat)?|suurene(?:e|vat)|suureni(?:vat)?|suurentunut|pitene(?:e|vät)|piteni(?:vät)?|pidentynyt|pidentyi(?:vät)?|pidentyy|yleisty(?:y|i|nyt|vät|ivät|neet)|paisu(?:u|i|nut|neet)|kallistu(?:u|i|nut|neet|vat|ivat)",
  ],
  [
    "down",
    "laske(?:e|nut|neet|vat)|laski(?:vat)?|vähene(?:e|vät)|väheni(?:vät)?|vähentynyt|vähentyneet|vähentyi(?:vät)?|vähentyy|pudon(?:nut|neet)|putoa(?:a|vat)|putosi(?:vat)?|aleni(?:vat)?|alene(?:e|vat)|alentunut|supistu(?:u|i|nut|neet|vat)|pienene(?:e|vät)|pieneni(?:vät)?|pienentynyt|pienentyi|lyhene(?:e|vät)|lyheni(?:vät)?|lyhentynyt|lyhentyi|kutistu(?:u|i|nut)|harvinaistu(?:u|i|nut|neet)|halpene(?:e|vat)|vähentä(?:ä|vät)|vähensi(?:vät)?|pienentä(?:ä|vät)|pienensi(?:vät)?|lyhentä(?:ä|vät)|lyhensi(?:vät)?|halpeni(?:vat)?|halventu(?:nut|neet)|hupene(?:e|vat)|huvennut",
  ],
  ["up", "kaksinkertaistu(?:u|i|nut|neet|vat|ivat)", 2],
  ["up", "kolminkertaistu(?:u|i|nut|neet|vat|ivat)", 3],
  ["up", "nelinkertaistu(?:u|i|nut|neet|vat|ivat)", 4],
  ["down", "puolittu(?:u|i|nut|neet|vat|ivat)|puolitta(?:a|nut|vat)|puolitti(?:vat)?", 0.5],
  [
    "better",
    "parane(?:e|vat)|parani(?:vat)?|parantunut|parantuneet|parantui(?:vat)?|kohentu(?:u|i|nut|neet)",
  ],
  [
    "worse",
    "huonone(?:e|vat)|huononi(?:vat)?|huonontu(?:u|i|nut|neet)|heikken(?:ee|i|evät|ivät)|heikenty(?:y|i|nyt|neet)",
  ],
  [
    "flat",
    "pysy(?:y|i|nyt|neet|vät|ivät) (?:ennallaan|samana|samalla tasolla)|(?:on|ovat) (?:ennallaan|pysynyt ennallaan)|polke(?:e|nut) paikallaan|junna(?:a|nnut) paikallaan",
  ],
];
const inForms = finder<Sense>(
  MOVES.map(([way, pattern, factor]) => [{ way, ...(factor === undefined ? {} : { factor }) }, pattern]),
);

/** Every word of a text that says a direction, in its order. */
export const moves = (text: string): readonly Move[] =>
  inForms(text).map(({ index, text: form, of }) => ({ index, text: form, ...of }));

/** True where some words end with a move, or with one word behind it. */
export const endsWithMove = (words: string): boolean =>
  moves(words).some(({ index, text }) => /^ (?:\p{L}+ )?$/u.test(words.slice(index + text.length)));

export const UNREAL =
  /(?<!\p{L})(?:\p{L}*isi(?:n|t|vat|mme)?|jos|ellei|mikäli|ennuste\p{L}*|ennakoi\p{L}*|odote\p{L}*|tavoittele\p{L}*|aikoo|aiotaan|aiomme|pitää|täytyy|voi|voivat|voidaan|saattaa|tulee (?:\p{L}+maan|\p{L}+mään)|ensi (?:vuonna|vuoden|keväänä|syksynä|kesänä|talvena))(?!\p{L})/iu;
export const ABOUT_TARGET =
  /^\W*(?:ja |mutta |kun )?(?:tavoite|tavoitteena|raja|taso|normi|budjetti) (?:on|oli)(?!\p{L})/iu;
export const NEGATED =
  /(?<!\p{L})(?:eikä|eivätkä|ei|eivät) \p{L}+ (?:ole|olleet|ollut) $|(?<!\p{L})(?:eikä|eivätkä|ei|eivät|ei ole|eivät ole|ei enää|lakannut|lakkasi|lopetti|ilman)(?: (?:enää|vielä|ole|juuri|edes))*(?: \p{L}+m[ae]sta)? $/iu;
export const STEADY =
  /(?<!\p{L})(?:joka|jokaisena|jokaisella) (?:vuosi|vuonna|neljänne\p{L}+|kuukausi|kuukautena|kuussa|viikko|viikolla|vuosineljännes\p{L}*)|vuosi vuodelta|kuukausi kuukaudelta|neljännes neljännekseltä|tasaisesti|yhtäjaksoisesti|peräkkäin|poikkeuksetta/iu;

export const clauses = (sentence: string): readonly string[] =>
  sentence.split(/(?<=[;:—–])\s|(?<=,) /u).flatMap((part) => {
    const at = / (?:ja|kun|mutta|vaikka) (?=\p{L}+ )/u.exec(part);
    if (at === null) return [part];
    const [left, right] = [part.slice(0, at.index), part.slice(at.index)];
    return moves(left).length > 0 && moves(right).length > 0 ? [left, right] : [part];
  });

const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:puole|puoli)/iu, 1 / 2],
  [/^kolmannekse|^kolmasosa/iu, 1 / 3],
  [/^neljännekse|^neljäsosa/iu, 1 / 4],
  [/^viidennekse|^viidesosa/iu, 1 / 5],
  [/^kuudesosa/iu, 1 / 6],
  [/^kahdeksasosa/iu, 1 / 8],
  [/^kymmenekse|^kymmenesosa/iu, 1 / 10],
];
const PART =
  /^\s*(?<hedge>yli |alle |noin |lähes |melkein |runsaalla |vajaalla )?(?:(?<n>kahdella|kolmella|kaksi|kolme) )?(?<part>puolella|puoleen|puolet|kolmanneksen|neljänneksen|viidenneksen|kymmeneksen|kolmasosan|neljäsosan|viidesosan|kymmenesosan|kahdeksasosan|kahdeksasosalla|kuudesosan|kuudesosalla|kolmanneksella|neljänneksellä|viidenneksellä|kymmeneksellä|kolmasosalla|neljäsosalla|viidesosalla|kymmenesosalla)(?!\p{L})/iu;
const TO_SIZE = /^\s*(?<hedge>yli|alle|noin|lähes|melkein|runsaat|vajaat)?\s*$/iu;
/** "neljässä vuodessa ", "vuodesta 2020 " between a move and its size. */
const GAP =
  /^ (?:(?:\p{L}+|\d+) (?:vuodessa|kuukaudessa|neljänneksessä|vuosineljänneksessä|viikossa)|vuodesta (?:19|20)\d{2}|(?:\p{L}+ )?vuoden aikana|vuodessa)(?= )/iu;
const YEARLY = /^\s*(?:vuodessa|vuosittain|per vuosi)(?!\p{L})/iu;
/** A number in the illative or elative is where something went to or came from: "34 prosenttiin", "7,2 tunnista". */
const LEVEL =
  /^(?:prosenttiin|prosentista|euroon|eurosta)|(?:prosenttiin|prosentista|euroon|eurosta)$|^\s*(?:\p{L}+(?:sta|stä|hin|seen|iin|[aeiouyäö]{2}n))(?!\p{L})/iu;
export const SIZES: SizeWords = {
  more: /(?<!\p{L})yli$/iu,
  less: /(?<!\p{L})alle$/iu,
  about: /(?<!\p{L})(?:noin|lähes|melkein|runsaa(?:t|lla)|vajaa(?:t|lla))$/iu,
  fraction: PART,
  parts: ({ n, part = "" }) => ({
    one: PARTS.find(([form]) => form.test(part))?.[1] ?? 0.5,
    count: n === undefined ? 1 : countOf(n),
  }),
  toNumber: TO_SIZE,
  gap: GAP,
  yearly: YEARLY,
  level: LEVEL,
  numbersIn,
};
