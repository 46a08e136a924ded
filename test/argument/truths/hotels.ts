import { between, type Data, isLargest, min, near, pairs, sum, type Truth } from "../data.ts";

const empty = (d: Data, season: string): number => {
  const row = [0, 1, 2].map((series) => d.bar("seasons", season, series));
  return (100 * (row[0] ?? Number.NaN)) / sum(row);
};
const seasons = ["Winter", "Spring", "Summer", "Autumn"];
const saved = (d: Data, step: string): number => -d.bar("bridge", step);
const others = (d: Data): number => saved(d, "Open windows") + saved(d, "Hot water at night");
const neverFell = (d: Data): boolean => pairs(d.actual("content")).every(([a, b]) => b >= a);

export const hotels: readonly Truth[] = [
  {
    at: "why.complication",
    holds: (d) => {
      const values = d.actual("energy");
      return values.slice(12).every((value, n) => value > (values[n] ?? Number.NaN));
    },
  },
  { at: "why.opportunity", holds: (d) => near(-d.latest("effect"), 100 / 7, 0.06) },
  { at: "why.reasons.0.claim", holds: (d) => between(empty(d, "Winter"), 25.01, 33) },
  {
    at: "why.reasons.0.because",
    holds: (d) =>
      near(empty(d, "Winter"), 29, 0.02) && min(seasons.map((season) => empty(d, season))) >= 100 / 6,
  },
  { at: "why.reasons.1.claim", holds: (d) => saved(d, "Empty rooms turned down") > others(d) },
  {
    at: "why.reasons.1.because",
    holds: (d) => near(saved(d, "Empty rooms turned down"), 4.1, 0.001) && near(others(d), 2.2, 0.001),
  },
  { at: "why.reasons.2.because", holds: neverFell },
  {
    at: "why.reasons.3.because",
    holds: (d) => between(d.of("energy", "2026-09") / d.of("energy", "2025-09"), 1.055, 1.065),
  },
  {
    at: "charts.seasons.message",
    holds: (d) =>
      isLargest(
        empty(d, "Winter"),
        seasons.map((season) => empty(d, season)),
      ),
  },
  {
    at: "charts.bridge.message",
    holds: (d) =>
      between(
        saved(d, "Empty rooms turned down") /
          (others(d) + saved(d, "Empty rooms turned down") + saved(d, "Guests turn up")),
        0.68,
        0.75,
      ),
  },
  { at: "charts.content-trend.message", holds: (d) => d.latest("content") > d.first("content") },
  { at: "charts.content-trend.meaning", holds: (d) => d.target("content") - d.latest("content") === 2 },
  {
    at: "charts.energy-trend.message",
    holds: (d) => {
      const values = d.actual("energy");
      const first = values.slice(0, 12);
      const second = values.slice(12);
      return (
        isLargest(d.of("energy", "2025-01"), first) &&
        isLargest(d.of("energy", "2026-01"), second) &&
        d.of("energy", "2026-01") > d.of("energy", "2025-01")
      );
    },
  },
  { at: "charts.energy-trend.meaning", holds: (d) => min(d.actual("energy")) > d.target("energy") },
  {
    at: "charts.bills.message",
    holds: (d) => near(d.bar("bills", "Coast") / sum(d.bars("bills")), 0.4, 0.06),
  },
  {
    at: "charts.bills.meaning",
    holds: (d) => d.bar("bills", "Mountain") < min([d.bar("bills", "Coast"), d.bar("bills", "City")]),
  },
  {
    at: "objections.o-cold.answer",
    holds: (d) => d.of("content", "2026-01") === 79 && d.latest("content") > 79,
  },
];
