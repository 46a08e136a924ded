import { CHART_KINDS, type ChartKindName } from "../../src/charts/index.ts";
import { course, type Json, type Kind, measured, measureKind, periods, round, value } from "./numbers.ts";
import { amounts, doughnut, funnel, gantt, heatmap, marimekko, points, scorecard } from "./own-data.ts";
import type { Scaled } from "./parts.ts";
import type { Random } from "./random.ts";
import { names, type Words } from "./words.ts";

/** A metric as charts choose among them. */
export interface Measured {
  readonly id: string;
  readonly kind: Kind;
  readonly time: string;
  readonly count: number;
  readonly ahead: number;
  readonly ranged: boolean;
  readonly target: boolean;
}

/** What a chart is made from, and where its CSV file goes. */
export interface Drawing {
  readonly random: Random;
  readonly words: Words;
  readonly metrics: readonly Measured[];
  /** Keeps the rows as a CSV file and gives its path. */
  readonly table: (header: readonly string[], rows: readonly (readonly unknown[])[], marked: boolean) => Json;
  readonly scaled: () => Scaled;
}

export type Make = (drawing: Drawing) => Json;

/** Metrics that one chart can draw: of one kind of period and one unit. */
function alike({ random, metrics }: Drawing, most: number, fits: (metric: Measured) => boolean): Measured[] {
  const able = metrics.filter((metric) => metric.count > 1 && metric.count <= 60 && fits(metric));
  if (able.length === 0) return [];
  const first = random.pick(able);
  const others = able.filter(
    (metric) =>
      metric.id !== first.id &&
      metric.time === first.time &&
      metric.kind.unit === first.kind.unit &&
      metric.kind.scale === first.kind.scale,
  );
  return [first, ...random.sample(others, random.int(0, most - 1))];
}

/** Yearly growth needs a year of actual values, of what is no share. */
export const grows = ({ kind, time, count, ahead }: Measured): boolean =>
  kind.unit !== "%" && kind.unit !== "pp" && time === "year" && count - ahead > 2;

/** A value of time or of categories, one or several series, from metrics, data or a CSV file. */
function overTime(drawing: Drawing, kind: string, most: number, show: readonly string[]): Json {
  const { random, words } = drawing;
  const drawn = random.chance(0.5) ? alike(drawing, most, () => true) : [];
  const [first] = drawn;
  if (first !== undefined) {
    const single = drawn.length === 1;
    const asked = show.filter(
      (name) =>
        (name === "target" && single && first.target) ||
        (name === "forecast" && first.ahead > 0) ||
        (name === "range" && single && first.ranged && first.ahead > 0) ||
        (name === "cagr" && single && grows(first)) ||
        (name === "average" && single) ||
        (name === "difference" && single),
    );
    return {
      kind,
      metrics: drawn.map(({ id }) => id),
      ...(random.chance(0.6) && asked.length > 0
        ? {
            show:
              asked.includes("cagr") && random.chance(0.7)
                ? ["cagr"]
                : random.sample(asked, random.int(1, asked.length)),
          }
        : {}),
    };
  }
  const measure = measureKind(random, words.unit());
  const series = random.chance(0.5) ? names(random.int(2, Math.max(2, most)), words.thing) : undefined;
  const timed = random.chance(0.6);
  const time = random.pick(["year", "year", "half-year", "quarter", "month", "week", "day"] as const);
  const labels = timed
    ? periods(time, random.int(2, kind === "line" ? 60 : 14))
    : names(random.int(1, 9), words.thing);
  const gappy = ["line", "column"].includes(kind) && random.chance(0.4);
  const missing = (n: number): boolean => gappy && n > 1 && random.chance(0.15);
  const columns = (series ?? ["value"]).map(() =>
    course(random, measure, labels.length).map((one, n) => (missing(n) ? null : Math.max(0, one))),
  );
  const common = {
    kind,
    ...measured(measure),
    ...(random.chance(0.5) ? { measure: words.thing() } : {}),
    ...(timed && random.chance(0.3) && labels[1] !== undefined && kind !== "stacked100"
      ? { marks: [{ at: labels[1], text: words.phrase().slice(0, 60) }] }
      : {}),
  };
  if (random.chance(0.15)) {
    const header = ["Label", ...(series ?? ["Value"])];
    const { field: scale, down } = drawing.scaled();
    const rows = labels.map((label, n) => [label, ...columns.map((column) => down(column[n] ?? ""))]);
    const source = series === undefined ? { value: "Value" } : { values: series };
    return {
      ...common,
      data: { ...drawing.table(header, rows, false), label: "Label", ...source, ...scale },
    };
  }
  return {
    ...common,
    ...(series === undefined ? {} : { series }),
    data: labels.map((label, n) => ({
      label,
      ...(series === undefined
        ? { value: columns[0]?.[n] ?? null }
        : { values: columns.map((column) => column[n] ?? null) }),
      ...(random.chance(0.1) ? { highlight: true } : {}),
    })),
  };
}

const bar: Make = (drawing) => {
  const { random, words } = drawing;
  const single = alike(drawing, 1, ({ count }) => count < 13);
  if (single.length > 0 && random.chance(0.15)) return { kind: "bar", metrics: single.map(({ id }) => id) };
  const measure = measureKind(random, words.unit());
  const series = random.chance(0.3) ? names(random.int(2, 3), words.thing) : undefined;
  const labels = names(random.int(1, series === undefined ? 16 : 6), words.thing);
  return {
    kind: "bar",
    ...measured(measure),
    ...(series === undefined ? {} : { series }),
    ...(random.chance(0.3) ? { order: random.pick(["size", "given"]) } : {}),
    ...(random.chance(0.2) && series === undefined
      ? { target: value(random, measure), show: ["target"] }
      : {}),
    data: labels.map((label) => ({
      label,
      ...(series === undefined
        ? { value: random.chance(0.05) && labels.length > 2 ? null : value(random, measure) }
        : { values: series.map(() => value(random, measure)) }),
    })),
    ...(random.chance(0.2) && labels[0] !== undefined && labels.length < 8
      ? { callouts: [{ at: labels[0], text: words.phrase().slice(0, 50) }] }
      : {}),
  };
};

const combo: Make = ({ random, words, metrics }) => {
  const usable = metrics.filter(({ count }) => count > 2 && count < 13);
  const pairs = usable.flatMap((one) =>
    usable
      .filter(({ time, kind }) => time === one.time && kind.unit !== one.kind.unit)
      .map((two) => [one.id, two.id]),
  );
  if (pairs.length > 0 && random.chance(0.5)) return { kind: "combo", metrics: random.pick(pairs) };
  const line = random.pick<Kind>([
    { unit: "%", decimals: 1, size: 40, digits: 1 },
    {
      unit: "USD",
      scale: random.pick(["thousand", "million", "billion"] as const),
      size: 40_000_000,
      digits: 0,
    },
  ]);
  const [columns, lineName] = names(2, words.thing);
  const labels = periods(random.pick(["year", "quarter", "month"] as const), random.int(3, 12));
  return {
    kind: "combo",
    series: [columns, lineName],
    ...measured(
      random.pick<Kind>([
        { unit: "EUR", scale: "thousand", size: 1, digits: 0 },
        { unit: "EUR", scale: "million", size: 1, digits: 0 },
        { unit: "EUR", scale: "billion", decimals: 2, size: 1, digits: 0 },
        { unit: words.unit(), size: 1, digits: 0 },
      ]),
    ),
    line: measured(line),
    data: labels.map((label) => ({
      label,
      values: [random.int(20, 900) * 1_000_000, value(random, line)],
    })),
  };
};

const waterfall: Make = ({ random, words }) => {
  const measure = random.pick<Kind>([
    { unit: "EUR", scale: "thousand", size: 500_000, digits: 0 },
    { unit: "%", size: 20, digits: 1 },
    { unit: words.unit(), size: 2_000, digits: 0 },
    { unit: "EUR", scale: "million", decimals: 1, size: 18_000_000, digits: 0 },
    { unit: "USD", scale: "billion", decimals: 2, size: 4_000_000_000, digits: 0 },
  ]);
  const steps = names(random.int(1, 9), words.thing);
  return {
    kind: "waterfall",
    ...measured(measure),
    better: random.pick(["higher", "lower"]),
    data: [
      { label: "2025", value: value(random, measure, 0.6), total: true },
      ...steps.map((label) => ({
        label,
        value: round(value(random, measure, 0.05, 0.3) * (random.chance(0.5) ? 1 : -1), measure.digits),
      })),
      { label: "2026", total: true },
    ],
    ...(random.chance(0.3) ? { show: ["total"] } : {}),
  };
};

const tornado: Make = ({ random, words }) => {
  const scale = random.pick(["thousand", "million", "billion", undefined] as const);
  const size = { thousand: 1_000, million: 1_000_000, billion: 1_000_000_000 }[scale ?? "thousand"];
  return {
    kind: "tornado",
    unit: "EUR",
    ...(scale === undefined ? {} : { scale }),
    target: 500 * size,
    data: names(random.int(1, 10), words.thing).map((label) => ({
      label,
      low: random.int(-200, 490) * size,
      high: random.int(510, 1_400) * size,
    })),
  };
};

const interval: Make = ({ random, words }) => {
  const measure = measureKind(random, words.unit());
  return {
    kind: "interval",
    ...measured(measure),
    ...(random.chance(0.5) ? { interval: words.thing() } : {}),
    ...(random.chance(0.5) ? { reference: { value: value(random, measure), name: words.thing() } } : {}),
    ...(random.chance(0.3) ? { order: "given" } : {}),
    data: names(random.int(1, 12), words.thing).map((label) => {
      const own = value(random, measure);
      const ranged = { low: own - value(random, measure), high: own + value(random, measure) };
      return { label, value: own, ...(random.chance(0.8) ? ranged : {}) };
    }),
  };
};

const bullet: Make = (drawing) => {
  const { random, words } = drawing;
  const drawn = alike(drawing, 5, () => true);
  if (drawn.length > 0 && random.chance(0.3)) return { kind: "bullet", metrics: drawn.map(({ id }) => id) };
  const measure = measureKind(random, words.unit());
  return {
    kind: "bullet",
    ...measured(measure),
    better: random.pick(["higher", "higher", "lower"]),
    data: names(random.int(1, 6), words.thing).map((label) => ({
      label,
      value: value(random, measure, 0.2),
      target: value(random, measure),
    })),
    ...(random.chance(0.5)
      ? {
          bands: [
            { to: round(measure.size * 0.5, measure.digits), name: "Poor" },
            { to: round(measure.size * 0.75, measure.digits), name: "Fair" },
            { to: measure.size, name: "Good" },
          ],
        }
      : {}),
  };
};

const slope: Make = (drawing) => {
  const { random, words } = drawing;
  const drawn = alike(drawing, 4, () => true);
  if (drawn.length > 0 && random.chance(0.3)) return { kind: "slope", metrics: drawn.map(({ id }) => id) };
  const measure = measureKind(random, words.unit());
  return {
    kind: "slope",
    ...measured(measure),
    series: ["2023", "2026"],
    data: names(random.int(1, 8), words.thing).map((label) => ({
      label,
      values: [value(random, measure), value(random, measure)],
      ...(random.chance(0.15) ? { highlight: true } : {}),
    })),
  };
};

const dumbbell: Make = ({ random, words }) => {
  const measure = measureKind(random, words.unit());
  const gap = (): number | null => (random.chance(0.1) ? null : value(random, measure));
  return {
    kind: "dumbbell",
    ...measured(measure),
    series: random.chance(0.5) ? ["2023", "2026"] : names(2, words.thing),
    ...(random.chance(0.4) ? { target: value(random, measure), show: ["target"] } : {}),
    ...(random.chance(0.4) ? { better: random.pick(["higher", "lower"]) } : {}),
    data: [
      { label: "All", values: [value(random, measure), value(random, measure)] },
      ...names(random.int(1, 11), words.thing).map((label) => ({ label, values: [gap(), gap()] })),
    ],
  };
};

const diverging: Make = ({ random, words }) => {
  const measure = measureKind(random, words.unit());
  const series = names(random.int(2, 5), words.thing);
  const side = random.chance(0.3) ? { left: random.int(1, series.length - 1) } : {};
  const neutral = { neutral: random.pick(["split", "aside"]) };
  return {
    kind: "diverging",
    ...measured(measure),
    series,
    ...(series.length % 2 === 1 && random.chance(0.8) ? neutral : side),
    ...(random.chance(0.3) ? { order: "size" } : {}),
    data: names(random.int(1, 12), words.thing).map((label) => ({
      label,
      values: series.map(() => value(random, measure)),
    })),
  };
};

const multiples: Make = (drawing) => {
  const { random, words } = drawing;
  const drawn = alike(drawing, 6, ({ count }) => count <= 24);
  if (drawn.length > 1 && random.chance(0.6))
    return { kind: "multiples", metrics: drawn.map(({ id }) => id) };
  const measure = measureKind(random, words.unit());
  const series = names(random.int(2, 6), words.thing);
  const labels = periods(random.pick(["year", "quarter", "month"] as const), random.int(2, 16));
  const columns = series.map(() => course(random, measure, labels.length));
  return {
    kind: "multiples",
    ...measured(measure),
    series,
    ...(random.chance(0.4) ? { form: random.pick(["line", "column"]) } : {}),
    data: labels.map((label, n) => ({ label, values: columns.map((column) => column[n] ?? null) })),
  };
};

const sparkline: Make = (drawing) => {
  const { random, words } = drawing;
  const [metric] = alike(drawing, 1, () => true);
  if (metric !== undefined && random.chance(0.5)) return { kind: "sparkline", metrics: [metric.id] };
  const measure = measureKind(random, words.unit());
  const labels = periods("month", random.int(3, 36));
  const values = course(random, measure, labels.length);
  return {
    kind: "sparkline",
    ...measured(measure),
    data: labels.map((label, n) => ({ label, value: values[n] })),
  };
};

/** Makers of kinds, some of which draw an amount to each category and no more. */
const OWN: Readonly<Partial<Record<ChartKindName, Make>>> = {
  line: (d) => overTime(d, "line", 4, ["target", "forecast", "range", "average", "difference", "cagr"]),
  area: (d) => overTime(d, "area", 3, ["forecast"]),
  column: (d) => overTime(d, "column", 3, ["target", "average", "difference"]),
  bar,
  stacked: (d) => overTime(d, "stacked", 4, []),
  stacked100: (d) => overTime(d, "stacked100", 4, []),
  combo,
  waterfall,
  tornado,
  bullet,
  slope,
  funnel,
  scatter: points("scatter"),
  bubble: points("bubble"),
  marimekko,
  pareto: amounts("pareto"),
  interval,
  dumbbell,
  diverging,
  multiples,
  heatmap,
  scorecard,
  doughnut,
  sparkline,
  gantt,
};

const kinds = Object.keys(CHART_KINDS) as ChartKindName[];

/** A maker for every chart kind. */
export const CHARTS = {
  ...OWN,
  ...Object.fromEntries(kinds.filter((kind) => OWN[kind] === undefined).map((kind) => [kind, amounts(kind)])),
} as Readonly<Record<ChartKindName, Make>>;
