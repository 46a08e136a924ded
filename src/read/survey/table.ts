import { parsePeriod } from "../../base/period.ts";
import type { DecimalMark } from "../table/numbers.ts";
import { readNumbers } from "../table/numbers.ts";
import type { DateOrder } from "../table/period-forms.ts";
import { plainPeriod } from "../table/period-forms.ts";
import { readPeriods } from "../table/periods.ts";
import type { TableCell } from "../table/table.ts";
import { type Block, plainNumber } from "./block.ts";

/** A column, or a row of a table on its side, that holds numbers. */
export interface NumberLine {
  readonly name: string;
  /** Currency that its format shows: €, EUR. */
  readonly currency?: string;
  /** True where its cells show percentages. */
  readonly percent: boolean;
  /** True where all of its numbers lie between -1 and 1, and not all are whole. */
  readonly fractions: boolean;
}

/** A column of words: the word of each row. */
export interface WordColumn {
  readonly name: string;
  readonly words: readonly string[];
}

/** A table by what its columns hold. */
export interface SurveyedTable {
  readonly block: Block;
  /** True where the periods stand side by side. */
  readonly across: boolean;
  /** The periods of the rows, or of the columns; absent where there are none. */
  readonly periods?: { readonly name: string; readonly texts: readonly string[] };
  readonly numbers: readonly NumberLine[];
  readonly categories: readonly WordColumn[];
}

/** Readings that the user gives for a file that can be read in two ways. */
export interface Asked {
  readonly decimal?: DecimalMark;
  readonly dates?: DateOrder;
}

/** Tells periods, numbers and words apart, as the reader of tables reads them. */
export function surveyTable(block: Block, asked: Asked): SurveyedTable {
  const across = acrossOf(block);
  if (across !== undefined) return across;
  const columns = block.headings.map((name, n) => ({ name, n, cells: block.rows.map((row) => row[n]) }));
  const headed = columns.filter(({ name, cells }) => name !== "" && cells.some((cell) => filled(cell)));
  const timed = headed.flatMap((column) => {
    const texts = periodsOf(column.cells, block, asked);
    return texts === undefined ? [] : [{ ...column, texts }];
  });
  // A date beats a year, which may be a number of something else.
  const period =
    timed.find(({ cells }) => !cells.every(isNumber)) ?? timed.find(({ cells }) => cells.every(isNumber));
  const others = headed.filter(({ n }) => n !== period?.n);
  const numeric = others.filter(({ cells }) => mostlyNumbers(cells, block, asked));
  return {
    ...{ block, across: false },
    ...(period === undefined ? {} : { periods: { name: period.name, texts: period.texts } }),
    numbers: numeric
      .filter((column) => !isKey(column))
      .map(({ name, n, cells }) => lineOf(name, cells, block.currencies[n])),
    categories: others
      .filter((column) => !numeric.includes(column))
      .map(({ name, cells }) => ({ name, words: cells.map((cell) => cell?.text ?? "") })),
  };
}

const filled = (cell: TableCell | undefined): boolean => (cell?.text ?? "") !== "";
const isNumber = (cell: TableCell | undefined): boolean => plainNumber(cell) !== undefined;

/** Periods of a column, as a bundle writes them; undefined where it holds anything else. */
function periodsOf(
  cells: readonly (TableCell | undefined)[],
  block: Block,
  asked: Asked,
): readonly string[] | undefined {
  const used = cells.filter(filled);
  if (used.length < cells.length * 0.9) return undefined;
  // Years are whole numbers in a row; amounts that look like years are not.
  if (used.every(isNumber)) {
    const years = used.map((cell) => plainNumber(cell) ?? 0);
    const ordered =
      years.every((year, n) => n === 0 || year >= (years[n - 1] ?? 0)) ||
      years.every((year, n) => n === 0 || year <= (years[n - 1] ?? 0));
    if (!ordered || !years.every((year) => Number.isInteger(year) && year >= 1900 && year < 2100))
      return undefined;
  }
  const { texts } = readPeriods(used, { name: "", is: "column" }, asked.dates, block.form);
  const read = texts.filter((text) => text !== "");
  // One that is written wrong is the reader's to speak of.
  return read.length > 0 && read.length >= used.length * 0.6 ? texts : undefined;
}

/** Most of the cells are numbers; one that is written wrong is the reader's to speak of. */
function mostlyNumbers(cells: readonly (TableCell | undefined)[], block: Block, asked: Asked): boolean {
  const used = cells.filter(filled);
  const form = { form: block.form, commas: block.commas, percent: true, ...asked };
  const read = used.filter((cell) => {
    const { values, problems } = readNumbers(
      [{ key: "n", line: { name: "", is: "column" }, cells: [cell] }],
      form,
    );
    return (
      (problems.length === 0 && typeof values.get("n")?.[0] === "number") ||
      /^[\d.,]+$/.test(cell?.text ?? "")
    );
  });
  return used.length > 0 && read.length >= used.length * 0.6;
}

/** Numbers that name their rows: those of customers, orders and the like. */
const isKey = ({
  name,
  cells,
}: {
  readonly name: string;
  readonly cells: readonly (TableCell | undefined)[];
}): boolean =>
  /(^|[\s_.-])(id|no|nr|nro|key|code|koodi)\.?$|^#$/i.test(name) &&
  new Set(cells.map((cell) => cell?.text)).size === cells.length;

function lineOf(
  name: string,
  cells: readonly (TableCell | undefined)[],
  currency: string | undefined,
): NumberLine {
  const numbers = cells.flatMap((cell) => plainNumber(cell) ?? []);
  const percent = cells.some((cell) =>
    cell?.typed?.type === "number" ? cell.typed.percent : /\d\s?%$/.test(cell?.text ?? ""),
  );
  return {
    ...{ name, percent },
    fractions:
      !percent &&
      numbers.length > 0 &&
      numbers.every((one) => Math.abs(one) <= 1) &&
      numbers.some((one) => !Number.isInteger(one)),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** A table whose headings are periods, two at least; its rows hold the numbers, and begin with their names. */
function acrossOf(block: Block): SurveyedTable | undefined {
  const [, ...heads] = block.headings;
  const texts = heads.map((text) => plainPeriod(text));
  const read = texts.filter((text) => text !== undefined);
  if (read.length < 2 || read.length < heads.filter((text) => text !== "").length * 0.6) return undefined;
  const held = texts.flatMap((text, n) => (text === undefined ? [] : [n + 1]));
  const rows = block.rows.filter(
    (row) => filled(row[0]) && held.some((n) => isNumber(row[n]) || /\d/.test(row[n]?.text ?? "")),
  );
  return {
    ...{ block, across: true, categories: [] },
    periods: { name: "", texts: read.map((text) => parsePeriod(text)?.text ?? text) },
    numbers: rows.map((row) =>
      lineOf(
        row[0]?.text ?? "",
        held.map((n) => row[n]),
        block.currencies[held[0] ?? 0],
      ),
    ),
  };
}
