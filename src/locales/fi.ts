import { APPENDIX_PHRASES } from "./fi/appendix.ts";
import { CHANGE_PHRASES } from "./fi/changes.ts";
import { CHART_PHRASES } from "./fi/charts.ts";
import { DECIDED_PHRASES } from "./fi/decided.ts";
import { FIGURE_PHRASES } from "./fi/figures.ts";
import { MAIL_PHRASES } from "./fi/mail.ts";
import { SHARED_PHRASES } from "./fi/shared.ts";
import { SLIDE_PHRASES } from "./fi/slides.ts";
import { unitWord } from "./fi/units.ts";
import type { LocaleWords } from "./locale.ts";

/** A day as it is said in a sentence: "viimeistään 4. joulukuuta 2026". */
const DAY = "{day}.\u00a0{month}ta";

export const fiFI: LocaleWords = {
  tag: "fi-FI",
  direction: "ltr",
  emphasis: "italic",
  missing: "–",
  numbers: { decimal: ",", group: "\u00a0", groupFrom: 4, minus: "−", plus: "+", identifier: "40B" },
  patterns: {
    percent: "{n}\u00a0%",
    currency: "{n}\u00a0{unit}",
    unit: "{n} {unit}",
    scaled: "{n} {scale}",
    scaledShort: "{n}\u00a0{scale}",
    unitScaled: "{scale} {unit}",
    range: "{low}–{high}",
    rangeSigned: "{low}\u00a0… {high}",
  },
  scales: [
    {
      name: "thousand",
      power: 3,
      long: { one: "tuhat", other: "tuhatta" },
      short: "tuh.",
      prose: true,
      tables: true,
    },
    {
      name: "million",
      power: 6,
      long: { one: "miljoona", other: "miljoonaa" },
      short: "milj.",
      prose: true,
      tables: true,
    },
    {
      name: "billion",
      power: 9,
      long: { one: "miljardi", other: "miljardia" },
      short: "mrd.",
      prose: true,
      tables: true,
    },
  ],
  spaced: true,
  marks: { colon: ": ", comma: ", ", semicolon: "; ", stop: ". ", dash: " – " },
  currencies: {
    EUR: { text: { one: "euro", other: "euroa" }, short: "€" },
    USD: { text: { one: "dollari", other: "dollaria" }, short: "$" },
    GBP: { text: { one: "punta", other: "puntaa" }, short: "£" },
  },
  points: {
    text: { one: "prosenttiyksikkö", other: "prosenttiyksikköä" },
    short: "%-yks.",
    alone: "prosenttiyksikköä",
  },
  unitWord,
  months: {
    long: [
      "tammikuu",
      "helmikuu",
      "maaliskuu",
      "huhtikuu",
      "toukokuu",
      "kesäkuu",
      "heinäkuu",
      "elokuu",
      "syyskuu",
      "lokakuu",
      "marraskuu",
      "joulukuu",
    ],
    short: [
      "tammi",
      "helmi",
      "maalis",
      "huhti",
      "touko",
      "kesä",
      "heinä",
      "elo",
      "syys",
      "loka",
      "marras",
      "joulu",
    ],
  },
  weekdays: ["maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"],
  dates: {
    long: `${DAY} {year}`,
    short: "{day}.{monthNumber}.{year}",
    dayMonth: "{day}.{monthNumber}.",
    monthYear: "{month} {year}",
    weekday: `{weekday} ${DAY} {year}`,
  },
  time: "{hour}.{minute}",
  periods: {
    year: { long: "{year}", short: "{year}", withinYear: "{year}" },
    "half-year": { long: "H{part}/{year}", short: "H{part}/{year}", withinYear: "H{part}" },
    quarter: { long: "Q{part}/{year}", short: "Q{part}/{year}", withinYear: "Q{part}" },
    month: { long: "{month} {year}", short: "{shortMonth} {year}", withinYear: "{shortMonth}" },
    week: { long: "viikko {part}/{year}", short: "vk {part}/{year}", withinYear: "vk {part}" },
    day: {
      long: `${DAY} {year}`,
      short: "{day}.{monthNumber}.{year}",
      withinYear: "{day}.{monthNumber}.",
    },
  },
  quotes: { outer: ["”", "”"], inner: ["’", "’"] },
  directions: {
    downAfter:
      "vähemmän|harvemmin|pienempi|pienempää|matalampi|matalammalla|alempi|alempana|alle|lyhyempi|halvempi|vähennys|lasku|pudotus",
    upAfter:
      "enemmän|useammin|suurempi|suurempaa|korkeampi|korkeammalla|ylempänä|pidempi|kalliimpi|lisäys|nousu|kasvu",
    downBefore:
      "(?:laskee|laski|laskenut|laskevat|laskivat|putoaa|putosi|pudonnut|putosivat|vähenee|väheni|vähentynyt|vähenivät|pienenee|pieneni|pienentynyt|pienenivät|heikkeni|lyheni|lyhentynyt|menetti|menetimme|leikkaa|leikkasi|alentaa|alensi|vähentää|vähensi|pienentää|pienensi|miinus|alle)",
    upBefore:
      "(?:nousee|nousi|noussut|nousevat|nousivat|kasvaa|kasvoi|kasvanut|kasvavat|kasvoivat|lisääntyy|lisääntyi|lisääntynyt|lisäsi|lisää|pitenee|piteni|kallistui|paransi|nostaa|nosti|kasvattaa|kasvatti|yli)",
  },
  withNumbers: {
    monthEndings: "(?:ta|n|na|ssa|sta|hun|lla|lle)?",
    before:
      "[Ss]ivu|[Ss]ivulla|[Dd]ia|[Vv]iikko|[Vv]iikolla|[Vv]k|[Vv]astaväite|[Vv]ersio|[Vv]ersiosta|[Pp]eruste|[Nn]äyttö|[Kk]lo|[Nn]ro",
    after:
      "%|prosentti(?:a|n)?|päivä(?:ä|n)?|viik(?:ko|koa|on)|kuukau(?:tta|si|den)|vuo(?:tta|si|den)|tun(?:ti|tia|nin)|minuut(?:ti|tia|in)|euron|kpl|kertaa|h|min|km|kg|[kMG]W|[kMGT]B",
  },
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
