import { APPENDIX_PHRASES } from "./de/appendix.ts";
import { CHANGE_PHRASES } from "./de/changes.ts";
import { CHART_PHRASES } from "./de/charts.ts";
import { DECIDED_PHRASES } from "./de/decided.ts";
import { FIGURE_PHRASES } from "./de/figures.ts";
import { MAIL_PHRASES } from "./de/mail.ts";
import { SHARED_PHRASES } from "./de/shared.ts";
import { SLIDE_PHRASES } from "./de/slides.ts";
import { unitWord } from "./de/units.ts";
import type { LocaleWords } from "./locale.ts";

const DAY = "{day}.\u00a0{month}";

/** Endings of a comparative: "niedriger", "niedrigere", "niedrigeren". */
const COMPARED = "(?:e[mnrs]?)?";

export const deDE: LocaleWords = {
  tag: "de-DE",
  direction: "ltr",
  emphasis: "italic",
  missing: "–",
  numbers: { decimal: ",", group: ".", groupFrom: 4, minus: "−", plus: "+", identifier: "407" },
  patterns: {
    percent: "{n}\u00a0%",
    currency: "{n}\u00a0{unit}",
    unit: "{n} {unit}",
    scaled: "{n} {scale}",
    scaledShort: "{n}\u00a0{scale}",
    unitScaled: "{scale} {unit}",
    range: "{low}–{high}",
    rangeSigned: "{low} bis {high}",
  },
  scales: [
    { name: "thousand", power: 3, long: { other: "Tsd." }, short: "Tsd.", prose: true, tables: true },
    {
      name: "million",
      power: 6,
      long: { one: "Million", other: "Millionen" },
      short: "Mio.",
      prose: true,
      tables: true,
    },
    {
      name: "billion",
      power: 9,
      long: { one: "Milliarde", other: "Milliarden" },
      short: "Mrd.",
      prose: true,
      tables: true,
    },
  ],
  spaced: true,
  marks: { colon: ": ", comma: ", ", semicolon: "; ", stop: ". ", dash: " – " },
  currencies: {
    EUR: { text: { other: "Euro" }, short: "€" },
    CHF: { text: { other: "Franken" }, short: "CHF" },
    USD: { text: { other: "US-Dollar" }, short: "US-$" },
    GBP: { text: { other: "Pfund" }, short: "£" },
  },
  points: {
    text: { one: "Prozentpunkt", other: "Prozentpunkte" },
    short: "%-Pkt.",
    alone: "Prozentpunkte",
  },
  unitWord,
  months: {
    long: [
      "Januar",
      "Februar",
      "März",
      "April",
      "Mai",
      "Juni",
      "Juli",
      "August",
      "September",
      "Oktober",
      "November",
      "Dezember",
    ],
    short: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
  },
  weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
  dates: {
    long: `${DAY} {year}`,
    short: "{day}.{monthNumber}.{year}",
    dayMonth: "{day}.{monthNumber}.",
    monthYear: "{month} {year}",
    weekday: `{weekday}, ${DAY} {year}`,
  },
  time: "{hour}:{minute}\u00a0Uhr",
  periods: {
    year: { long: "{year}", short: "{year}", withinYear: "{year}" },
    "half-year": {
      long: "{part}.\u00a0Halbjahr {year}",
      short: "H{part} {year}",
      withinYear: "H{part}",
    },
    quarter: {
      long: "{part}.\u00a0Quartal {year}",
      short: "Q{part} {year}",
      withinYear: "Q{part}",
    },
    month: { long: "{month} {year}", short: "{shortMonth} {year}", withinYear: "{shortMonth}" },
    week: { long: "KW\u00a0{part}/{year}", short: "KW\u00a0{part}/{year}", withinYear: "KW\u00a0{part}" },
    day: {
      long: `${DAY} {year}`,
      short: "{day}.{monthNumber}.{year}",
      withinYear: "{day}.{monthNumber}.",
    },
  },
  quotes: { outer: ["„", "“"], inner: ["‚", "‘"] },
  directions: {
    downAfter: `(?:weniger|(?:seltener|niedriger|geringer|kleiner|kürzer|günstiger|billiger|schwächer|langsamer|tiefer)${COMPARED}|gesunken|sinken|gefallen|zurückgegangen|abgenommen|geschrumpft|gesenkt|verringert|reduziert|verloren|Rückgang|Senkung|Verringerung|Abnahme|Minderung)`,
    upAfter: `(?:mehr|(?:häufiger|höher|größer|länger|teurer|stärker|schneller)${COMPARED}|gestiegen|steigen|gewachsen|zugenommen|angestiegen|erhöht|gesteigert|Anstieg|Zuwachs|Zunahme|Erhöhung|Steigerung|Wachstum)`,
    downBefore:
      "(?:sank|sanken|sinkt|sinken|fiel|fielen|fällt|fallen|schrumpfte|schrumpft|verlor|verloren|verliert|senkt|senkte|senken|verringert|verringerte|reduziert|reduzierte|abnahm|zurückging|Rückgang|Minus|minus)(?: um| von)?",
    upBefore:
      "(?:stieg|stiegen|steigt|steigen|wuchs|wuchsen|wächst|wachsen|gewann|gewinnt|erhöht|erhöhte|steigert|steigerte|zunahm|Anstieg|Zuwachs|Plus|plus)(?: um| von)?",
  },
  withNumbers: {
    before:
      "[Ss]eiten?|[Ff]olien?|KW|[Ww]oche|[Ee]inw[aä]nde?|[Vv]ersion(?:en)?|[Nn]r\\.|[Gg]rund|[Bb]elege?|[Pp]hase|[Ss]tufe|[Ww]elle|[Aa]nlage|[Aa]bs\\.|§",
    after:
      "Prozent|Tagen?|Tage?|Wochen?|Monate?n?|Jahre?n?|Quartale?n?|Stunden?|Minuten?|Sekunden?|Uhr|Stück|Mal|h|min|km|kg|t|[kMG]W|[kMGT]Wh|[kMGT]B",
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
