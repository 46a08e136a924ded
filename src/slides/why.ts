import type { Chart, Metric } from "../model/bundle/index.ts";
import type { Block } from "../model/deck.ts";
import { columns, filled, labelRows, takeaway, text } from "./blocks.ts";
import { chartTakeaway, headedExhibit } from "./evidence-blocks.ts";
import { type BuildContext, type SlideContext, slideKind } from "./kind.ts";
import { gapSentence } from "./meaning.ts";
import { chartSources, metricSources } from "./sources.ts";

const PARTS = ["situation", "complication", "now", "opportunity"] as const;
/** Values from which on a series shows a course. */
const COURSE = 3;

/** Start with why: the statement, how one comes to it, and beside that the course of the first goal's measure. */
export const why = slideKind<null>({
  name: "why",
  shows: "Why this matters, why now, and what it costs to wait, with the chart or number that shows it.",
  outline: (s) => {
    const trend = trendOf(s);
    const shown = trend && s.find.path((trend.chart ?? trend.metric).id);
    return [
      {
        id: "why",
        section: "why",
        title: s.rich(s.bundle.why.statement),
        titleFrom: ["why", "statement"],
        short: s.words("why.short"),
        content: null,
        about: ["why", ...(trend?.chart === undefined ? [] : [trend.chart.id])],
        draws: trend?.chart === undefined ? [] : [trend.chart.id],
        say: PARTS.flatMap((part) => {
          const sentence = s.bundle.why[part];
          return sentence === undefined ? [] : [s.rich(sentence)];
        }),
        sources:
          trend === undefined
            ? []
            : trend.chart === undefined
              ? metricSources(s, trend.metric)
              : chartSources(s, trend.chart),
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
        const from = ["why", part];
        return sentence === undefined
          ? undefined
          : {
              label: c.say(`why.${part}`),
              from,
              content: text(trend === undefined ? "lead" : "body", [{ text: c.rich(sentence), from }]),
              strong: part === "opportunity",
            };
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

/** True of a why that is its statement and one sentence more at most, without a chart. */
export const bareWhy = (s: SlideContext): boolean =>
  trendOf(s) === undefined && PARTS.filter((part) => s.bundle.why[part] !== undefined).length < 2;

interface Trend {
  readonly metric: Metric;
  /** The bundle's own chart of it. */
  readonly chart?: Chart;
}

/** Kinds of charts that show how a measure went. */
const COURSES: ReadonlySet<string> = new Set(["line", "area", "column"]);

/** Ids of the charts that stand on the slides of the reasons, the first of each reason's evidence, and on the author's own pages. */
const onOtherPages = ({ bundle, find }: SlideContext): readonly string[] => [
  ...(bundle.leave?.includes("reasons") === true ? [] : (bundle.why.reasons ?? [])).flatMap(
    ({ evidence }) => evidence.find((id) => find.chart(id)) ?? [],
  ),
  ...(bundle.pages ?? []).flatMap(({ blocks }) => blocks.flatMap(({ chart }) => chart ?? [])),
];

/** Ids of the charts that stand on a page of the argument already, so that none is drawn twice at full size. */
export function chartsOfArgument(s: SlideContext): ReadonlySet<string> {
  const shown = trendOf(s)?.chart;
  return new Set([...onOtherPages(s), ...(shown === undefined ? [] : [shown.id])]);
}

/**
 * The course of the first goal's measure: the chart that the bundle draws of it, else the measure itself; undefined where
 * a reason shows it, or where it has no course.
 */
function trendOf(s: SlideContext): Trend | undefined {
  const { bundle, figures, find } = s;
  const metric = find.metric(bundle.goals[0]?.metric);
  if (metric === undefined || bundle.leave?.includes("why") === true) return undefined;
  const drawn = (bundle.charts ?? []).filter(({ metrics }) => metrics?.includes(metric.id));
  const taken = new Set(onOtherPages(s));
  if (drawn.some(({ id }) => taken.has(id))) return undefined;
  const chart = drawn.find(({ kind, metrics }) => COURSES.has(kind) && metrics?.[0] === metric.id);
  if (chart !== undefined) return { chart, metric };
  const known = figures.metrics[metric.id]?.points.filter(({ value }) => value !== null) ?? [];
  return known.length >= COURSE ? { metric } : undefined;
}

function beside(c: BuildContext, { metric, chart }: Trend, rows: Block): Block {
  const exhibit = chart === undefined ? filled("none", 0, course(c, metric)) : headedExhibit(c, chart, LEAST);
  const gap = gapSentence(c, metric.id);
  return filled(
    "normal",
    0,
    columns([7, 5], [exhibit, rows], { align: "stretch" }),
    (chart && chartTakeaway(c, chart)) ?? (gap && takeaway(gap, c.find.path(metric.id))),
  );
}

/** Least height of the course in pt. */
const LEAST = 180;

const course = (c: BuildContext, metric: Metric): Block =>
  c.draw(
    { id: "why-trend", kind: "line", message: metric.name, metrics: [metric.id] },
    LEAST,
    c.find.path(metric.id),
  );
