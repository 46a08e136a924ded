import type { Comparison, Distance, Level, Standard, Superlative, Way } from "../reading/claims.ts";
import { boundOf, sidesOf, withShare } from "../reading/sizes.ts";
import { moves, SIZES } from "./moves.ts";
import { countOf, dated } from "./times.ts";

/** Stems of comparatives by the way that they go; every case and number has its own ending. */
const MORE_STEM = "suure|korkea|pite|pide|kallii|isoi|iso|laaja|yleise|painava|vanhe|kova";
const LESS_STEM = "piene|matala|lyhye|halve|vähäise|harvinaise|suppea|kevye";
const COMPARATIVE =
  "(?:mpi|mpia|mpaa|mmat|mman|mmaksi|mpänä|mpana|mpiä|mpää|mmät|mmän|mmäksi|mpina|mpinä|mmin)";
const MORE_WORDS = `enemmän|useampi|useammat|useampia|useammin|pidempi|pidemmät|pidempiä|pidempään|pitempään|kauemmin|hitaampi|hitaampia|hitaammat|hitaammin|(?:${MORE_STEM})${COMPARATIVE}`;
const LESS_WORDS = `vähemmän|harvempi|harvemmat|harvempia|harvemmin|lyhyemmän|lyhyemmät|nopeampi|nopeampia|nopeammat|nopeammin|(?:${LESS_STEM})${COMPARATIVE}`;
const COMPARES: readonly (readonly [Comparison["way"], RegExp])[] = [
  ["up", new RegExp(`(?<!\\p{L})(?:${MORE_WORDS})(?: [\\p{L}-]+){0,4}? kuin(?!\\p{L})`, "iu")],
  ["down", new RegExp(`(?<!\\p{L})(?:${LESS_WORDS})(?: [\\p{L}-]+){0,4}? kuin(?!\\p{L})`, "iu")],
  ["better", /(?<!\p{L})pare(?:mpi|mmat|mpia|mmin)(?: [\p{L}-]+){0,4}? kuin(?!\p{L})/iu],
  ["worse", /(?<!\p{L})huono(?:mpi|mmat|mpia|mmin)(?: [\p{L}-]+){0,4}? kuin(?!\p{L})/iu],
  ["same", /(?<!\p{L})yhtä (?:paljon|suuri|monta|pitkä|usein)(?: \p{L}+){0,3}? kuin(?!\p{L})/iu],
];
const TIMES =
  /(?<!\p{L})(?<n>puolitoista|kaksi|kolme|neljä|viisi|kuusi|kymmenen|\d+(?:,\d+)?) kertaa (?:niin |enemmän |useammin |pidempään )?(?:\p{L}+ ){0,3}?kuin(?!\p{L})|(?<!\p{L})(?<stem>puolitoista|kaksin|kolmin|nelin)kertai\p{L}+ (?:\p{L}+ ){0,3}?(?:kuin|verrattuna)(?!\p{L})/iu;
const STEMS: Readonly<Record<string, number>> = { puolitoista: 1.5, kaksin: 2, kolmin: 3, nelin: 4 };

/** "ei enempää kuin" */
const NOT = /(?<!\p{L})(?:ei|eivät)(?: ole| maksa| kestä| vie| ota)? $/iu;

export function comparison(clause: string): Comparison | undefined {
  const times = TIMES.exec(clause);
  if (times !== null) {
    const { n, stem = "" } = times.groups ?? {};
    const said = sidesOf(
      clause,
      times,
      "same",
      NOT,
      n === undefined
        ? (STEMS[stem.toLowerCase()] ?? 2)
        : /^puoli/iu.test(n)
          ? 1.5
          : /^\d/.test(n)
            ? Number(n.replace(",", "."))
            : countOf(n),
    );
    return { ...said, ...boundOf(SIZES, clause.slice(0, times.index).trimEnd()) };
  }
  const overtakes = /(?<!\p{L})ohitta(?:nut|neet|a|vat)(?!\p{L})|(?<!\p{L})ohitti(?:vat)?(?!\p{L})/iu.exec(
    clause,
  );
  if (overtakes !== null) return { ...sidesOf(clause, overtakes, "up", NOT), crossed: true };
  for (const [way, pattern] of COMPARES) {
    const match = pattern.exec(clause);
    if (match !== null) return byShare(sidesOf(clause, match, way, NOT));
  }
  return undefined;
}

/** "30 prosenttia ", "kolmanneksen ", "puolet ": how much more or less, right before the word that says it. */
const SHARE_BEFORE =
  /(?<!\p{L})(?:(?<percent>\d+(?:,\d+)?) ?(?:%|prosenttia)|(?<half>puolet)|(?<part>kolmannes|neljännes|viidennes|kymmenes|kolmanneksen|neljänneksen|viidenneksen|kymmeneksen|kolmasosan|neljäsosan|viidesosan|kymmenesosan)) $/iu;

/** The multiple that a comparison has by the share before it: 30 prosenttia vähemmän is 0.7 times as many. */
function byShare(said: Comparison): Comparison {
  const found = said.way === "up" || said.way === "down" ? SHARE_BEFORE.exec(said.left) : null;
  if (found === null) return said;
  const { percent, part } = found.groups ?? {};
  const by =
    percent !== undefined
      ? Number(percent.replace(",", ".")) / 100
      : part === undefined
        ? 0.5
        : 1 / (ORDER.find(([form]) => form.test(part))?.[1] ?? 2);
  return withShare(said, by, percent, said.left.slice(0, found.index).trimEnd(), SIZES);
}

/** Returns the standard of a comparison that is not with another thing. */
export function standard(right: string): Standard | undefined {
  if (/^\s*(?:kaikki )?muut (?:yhteensä|yhdessä)(?!\p{L})/iu.test(right)) return "rest";
  if (
    /^\s*(?:(?:mikään|mitkään|yksikään|kaikki) muu(?:t|a|ta)?|muut|muualla|missään muualla|muilla)(?!\p{L})/iu.test(
      right,
    )
  )
    return "others";
  if (/^\s*(?:tavoite|tavoitteen|raja|budjetti)(?!\p{L})/iu.test(right)) return "target";
  if (
    /^\s*(?:vuosi sitten|vuotta aiemmin|(?:sama|samassa|samana) \p{L}+ (?:vuosi sitten|vuotta aiemmin|viime vuonna|edellisvuonna)|viime vuonna|edellisvuonna|edellisenä vuonna)(?!\p{L})/iu.test(
      right,
    )
  )
    return { kind: "year" };
  if (
    /^\s*(?:edellis(?:enä|essä|ellä|en) (?:\p{L}*kuu|viiko|\p{L}*neljänne)|(?:kuukautta|neljännestä|viikkoa) aiemmin)/iu.test(
      right,
    )
  )
    return { kind: "previous" };
  if (/^\s*(?:ennen|aiemmin|aikaisemmin)(?!\p{L})/iu.test(right)) return { kind: "before" };
  const years = /^\s*(?<n>\p{L}+|\d+) vuotta (?:sitten|aiemmin)(?!\p{L})/iu.exec(right)?.groups?.["n"];
  if (years !== undefined && countOf(years) > 0) return { kind: "back", months: 12 * countOf(years) };
  const at = /^\s*(?:vuonna|(?:\p{L}+kuussa)|keväällä|kesällä|syksyllä|talvella)(?!\p{L})/iu.test(right)
    ? dated(right)
    : undefined;
  return at === undefined ? undefined : { kind: "since", from: at };
}

const MORE_THAN = new RegExp(`^(?: \\p{L}+)? (?:${MORE_WORDS}) kuin(?<right> .+)$`, "iu");
const LESS_THAN = new RegExp(`^(?: \\p{L}+)? (?:${LESS_WORDS}) kuin(?<right> .+)$`, "iu");

/** "350 enemmän kuin vuotta aiemmin", "tavoitteesta jäädään 19 yksikköä", "ylittää tavoitteen 72 päivällä" */
export function distance(before: string, after: string): Distance | undefined {
  for (const [way, pattern] of [
    ["up", MORE_THAN],
    ["down", LESS_THAN],
  ] as const) {
    const right = pattern.exec(after)?.groups?.["right"];
    const found = right === undefined ? undefined : standard(right);
    if (found !== undefined) return { standard: found, way };
  }
  if (/^(?: \p{L}+)? (?:yli tavoitteen|tavoitteen yläpuolella|korkeampi kuin tavoite)(?!\p{L})/iu.test(after))
    return { standard: "target", way: "up" };
  if (
    /^(?: \p{L}+)? (?:alle tavoitteen|tavoitteen alapuolella|matalampi kuin tavoite)(?!\p{L})/iu.test(after)
  )
    return { standard: "target", way: "down" };
  const short =
    /(?<!\p{L})tavoitteesta(?:an)? (?:on |ollaan |jäädään |jää |jäi |jäätiin |puuttuu |puuttui )?(?:vielä |yhä |noin )*$|(?<!\p{L})jä(?:ä|i|ävät|ivät|ädään|ätiin) siitä (?:vielä |yhä |noin )*$/iu.test(
      before,
    ) || /^(?: \p{L}+)? (?:päässä )?tavoitteesta(?:an)?(?!\p{L})/iu.test(after);
  if (short) return { standard: "target" };
  const passed =
    /(?<!\p{L})(?:(?<over>ylittä|ylitti|ylitty)|alitta|alitti|alittu)\p{L}* tavoitteen(?:sa)? (?:noin )?$/iu.exec(
      before,
    );
  return passed === null || !/^ ?\p{L}+(?:lla|llä)(?!\p{L})/iu.test(after)
    ? undefined
    : { standard: "target", way: passed.groups?.["over"] === undefined ? "down" : "up" };
}

const SUPERLATIVE =
  /(?<!\p{L})(?:(?<rank>toiseksi|kolmanneksi|neljänneksi) )?(?:(?<count>kaksi|kolme|neljä|viisi|kahden|kolmen|neljän) )?(?<word>(?:suuri|korkei|yleisi|pisi|piti|kallei|isoi|kovi|pieni|matali|lyhi|halvi|vähäisi|harvinaisi|hitai|nopei|heikoi|parha|paras|pahi|lämpimi|kuumi|viilei|kylmi|kevei|raskai|kapei|levei|laajimm?i|laajoi|syvi|vanhi|nuori|hiljaisi|vilkkai|ruuhkaisi|tiheimm?i|kiireisi|vaikei|painavi)(?:n|mmat|mmät|nta|ntä|ntaan|mman|mmän|mmillaan|mmillään|mmista|immat|s|at)?|eniten|vähiten|jyrkimmin|nopeimmin|huipussaan|huonoin|huonoimmat|huonointa)(?!\p{L})/giu;
const SUPERLATIVE_END =
  /(?:in|immat|immät|inta|intä|imman|imman|immillaan|immillään|imm(?:in|ista)|ten|huipussaan|paras|parhaat)$/iu;

export const superlatives = (clause: string): readonly Superlative[] =>
  [...clause.matchAll(SUPERLATIVE)].flatMap((match): readonly Superlative[] => {
    const { word: found = "", count, rank } = match.groups ?? {};
    const after = clause.slice(match.index + match[0].length);
    if (!SUPERLATIVE_END.test(found) || /^ osa(?!\p{L})/iu.test(after)) return [];
    const growth =
      /^(?:jyrkimmin|nopeimmin)$/iu.test(found) ||
      (/^(?:eniten|vähiten)$/iu.test(found) && moves(clause).length > 0);
    const down = /^(?:pien|matal|lyh|halv|vähä|vähi|harvin|viile|kylm|keve|kape|nuor|hiljais)/iu.test(found);
    const way = /^par/iu.test(found)
      ? "better"
      : /^(?:huono|heiko|pah)/iu.test(found)
        ? "worse"
        : down
          ? "down"
          : "up";
    return [
      {
        index: match.index,
        text: match[0],
        way: growth && way === "up" && moves(clause).some((move) => move.way === "down") ? "down" : way,
        count: count === undefined ? 1 : countOf(count),
        ...(rank === undefined ? {} : { rank: ORDER.find(([form]) => form.test(rank))?.[1] ?? 2 }),
        ...(growth ? { growth: true as const } : {}),
      },
    ];
  });

const GOAL_GEN = "(?:tavoitteen|tavoitetason|rajan|budjetin|normin|suunnitelman)";
export const LEVELS: readonly (readonly [Level["side"], RegExp])[] = [
  [
    "above",
    new RegExp(
      `(?<!\\p{L})yli (?:sen |niiden |sovitun )?(?:${GOAL_GEN}|tavoitteensa)(?!\\p{L})|(?<!\\p{L})${GOAL_GEN} yläpuolella|(?<!\\p{L})ylitt(?:ää|i|änyt|äneet|ävät|ivät|yy|yi)(?: \\p{L}+){0,2} (?:${GOAL_GEN}|tavoitteensa)(?!\\p{L})|(?<!\\p{L})(?:${GOAL_GEN}|tavoitteensa)(?: \\p{L}+){0,2} ylitt(?:i|ää|änyt|ävät|ivät)(?!\\p{L})|(?<!\\p{L})(?:tavoite|raja|budjetti) (?:ylitettiin|ylitetään|ylittyi|ylittyy|on ylitetty|on ylittynyt)(?!\\p{L})`,
      "giu",
    ),
  ],
  [
    "below",
    new RegExp(
      `(?<!\\p{L})alle (?:sen |niiden |sovitun )?(?:${GOAL_GEN}|tavoitteensa)(?!\\p{L})|(?<!\\p{L})${GOAL_GEN} alapuolella|(?<!\\p{L})alitt(?:aa|i|anut|aneet|avat|ivat)(?: \\p{L}+){0,2} (?:${GOAL_GEN}|tavoitteensa)(?!\\p{L})|(?<!\\p{L})(?:${GOAL_GEN}|tavoitteensa)(?: \\p{L}+){0,2} alitt(?:i|aa|anut|avat|ivat)(?!\\p{L})|(?<!\\p{L})(?:tavoite|raja|budjetti) (?:alitettiin|alitetaan|alittui|alittuu|on alitettu)(?!\\p{L})`,
      "giu",
    ),
  ],
  [
    "missed",
    /jää(?:vät|nyt|neet|dään)? (?:\p{L}+ )?tavoitteesta(?:an)?|jäi(?:vät)? (?:\p{L}+ )?tavoitteesta(?:an)?|tavoitteesta (?:jäädään|jäätiin|jäi|jää)|(?<!\p{L})(?:ei|eivät) (?:saavuta|ole saavuttanut|yllä|saavuttanut) tavoit\p{L}+|tavoitetta ei (?:ole )?(?:saavutettu|saavuteta)/giu,
  ],
  [
    "met",
    /(?<!ei )(?<!\p{L})(?:saavuttaa|saavutti|saavuttanut|saavuttavat|saavuttivat|yltää|ylsi|yltänyt|yltävät|pääsee|pääsi|pääsevät|päässyt) tavoit\p{L}+|(?<!\p{L})(?:on|ovat|pysyy|pysyvät|pysyi|pysynyt) tavoitteessa(?:an)?(?!\p{L})|tavoite (?:on )?(?:saavutettu|saavutettiin|saavutetaan|täyttyy|täyttyi|täyttynyt)/giu,
  ],
];

/** "kolme vuotoa neljästä", "kolme aluetta neljästä" */
export const ONE_IN =
  /(?<!\p{L})(?<n>yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|\d{1,2}) (?:\p{L}+ ){1,2}?(?<m>kahdesta|kolmesta|neljästä|viidestä|kuudesta|seitsemästä|kahdeksasta|yhdeksästä|kymmenestä)(?!\p{L})/giu;
export const BARE_PART =
  /(?<!\p{L})(?:(?<n>kaksi|kolme|neljä) )?(?<part>kolmas|neljäs|viides|kuudes|kahdeksas|kymmenes)osa(?:n|a|an|sta|ssa)?(?!\p{L})|(?<!\p{L})(?:(?<n2>kaksi|kolme) )?(?<whole>kolmannes|neljännes|viidennes|kymmenes)(?:ta|tä)?(?!\p{L})(?! vuo)|(?<!\p{L})joka (?<each>toinen|kolmas|neljäs|viides|kuudes|kahdeksas|kymmenes|toise[ns]\p{L}*|kolmanne\p{L}*|neljänne[ns]\p{L}*)(?! (?:vuosi|vuoden|kuukausi|päivä|viikko|kerta|neljännes))(?= \p{L})/giu;
export const BARE_HALF =
  /(?<!\p{L})(?<half>puolet|puolesta)(?!\p{L})(?! (?:enemmän|vähemmän|suurempi|pienempi))/giu;
export const ORDER: readonly (readonly [RegExp, number])[] = [
  [/^toi/iu, 2],
  [/^kolma/iu, 3],
  [/^neljä/iu, 4],
  [/^viide/iu, 5],
  [/^kuude/iu, 6],
  [/^kahdeksas/iu, 8],
  [/^kymmene/iu, 10],
];
/** Comparatives without their standard, by the way that they go. */
export const COMPARATIVES: readonly (readonly [Way, RegExp])[] = [
  ["up", new RegExp(`(?<!\\p{L})(?:${MORE_WORDS})(?!\\p{L})(?!.*(?<!\\p{L})kuin(?!\\p{L}))`, "giu")],
  ["down", new RegExp(`(?<!\\p{L})(?:${LESS_WORDS})(?!\\p{L})(?!.*(?<!\\p{L})kuin(?!\\p{L}))`, "giu")],
];
