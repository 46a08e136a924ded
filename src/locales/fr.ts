import { APPENDIX_PHRASES } from "./fr/appendix.ts";
import { CHANGE_PHRASES } from "./fr/changes.ts";
import { CHART_PHRASES } from "./fr/charts.ts";
import { DECIDED_PHRASES } from "./fr/decided.ts";
import { FIGURE_PHRASES } from "./fr/figures.ts";
import { MAIL_PHRASES } from "./fr/mail.ts";
import { SHARED_PHRASES } from "./fr/shared.ts";
import { SLIDE_PHRASES } from "./fr/slides.ts";
import { counted, unitWord } from "./fr/units.ts";
import type { LocaleWords } from "./locale.ts";

const DAY = "{nth}\u00a0{month}";

/** Endings of adjectives and participles: "réduits", "réduites". */
const AGREED = "(?:e?s?)";

/** French as written in France, which also serves other countries. */
export const frFR: LocaleWords = {
  tag: "fr-FR",
  direction: "ltr",
  emphasis: "italic",
  missing: "–",
  numbers: { decimal: ",", group: "\u202f", groupFrom: 4, minus: "−", plus: "+", identifier: "40C" },
  patterns: {
    percent: "{n}\u00a0%",
    currency: "{n}\u00a0{unit}",
    currencyShort: "{n}{unit}",
    unit: "{n} {unit}",
    scaled: "{n} {scale}",
    scaledShort: "{n}\u00a0{scale}",
    unitScaled: "{scale} {unit}",
    range: "{low}–{high}",
    rangeSigned: "{low} à {high}",
  },
  scales: [
    {
      ...{ name: "thousand", power: 3, long: { one: "millier", other: "milliers" }, short: "k" },
      ...{ prose: true, tables: true },
    },
    {
      ...{ name: "million", power: 6, long: { one: "million", other: "millions" }, short: "M" },
      ...{ prose: true, tables: true },
    },
    {
      ...{ name: "billion", power: 9, long: { one: "milliard", other: "milliards" }, short: "Md" },
      ...{ prose: true, tables: true },
    },
  ],
  counted,
  halves: ["1er semestre", "2e semestre"],
  ordinals: { first: "1er", other: "{n}e" },
  spaced: true,
  marks: { colon: "\u00a0: ", comma: ", ", semicolon: "\u202f; ", stop: ". ", dash: " – " },
  spaceBefore: { ";": "\u202f", "!": "\u202f", "?": "\u202f", ":": "\u00a0", "»": "\u00a0" },
  currencies: {
    EUR: { text: { one: "euro", other: "euros" }, short: "€" },
    CHF: { text: { one: "franc suisse", other: "francs suisses" }, short: "CHF" },
    USD: { text: { one: "dollar", other: "dollars" }, short: "$" },
    GBP: { text: { one: "livre", other: "livres" }, short: "£" },
  },
  points: { text: { one: "point", other: "points" }, short: "pt", alone: "points de pourcentage" },
  unitWord,
  months: {
    long: [
      ...["janvier", "février", "mars", "avril", "mai", "juin"],
      ...["juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    ],
    short: [
      ...["janv.", "févr.", "mars", "avr.", "mai", "juin"],
      ...["juil.", "août", "sept.", "oct.", "nov.", "déc."],
    ],
  },
  weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  dates: {
    long: `${DAY} {year}`,
    short: "{nth}\u00a0{shortMonth} {year}",
    dayMonth: DAY,
    monthYear: "{month} {year}",
    weekday: `{weekday} ${DAY} {year}`,
  },
  time: "{hour}\u00a0h\u00a0{minute}",
  periods: {
    year: { long: "{year}", short: "{year}", withinYear: "{year}" },
    "half-year": { long: "{half} {year}", short: "S{part} {year}", withinYear: "S{part}" },
    quarter: { long: "{ordinal} trimestre {year}", short: "T{part} {year}", withinYear: "T{part}" },
    month: { long: "{month} {year}", short: "{shortMonth} {year}", withinYear: "{shortMonth}" },
    week: {
      ...{ long: "semaine {part} de {year}", short: "sem.\u00a0{part} {year}" },
      withinYear: "sem.\u00a0{part}",
    },
    day: {
      ...{
        long: `${DAY} {year}`,
        short: "{nth}\u00a0{shortMonth} {year}",
        withinYear: "{nth}\u00a0{shortMonth}",
      },
    },
  },
  quotes: { outer: ["«\u00a0", "\u00a0»"], inner: ["“", "”"] },
  directions: {
    downAfter: `(?:de moins|moins|(?:bas|inférieur|réduit|court|faible)${AGREED}|basses?|en moins|de baisse|de recul|de réduction)`,
    upAfter: `(?:de plus|plus|(?:haut|supérieur|élevé|long)${AGREED}|longues?|en plus|de hausse|de progression|d’augmentation)`,
    downBefore:
      "(?:baiss(?:e|é|ée|ées|és|ent)|recul(?:e|é|ent)?|chut(?:e|é|ent)|diminu(?:e|é|ée|ées|és|ent)|rédui(?:t|ts|te|tes|sent)|perd(?:u|ent)?|en baisse|en recul|une baisse|une réduction|un recul)(?: de)?",
    upBefore:
      "(?:augment(?:e|é|ée|ées|és|ent)|progress(?:e|é|ent)|mont(?:e|é|ée|ent)|cr(?:oît|û|oissent)|gagn(?:e|é|ent)|en hausse|en progression|une hausse|une augmentation|une progression)(?: de)?",
  },
  withNumbers: {
    before:
      "[Pp]ages?|[Dd]iapositives?|[Ss]emaines?|sem\\.|[Oo]bjections?|[Vv]ersions?|[Nn]°|[Rr]aisons?|[Pp]hases?|[Éé]tapes?|[Aa]nnexe|[Aa]rticles?|§",
    after:
      "pour cent|jours?|semaines?|mois|ans?|années?|trimestres?|semestres?|heures?|minutes?|secondes?|fois|h|min|km|kg|t|[kMG]W|[kMGT]Wh|[kMGT]o",
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
