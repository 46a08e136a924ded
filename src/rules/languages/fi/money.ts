import type { Dearness, DriverWords, MoneyWords, Span } from "../reading/money.ts";

/** Stems of small numbers as they stand before a time: kahden vuoden, kolmessa vuodessa. */
const COUNTS: readonly (readonly [string, number])[] = [
  ["yh(?:den|dessä)|yksi", 1],
  ["kah(?:den|dessa)|kaksi", 2],
  ["kolme(?:n|ssa)?", 3],
  ["neljä(?:n|ssä)?", 4],
  ["vii(?:den|dessä|si)", 5],
  ["kuu(?:den|dessa|si)", 6],
  ["seitsemä(?:n|ssä)", 7],
  ["kahdeksa(?:n|ssa)", 8],
  ["yhdeksä(?:n|ssä)", 9],
  ["kymmene(?:n|ssä)", 10],
];
const SPAN = new RegExp(
  `(?<![\\p{L}\\p{N},])(?<n>\\d{1,2}(?:,\\d)?|${COUNTS.map(([stem]) => stem).join("|")})[ \u00a0](?<unit>vuo(?:den|dessa|si|tta)|kuukau(?:den|dessa|si|tta))(?!\\p{L})`,
  "giu",
);

function spans(text: string): readonly Span[] {
  return [...text.matchAll(SPAN)].map((match) => {
    const { n = "", unit = "" }: Partial<Record<string, string>> = match.groups ?? {};
    const unitMonths = /^vuo/iu.test(unit) ? 12 : 1;
    const word = COUNTS.find(([stem]) => new RegExp(`^(?:${stem})$`, "iu").test(n))?.[1];
    const count = /^\d/.test(n) ? Number(n.replace(",", ".")) : (word ?? 0);
    const behind = text.slice(match.index + match[0].length);
    return {
      text: match[0],
      index: match.index,
      months: count * unitMonths,
      step: n.includes(",") ? unitMonths / 10 : unitMonths,
      whole: /^\s(?:aikana|ajalta|jaksolla|tarkastelujakso|laskelma)/iu.test(behind),
    };
  });
}

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/^puolitois/iu, 1.5],
  [/^puolet/iu, 0.5],
  [/^(?:kaksi|kaksin)/iu, 2],
  [/^(?:kolme|kolmin)/iu, 3],
  [/^(?:neljä|nelin)/iu, 4],
  [/^viisi/iu, 5],
  [/^kymmenen/iu, 10],
];
const RATIO =
  /(?<hedge>yli |enemmän kuin |vähintään |alle |enintään |noin |lähes )?(?<factor>puolitoista|kaksi|kolme|neljä|viisi|kymmenen|kaksin|kolmin|nelin|puolitoista)(?: ?kertaa| ?kertai\p{L}*)|(?<hedge2>yli |alle |noin |lähes )?(?<factor2>puolet) (?:siitä|hinnasta|kustannuksista)/iu;
const COSTS = /maksa|hinta|hinna|kustann|kallii|halve|halpa/iu;

const dearness: Dearness = {
  cheapest: /(?<!\p{L})halvin|halvimm|maksaa vähiten|edullisin/iu,
  dearest: /(?<!\p{L})kallein|kalleim|maksaa eniten/iu,
  ratio: (text) => {
    const match = COSTS.test(text) ? RATIO.exec(text) : null;
    const { factor, factor2, hedge, hedge2 }: Partial<Record<string, string>> = match?.groups ?? {};
    const words = factor ?? factor2;
    const value = words === undefined ? undefined : FACTORS.find(([pattern]) => pattern.test(words))?.[1];
    if (match === null || value === undefined) return undefined;
    const said = hedge ?? hedge2 ?? "";
    const bound = /^(?:yli|enemmän|vähint)/iu.test(said)
      ? "least"
      : /^(?:alle|enint)/iu.test(said)
        ? "most"
        : "near";
    return { text: match[0], value, bound };
  },
};

export const money: MoneyWords = {
  worth: /nettonykyarvo|takaisinmaksu/iu,
  benefitShare:
    /(?<n>\d+(?:,\d+)?)\s?(?:%|prosenttia) (?:\p{L}+ )?(?:hyödyistä|hyödystä|säästöistä|säästöstä|vaikutuksesta|tuotoista)/iu,
  asks: /(?<!\p{L})(?:hyväksy\p{L}*|myönn\p{L}*|myönt\p{L}*|vara(?:ta|taan)|sijoit\p{L}*|investoi\p{L}*|käyttä\p{L}*)\s(?:\p{L}+\s){0,2}$/iu,
  covers: /(?<!\p{L})(?:kattaa|riittää)(?!\p{L})/iu,
  tranches: /(?<!\p{L})(?:erä(?!ä)|osassa|loput|heti)/iu,
  stages: /(?<!\p{L})vaihe/iu,
  releases: /(?<!\p{L})(?:vapaut\p{L}*|maksetaan|myönnetään|saadaan|otetaan käyttöön)/iu,
  still:
    /(?<!\p{L})(?:silti|yhä|vielä|edelleen)(?!\p{L})[^.]*(?:kannatta\p{L}*|maksaa itsensä|plussa\p{L}*|posit\p{L}*)|(?:kannatta\p{L}*|maksaa itsensä|plussa\p{L}*|posit\p{L}*)[^.]*(?<!\p{L})(?:silti|yhä|vielä|vaikka|myös)(?!\p{L})|(?<!\p{L})vaikka(?!\p{L})[^.]*(?:kannatta\p{L}*|maksaa itsensä|plussa\p{L}*|posit\p{L}*)/iu,
  running: /palk|henkilöstö|huolto|ylläpito|lisenssi|vuokra|käyttökul|tuki(?!ma)/iu,
  dearness,
  counted: /kattaa|tarkastelu|(?:kulu|kustannu|hinta|maks)\p{L}* .*(?:vuo|asti|ajalta)/iu,
  paysBack:
    /takaisinmaksu|maksaa itsensä|(?:rahat|sijoitus|investointi) (?:on |ovat )?(?:saatu |tulee |tulevat )?takaisin/iu,
  discounts: /diskont/iu,
  denies: /(?<!\p{L})(?:ei|eivät|eikä|en|emme)(?!\p{L})/iu,
  spans,
};

const PARTS: readonly (readonly [string, number])[] = [
  ["puolet", 0.5],
  ["kolmannes", 1 / 3],
  ["kolmasosa", 1 / 3],
  ["kaksi kolmasosaa", 2 / 3],
  ["neljännes", 0.25],
  ["neljäsosa", 0.25],
  ["viidennes", 0.2],
  ["viidesosa", 0.2],
  ["kymmenesosa", 0.1],
  ["kymmenys", 0.1],
];
const MORE = "enemmän|suurem|korkeam|kalliim|pidem";
const LESS = "vähemmän|pienem|matalam|alem|halvem|lyhyem";

export const drivers: DriverWords = {
  costs: /^(?:kaikki |kokonais)?(?:kustannukset|kustannus|kulut|menot|hinta)$/iu,
  benefits: /^(?:kaikki |kokonais)?(?:hyödyt|hyöty|säästöt|säästö|tuotot|vaikutus)$/iu,
  factors: [
    [/^(?:puolet|puolikas|puolittunut)$/iu, 0.5],
    [/^(?:kaksinkertai\p{L}*|tupla\p{L}*)$/iu, 2],
    ...PARTS.flatMap(([part, share]): readonly (readonly [RegExp, number])[] => [
      [new RegExp(`^${part} (?:${MORE})`, "iu"), 1 + share],
      [new RegExp(`^${part} (?:${LESS})`, "iu"), 1 - share],
    ]),
    [/^(?:ei mitään|nolla|ei vaikutusta)$/iu, 0],
  ],
  more: /(?:\+|plus)\s?(?<n>\d+(?:,\d+)?)\s?(?:%|prosenttia)|(?<m>\d+(?:,\d+)?)\s?(?:%|prosenttia) (?:enemmän|suurem\p{L}+|korkeam\p{L}+|kalliim\p{L}+|yli)/iu,
  less: /(?:[-−–]|miinus)\s?(?<n>\d+(?:,\d+)?)\s?(?:%|prosenttia)|(?<m>\d+(?:,\d+)?)\s?(?:%|prosenttia) (?:vähemmän|pienem\p{L}+|alem\p{L}+|halvem\p{L}+|alle)/iu,
  late: /^(?<length>puoli vuotta|vuosi|vuoden|neljännesvuo\p{L}+|puoli vuotta) (?:myöhäs\p{L}+|myöhemmin)/iu,
  delays: [
    [/^puoli/iu, 6],
    [/^neljännes/iu, 3],
    [/^(?:vuosi|vuoden)/iu, 12],
  ],
};
