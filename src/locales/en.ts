import { APPENDIX_PHRASES } from "./en/appendix.ts";
import { CHANGE_PHRASES } from "./en/changes.ts";
import { CHART_PHRASES } from "./en/charts.ts";
import { DECIDED_PHRASES } from "./en/decided.ts";
import { FIGURE_PHRASES } from "./en/figures.ts";
import { MAIL_PHRASES } from "./en/mail.ts";
import { SHARED_PHRASES } from "./en/shared.ts";
import { SLIDE_PHRASES } from "./en/slides.ts";
import type { LocaleWords } from "./locale.ts";

/** Units whose singular no rule finds. */
const SINGULARS: Readonly<Record<string, string>> = {
  people: "person",
  men: "man",
  women: "woman",
  children: "child",
  analyses: "analysis",
  crises: "crisis",
};

/** "tickets" for 1 is "ticket"; what follows "per", "of" or "a" stays as it is. */
function unitWord(unit: string, category: Intl.LDMLPluralRule): string {
  if (category !== "one") return unit;
  const match = /^(.*?)(\p{L}+)((?: (?:per|of|a|an|in)\b.*|\/.*)?)$/u.exec(unit);
  const [, before = "", noun = unit, after = ""] = match ?? [];
  return before + singular(noun) + after;
}

function singular(noun: string): string {
  const known = Object.hasOwn(SINGULARS, noun) ? SINGULARS[noun] : undefined;
  if (known !== undefined) return known;
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(noun)) return noun.slice(0, -2);
  return /[a-z][^sui\W]s$/.test(noun) ? noun.slice(0, -1) : noun;
}

export const enGB: LocaleWords = {
  tag: "en-GB",
  direction: "ltr",
  emphasis: "italic",
  missing: "–",
  numbers: { decimal: ".", group: ",", groupFrom: 4, minus: "−", plus: "+" },
  patterns: {
    percent: "{n}%",
    currency: "{unit} {n}",
    unit: "{n} {unit}",
    scaled: "{n} {scale}",
    scaledShort: "{n}{scale}",
    unitScaled: "{unit} {scale}",
    range: "{low}–{high}",
    rangeSigned: "{low} to {high}",
  },
  scales: [
    { name: "thousand", power: 3, long: { other: "thousand" }, short: "k", prose: true, tables: true },
    { name: "million", power: 6, long: { other: "million" }, short: "m", prose: true, tables: true },
    { name: "billion", power: 9, long: { other: "billion" }, short: "bn", prose: true, tables: true },
  ],
  spaced: true,
  marks: { colon: ": ", comma: ", ", semicolon: "; ", stop: ". ", dash: " – " },
  currencies: {},
  points: { text: { one: "point", other: "points" }, short: "pp", alone: "percentage points" },
  unitWord,
  months: {
    long: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  },
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  dates: {
    long: "{day} {month} {year}",
    short: "{day} {shortMonth} {year}",
    dayMonth: "{day} {month}",
    monthYear: "{month} {year}",
    weekday: "{weekday} {day} {month} {year}",
  },
  time: "{hour2}:{minute}",
  periods: {
    year: { long: "{year}", short: "{year}", withinYear: "{year}" },
    "half-year": { long: "H{part} {year}", short: "H{part} {year}", withinYear: "H{part}" },
    quarter: { long: "Q{part} {year}", short: "Q{part} {year}", withinYear: "Q{part}" },
    month: { long: "{month} {year}", short: "{shortMonth} {year}", withinYear: "{shortMonth}" },
    week: { long: "week {part}, {year}", short: "W{part} {year}", withinYear: "W{part}" },
    day: {
      long: "{day} {month} {year}",
      short: "{day} {shortMonth} {year}",
      withinYear: "{day} {shortMonth}",
    },
  },
  quotes: { outer: ["“", "”"], inner: ["‘", "’"] },
  directions: {
    downAfter: "less|fewer|lower|below|under|smaller|cheaper|shorter|decrease|reduction|drop|decline",
    upAfter: "more|higher|above|larger|longer|increase|rise|growth",
    downBefore:
      "(?:fell|falls?|fallen|falling|dropped|drops?|declined?|decreased?|sank|shrank|lost|loses?|cut|cuts|reduced?|lowered|down|below|under)(?: by)?",
    upBefore:
      "(?:rose|rises?|risen|rising|grew|grows?|grown|growing|gained?|gains|increased?|raised?|up|above|over)(?: by)?",
  },
  withNumbers: {
    before: "[Pp]ages?|[Ss]lides?|[Ww]eeks?|[Oo]bjections?|[Vv]ersions?|[Nn]o\\.",
    after: "pts?|per cent|percent|days?|weeks?|months?|years?|hours?|minutes?|min|h|km|kg|[kMG]W|[kMGT]B",
  },
  // Sentences that the product writes by itself, a file of en/ each. {{name}} is filled in; see createPhrasebook for the helpers.
  phrases: {
    ...SHARED_PHRASES,
    ...SLIDE_PHRASES,
    ...APPENDIX_PHRASES,
    ...CHANGE_PHRASES,
    ...CHART_PHRASES,
    ...DECIDED_PHRASES,
    ...FIGURE_PHRASES,
    ...MAIL_PHRASES,
  },
};

/** Words that America spells in another way; capitals are kept. */
const AMERICAN: readonly (readonly [british: RegExp, american: string])[] = [
  [/(?<=[Cc]olo)ur/g, "r"],
  [/(?<=[Ss])ceptic/g, "keptic"],
  [/(?<=[Oo]rgani)s(?=ation)/g, "z"],
  [/\bgrey\b/g, "gray"],
];
/** Phrases with a list of three or more, which America ends with a comma before its last item. */
const LISTS = /\.alt$|^decision\.how/;

/** The phrases of en-GB in American spelling, with serial commas. */
function american<Table extends Readonly<Record<string, string>>>(phrases: Table): Table {
  const spelt = Object.entries(phrases).map(([name, phrase]) => {
    const listed = LISTS.test(name) ? phrase.replace(/(, [a-z ]+) (and|or) (?=[a-z])/g, "$1, $2 ") : phrase;
    return [name, AMERICAN.reduce((text, [from, to]) => text.replace(from, to), listed)];
  });
  return Object.fromEntries(spelt) as Table;
}

/** American dates, times, lists and spelling; the sentences are those of en-GB. */
export const enUS: LocaleWords = {
  ...enGB,
  tag: "en-US",
  time: "{hour12}:{minute} {half}",
  scales: enGB.scales.map((scale) => ({ ...scale, short: scale.short.charAt(0).toUpperCase() })),
  phrases: american(enGB.phrases),
  dates: {
    long: "{month} {day}, {year}",
    short: "{shortMonth} {day}, {year}",
    dayMonth: "{month} {day}",
    monthYear: "{month} {year}",
    weekday: "{weekday}, {month} {day}, {year}",
  },
  periods: {
    ...enGB.periods,
    day: {
      long: "{month} {day}, {year}",
      short: "{shortMonth} {day}, {year}",
      withinYear: "{shortMonth} {day}",
    },
  },
};
