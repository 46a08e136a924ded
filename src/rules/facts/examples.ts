import type { Bundle, Metric } from "../../model/bundle/index.ts";

/** Parts of bundles for the examples of rules, which state what differs from them. */

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

/** An ask for the head, who decides, with all that it needs but what waiting costs. */
export const exampleAsk = (parts: Partial<NonNullable<Bundle["ask"]>> = {}): NonNullable<Bundle["ask"]> => ({
  decision: "Approve the trial",
  amount: 20000,
  approver: "head",
  owner: "lead",
  by: "2026-12-04",
  start: "2027-01-11",
  ...parts,
});

/** A desk that costs and a margin that it brings, year by year from 2027 on. */
export const exampleInvestment = (
  costs: readonly number[],
  benefits: readonly number[],
  parts: Partial<NonNullable<Bundle["investment"]>> = {},
): NonNullable<Bundle["investment"]> => ({
  discountRate: 0.05,
  period: "year",
  start: "2027",
  costs: [{ name: "Desk", values: [...costs] }],
  benefits: [{ name: "Margin", values: [...benefits] }],
  ...parts,
});
