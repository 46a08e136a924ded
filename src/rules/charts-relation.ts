import { quoted } from "../diagnostics/make.ts";
import { plainText } from "./facts/sentences.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Rank correlation from which on one measure goes with another, and the points that it takes. */
const TOGETHER = 0.5;
const POINTS = 4;

export const chartsRelation: Rule = {
  code: "charts/relation",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["claims"],
  reads: ["charts.*"],
  asks: "Where a sentence says that more of one measure goes with more or less of another, the points of its scatter chart lie so.",
  why: "A rule that half of the points break is a rule for the other half, and everyone sees the points.",
  hint: "Say for which points it holds, or what the chart shows.",
  source:
    "Spearman, The Proof and Measurement of Association between Two Things; Tufte, The Visual Display of Quantitative Information",
  sees: [
    'It reads the message and the meaning of scatter and bubble charts with four points at least, where they say "the longer …, the fewer …" or "mitä pidempi …, sitä pienempi …", and asks for a rank correlation of 0.5 at least in that direction.',
  ],
  examples: {
    valid: {
      charts: [scatter([1, 2, 3, 4], [8, 6, 5, 1])],
    },
    invalid: {
      charts: [scatter([1, 2, 3, 4], [1, 5, 6, 8])],
    },
  },
  check: ({ bundle }) => {
    const relation = languageOf(bundle)?.claims?.relation;
    if (relation === undefined) return [];
    return (bundle.charts ?? []).flatMap((chart, n): readonly Finding[] => {
      if (chart.kind !== "scatter" && chart.kind !== "bubble") return [];
      const points = (chart.data ?? []).flatMap((point) =>
        "x" in point && "y" in point && typeof point.x === "number" && typeof point.y === "number"
          ? [{ x: point.x, y: point.y }]
          : [],
      );
      if (points.length < POINTS) return [];
      const found = rankCorrelation(points);
      return (["message", "meaning"] as const).flatMap((field): readonly Finding[] => {
        const text = plainText(chart[field] ?? "");
        const said = relation(text);
        return said === undefined || (said === "same" ? found : -found) >= TOGETHER
          ? []
          : [
              {
                what: `${quoted(text, 90)} is not what the points of ${quoted(chart.id)} show: their rank correlation is ${found.toFixed(2).replace("-", "−")}.`,
                path: ["charts", n, field],
              },
            ];
      });
    });
  },
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Spearman's rank correlation, from −1 to 1; 0 where one measure is the same everywhere. */
function rankCorrelation(points: readonly Point[]): number {
  const [xs, ys] = [ranks(points.map(({ x }) => x)), ranks(points.map(({ y }) => y))];
  const middle = (points.length + 1) / 2;
  const sum = (of: (n: number) => number): number => points.reduce((total, _point, n) => total + of(n), 0);
  const from = (all: readonly number[], n: number): number => (all[n] ?? middle) - middle;
  const spread = Math.sqrt(sum((n) => from(xs, n) ** 2) * sum((n) => from(ys, n) ** 2));
  return spread === 0 ? 0 : sum((n) => from(xs, n) * from(ys, n)) / spread;
}

/** Ranks from 1 on; equal values share the mean of theirs. */
const ranks = (values: readonly number[]): readonly number[] =>
  values.map((value) => {
    const below = values.filter((each) => each < value).length;
    const same = values.filter((each) => each === value).length;
    return below + (same + 1) / 2;
  });

/** A scatter chart of waiting and staying for the examples. */
function scatter(xs: readonly number[], ys: readonly number[]) {
  return {
    id: "both",
    kind: "scatter" as const,
    message: "The longer customers wait, the fewer stay",
    source: "s",
    asOf: "2026-10-31",
    owner: "head",
    period: "2026",
    supports: ["g"],
    x: { name: "Waiting", unit: "days" },
    y: { name: "Staying", unit: "%" },
    data: xs.map((x, n) => ({ label: `Desk ${n + 1}`, x, y: ys[n] ?? 0 })),
  };
}
