import { between, type Data, isLargest, max, near, pairs, sum, type Truth } from "../data.ts";

const types = ["Water", "Wind", "Theft", "Fire"];
const ratio = (d: Data, type: string): number => d.bar("pilot", type, 0) / d.bar("pilot", type, 1);
const step = (d: Data, name: string): number => d.bar("steps", name);
const visitShare = (d: Data): number => step(d, "Visit") / sum(d.bars("steps"));

export const claims: readonly Truth[] = [
  {
    at: "why.complication",
    holds: (d) =>
      near(d.latest("days") / d.of("days", "2025-01"), 1.5, 0.04) && d.latest("renewal") < d.first("renewal"),
  },
  {
    at: "why.reasons.0.claim",
    holds: (d) => isLargest(step(d, "Visit"), d.bars("steps")),
  },
  {
    at: "why.reasons.0.because",
    holds: (d) => between(visitShare(d), 0.4, 0.5) && step(d, "Payment") < 2,
  },
  {
    at: "why.reasons.1.claim",
    holds: (d) => ["Water", "Wind", "Theft"].every((type) => ratio(d, type) < 0.5),
  },
  { at: "why.reasons.2.claim", holds: (d) => near(d.bar("sizes", "Under $10,000"), 60, 0.05) },
  { at: "why.reasons.2.because", holds: (d) => near(d.bar("sizes", "Over $50,000"), 10, 0.05) },
  { at: "why.reasons.3.claim", holds: (d) => d.latest("renew-slow") < d.latest("renew-fast") },
  {
    at: "why.reasons.3.because",
    holds: (d) =>
      d.latest("renew-slow") < d.latest("renew-fast") &&
      pairs(d.since("renewal", "2024-Q3")).every(([a, b]) => b < a),
  },
  {
    at: "charts.steps.message",
    holds: (d) => near((step(d, "Adjuster is named") + step(d, "Visit")) / sum(d.bars("steps")), 2 / 3, 0.08),
  },
  {
    at: "charts.steps.meaning",
    holds: (d) => step(d, "Approval") + step(d, "Payment") < step(d, "Adjuster is named"),
  },
  {
    at: "charts.pilot.message",
    holds: (d) =>
      types.every((type) => ratio(d, type) < 1) &&
      isLargest(
        ratio(d, "Fire"),
        types.map((type) => ratio(d, type)),
      ),
  },
  {
    at: "charts.pilot.meaning",
    holds: (d) =>
      types.every(
        (type) =>
          d.bar("pilot", "Theft", 0) <= d.bar("pilot", type, 0) &&
          d.bar("pilot", "Theft", 1) <= d.bar("pilot", type, 1),
      ),
  },
  { at: "charts.sizes.message", holds: (d) => d.bar("sizes", "Under $10,000") > sum(d.bars("sizes")) / 2 },
  {
    at: "charts.days-trend.message",
    holds: (d) =>
      pairs(d.actual("days")).filter(([a, b]) => b < a).length === 1 &&
      d.of("days", "2025-09") < d.of("days", "2025-08"),
  },
  {
    at: "charts.days-trend.meaning",
    holds: (d) => between((d.latest("days") - d.first("days")) / 18, 0.42, 0.58),
  },
  {
    at: "charts.renewal-trend.message",
    holds: (d) => between(d.of("renewal", "2024-Q1") - d.latest("renewal"), 5.01, 6.5),
  },
  {
    at: "charts.card.message",
    holds: (d) => d.latest("days") > d.target("days") && d.latest("renewal") < d.target("renewal"),
  },
  { at: "charts.card.meaning", holds: (d) => d.latest("days") > 2 * d.target("days") },
  {
    at: "objections.o-mold.concede",
    holds: (d) => max(types.map((type) => ratio(d, type))) === ratio(d, "Fire"),
  },
  { at: "metrics.visits-cost.assumption", holds: (d) => near(d.latest("visits-cost"), 1900 * 210, 0.001) },
];
