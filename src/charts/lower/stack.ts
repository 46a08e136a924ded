import { Decimal } from "../../base/decimal.ts";
import type { ValueKind } from "../../model/bundle/common.ts";
import type { Label, LegendEntry, LineStyle, Paint, Series } from "../../model/chart.ts";
import type { Overlay } from "../../model/overlay.ts";
import type { ColorToken } from "../../model/text.ts";
import type { ChartContext } from "./context.ts";
import { APART, barEdge, barPaint, label, NO_PAINT, series, stackInk, textOn } from "./notation.ts";
import { formatCode, fullText, markText } from "./number.ts";
import { sum } from "./scale.ts";
import type { ChartTable, TableColumn } from "./table.ts";
import { remarks } from "./wording.ts";

/** Returns the text of a part of a stack; null leaves it out. */
export type PartText = (
  value: number,
  row: number,
) => { readonly text: string; readonly value: boolean } | null;

/** The parts of all stacks, from the foot up: one series each, its numbers in the middle of its parts. */
export function stackSeries(
  table: ChartTable,
  context: ChartContext,
  text: PartText,
  inkOf: (column: number) => ColorToken = stackInk,
): Series[] {
  return table.columns.map((column, n) => {
    const ink = inkOf(n);
    const usual =
      column.kinds[
        Math.max(
          0,
          column.values.findIndex((value) => value !== null),
        )
      ] ?? "actual";
    const points: Record<number, Series["points"][number]> = {};
    column.kinds.forEach((kind, row) => {
      if (kind !== usual) points[row] = { paint: barPaint(kind, ink), line: edge(kind, ink) };
    });
    const written = column.values.map((value, row) =>
      value === null || value === 0 ? null : text(value, row),
    );
    // What is written on a part is its share where it is not its value.
    const said = written.map((each) => (each === null || each.value ? "" : each.text));
    const paintAt = (row: number): Paint => points[row]?.paint ?? barPaint(usual, ink);
    return {
      ...series(
        {
          id: column.id,
          name: column.name,
          role: usual,
          format: formatCode(context, table.measure),
          paint: barPaint(usual, ink),
        },
        column.values,
        { from: column.from, line: edge(usual, ink), ...remarks(table.columns, column, context, said) },
      ),
      points,
      labels: written.map((each, row): Label | null =>
        each === null
          ? null
          : label(each.text, "center", { value: each.value, ink: textOn(paintAt(row)), priority: 0 }),
      ),
    };
  });
}

/** Hatches and outlines in pale inks need a darker edge to have a shape. */
const edge = (kind: ValueKind, ink: ColorToken): LineStyle =>
  barEdge(kind, ink === "accentSoft" || ink === "hairline" ? "faint" : ink) ?? APART;

/** The value of each part, as it stands. */
export const partValue =
  (table: ChartTable, context: ChartContext): PartText =>
  (value) => ({ text: markText(context, value, table.measure), value: true });

/** Height of each stack above zero, depth below, and the total; null where a part is missing. */
export interface Stack {
  readonly top: number;
  readonly foot: number;
  readonly total: number | null;
}

export function stacksOf(table: ChartTable): readonly Stack[] {
  return table.rows.map((_row, n) => {
    const values = table.columns.map((column) => column.values[n] ?? null);
    const known = values.filter((value) => value !== null);
    return {
      top: sum(known.filter((value) => value > 0)),
      foot: sum(known.filter((value) => value < 0)),
      total: known.length < values.length ? null : sum(known),
    };
  });
}

/**
 * The totals over the stacks, as labels of a line that is not drawn. Where parts lie below zero the line stands on the
 * top of the stack, and what it says is not its height.
 */
export function totalSeries(table: ChartTable, context: ChartContext, horizontal: boolean): Series {
  const stacks = stacksOf(table);
  const below = stacks.some((stack) => stack.foot < 0);
  const name = context.say(below ? "chart.total.position" : "chart.total");
  const side = horizontal ? ("right" as const) : ("above" as const);
  return series(
    {
      id: `${table.id}-total`,
      name,
      role: "total",
      format: formatCode(context, table.measure),
      paint: NO_PAINT,
    },
    stacks.map((stack) => (stack.total === null ? null : stack.top)),
    {
      labels: stacks.map((stack, n): Label | null =>
        stack.total === null
          ? null
          : label(markText(context, stack.total, table.measure), side, {
              value: !below,
              bold: true,
              priority: table.rows[n]?.highlight === true ? 9 : 8,
            }),
      ),
    },
  );
}

/**
 * The totals over stacks of shares, which all end at the same height; left out where they are wider than a stack. `edges`
 * are the places of the first and the last category that a stack covers.
 */
export const totalZones = (
  table: ChartTable,
  context: ChartContext,
  edges: readonly { readonly row: number; readonly from: number; readonly to: number }[],
): readonly Overlay[] => {
  const stacks = stacksOf(table);
  return edges.flatMap(({ row, from, to }): readonly Overlay[] => {
    const total = stacks[row]?.total ?? null;
    const text = total === null ? "" : markText(context, total, table.measure);
    return total === null ? [] : [{ type: "zone", from, to, text, brief: text, bold: true }];
  });
};

/** The names of the parts beside the last stack, each at the height of its part there. */
export function partNames(table: ChartTable, levels: (row: number) => readonly (number | null)[]): Overlay[] {
  const last = table.rows.length - 1;
  let [up, down] = [0, 0];
  // Beside a stack that is missing, the names keep the heights of the last one that is there.
  const known = table.rows.map((_row, n) => levels(n)).findLast((each) => each.some((level) => level));
  const values = known ?? levels(last);
  return table.columns.map((column, n): Overlay => {
    const value = values[n] ?? 0;
    const from = value < 0 ? down : up;
    const to = new Decimal(from).plus(value).toNumber();
    if (value < 0) down = to;
    else up = to;
    return {
      type: "end",
      at: { c: last, v: new Decimal(from).plus(to).div(2).toNumber() },
      text: column.name,
      value: "",
      ink: nameInk(stackInk(n)),
    };
  });
}

/** Names stand beside their parts; only strong colours carry over to them. */
const nameInk = (ink: ColorToken): ColorToken => (ink === "accent" || ink === "ink" ? ink : "muted");

/** Lying bars read better where names are long and categories are not periods. */
export const readsLying = (table: ChartTable): boolean =>
  !table.timed && (table.rows.length > 12 || table.rows.some((row) => [...row.category.label].length > LONG));
const LONG = 18;

export const stackKey = (parts: readonly Series[]): readonly LegendEntry[] =>
  parts.map((part) => ({ name: part.name, paint: part.paint, shape: "box" }));

/** "Totals: 2024 EUR 12 million; 2025 …" */
export function totalsAlt(table: ChartTable, context: ChartContext): readonly string[] {
  const known = stacksOf(table).flatMap((stack, n) =>
    stack.total === null
      ? []
      : [
          context.say("chart.alt.item", {
            label: table.rows[n]?.long ?? "",
            value: fullText(context, stack.total, table.measure),
          }),
        ],
  );
  return known.length === 0
    ? []
    : [context.say("chart.alt.totals", { count: known.length, totals: known.join(context.marks.semicolon) })];
}

/** Share of a whole in %, exact. */
export const partShare = (value: number, whole: number): number =>
  new Decimal(value).div(whole).times(100).toNumber();

/** A share as it is printed: whole percents, and one digit where it would round to nothing. */
export function shareText(context: ChartContext, share: number): string {
  const decimals = share !== 0 && Math.abs(share) < 1 ? 1 : 0;
  return context.format(share, { unit: "%", decimals });
}

/** Returns the levels for target, compare and callouts: the totals, or the values of the only series. */
export const levelsOf = (table: ChartTable): readonly (number | null)[] =>
  table.columns.length === 1 ? (table.columns[0]?.values ?? []) : stacksOf(table).map((stack) => stack.total);

/** The whole of each row, and refusal-free: zero where nothing is known. */
export const wholeOf = (columns: readonly TableColumn[], row: number): number =>
  sum(columns.map((column) => column.values[row] ?? 0));
