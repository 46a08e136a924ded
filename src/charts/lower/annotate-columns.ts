import type { Chart } from "../../model/bundle/index.ts";
import type { Overlay } from "../../model/chart.ts";
import { callouts, forecastGround } from "./annotate.ts";
import { cagrArrow, comparison, type Levels } from "./arrows.ts";
import { type Lacks, refuseLacking } from "./asked.ts";
import type { ChartContext } from "./context.ts";
import { type Held, heldAgainst } from "./levels.ts";
import { events, shows } from "./marks.ts";
import type { ChartTable } from "./table.ts";

/** How a kind whose values stand over categories is annotated. */
interface Manner {
  /** The heights that arrows and words stand on, one a row. */
  readonly levels: Levels;
  /** Whether those heights speak for all that the chart shows; of several series none has the average or the growth. */
  readonly whole: boolean;
  /** Whether a metric's target is shown where the chart does not say what it shows. */
  readonly target: boolean;
  /** What the data lack for the annotations that are the kind's own. */
  readonly lacks?: Lacks;
}

/**
 * What columns, lines and areas are held against, and what is drawn over them, in the order in which alt text tells it.
 * @throws DiagnosticsError with every annotation that the chart asks for and its data have nothing for, or for a place that is not on the axis.
 */
export function annotateColumns(
  chart: Chart,
  table: ChartTable,
  { levels, whole, target, lacks }: Manner,
  context: ChartContext,
): { readonly held: Held; readonly overlays: readonly Overlay[] } {
  const held = heldAgainst(chart, table, whole ? levels : undefined, target, context);
  const ground = forecastGround(chart, table, context);
  const growth = whole && shows(chart, "cagr") ? cagrArrow(table, levels, context) : [];
  const difference = comparison(chart, table, levels, held.target, context);
  refuseLacking(
    chart,
    {
      target: held.target === undefined && "target",
      forecast: ground.length === 0 && "expected",
      cagr: growth.length === 0 && (whole ? "growth" : "oneSeries"),
      average: held.average === undefined && !held.unaveraged && (whole ? "two" : "oneSeries"),
      difference: difference.length === 0 && "two",
      ...lacks,
    },
    context.from,
  );
  return {
    held,
    overlays: [
      ...events(chart, table, context),
      ...ground,
      ...growth,
      ...difference,
      ...callouts(chart, table, levels, context),
    ],
  };
}
