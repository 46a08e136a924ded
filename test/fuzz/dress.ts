import { CHART_KINDS, type ChartKindName } from "../../src/charts/index.ts";
import { SCALES, VALUE_KINDS } from "../../src/model/bundle/common.ts";
import { bare, branches, def } from "../../src/read/schema.ts";
import { type Drawing, grows } from "./charts.ts";
import { type Json, measured, measureKind, round } from "./numbers.ts";

type Datum = Record<string, unknown>;

/** The fields that the schema of a kind has for a datum. */
export function datumFields(kind: ChartKindName): readonly string[] {
  const list = branches(bare(CHART_KINDS[kind].schema.shape.data)).find((one) => def(one).type === "array");
  const element = list === undefined ? undefined : def(list).element;
  return element === undefined ? [] : Object.keys(def(bare(element)).shape ?? {});
}

/** How often a chart has one of the fields that every kind has in its schema but few bundles use. */
const RARE = 0.2;

/**
 * A chart of a kind with whatever else the schema of the kind lets it say: annotations that its data have something for,
 * fields of the data, and now and then its data in a CSV file. What the kind does not draw is a warning, never a fault.
 */
export function dressed(chart: Json, kind: ChartKindName, drawing: Drawing): Json {
  const { random } = drawing;
  const fields: Readonly<Record<string, unknown>> = CHART_KINDS[kind].schema.shape;
  const has = (field: string): boolean => Object.hasOwn(fields, field) && chart[field] === undefined;
  const ofMetrics = chart["metrics"] !== undefined;
  const data = ofMetrics ? undefined : withFields(chart["data"], kind, drawing);
  const all: Json = {
    ...(has("unit") && !ofMetrics && random.chance(RARE)
      ? random.pick([
          measured(measureKind(random, drawing.words.unit())),
          { unit: "EUR", scale: random.pick(SCALES) },
        ])
      : {}),
    ...chart,
    ...(has("better") && (kind === "bullet" || kind === "scorecard" || random.chance(0.3))
      ? { better: random.pick(["higher", "lower"]) }
      : {}),
    ...(has("valueKind") && random.chance(0.3) ? { valueKind: random.pick(VALUE_KINDS) } : {}),
    ...(has("measure") && random.chance(0.3) ? { measure: drawing.words.thing() } : {}),
    ...(has("decimals") && !ofMetrics && random.chance(RARE) ? { decimals: random.int(0, 2) } : {}),
    ...(has("render") && random.chance(RARE) ? { render: random.pick(["native", "picture"]) } : {}),
    ...(has("order") && random.chance(0.3) ? { order: random.pick(["size", "given"]) } : {}),
    ...(has("tolerance") && random.chance(0.3) ? { tolerance: random.pick([0, 2.5, 10]) } : {}),
    ...(data === undefined ? {} : { data }),
  };
  const annotated = { ...all, ...annotations(all, kind, drawing) };
  const written = all["data"];
  // Several values a row are those of series, which not every kind has.
  const listed =
    annotated["series"] === undefined &&
    Array.isArray(written) &&
    written.some((one) => (one as Datum)["values"] !== undefined);
  return Array.isArray(written) &&
    kind !== "gantt" &&
    !listed &&
    written.some((one) => (one as Datum)["total"] !== true) &&
    random.chance(0.15) &&
    // A file holds no totals to draw.
    !(kind === "waterfall" && String((annotated as Json)["show"]).includes("total"))
    ? { ...annotated, data: asCsv(written, annotated["series"], drawing) }
    : annotated;
}

const numberOf = (datum: Datum | undefined): number | undefined => {
  const own = datum?.["value"] ?? (Array.isArray(datum?.["values"]) ? datum["values"][0] : undefined);
  return typeof own === "number" ? own : undefined;
};

/** Data, some of which are marked, expected, of a range, or held against something. */
function withFields(given: unknown, kind: ChartKindName, { random }: Drawing): unknown {
  if (!Array.isArray(given) || given.length === 0) return given;
  const data: Datum[] = given.map((datum) => ({ ...(datum as Datum) }));
  const fields = datumFields(kind);
  const asks = (field: string, chance = RARE): boolean =>
    fields.includes(field) && data.every((datum) => datum[field] === undefined) && random.chance(chance);
  const one = (): Datum => random.pick(data);
  if (asks("highlight")) one()["highlight"] = true;
  if (asks("kind")) {
    // What is expected comes last.
    const expected = random.pick(VALUE_KINDS);
    const from = random.int(Math.min(1, data.length - 1), data.length - 1);
    for (const datum of data.slice(from)) datum["kind"] = expected;
  }
  // A range is drawn as error bars, on bars of one value each.
  const barred = CHART_KINDS[kind].annotations.some((name) => name === "errorBars");
  const several = data.some((datum) => datum["values"] !== undefined);
  if (!(barred && several) && asks("low", barred ? 0.5 : RARE))
    for (const datum of data) {
      const value = numberOf(datum);
      if (value !== undefined)
        Object.assign(datum, {
          low: round(value - Math.abs(value) * 0.1, 2),
          high: round(value + Math.abs(value) * 0.15, 2),
        });
    }
  if (asks("target"))
    for (const datum of data) {
      const value = numberOf(datum);
      if (value !== undefined) datum["target"] = round(value * random.pick([0.8, 1, 1.1]), 2);
    }
  if (asks("base"))
    for (const datum of data) {
      const values = Array.isArray(datum["values"]) ? datum["values"] : [datum["value"]];
      const sum = values.reduce((all: number, value: unknown) => all + Math.abs(Number(value ?? 0)), 0);
      datum["base"] = Math.ceil(sum * 2);
    }
  if (asks("total")) one()["total"] = true;
  return data;
}

/** Annotations that the chart has something for, of those that its kind offers. */
function annotations(chart: Json, kind: ChartKindName, drawing: Drawing): Json {
  const { random, words, metrics } = drawing;
  const offered: readonly string[] = CHART_KINDS[kind].annotations;
  const drawn = ((chart["metrics"] ?? []) as readonly string[]).flatMap((id) =>
    metrics.filter((metric) => metric.id === id),
  );
  const data = Array.isArray(chart["data"]) ? (chart["data"] as readonly Datum[]) : [];
  const series = Array.isArray(chart["series"]) ? chart["series"].length : Math.max(1, drawn.length);
  const single = series === 1;
  const numbers = data.map(numberOf);
  // The last total of a bridge is computed.
  const complete =
    numbers.length > 1 && (kind === "waterfall" || numbers.every((value) => value !== undefined));
  const level = numbers.find((value) => value !== undefined);
  const levelled =
    Object.hasOwn(CHART_KINDS[kind].schema.shape, "target") &&
    chart["target"] === undefined &&
    level !== undefined &&
    single &&
    random.chance(RARE);
  const able: Readonly<Record<string, boolean>> = {
    values: true,
    total:
      !["doughnut", "stacked100"].includes(kind) ||
      ![chart["unit"], ...drawn.map((metric) => metric.kind.unit)].some(
        (unit) => unit === "%" || unit === "pp",
      ),
    average:
      (single || kind === "stacked" || kind === "scatter" || kind === "bubble") &&
      (complete || drawn.length === 1 || data.length > 1),
    difference: (single || kind === "slope") && (complete || drawn.some(({ count }) => count > 1)),
    forecast: drawn.some(({ ahead }) => ahead > 0) || data.at(-1)?.["kind"] === "forecast",
    range: single && drawn.some(({ ranged }) => ranged),
    cagr: single && (drawn.some((metric) => grows(metric)) || yearly(chart, data)),
    previous: single && drawn.some(({ time, count }) => time === "quarter" && count > 8),
    errorBars: single && data.some((datum) => datum["low"] !== undefined),
    target:
      levelled ||
      (single &&
        (drawn.some(({ target }) => target) ||
          (kind === "bullet" && data.some((datum) => datum["target"] !== undefined)))),
  };
  const wished = offered.filter((name) => able[name] === true);
  // Yearly values, a year before and ranges of single bars are rare enough.
  const rare = ["errorBars", "cagr", "previous"].find(
    (name) => wished.includes(name) && (name === "errorBars" || random.chance(0.7)),
  );
  const shown =
    chart["show"] === undefined && wished.length > 0 && (rare === "errorBars" || random.chance(0.6));
  // Of a bridge, the last total has no number here; of points, their names are what is pointed at.
  const named = data.filter((datum, n) => numbers[n] !== undefined || datum["x"] !== undefined);
  const names = [...new Set(named.map(({ label }) => String(label)))].filter(
    (name) => data.filter(({ label }) => label === name).length === 1 && name.length <= 80,
  );
  const point = (field: string): boolean =>
    offered.includes(field) && chart[field] === undefined && random.chance(0.2);
  const words60 = (): string => words.phrase().slice(0, 60);
  return {
    ...(shown ? { show: rare !== undefined ? [rare] : random.sample(wished, random.int(1, 2)) } : {}),
    ...(levelled ? { target: round((level ?? 0) * 1.1, 2) } : {}),
    ...(names.length > 0 &&
    !drawn.length &&
    (kind !== "stacked" || (names.length < 13 && names.every((name) => name.length < 19))) &&
    point("marks")
      ? { marks: random.sample(names, 2).map((at) => ({ at, text: words60() })) }
      : {}),
    ...(names.length > 1 && point("compare") ? { compare: pair(random.sample(names, 2)) } : {}),
    ...(names.length > 0 && data.length < 20 && point("callouts")
      ? { callouts: random.sample(names, 1).map((at) => ({ at, text: words60() })) }
      : {}),
  };
}

const pair = ([from, to]: readonly string[]): Json => ({ from, to });

/** Complete years of what is no share, all above zero. */
const yearly = (chart: Json, data: readonly Datum[]): boolean =>
  !["%", "pp"].includes(String(chart["unit"])) &&
  data.length > 2 &&
  data.every(
    (datum) =>
      /^\d{4}$/.test(String(datum["label"])) && datum["kind"] === undefined && (numberOf(datum) ?? 0) > 0,
  );

/** Data as rows of a CSV file: the values of several series side by side, or one below the other. */
function asCsv(given: readonly unknown[], names: unknown, { random, table }: Drawing): Json {
  // A file has no column for totals: of a bridge it holds the steps.
  const data = (given as readonly Datum[]).filter((datum) => datum["total"] !== true);
  const fields = ["value", "kind", "low", "high", "target", "base", "x", "y", "size", "group"].filter(
    (field) => data.some((datum) => datum[field] !== undefined),
  );
  const series = Array.isArray(names) ? (names as readonly string[]) : undefined;
  const decimal = random.chance(0.5) ? random.pick([".", ","]) : undefined;
  const cell = (value: unknown): unknown =>
    value === null || value === undefined
      ? ""
      : typeof value === "number" && decimal === ","
        ? String(value).replace(".", ",")
        : value;
  const own = (datum: Datum): readonly unknown[] => fields.map((field) => cell(datum[field]));
  const columns = Object.fromEntries(fields.map((field) => [field, `The ${field}`]));
  const marked = { label: "Name", ...columns, ...(decimal === undefined ? {} : { decimal }) };
  const header = ["Name", ...Object.values(columns)];
  const values = (datum: Datum): readonly unknown[] =>
    Array.isArray(datum["values"]) ? datum["values"] : [];
  const width = Math.max(0, ...data.map((datum) => values(datum).length));
  if (width === 0)
    return {
      ...table(
        header,
        data.map((datum) => [datum["label"], ...own(datum)]),
        decimal !== undefined,
      ),
      ...marked,
    };
  if (series !== undefined && fields.length === 0 && random.chance(0.4)) {
    const rows = data.flatMap((datum) =>
      series.map((name, n) => [datum["label"], name, cell(values(datum)[n])]),
    );
    return {
      ...table(["Name", "Series", "Amount"], rows, decimal !== undefined),
      ...marked,
      series: "Series",
      value: "Amount",
    };
  }
  const heads = series ?? Array.from({ length: width }, (_, n) => `Value ${n + 1}`);
  const rows = data.map((datum) => [
    datum["label"],
    ...own(datum),
    ...heads.map((_, n) => cell(values(datum)[n])),
  ]);
  return { ...table([...header, ...heads], rows, decimal !== undefined), ...marked, values: heads };
}
