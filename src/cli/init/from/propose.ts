import { parsePeriod } from "../../../base/period.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import * as messages from "../../../diagnostics/messages/index.ts";
import type { Scale } from "../../../model/bundle/common.ts";
import type { Asked, NumberLine, SurveyedTable, WordColumn } from "../../../read/survey/index.ts";
import { nameWithoutUnit, unitOf } from "./unit.ts";

/** Metrics and charts that are proposed at most: a deck to start from, not one of everything. */
const MOST_METRICS = 6;
const MOST_CHARTS = 3;
/** Bars of one chart, and lines or groups of bars beside one another. */
const MOST_BARS = 60;
const MOST_SERIES = 6;

/** A metric or chart that is proposed: its fields as a bundle has them, and how it came about. */
export interface Proposal {
  readonly kind: "metric" | "chart";
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  /** The scale in which the file has its numbers. */
  readonly scale?: Scale;
  readonly fractions: boolean;
  /** For a metric, its values; for a chart, its kind and data or metrics. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Periods that it has; 0 for a chart of categories. */
  readonly periods: number;
}

export interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly problems: readonly Diagnostic[];
  /** Columns that would have been more than fit. */
  readonly left: readonly string[];
}

/** Proposes metrics where a table has a column of periods, and bars where it has names alone. */
export function propose(tables: readonly SurveyedTable[], asked: Asked): Proposed {
  const ids = new Set(["source", "approver", "owner", "goal", "proposal", "nothing", "number"]);
  const out: Proposal[] = [];
  const problems: Diagnostic[] = [];
  const left: string[] = [];
  const add = (proposal: Omit<Proposal, "id">, most: number): void => {
    if (out.filter(({ kind }) => kind === proposal.kind).length >= most) left.push(proposal.name);
    else out.push({ ...proposal, id: freeId(proposal.name, ids) });
  };
  for (const table of tables) {
    const { numbers, periods } = table;
    const at = { place: table.block.rows[0]?.[0]?.place ?? { file: "", line: 1, column: 1 } };
    const { form } = table.block;
    if (numbers.length === 0) {
      problems.push(messages.surveyNoNumbers(at, form));
      continue;
    }
    const once = periods !== undefined && new Set(periods.texts).size === periods.texts.length;
    if (once) for (const line of numbers) add(metricOf(table, line, asked), MOST_METRICS);
    else {
      const shape = shapeOf(table);
      if ("problem" in shape) problems.push(shape.problem);
      else for (const line of numbers) add(chartOf(table, line, shape, asked), MOST_CHARTS);
    }
  }
  return { proposals: out, problems, left };
}

/** The charts that draw metrics: lines over time, columns where there are two periods. */
export function trends(metrics: readonly Proposal[]): readonly Proposal[] {
  const ids = new Set(metrics.map(({ id }) => id));
  return metrics
    .filter(({ periods }) => periods > 1)
    .slice(0, MOST_CHARTS)
    .map(({ id, name, fractions, periods }) => ({
      ...{ kind: "chart", name, fractions, periods },
      id: freeId(`${id}-trend`, ids),
      fields: { kind: periods > 2 ? "line" : "column", metrics: [id] },
    }));
}

/** The name and unit of a line; of a table on its side, the corner may hold the unit of all: "EUR thousand". */
const named = (
  line: NumberLine,
  corner?: string,
): Pick<Proposal, "name" | "unit" | "scale" | "fractions"> => {
  const own = unitOf(line);
  const shared =
    corner === undefined
      ? {}
      : unitOf({ ...line, name: /[()[\],]/.test(corner) ? corner : `Rows, ${corner}` });
  const measured = own.unit === undefined || own.unit === shared.unit ? { ...shared, ...own } : own;
  return { name: plain(nameWithoutUnit(line.name, own)), fractions: line.fractions, ...measured };
};

function metricOf(table: SurveyedTable, line: NumberLine, asked: Asked): Omit<Proposal, "id"> {
  const { source } = table.block;
  const columns = table.across
    ? { across: true, value: line.name }
    : { period: table.periods?.name ?? "", value: line.name };
  const own = named(line, table.across ? table.block.headings[0] : undefined);
  return {
    ...{
      kind: "metric",
      ...own,
      periods: table.periods?.texts.length ?? 0,
    },
    fields: { values: { ...source, ...columns, ...readings(source, asked), ...scaleOf(own) } },
  };
}

/** The way in which rows of a table that have no period of their own are told apart: by one name, or by a name and a series. */
interface Shape {
  readonly label: string;
  readonly series?: string;
  readonly kind: "bar" | "line";
}

function shapeOf({ categories, periods, block }: SurveyedTable): Shape | { readonly problem: Diagnostic } {
  const at = { place: block.rows[0]?.[0]?.place ?? { file: "", line: 1, column: 1 } };
  const time: WordColumn | undefined =
    periods === undefined ? undefined : { name: periods.name, words: periods.texts };
  const [first] = categories;
  if (first === undefined) return { problem: messages.surveyNoLabels(at, block.form) };
  const single =
    periods === undefined ? categories.find(({ words }) => distinct(words) === words.length) : undefined;
  if (single !== undefined)
    return single.words.length > MOST_BARS
      ? { problem: messages.surveyManyBars(at, single.name, single.words.length, MOST_BARS, block.form) }
      : { label: single.name, kind: "bar" };
  const all = [...(time === undefined ? [] : [time]), ...categories];
  for (const [n, one] of all.entries())
    for (const other of all.slice(n + 1)) {
      if (distinct(one.words.map((word, row) => `${word}\n${other.words[row]}`)) < one.words.length) continue;
      // Few periods are bars beside one another; more of them are lines, one a name.
      const few = distinct(one.words) <= (one === time ? 3 : MOST_SERIES);
      const [label, series] = few ? [other, one] : [one, other];
      if (distinct(series.words) > MOST_SERIES || distinct(label.words) > MOST_BARS) continue;
      const over = label === time && parsePeriod(label.words[0] ?? "") !== undefined;
      return { label: label.name, series: series.name, kind: over ? "line" : "bar" };
    }
  return { problem: messages.surveyRecords(at, (time ?? first).name, block.form) };
}

const distinct = (words: readonly string[]): number => new Set(words).size;

function chartOf(table: SurveyedTable, line: NumberLine, shape: Shape, asked: Asked): Omit<Proposal, "id"> {
  const { source } = table.block;
  const { kind, label, series } = shape;
  const { dates: _, ...read } = readings(source, asked);
  const own = named(line);
  return {
    ...{ kind: "chart", ...own, periods: 0 },
    fields: {
      kind,
      measure: own.name,
      data: {
        ...source,
        label,
        ...(series === undefined ? {} : { series }),
        value: line.name,
        ...read,
        ...scaleOf(own),
      },
    },
  };
}

/** The field of a table that says in which scale its numbers are. */
const scaleOf = ({ scale }: Pick<Proposal, "scale">): { readonly in?: Scale } =>
  scale === undefined ? {} : { in: scale };

/** Fields that say how the file is read; a workbook has numbers, and needs no decimal mark. */
const readings = (
  source: object,
  { decimal, dates }: Asked,
): { readonly decimal?: string; readonly dates?: string } => ({
  ...(decimal === undefined || !("csv" in source) ? {} : { decimal }),
  ...(dates === undefined ? {} : { dates }),
});

/** A name of a file as a bundle may hold it: on one line, without markup and expressions. */
const plain = (text: string): string =>
  text
    .replaceAll(/[{}*[\]\p{Cc}]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 120) || "Number";

/** An id after a name, that no other part has. */
function freeId(name: string, taken: Set<string>): string {
  const letters = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const base = (/^[a-z]/.test(letters) ? letters : `n-${letters}`).slice(0, 40).replace(/-+$/, "");
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
