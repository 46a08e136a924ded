import type { Chart, Metric } from "../model/bundle/index.ts";
import type { Block, PanelBlock } from "../model/deck.ts";
import { bold, columns, filled, labelRows, takeaway, text } from "./blocks.ts";
import { again } from "./evidence-blocks.ts";
import { type BuildContext, type SlideContext, slideKind } from "./kind.ts";
import { ownMeaning } from "./meaning.ts";
import { chartSources, metricSources } from "./sources.ts";

const PARTS = ["situation", "complication", "now", "opportunity"] as const;
/** Values from which on a series shows a course. */
const COURSE = 3;

/** Start with why: the statement, how one comes to it, and beside that the course of the first goal's measure. */
export const why = slideKind<null>({
  name: "why",
  outline: (s) => {
    const trend = trendOf(s);
    const sources =
      trend === undefined
        ? []
        : "chart" in trend
          ? chartSources(s, trend.chart)
          : metricSources(s, trend.metric);
    const shown =
      trend === undefined ? undefined : s.find.path(("chart" in trend ? trend.chart : trend.metric).id);
    return [
      {
        id: "why",
        section: "why",
        title: s.rich(s.bundle.why.statement),
        titleFrom: ["why", "statement"],
        short: s.words("why.short"),
        content: null,
        about: ["why", ...(trend !== undefined && "chart" in trend ? [trend.chart.id] : [])],
        say: PARTS.flatMap((part) => {
          const sentence = s.bundle.why[part];
          return sentence === undefined ? [] : [s.rich(sentence)];
        }),
        sources,
        from: [
          ["why", "statement"],
          ...PARTS.filter((part) => s.bundle.why[part] !== undefined).map((part) => ["why", part]),
          ...(shown === undefined ? [] : [shown]),
        ],
        body: true,
      },
    ];
  },
  build: (_point, c) => {
    const trend = trendOf(c);
    const rows = labelRows(
      PARTS.map((part) => {
        const sentence = c.bundle.why[part];
        return (
          sentence !== undefined && {
            label: c.say(`why.${part}`),
            from: ["why", part],
            content: text(trend === undefined ? "lead" : "body", [
              { text: c.rich(sentence), from: ["why", part] },
            ]),
            strong: part === "opportunity",
          }
        );
      }),
      trend === undefined ? [2, 10] : [4, 8],
    );
    return {
      taller: "statement",
      kicker: c.say("why.kicker"),
      body: trend === undefined ? rows : beside(c, trend, rows),
    };
  },
});

type Trend = { readonly chart: Chart; readonly metric: Metric } | { readonly metric: Metric };

/** Kinds of charts that show how a measure went. */
const COURSES: ReadonlySet<string> = new Set(["line", "area", "column"]);

/** Ids of the charts that stand on the slides of the reasons: the first of each reason's evidence. */
const onReasons = ({ bundle, find }: SlideContext): readonly string[] =>
  (bundle.why.reasons ?? []).flatMap(({ evidence }) => evidence.find((id) => find.chart(id)) ?? []);

/** Ids of the charts that stand on a page of the argument already, so that none is drawn twice at full size. */
export function chartsOfArgument(s: SlideContext): ReadonlySet<string> {
  const trend = trendOf(s);
  return new Set([...onReasons(s), ...(trend !== undefined && "chart" in trend ? [trend.chart.id] : [])]);
}

/**
 * The course of the first goal's measure: the chart that the bundle draws of it, else the measure itself; undefined where
 * a reason shows it, or where it has no course.
 */
function trendOf(s: SlideContext): Trend | undefined {
  const { bundle, figures, find } = s;
  const metric = find.metric(bundle.goals[0]?.metric);
  if (metric === undefined) return undefined;
  const drawn = (bundle.charts ?? []).filter(({ metrics }) => metrics?.includes(metric.id));
  const taken = new Set(onReasons(s));
  if (drawn.some(({ id }) => taken.has(id))) return undefined;
  const chart = drawn.find(({ kind, metrics }) => COURSES.has(kind) && metrics?.[0] === metric.id);
  if (chart !== undefined) return { chart, metric };
  const known = figures.metrics[metric.id]?.points.filter(({ value }) => value !== null) ?? [];
  return known.length >= COURSE ? { metric } : undefined;
}

function beside(c: BuildContext, trend: Trend, rows: Block): Block {
  const exhibit =
    "chart" in trend
      ? filled(
          "tight",
          1,
          text("body", [
            {
              text: bold(c.rich(trend.chart.message)),
              from: [...(c.find.path(trend.chart.id) ?? []), "message"],
              reading: "heading",
            },
          ]),
          c.exhibit(trend.chart, 180),
        )
      : filled("none", 0, course(c, trend.metric));
  return filled(
    "normal",
    0,
    columns([7, 5], [exhibit, rows], { align: "stretch" }),
    "chart" in trend ? (meant(c, trend.chart) ?? gapOf(c, trend.metric)) : gapOf(c, trend.metric),
  );
}

const course = (c: BuildContext, metric: Metric): Block =>
  c.draw(
    { id: "why-trend", kind: "line", message: metric.name, metrics: [metric.id] },
    180,
    c.find.path(metric.id),
  );

function meant(c: BuildContext, chart: Chart): PanelBlock | undefined {
  const own = ownMeaning(c, chart);
  return own && takeaway(own, [...(c.find.path(chart.id) ?? []), "meaning"]);
}

/** Distance of the measure from its target, as the sentence that the page comes to. */
function gapOf(c: BuildContext, metric: Metric): PanelBlock | undefined {
  const figures = c.figures.metrics[metric.id];
  const [latest, gap] = [figures?.figures["latest"], figures?.figures["gap"]];
  if (latest === undefined || gap === undefined) return undefined;
  return takeaway(
    c.say("meaning.gap", {
      name: metric.name,
      latest: latest.text,
      period: latest.periodText,
      gap: again(gap),
      good: gap.good,
      target: again(figures?.figures["target"]),
      by: figures?.target?.byText,
    }),
    c.find.path(metric.id),
  );
}
