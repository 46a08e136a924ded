import type { ClaimWords, Move } from "../reading/claims.ts";
import { fractionReader } from "../reading/fractions.ts";
import { sizeReader } from "../reading/sizes.ts";
import {
  BARE_HALF,
  BARE_PART,
  COMPARATIVES,
  comparison,
  LEVELS,
  ONE_IN,
  ORDER,
  superlatives,
} from "./compares.ts";
import { ABOUT_TARGET, clauses, endsWithMove, moves, NEGATED, SIZES, STEADY, UNREAL } from "./moves.ts";
import { numbersIn } from "./numbers.ts";
import { countOf, dated, window } from "./times.ts";

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
    if (
      /^\s*(?:vuosi sitten|vuotta aiemmin|viime vuonna|edellisvuonna|edellisenä vuonna)(?!\p{L})/iu.test(
        right,
      )
    )
      return { kind: "year" };
    if (/^\s*(?:ennen|aiemmin|aikaisemmin)(?!\p{L})/iu.test(right)) return { kind: "before" };
    const years = /^\s*(?<n>\p{L}+|\d+) vuotta (?:sitten|aiemmin)(?!\p{L})/iu.exec(right)?.groups?.["n"];
    if (years !== undefined && countOf(years) > 0) return { kind: "back", months: 12 * countOf(years) };
    const at = /^\s*(?:vuonna|(?:\p{L}+kuussa)|keväällä|kesällä|syksyllä|talvella)(?!\p{L})/iu.test(right)
      ? dated(right)
      : undefined;
    return at === undefined ? undefined : { kind: "since", from: at };
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
    if (/(?<!\p{L})(?:yksikään|mikään|ei yhdessäkään|yhdelläkään)(?!\p{L})/iu.test(clause)) return "none";
    if (/(?<!\p{L})(?:molemmat|molemmissa|molemmilla|kummatkin)(?!\p{L})/iu.test(clause)) return "both";
    return /(?<!\p{L})(?:kaikki|kaikilla|kaikkialla|jokainen|jokaisessa|jokaisella|joka|kaikissa)(?!\p{L})/iu.test(
      clause,
    )
      ? "every"
      : undefined;
  },
  limit: (before) => {
    const words = before.trimEnd();
    if (/(?<!\p{L})(?:yli|vähintään|ainakin|enemmän kuin)$/iu.test(words)) return "above";
    return /(?<!\p{L})(?:alle|enintään|korkeintaan|vähemmän kuin)$/iu.test(words) ? "below" : undefined;
  },
  comparatives: (clause) =>
    COMPARATIVES.flatMap(([way, pattern]) =>
      [...clause.matchAll(pattern)].flatMap((match): readonly Move[] =>
        /(?<!\p{L})(?:ei|eivät|entistä|aina|mitä|sitä) $/iu.test(clause.slice(0, match.index))
          ? []
          : [{ index: match.index, text: match[0], way }],
      ),
    ).toSorted((a, b) => a.index - b.index),
  exception: (clause) => {
    const found =
      /(?<!\p{L})(?<n>yhtä|kahta|kolmea)(?: \p{L}+)? lukuun ottamatta|(?<!\p{L})(?:paitsi|lukuun ottamatta)(?!\p{L})/iu.exec(
        clause,
      );
    if (found === null) return undefined;
    const n = countOf(found.groups?.["n"] ?? "");
    return n > 0 ? n : "named";
  },
  excepts: (clause) => /^[^\p{L}]*(?:paitsi|vain|ainoastaan|mutta|lukuun ottamatta)(?!\p{L})/iu.test(clause),
  counted: (clause) => {
    ONE_IN.lastIndex = 0;
    const { n = "", m = "" } = ONE_IN.exec(clause)?.groups ?? {};
    const [count, all] = [countOf(n), countOf(m)];
    return count > 0 && all >= count ? { count, of: all } : undefined;
  },
  everyTime: (clause) => STEADY.test(clause),
  difference: (clause) =>
    /(?<!\p{L})(?:ero|erot|hyöty|hyödyt|muutos|kasvu|lasku|parannus|vaikutus|säästö|hyötyi(?:vät)?|hyötyy|parani(?:vat)?|väheni(?:vät)?|kasvoi(?:vat)?|lyheni(?:vät)?|laski(?:vat)?|nousi(?:vat)?)(?!\p{L})/iu.test(
      clause,
    ),
  rest: (clause) =>
    /(?<!\p{L})(?:ei|eivät|ilman|jää|jäävät|jäi|jäivät|putoaa|putosi|lopettaa|lopetti|luopuu|luopui|lähtee|lähti|säästää|säästyy|puuttuu)(?!\p{L})/iu.test(
      clause,
    ),
  upTo: (clause) => /(?<!\p{L})(?:ennen|kunnes|mennessä)(?!\p{L})/iu.test(clause),
  ofChange: (clause) =>
    /(?<!\p{L})(?:kasvusta|noususta|laskusta|lisäyksestä|vähennyksestä|muutoksesta|säästöstä)(?!\p{L})/iu.test(
      clause,
    ),
  fractions: fractionReader({
    forms: [ONE_IN, BARE_PART, BARE_HALF],
    count: countOf,
    part: (name) => ORDER.find(([form]) => form.test(name))?.[1] ?? 0,
    more: /(?<!\p{L})(?:yli|runsas|runsaat)$/iu,
    less: /(?<!\p{L})(?:alle)$/iu,
    about: /(?<!\p{L})(?:noin|lähes|melkein|liki|vajaa|vajaat|vain|suunnilleen)$/iu,
    partitive: /^\s+(?:\p{L}+ )?\p{L}+(?:sta|stä|sia|siä)(?!\p{L})/iu,
    numbersIn,
  }),
  role: (before, after, { text } = { text: "" }) => {
    if (/(?<!\p{L})(?:tavoite|tavoitteena|raja|normi)(?: (?:on|oli))? $/iu.test(before)) return "target";
    const unit = /^\s*(?<word>\p{L}+)/u.exec(after)?.groups?.["word"] ?? "";
    const said = `${text} ${unit}`;
    if (/(?:sta|stä)$/iu.test(unit) || /prosentista$|eurosta$|pisteestä$|%:sta$/iu.test(text)) return "from";
    if (
      /(?:[aeiouyäö]{2}n|hin|seen|iin)$/iu.test(unit) ||
      /(?:prosenttiin|euroon|pisteeseen|%:iin)$/iu.test(text)
    )
      return "to";
    if (
      /(?<!\p{L})(?:enemmän|vähemmän|pidempi|lyhyempi|yli tavoitteen|alle tavoitteen)(?!\p{L})/iu.test(
        after.slice(0, 30),
      )
    )
      return "by";
    if (/(?:lla|llä)$/iu.test(unit) || /(?:prosentilla|eurolla|yksiköllä)$/iu.test(text)) return "by";
    if (/(?:tavoitteesta|jäädään|jäi|jää) $/iu.test(before)) return "by";
    return endsWithMove(before) && said !== "" ? "by" : undefined;
  },
  momentNear: (clause, from) => {
    const found = dated(clause.slice(0, from)) ?? dated(clause);
    return found;
  },
  past: (clause) =>
    /(?<!\p{L})(?:oli|olivat|sitten|aiemmin|aikaisemmin|ennen|alun perin|kesti|maksoi|vei)(?!\p{L})/iu.test(
      clause,
    ),
  present: (clause) =>
    /(?<!\p{L})(?:nyt|nykyisin|yhä|vielä|jo|enää|tänään|on|ovat|kestää|maksaa|vie|tarvitaan)(?!\p{L})/iu.test(
      clause,
    ),
  places: (between) =>
    /^\s*(?:(?:syy|osa|hyöty|muutos|ero|kasvu)\p{L}* )?(?:(?:hyötyi|hyötyivät|väheni|kasvoi|laski|nousi|parani|lyheni|aiheuttaa|vie|on|oli|ovat) )?(?:\p{L}+(?:ssa|ssä|lla|llä|seen|sta|stä) )?$/iu.test(
      between,
    ),
  joined: (between) => /(?<!\p{L})ja(?!\p{L})/u.test(between),
  most: (clause) => /(?<!\p{L})(?:suurin osa|valtaosa|enemmistö)(?!\p{L})/iu.exec(clause)?.[0],
};
