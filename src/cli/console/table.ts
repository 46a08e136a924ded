import { cells } from "../../diagnostics/terminal.ts";

/** Columns side by side, two spaces apart; those named in `right` end flush, as numbers do. */
export function tableText(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, i) => Math.max(...all.map((row) => cells(row[i] ?? ""))));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, i) => {
        const cell = row[i] ?? "";
        const gap = " ".repeat(width - cells(cell));
        return right.includes(i) ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd();
  return `${[line(headings), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)].join("\n")}\n`;
}
