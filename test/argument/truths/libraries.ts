import { between, change, type Data, falls, isLargest, near, pairs, type Truth } from "../data.ts";

const gain = (d: Data, label: string): number => d.bar("trial", label, 1) - d.bar("trial", label, 0);
const bothGained = (d: Data): boolean => gain(d, "Harbour Street") > 0 && gain(d, "Millfield") > 0;

export const libraries: readonly Truth[] = [
  {
    at: "why.complication",
    holds: (d) => falls(d.actual("hours")) && between(-change(d.actual("visits")), 0.17, 0.2),
  },
  { at: "why.opportunity", holds: bothGained },
  {
    at: "why.reasons.0.claim",
    holds: (d) =>
      near(
        (d.bar("preferred", "After six in the evening") + d.bar("preferred", "Sunday")) / 100,
        2 / 3,
        0.05,
      ),
  },
  {
    at: "why.reasons.1.claim",
    holds: (d) => bothGained(d) && gain(d, "Compared branches, mean") < 0 && d.latest("effect") > 0,
  },
  {
    at: "why.reasons.2.claim",
    holds: (d) => d.latest("card-hour") < d.latest("staffed-hour") / 4,
  },
  { at: "why.reasons.3.claim", holds: (d) => falls(d.actual("visits")) },
  { at: "why.reasons.3.because", holds: (d) => falls(d.actual("visits")) },
  {
    at: "charts.preferred.message",
    holds: (d) => isLargest(d.bar("preferred", "After six in the evening"), d.bars("preferred")),
  },
  {
    at: "charts.preferred.meaning",
    holds: (d) => d.bar("preferred", "Weekday morning") + d.bar("preferred", "Weekday afternoon") < 20,
  },
  {
    at: "charts.trial.message",
    holds: (d) => bothGained(d) && gain(d, "Compared branches, mean") < 0,
  },
  { at: "charts.trial.meaning", holds: (d) => gain(d, "Harbour Street") > gain(d, "Millfield") },
  { at: "charts.visits-trend.message", holds: (d) => falls(d.actual("visits")) },
  {
    at: "charts.incident-trend.message",
    holds: (d) =>
      pairs(d.actual("incidents")).every(([a, b]) => b <= a) && d.of("incidents", "2026-08") === 2,
  },
  { at: "goals.access.contribution", holds: (d) => d.target("hours") - d.latest("hours") < 168 },
  { at: "wins.0.what", holds: (d) => gain(d, "Harbour Street") === 6900 },
  {
    at: "objections.o-empty.answer",
    holds: bothGained,
  },
  {
    at: "metrics.lost.assumption",
    holds: (d) =>
      d.of("visits", "2025-Q3") - d.of("visits", "2026-Q3") === 13600 &&
      near(d.latest("lost"), 13600 / 12, 0.01),
  },
];
