import { course, day, type Json, type Kind, measureKind, periods, round, value } from "./numbers.ts";
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
  readonly csv: (header: readonly string[], rows: readonly (readonly unknown[])[]) => string;
}

type Make = (drawing: Drawing) => Json;

const measured = ({ unit, scale, decimals }: Kind): Json => ({
  ...(unit === undefined ? {} : { unit }),
  ...(scale === undefined ? {} : { scale }),
  ...(decimals === undefined ? {} : { decimals }),
});

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
        (name === "average" && single) ||
        (name === "difference" && single),
    );
    return {
      kind,
      metrics: drawn.map(({ id }) => id),
      ...(random.chance(0.6) && asked.length > 0
        ? { show: random.sample(asked, random.int(1, asked.length)) }
        : {}),
    };
  }
  const measure = measureKind(random, words.unit());
  const series = random.chance(0.5) ? names(random.int(2, Math.max(2, most)), words.thing) : undefined;
  const timed = random.chance(0.6);
  const time = random.pick(["year", "half-year", "quarter", "month", "week", "day"] as const);
  const labels = timed
    ? periods(time, random.int(2, kind === "line" ? 60 : 14))
    : names(random.int(1, 9), words.thing);
  const missing = (n: number): boolean => ["line", "column"].includes(kind) && n > 1 && random.chance(0.08);
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
    const rows = labels.map((label, n) => [label, ...columns.map((column) => column[n] ?? "")]);
    const csv = drawing.csv(header, rows);
    const source = series === undefined ? { value: "Value" } : { values: series };
    return { ...common, data: { csv, label: "Label", ...source } };
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

const bar: Make = ({ random, words }) => {
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

const combo: Make = ({ random, words }) => {
  const [columns, line] = names(2, words.thing);
  const labels = periods(random.pick(["year", "quarter", "month"] as const), random.int(3, 12));
  return {
    kind: "combo",
    series: [columns, line],
    unit: "EUR",
    scale: "thousand",
    line: { unit: "%", decimals: 1 },
    data: labels.map((label) => ({
      label,
      values: [random.int(20, 900) * 1_000, random.int(10, 400) / 10],
    })),
  };
};

const waterfall: Make = ({ random, words }) => {
  const measure = random.pick<Kind>([
    { unit: "EUR", scale: "thousand", size: 500_000, digits: 0 },
    { unit: "%", size: 20, digits: 1 },
    { unit: words.unit(), size: 2_000, digits: 0 },
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

const tornado: Make = ({ random, words }) => ({
  kind: "tornado",
  unit: "EUR",
  scale: "thousand",
  target: 500_000,
  data: names(random.int(1, 10), words.thing).map((label) => ({
    label,
    low: random.int(-200, 490) * 1_000,
    high: random.int(510, 1_400) * 1_000,
  })),
});

const bullet: Make = ({ random, words }) => ({
  kind: "bullet",
  unit: "%",
  better: "higher",
  data: names(random.int(1, 6), words.thing).map((label) => ({
    label,
    value: random.int(20, 95),
    target: random.int(40, 95),
  })),
  ...(random.chance(0.5)
    ? {
        bands: [
          { to: 50, name: "Poor" },
          { to: 75, name: "Fair" },
          { to: 100, name: "Good" },
        ],
      }
    : {}),
});

const slope: Make = ({ random, words }) => {
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

const funnel: Make = ({ random, words }) => {
  let left = random.int(800, 90_000);
  return {
    kind: "funnel",
    unit: words.unit(),
    data: names(random.int(2, 7), words.thing).map((label) => {
      const value = left;
      left = Math.floor((left * random.int(30, 95)) / 100);
      return { label, value };
    }),
  };
};

const points =
  (kind: "scatter" | "bubble"): Make =>
  ({ random, words }) => {
    const groups = random.chance(0.4) ? names(random.int(2, 3), words.team) : undefined;
    return {
      kind,
      x: { name: words.thing(), unit: "days" },
      y: { name: words.thing(), unit: "%" },
      ...(kind === "bubble" ? { size: { name: words.thing(), unit: "EUR", scale: "thousand" } } : {}),
      data: names(random.int(1, 24), words.thing).map((label) => ({
        label,
        x: random.int(1, 60),
        y: random.int(0, 1000) / 10,
        ...(kind === "bubble" ? { size: random.int(1, 900) * 1_000 } : {}),
        ...(groups === undefined ? {} : { group: random.pick(groups) }),
      })),
    };
  };

const marimekko: Make = ({ random, words }) => {
  const series = names(random.int(2, 5), words.thing);
  return {
    kind: "marimekko",
    unit: "EUR",
    scale: "million",
    series,
    data: names(random.int(2, 6), words.team).map((label) => ({
      label,
      values: series.map(() => random.int(1, 40) * 1_000_000),
    })),
  };
};

const heatmap: Make = ({ random, words }) => {
  const series = random.chance(0.5)
    ? periods("quarter", random.int(2, 8))
    : names(random.int(2, 6), words.team);
  return {
    kind: "heatmap",
    unit: "%",
    series,
    data: names(random.int(1, 12), words.thing).map((label) => ({
      label,
      values: series.map(() => (random.chance(0.05) ? null : random.int(0, 100))),
    })),
    ...(random.chance(0.5)
      ? {
          bands: [
            { name: "late", to: 70, tone: "bad" },
            { name: "near", to: 90, tone: "neutral" },
            { name: "on time", tone: "good" },
          ],
        }
      : {}),
  };
};

const scorecard: Make = ({ random, words }) => ({
  kind: "scorecard",
  data: names(random.int(1, 12), words.thing).map((label) => ({
    label,
    value: random.int(1, 100),
    target: random.int(1, 100),
    unit: random.pick(["%", "days", "EUR"]),
    better: random.pick(["higher", "lower"]),
    ...(random.chance(0.5) ? { previous: random.int(1, 100) } : {}),
  })),
});

const doughnut: Make = ({ random, words }) => ({
  kind: "doughnut",
  unit: words.unit(),
  data: names(random.int(1, 3), words.thing).map((label, n) => ({
    label,
    value: random.int(10, 900),
    ...(n === 0 ? { highlight: true } : {}),
  })),
});

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

const gantt: Make = ({ random, words }) => ({
  kind: "gantt",
  data: names(random.int(1, 16), words.thing).map((label, n) => {
    const start = n * 14 + random.int(0, 60);
    return {
      label,
      start: day(start),
      ...(random.chance(0.75) ? { end: day(start + random.int(7, 120)) } : { gate: random.chance(0.5) }),
      ...(random.chance(0.5) ? { owner: words.person() } : {}),
    };
  }),
});

/** A maker for every chart kind. */
export const CHARTS: Readonly<Record<string, Make>> = {
  line: (d) => overTime(d, "line", 4, ["target", "forecast", "range", "average", "difference"]),
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
  heatmap,
  scorecard,
  doughnut,
  sparkline,
  gantt,
};
