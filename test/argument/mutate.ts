import { type Json, type Path, valueAt, withValue } from "./edits.ts";

/** One way to falsify a series. */
const CHANGES = {
  reversed: (values: readonly number[]) => [...values].reverse(),
  "40% up": (values: readonly number[]) => values.map((value) => value * 1.4),
  "40% down": (values: readonly number[]) => values.map((value) => value * 0.6),
  levelled: (values: readonly number[]) => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return values.map(() => mean);
  },
  /** The second half first, each half in its own order. */
  reordered: (values: readonly number[]) => {
    const half = Math.ceil(values.length / 2);
    return [...values.slice(half), ...values.slice(0, half)];
  },
} as const satisfies Readonly<Record<string, (values: readonly number[]) => readonly number[]>>;

export type Change = keyof typeof CHANGES;

export interface Mutation {
  readonly series: string;
  readonly change: Change;
  readonly bundle: Json;
}

type Item = { readonly [key: string]: Json };

const itemsAt = (bundle: Json, path: Path): readonly Item[] => {
  const list = valueAt(bundle, path);
  return Array.isArray(list) ? (list as readonly Item[]) : [];
};

const decimalsOf = (values: readonly number[]): number =>
  Math.max(...values.map((value) => `${value}`.split(".")[1]?.length ?? 0));

/** Where the numbers of one series stand. */
interface Series {
  readonly name: string;
  readonly places: readonly Path[];
}

function metricSeries(bundle: Json): readonly Series[] {
  return itemsAt(bundle, ["metrics"]).map((metric, m) => ({
    name: `metric ${String(metric["id"])}`,
    places: itemsAt(bundle, ["metrics", m, "values"]).flatMap((value, n) =>
      typeof value["value"] === "number" ? [["metrics", m, "values", n, "value"]] : [],
    ),
  }));
}

function chartSeries(bundle: Json): readonly Series[] {
  return itemsAt(bundle, ["charts"]).flatMap((chart, c) => {
    const rows = itemsAt(bundle, ["charts", c, "data"]);
    const series = new Map<string, Path[]>();
    const add = (name: string, path: Path): void => {
      series.set(name, [...(series.get(name) ?? []), path]);
    };
    for (const [n, row] of rows.entries()) {
      if (row["total"] === true) continue;
      for (const key of ["value", "x", "y", "size"])
        if (typeof row[key] === "number") add(key, ["charts", c, "data", n, key]);
      const values = itemsAt(bundle, ["charts", c, "data", n, "values"]) as unknown as readonly Json[];
      for (const [s, value] of values.entries())
        if (typeof value === "number") add(`series ${s + 1}`, ["charts", c, "data", n, "values", s]);
    }
    return [...series].map(([name, places]) => ({ name: `chart ${String(chart["id"])}, ${name}`, places }));
  });
}

/** The totals of a waterfall follow its steps, so that a change makes sentences false and not the sums. */
function withTotals(bundle: Json): Json {
  return itemsAt(bundle, ["charts"]).reduce<Json>((next, chart, c) => {
    if (chart["kind"] !== "waterfall") return next;
    let level = 0;
    return itemsAt(next, ["charts", c, "data"]).reduce<Json>((changed, row, n) => {
      const value = typeof row["value"] === "number" ? row["value"] : undefined;
      if (row["total"] !== true) {
        level += value ?? 0;
        return changed;
      }
      if (n === 0) level = value ?? 0;
      if (n === 0 || value === undefined) return changed;
      return withValue(changed, ["charts", c, "data", n, "value"], Number(level.toFixed(6)));
    }, next);
  }, bundle);
}

/** The ends of a range move with their value. */
function moved(bundle: Json, place: Path, from: number, to: number, decimals: number): Json {
  const item = place.slice(0, -1);
  return ["low", "high"].reduce<Json>(
    (next, end) => {
      const old = valueAt(next, [...item, end]);
      if (typeof old !== "number" || place.at(-1) !== "value") return next;
      return withValue(next, [...item, end], Number((old + to - from).toFixed(decimals)));
    },
    withValue(bundle, place, to),
  );
}

/** Every change of every series of metrics and charts that changes a number. */
export function* mutations(bundle: Json): Generator<Mutation> {
  for (const { name, places } of [...metricSeries(bundle), ...chartSeries(bundle)]) {
    const old = places.map((place) => valueAt(bundle, place) as number);
    if (old.length === 0) continue;
    const decimals = decimalsOf(old);
    for (const [change, by] of Object.entries(CHANGES)) {
      const next = by(old).map((value) => Number(value.toFixed(decimals)));
      if (next.every((value, n) => value === old[n])) continue;
      const changed = places.reduce<Json>(
        (copy, place, n) => moved(copy, place, old[n] ?? 0, next[n] ?? 0, decimals),
        bundle,
      );
      yield { series: name, change: change as Change, bundle: withTotals(changed) };
    }
  }
}

/** The bundle with the values of its CSV files in place. `read` holds what was read of them. */
export function inlined(bundle: Json, read: Json): Json {
  const lists = ["metrics", "charts"].flatMap((part) =>
    itemsAt(bundle, [part]).map((_item, n): Path => [part, n, part === "metrics" ? "values" : "data"]),
  );
  return lists.reduce<Json>((next, path) => {
    const value = valueAt(next, path);
    if (value === undefined || Array.isArray(value)) return next;
    const values = valueAt(read, path);
    return values === undefined ? next : withValue(next, path, values);
  }, bundle);
}
