import type { ChartContext } from "./context.ts";
import type { ChartTable } from "./table.ts";

/**
 * Rows by the size of their first value, or by `sizes`, the largest first; missing ones last, and the residual category ("Other", in
 * the words of the locale) last of all, because it is not one thing. Equal ones keep their order.
 */
export function sortBySize(
  table: ChartTable,
  context: ChartContext,
  sizes: readonly (number | null)[] = table.columns[0]?.values ?? [],
): ChartTable {
  const residual = new Set(
    context
      .say("chart.residual")
      .split("|")
      .map((word) => word.trim().toLowerCase()),
  );
  const size = (n: number): number => sizes[n] ?? Number.NEGATIVE_INFINITY;
  const isRest = (n: number): boolean => residual.has((table.rows[n]?.key ?? "").toLowerCase());
  const order = table.rows
    .map((_row, n) => n)
    .sort((a, b) => Number(isRest(a)) - Number(isRest(b)) || compare(size(b), size(a)) || a - b);
  const arrange = <T>(items: readonly T[]): T[] =>
    order.flatMap((n) => (n < items.length ? [items[n] as T] : []));
  return {
    ...table,
    rows: arrange(table.rows),
    columns: table.columns.map((column) => ({
      ...column,
      values: arrange(column.values),
      from: arrange(column.from),
      kinds: arrange(column.kinds),
      lows: arrange(column.lows),
      highs: arrange(column.highs),
    })),
  };
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
