import type { SeriesRole } from "../../model/chart.ts";
import type { PlacedChart } from "../../model/placed.ts";
import { planSheet } from "../pptx/chart/sheet.ts";
import { formatted, marksOf } from "./number.ts";

/** The numbers of a chart, as a table that can be read. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
}

export interface ChartColumn {
  readonly name: string;
  /** What the cells hold; null is missing. */
  readonly values: readonly (string | number | null)[];
  /** The same as people read it; "" is missing. */
  readonly texts: readonly string[];
}

/** Series that only make others stand where they do; they say nothing themselves. */
const SUPPORTS: ReadonlySet<SeriesRole> = new Set(["base", "rangeLow", "rangeWidth"]);

/** The columns of the sheet behind the native chart, without those that only serve the drawing. */
export function chartTable(chart: PlacedChart, language: string): ChartTable {
  const marks = marksOf(language);
  const sheet = planSheet(chart);
  const silent = new Set(
    [...sheet.series].flatMap(([series, { name }]) => (SUPPORTS.has(series.role) ? name.values : [])),
  );
  const columns = sheet.columns.filter(({ name }, index) => index === 0 || !silent.has(name));
  return {
    columns: columns.map(({ name, values, format }) => ({
      name,
      values,
      texts: values.map((value) =>
        value === null
          ? ""
          : typeof value === "string"
            ? value
            : formatted(value, format ?? "General", marks),
      ),
    })),
  };
}
