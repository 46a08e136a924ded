import type { ValueKind } from "../../../src/model/bundle/common.ts";
import type { Given } from "./given.ts";
import { type Language, SCALES, WORDS } from "./words.ts";

/** The numbers that a chart was made from, unscaled: a column a series, null where a value is missing. */
export interface Facts {
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly kinds: readonly ValueKind[];
    readonly scale: number;
  }[];
  /** True where the values are told over time. */
  readonly timed: boolean;
}

export interface Datum {
  readonly label: string;
  readonly value?: number | null;
  readonly values?: readonly (number | null)[];
  readonly kind?: ValueKind;
  readonly total?: boolean;
  readonly low?: number;
  readonly high?: number;
  readonly target?: number | null;
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
  readonly start?: string;
  readonly end?: string;
  readonly owner?: string;
  readonly gate?: boolean;
}
export const dataOf = ({ chart }: Given): readonly Datum[] =>
  (chart.data ?? []) as unknown as readonly Datum[];

/** The values of a chart as the bundle has them. */
export function factsOf({ chart, metrics, seed }: Given, language: Language): Facts {
  const named = chart.scale ?? metrics[0]?.scale;
  const scale = named === undefined ? 1 : SCALES[named];
  if (metrics.length > 0) {
    const points = metrics.map(
      ({ values }) => values as readonly { period: string; value: number | null; kind?: ValueKind }[],
    );
    return {
      labels: points[0]?.map(({ period }) => period) ?? [],
      series: metrics.map(({ name }, n) => ({
        name,
        values: points[n]?.map(({ value }) => value) ?? [],
        kinds: points[n]?.map(({ kind }) => kind ?? "actual") ?? [],
        scale,
      })),
      timed: true,
    };
  }
  const data = dataOf({ chart, metrics, seed });
  const columns = data[0]?.values?.length ?? 1;
  return {
    labels: data.map(({ label }) => label),
    series: Array.from({ length: columns }, (_, c) => ({
      name: chart.series?.[c] ?? WORDS[language].value,
      values: data.map((datum) =>
        datum.values === undefined ? (datum.value ?? null) : (datum.values[c] ?? null),
      ),
      kinds: data.map(({ kind }) => kind ?? chart.valueKind ?? "actual"),
      scale: chart.kind === "combo" && c === 1 ? 1 : scale,
    })),
    timed: false,
  };
}

/** Of a chart of shares, what the alternative text tells: complete rows as shares of a hundred, unless they are shares. */
export function inShares(facts: Facts, isPercent: boolean): Facts {
  const whole = facts.labels.map((_label, n) =>
    facts.series.reduce((sum, { values }) => sum + (values[n] ?? 0), 0),
  );
  const complete = facts.labels.map((_label, n) => facts.series.every(({ values }) => values[n] !== null));
  const apart =
    isPercent && whole.every((sum) => sum <= 100 + facts.series.length / 2) && complete.includes(false);
  if (apart) return facts;
  return {
    ...facts,
    series: facts.series.map((each) => ({
      ...each,
      scale: 1,
      values: each.values.map((value, n) =>
        value === null || complete[n] !== true || whole[n] === 0 ? null : (100 * value) / (whole[n] ?? 1),
      ),
    })),
  };
}

/** Whether a value that is null is missing: metrics end where they end, but what a bundle writes as null is missing. */
export const isMissing = (facts: Facts, column: number, n: number): boolean =>
  facts.series[column]?.values[n] === null;
