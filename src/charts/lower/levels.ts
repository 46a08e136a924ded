import type { Chart } from "../../model/bundle/index.ts";
import type { Series } from "../../model/chart.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Overlay } from "../../model/overlay.ts";
import { averageOf } from "./annotate.ts";
import type { Levels } from "./arrows.ts";
import type { ChartContext } from "./context.ts";
import { shows, type TargetLevel, targetAsked } from "./marks.ts";
import { missingNotes } from "./missing.ts";
import { AVERAGE_LINE, levelSeries, TARGET_LINE } from "./notation.ts";
import { formatCode, fullText, markText } from "./number.ts";
import { type ChartTable, given } from "./table.ts";

/** A height that all bars or lines are held against, with its words; brief where the caption says the unit. */
interface Level {
  readonly role: "average" | "target";
  readonly value: number;
  readonly text: string;
  readonly brief?: string;
  readonly from?: JsonPath | undefined;
}

export interface Held {
  readonly target: TargetLevel | undefined;
  readonly average: number | undefined;
  /** True where the average is asked for and a value is missing, so that there is none; the caption says so. */
  readonly unaveraged: boolean;
  readonly all: readonly Level[];
}

/** Returns the reference levels of a chart: its target, and its average where the chart requests it. */
export function heldAgainst(
  chart: Chart,
  table: ChartTable,
  levels: Levels | undefined,
  usualTarget: boolean,
  context: ChartContext,
): Held {
  const target = targetAsked(chart, table, context, usualTarget);
  const asked = levels !== undefined && shows(chart, "average");
  const unaveraged = asked && levels.includes(null) && given({ values: levels }).length > 1;
  const average = asked && !unaveraged ? averageOf(table, levels) : undefined;
  const mean = (value: string): string => context.say("chart.average", { value });
  return {
    target,
    average,
    unaveraged,
    all: [
      ...(average === undefined
        ? []
        : [
            {
              role: "average" as const,
              value: average,
              text: mean(fullText(context, average, table.measure)),
              brief: mean(markText(context, average, table.measure)),
            },
          ]),
      ...(target === undefined ? [] : [{ role: "target" as const, ...target }]),
    ],
  };
}

/** The words under a chart for what is missing from it, and for the average that it therefore does not have. */
export const gapNotes = (table: ChartTable, held: Held, context: ChartContext): readonly string[] => [
  ...missingNotes(table, context),
  ...(held.unaveraged ? [context.say("chart.average.missing")] : []),
];

/** Returns the levels as lines of the chart, over columns and lines. */
export const levelLines = (
  chart: Chart,
  table: ChartTable,
  { all }: Held,
  context: ChartContext,
): readonly Series[] =>
  all.map(({ role, value, text, brief, from }) => ({
    ...levelSeries(
      {
        id: `${chart.id}-${role}`,
        name: context.say(`chart.series.${role}`),
        role,
        format: formatCode(context, table.measure),
      },
      value,
      table.rows.length,
      text,
      brief,
    ),
    ...(from === undefined ? {} : { from: table.rows.map(() => from) }),
  }));

/** Returns the levels as shapes: horizontal bars cannot carry a line chart (ECMA-376: separate axes). */
export const levelShapes = ({ all }: Held): readonly Overlay[] =>
  all.map(({ role, value, text, from }) => {
    const { ink, dash } = role === "target" ? TARGET_LINE : AVERAGE_LINE;
    return { type: "level", v: value, text, ink, dash, from };
  });
