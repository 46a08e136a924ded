import { valueAt } from "../base/json-path.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Host } from "../host/host.ts";
import { ChartTable, MetricTable, StreamTable, type WorkbookCells } from "../model/bundle/tables.ts";
import type { JsonPath } from "../model/figures.ts";
import { beside, readAttachment } from "./attachment.ts";
import { chartData, chartRequest } from "./chart-table.ts";
import { openCsv } from "./csv/open.ts";
import { metricRequest, metricValues } from "./metric-table.ts";
import { bundleSchema, knownAt } from "./schema.ts";
import { select } from "./select.ts";
import { type InvestmentPeriods, streamRequest, streamValues } from "./stream-table.ts";
import { PERIOD } from "./table/across.ts";
import type { Opened, OpenTable, TableRequest } from "./table/table.ts";
import type { SourceMap, TableOrigin } from "./text/source-map.ts";
import { type OpenBook, openBook } from "./workbook/file.ts";
import { openWorkbookTable } from "./workbook/open.ts";

export interface FoundTables {
  /** The bundle's value with the values of tables in place; the one that was given stays as it is. */
  readonly value: unknown;
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly files: readonly string[];
  readonly origins: readonly TableOrigin[];
}

/** The field by which a value names the file of a table; undefined for one that stands in the bundle itself. */
export const tableForm = (value: unknown): messages.TableForm | undefined =>
  (["csv", "xlsx"] as const).find((field) => Object.hasOwn(Object(value), field));

/** Reads every table that the bundle names in a file of its folder. */
export async function readTables(
  value: unknown,
  file: string,
  host: Host,
  root: string,
  places: SourceMap,
): Promise<FoundTables> {
  const filled = structuredClone(value);
  const problems: Diagnostic[] = [];
  const warnings: Diagnostic[] = [];
  const files: string[] = [];
  const origins: TableOrigin[] = [];
  const atOf =
    (path: JsonPath): Locate =>
    (...field) => ({ path: [...path, ...field], place: places.value([...path, ...field]) });

  const books = new Map<string, ReturnType<typeof openBook>>();
  const workbook = async (name: string, at: At): ReturnType<typeof openBook> => {
    const known = books.get(name);
    if (known !== undefined) return known;
    const attached = await readAttachment(host, root, name, "workbook", at);
    if ("problem" in attached) return attached;
    files.push(name);
    const opening = openBook(attached.bytes, beside(file, name), at);
    books.set(name, opening);
    return opening;
  };
  const open = async (source: Source, request: TableRequest, at: Locate): Promise<Opened> => {
    if (
      request.what !== "chart" &&
      request.is === "column" &&
      !request.wanted.some(({ key }) => key === PERIOD)
    )
      return { problems: [messages.tablePeriodUnnamed(at(), "csv" in source ? source.csv : source.xlsx)] };
    if ("xlsx" in source) {
      const opened = await workbook(source.xlsx, at("xlsx"));
      return "problem" in opened
        ? { problems: [opened.problem] }
        : openWorkbookTable(opened, cellsOf(source), request, at);
    }
    const attached = await readAttachment(host, root, source.csv, "CSV file", at("csv"));
    if ("problem" in attached) return { problems: [attached.problem] };
    files.push(source.csv);
    return openCsv(attached.bytes, beside(file, source.csv), request);
  };

  /** Puts what a table holds in its place; `read` tells which fields of its metric, chart or stream are set. */
  const fill = async (
    path: JsonPath,
    source: Source,
    request: TableRequest,
    read: (table: OpenTable, own: object) => Filled,
  ): Promise<void> => {
    const opened = await open(source, request, atOf(path));
    if (!("rows" in opened)) {
      problems.push(...opened.problems);
      return;
    }
    const own = valueAt(filled, path.slice(0, -1)) as object;
    const { fields, place, problems: found } = read(opened, own);
    problems.push(...found);
    if (found.length > 0) return;
    warnings.push(...opened.warnings);
    Object.assign(own, fields);
    origins.push({ path, place });
  };

  for (const { path, value: given } of select(value, "metrics.*.values")) {
    const source = MetricTable.safeParse(given).data;
    if (source === undefined) continue;
    await fill(path, source, metricRequest(source, atOf(path)), (table, own) => {
      const { values, ...read } = metricValues(table, source, inPercent(own));
      return { ...read, fields: { values } };
    });
  }
  for (const side of ["costs", "benefits"]) {
    for (const { path, value: given } of select(value, `investment.${side}.*.values`)) {
      const source = StreamTable.safeParse(given).data;
      if (source === undefined) continue;
      const investment = valueAt(value, ["investment"]) as InvestmentPeriods;
      await fill(path, source, streamRequest(source, atOf(path)), (table) => {
        const { values, ...read } = streamValues(table, source, investment);
        return { ...read, fields: { values } };
      });
    }
  }
  for (const { path, value: given } of select(value, "charts.*.data")) {
    const source = ChartTable.safeParse(given).data;
    if (source === undefined) continue;
    const at = atOf(path);
    await fill(path, source, chartRequest(source, at), (table, own) => {
      const { data, series, ...read } = chartData(table, source, inPercent(own));
      const several =
        read.problems.length > 0 || series === undefined ? undefined : oneSeries(value, path, source, at);
      if (several !== undefined) return { ...read, problems: [several], fields: {} };
      // Names that the bundle gives stand before those of the file.
      const named = "series" in own || series === undefined;
      return { ...read, fields: named ? { data } : { data, series } };
    });
  }
  for (const { path, value: given } of select(value, "sources.*")) {
    const { xlsx, sheet, date } = Object(given) as Readonly<Record<string, unknown>>;
    if (typeof xlsx !== "string" || xlsx === "") continue;
    const at = atOf(path);
    const opened = await workbook(xlsx, at("xlsx"));
    const wrong =
      "problem" in opened
        ? opened.problem
        : typeof sheet === "string"
          ? noSheet(opened, sheet, at("sheet"))
          : undefined;
    if (wrong !== undefined) problems.push(wrong);
    else if ("book" in opened && date === undefined && opened.book.saved !== undefined) {
      Object.assign(valueAt(filled, path) as object, { date: opened.book.saved });
    }
  }
  return { value: filled, problems, warnings, files, origins };
}

type Source = MetricTable | ChartTable | StreamTable;

/** Content of a table, and the fields that it fills. */
interface Filled {
  readonly fields: object;
  readonly problems: readonly Diagnostic[];
  readonly place: (rest: JsonPath) => Place;
}

/** Returns where the bundle names a field of a table. */
type Locate = (...field: readonly (string | number)[]) => At;

const cellsOf = ({ xlsx, table, name, range, sheet, hidden }: WorkbookCells): WorkbookCells => ({
  ...{ xlsx, table, name, range, sheet, hidden },
});

function noSheet({ book, file }: OpenBook, sheet: string, at: At): Diagnostic | undefined {
  const names = book.sheets.map(({ name }) => name);
  if (names.some((name) => name.toLowerCase() === sheet.toLowerCase())) return undefined;
  return messages.workbookNoPart(at, file, "sheet", sheet, undefined, nearest(sheet, names), names);
}

/** The finding for a table of several series that a kind of chart without series is given. */
function oneSeries(value: unknown, path: JsonPath, source: ChartTable, at: Locate): Diagnostic | undefined {
  const known = knownAt(bundleSchema, value, path.slice(0, -1));
  if (known === undefined || !known.fields.includes("data") || known.fields.includes("series"))
    return undefined;
  // What the author wrote is the column or columns; the names of the series follow from them.
  const field = source.series === undefined ? "values" : "series";
  const { kind } = valueAt(value, path.slice(0, -1)) as { readonly kind?: unknown };
  return messages.tableOneSeries(at(field), field, String(kind), known.kinds?.("series") ?? []);
}

/** Returns true when a metric or chart, its line or one of its axes has the unit % or percentage points. */
const inPercent = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(([name, field]) =>
    name === "unit" ? field === "%" || field === "pp" : inPercent(field),
  );
