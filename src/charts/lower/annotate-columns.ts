import type { Chart } from "../../model/bundle/index.ts";
import type { Overlay } from "../../model/overlay.ts";
import { callouts, forecastGround } from "./annotate.ts";
import { cagrArrow, comparison, type Levels } from "./arrows.ts";
import { type Lacks, refuseLacking } from "./asked.ts";
import type { ChartContext } from "./context.ts";
import { type Held, heldAgainst } from "./levels.ts";
import { events, shows } from "./marks.ts";
import type { ChartTable } from "./table.ts";

/** Annotation settings of a chart kind whose values stand over categories. */
interface Manner {
  /** The heights that arrows and words stand on, one a row. */
  readonly levels: Levels;
  /** True where those levels represent all that the chart shows; several series have no common average. */
  readonly whole: boolean;
  /** True where a metric's target is shown even if the chart has no `show`. */
  readonly target: boolean;
  /** Data that are missing for the annotations that only this kind has. */
  readonly lacks?: Lacks;
}

/**
 * Returns the reference levels of columns, lines and areas, and their overlays in the order of the alt text.
 * @throws DiagnosticsError with every annotation that the chart asks for and its data have nothing for, or
 * for a place that is not on the axis.
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
