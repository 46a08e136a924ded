/** A rectangle of cells; rows and columns count from 1, and the last ones belong to it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** An area as somebody wrote it, with the sheet where it names one. */
export interface Reference {
  readonly sheet?: string;
  readonly area: Area;
  /** True for whole columns or rows, of which the cells with content are meant. */
  readonly open: boolean;
}

/** Rows and columns that a sheet has (Excel specifications and limits). */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** All cells of a sheet. */
export const WHOLE: Area = { top: 1, left: 1, bottom: MOST_ROWS, right: MOST_COLUMNS };

/** Number of a column by its letters: 1 for A, 28 for AB; 0 for none. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Letters of a column by its number. */
export const columnLetters = (column: number): string =>
  column < 1
    ? ""
    : columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** B3 */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** B3:E6, and B3 for a single cell. */
export function areaName({ top, left, bottom, right }: Area): string {
  if (top === 1 && bottom === MOST_ROWS)
    return left === 1 && right === MOST_COLUMNS ? "" : `${columnLetters(left)}:${columnLetters(right)}`;
  if (left === 1 && right === MOST_COLUMNS) return `${top}:${bottom}`;
  const [first, last] = [cellName(top, left), cellName(bottom, right)];
  return first === last ? first : `${first}:${last}`;
}

/** The name of a sheet as it stands in a reference: quoted unless it is a plain word that is no cell. */
export const sheetName = (sheet: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;

/** 'Visits 2026'!B3:E6; the sheet alone where no area is given. */
export const placeName = (sheet: string, area = ""): string =>
  area === "" ? sheetName(sheet) : `${sheetName(sheet)}!${area}`;

/** Reads B3:E6, $B$3:$E$6, 'Visits 2026'!B3:E6, B:E and 3:6; undefined for anything else, such as another workbook's. */
export function parseReference(text: string): Reference | undefined {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!:[\]]+))!)?([^!]+)$/.exec(text.trim());
  const [, quoted, plain, cells = ""] = match ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  if (match === null || sheet?.includes("[") === true) return undefined;
  const area = parseArea(cells);
  return area === undefined ? undefined : { ...(sheet === undefined ? {} : { sheet }), ...area };
}

function parseArea(text: string): Pick<Reference, "area" | "open"> | undefined {
  const cells = /^\$?([a-z]{1,3})\$?(\d{1,7})(?::\$?([a-z]{1,3})\$?(\d{1,7}))?$/i.exec(text);
  if (cells !== null) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    return within([Number(top), Number(bottom)], [columnNumber(left), columnNumber(right)], false);
  }
  const columns = /^\$?([a-z]{1,3}):\$?([a-z]{1,3})$/i.exec(text);
  if (columns !== null)
    return within([1, MOST_ROWS], [columnNumber(columns[1] ?? ""), columnNumber(columns[2] ?? "")], true);
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  return rows === null ? undefined : within([Number(rows[1]), Number(rows[2])], [1, MOST_COLUMNS], true);
}

function within(
  rows: readonly number[],
  columns: readonly number[],
  open: boolean,
): Pick<Reference, "area" | "open"> | undefined {
  const area = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  if (area.top < 1 || area.bottom > MOST_ROWS || area.right > MOST_COLUMNS) return undefined;
  return { area, open };
}

/** True where two areas have a cell in common. */
export const meet = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** The same cells with rows and columns exchanged. */
export const transposed = ({ top, left, bottom, right }: Area): Area => ({
  ...{ top: left, left: top, bottom: right, right: bottom },
});
