import fc from "fast-check";
import type { ChartKindName } from "../../../src/charts/index.ts";
import type { Scale, ValueKind } from "../../../src/model/bundle/common.ts";
import type { Bundle, Chart } from "../../../src/model/bundle/index.ts";

/** A chart made by chance, with the metrics that it may draw. Names hold no digit, so that each digit is one of a number. */
export interface Given {
  readonly chart: Chart;
  readonly metrics: NonNullable<Bundle["metrics"]>;
  readonly seed: Seed;
}

export const MESSAGE = "Line chart and heat map agree";
export const LABELS = ["Aldgate", "Birk", "Corby", "Dunmow", "Epsom", "Fowey", "Goole", "Hythe"] as const;
export const SERIES = ["Kettles", "Lamps", "Mugs", "Nets", "Oars"] as const;
export const OWNERS = ["Ylva", "Zoltan"] as const;
const FIRST_YEAR = 2023;
export const years = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => String(FIRST_YEAR + n));

export interface Seed {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  readonly unit: string | undefined;
  readonly scale: Scale | undefined;
  readonly decimals: number | undefined;
  readonly valueKind: ValueKind | undefined;
  readonly mixed: boolean;
  readonly gaps: boolean;
  readonly below: boolean;
  readonly timed: boolean;
  readonly ofMetrics: boolean;
  readonly target: boolean;
}

interface Cell {
  readonly value: number;
  readonly gap: boolean;
  readonly kind: ValueKind;
}

const COLUMNS = SERIES.length;
const kinds = fc.constantFrom<ValueKind[]>("actual", "actual", "plan", "forecast", "estimate");
/** Values of several sizes; some are zero, and some round to zero from below. */
const amount = fc.oneof(
  fc.integer({ min: -900, max: 2_500 }),
  fc.integer({ min: -9_000, max: 20_000 }).map((n) => n / 10),
  fc.integer({ min: -900, max: 900 }).map((n) => n / 100),
  fc.constantFrom(0, -0.04, 0.04, 0.1 + 0.2 - 0.3, 1, -0.4, 1_250_000),
);
const seeds: fc.Arbitrary<Seed> = fc.record({
  rows: fc.integer({ min: 1, max: LABELS.length }),
  columns: fc.integer({ min: 1, max: COLUMNS }),
  cells: fc.array(
    fc.record({ value: amount, gap: fc.integer({ min: 0, max: 4 }).map((n) => n === 0), kind: kinds }),
    {
      minLength: LABELS.length * COLUMNS,
      maxLength: LABELS.length * COLUMNS,
    },
  ),
  unit: fc.constantFrom("EUR", "%", "pp", "patients", undefined),
  scale: fc.constantFrom<(Scale | undefined)[]>(undefined, undefined, "thousand", "million"),
  decimals: fc.constantFrom(undefined, undefined, 0, 1),
  valueKind: fc.option(kinds, { nil: undefined, freq: 3 }),
  mixed: fc.boolean(),
  gaps: fc.boolean(),
  below: fc.boolean(),
  timed: fc.boolean(),
  ofMetrics: fc.boolean(),
  target: fc.boolean(),
});

/** What a kind of chart can take. */
interface Able {
  readonly several?: boolean;
  readonly gaps?: boolean;
  readonly below?: boolean;
  readonly kinds?: boolean;
  readonly metrics?: boolean;
}
const PLAIN: Readonly<Partial<Record<ChartKindName, Able>>> = {
  line: { several: true, gaps: true, below: true, kinds: true, metrics: true },
  area: { several: true, kinds: true, metrics: true },
  column: { several: true, gaps: true, below: true, kinds: true, metrics: true },
  bar: { several: true, gaps: true, below: true, kinds: true },
  stacked: { several: true, gaps: true, below: true, kinds: true },
  stacked100: { several: true, gaps: true, kinds: true },
  marimekko: { several: true },
  heatmap: { several: true, gaps: true, below: true, kinds: true },
  sparkline: { gaps: true, below: true, kinds: true, metrics: true },
  pareto: { kinds: true },
  doughnut: { kinds: true },
  funnel: { kinds: true },
  multiples: { several: true, gaps: true, below: true, kinds: true, metrics: true },
};

const pieces = ({ unit, scale, decimals, valueKind }: Seed, money = true) => ({
  ...(unit === undefined ? {} : { unit }),
  ...(scale === undefined || unit === "%" || unit === "pp" || !money ? {} : { scale }),
  ...(decimals === undefined ? {} : { decimals }),
  ...(valueKind === undefined ? {} : { valueKind }),
});
const FACTORS: Readonly<Record<Scale, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** The cell of a row and column; shares of a hundred stay below it. */
const cellOf = (seed: Seed, able: Able, row: number, column: number) => {
  const cell = seed.cells[row * COLUMNS + column];
  if (cell === undefined) throw new RangeError("no such cell");
  const factor =
    seed.scale === undefined || seed.unit === "%" || seed.unit === "pp" ? 1 : FACTORS[seed.scale];
  const size = cell.value * factor;
  const value = able.below === true && seed.below ? size : Math.abs(size);
  return {
    value: able.gaps === true && seed.gaps && cell.gap ? null : value,
    kind: able.kinds === true && seed.mixed ? cell.kind : undefined,
    size: Math.abs(size),
  };
};

function plain(kind: ChartKindName, able: Able, seed: Seed): Given {
  const columns = able.several === true ? seed.columns : 1;
  const labels = seed.timed ? years(seed.rows) : LABELS.slice(0, seed.rows);
  if (able.metrics === true && seed.ofMetrics) {
    const { valueKind: _, ...measure } = pieces(seed);
    const metrics = Array.from({ length: columns }, (_each, c) => ({
      id: `m-${String.fromCharCode(97 + c)}`,
      name: SERIES[c] ?? "",
      ...measure,
      values: years(seed.rows).map((period, r) => {
        const { value, kind: own } = cellOf(seed, able, r, c);
        return { period, value, ...(own === undefined ? {} : { kind: own }) };
      }),
    }));
    return {
      chart: { id: "c", kind, message: MESSAGE, metrics: metrics.map(({ id }) => id) } as Chart,
      metrics,
      seed,
    };
  }
  const sorted = kind === "funnel" ? [...seed.cells.keys()].filter((n) => n % COLUMNS === 0) : [];
  const order = sorted
    .map((n) => n / COLUMNS)
    .sort((a, b) => cellOf(seed, able, b, 0).size - cellOf(seed, able, a, 0).size);
  const data = labels.map((label, n) => {
    const r = order[n] ?? n;
    const cells = Array.from({ length: columns }, (_, c) => cellOf(seed, able, r, c));
    const own = cells[0]?.kind;
    return {
      label,
      ...(able.several === true && columns > 1
        ? { values: cells.map(({ value }) => value) }
        : { value: cells[0]?.value ?? null }),
      ...(own === undefined ? {} : { kind: own }),
    };
  });
  const chart = {
    id: "c",
    kind,
    message: MESSAGE,
    ...pieces(seed),
    ...(columns > 1 ? { series: SERIES.slice(0, columns) } : {}),
    ...(seed.target && kind === "column" ? { target: 321, show: ["target"] } : {}),
    data,
  };
  return { chart: chart as unknown as Chart, metrics: [], seed };
}

const withTarget = (target: number | null): object => (target === null ? {} : { target });

const ANY: Able = { below: true };
const KNOWN: Able = { gaps: true };
const ANY_NUMBER: Able = { below: true, kinds: true };

/** Kinds whose data have fields of their own. */
const OWN: Readonly<Partial<Record<ChartKindName, (seed: Seed) => object>>> = {
  combo: (seed) => {
    const able = { gaps: true, kinds: true };
    return {
      series: SERIES.slice(0, 2),
      ...pieces({ ...seed, unit: "EUR" }),
      line: { unit: "%" },
      data: LABELS.slice(0, seed.rows).map((label, r) => {
        const [one, two] = [cellOf(seed, able, r, 0), cellOf(seed, able, r, 1)];
        return {
          label,
          values: [one.value, two.value],
          ...(one.kind === undefined ? {} : { kind: one.kind }),
        };
      }),
    };
  },
  waterfall: (seed) => ({
    ...pieces(seed),
    data: [
      { label: "Start", value: cellOf(seed, {}, 0, 1).value, total: true },
      ...LABELS.slice(0, seed.rows).map((label, r) => ({ label, value: cellOf(seed, ANY, r, 0).value })),
      { label: "Zenith", total: true },
    ],
  }),
  tornado: (seed) => ({
    ...pieces(seed),
    target: cellOf(seed, ANY, 0, 2).value,
    data: LABELS.slice(0, seed.rows).map((label, r) => ({
      label,
      low: cellOf(seed, ANY, r, 0).value,
      high: cellOf(seed, ANY, r, 1).value,
    })),
  }),
  bullet: (seed) => ({
    ...pieces(seed),
    better: "higher",
    data: LABELS.slice(0, seed.rows).map((label, r) => ({
      label,
      value: cellOf(seed, KNOWN, r, 0).value,
      ...withTarget(cellOf(seed, KNOWN, r, 1).value),
    })),
  }),
  interval: (seed) => ({
    ...pieces(seed),
    data: LABELS.slice(0, seed.rows).map((label, r) => {
      const { value } = cellOf(seed, { gaps: true, below: true }, r, 0);
      const [less, more] = [cellOf(seed, {}, r, 1).value ?? 0, cellOf(seed, {}, r, 2).value ?? 0];
      const ranged = value !== null && r % 3 !== 2;
      return { label, value, ...(ranged ? { low: value - less, high: value + more } : {}) };
    }),
  }),
  slope: (seed) => ({
    ...pieces(seed),
    series: SERIES.slice(0, 2),
    data: LABELS.slice(0, seed.rows).map((label, r) => {
      const { kind } = cellOf(seed, ANY_NUMBER, r, 0);
      return {
        label,
        values: [cellOf(seed, ANY, r, 0).value, cellOf(seed, ANY, r, 1).value],
        ...(kind === undefined ? {} : { kind }),
      };
    }),
  }),
  dumbbell: (seed) => ({
    ...pieces(seed),
    series: SERIES.slice(0, 2),
    data: LABELS.slice(0, seed.rows).map((label, r) => ({
      label,
      values: [cellOf(seed, ANY, r, 0).value, cellOf(seed, ANY, r, 1).value],
    })),
  }),
  diverging: (seed) => {
    const columns = Math.max(2, seed.columns);
    return {
      ...pieces(seed),
      series: SERIES.slice(0, columns),
      ...(seed.target ? { left: 1 } : {}),
      data: LABELS.slice(0, seed.rows).map((label, r) => {
        const cells = Array.from({ length: columns }, (_, c) =>
          cellOf(seed, { gaps: true, kinds: true }, r, c),
        );
        const kind = cells[0]?.kind;
        return { label, values: cells.map(({ value }) => value), ...(kind === undefined ? {} : { kind }) };
      }),
    };
  },
  scatter: (seed) => points(seed, false),
  bubble: (seed) => points(seed, true),
  scorecard: (seed) => ({
    ...(seed.valueKind === undefined ? {} : { valueKind: seed.valueKind }),
    data: LABELS.slice(0, seed.rows).map((label, r) => {
      const { valueKind: _, ...measure } = pieces(seed);
      const target = cellOf(seed, { gaps: true, below: true }, r, 1).value;
      return {
        label,
        ...measure,
        better: "higher",
        value: cellOf(seed, { gaps: true, below: true }, r, 0).value,
        ...withTarget(target),
      };
    }),
  }),
  gantt: (seed) => ({
    data: LABELS.slice(0, seed.rows).map((label, r) => ({
      label,
      start: `2026-0${r + 1}-0${(seed.rows % 9) + 1}`,
      ...(r % 3 === 0 ? { end: `2026-1${r % 3}-15` } : { gate: r % 3 === 1 }),
      ...(r % 2 === 0 ? { owner: OWNERS[0] } : {}),
    })),
  }),
};

const points = (seed: Seed, bubbles: boolean): object => {
  const { valueKind, ...measure } = pieces(seed);
  return {
    ...(valueKind === undefined ? {} : { valueKind }),
    x: { name: "Width", unit: "km" },
    y: { name: "Height", ...measure },
    ...(bubbles ? { size: { name: "Weight", unit: "kg" } } : {}),
    data: LABELS.slice(0, seed.rows).map((label, r) => ({
      label,
      x: Math.abs(cellOf({ ...seed, scale: undefined }, ANY, r, 1).value ?? 0),
      y: cellOf(seed, ANY, r, 0).value,
      ...(bubbles ? { size: cellOf({ ...seed, scale: undefined }, {}, r, 2).value } : {}),
    })),
  };
};

/** Charts of a kind with what it can take: gaps, values below zero, of several kinds, of metrics or data, of any unit. */
export const givenCharts = (kind: ChartKindName): fc.Arbitrary<Given> =>
  seeds.map((seed): Given => {
    const own = OWN[kind];
    if (own === undefined) return plain(kind, PLAIN[kind] ?? {}, seed);
    return { chart: { id: "c", kind, message: MESSAGE, ...own(seed) } as Chart, metrics: [], seed };
  });
