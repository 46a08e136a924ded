import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages.ts";
import { type ChartCsv, VALUE_KINDS } from "../model/bundle/common.ts";
import type { JsonPath } from "../model/figures.ts";
import { type Cell, openCsv, plainNumber, type Row } from "./csv.ts";

/** As many data as a chart may have, before its kind says what it can draw. */
const MAX_ROWS = 200;

const NUMBERS = ["value", "low", "high", "target", "base", "x", "y", "size"] as const;
const TEXTS = ["label", "kind", "group"] as const;

export interface ChartCsvData {
  /** Names of the series, where the columns or the cells of the file give them. */
  readonly series?: readonly string[];
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly Diagnostic[];
  /** Where a datum stands in the file: `rest` is [datum, field, …]. */
  readonly place: (rest: JsonPath) => Place;
}

interface Datum {
  readonly fields: Record<string, unknown>;
  readonly row: Row;
  readonly cells: Record<string, Cell | undefined>;
}

/**
 * Reads the data of a chart from CSV: one row per category. Several series stand in columns of their own (`values`, the
 * wide form) or below one another with a column that names them (`series`, the long form).
 * `file` is the name for places; `at(field)` is where the bundle names a column.
 */
export function readChartCsv(
  bytes: Uint8Array,
  file: string,
  source: ChartCsv,
  at: (...field: readonly (string | number)[]) => At,
): ChartCsvData {
  const start: Place = { file, line: 1, column: 1 };
  const fail = (problems: readonly Diagnostic[]): ChartCsvData => ({
    data: [],
    problems,
    place: () => start,
  });
  const limit = source.series === undefined ? MAX_ROWS : MAX_ROWS * MAX_SERIES;
  const single = [...TEXTS, ...NUMBERS].flatMap((field) => {
    const name = source[field];
    return name === undefined ? [] : [{ key: field as string, name, at: at(field) }];
  });
  const wide = (source.values ?? []).map((name, n) => ({ key: `values.${n}`, name, at: at("values", n) }));
  const long = source.series === undefined ? [] : [{ key: "series", name: source.series, at: at("series") }];
  const opened = openCsv(bytes, file, [...single, ...wide, ...long], limit);
  if ("problems" in opened) return fail(opened.problems);
  const { rows, cell } = opened;
  const problems: Diagnostic[] = [];

  const number = (row: Row, key: string, name: string): number | null => {
    const found = cell(row, key);
    if (found === undefined || found.text === "") return null;
    const value = plainNumber(found.text);
    if (value === undefined)
      problems.push(messages.csvCell({ place: found.place }, found.text, name, "number"));
    return value ?? null;
  };
  const read = (row: Row): Datum => {
    const fields: Record<string, unknown> = { label: cell(row, "label")?.text ?? "" };
    for (const field of NUMBERS) {
      const name = source[field];
      if (name === undefined) continue;
      const value = number(row, field, name);
      if (value !== null) fields[field] = value;
      else if (field === "value") fields[field] = null;
    }
    const group = cell(row, "group")?.text ?? "";
    if (group !== "") fields["group"] = group;
    const kind = cell(row, "kind");
    if (kind !== undefined && kind.text !== "") {
      if (VALUE_KINDS.some((one) => one === kind.text)) fields["kind"] = kind.text;
      else problems.push(messages.csvCell({ place: kind.place }, kind.text, source.kind ?? "kind", "kind"));
    }
    const cells: Record<string, Cell | undefined> = {};
    for (const { key } of single) cells[key] = cell(row, key);
    if (wide.length > 0) {
      fields["values"] = wide.map(({ key, name }) => number(row, key, name));
      for (const { key } of wide) cells[key] = cell(row, key);
    }
    return { fields, row, cells };
  };
  const each = rows.map(read);
  const made =
    source.series === undefined
      ? { data: each, series: source.values }
      : pivot(each, source, (row) => cell(row, "series"), problems);
  if (problems.length > 0) return fail(problems);
  const place = (rest: JsonPath): Place => {
    const [index, ...field] = rest;
    const datum = typeof index === "number" ? made.data[index] : undefined;
    return datum?.cells[field.join(".")]?.place ?? datum?.row[0]?.place ?? start;
  };
  return {
    data: made.data.map(({ fields }) => fields),
    ...(made.series === undefined ? {} : { series: made.series }),
    problems,
    place,
  };
}

/** As many as a datum may have values. */
const MAX_SERIES = 12;

/** Rows of the long form by their label, series in the order in which they first appear; what no row names is missing. */
function pivot(
  rows: readonly Datum[],
  source: ChartCsv,
  seriesCell: (row: Row) => Cell | undefined,
  problems: Diagnostic[],
): { readonly data: readonly Datum[]; readonly series: readonly string[] } {
  const series = [...new Set(rows.map(({ row }) => seriesCell(row)?.text ?? ""))];
  const byLabel = new Map<string, Datum & { readonly seen: Set<number> }>();
  for (const one of rows) {
    const label = String(one.fields["label"]);
    const column = series.indexOf(seriesCell(one.row)?.text ?? "");
    const before = byLabel.get(label);
    const { value: _value, ...rest } = one.fields;
    const datum = before ?? {
      ...one,
      fields: { ...rest, values: series.map((): number | null => null) },
      cells: { ...one.cells },
      seen: new Set<number>(),
    };
    byLabel.set(label, datum);
    if (datum.seen.has(column)) {
      const place = one.cells["label"]?.place ?? one.row[0]?.place;
      const at: At = place === undefined ? {} : { place };
      problems.push(messages.csvRepeatedCell(at, label, series[column] ?? "", source.series ?? "series"));
    }
    datum.seen.add(column);
    (datum.fields["values"] as (number | null)[])[column] = (one.fields["value"] as number | null) ?? null;
    datum.cells[`values.${column}`] = one.cells["value"];
  }
  return { data: [...byLabel.values()], series };
}
