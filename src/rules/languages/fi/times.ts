import type { Moment, Window } from "../reading/claims.ts";
import { MONTHS } from "./lists.ts";

const SEASONS: Readonly<Record<string, number>> = { kevää: 3, kevä: 3, kesä: 6, syksy: 9, talve: 12 };
const NUMBERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:yks|yhde|yht)/iu, 1],
  [/^(?:kaks|kahde|kaht)/iu, 2],
  [/^kolme/iu, 3],
  [/^neljä/iu, 4],
  [/^vii(?:s|d|t)/iu, 5],
  [/^kuu(?:s|d|t)/iu, 6],
  [/^seitsemä/iu, 7],
  [/^kahdeks/iu, 8],
  [/^yhdeks/iu, 9],
  [/^kymmen/iu, 10],
  [/^kahdentoista|^kaksitoista/iu, 12],
];

export const countOf = (word: string): number =>
  /^\d/.test(word)
    ? Number(word)
    : (NUMBERS.toSorted((a, b) => b[0].source.length - a[0].source.length).find(([form]) =>
        form.test(word),
      )?.[1] ?? 0);

const YEAR = "(?<year>(?:19|20)\\d{2})";
const MONTH = `(?<month>${MONTHS.join("|")})kuu\\p{L}*`;
const SEASON = "(?<season>kevää|kevä|kesä|syksy|talve)\\p{L}*";
/** "vuodesta 2022", "tammikuusta 2025", "keväästä 2025" */
const SINCE = new RegExp(
  `(?<!\\p{L})(?:(?:vuoden )?(?:alusta )?vuodesta ${YEAR}|(?:${MONTH.replace("kuu\\p{L}*", "kuusta")}|(?<season>keväästä|kesästä|syksystä|talvesta))(?: ${YEAR.replace("year", "year2")})?)(?! \\p{L}+ vuoteen)`,
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

export function moment(groups: Readonly<Record<string, string | undefined>>): Moment | undefined {
  const month = monthOf(groups);
  const year = groups["year"] ?? groups["year2"];
  if (month === undefined && year === undefined) return undefined;
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(month === undefined ? {} : { month }),
  };
}

export function window(clause: string): Window | undefined {
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
  if (
    /(?:vuotta aiemmin|vuosi sitten|vuoden takai|viime vuode(?:sta|en)|edellisvuode|(?:viime|viimeisen|kuluneen) vuoden aikana)/iu.test(
      clause,
    )
  )
    return { kind: "year" };
  if (/(?<!\p{L})viime (?:neljänne|kuu|viiko)/iu.test(clause)) return { kind: "previous" };
  const back = BACK.exec(clause)?.groups;
  if (back === undefined) return undefined;
  const { n, unit = "", one } = back;
  // "laski viidenneksen vuodessa": a fifth, and not five years.
  const count = n === undefined || /nnekse|osa/u.test(n) ? 1 : countOf(n);
  // "puolessa vuodessa" and other words are no counts.
  return count === 0 && one === undefined
    ? undefined
    : { kind: "back", months: (count || 1) * monthsOf((one ?? unit).toLowerCase()) };
}

const DATED = new RegExp(
  `(?<!\\p{L})(?:vuonna ${YEAR}|viime (?:${MONTH}|${SEASON})|(?:${MONTH.replace("<month>", "<month2>").replace("\\p{L}*", "ssa")})(?: ${YEAR.replace("year", "year2")})?|(?<season2>keväällä|kesällä|syksyllä|talvella)(?: ${YEAR.replace("year", "year3")})?)`,
  "giu",
);

const OPENS = new RegExp(
  `^\\P{L}*(?:kuin )?(?:viime |tämä |tämän vuoden )?(?:(?<month>${MONTHS.join("|")})kuu|(?<season>kevät|kesä|syksy|talvi)|vuosi(?= (?:19|20)))(?: (?<year>(?:19|20)\\d{2}))?(?!\\p{L})`,
  "iu",
);
const OPENS_PART =
  /^\P{L}*(?:kuin )?(?:vuoden (?<year>(?:19|20)\d{2}) )?(?<nth>ensimmäinen|toinen|kolmas|neljäs|viimeinen) (?:vuosi)?neljännes/iu;
const QUARTERS = "ensimmäinen toinen kolmas neljäs viimeinen".split(" ");

/** The time that a text begins with, in the nominative. */
export function opens(text: string): Moment | undefined {
  const part = OPENS_PART.exec(text)?.groups;
  if (part !== undefined) {
    const { nth = "", year } = part;
    const month = 3 * Math.min(QUARTERS.indexOf(nth.toLowerCase()), 3) + 1;
    return year === undefined ? undefined : { year: Number(year), month };
  }
  const { month, season, year }: Partial<Record<string, string>> = OPENS.exec(text)?.groups ?? {};
  return moment({ month, season: season?.toLowerCase() === "talvi" ? "talve" : season, year });
}

export function onlyTimes(clause: string): number | undefined {
  const { once, n } =
    /(?<!\p{L})(?:vain|ainoastaan) (?:(?<once>kerran)|(?<n>\p{L}+|\d+) kertaa)(?!\p{L})/iu.exec(clause)
      ?.groups ?? {};
  if (once !== undefined) return 1;
  const count = n === undefined ? 0 : countOf(n);
  return count > 0 ? count : undefined;
}

/** "19 vuosi sitten" */
export const agoNear = (after: string): Window | undefined =>
  /^(?: \p{L}+)? (?:vuosi sitten|vuotta aiemmin)(?!\p{L})/iu.test(after) ? { kind: "year" } : undefined;

export const dated = (clause: string): Moment | undefined => placedMoments(clause)[0]?.at;

function placedMoments(
  clause: string,
): readonly { readonly index: number; readonly end: number; readonly at: Moment }[] {
  return [...clause.matchAll(DATED)].flatMap(({ 0: text, index, groups = {} }) => {
    const { month, month2, season, season2, year, year2, year3 }: Partial<Record<string, string>> = groups;
    const at = moment({ month: month ?? month2, season: season ?? season2, year: year ?? year2 ?? year3 });
    return at === undefined ? [] : [{ index, end: index + text.length, at }];
  });
}

/** The time that stands next to a place of a clause: before it, or else behind it with no other number between. */
export function datedNear(clause: string, from: number, to: number): Moment | undefined {
  const all = placedMoments(clause);
  const before = all.findLast(({ end }) => end <= from && !/\d|;| ja /u.test(clause.slice(end, from)));
  const behind = all.find(({ index }) => index >= to && !/\d|,|;| ja /u.test(clause.slice(to, index)));
  return (before ?? behind)?.at;
}
