import type { Metric } from "../model/bundle/index.ts";
import type { Block } from "../model/deck.ts";
import { columns, filled, labelRows, takeaway, text } from "./blocks.ts";
import { again } from "./evidence-blocks.ts";
import { type BuildContext, type SlideContext, slideKind } from "./kind.ts";
import { metricSources } from "./sources.ts";

const PARTS = ["situation", "complication", "now", "opportunity"] as const;
/** Values from which on a series shows a course. */
const COURSE = 3;

/** Start with why: the statement, how one comes to it, and beside that the course of the first goal's measure. */
export const why = slideKind<null>({
  name: "why",
  outline: (s) => {
    const trend = trendOf(s);
    return [
      {
        id: "why",
        section: "why",
        title: s.rich(s.bundle.why.statement),
        titleFrom: ["why", "statement"],
        short: s.words("why.short"),
        content: null,
        about: ["why"],
        say: PARTS.flatMap((part) => {
          const sentence = s.bundle.why[part];
          return sentence === undefined ? [] : [s.rich(sentence)];
        }),
        sources: trend === undefined ? [] : metricSources(s, trend),
        from: [
          ["why", "statement"],
          ...PARTS.filter((part) => s.bundle.why[part] !== undefined).map((part) => ["why", part]),
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

/** The measure of the first goal, where it has a course to show and no chart of the bundle shows it. */
function trendOf({ bundle, figures, find }: SlideContext): Metric | undefined {
  const metric = find.metric(bundle.goals[0]?.metric);
  const known = metric && figures.metrics[metric.id]?.points.filter(({ value }) => value !== null);
  return (known?.length ?? 0) >= COURSE ? metric : undefined;
}

function beside(c: BuildContext, metric: Metric, rows: Block): Block {
  const figures = c.figures.metrics[metric.id];
  const [latest, gap] = [figures?.figures["latest"], figures?.figures["gap"]];
  const course = c.draw(
    { id: "why-trend", kind: "line", message: metric.name, metrics: [metric.id] },
    200,
    c.find.path(metric.id),
  );
  return filled(
    "normal",
    0,
    columns([7, 5], [filled("none", 0, course), rows], { align: "stretch" }),
    latest !== undefined &&
      gap !== undefined &&
      takeaway(
        c.say("meaning.gap", {
          name: metric.name,
          latest: latest.text,
          period: latest.periodText,
          gap: again(gap),
          good: gap.good,
          target: again(figures?.figures["target"]),
          by: figures?.target?.byText,
        }),
      ),
  );
}
