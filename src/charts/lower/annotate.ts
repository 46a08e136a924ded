import { Decimal } from "../../base/decimal.ts";
import type { Overlay } from "../../model/chart.ts";
import type { ChartContext } from "../kind.ts";
import type { Target } from "./marks.ts";
import { goodness } from "./notation.ts";
import { fullText } from "./number.ts";
import { minus, sum } from "./scale.ts";
import { type ChartTable, given } from "./table.ts";

/** The annotations that think-cell users expect, computed from the data. */

/** From the first to the latest value, with the yearly rate that the figures hold; nothing where there is none. */
export function cagrArrow(table: ChartTable, context: ChartContext): readonly Overlay[] {
  const metric = table.columns.length === 1 ? table.columns[0]?.metric : undefined;
  const rate = metric?.figures["cagr"];
  const first = metric?.figures["first"];
  const latest = metric?.figures["latest"];
  if (rate === undefined || first === undefined || latest === undefined) return [];
  const from = table.rows.findIndex((row) => row.key === first.period);
  const to = table.rows.findIndex((row) => row.key === latest.period);
  if (from < 0 || to <= from) return [];
  return [
    {
      type: "arrow",
      style: "growth",
      from: { c: from, v: first.value },
      to: { c: to, v: latest.value },
      text: context.say("chart.cagr", { value: rate.text }),
      ink: "ink",
    },
  ];
}

/**
 * From the last value to the target where there is one, else from the first value to the last: absolute, and relative
 * where the unit is not itself a share.
 */
export function differenceArrow(
  table: ChartTable,
  target: Target | undefined,
  context: ChartContext,
): readonly Overlay[] {
  const column = table.columns[0];
  const points = column === undefined ? [] : given(column);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || (target === undefined && first.n === last.n)) return [];
  const from = target === undefined ? first : last;
  const end = target?.value ?? last.value;
  const change = minus(end, from.value);
  const share = table.measure.unit === "%" || table.measure.unit === "pp";
  const absolute = fullText(context, change, share ? { ...table.measure, unit: "pp" } : table.measure, true);
  const relative =
    share || from.value <= 0 || end < 0
      ? undefined
      : context.format(new Decimal(change).div(Math.abs(from.value)).times(100).toNumber(), {
          unit: "%",
          decimals: 0,
          signed: true,
        });
  return [
    {
      type: "arrow",
      style: "difference",
      from: { c: from.n, v: from.value },
      to: { c: last.n, v: end },
      text: relative === undefined ? absolute : context.say("chart.difference", { absolute, relative }),
      ink: target === undefined ? goodness(change, table.better) : "ink",
    },
  ];
}

/** The mean of the values that are there. */
export function averageOf(table: ChartTable): number | undefined {
  const values = (table.columns[0] === undefined ? [] : given(table.columns[0])).map(({ value }) => value);
  if (values.length < 2) return undefined;
  return new Decimal(sum(values))
    .div(values.length)
    .toDecimalPlaces(table.measure.decimals + 4)
    .toNumber();
}

/** The same period of the year before, for every period that has one. */
export function previousColumn(
  table: ChartTable,
  context: ChartContext,
): { readonly name: string; readonly values: readonly (number | null)[] } | undefined {
  const column = table.columns[0];
  const metric = column?.metric;
  if (column === undefined || metric === undefined) return undefined;
  const byPeriod = new Map(metric.points.map((point) => [point.period, point.value]));
  const values = table.rows.map(
    ({ key }) => byPeriod.get(`${Number(key.slice(0, 4)) - 1}${key.slice(4)}`) ?? null,
  );
  return values.every((value) => value === null)
    ? undefined
    : { name: context.say("chart.series.previous", { name: column.name }), values };
}
