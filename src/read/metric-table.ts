import { comparePeriods, parsePeriod } from "../base/period.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import type { ValueKind } from "../model/bundle/common.ts";
import type { Value } from "../model/bundle/index.ts";
import type { MetricTable, StreamTable } from "../model/bundle/tables.ts";
import type { JsonPath } from "../model/figures.ts";
import { readKinds } from "./table/kinds.ts";
import { type NumberColumn, readNumbers } from "./table/numbers.ts";
import { readPeriods } from "./table/periods.ts";
import type { OpenTable, TableRequest, TableRow } from "./table/table.ts";

/** Most rows of the table: the most values of a metric. */
const MAX_ROWS = 2_000;

export interface MetricValues {
  readonly values: readonly Value[];
  readonly problems: readonly Diagnostic[];
  /** Returns the place of a value in the file: `rest` is [row, field]. */
  readonly place: (rest: JsonPath) => Place;
}

const COLUMNS = ["period", "value", "kind", "low", "high"] as const;

type Source = MetricTable | StreamTable;

const nameOf = (source: Source, field: (typeof COLUMNS)[number]): string | undefined =>
  (source as Partial<Record<string, string>>)[field];

/** Columns and rows that a metric asks a file for; `at(field)` is where the bundle names a column. */
export const metricRequest = (source: Source, at: (field: string) => At): TableRequest => ({
  wanted: COLUMNS.flatMap((field) => {
    const name = nameOf(source, field);
    return name === undefined ? [] : [{ key: field, name, at: at(field) }];
  }),
  limit: MAX_ROWS,
  what: "metric",
  is: source.across === true ? "row" : "column",
});

/** The values of a metric from a table; `percent` says that the metric is measured in percent. */
export function metricValues(
  { rows, start, form, commas, problems, is }: OpenTable,
  source: Source,
  percent: boolean,
): MetricValues {
  const cells = (key: string) => rows.map((row) => row.cells.get(key));
  const numbers = readNumbers(
    COLUMNS.flatMap((key): NumberColumn[] => {
      const name = nameOf(source, key);
      return name === undefined || key === "period" || key === "kind"
        ? []
        : [{ key, scale: source.in, line: { name, is }, cells: cells(key) }];
    }),
    { form, commas, decimal: "csv" in source ? source.decimal : undefined, percent },
  );
  const periods = readPeriods(cells("period"), { name: source.period ?? "", is }, source.dates, form);
  const kinds = readKinds(cells("kind"), { name: nameOf(source, "kind") ?? "kind", is }, form);
  const number = (key: string, i: number): number | undefined => numbers.values.get(key)?.[i] ?? undefined;
  const values = rows.map(
    (row, i): Read => ({
      row,
      value: {
        period: periods.texts[i] ?? "",
        value: number("value", i) ?? null,
        ...optional("kind", kinds.values[i] as ValueKind | undefined),
        ...optional("low", number("low", i)),
        ...optional("high", number("high", i)),
      },
    }),
  );
  const ordered = newestFirst(values) ? values.toReversed() : values;
  const place = (rest: JsonPath): Place => {
    const [index, field] = rest;
    const row = typeof index === "number" ? ordered[index]?.row : undefined;
    // In a workbook, a value is its cell; in a text, the line that it stands in.
    const key = field ?? (form === "xlsx" ? "value" : undefined);
    return (typeof key === "string" ? row?.cells.get(key)?.place : undefined) ?? row?.place ?? start;
  };
  return {
    values: ordered.map(({ value }) => value),
    problems: [...problems, ...periods.problems, ...numbers.problems, ...kinds.problems],
    place,
  };
}

interface Read {
  readonly row: TableRow;
  readonly value: Value;
}

/** Databases and dashboards often write the latest period in the first row. */
function newestFirst(values: readonly Read[]): boolean {
  const periods = values.map(({ value }) => parsePeriod(value.period));
  return (
    periods.length > 1 &&
    periods.every((period, i) => {
      const before = periods[i - 1];
      return (
        period !== undefined && (i === 0 || (before !== undefined && comparePeriods(before, period) > 0))
      );
    })
  );
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
