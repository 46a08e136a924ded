import {
  between,
  type Data,
  isLargest,
  isSmallest,
  max,
  min,
  near,
  pairs,
  rises,
  sum,
  type Truth,
} from "../data.ts";

const topics = ["Sign-in", "Import", "Billing"];
const share = (d: Data, ...names: readonly string[]): number =>
  sum(names.map((name) => d.bar("topics", name))) / sum(d.bars("topics"));
const cut = (d: Data, topic: string): number => 1 - d.bar("test", topic, 0) / d.bar("test", topic, 1);
const regions = ["Americas", "Europe", "Asia"];
const week = (d: Data, region: string): readonly number[] =>
  [0, 1, 2, 3, 4].map((day) => d.bar("hours", region, day));
const never2 = (d: Data): boolean => {
  const steps = pairs(d.actual("tickets")).map(([a, b]) => b < a);
  return steps.every((fell, n) => !(fell && steps[n + 1] === true));
};

export const helpdesk: readonly Truth[] = [
  {
    at: "why.complication",
    holds: (d) =>
      between(d.latest("tickets") / d.first("tickets"), 1.42, 1.5) &&
      d.latest("reply") > 2 * d.of("reply", "2024-Q1"),
  },
  { at: "why.opportunity", holds: (d) => cut(d, "Sign-in") > 0.5 },
  { at: "why.reasons.0.claim", holds: (d) => share(d, "Sign-in", "Import") > 0.5 },
  {
    at: "why.reasons.0.because",
    holds: (d) =>
      d.bar("topics", "Sign-in") + d.bar("topics", "Import") === 1980 &&
      sum(d.bars("topics")) === 3500 &&
      d.bar("topics", "Billing") === 540 &&
      d.bars("topics").filter((value) => value > 540).length === 2,
  },
  {
    at: "why.reasons.1.because",
    holds: (d) => cut(d, "Sign-in") > 0.5 && cut(d, "Import") > 0.5 && near(cut(d, "Billing"), 1 / 3, 0.1),
  },
  { at: "why.reasons.2.because", holds: never2 },
  {
    at: "why.reasons.3.claim",
    holds: (d) =>
      week(d, "Asia").every(
        (hours, day) => hours > max(["Americas", "Europe"].map((region) => d.bar("hours", region, day))),
      ),
  },
  {
    at: "why.reasons.3.because",
    holds: (d) =>
      d.bar("hours", "Asia", 0) === 11.4 && d.bar("hours", "Asia", 0) > 2 * d.bar("hours", "Americas", 0),
  },
  { at: "charts.topics.message", holds: (d) => between(share(d, "Sign-in"), 0.3, 0.334) },
  { at: "charts.topics.meaning", holds: (d) => near(share(d, "Known bugs"), 1 / 7, 0.06) },
  { at: "charts.test.message", holds: (d) => topics.every((topic) => cut(d, topic) > 0) },
  {
    at: "charts.test.meaning",
    holds: (d) =>
      isSmallest(
        cut(d, "Billing"),
        topics.map((topic) => cut(d, topic)),
      ),
  },
  {
    at: "charts.tickets-trend.message",
    holds: (d) =>
      max(d.actual("tickets").slice(0, 6)) <= d.target("tickets") &&
      min(d.since("tickets", "2026-W13")) > d.target("tickets"),
  },
  { at: "charts.tickets-trend.meaning", holds: never2 },
  {
    at: "charts.reply-trend.message",
    holds: (d) =>
      isSmallest(d.of("reply", "2024-Q2"), d.actual("reply")) && rises(d.since("reply", "2024-Q2")),
  },
  { at: "charts.reply-trend.meaning", holds: (d) => d.of("reply", "2024-Q2") > d.target("reply") },
  {
    at: "charts.hours.message",
    holds: (d) =>
      regions.every(
        (region) =>
          isLargest(d.bar("hours", region, 0), week(d, region)) &&
          isSmallest(d.bar("hours", region, 3), week(d, region)),
      ),
  },
  { at: "objections.o-fix.concede", holds: (d) => near(share(d, "Known bugs"), 1 / 7, 0.06) },
];
