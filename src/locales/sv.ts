import type { LocaleWords } from "./locale.ts";
import { APPENDIX_PHRASES } from "./sv/appendix.ts";
import { CHANGE_PHRASES } from "./sv/changes.ts";
import { CHART_PHRASES } from "./sv/charts.ts";
import { DECIDED_PHRASES } from "./sv/decided.ts";
import { FIGURE_PHRASES } from "./sv/figures.ts";
import { MAIL_PHRASES } from "./sv/mail.ts";
import { SHARED_PHRASES } from "./sv/shared.ts";
import { SLIDE_PHRASES } from "./sv/slides.ts";
import { unitWord } from "./sv/units.ts";

const DAY = "{day} {month}";

/** Swedish as written in Sweden, which also serves Finland. */
export const svSE: LocaleWords = {
  tag: "sv-SE",
  direction: "ltr",
  emphasis: "italic",
  missing: "–",
  numbers: { decimal: ",", group: "\u00a0", groupFrom: 4, minus: "−", plus: "+", identifier: "41D" },
  patterns: {
    percent: "{n}\u00a0%",
    currency: "{n}\u00a0{unit}",
    unit: "{n} {unit}",
    scaled: "{n} {scale}",
    scaledShort: "{n}\u00a0{scale}",
    unitScaled: "{scale} {unit}",
    range: "{low}–{high}",
    rangeSigned: "{low} till {high}",
  },
  scales: [
    { name: "thousand", power: 3, long: { other: "tusen" }, short: "tusen", prose: true, tables: true },
    {
      ...{ name: "million", power: 6, long: { one: "miljon", other: "miljoner" }, short: "mn" },
      ...{ prose: true, tables: true },
    },
    {
      ...{ name: "billion", power: 9, long: { one: "miljard", other: "miljarder" }, short: "md" },
      ...{ prose: true, tables: true },
    },
  ],
  halves: ["första halvåret", "andra halvåret"],
  spaced: true,
  marks: { colon: ": ", comma: ", ", semicolon: "; ", stop: ". ", dash: " – " },
  currencies: {
    SEK: { text: { one: "krona", other: "kronor" }, short: "kr" },
    EUR: { text: { other: "euro" }, short: "euro" },
    NOK: { text: { one: "norsk krona", other: "norska kronor" }, short: "NOK" },
    DKK: { text: { one: "dansk krona", other: "danska kronor" }, short: "DKK" },
    USD: { text: { other: "dollar" }, short: "USD" },
    GBP: { text: { other: "pund" }, short: "GBP" },
  },
  points: { text: { one: "procentenhet", other: "procentenheter" }, short: "p.e.", alone: "procentenheter" },
  unitWord,
  months: {
    long: [
      ...["januari", "februari", "mars", "april", "maj", "juni"],
      ...["juli", "augusti", "september", "oktober", "november", "december"],
    ],
    short: ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
  },
  weekdays: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
  dates: {
    long: `${DAY} {year}`,
    short: "{day} {shortMonth} {year}",
    dayMonth: DAY,
    monthYear: "{month} {year}",
    weekday: `{weekday} ${DAY} {year}`,
  },
  time: "kl.\u00a0{hour}.{minute}",
  periods: {
    year: { long: "{year}", short: "{year}", withinYear: "{year}" },
    "half-year": { long: "{half} {year}", short: "H{part} {year}", withinYear: "H{part}" },
    quarter: { long: "kvartal {part} {year}", short: "kv {part} {year}", withinYear: "kv {part}" },
    month: { long: "{month} {year}", short: "{shortMonth} {year}", withinYear: "{shortMonth}" },
    week: {
      ...{ long: "vecka {part} {year}", short: "v.\u00a0{part} {year}", withinYear: "v.\u00a0{part}" },
    },
    day: { long: `${DAY} {year}`, short: "{day} {shortMonth} {year}", withinYear: "{day} {shortMonth}" },
  },
  quotes: { outer: ["”", "”"], inner: ["’", "’"] },
  directions: {
    downAfter:
      "(?:mindre|färre|lägre|kortare|billigare|svagare|långsammare|(?:har |hade )?(?:minskat|sjunkit|fallit|gått ner|sänkts)|minskning|nedgång|sänkning|fall)",
    upAfter:
      "(?:mer|fler|högre|längre|dyrare|starkare|snabbare|(?:har |hade )?(?:ökat|stigit|vuxit|gått upp|höjts)|ökning|uppgång|höjning|tillväxt)",
    downBefore:
      "(?:sjönk|sjunker|minskade|minskar|minskat|sjunkit|fallit|föll|faller|sänkte|sänker|sänktes|minskning(?:en)?|nedgång(?:en)?|sänkning(?:en)?|under)(?: med| på)?",
    upBefore:
      "(?:steg|stiger|ökade|ökar|ökat|stigit|vuxit|växte|växer|höjde|höjer|höjdes|ökning(?:en)?|uppgång(?:en)?|höjning(?:en)?|över)(?: med| på)?",
  },
  withNumbers: {
    before:
      "[Ss]id(?:an|orna|or|a)|[Bb]ild(?:en|erna|er)?|[Vv]ecka|v\\.|[Ii]nvändning(?:arna|ar|en)?|[Vv]ersion(?:er|en)?|[Nn]r|kl\\.|[Kk]vartal|kv|[Ss]käl(?:et)?|[Ss]teg(?:et)?|[Ff]as(?:en)?|[Bb]ilaga|§",
    after:
      "procent|dag(?:ar)?|veck(?:a|or)|månad(?:er)?|år|kvartal|timm(?:e|ar)|minut(?:er)?|sekund(?:er)?|stycken|st|gånger|tkr|mkr|min|tim|h|km|kg|ton|[kMG]W|[kMGT]Wh|[kMGT]B",
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
