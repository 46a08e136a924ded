import { quoted } from "../diagnostics/make.ts";
import type { Chart, Metric } from "../model/bundle/index.ts";
import { exampleMetric } from "./facts/examples.ts";
import type { Finding, Rule } from "./rule.ts";

const isExpected = (kind: string | undefined): boolean => kind === "forecast" || kind === "estimate";

export const figuresRange: Rule = {
  code: "figures/range",
  severity: "warning",
  on: "bundle",
  asks: "A forecast or an estimate shows its range and what it assumes.",
  why: "A forecast without a range claims to know the future; the first sceptic asks how sure it is.",
  hint: "Add low and high to the value, and assumption beside it.",
  source: "Tetlock and Gardner, Superforecasting; HM Treasury, The Aqua Book",
  examples: {
    valid: {
      metrics: [
        exampleMetric({
          assumption: "The team stays as it is",
          values: [{ period: "2027", value: 4, kind: "forecast", low: 3, high: 6 }],
        }),
      ],
    },
    invalid: {
      metrics: [
        exampleMetric({
          values: [{ period: "2027", value: 4, kind: "forecast" }],
        }),
      ],
    },
  },
  check: ({ bundle }) => {
    const { metrics = [], charts = [], investment } = bundle;
    const bare =
      investment !== undefined && !investment.assumption && (investment.sensitivity ?? []).length === 0;
    return [
      ...metrics.flatMap((metric, n) => ofMetric(metric, n)),
      ...charts.flatMap((chart, n) => ofChart(chart, n)),
      ...(bare
        ? [
            {
              what: "The investment shows neither what it assumes nor what changes its value.",
              hint: "Add investment.assumption, and investment.sensitivity with the drivers that matter.",
              path: ["investment"],
            },
          ]
        : []),
    ];
  },
};

function ofMetric(metric: Metric, n: number): readonly Finding[] {
  const values = Array.isArray(metric.values) ? metric.values : [];
  const expected = values.filter((value) => value.value !== null && isExpected(value.kind ?? metric.kind));
  const bare = expected.filter((value) => value.low === undefined || value.high === undefined);
  const [first] = bare;
  if (expected.length === 0) return [];
  const missing = [
    ...(first === undefined ? [] : [`no range for ${bare.map((value) => value.period).join(", ")}`]),
    ...(metric.assumption === undefined ? ["no assumption"] : []),
  ];
  if (missing.length === 0) return [];
  const path = first === undefined ? ["metrics", n] : ["metrics", n, "values", values.indexOf(first)];
  return [
    {
      what: `The ${expected[0]?.kind ?? metric.kind} of ${quoted(metric.id)} has ${missing.join(" and ")}.`,
      path,
    },
  ];
}

/** Kinds that draw the range of a value; of the others, what a value assumes can be said all the same. */
const RANGED: ReadonlySet<string> = new Set(["line", "sparkline", "column", "bar", "tornado", "interval"]);

function ofChart(chart: Chart, n: number): readonly Finding[] {
  const data = chart.metrics === undefined ? (chart.data ?? []) : [];
  const expected = data.filter((datum) => isExpected(datum.kind ?? chart.valueKind));
  if (expected.length === 0) return [];
  const bare = expected.filter(
    (datum) => typeof datum.value === "number" && (datum.low === undefined || datum.high === undefined),
  );
  const missing = [
    ...(bare.length === 0 || !RANGED.has(chart.kind)
      ? []
      : [`no range for ${bare.map((d) => d.label).join(", ")}`]),
    ...(chart.assumption === undefined ? ["no assumption"] : []),
  ];
  return missing.length === 0
    ? []
    : [
        {
          what: `The ${expected[0]?.kind ?? chart.valueKind} in the chart ${quoted(chart.id)} has ${missing.join(" and ")}.`,
          path: ["charts", n],
        },
      ];
}
