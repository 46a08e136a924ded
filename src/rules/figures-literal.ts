import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Figures } from "../model/figures.ts";
import { type Facts, judge, type Known, type KnownMeasure, sayable, sums } from "./facts/known.ts";
import { claims } from "./facts/prose.ts";
import { plainText, sentences } from "./facts/sentences.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const figuresLiteral: Rule = {
  code: "figures/literal",
  severity: "warning",
  on: "figures",
  heuristic: true,
  reads: ["metrics.*.target", "charts.*", "options.*.cost", "investment", "ask.amount", "currency"],
  asks: "Every number that is typed in prose is a figure of the deck, as rounded as the sentence has it; one that contradicts the metric that its sentence names is an error.",
  why: "A typed number stays when its figure changes, and a reader who meets two values believes neither.",
  hint: "Write the figure by name, as in {{churn.latest}}, or add the number as a metric with its source.",
  source: "IBCS, CHECK; Reinhart and Rogoff 2010, as corrected by Herndon et al. 2014: typed numbers drift",
  examples: {
    valid: { why: { statement: "Customers wait four days, and 71% of them stay; seven in ten, that is." } },
    invalid: { why: { statement: "Staying has fallen to 64%, and 1,250 customers left." } },
  },
  sees: [
    "It reads what the deck claims in its own voice: title, why, reasons, contributions, cost of waiting, messages and meanings of charts, what is conceded and answered. Conditions, triggers, objections and quotes are other people's numbers or limits, and are left alone.",
    "It reads digits with their unit and scale (14.9%, EUR 3.4 million, 1.4 points, 12,8 %, 3億4千万円), shares in words (two in five, half of, a third of, kolme viidestä, joka kolmas, 三割, 三分の一), and words that round (about, almost, noin, 約). It leaves out dates, times, years, versions, telephone numbers, standards (ISO 9001), numbers inside names, counts below 100 without a unit, and limits (at least, under, yli, 以上).",
    "A number fits when a figure, rounded as the sentence rounds it, is that number: values, targets, ranges, changes and gaps of metrics; data, sums and shares of charts; the ask, options, the investment, and numbers in assumptions, definitions, notes and conditions.",
    "It is a contradiction when nothing fits, the sentence names one metric of that unit by at least half of the words of its name, and no word narrows it to a part or a rate (among, in the north, per head). A change (by 4%) is only ever a warning.",
    "It cannot see a number that is wrong for its metric but right for another, a wrong period, numbers spelled out that are no share (six weeks; Japanese ones it reads: 三十一万人), shares of the form one customer in seven, changes in words (doubled, fell by a fifth), multiples (twice, three times), a metric that is called by another name, or what is said in a picture.",
  ],
  check: ({ bundle, written, figures }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    const facts = factsOf(language, bundle, figures);
    return claims(written).flatMap(({ text, path }) =>
      language
        .sentences(text.replaceAll(/\{\{[^}]*\}\}/gu, " "))
        .flatMap((sentence) => language.numbersIn(sentence).map((quantity) => ({ sentence, quantity })))
        .flatMap(({ sentence, quantity }): Finding[] => {
          const judgement = judge(language, sentence, quantity, facts);
          if (judgement.kind === "fits") return [];
          if (judgement.kind !== "contradicts")
            return [
              {
                what: `${quoted(quantity.text)} is typed, and equals no figure: ${quoted(sentence.trim(), 90)}`,
                excerpt: quantity.text,
                path,
              },
            ];
          const { name, latest } = judgement.measure;
          return [
            {
              severity: "error",
              what: `${quoted(quantity.text)} contradicts ${quoted(name)}${latest === undefined ? "" : `, which is ${latest}`}: ${quoted(sentence.trim(), 90)}`,
              hint: "Write the figure by name, so that sentence and chart cannot differ; or name what else the number is of.",
              excerpt: quantity.text,
              path,
            },
          ];
        }),
    );
  },
};

/** Numbers that a sentence may state. */
export function factsOf(language: Language, bundle: Bundle, figures: Figures): Facts {
  const measures = Object.values(figures.metrics).map((metric): KnownMeasure => {
    const values = metric.points.flatMap(({ value }) => (value === null ? [] : [value]));
    const ends = metric.points
      .flatMap(({ low, high }) => [low, high])
      .filter((value): value is number => value !== undefined);
    const latest = metric.figures["latest"]?.text;
    return {
      name: metric.name,
      unit: metric.unit,
      ...(latest === undefined ? {} : { latest }),
      known: [
        ...sayable(values, metric.unit, metric.target?.value),
        ...ends.map((value) => ({ value, unit: metric.unit })),
        ...Object.values(metric.figures).map(({ value, unit }) => ({ value, unit })),
      ],
    };
  });
  return {
    measures,
    others: [...Object.values(figures.all), ...inData(bundle), ...inNotes(language, bundle)],
  };
}

/** Numbers that are given as numbers. */
function inData(bundle: Bundle): readonly Known[] {
  const { charts = [], options = [], investment, currency = "EUR" } = bundle;
  const inCharts = charts.flatMap(({ data = [], unit = "", target }) => {
    const rows = data.map(({ value, values = [] }) =>
      [value, ...values].filter((each): each is number => typeof each === "number"),
    );
    const columns = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, n) =>
      rows.flatMap((row) => row[n] ?? []),
    );
    return [
      ...columns.flatMap((column) => [...sayable(column, unit, target), ...sums(column, unit)]),
      ...rows.flatMap((row) => sayable(row, unit)),
    ];
  });
  const streams = [...(investment?.costs ?? []), ...(investment?.benefits ?? [])].flatMap(({ values }) => [
    ...values,
    values.reduce((sum, value) => sum + value, 0),
  ]);
  const levels = (investment?.drivers ?? []).flatMap(({ id, value, unit = "" }) =>
    levelsOf(investment, id, value).map((level) => ({ value: level, unit })),
  );
  const costs = options.flatMap(({ cost }) => (cost === undefined ? [] : [cost]));
  return [
    ...inCharts,
    ...levels,
    ...[...streams, ...costs].map((value) => ({ value, unit: investment?.currency ?? currency })),
  ];
}

/** Levels of a driver: the one of the plan, and those of the sensitivity and the scenarios. */
function levelsOf(investment: Bundle["investment"], id: string, plan: number): readonly number[] {
  const ends = (investment?.sensitivity ?? []).flatMap(({ driver, low, high }) =>
    driver === id ? [low.value, high.value] : [],
  );
  const changed = (investment?.scenarios ?? []).flatMap(({ changes }) =>
    changes.map(({ driver, value }) => (driver === id ? value : undefined)),
  );
  return [plan, ...ends, ...changed].filter((level) => level !== undefined);
}

/** Texts whose numbers count as given: what figures assume and mean, where they come from, what is agreed. */
const NOTES = new Set([
  "assumption",
  "definition",
  "note",
  "name",
  "terms",
  "label",
  "benefit",
  "criteria",
  "meaning",
  "risk",
  "why",
  "time",
  "trigger",
  "wouldChangeOurMind",
  "what",
  "mitigation",
  "then",
]);

const inNotes = (language: Language, bundle: Bundle): readonly Known[] =>
  sentences({
    ...bundle,
    why: { statement: "" },
    charts: (bundle.charts ?? []).map(({ message: _, meaning: __, ...chart }) => ({ ...chart, message: "" })),
  })
    .filter(({ path }) => path.some((key) => NOTES.has(String(key))))
    .flatMap(({ text }) => language.numbersIn(plainText(text)))
    .map(({ value, unit }) => ({ value, unit: unit === "" ? undefined : unit }));
