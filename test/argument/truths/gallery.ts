import { between, change, type Data, isLargest, max, near, pairs, rises, sum, type Truth } from "../data.ts";

const lorries = (d: Data, chart: string): number => d.bar(chart, "Waiting for lorries");
const share = (d: Data, chart: string, series: number, row: string): number =>
  d.bar(chart, row, series) / sum([0, 1, 2].map((each) => d.bar(chart, row, each)));
const harbours = ["Haugen", "Nordby", "Sund", "Vika"];

/** Charts whose message is a statement about their own data; those that tell of a plan or a sample's chance are left out. */
export const gallery: readonly Truth[] = [
  { at: "charts.line-growth.message", holds: (d) => rises(d.actual("cars")) },
  {
    at: "charts.line-difference.message",
    holds: (d) => pairs(d.actual("fuel")).filter(([a, b]) => b >= a).length === 1,
  },
  {
    at: "charts.line-compare.message",
    holds: (d) => d.of("complaints", "2026-Q3") < d.of("complaints", "2025-Q3"),
  },
  {
    at: "charts.column.message",
    holds: (d) =>
      d.of("passengers", "2026-Q3") >= 1_000_000 &&
      d
        .actual("passengers")
        .slice(0, -1)
        .every((value) => value < 1_000_000),
  },
  {
    at: "charts.previous.message",
    holds: (d) =>
      ["Q1", "Q2", "Q3"].every((q) => d.of("passengers", `2026-${q}`) > d.of("passengers", `2025-${q}`)),
  },
  {
    at: "charts.area-difference.message",
    holds: (d) => d.latest("complaints") < d.of("complaints", "2025-Q1"),
  },
  { at: "charts.bar.message", holds: (d) => near(lorries(d, "bar") / sum(d.bars("bar")), 0.4, 0.06) },
  {
    at: "charts.bar-compare.message",
    holds: (d) =>
      lorries(d, "bar-compare") > d.bar("bar-compare", "Harbour traffic") + d.bar("bar-compare", "Weather"),
  },
  {
    at: "charts.bar-errors.message",
    holds: (d) => between(d.bar("bar-errors", "Lorry") / d.bar("bar-errors", "Car"), 3.6, 4),
  },
  {
    at: "charts.stacked100.message",
    holds: (d) => near(share(d, "stacked100", 2, "North"), 0.25, 0.06),
  },
  {
    at: "charts.slope.message",
    holds: (d) =>
      harbours.every((name) => d.bar("slope", name, 1) < d.bar("slope", name, 0) === (name !== "Vika")),
  },
  {
    at: "charts.combo.message",
    holds: (d) =>
      change(d.actual("complaints")) < 0 &&
      d.of("passengers", "2026-Q3") > d.of("passengers", "2025-Q3") &&
      change(d.actual("passengers")) > 0,
  },
  {
    at: "charts.doughnut.message",
    holds: (d) => near(d.bar("doughnut", "Online, before the day") / sum(d.bars("doughnut")), 0.7, 0.04),
  },
  {
    at: "charts.funnel.message",
    holds: (d) => near(d.bar("funnel", "Pay") / d.bar("funnel", "Choose a departure"), 0.5, 0.06),
  },
  {
    at: "charts.pareto.message",
    holds: (d) =>
      near(
        (d.bar("pareto", "Vehicles boarded late") + d.bar("pareto", "Weather")) / sum(d.bars("pareto")),
        2 / 3,
        0.06,
      ),
  },
  {
    at: "charts.waterfall.message",
    holds: (d) => between(-d.bar("waterfall", "Fuel") / d.bar("waterfall", "Cars"), 0.5, 0.999),
  },
  {
    at: "charts.marimekko.message",
    holds: (d) =>
      near(share(d, "marimekko", 0, "North"), 0.5, 0.06) &&
      ["Middle", "South", "Night line"].every((row) => near(share(d, "marimekko", 0, row), 1 / 3, 0.18)),
  },
  {
    at: "charts.growth.message",
    holds: (d) =>
      near(d.actual("cars").length === 4 ? (1 + change(d.actual("cars"))) ** (1 / 3) : 0, 1.094, 0.004),
  },
  {
    at: "charts.sparkline.message",
    holds: (d) => near(-change(d.actual("fuel")), 0.05, 0.1),
  },
  {
    at: "charts.scorecard.message",
    holds: (d) =>
      d.latest("fuel") <= d.target("fuel") &&
      d.latest("complaints") > d.target("complaints") &&
      between(d.latest("punctuality") / d.target("punctuality"), 0.95, 0.999),
  },
  {
    at: "charts.column-errors.message",
    holds: (d) => isLargest(d.bar("column-errors", "North"), d.bars("column-errors")),
  },
  {
    at: "charts.bar-target.message",
    holds: (d) =>
      d.bar("bar-target", "Vika") === max(d.bars("bar-target")) &&
      d.has("charts.bar-target.target") &&
      d.bars("bar-target").filter((value) => value > d.number("charts.bar-target.target")).length === 1,
  },
];
