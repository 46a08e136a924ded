import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import type { At } from "../../diagnostics/make.ts";
import * as messages from "../../diagnostics/messages/index.ts";

/** Content of a cell, where its file tells a number from a text. A fault has been reported where the file was read. */
export type Typed =
  | { readonly type: "number"; readonly value: number; readonly percent: boolean }
  | { readonly type: "text" | "date" | "time" | "boolean" | "fault" };

export interface TableCell {
  readonly text: string;
  readonly place: Place;
  /** Absent where the file holds letters alone. */
  readonly typed?: Typed;
}

/** A row below the heading: its cells by the keys of the columns that were wanted. */
export interface TableRow {
  readonly place: Place;
  readonly cells: ReadonlyMap<string, TableCell>;
}

/** A column that the bundle names: by which key it is asked for, its heading, and where the bundle names it. */
export interface WantedColumn {
  readonly key: string;
  readonly name: string;
  readonly at: At;
}

/** Columns and rows that a metric or a chart asks a file for. */
export interface TableRequest {
  readonly wanted: readonly WantedColumn[];
  /** Most rows below the heading. */
  readonly limit: number;
  readonly what: "metric" | "chart" | "cost or benefit";
  /** Lines that the names are those of: rows where the table lies on its side and its periods stand side by side. */
  readonly is: messages.TableLine["is"];
}

/** A table as it was found in a file, whatever the format; one on its side has been turned, and its columns are rows here. */
export interface OpenTable {
  readonly form: messages.TableForm;
  readonly is: messages.TableLine["is"];
  readonly rows: readonly TableRow[];
  /** True where commas part the cells, so that a comma in a number is less likely to be its decimal mark. */
  readonly commas: boolean;
  /** The place where the table begins. */
  readonly start: Place;
  /** Errors in cells; the rows are there all the same, so that all is said at once. */
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

export type Opened = OpenTable | { readonly problems: readonly Diagnostic[] };

/** Letters with accents are one or two characters (Unicode, canonical equivalence); programs write either. */
export const sameName = (name: string): string => name.normalize("NFC").trim();

/** The first of several findings of one kind, which says how many more there are. */
export const folded = (
  found: readonly Diagnostic[],
  of: "cell" | "row",
  line?: messages.TableLine["is"],
): readonly Diagnostic[] => {
  const [first] = found;
  if (first === undefined || found.length === 1) return found;
  return [messages.andMore(first, found.length - 1, of, line)];
};
