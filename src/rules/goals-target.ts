import { quoted } from "../diagnostics/make.ts";
import type { Bundle, Goal, Metric } from "../model/bundle/index.ts";
import { exampleMetric } from "./facts/examples.ts";
import { named } from "./facts/sentences.ts";
import { inAnyLanguage, type Language, languageOf, type Quantity } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const goalsTarget: Rule = {
  code: "goals/target",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["closes"],
  reads: ["metrics.*", "charts.*", "why.reasons", "objections"],
  asks: "The metric of a goal says which direction is good, has the target that the goal's name says, has not reached it yet, and is shown.",
  why: "A goal that is reached needs no proposal, and one whose name says another number is two goals.",
  hint: "Write the same number in the goal's name and in target.value, and give the metric better.",
  source: "Doerr, Measure What Matters: a key result has a number and a date",
  sees: [
    "A contribution that is said to close the gap, or to reach the target, is held against how far that is. It compares the one number of a goal's name that has the metric's unit with the target. A goal that is reached is left alone where its name says keep, hold, stay, at most, no more than, or less, säily, pidä, pysy, enintään.",
  ],
  examples: {
    valid: {
      metrics: [
        exampleMetric({
          better: "lower",
          target: { value: 2, by: "2027" },
          values: [{ period: "2026", value: 4 }],
        }),
        exampleMetric({
          id: "stay",
          name: "Staying",
          unit: "%",
          better: "higher",
          values: [{ period: "2026", value: 71 }],
        }),
      ],
    },
    invalid: {
      metrics: [
        exampleMetric({
          better: "lower",
          target: { value: 5, by: "2027" },
          values: [{ period: "2026", value: 4 }],
        }),
        exampleMetric({
          id: "stay",
          name: "Staying",
          unit: "%",
          better: "higher",
          values: [{ period: "2026", value: 71 }],
        }),
      ],
    },
  },
  check: ({ bundle, written }) => {
    const language = languageOf(bundle);
    const shown = evidenceOf(bundle, written);
    return bundle.goals.flatMap((goal, n): readonly Finding[] => {
      const at = (bundle.metrics ?? []).findIndex(({ id }) => id === goal.metric);
      const metric = bundle.metrics?.[at];
      if (metric === undefined) return [];
      return [
        // A deck that informs may say that a goal is reached.
        ...(bundle.purpose === "inform" ? [] : reached(goal, metric, ["metrics", at])),
        ...(language === undefined ? [] : otherNumber(language, goal, metric, ["goals", n, "name"])),
        ...(language === undefined ? [] : tooLittle(language, goal, metric, ["goals", n, "contribution"])),
        ...(shown.has(metric.id) || shown.has(goal.id)
          ? []
          : [
              {
                what: `The goal ${quoted(goal.name)} is measured by ${quoted(metric.id)}, which no reason, chart, objection or sentence uses.`,
                hint: "Show where the goal stands: in a chart that supports it, or in a reason.",
                path: ["goals", n, "metric"],
              },
            ]),
      ];
    });
  },
};

/** True of a goal that is to be kept as it is, and may be reached already. */
const isKept = (name: string): boolean =>
  inAnyLanguage(name, ({ keeps }) => keeps) || inAnyLanguage(name, ({ atMost }) => atMost);

function reached(goal: Goal, metric: Metric, path: readonly (string | number)[]): readonly Finding[] {
  const { better, target, values } = metric;
  if (better === undefined)
    return target === undefined
      ? []
      : [
          {
            what: `${quoted(metric.id)} measures the goal ${quoted(goal.name)}, but does not say which direction is good: better is missing.`,
            hint: 'Add "better": "higher" or "better": "lower".',
            path,
          },
        ];
  const actual = Array.isArray(values)
    ? values.filter(({ value, kind = metric.kind ?? "actual" }) => value !== null && kind === "actual")
    : [];
  const latest = actual.at(-1)?.value;
  if (target === undefined || typeof latest !== "number" || isKept(goal.name)) return [];
  const met = better === "higher" ? latest >= target.value : latest <= target.value;
  return met
    ? [
        {
          what: `The goal ${quoted(goal.name)} is reached: the target of ${quoted(metric.id)} is ${target.value}, its latest value ${latest}, and ${better} is better.`,
          hint: "Correct the target or better, or say in the goal's name that it is to be kept.",
          path: [...path, "target", "value"],
        },
      ]
    : [];
}

/** A contribution that is said to close the gap to the target, and is smaller than it. */
function tooLittle(
  language: Language,
  { name, contribution = "" }: Goal,
  { id, target, values, unit = "", kind: usual = "actual" }: Metric,
  path: readonly (string | number)[],
): readonly Finding[] {
  const actual = (Array.isArray(values) ? values : []).filter(
    ({ value, kind = usual }) => value !== null && kind === "actual",
  );
  const latest = actual.at(-1)?.value;
  if (target === undefined || typeof latest !== "number" || language.closes?.test(contribution) !== true)
    return [];
  const [only, ...more] = language.numbersIn(contribution).filter((each) => isOf(language, each, unit));
  const gap = Math.abs(target.value - latest);
  return only === undefined || more.length > 0 || only.value + only.step / 2 >= gap
    ? []
    : [
        {
          what: `${quoted(only.text)} does not close the gap of the goal ${quoted(name)}: from ${latest} to the target of ${quoted(id)} it is ${Number(gap.toPrecision(6))}.`,
          hint: "Say which part of the gap it closes, and what closes the rest.",
          excerpt: only.text,
          path,
        },
      ];
}

function otherNumber(
  language: Language,
  goal: Goal,
  metric: Metric,
  path: readonly (string | number)[],
): readonly Finding[] {
  const { target, unit = "" } = metric;
  if (target === undefined) return [];
  const said = language
    .numbersIn(goal.name)
    .filter((quantity) => !quantity.change && isOf(language, quantity, unit));
  const [only] = said;
  if (only === undefined || said.length > 1 || Math.abs(only.value - target.value) <= only.step / 2 + 1e-9)
    return [];
  return [
    {
      what: `The goal ${quoted(goal.name)} says ${only.text}, but the target of ${quoted(metric.id)} is ${target.value}.`,
      excerpt: only.text,
      path,
    },
  ];
}

const isOf = (language: Language, { unit, noun }: Quantity, metric: string): boolean =>
  unit !== ""
    ? unit === metric
    : metric !== "" &&
      metric !== "%" &&
      noun.some((word) => word === metric || language.sameWord(word, metric));

/** Ids of what reasons, charts, objections and sentences use, and of the goals that a chart or metric beside supports. */
function evidenceOf(bundle: Bundle, written: Bundle): ReadonlySet<string> {
  const { why, objections = [], charts = [], pictures = [], metrics = [] } = bundle;
  const used = new Set([
    ...[...(why.reasons ?? []), ...objections].flatMap(({ evidence = [] }) => evidence),
    ...charts.flatMap(({ metrics = [], supports = [] }) => [...metrics, ...supports]),
    ...pictures.flatMap(({ supports = [] }) => supports),
    ...named(written),
  ]);
  const supported = metrics.filter(({ id }) => used.has(id)).flatMap(({ supports = [] }) => supports);
  return new Set([...used, ...supported]);
}
