import type { Chart, Quote } from "../model/bundle/index.ts";
import type { Point } from "../model/story.ts";
import { type Rich, rich } from "../model/text.ts";
import { bold, joined, pageLinks } from "./blocks.ts";
import type { BuildContext } from "./kind.ts";
import { highlighted } from "./meaning.ts";

/** Link to the page that has drawn a quote before: "Petri Oksanen, quoted in Reason 1 (6)"; undefined where none has. */
export function quoteReference(c: BuildContext, point: Point, quote: Quote): Rich | undefined {
  const drawn = c.story.points.find(({ draws }) => draws.includes(quote.id));
  if (drawn === undefined || drawn.id === point.id) return undefined;
  const name = quote.permission === "named" ? c.find.person(quote.from)?.name : undefined;
  return pageLinks(c.say("quote.see", { name }), [drawn], c.locale.marks);
}

/**
 * The objection before this one that draws the same chart. The page of the argument may draw it too, at full size: who
 * reads an answer has its evidence beside it, but only once.
 */
export const objectionThatDraws = (
  points: readonly Point[],
  point: Point,
  chart: string,
): Point | undefined => {
  const first = points.find(({ kind, draws }) => kind === point.kind && draws.includes(chart));
  return first?.id === point.id ? undefined : first;
};

/** The figure of a chart that another page draws, and a link to that page: "62% · drawn in Reason 1 (6)". */
export function chartReference(c: BuildContext, point: Point, chart: Chart): Rich | undefined {
  const drawn = c.story.points.find(({ draws }) => draws.includes(chart.id));
  if (drawn === undefined || drawn.id === point.id) return undefined;
  const metric = c.find.metric(chart.metrics?.[0]);
  const latest = metric && c.figures.metrics[metric.id]?.figures["latest"];
  const figure = latest?.text ?? highlighted(c, chart)?.text;
  const name = metric?.name ?? chart.measure;
  return joined([
    figure === undefined ? undefined : bold(rich(figure)),
    name === undefined ? undefined : c.rich(name),
    pageLinks(c.say("chart.see"), [drawn], c.locale.marks),
  ]);
}
