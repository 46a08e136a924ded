import type { ClaimWords, Move } from "../reading/claims.ts";
import { fractionReader } from "../reading/fractions.ts";
import { sizeReader } from "../reading/sizes.ts";
import {
  BARE_HALF,
  BARE_PART,
  COMPARATIVES,
  comparison,
  distance,
  LEVELS,
  ONE_IN,
  ORDER,
  standard,
  superlatives,
} from "./compares.ts";
import { ABOUT_TARGET, clauses, endsWithMove, moves, NEGATED, SIZES, STEADY, UNREAL } from "./moves.ts";
import { numbersIn } from "./numbers.ts";
import { agoNear, countOf, dated, datedNear, onlyTimes, opens, window } from "./times.ts";

/** Words of measuring and of times, in any form: they name no subject. */
const NEUTRAL =
  /^(?:määr|lukumäär|osuu|osuud|osuuk|taso|keskiarvo|mediaani|luku|luvu|arvo|vuo(?:s|t|d)|neljännes|neljännek|vuosineljän|kevää|kevä[nt]|kesä|syksy|talve|talvi|viime|kulunee|kuluva|alku|loppu|aika[nv]|ajan|puoli|jakso|kausi|kaude|nykyi|ensimmäi|viimei|takai|edellis|lähtien|alkaen|välillä|yhteensä|vielä|lähes|\p{L}+kuu(?:n|ta|ssa|sta|hun)?$)/u;

/** Letters of the last part of a compound, and of the ending behind its stem. */
const SHORTEST_HEAD = 4;
const ENDING = 4;
/** A number and its noun to which something goes: only beside one does -sta say where it came from, and not "4 200 potilasta". */
const INTO = /\d[^,;]*(?:[aeiouyäö]{2}n|hin|seen|iin)(?!\p{L})/iu;

/** "mitä pidempi odotus, sitä pienempi osuus" */
const RELATION = /(?<!\p{L})mitä (\p{L}+)[^.;]*?, sitä (\p{L}+)/iu;
const WAYS: readonly (readonly [RegExp, "more" | "less"])[] = [
  [
    /^(?:enemmän|useam|suurem|pidem|pitem|korkeam|vanhem|kauem|myöhem|laajem|lämpimäm|kalliim|painavam)/iu,
    "more",
  ],
  [
    /^(?:vähemmän|harvem|pienem|lyhyem|matalam|alem|nuorem|lähem|aiem|aikaisem|kapeam|kylmem|halvem|kevyem)/iu,
    "less",
  ],
];

/** Words of Finnish that claim something about numbers. */
export const claimWords: ClaimWords = {
  neutral: (word) => NEUTRAL.test(word),
  clauses,
  parts: (subject) => subject.split(/,? (?:ja|sekä) |, /iu).filter((part) => part.trim() !== ""),
  moves,
  negated: (before) => NEGATED.test(before),
  told: (clause) =>
    /(?<!\p{L})(?:nyt|nykyisin|tänään|yhä|oli|olivat|sitten|viime (?:vuonna|vuoden|kevään|keväänä|syksynä|kesänä|talvena)|(?:on|ovat) (?:\p{L}+ )?\p{L}+(?:nut|nyt|neet))(?!\p{L})/iu.test(
      clause,
    ),
  unreal: (clause) => UNREAL.test(clause) || ABOUT_TARGET.test(clause),
  steady: (clause) =>
    STEADY.test(clause) && !/(?:paitsi|lukuun ottamatta|yhtä lukuun|lähes joka|melkein joka)/iu.test(clause),
  window,
  moment: dated,
  opens,
  onlyTimes,
  agoNear,
  turned:
    /(?<!\p{L})(?:mutta|kuitenkin|enää|nyt|nykyään|uus\p{L}*|uude\p{L}*|jo|vielä|yhä|kun|jälkeen|ennen|lähtien|alkaen|taas|alka\p{L}*|loppu\p{L}*|muuttu\p{L}*|viime|eivät|ei|\p{L}{2,}(?:nut|nyt|neet|ttu|tty|ttiin|ivat|ivät|si|oi|ui|ei))(?!\p{L})/iu,
  remains:
    /(?<!\p{L})(?:on |ovat )?(?:pysy(?:nyt|neet|y|vät|i|ivät)|säily(?:nyt|neet|y|vät|i|ivät)) (?:korkea|hyvä|matala|vahva|vakaa|samana|samalla|ennalla|enna\p{L}*|yhtä|huono)\p{L}*/iu,
  nearest: /(?<!\p{L})(?:lähimpänä|lähimmäksi|lähimmäs) /iu,
  size: sizeReader(SIZES),
  goesOn: (clause) => /(?<!\p{L})(?:tasaisesti|yhä vain|jatkuvasti)(?!\p{L})/iu.test(clause),
  never: (clause) => /(?<!\p{L})(?:kertaakaan|koskaan|yhtenäkään|minään)(?!\p{L})/iu.test(clause),
  joint: (words) => /(?<!\p{L})(?:yhteensä|yhdessä)(?!\p{L})/iu.test(words),
  run: (clause) => {
    const n =
      /(?<!\p{L})(?<n>\p{L}+|\d+) (?:vuotta|neljännestä|kuukautta|viikkoa) (?:peräkkäin|putkeen)(?!\p{L})/iu.exec(
        clause,
      )?.groups?.["n"];
    return n === undefined || countOf(n) === 0 ? undefined : countOf(n);
  },
  recent: (clause) =>
    /(?<!\p{L})yhä (?:useam|enem|vähem|harvem|pidem|lyhyem|suurem|pienem)|(?<!\p{L})(?:nyt|nykyisin|viime aikoina|taas|jälleen)(?!\p{L})/iu.test(
      clause,
    ),
  counts: (clause) => {
    const n = /(?<!\p{L})(kaksi|kolme|neljä|viisi) \p{L}+(?:ta|tä|a|ä)(?!\p{L})/iu.exec(clause)?.[1];
    return n === undefined ? undefined : countOf(n);
  },
  comparison,
  standard,
  distance,
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
  relation: (text) => {
    const match = RELATION.exec(text);
    const [one, other] = [match?.[1], match?.[2]].map(
      (word = "") => WAYS.find(([way]) => way.test(word))?.[1],
    );
    if (one === undefined || other === undefined) return undefined;
    return one === other ? "same" : "opposite";
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
    least: /(?<!\p{L})(?:vähintään|ainakin)$/iu,
    about: /(?<!\p{L})(?:noin|lähes|melkein|liki|vajaa|vajaat|vain|suunnilleen)$/iu,
    partitive: /^\s+(?:\p{L}+ )?\p{L}+(?:sta|stä|sia|siä)(?!\p{L})/iu,
    numbersIn,
  }),
  role: (before, after, { text } = { text: "" }) => {
    if (/(?<!\p{L})(?:tavoite|tavoitteena|raja|normi)(?: (?:on|oli))? $/iu.test(before)) return "target";
    const unit = /^\s*(?<word>\p{L}+)/u.exec(after)?.groups?.["word"] ?? "";
    const said = `${text} ${unit}`;
    if (distance(before, after) !== undefined) return "by";
    const leads = moves(before).length > 0 || INTO.test(after);
    if ((leads && /(?:sta|stä)$/iu.test(unit)) || /prosentista$|eurosta$|pisteestä$|%:sta$/iu.test(text))
      return "from";
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
  momentNear: datedNear,
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
  head: (compound, word) => {
    const stem = word.slice(0, Math.max(SHORTEST_HEAD, word.length - 2));
    const at = compound.lastIndexOf(stem);
    return word.length >= SHORTEST_HEAD && at > 2 && compound.length - at - stem.length <= ENDING;
  },
  joined: (between) => /(?<!\p{L})ja(?!\p{L})/u.test(between),
  most: (clause) => /(?<!\p{L})(?:suurin osa|valtaosa|enemmistö)(?!\p{L})/iu.exec(clause)?.[0],
};
