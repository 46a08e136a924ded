import type { Rule } from "./rule.ts";

const FIELDS = ["unit", "source", "asOf", "owner"] as const;

export const figuresSourced: Rule = {
  code: "figures/sourced",
  severity: "error",
  on: "bundle",
  asks: "Every metric has a unit, a source, a date and an owner; every chart of its own data a unit, a source and a date.",
  why: "A number that nobody can trace is the first one that is doubted, and it takes the others with it.",
  hint: "Name the source in sources, and say when it was read (asOf) and who answers for it (owner).",
  source: "IBCS, CHECK: ensure visual integrity; name sources",
  examples: {
    valid: {
      sources: [{ id: "ledger", name: "Finance ledger" }],
      metrics: [
        {
          id: "cost",
          name: "Cost",
          unit: "EUR",
          source: "ledger",
          asOf: "2026-10-31",
          owner: "head",
          values: [{ period: "2026", value: 4 }],
        },
      ],
    },
    invalid: {
      metrics: [
        {
          id: "cost",
          name: "Cost",
          unit: "EUR",
          asOf: "2026-10-31",
          owner: "head",
          values: [{ period: "2026", value: 4 }],
        },
      ],
    },
  },
  check: ({ bundle }) => [
    ...(bundle.metrics ?? []).flatMap((metric, n) =>
      FIELDS.filter((field) => metric[field] === undefined).map((field) => ({
        what: `The metric ${metric.id} has no ${field}.`,
        path: ["metrics", n],
      })),
    ),
    ...(bundle.charts ?? []).flatMap((chart, n) =>
      chart.metrics
        ? []
        : FIELDS.filter((field) => field !== "owner" && chart[field] === undefined).map((field) => ({
            what: `The chart ${chart.id} has no ${field}.`,
            path: ["charts", n],
          })),
    ),
  ],
};
