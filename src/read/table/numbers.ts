import { decimal } from "../../base/decimal.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { SCALE_POWERS, type Scale } from "../../model/bundle/common.ts";
import { folded, type TableCell } from "./table.ts";

export type DecimalMark = "." | ",";

/** A column of numbers, a cell a row; undefined where the row has none. */
export interface NumberColumn {
  readonly key: string;
  /** The scale of the column's numbers; percentages have none. */
  readonly scale?: Scale | undefined;
  readonly line: messages.TableLine;
  readonly cells: readonly (TableCell | undefined)[];
}

export interface NumberForm {
  readonly form: messages.TableForm;
  /** True where commas part the cells of the file. */
  readonly commas: boolean;
  /** Decimal mark that the bundle names. */
  readonly decimal?: DecimalMark | undefined;
  /** True where the metric or chart is measured in percent. */
  readonly percent: boolean;
}

export interface Numbers {
  /** Values of each column by its key; null where the number is missing. */
  readonly values: ReadonlyMap<string, readonly (number | null)[]>;
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads columns of numbers as spreadsheets, databases and people write them. Whether a point or a comma is the decimal
 * mark is told by the cells themselves: what can be read in one way only decides for its column, and the other columns
 * decide for a column that leaves it open. What then remains open is refused, never guessed.
 */
export function readNumbers(columns: readonly NumberColumn[], form: NumberForm): Numbers {
  const read = columns.map((column) => ({ column, readings: column.cells.map(readingOf) }));
  const marks = read.map(({ readings }) => marksOf(readings, form.decimal));
  const shown = onlyMark(marks);
  const problems: Diagnostic[] = [];
  const values = new Map<string, readonly (number | null)[]>();
  for (const [n, { column, readings }] of read.entries()) {
    const possible = marks[n] ?? [];
    const open = possible.length > 1 && readings.some(readsTwoWays);
    const mark = open ? (shown ?? pointsAmongCommas(readings, form.commas)) : possible[0];
    if (mark === undefined && open) {
      problems.push(...ambiguous(column, readings));
      continue;
    }
    const used = mark ?? form.decimal ?? likelier(readings);
    problems.push(...complaints(column, readings, used, form));
    values.set(
      column.key,
      readings.map((reading) => numberIn(reading, used, column.scale) ?? null),
    );
  }
  return { values, problems };
}

/** The number that a cell means; 4.035 in thousands is 4,035 to the digit, which binary arithmetic would miss. */
function numberIn(reading: Reading, mark: DecimalMark, scale: Scale | undefined): number | undefined {
  const value = reading.kind === "number" ? reading[mark] : undefined;
  if (value === undefined || scale === undefined || (reading.kind === "number" && reading.percent))
    return value;
  return decimal(value).times(decimal(10).pow(SCALE_POWERS[scale])).toNumber();
}

/** The decimal mark that some columns of a table show, where another one leaves it open; undefined where none need be told. */
export function decimalShown(
  columns: readonly (readonly (TableCell | undefined)[])[],
): DecimalMark | undefined {
  const read = columns.map((cells) => cells.map(readingOf));
  const marks = read.map((readings) => marksOf(readings, undefined));
  const open = read.some((readings, n) => marks[n]?.length === 2 && readings.some(readsTwoWays));
  return open ? onlyMark(marks) : undefined;
}

/** The one mark that columns show which can be read in one way only; undefined where none does, or they differ. */
function onlyMark(marks: readonly (readonly DecimalMark[])[]): DecimalMark | undefined {
  const certain = new Set(marks.flatMap((possible) => (possible.length === 1 ? possible : [])));
  return certain.size === 1 ? [...certain][0] : undefined;
}

type Reading =
  | { readonly kind: "missing" }
  | { readonly kind: "dash" }
  | { readonly kind: "fault"; readonly fault: messages.NumberFault }
  | {
      readonly kind: "number";
      readonly percent: boolean;
      /** The number with a point for the decimal mark, and with a comma; undefined where it is none. */
      readonly ".": number | undefined;
      readonly ",": number | undefined;
    };

/** Marks of a missing number in R and Excel, SQL, pandas, and data of the World Bank and Eurostat. */
const MISSING = /^(#?n\/?a|n\.\s?a\.?|<na>|null|nan|none|\.\.|:)$/i;

/** Size of the largest number that is read: doubles keep each unit up to there. */
const LARGEST = 1e15;

/** Excel's currency formats write zero as a dash, others write a missing number so. */
const DASH = /^[-\u2010-\u2015\u2212]+$/;

function readingOf(cell: TableCell | undefined): Reading {
  const { text = "", typed } = cell ?? {};
  switch (typed?.type) {
    case "number":
      return Math.abs(typed.value) > LARGEST
        ? { kind: "fault", fault: "number" }
        : { kind: "number", percent: typed.percent, ".": typed.value, ",": typed.value };
    case "date":
    case "time":
    case "boolean":
      return { kind: "fault", fault: typed.type };
    case "fault":
      return { kind: "missing" };
    case "text": {
      // A file that has numbers means a text where it holds one; sums in the workbook pass it over.
      const reading = readingOfText(text);
      const fits = reading.kind === "number" && (reading["."] ?? reading[","]) !== undefined;
      return fits ? { kind: "fault", fault: "text-number" } : reading;
    }
    default:
      return readingOfText(text);
  }
}

function readingOfText(text: string): Reading {
  if (text === "" || MISSING.test(text)) return { kind: "missing" };
  if (DASH.test(text)) return { kind: "dash" };
  // Formulas that failed: #DIV/0!, #REF!, #NAME?
  if (/^#\p{L}/u.test(text)) return { kind: "fault", fault: "formula" };
  const percent = /%$/.test(text);
  const { body, negative } = signed(text.replace(/\s?%$/, ""));
  const value = (mark: DecimalMark): number | undefined => numberOf(body, mark, negative);
  return { kind: "number", percent, ".": value("."), ",": value(",") };
}

/** The sign stands before the number, behind it as SAP writes it, or is a pair of brackets as accountants write it. */
function signed(text: string): { readonly body: string; readonly negative: boolean } {
  const match =
    /^[-\u2212]\s?(.+)$/.exec(text) ?? /^([^-\u2212]+)[-\u2212]$/.exec(text) ?? /^\((.+)\)$/.exec(text);
  const body = match?.[1];
  return body === undefined ? { body: text.replace(/^\+/, ""), negative: false } : { body, negative: true };
}

const SPACES = " \\u00a0\\u2009\\u202f";
const APOSTROPHES = "'\\u2019";
/** Digits without groups, with or without a power of ten; digits in threes; digits in lakhs and crores. */
const FORMS: Readonly<Record<DecimalMark, RegExp>> = {
  ".": new RegExp(
    `^(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?|[1-9]\\d{0,2}([,${SPACES}${APOSTROPHES}])\\d{3}(?:\\1\\d{3})*(?:\\.\\d+)?|[1-9]\\d?(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?)$`,
    "i",
  ),
  ",": new RegExp(
    `^(?:(?:\\d+,?\\d*|,\\d+)(?:e[-+]?\\d+)?|[1-9]\\d{0,2}([.${SPACES}${APOSTROPHES}])\\d{3}(?:\\1\\d{3})*(?:,\\d+)?)$`,
    "i",
  ),
};

function numberOf(body: string, mark: DecimalMark, negative: boolean): number | undefined {
  if (!FORMS[mark].test(body)) return undefined;
  const plain = [...body].filter((each) => /[\de+-]/i.test(each) || each === mark).join("");
  const value = Number(plain.replace(",", "."));
  if (!(value <= LARGEST)) return undefined;
  // No minus zero.
  return negative && value !== 0 ? -value : value;
}

/** Decimal marks with which every number of the column can be read. */
const marksOf = (readings: readonly Reading[], named: DecimalMark | undefined): readonly DecimalMark[] =>
  (named === undefined ? ([".", ","] as const) : [named]).filter((mark) =>
    readings.every((reading) => reading.kind !== "number" || reading[mark] !== undefined),
  );

const readsTwoWays = (reading: Reading): boolean =>
  reading.kind === "number" &&
  reading["."] !== reading[","] &&
  ![reading["."], reading[","]].includes(undefined);

/** Chooses the decimal point for a comma-separated file whose ambiguous numbers contain no comma. */
const pointsAmongCommas = (readings: readonly Reading[], commas: boolean): "." | undefined => {
  const comma = readings.some(
    (one) => one.kind === "number" && readsTwoWays(one) && Math.abs(one["."] ?? 0) > Math.abs(one[","] ?? 0),
  );
  return commas && !comma ? "." : undefined;
};

/** The mark with which fewer cells are wrong. */
const likelier = (readings: readonly Reading[]): DecimalMark => {
  const wrong = (mark: DecimalMark): number =>
    readings.filter((reading) => reading.kind === "number" && reading[mark] === undefined).length;
  return wrong(",") < wrong(".") ? "," : ".";
};

function ambiguous(column: NumberColumn, readings: readonly Reading[]): readonly Diagnostic[] {
  const found = readings.flatMap((reading, i) => {
    const cell = column.cells[i];
    if (cell === undefined || reading.kind !== "number" || !readsTwoWays(reading)) return [];
    const [point, comma] = [reading["."] ?? 0, reading[","] ?? 0];
    return [messages.csvAmbiguousNumber({ place: cell.place }, cell.text, column.line, point, comma)];
  });
  return folded(found, "cell", column.line.is);
}

/** One finding a kind of fault. */
function complaints(
  column: NumberColumn,
  readings: readonly Reading[],
  mark: DecimalMark,
  form: NumberForm,
): readonly Diagnostic[] {
  const marked = readings.filter((one) => one.kind === "number" && one.percent).length;
  const mixed = readings.some((one) => one.kind === "number" && !one.percent && one[mark] !== undefined);
  const kinds = new Map<messages.NumberFault, Diagnostic[]>();
  readings.forEach((reading, i) => {
    const cell = column.cells[i];
    const fault = faultOf(reading);
    if (cell === undefined || fault === undefined) return;
    const found = messages.tableNumber({ place: cell.place }, cell.text, column.line, fault, form.form);
    const same = kinds.get(fault);
    if (same === undefined) kinds.set(fault, [found]);
    else same.push(found);
  });
  return [...kinds.values()].flatMap((found) => folded(found, "cell", column.line.is));

  function faultOf(reading: Reading): messages.NumberFault | undefined {
    if (reading.kind === "missing") return undefined;
    if (reading.kind === "dash") return "dash";
    if (reading.kind === "fault") return reading.fault;
    if (reading[mark] === undefined) {
      if (reading[mark === "." ? "," : "."] === undefined) return "number";
      return form.decimal === undefined ? "marks" : mark === "." ? "point" : "comma";
    }
    if (Math.abs(numberIn(reading, mark, column.scale) ?? 0) > LARGEST) return "number";
    if (!reading.percent) return undefined;
    return marked > 0 && mixed ? "some-percent" : form.percent ? undefined : "percent";
  }
}
