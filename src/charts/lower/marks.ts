import { Refusal } from "../../diagnostics/diagnostic.ts";
import { chartMarkNotFound } from "../../diagnostics/messages.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { Overlay } from "../../model/chart.ts";
import type { ChartContext } from "../kind.ts";
import { fullText } from "./number.ts";
import type { ChartTable } from "./table.ts";

type Annotation = NonNullable<Chart["show"]>[number];

/** Whether an annotation is asked for; where the chart says nothing about annotations, those of `usual` are. */
export const shows = (chart: Chart, annotation: Annotation, usual: readonly Annotation[] = []): boolean =>
  (chart.show ?? usual).includes(annotation);

/**
 * Events at the periods or categories that the chart names.
 * @throws Refusal for one that is not on the axis.
 */
export function events(chart: Chart, table: ChartTable, context: ChartContext): readonly Overlay[] {
  return (chart.marks ?? []).map((mark, n): Overlay => {
    const c = table.rows.findIndex(
      (row) => row.key === mark.at || row.long === mark.at || row.category.label === mark.at,
    );
    if (c < 0) {
      const known = table.rows.map((row) => row.key);
      throw new Refusal([
        chartMarkNotFound({ path: [...context.from, "marks", n, "at"] }, chart.id, mark.at, known),
      ]);
    }
    return { type: "event", c, text: mark.text, ink: "muted" };
  });
}

export interface Target {
  readonly value: number;
  /** "Target 12.0% by Q4 2027". */
  readonly text: string;
}

/** The chart's own target, or that of its only metric. */
export function targetOf(chart: Chart, table: ChartTable, context: ChartContext): Target | undefined {
  if (chart.target !== undefined) {
    return {
      value: chart.target,
      text: context.say("chart.target", { value: fullText(context, chart.target, table.measure) }),
    };
  }
  const target = table.columns.length === 1 ? table.columns[0]?.metric?.target : undefined;
  if (target === undefined) return undefined;
  const by = target.byText;
  return {
    value: target.value,
    text:
      by === undefined
        ? context.say("chart.target", { value: target.text })
        : context.say("chart.target.by", { value: target.text, by }),
  };
}
