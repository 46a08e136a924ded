import { falls, isLargest, near, sum, type Truth } from "../data.ts";

export const scales: readonly Truth[] = [
  {
    at: "why.complication",
    holds: (d) =>
      d.latest("lead-time") > d.first("lead-time") && d.latest("mech-revenue") < d.first("mech-revenue"),
  },
  {
    at: "why.reasons.0.claim",
    holds: (d) => near(d.latest("lead-time") / d.first("lead-time"), 2, 0.06),
  },
  { at: "why.reasons.2.claim", holds: (d) => falls(d.actual("mech-revenue")) },
  {
    at: "why.reasons.3.because",
    holds: (d) => d.latest("left-without") === d.bar("customers", "Nothing from us"),
  },
  {
    at: "charts.lead-time-trend.message",
    holds: (d) => near(d.latest("lead-time") / d.first("lead-time"), 2, 0.06),
  },
  {
    at: "charts.lab-hours.message",
    holds: (d) => isLargest(d.bar("lab-hours", "Mechanical platform"), d.bars("lab-hours")),
  },
  { at: "charts.revenue-trend.message", holds: (d) => falls(d.all("mech-revenue")) },
  {
    at: "charts.true-margin.message",
    holds: (d) => 11_800_000 + sum(d.bars("true-margin")) < 0,
  },
  {
    at: "charts.customers.message",
    holds: (d) =>
      near(d.bar("customers", "Move to a digital scale") / sum(d.bars("customers")), 0.7, 0.03) &&
      near(d.bar("customers", "Nothing from us") / sum(d.bars("customers")), 1 / 9, 0.06),
  },
  {
    at: "goals.margin.contribution",
    holds: (d) => d.target("op-margin") - d.of("op-margin", "2025") > 3,
  },
  {
    at: "objections.o-leave.answer",
    holds: (d) => sum(d.bars("customers")) - d.bar("customers", "Nothing from us") === 368,
  },
];
