import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import type { ChartTable } from "../model/bundle/tables.ts";
import type { JsonPath } from "../model/figures.ts";
import { badCharacter, charactersOf, SUSPECT } from "./characters.ts";
import { readKinds } from "./table/kinds.ts";
import { readNumbers } from "./table/numbers.ts";
import {
  folded,
  type OpenTable,
  type TableCell,
  type TableRequest,
  type TableRow,
  type WantedColumn,
} from "./table/table.ts";

/** Most rows of the table: the most data of a chart, before its kind says what it can draw. */
const MAX_ROWS = 200;

const NUMBERS = ["value", "low", "high", "target", "base", "x", "y", "size"] as const;
/** Numbers of other measures than the values of the chart. */
const UNSCALED: ReadonlySet<string> = new Set(["x", "y", "size"]);
const TEXTS = ["label", "kind", "group"] as const;

export interface ChartData {
  /** Names of the series, where the columns or the cells of the file give them. */
  readonly series?: readonly string[];
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly Diagnostic[];
  /** Returns the place of a datum in the file: `rest` is [datum, field, …]. */
  readonly place: (rest: JsonPath) => Place;
}

interface Datum {
  readonly fields: Record<string, unknown>;
  readonly row: TableRow;
  readonly cells: Record<string, TableCell | undefined>;
}

interface ChartColumns {
  /** Columns of one name each. */
  readonly single: readonly WantedColumn[];
  /** Columns of the series in the wide form. */
  readonly wide: readonly WantedColumn[];
}

function columnsOf(source: ChartTable, at: ChartAt): ChartColumns {
  const single = [...TEXTS, ...NUMBERS].flatMap((field) => {
    const name = source[field];
    return name === undefined ? [] : [{ key: field as string, name, at: at(field) }];
  });
  const wide = (source.values ?? []).map((name, n) => ({ key: `values.${n}`, name, at: at("values", n) }));
  return { single, wide };
}

/** Returns where the bundle names a column. */
type ChartAt = (...field: readonly (string | number)[]) => At;

/** Columns and rows that a chart asks a file for. */
export function chartRequest(source: ChartTable, at: ChartAt): TableRequest {
  const { single, wide } = columnsOf(source, at);
  const long = source.series === undefined ? [] : [{ key: "series", name: source.series, at: at("series") }];
  return {
    wanted: [...single, ...wide, ...long],
    limit: source.series === undefined ? MAX_ROWS : MAX_ROWS * MAX_SERIES,
    what: "chart",
    is: "column",
  };
}

/**
 * The data of a chart from a table: one row per category. Several series stand in columns of their own (`values`, the
 * wide form) or below one another with a column that names them (`series`, the long form). `percent` says that something
 * of the chart is measured in percent.
 */
export function chartData(
  { rows, start, form, commas, problems: found }: OpenTable,
  source: ChartTable,
  percent: boolean,
): ChartData {
  const fail = (problems: readonly Diagnostic[]): ChartData => ({ data: [], problems, place: () => start });
  const { single, wide } = columnsOf(source, () => ({}));
  const cells = (key: string) => rows.map((row) => row.cells.get(key));
  const numeric = [...single.filter(({ key }) => NUMBERS.some((one) => one === key)), ...wide];
  const numbers = readNumbers(
    numeric.map(({ key, name }) => ({
      ...{ key, line: { name, is: "column" }, cells: cells(key) },
      scale: UNSCALED.has(key) ? undefined : source.in,
    })),
    { form, commas, decimal: "csv" in source ? source.decimal : undefined, percent },
  );
  const kinds = readKinds(cells("kind"), { name: source.kind ?? "kind", is: "column" }, form);
  const problems: Diagnostic[] = [...found, ...numbers.problems, ...kinds.problems];
  const cell = (row: TableRow, key: string): TableCell | undefined => row.cells.get(key);
  const words = (row: TableRow, key: string): string => lineOf(cell(row, key)?.text ?? "");
  for (const key of ["label", "group", "series"]) problems.push(...folded(unfit(cells(key)), "cell"));

  const read = (row: TableRow, i: number): Datum => {
    const number = (key: string): number | null => numbers.values.get(key)?.[i] ?? null;
    const fields: Record<string, unknown> = { label: words(row, "label") };
    for (const field of NUMBERS) {
      if (source[field] === undefined) continue;
      const value = number(field);
      if (value !== null) fields[field] = value;
      else if (field === "value") fields[field] = null;
    }
    const group = words(row, "group");
    if (group !== "") fields["group"] = group;
    const kind = kinds.values[i];
    if (kind !== undefined) fields["kind"] = kind;
    const found: Record<string, TableCell | undefined> = {};
    for (const { key } of [...single, ...wide]) found[key] = cell(row, key);
    if (wide.length > 0) fields["values"] = wide.map(({ key }) => number(key));
    return { fields, row, cells: found };
  };
  const each = rows.map(read);
  const made =
    source.series === undefined
      ? { data: each, series: source.values }
      : pivot(each, source.series, (row) => words(row, "series"), problems, form);
  if (problems.length > 0) return fail(problems);
  const place = (rest: JsonPath): Place => {
    const [index, ...field] = rest;
    const datum = typeof index === "number" ? made.data[index] : undefined;
    return datum?.cells[field.join(".")]?.place ?? datum?.row.place ?? start;
  };
  return {
    data: made.data.map(({ fields }) => fields),
    ...(made.series === undefined ? {} : { series: made.series }),
    problems,
    place,
  };
}

/** A cell may hold several lines; a label is one. */
const lineOf = (text: string): string => text.replaceAll(/[\t\r\n]+/g, " ");

/** Cells with a character that no slide can hold or no reader can see. */
const unfit = (cells: readonly (TableCell | undefined)[]): readonly Diagnostic[] =>
  cells.flatMap((cell) => {
    if (cell === undefined || !SUSPECT.test(cell.text)) return [];
    const bad = badCharacter(charactersOf(lineOf(cell.text)));
    return bad === undefined ? [] : [messages.badCharacter({ place: cell.place }, bad.code, bad.fault)];
  });

/** Most series: the most values of a datum. */
const MAX_SERIES = 12;

/** Rows of the long form by their label, series in the order in which they first appear; what no row names is missing. */
function pivot(
  rows: readonly Datum[],
  column: string,
  seriesOf: (row: TableRow) => string,
  problems: Diagnostic[],
  form: messages.TableForm,
): { readonly data: readonly Datum[]; readonly series: readonly string[] } {
  const series = [...new Set(rows.map(({ row }) => seriesOf(row)))];
  const repeated: Diagnostic[] = [];
  const byLabel = new Map<string, Datum & { readonly seen: Set<number> }>();
  for (const one of rows) {
    const label = String(one.fields["label"]);
    const n = series.indexOf(seriesOf(one.row));
    const before = byLabel.get(label);
    const { value: _value, ...rest } = one.fields;
    const datum = before ?? {
      ...one,
      fields: { ...rest, values: series.map((): number | null => null) },
      cells: { ...one.cells },
      seen: new Set<number>(),
    };
    byLabel.set(label, datum);
    if (datum.seen.has(n)) {
      const at: At = { place: one.cells["label"]?.place ?? one.row.place };
      repeated.push(messages.tableRepeatedCell(at, label, series[n] ?? "", column, form));
    }
    datum.seen.add(n);
    (datum.fields["values"] as (number | null)[])[n] = (one.fields["value"] as number | null) ?? null;
    datum.cells[`values.${n}`] = one.cells["value"];
  }
  problems.push(...folded(repeated, "row"));
  return { data: [...byLabel.values()], series };
}
