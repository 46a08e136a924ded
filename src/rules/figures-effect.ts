import { quoted } from "../diagnostics/make.ts";
import type { Bundle, Metric } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { exampleMetric } from "./facts/examples.ts";
import { inAnyLanguage } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const figuresEffect: Rule = {
  code: "figures/effect",
  severity: "warning",
  on: "bundle",
  reads: ["metrics.*", "why.reasons", "charts.*.message", "charts.*.metrics"],
  asks: "What is told as an effect has a range that lies on one side of zero, and a growth a year is that of three years at least.",
  why: "Whoever can read a range sees that it may be nothing, and asks what else was told as more than it is.",
  hint: "Say that the range includes zero, or leave the figure to the answer to an objection.",
  source: "Cumming, The New Statistics, 2014; HM Treasury, The Aqua Book",
  sees: [
    "An effect is an actual or estimated value below zero or above it, whose low and high lie on both sides of zero, in the evidence of a reason or named in a reason, in a contribution or in the message of a chart. A sentence that says zero, uncertain, may, nolla or vaihteluväli is left alone. An answer that says no difference was found is held against the range of the figure that it prints.",
  ],
  examples: {
    valid: {
      metrics: [
        exampleMetric({
          name: "Waiting against others",
          better: "lower",
          values: [{ period: "2026", value: -4, low: -6, high: -2 }],
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
          name: "Waiting against others",
          better: "lower",
          values: [{ period: "2026", value: -4, low: -9, high: 1 }],
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
    const { metrics = [] } = bundle;
    const open = metrics.filter(crossesZero);
    const found =
      open.length === 0
        ? []
        : claimed(written).flatMap((claim): readonly Finding[] => {
            const metric = open.find(({ id }) => claim.evidence.includes(id) || names(claim.text, id));
            return metric === undefined || inAnyLanguage(claim.text, ({ uncertain }) => uncertain)
              ? []
              : [
                  {
                    what: `${quoted(metric.id)} is told as an effect, but its range includes zero: ${ends(metric)}.`,
                    path: claim.path,
                  },
                ];
          });
    return [...found, ...denied(bundle, written), ...growth(bundle)];
  },
};

function crossesZero({ values, kind = "actual" }: Metric): boolean {
  const last = Array.isArray(values) ? values.findLast(({ value }) => value !== null) : undefined;
  const { low, high, value } = last ?? {};
  const told = last?.kind ?? kind;
  return (
    (told === "actual" || told === "estimate") &&
    typeof value === "number" &&
    value !== 0 &&
    low !== undefined &&
    high !== undefined &&
    low < 0 &&
    high > 0
  );
}

/** Finds answers and reasons that say there is no effect, and print one whose range lies on one side of zero. */
function denied({ metrics = [] }: Bundle, { why, objections = [] }: Bundle): readonly Finding[] {
  const texts: readonly { readonly text: string; readonly path: JsonPath }[] = [
    ...(why.reasons ?? []).map(({ because }, n) => ({
      text: because,
      path: ["why", "reasons", n, "because"],
    })),
    ...objections.flatMap(({ concede = "", answer }, n) => [
      { text: concede, path: ["objections", n, "concede"] },
      { text: answer, path: ["objections", n, "answer"] },
    ]),
  ];
  return texts.flatMap(({ text, path }): readonly Finding[] => {
    if (!inAnyLanguage(text, ({ noEffect }) => noEffect)) return [];
    const metric = metrics.find((each) => names(text, each.id) && isClear(each));
    return metric === undefined
      ? []
      : [
          {
            what: `Nothing is said to have been found, but the range of ${quoted(metric.id)} is clear of zero: ${ends(metric)}.`,
            hint: "Say how large it is, and what it means.",
            path,
          },
        ];
  });
}

/** True for a value whose range lies on one side of zero. */
function isClear({ values }: Metric): boolean {
  const { low, high, value } =
    (Array.isArray(values) ? values.findLast((each) => each.value !== null) : undefined) ?? {};
  return low !== undefined && high !== undefined && value !== 0 && low * high > 0;
}

function ends({ values }: Metric): string {
  const last = Array.isArray(values) ? values.findLast(({ value }) => value !== null) : undefined;
  return `${last?.low} to ${last?.high}`;
}

const names = (text: string, id: string): boolean =>
  [...text.matchAll(/\{\{([^}]*)\}\}/gu)].some(([, inside = ""]) => inside.split(/[\s.()]+/u).includes(id));

interface Claim {
  readonly text: string;
  readonly evidence: readonly string[];
  readonly path: JsonPath;
}

function claimed({ why, goals, charts = [] }: Bundle): readonly Claim[] {
  return [
    ...(why.reasons ?? []).map(({ claim, because, evidence }, n) => ({
      text: `${claim} ${because}`,
      evidence,
      path: ["why", "reasons", n],
    })),
    ...goals.map(({ contribution = "" }, n) => ({
      text: contribution,
      evidence: [],
      path: ["goals", n, "contribution"],
    })),
    ...charts.map(({ message, meaning = "", metrics = [] }, n) => ({
      text: `${message} ${meaning}`,
      evidence: metrics,
      path: ["charts", n, "message"],
    })),
  ];
}

/** Values from which on a growth a year is more than the difference of two years. */
const YEARS = 3;

function growth({ charts = [], metrics = [] }: Bundle): readonly Finding[] {
  return charts.flatMap(({ id, show = [], metrics: drawn = [] }, n) =>
    show.includes("cagr")
      ? drawn.flatMap((each): readonly Finding[] => {
          const values = metrics.find((metric) => metric.id === each)?.values;
          const known = Array.isArray(values) ? values.filter(({ value }) => value !== null).length : YEARS;
          return known >= YEARS
            ? []
            : [
                {
                  what: `The chart ${quoted(id)} shows a growth a year from ${known} values of ${quoted(each)}.`,
                  hint: "Show the difference instead, or give it the values of more years.",
                  path: ["charts", n, "show"],
                },
              ];
        })
      : [],
  );
}
