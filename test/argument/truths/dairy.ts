import { between, type Data, isLargest, isSmallest, max, near, sum, type Truth } from "../data.ts";

const districts = ["North", "Valley", "Coast"];
const halved = (d: Data): boolean =>
  districts.every((name) => d.bar("trial", name, 0) < d.bar("trial", name, 1) / 2);
const gap = (d: Data, name: string): number => d.bar("trial", name, 1) - d.bar("trial", name, 0);
const share = (d: Data, name: string): number => d.bar("trial", name, 0) / d.bar("trial", name, 1);
const origins = (d: Data, name: string): number => d.bar("origins", name) / sum(d.bars("origins"));

export const dairy: readonly Truth[] = [
  {
    at: "why.complication",
    holds: (d) =>
      ["01", "02", "03", "04"].every(
        (month) => d.of("rejected", `2026-${month}`) >= d.of("rejected", `2025-${month}`) * 1.3,
      ),
  },
  { at: "why.reasons.0.claim", holds: (d) => between(origins(d, "Farm tank not cooled"), 0.45, 0.5) },
  {
    at: "why.reasons.0.because",
    holds: (d) =>
      sum(d.bars("origins")) === 240 &&
      d.bar("origins", "Farm tank not cooled") === 118 &&
      d.bar("origins", "Waiting at the gate") < 59,
  },
  { at: "why.reasons.1.claim", holds: halved },
  {
    at: "why.reasons.2.claim",
    holds: (d) => d.of("rejected", "2026-04") > (d.of("rejected", "2025-04") * 4) / 3,
  },
  { at: "why.reasons.2.because", holds: (d) => d.of("rejected", "2025-04") === 52000 },
  { at: "why.reasons.3.because", holds: (d) => max(d.since("bonus", "2024-Q3")) < 80 },
  {
    at: "charts.origins.message",
    holds: (d) => near(origins(d, "Farm tank not cooled") + origins(d, "Waiting at the gate"), 0.7, 0.04),
  },
  {
    at: "charts.origins.meaning",
    holds: (d) =>
      d.bars("origins").filter((value) => value > d.bar("origins", "Route too long")).length === 2 &&
      origins(d, "Route too long") < 1 / 6,
  },
  { at: "charts.trial.message", holds: halved },
  {
    at: "charts.trial.meaning",
    holds: (d) =>
      isLargest(
        gap(d, "North"),
        districts.map((name) => gap(d, name)),
      ) &&
      isSmallest(
        share(d, "Coast"),
        districts.map((name) => share(d, name)),
      ),
  },
  {
    at: "charts.rejected-trend.message",
    holds: (d) =>
      isLargest(d.of("rejected", "2025-07"), d.actual("rejected").slice(0, 12)) &&
      d.of("rejected", "2026-04") > d.of("rejected", "2025-05"),
  },
  { at: "charts.bonus-trend.message", holds: (d) => d.latest("bonus") < d.first("bonus") },
  {
    at: "charts.bonus-trend.meaning",
    holds: (d) =>
      isSmallest(d.of("bonus", "2024-Q3"), d.actual("bonus").slice(0, 4)) &&
      isSmallest(d.of("bonus", "2025-Q3"), d.actual("bonus").slice(4, 8)),
  },
  {
    at: "charts.tanks.message",
    holds: (d) => between(d.bar("tanks", "Over 15 years") / sum(d.bars("tanks")), 0.5, 0.55),
  },
  {
    at: "metrics.summer.assumption",
    holds: (d) =>
      sum(["05", "06", "07", "08"].map((month) => d.of("rejected", `2025-${month}`))) === 306000 &&
      near(d.latest("summer"), 306000 * 0.7, 0.01),
  },
  {
    at: "objections.o-winter.concede",
    holds: (d) => d.of("rejected", "2025-07") > max(d.since("rejected", "2025-10").slice(0, 6)),
  },
];
