import type { Series, SeriesRole } from "../../model/chart.ts";
import type { PlacedChart } from "../../model/placed.ts";
import { type ChartSheet, planSheet, type SheetColumn } from "../chart/sheet.ts";
import { formatted, type NumberMarks, numberMarksOf } from "./number.ts";

/** The numbers of a chart, as a table that can be read. */
export interface NumberTable {
  readonly columns: readonly ChartColumn[];
}

export interface ChartColumn {
  readonly name: string;
  /** Values of the cells; null where one is missing. */
  readonly values: readonly (string | number | null)[];
  /** Texts of the cells with remarks: "571 (forecast)"; "" where a value is missing. */
  readonly texts: readonly string[];
}

/** Series that only make others stand where they do; they say nothing themselves. */
const SUPPORTS: ReadonlySet<SeriesRole> = new Set(["base", "rangeLow", "rangeWidth"]);
/** Read after what happened, and what values are held against after everything, whatever is drawn in front. */
const LATER: ReadonlySet<SeriesRole> = new Set(["previous", "plan", "forecast", "estimate"]);
const REFERENCES: ReadonlySet<SeriesRole> = new Set(["target", "average"]);

/** Data of a chart, row by row: the sheet behind the native chart without the columns that only serve the drawing. */
export function chartTable(chart: PlacedChart, language: string): NumberTable {
  const marks = numberMarksOf(language);
  if (chart.coordinates.type === "number")
    return { columns: pointColumns(chart).map((one) => read(one, marks)) };
  const sheet = planSheet(chart);
  const [names] = sheet.columns;
  const ordered = said(chart, sheet).toSorted((a, b) => a.order - b.order);
  const rows = rowsOf(chart, names?.values ?? []);
  return {
    columns: [
      read({ name: chart.heading, values: rows.map(({ name }) => name) }, marks),
      ...ordered.map(({ column, series, further }) => {
        const from = startOf(chart, series);
        const at = (row: Row): number => (further ? row.number : row.place + from);
        return read(
          {
            ...column,
            values: rows.map((row) => (series?.joint === at(row) ? null : (column.values[at(row)] ?? null))),
          },
          marks,
          rows.map((row) => series?.remarks?.[at(row)] ?? ""),
        );
      }),
    ],
  };
}

/** Place of the first row of a series: of several small charts, that of the one which it is in. */
function startOf({ coordinates }: PlacedChart, series: Series | undefined): number {
  const places = coordinates.type === "category" ? (coordinates.panels?.places ?? []) : [];
  const first = series?.values.findIndex((value) => value !== null) ?? -1;
  return places.findLast(({ from }) => from <= first)?.from ?? 0;
}

interface Said {
  readonly column: SheetColumn;
  readonly order: number;
  readonly series?: Series;
  /** True for a column of no series: it has a cell for each row that is read. */
  readonly further: boolean;
}

/** The columns that say something, each with its series. */
function said(chart: PlacedChart, sheet: ChartSheet): readonly Said[] {
  const columns = sheet.columns.slice(1);
  const series = new Map([...sheet.series].map(([one, { name }]) => [name.values[0], one]));
  const more = chart.columns ?? [];
  const first = columns.length - more.length;
  return columns.flatMap((column, n): Said[] => {
    if (n >= first) return more[n - first]?.silent === true ? [] : [{ column, order: 2, further: true }];
    const one = series.get(column.name);
    if (one === undefined) return [{ column, order: 0, further: false }];
    if (one.silent === true || SUPPORTS.has(one.role)) return [];
    const order = REFERENCES.has(one.role) ? 3 : LATER.has(one.role) ? 1 : 0;
    return [{ column, order, series: one, further: false }];
  });
}

/** A row that is read, and the row of the sheet in which the values of its series stand. */
interface Row {
  readonly name: string;
  readonly number: number;
  readonly place: number;
}

/** The columns of a marimekko are drawn as many equal places; one row is read for each. */
function rowsOf({ coordinates }: PlacedChart, names: SheetColumn["values"]): readonly Row[] {
  const steps = coordinates.type === "category" ? coordinates.steps?.columns : undefined;
  if (steps !== undefined)
    return steps.map(({ label, first }, number) => ({ name: label, number, place: first }));
  const slices = coordinates.type === "round" ? coordinates.slices : undefined;
  const rows = coordinates.type === "category" ? coordinates.panels?.rows : undefined;
  return names
    .slice(0, rows)
    .map((name, n) => ({ name: slices?.[n] ?? String(name ?? ""), number: n, place: n }));
}

const read = (
  { name, values, format }: SheetColumn,
  marks: NumberMarks,
  remarks: readonly string[] = [],
): ChartColumn => ({
  name,
  values,
  texts: values.map((value, n) => {
    if (value === null) return "";
    const text = typeof value === "string" ? value : formatted(value, format ?? "General", marks);
    const remark = remarks[n] ?? "";
    return remark === "" ? text : `${text} (${remark})`;
  }),
});

/** Points row by row: their name, with their group where there are several, and what they measure across, up and in size. */
function pointColumns({ coordinates, layers, heading }: PlacedChart): readonly SheetColumn[] {
  if (coordinates.type !== "number") return [];
  const all = layers.flatMap((layer) =>
    layer.type === "points"
      ? layer.series.flatMap((series) => series.points.map((point) => ({ layer, series, point })))
      : [],
  );
  const first = all[0];
  const groups = new Set(all.map(({ series }) => series.id)).size > 1;
  const of = (name: string, format: string | undefined, values: SheetColumn["values"]): SheetColumn => ({
    name,
    values,
    ...(format === undefined ? {} : { format }),
  });
  const { x, y, size } = first?.series.format ?? {};
  const upward = coordinates.y.title ?? first?.series.name ?? "";
  return [
    of(
      heading,
      undefined,
      all.map(({ point, series }) => (groups ? `${point.name} (${series.name})` : point.name)),
    ),
    of(
      coordinates.x.title ?? "",
      x?.code,
      all.map(({ point }) => point.x),
    ),
    of(
      upward,
      y?.code,
      all.map(({ point }) => point.y),
    ),
    ...(size === undefined
      ? []
      : [
          of(
            first?.layer.sizes ?? "",
            size.code,
            all.map(({ point }) => point.size ?? null),
          ),
        ]),
  ];
}
