import { between, change, type Data, isSmallest, max, near, pairs, rises, sum, type Truth } from "../data.ts";

const wards = ["Respiratory", "Medicine A", "Medicine B", "Kidney", "Surgery", "Older people"];
const gain = (d: Data, ward: string): number => d.bar("pilot-wards", ward, 0) - d.bar("pilot-wards", ward, 1);
const stepsToCall = (d: Data): number =>
  d.bar("where-time-goes", "Next round") + d.bar("where-time-goes", "Doctor is called");

export const sepsis: readonly Truth[] = [
  {
    at: "why.complication",
    holds: (d) =>
      d.of("episodes", "2025") > d.of("episodes", "2024") && d.latest("deaths") > d.of("deaths", "2025-Q1"),
  },
  {
    at: "why.reasons.0.claim",
    holds: (d) => between(stepsToCall(d), 100, 120),
  },
  {
    at: "why.reasons.3.claim",
    holds: (d) => rises(d.actual("episodes")),
  },
  {
    at: "charts.deaths-trend.message",
    holds: (d) => d.latest("deaths") > d.of("deaths", "2025-Q1") && d.latest("deaths") > d.target("deaths"),
  },
  {
    at: "charts.where-time-goes.message",
    holds: (d) => near(stepsToCall(d) / sum(d.bars("where-time-goes")), 0.6, 0.06),
  },
  {
    at: "charts.pilot-wards.message",
    holds: (d) => wards.every((ward) => gain(d, ward) >= 15),
  },
  {
    at: "charts.pilot-wards.meaning",
    holds: (d) =>
      gain(d, "Surgery") === max(wards.map((ward) => gain(d, ward))) &&
      isSmallest(d.bar("pilot-wards", "Surgery", 1), d.bars("pilot-wards", 1)),
  },
  {
    at: "charts.delay-bridge.message",
    holds: (d) =>
      near(d.bar("delay-bridge", "Question at the door") / sum(d.bars("delay-bridge")), 0.5, 0.06),
  },
  {
    at: "charts.overflow-trend.message",
    holds: (d) => near(d.of("overflow", "2026-01") / d.target("overflow"), 3, 0.08),
  },
  {
    at: "charts.leaver-reasons.message",
    holds: (d) => near(d.bar("leaver-reasons", "Could not call for help"), 100 / 3, 0.06),
  },
  {
    at: "charts.leaver-reasons.meaning",
    holds: (d) =>
      d.bars("leaver-reasons").filter((value) => value > d.bar("leaver-reasons", "Could not call for help"))
        .length === 3,
  },
  {
    at: "charts.broad-trend.message",
    holds: (d) => {
      const since = d.since("broad", "2025-Q4");
      return (
        pairs(since)
          .map(([a, b]) => b > a)
          .join() === "true,false,false" && change(since.slice(1)) < 0
      );
    },
  },
];
