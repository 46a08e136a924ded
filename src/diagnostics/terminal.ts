import { graphemesOf } from "../base/graphemes.ts";

/**
 * Text that is safe to print: what steers a terminal (controls, escape sequences) or turns reading order round (bidi
 * overrides, Unicode TR 36, 3.1) is shown as a box; a tab is one space, so that columns stay columns.
 */
export function printable(text: string): string {
  return text.replaceAll("\t", " ").replaceAll(STEERING, "\u25a1");
}

const STEERING = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** Columns that a terminal gives to a text: two for East Asian wide characters and emoji (Unicode TR 11), else one. */
export function cells(text: string): number {
  if (/^[ -\u02ff\u2010-\u2026]*$/.test(text)) return text.length;
  let sum = 0;
  for (const { segment } of graphemesOf(text)) sum += columnsOf(segment);
  return sum;
}

/** UTF-16 units of a text that are looked at for each column it may have; an emoji of a family has eleven. */
const UNITS_A_COLUMN = 16;

/** True where a text fits into the columns; of a long text only the beginning is examined. */
export const fitsIn = (text: string, columns: number): boolean =>
  text.length <= columns * UNITS_A_COLUMN && cells(text) <= columns;

/** Returns how many UTF-16 units from one end of a text fit in the columns, without cutting a character. */
export function lettersWithin(text: string, columns: number, end: "start" | "end"): number {
  const looked = columns * UNITS_A_COLUMN;
  const part = end === "start" ? text.slice(0, looked) : text.slice(-looked);
  const segments = [...graphemesOf(part)].map(({ segment }) => segment);
  if (end === "end") segments.reverse();
  let used = 0;
  let units = 0;
  for (const segment of segments) {
    used += columnsOf(segment);
    if (used > columns) break;
    units += segment.length;
  }
  return units;
}

const columnsOf = (character: string): number => (WIDE.test(character) ? 2 : 1);

const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Extended_Pictographic}/u;

/** Lines of a text in so many columns, broken at spaces; a word longer than the width stands alone, so that paths and links stay whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && cells(line) + 1 + cells(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
