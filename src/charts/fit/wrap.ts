import { opportunitiesOf } from "../../text/opportunities.ts";
import type { MeasureWidth } from "../marks/geometry.ts";

/** Setting of a text: its size in pt and its weight. */
export interface WrapContext {
  readonly measure: MeasureWidth;
  readonly size: number;
  readonly bold?: boolean;
}

export const textWidth = (text: string, { measure, size, bold = false }: WrapContext): number =>
  measure(text, size, bold);

export const widest = (lines: readonly string[], context: WrapContext): number =>
  Math.max(0, ...lines.map((line) => textWidth(line, context)));

/**
 * Breaks a text into lines of at most `width` pt, where Unicode allows. A word that is wider than a line is cut, and
 * what does not fit into `limit` lines ends in "…"; the workbook and the alt text hold the whole.
 */
export function wrap(text: string, width: number, limit: number, context: WrapContext): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of wordsOf(text)) {
    if (line !== "" && textWidth((line + word).trimEnd(), context) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
    while (textWidth(line.trimEnd(), context) > width && [...line.trimEnd()].length > 1) {
      const cut = fitting(line.trimEnd(), width, context);
      lines.push(cut);
      line = line.slice(cut.length);
    }
  }
  if (line.trimEnd() !== "") lines.push(line.trimEnd());
  if (lines.length <= limit) return lines;
  const kept = lines.slice(0, limit);
  let last = kept[limit - 1] ?? "";
  while (last !== "" && textWidth(`${last}…`, context) > width)
    last = [...last].slice(0, -1).join("").trimEnd();
  return [...kept.slice(0, -1), `${last}…`];
}

/** Width of the widest part that cannot be broken. */
export const longestWordWidth = (text: string, context: WrapContext): number =>
  widest(
    wordsOf(text).map((word) => word.trimEnd()),
    context,
  );

function wordsOf(text: string): readonly string[] {
  const places = opportunitiesOf(text, "und").map((each) => each.position);
  return places.map((position, n) => text.slice(places[n - 1] ?? 0, position)).filter((word) => word !== "");
}

/** Returns as many leading characters as fit in `width`, at least one. */
function fitting(text: string, width: number, context: WrapContext): string {
  const characters = [...text];
  let count = 1;
  while (count < characters.length && textWidth(characters.slice(0, count + 1).join(""), context) <= width)
    count += 1;
  return characters.slice(0, count).join("");
}
