import { between, type Truth } from "../data.ts";

export const minimal: readonly Truth[] = [
  { at: "why.reasons.0.claim", holds: (d) => d.latest("visits") > d.of("visits", "2026-05") },
  {
    at: "why.reasons.2.claim",
    holds: (d) => d.latest("sunday-visit") <= d.latest("week-visit"),
  },
  {
    at: "charts.visits-trend.message",
    holds: (d) => between(d.latest("visits") / d.of("visits", "2026-04"), 1.27, 1.33),
  },
];
