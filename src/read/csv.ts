import { CsvError, type Info, parse } from "csv-parse/sync";
import { parsePeriod } from "../base/period.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { type CsvSource, VALUE_KINDS, type ValueKind } from "../model/bundle/common.ts";
import type { Value } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { decodeUtf8 } from "./decode.ts";
import { createLines, type Lines } from "./places.ts";

/** As many as a metric may have values. */
const MAX_ROWS = 2_000;

export interface CsvValues {
  readonly values: readonly Value[];
  readonly problems: readonly Diagnostic[];
  /** Where a value stands in the file: `rest` is [row, field]. */
  readonly place: (rest: JsonPath) => Place;
}

export interface Cell {
  readonly text: string;
  readonly place: Place;
}
export type Row = readonly Cell[];

/** A column that the bundle names: by which key it is asked for, its heading, and where the bundle names it. */
export interface Wanted {
  readonly key: string;
  readonly name: string;
  readonly at: At;
}

/** The rows of a CSV file below its header, and the cell of a row in a column that was wanted. */
export interface OpenCsv {
  readonly rows: readonly Row[];
  readonly cell: (row: Row, key: string) => Cell | undefined;
}

/** A number as it is written for machines; undefined for what is none. Minus zero is zero. */
export function plainNumber(text: string): number | undefined {
  const value = Number(text);
  const plain = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text) && Math.abs(value) <= 1e15;
  return plain ? (value === 0 ? 0 : value) : undefined;
}

/**
 * Reads the values of a metric from CSV.
 * `file` is the name for places; `at(field)` is where the bundle names a column.
 */
export function readCsv(
  bytes: Uint8Array,
  file: string,
  source: CsvSource,
  at: (field: keyof CsvSource) => At,
): CsvValues {
  const start: Place = { file, line: 1, column: 1 };
  const columns = (["period", "value", "kind", "low", "high"] as const).flatMap((field) => {
    const name = source[field];
    return name === undefined ? [] : [{ key: field, name, at: at(field) }];
  });
  const opened = openCsv(bytes, file, columns, MAX_ROWS, "metric");
  if ("problems" in opened) return { values: [], problems: opened.problems, place: () => start };
  const { rows, cell } = opened;
  const problems: Diagnostic[] = [];
  const values = rows.map((row) => toValue(row, cell, source, problems));
  const place = (rest: JsonPath): Place => {
    const [index, field] = rest;
    const row = typeof index === "number" ? rows[index] : undefined;
    if (row === undefined) return start;
    return (typeof field === "string" ? cell(row, field)?.place : undefined) ?? row[0]?.place ?? start;
  };
  return { values, problems, place };
}

/**
 * Decodes and splits a CSV file (RFC 4180; a comma, semicolon or tab, whichever the header has most of) and finds the
 * columns that the bundle names.
 */
export function openCsv(
  bytes: Uint8Array,
  file: string,
  wanted: readonly Wanted[],
  limit: number,
  what: "metric" | "chart" = "chart",
): OpenCsv | { readonly problems: readonly Diagnostic[] } {
  const start: Place = { file, line: 1, column: 1 };
  const decoded = decodeUtf8(bytes, file, messages.csvNotUtf8);
  if ("problem" in decoded) return { problems: [decoded.problem] };
  const { text } = decoded;
  const table = readTable(text, createLines(text, file));
  if ("problem" in table) return { problems: [table.problem] };
  const [header, ...rows] = table.rows;
  if (header === undefined || rows.length === 0) return { problems: [messages.csvEmpty({ place: start })] };
  if (rows.length > limit)
    return { problems: [messages.csvTooManyRows({ place: start }, rows.length, limit, what)] };

  const names = header.map((cell) => cell.text);
  const problems: Diagnostic[] = header.flatMap((cell, i) =>
    cell.text !== "" && names.indexOf(cell.text) < i
      ? [messages.csvRepeatedColumn({ place: cell.place }, cell.text)]
      : [],
  );
  const columns = new Map<string, number>();
  for (const { key, name, at } of wanted) {
    const index = names.indexOf(name);
    if (index < 0) problems.push(messages.csvNoColumn(at, name, file, nearest(name, names), names));
    else columns.set(key, index);
  }
  for (const row of rows) {
    const [first] = row;
    if (row.length !== header.length && first !== undefined) {
      problems.push(messages.csvBroken({ place: first.place }, "columns", row.length, header.length));
    }
  }
  if (problems.length > 0) return { problems };
  return { rows, cell: (row, key) => row[columns.get(key) ?? -1] };
}

function toValue(
  row: Row,
  cell: (row: Row, field: string) => Cell | undefined,
  source: CsvSource,
  problems: Diagnostic[],
): Value {
  const refuse = (found: Cell, field: keyof CsvSource, expected: "number" | "period" | "kind"): undefined => {
    problems.push(messages.csvCell({ place: found.place }, found.text, source[field] ?? field, expected));
  };
  const number = (field: "value" | "low" | "high"): number | undefined => {
    const found = cell(row, field);
    if (found === undefined || found.text === "") return undefined;
    return plainNumber(found.text) ?? refuse(found, field, "number");
  };
  const period = cell(row, "period");
  if (period !== undefined && parsePeriod(period.text) === undefined) refuse(period, "period", "period");
  const kind = cell(row, "kind");
  const known = VALUE_KINDS.find((one) => one === kind?.text);
  if (kind !== undefined && kind.text !== "" && known === undefined) refuse(kind, "kind", "kind");
  return {
    period: period?.text ?? "",
    value: number("value") ?? null,
    ...optional("kind", known as ValueKind | undefined),
    ...optional("low", number("low")),
    ...optional("high", number("high")),
  };
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

type Table = { readonly rows: readonly Row[] } | { readonly problem: Diagnostic };

function readTable(text: string, lines: Lines): Table {
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: 1_000_000,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: Info }[];
    // The parser counts bytes to the end of each record, which is where the next one, or a blank line, begins.
    const bytes = new TextEncoder().encode(text);
    const decoder = new TextDecoder();
    let from = 0;
    let offset = 0;
    const rows = records.map(({ record, info }): Row => {
      const raw = decoder.decode(bytes.subarray(from, info.bytes));
      const blank = /^[\r\n]*/.exec(raw)?.[0].length ?? 0;
      const cells = cellOffsets(raw, blank, delimiter);
      const row = record.map((cell, i) => {
        const here = cells[i] ?? { offset: 0, length: 1 };
        return { text: cell.trim(), place: lines.at(offset + here.offset, here.length) };
      });
      from = info.bytes;
      offset += raw.length;
      return row;
    });
    return { rows };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause["lines"] === "number" ? cause["lines"] : 1;
    // An unclosed quotation mark is noticed at the end; it opened in the record after the last whole one.
    const { lines: _, ...rest } = { ...cause } as { lines?: number; bytes_records?: number };
    const begin = new TextDecoder().decode(
      new TextEncoder().encode(text).subarray(0, rest.bytes_records ?? 0),
    ).length;
    const place =
      cause.code === "CSV_QUOTE_NOT_CLOSED" ? lines.at(begin) : lines.at(offsetOfLine(text, line));
    return { problem: messages.csvBroken({ place }, cause.code.includes("QUOTE") ? "quote" : "other") };
  }
}

/** Where the cells of a record start and how long they are, quotation marks included. */
function cellOffsets(raw: string, start: number, delimiter: string): { offset: number; length: number }[] {
  const out: { offset: number; length: number }[] = [];
  let begin = start;
  let quoted = false;
  const body = raw.replace(/[\r\n]+$/, "");
  for (let i = start; i <= body.length; i++) {
    if (body[i] === '"') quoted = !quoted;
    if (i < body.length && (quoted || body[i] !== delimiter)) continue;
    out.push({ offset: begin, length: Math.max(1, i - begin) });
    begin = i + 1;
  }
  return out;
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let n = 1; n < line; n++) {
    const next = text.indexOf("\n", offset);
    if (next < 0) return offset;
    offset = next + 1;
  }
  return offset;
}

/** Excel writes semicolons where the comma is the decimal mark. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const counts = [",", ";", "\t"].map((mark) => ({ mark, n: header.split(mark).length - 1 }));
  return counts.reduce((best, one) => (one.n > best.n ? one : best)).mark;
}
