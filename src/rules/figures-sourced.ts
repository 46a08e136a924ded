import { quoted } from "../diagnostics/make.ts";
import { exampleMetric } from "./facts/examples.ts";
import type { Finding, Rule } from "./rule.ts";

/** Every value has a kind: it is actual where nothing else is said. */
const FIELDS = ["unit", "source", "asOf", "owner"] as const;
/** Kinds of which each axis or row has a unit of its own, or whose axis is time. */
const OWN_UNITS: ReadonlySet<string> = new Set(["scatter", "bubble", "scorecard", "gantt"]);
type Field = (typeof FIELDS)[number];

export const figuresSourced: Rule = {
  code: "figures/sourced",
  severity: "error",
  on: "bundle",
  asks: "Every metric has a unit, a source, an as-of date and an owner; every chart of its own data, and the investment, a source and a date.",
  why: "A number that nobody can trace is the first one that is doubted, and it takes the others with it.",
  hint: "Name the source in sources, and say when it was read (asOf) and who answers for it (owner).",
  source: "IBCS, CHECK: ensure visual integrity; name sources",
  examples: {
    valid: {
      sources: [{ id: "s", name: "Finance ledger" }],
      metrics: [exampleMetric({ values: [{ period: "2026", value: 4 }] })],
    },
    invalid: {
      metrics: [
        {
          id: "wait",
          name: "Waiting",
          unit: "days",
          asOf: "2026-10-31",
          owner: "head",
          values: [{ period: "2026", value: 4 }],
        },
      ],
    },
  },
  check: ({ bundle }) => {
    const { metrics = [], charts = [], investment } = bundle;
    const lacking = (
      name: string,
      item: Readonly<Partial<Record<Field, string | undefined>>>,
      fields: readonly Field[],
      path: readonly (string | number)[],
    ): Finding[] => {
      const missing = fields.filter((field) => item[field] === undefined);
      return missing.length === 0 ? [] : [{ what: `${name} has no ${missing.join(" and no ")}.`, path }];
    };
    return [
      ...metrics.flatMap((metric, n) =>
        lacking(`The metric ${quoted(metric.id)}`, metric, FIELDS, ["metrics", n]),
      ),
      ...charts.flatMap((chart, n) =>
        chart.metrics === undefined
          ? lacking(
              `The chart ${quoted(chart.id)}`,
              chart,
              OWN_UNITS.has(chart.kind) ? ["source", "asOf"] : ["unit", "source", "asOf"],
              ["charts", n],
            )
          : [],
      ),
      ...(investment === undefined
        ? []
        : lacking("The investment", investment, ["source", "asOf", "owner"], ["investment"])),
    ];
  },
};
