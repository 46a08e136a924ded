import { comparePeriods, parsePeriod } from "../base/period.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import type { CsvSource, ValueKind } from "../model/bundle/common.ts";
import type { Value } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { readKinds } from "./csv/kinds.ts";
import { type NumberColumn, readNumbers } from "./csv/numbers.ts";
import { type CsvRow, openCsv } from "./csv/open.ts";
import { readPeriods } from "./csv/periods.ts";

/** Most rows of the file: the most values of a metric. */
const MAX_ROWS = 2_000;

export interface CsvValues {
  readonly values: readonly Value[];
  readonly problems: readonly Diagnostic[];
  /** Returns the place of a value in the file: `rest` is [row, field]. */
  readonly place: (rest: JsonPath) => Place;
}

/**
 * Reads the values of a metric from CSV.
 * `file` is the name for places; `at(field)` is where the bundle names a column; `percent` says that the metric is
 * measured in percent.
 */
export function readCsv(
  bytes: Uint8Array,
  file: string,
  source: CsvSource,
  at: (field: keyof CsvSource) => At,
  percent = false,
): CsvValues {
  const start: Place = { file, line: 1, column: 1 };
  const columns = (["period", "value", "kind", "low", "high"] as const).flatMap((field) => {
    const name = source[field];
    return name === undefined ? [] : [{ key: field, name, at: at(field) }];
  });
  const opened = openCsv(bytes, file, columns, MAX_ROWS, "metric");
  if ("problems" in opened) return { values: [], problems: opened.problems, place: () => start };
  const { rows, delimiter } = opened;
  const cells = (key: string) => rows.map((row) => row.cells.get(key));
  const numbers = readNumbers(
    columns.flatMap(({ key, name }): NumberColumn[] =>
      key === "period" || key === "kind" ? [] : [{ key, name, cells: cells(key) }],
    ),
    { delimiter, decimal: source.decimal, percent },
  );
  const periods = readPeriods(cells("period"), source.period, source.dates);
  const kinds = readKinds(cells("kind"), source.kind ?? "kind");
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
    return (typeof field === "string" ? row?.cells.get(field)?.place : undefined) ?? row?.place ?? start;
  };
  return {
    values: ordered.map(({ value }) => value),
    problems: [...periods.problems, ...numbers.problems, ...kinds.problems],
    place,
  };
}

interface Read {
  readonly row: CsvRow;
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
