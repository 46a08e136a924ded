import type {
  ClaimWords,
  Comparison,
  Level,
  Moment,
  Move,
  Superlative,
  Way,
  Window,
} from "../reading/claims.ts";
import { type SizeWords, sidesOf, sizeReader } from "../reading/sizes.ts";
import { MONTHS } from "./lists.ts";
import { numbersIn } from "./numbers.ts";

const SEASONS: Readonly<Record<string, number>> = { kevää: 3, kevä: 3, kesä: 6, syksy: 9, talve: 12 };
const NUMBERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:yks|yhde|yht)/iu, 1],
  [/^(?:kaks|kahde|kaht)/iu, 2],
  [/^kolme/iu, 3],
  [/^neljä/iu, 4],
  [/^vii/iu, 5],
  [/^kuu(?:s|d|t)/iu, 6],
  [/^seits/iu, 7],
  [/^kahdeks/iu, 8],
  [/^yhdeks/iu, 9],
  [/^kymme/iu, 10],
  [/^kahdentoista|^kaksitoista/iu, 12],
];
const countOf = (word: string): number =>
  /^\d/.test(word)
    ? Number(word)
    : (NUMBERS.toSorted((a, b) => b[0].source.length - a[0].source.length).find(([form]) =>
        form.test(word),
      )?.[1] ?? 0);

/** A word by its beginning, with any ending. */
const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "giu");

const MOVES: readonly (readonly [way: Way, pattern: string, factor?: number])[] = [
  [
    "up",
    "nous(?:ee|i|ut|seet|evat|ivat|sut)|kasva(?:a|nut|neet|vat)?|kasvoi(?:vat)?|lisäänty(?:y|i|nyt|neet|vät|ivät)|kohon(?:nut|neet)|kohoa(?:a|vat)|kohosi(?:vat)?|suurene(?:e|vat)|suureni(?:vat)?|suurentunut|pitene(?:e|vät)|piteni(?:vät)?|pidentynyt|pidentyi(?:vät)?|pidentyy|yleisty(?:y|i|nyt)|paisu(?:u|i|nut)",
  ],
  [
    "down",
    "laske(?:e|nut|neet|vat)|laski(?:vat)?|vähene(?:e|vät)|väheni(?:vät)?|vähentynyt|vähentyneet|vähentyi(?:vät)?|vähentyy|pudon(?:nut|neet)|putoa(?:a|vat)|putosi(?:vat)?|aleni(?:vat)?|alene(?:e|vat)|alentunut|supistu(?:u|i|nut|neet|vat)|pienene(?:e|vät)|pieneni(?:vät)?|pienentynyt|pienentyi|lyhene(?:e|vät)|lyheni(?:vät)?|lyhentynyt|lyhentyi|kutistu(?:u|i|nut)|harvinaistu(?:u|i|nut)",
  ],
  ["up", "kaksinkertaistu(?:u|i|nut|neet|vat|ivat)", 2],
  ["up", "kolminkertaistu(?:u|i|nut|neet|vat|ivat)", 3],
  ["up", "nelinkertaistu(?:u|i|nut|neet|vat|ivat)", 4],
  ["down", "puolittu(?:u|i|nut|neet|vat|ivat)", 0.5],
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
const MOVE = MOVES.map(([way, pattern, factor]) => ({ way, factor, pattern: word(pattern) }));
const PREDICATE = new RegExp(
  MOVES.map(([, pattern]) => `(?<!\\p{L})(?:${pattern})(?!\\p{L})`).join("|"),
  "iu",
);

const UNREAL =
  /(?<!\p{L})(?:\p{L}*isi(?:n|t|vat|mme)?|jos|ellei|mikäli|ennuste\p{L}*|ennakoi\p{L}*|odote\p{L}*|tavoittele\p{L}*|aikoo|aiotaan|aiomme|pitää|täytyy|voi|voivat|voidaan|saattaa|tulee (?:\p{L}+maan|\p{L}+mään)|ensi (?:vuonna|vuoden|keväänä|syksynä|kesänä|talvena))(?!\p{L})/iu;
const ABOUT_TARGET =
  /^\W*(?:ja |mutta |kun )?(?:tavoite|tavoitteena|raja|taso|normi|budjetti) (?:on|oli)(?!\p{L})/iu;
const NEGATED =
  /(?<!\p{L})(?:ei|eivät|ei ole|eivät ole|ei enää|lakannut|lakkasi|lopetti|ilman)(?: (?:enää|vielä|ole|juuri|edes))*(?: \p{L}+m[ae]sta)? $/iu;
const STEADY =
  /(?<!\p{L})(?:joka|jokaisena|jokaisella) (?:vuosi|vuonna|neljänne\p{L}+|kuukausi|kuukautena|kuussa|viikko|viikolla|vuosineljännes\p{L}*)|vuosi vuodelta|kuukausi kuukaudelta|neljännes neljännekseltä|tasaisesti|yhtäjaksoisesti|peräkkäin|poikkeuksetta/iu;

const clauses = (sentence: string): readonly string[] =>
  sentence.split(/(?<=[;:—–])\s|(?<=,) /u).flatMap((part) => {
    const at = / (?:ja|kun|mutta|vaikka) (?=\p{L}+ )/u.exec(part);
    if (at === null) return [part];
    const [left, right] = [part.slice(0, at.index), part.slice(at.index)];
    return PREDICATE.test(left) && PREDICATE.test(right) ? [left, right] : [part];
  });

const moves = (clause: string): readonly Move[] =>
  MOVE.flatMap(({ way, factor, pattern }) =>
    [...clause.matchAll(pattern)].map((match) => ({
      index: match.index,
      text: match[0],
      way,
      ...(factor === undefined ? {} : { factor }),
    })),
  ).toSorted((a, b) => a.index - b.index);

const YEAR = "(?<year>(?:19|20)\\d{2})";
const MONTH = `(?<month>${MONTHS.join("|")})kuu\\p{L}*`;
const SEASON = "(?<season>kevää|kevä|kesä|syksy|talve)\\p{L}*";
/** "vuodesta 2022", "tammikuusta 2025", "keväästä 2025" */
const SINCE = new RegExp(
  `(?<!\\p{L})(?:(?:vuoden )?(?:alusta )?vuodesta ${YEAR}|(?:${MONTH.replace("kuu\\p{L}*", "kuusta")}|(?<season>keväästä|kesästä|syksystä|talvesta))(?: ${YEAR.replace("year", "year2")})?)(?:(?! \\p{L}+ vuoteen)|$)`,
  "iu",
);
const BETWEEN =
  /(?<!\p{L})(?:vuosina (?<from>(?:19|20)\d{2})[–-](?<to>(?:19|20)\d{2})|vuodesta (?<from2>(?:19|20)\d{2}) vuoteen (?<to2>(?:19|20)\d{2}))/iu;
const BACK =
  /(?<!\p{L})(?:(?<n>\p{L}+|\d+) (?<unit>vuodessa|vuoden aikana|neljänneksessä|vuosineljänneksessä|kuukaudessa|kuukauden aikana|viikossa)|(?<one>vuodessa|vuoden aikana|vuoden takaisesta))(?!\p{L})/iu;
const monthsOf = (unit: string): number =>
  /^vuosinelj|^nelj/u.test(unit) ? 3 : /^vuo/u.test(unit) ? 12 : /^viik/u.test(unit) ? 0.23 : 1;

function monthOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { month, season } = groups;
  if (month !== undefined) return MONTHS.indexOf(month.toLowerCase()) + 1;
  if (season === undefined) return undefined;
  return Object.entries(SEASONS).find(([stem]) => season.toLowerCase().startsWith(stem))?.[1];
}

function moment(groups: Readonly<Record<string, string | undefined>>): Moment | undefined {
  const month = monthOf(groups);
  const year = groups["year"] ?? groups["year2"];
  if (month === undefined && year === undefined) return undefined;
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(month === undefined ? {} : { month }),
  };
}

function window(clause: string): Window | undefined {
  const between = BETWEEN.exec(clause)?.groups;
  if (between !== undefined)
    return {
      kind: "between",
      from: { year: Number(between["from"] ?? between["from2"]) },
      to: { year: Number(between["to"] ?? between["to2"]) },
    };
  const since = SINCE.exec(clause)?.groups;
  const from = since === undefined ? undefined : moment(since);
  if (from !== undefined) return { kind: "since", from };
  if (/(?:vuotta aiemmin|vuosi sitten|vuoden takai|viime vuode(?:sta|en)|edellisvuode)/iu.test(clause))
    return { kind: "year" };
  if (/(?<!\p{L})viime (?:neljänne|kuu|viiko)/iu.test(clause)) return { kind: "previous" };
  const back = BACK.exec(clause)?.groups;
  if (back === undefined) return undefined;
  const { n, unit = "", one } = back;
  const count = n === undefined ? 1 : countOf(n);
  // "puolessa vuodessa" and other words are no counts.
  return count === 0 && one === undefined
    ? undefined
    : { kind: "back", months: (count || 1) * monthsOf((one ?? unit).toLowerCase()) };
}

const DATED = new RegExp(
  `(?<!\\p{L})(?:vuonna ${YEAR}|viime (?:${MONTH}|${SEASON})|(?:${MONTH.replace("<month>", "<month2>").replace("\\p{L}*", "ssa")})(?: ${YEAR.replace("year", "year2")})?)`,
  "iu",
);

function dated(clause: string): Moment | undefined {
  const found = DATED.exec(clause)?.groups;
  return found === undefined ? undefined : moment({ ...found, month: found["month"] ?? found["month2"] });
}

const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:puole|puoli)/iu, 1 / 2],
  [/^kolmannekse|^kolmasosa/iu, 1 / 3],
  [/^neljännekse|^neljäsosa/iu, 1 / 4],
  [/^viidennekse|^viidesosa/iu, 1 / 5],
  [/^kymmenekse|^kymmenesosa/iu, 1 / 10],
];
const PART =
  /^\s*(?<hedge>yli |alle |noin |lähes |melkein |runsaalla |vajaalla )?(?:(?<n>kahdella|kolmella|kaksi) )?(?<part>puolella|puoleen|puolet|kolmanneksella|neljänneksellä|viidenneksellä|kymmeneksellä|kolmasosalla|neljäsosalla|viidesosalla|kymmenesosalla)(?!\p{L})/iu;
const TO_SIZE = /^\s*(?<hedge>yli|alle|noin|lähes|melkein|runsaat|vajaat)?\s*$/iu;
const YEARLY = /^\s*(?:vuodessa|vuosittain|per vuosi)(?!\p{L})/iu;
const SIZES: SizeWords = {
  more: /(?<!\p{L})yli$/iu,
  less: /(?<!\p{L})alle$/iu,
  about: /(?<!\p{L})(?:noin|lähes|melkein|runsaa(?:t|lla)|vajaa(?:t|lla))$/iu,
  fraction: PART,
  parts: ({ n, part = "" }) => ({
    one: PARTS.find(([form]) => form.test(part))?.[1] ?? 0.5,
    count: n === undefined ? 1 : countOf(n),
  }),
  toNumber: TO_SIZE,
  yearly: YEARLY,
  numbersIn,
};

const COMPARES: readonly (readonly [Comparison["way"], RegExp])[] = [
  [
    "up",
    /(?<!\p{L})(?:enemmän|useammin|pidempään|kauemmin|(?:suure|korkea|pide|kallii|nopea|hitaa|isom|suurem|korkeam|pidem|yleisem)(?:mpi|mmat|pi|mat|mmin|min)\p{L}*)(?: \p{L}+){0,4}? kuin(?!\p{L})/iu,
  ],
  [
    "down",
    /(?<!\p{L})(?:vähemmän|harvemmin|lyhyemmän|(?:piene|matala|lyhye|halve|pienem|matalam|lyhyem|halvem)(?:mpi|mmat|pi|mat|mmin|min)\p{L}*)(?: \p{L}+){0,4}? kuin(?!\p{L})/iu,
  ],
  ["same", /(?<!\p{L})yhtä (?:paljon|suuri|monta|pitkä|usein)(?: \p{L}+){0,3}? kuin(?!\p{L})/iu],
];
const TIMES =
  /(?<!\p{L})(?<n>kaksi|kolme|neljä|viisi|kuusi|kymmenen|\d+(?:,\d+)?) kertaa (?:niin |enemmän )?(?:\p{L}+ ){0,3}?kuin(?!\p{L})|(?<!\p{L})(?:kaksin)kertai\p{L}+ (?:\p{L}+ ){0,3}?kuin(?!\p{L})/iu;

function comparison(clause: string): Comparison | undefined {
  const times = TIMES.exec(clause);
  if (times !== null) {
    const n = times.groups?.["n"];
    return sidesOf(
      clause,
      times,
      "same",
      n === undefined ? 2 : /^\d/.test(n) ? Number(n.replace(",", ".")) : countOf(n),
    );
  }
  for (const [way, pattern] of COMPARES) {
    const match = pattern.exec(clause);
    if (match !== null) return sidesOf(clause, match, way);
  }
  return undefined;
}

const SUPERLATIVE =
  /(?<!\p{L})(?:(?<count>kaksi|kolme|neljä|viisi|kahden|kolmen|neljän) )?(?<word>suurin|suurimmat|suurinta|korkein|korkeimmat|korkeimmillaan|yleisin|yleisimmät|pisin|pisimmät|kallein|isoin|tärkein|pienin|pienimmät|matalin|matalimmat|matalimmillaan|lyhin|lyhimmät|halvin|vähäisin|eniten|vähiten)(?!\p{L})/giu;

const superlatives = (clause: string): readonly Superlative[] =>
  [...clause.matchAll(SUPERLATIVE)].flatMap((match) => {
    const { word: found = "", count } = match.groups ?? {};
    if (/^tärkein/iu.test(found)) return [];
    return [
      {
        index: match.index,
        text: match[0],
        way: /^(?:pien|matal|lyh|halv|vähä|vähi)/iu.test(found) ? ("down" as const) : ("up" as const),
        count: count === undefined ? 1 : countOf(count),
      },
    ];
  });

const LEVELS: readonly (readonly [Level["side"], RegExp])[] = [
  [
    "above",
    /(?<!\p{L})yli (?:sen |niiden |sovitun )?(?:tavoit(?:teen|tensa)|rajan|budjetin|normin)(?!\p{L})|(?<!\p{L})(?:tavoitteen|rajan|budjetin) yläpuolella|ylittä(?:ä|nyt|vät) (?:tavoitteen|rajan|budjetin)|(?:tavoitteen|rajan|budjetin) ylitt(?:i|ää|änyt)/giu,
  ],
  [
    "below",
    /(?<!\p{L})alle (?:sen |niiden |sovitun )?(?:tavoit(?:teen|tensa)|rajan|budjetin|normin)(?!\p{L})|(?<!\p{L})(?:tavoitteen|rajan|budjetin) alapuolella|alitta(?:a|nut|vat) (?:tavoitteen|rajan|budjetin)|(?:tavoitteen|rajan|budjetin) alitt(?:i|aa|anut)/giu,
  ],
  [
    "missed",
    /jää(?:vät|nyt)? (?:jälkeen )?tavoitteesta(?:an)?|jäi(?:vät)? (?:jälkeen )?tavoitteesta(?:an)?|tavoitteesta (?:jäädään|jäätiin)|ei (?:saavuta|ole saavuttanut|yllä) tavoit\p{L}+/giu,
  ],
  [
    "met",
    /(?<!ei )(?<!\p{L})(?:saavuttaa|saavutti|saavuttanut|saavuttavat|yltää|ylsi|yltänyt) tavoit\p{L}+|(?<!\p{L})on tavoitteessa(?:an)?(?!\p{L})|tavoite (?:on )?(?:saavutettu|täyttyy|täyttynyt)/giu,
  ],
];

/** Words of Finnish that claim something about numbers. */
export const claimWords: ClaimWords = {
  clauses,
  moves,
  negated: (before) => NEGATED.test(before),
  unreal: (clause) => UNREAL.test(clause) || ABOUT_TARGET.test(clause),
  steady: (clause) =>
    STEADY.test(clause) && !/(?:paitsi|lukuun ottamatta|yhtä lukuun|lähes joka|melkein joka)/iu.test(clause),
  window,
  moment: dated,
  size: sizeReader(SIZES),
  run: (clause) => {
    const n =
      /(?<!\p{L})(?<n>\p{L}+|\d+) (?:vuotta|neljännestä|kuukautta|viikkoa) (?:peräkkäin|putkeen)(?!\p{L})/iu.exec(
        clause,
      )?.groups?.["n"];
    return n === undefined || countOf(n) === 0 ? undefined : countOf(n);
  },
  recent: (clause) => /(?<!\p{L})(?:nyt|nykyisin|viime aikoina|taas|jälleen)(?!\p{L})/iu.test(clause),
  counts: (clause) => {
    const n = /(?<!\p{L})(kaksi|kolme|neljä|viisi) \p{L}+(?:ta|tä|a|ä)(?!\p{L})/iu.exec(clause)?.[1];
    return n === undefined ? undefined : countOf(n);
  },
  comparison,
  standard: (right) => {
    if (/^\s*(?:mikään|mitkään|yksikään|kaikki) muu(?:t|a|ta)?(?!\p{L})/iu.test(right)) return "others";
    if (/^\s*(?:tavoite|tavoitteen|raja|budjetti)(?!\p{L})/iu.test(right)) return "target";
    return /^\s*(?:vuosi sitten|vuotta aiemmin|viime vuonna|edellisvuonna)(?!\p{L})/iu.test(right)
      ? { kind: "year" }
      : undefined;
  },
  superlatives,
  record: (clause) =>
    /koskaan|ennätys|tähän(?: asti| mennessä)|kautta aikojen|sitten|vuoteen|mittaushistoria/iu.test(clause),
  levels: (clause) =>
    LEVELS.flatMap(([side, pattern]) =>
      [...clause.matchAll(pattern)].map((match) => ({ index: match.index, text: match[0], side })),
    ),
  quantifier: (clause) => {
    if (/(?<!\p{L}|(?<!\p{L})ei )(?:vain|ainoa|ainoastaan|yksin)(?!\p{L})/iu.test(clause)) return "only";
    if (/(?<!\p{L})(?:yksikään|mikään|ei yhdessäkään)(?!\p{L})/iu.test(clause)) return "none";
    return /(?<!\p{L})(?:kaikki|jokainen|jokaisessa|joka|kaikissa|molemmat)(?!\p{L})/iu.test(clause)
      ? "every"
      : undefined;
  },
  limit: (before) => {
    const words = before.trimEnd();
    if (/(?<!\p{L})(?:yli|vähintään|ainakin|enemmän kuin)$/iu.test(words)) return "above";
    return /(?<!\p{L})(?:alle|enintään|korkeintaan|vähemmän kuin)$/iu.test(words) ? "below" : undefined;
  },
  partitive: () => false,
  most: (clause) => /(?<!\p{L})(?:suurin osa|valtaosa|enemmistö)(?!\p{L})/iu.exec(clause)?.[0],
};
