import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Workbook } from "../../ooxml/spreadsheet/book.ts";
import type { SheetCell } from "../../ooxml/spreadsheet/cells.ts";
import type { NumberFormat } from "../../ooxml/spreadsheet/number-format.ts";
import { dayOf } from "../../ooxml/spreadsheet/serial.ts";
import type { TableCell, Typed } from "../table/table.ts";

/** A cell of a workbook as a table has it. */
export interface WorkbookCell extends TableCell {
  readonly typed: Typed;
  /** For dates: the smallest part of the calendar that the cell shows. */
  readonly to?: "day" | "month" | "year";
  readonly problem?: Diagnostic;
  /** Currency that its format shows: €, EUR. */
  readonly currency?: string;
  /** The cell shows the result of a formula, and what is to be said of that. */
  readonly computed?: "here" | "elsewhere";
  /** Numbers of the other workbooks that its formula reads. */
  readonly reads?: readonly number[];
}

/** A cell as it is seen, and its content; `line` is its column, or its row in a table on its side. */
export function readCell(
  cell: SheetCell,
  place: Place,
  line: messages.TableLine,
  book: Workbook,
): WorkbookCell {
  const { content, formula } = cell;
  const reads = formula === undefined ? [] : othersIn(formula, book.others.length);
  const base = {
    place,
    ...(formula === undefined
      ? {}
      : { computed: reads.length > 0 ? ("elsewhere" as const) : ("here" as const) }),
    ...(reads.length > 0 ? { reads } : {}),
  };
  const text = (text: string): WorkbookCell => ({ ...base, text: text.trim(), typed: { type: "text" } });
  const failed = (text: string, problem: Diagnostic): WorkbookCell => ({
    ...{ ...base, text, typed: { type: "fault" } as const, problem },
  });
  switch (content.type) {
    case "text":
      return text(content.text);
    case "boolean":
      return { ...base, text: content.value ? "TRUE" : "FALSE", typed: { type: "boolean" } };
    case "error":
      // #N/A that somebody typed, or asked for by NA(), is how charts of Excel leave a point out.
      if (content.text === "#N/A" && (formula === undefined || /\bNA\(\s*\)|^#N\/A$/i.test(formula)))
        return text("");
      return failed(content.text, messages.workbookError({ place }, content.text, line));
    case "uncomputed":
      return failed("", messages.workbookUncomputed({ place }, line, formula ?? ""));
    case "date": {
      const day = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(content.text)?.[1];
      return day === undefined
        ? { ...base, text: content.text, typed: { type: "time" } }
        : { ...base, text: day, typed: { type: "date" }, to: book.format(cell.style).to ?? "day" };
    }
    case "number": {
      // A zero in a workbook whose formulas nobody has computed is what programs put in their place.
      if (formula !== undefined && book.recalculates && content.value === 0)
        return failed("", messages.workbookUncomputed({ place }, line, formula));
      return { ...base, ...numberCell(content.value, book.format(cell.style), book, place, line) };
    }
  }
}

function numberCell(
  value: number,
  format: NumberFormat,
  { dates }: Workbook,
  place: Place,
  line: messages.TableLine,
): Omit<WorkbookCell, "place"> {
  switch (format.shows) {
    case "date": {
      const day = dayOf(value, dates);
      if (day !== undefined) return { text: day, typed: { type: "date" }, to: format.to ?? "day" };
      const problem = messages.workbookBadDate({ place }, String(value), line);
      return { text: String(value), typed: { type: "fault" }, problem };
    }
    case "time":
      return { text: String(value), typed: { type: "time" } };
    case "percent": {
      const shown = format.scaled === false ? value : Number((value * 100).toPrecision(15));
      return { text: `${shown}%`, typed: { type: "number", value: shown, percent: true } };
    }
    case "number": {
      const { currency } = format;
      return {
        ...{ text: shownNumber(value, format), typed: { type: "number", value, percent: false } as const },
        ...(currency === undefined ? {} : { currency }),
      };
    }
  }
}

/** A whole number with the words and zeros of its format, as labels show it: Q1, FY2026, 007; any other as digits. */
function shownNumber(value: number, { before = "", after = "", digits = 0 }: NumberFormat): string {
  const whole = Number.isInteger(value) && value >= 0 && value < 1e15;
  return whole ? `${before}${String(value).padStart(digits, "0")}${after}`.trim() : String(value);
}

/** Numbers of other workbooks in a formula, as in [1]Sheet!A1; a column of a table may be called 1, too. */
function othersIn(formula: string, known: number): readonly number[] {
  const found = [...formula.replaceAll(/"[^"]*"/g, "").matchAll(/(?<![\p{L}\p{N}_.\]])\[(\d+)\]/gu)];
  return [...new Set(found.map(([, n]) => Number(n)))].filter((n) => n >= 1 && n <= known);
}

/**
 * The texts of a column of dates: months or years where the cells show no more and no two are the same, otherwise days.
 * A day that only shows its month may be one of thirty in it.
 */
export function datesOf(cells: readonly (WorkbookCell | undefined)[]): readonly (WorkbookCell | undefined)[] {
  const dated = cells.filter((cell) => cell?.typed.type === "date");
  const short = dated.map((cell) => cell?.text.slice(0, LENGTHS[cell.to ?? "day"]) ?? "");
  if (new Set(short).size < dated.length) return cells;
  return cells.map((cell) =>
    cell?.typed.type === "date" ? { ...cell, text: cell.text.slice(0, LENGTHS[cell.to ?? "day"]) } : cell,
  );
}

const LENGTHS = { day: 10, month: 7, year: 4 } as const;
