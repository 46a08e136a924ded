import { between, type Data, falls, isLargest, near, pairs, rises, type Truth } from "../data.ts";

const groups = ["Home", "European Union", "Overseas"];
const more = (d: Data, group: string): number => d.bar("draw", group, 0) / d.bar("draw", group, 1) - 1;
const points = (d: Data, group: string): number => d.bar("draw", group, 0) - d.bar("draw", group, 1);
const share = (d: Data): number => d.bar("funnel", "Accepted") / d.bar("funnel", "Offered a place");
const lost = (d: Data, from: string, to: string): number => d.bar("funnel", from) - d.bar("funnel", to);
const lossAtOffer = (d: Data): boolean =>
  isLargest(lost(d, "Offered a place", "Accepted"), [
    lost(d, "Applied", "Complete"),
    lost(d, "Complete", "Offered a place"),
    lost(d, "Offered a place", "Accepted"),
    lost(d, "Accepted", "Enrolled"),
  ]);

interface Point {
  readonly x: number;
  readonly y: number;
}

export const admissions: readonly Truth[] = [
  {
    at: "why.complication",
    holds: (d) => rises(d.actual("reply")) && d.latest("accepted") < d.first("accepted"),
  },
  { at: "why.reasons.0.claim", holds: (d) => d.latest("reply") > 2 * d.first("reply") },
  { at: "why.reasons.1.claim", holds: (d) => near(1 - share(d), 0.7, 0.04) && lossAtOffer(d) },
  {
    at: "why.reasons.1.because",
    holds: (d) =>
      d.bar("funnel", "Offered a place") === 9800 &&
      d.bar("funnel", "Accepted") === d.latest("funnel-accepted") &&
      lost(d, "Complete", "Offered a place") === 5300,
  },
  { at: "why.reasons.2.claim", holds: (d) => groups.every((group) => more(d, group) > 0) },
  { at: "why.reasons.2.because", holds: (d) => d.latest("effect") > 0 && d.low("effect") > 0 },
  {
    at: "why.reasons.3.claim",
    holds: (d) => isLargest(d.bar("declined", "Another university answered first"), d.bars("declined")),
  },
  {
    at: "why.reasons.3.because",
    holds: (d) =>
      between(d.bar("declined", "Another university answered first"), 35.5, 40) &&
      near(d.bar("declined", "Cost of living"), 25, 0.12),
  },
  {
    at: "charts.reply-trend.message",
    holds: (d) => pairs(d.actual("reply")).every(([a, b]) => b >= a),
  },
  { at: "charts.funnel.message", holds: (d) => share(d) < 1 / 3 },
  {
    at: "charts.funnel.meaning",
    holds: (d) => between(d.bar("funnel", "Enrolled") / d.bar("funnel", "Accepted"), 0.85, 0.9),
  },
  { at: "charts.draw.message", holds: (d) => groups.every((group) => near(more(d, group), 0.4, 0.15)) },
  {
    at: "charts.draw.meaning",
    holds: (d) =>
      isLargest(
        points(d, "Home"),
        groups.map((group) => points(d, group)),
      ),
  },
  {
    at: "charts.faculties.message",
    holds: (d) => {
      const sorted = [...d.get<readonly Point[]>("charts.faculties.data")].sort((a, b) => a.x - b.x);
      return falls(sorted.map(({ y }) => y));
    },
  },
  {
    at: "charts.declined.message",
    holds: (d) =>
      d.bar("declined", "Another university answered first") >
      d.bar("declined", "Course") + d.bar("declined", "Scholarship elsewhere"),
  },
  {
    at: "objections.o-standard.answer",
    holds: (d) => d.low("entry") < 0 && d.high("entry") > 0,
  },
  {
    at: "options.desk.benefit",
    holds: (d) => d.of("accepted", "2027") - d.latest("accepted") === 5,
  },
];
