import type { Metric } from "../../model/bundle/index.ts";

/** A metric for the examples of rules, which state what differs from days of waiting that are owned, dated and sourced. */
export const exampleMetric = (parts: Partial<Metric> & Pick<Metric, "values">): Metric => ({
  id: "wait",
  name: "Waiting",
  unit: "days",
  source: "s",
  asOf: "2026-10-31",
  owner: "head",
  ...parts,
});
