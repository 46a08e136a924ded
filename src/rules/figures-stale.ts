import { quoted } from "../diagnostics/make.ts";
import { daysBetween, deckDate } from "./facts/dates.ts";
import { exampleMetric } from "./facts/examples.ts";
import type { Finding, Rule } from "./rule.ts";

/** A quarter of a year: older figures have had a successor. */
const DAYS = 90;

export const figuresStale: Rule = {
  code: "figures/stale",
  severity: "warning",
  on: "bundle",
  reads: ["date"],
  asks: "Figures were read at most 90 days before the deck's date, and not after it.",
  why: "Somebody at the table knows the newer number.",
  hint: "Read the figure again, or silence the rule with the reason why this one stands.",
  source: "IBCS, CHECK; reporting by quarter: older figures have had a successor",
  examples: {
    valid: {
      metrics: [
        exampleMetric({
          asOf: "2026-10-31",
          values: [{ period: "2026", value: 4 }],
        }),
      ],
    },
    invalid: {
      metrics: [
        exampleMetric({
          asOf: "2026-05-31",
          values: [{ period: "2026", value: 4 }],
        }),
      ],
    },
  },
  check: ({ bundle }) => {
    const { metrics = [], charts = [], pictures = [], investment } = bundle;
    const date = deckDate(bundle);
    if (date === undefined) return [];
    const old = (name: string, asOf: string | undefined, path: readonly (string | number)[]): Finding[] => {
      const age = asOf === undefined ? undefined : daysBetween(asOf, date);
      if (age === undefined || (age >= 0 && age <= DAYS)) return [];
      return age > DAYS
        ? [
            {
              what: `${name} was read on ${asOf}, ${age} days before the deck of ${date}.`,
              path: [...path, "asOf"],
            },
          ]
        : [
            {
              what: `${name} was read on ${asOf}, after the deck of ${date}.`,
              hint: "Move the deck's date, or mend the date of the figure.",
              path: [...path, "asOf"],
            },
          ];
    };
    return [
      ...metrics.flatMap((item, n) => old(`The metric ${quoted(item.id)}`, item.asOf, ["metrics", n])),
      ...charts.flatMap((item, n) => old(`The chart ${quoted(item.id)}`, item.asOf, ["charts", n])),
      ...pictures.flatMap((item, n) => old(`The picture ${quoted(item.id)}`, item.asOf, ["pictures", n])),
      ...old("The investment", investment?.asOf, ["investment"]),
    ];
  },
};
