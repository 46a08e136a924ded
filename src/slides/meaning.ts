import { Decimal } from "decimal.js";
import { areTimes } from "../base/period.ts";
import { differenceUnit } from "../locales/figure.ts";
import { shownDecimals } from "../locales/numbers.ts";
import type { Chart } from "../model/bundle/index.ts";
import type { Rich } from "../model/text.ts";
import { again } from "./evidence-blocks.ts";
import type { SlideContext } from "./kind.ts";

/** Sentences beside a chart: what its figures say where its author does not, and what they assume. */
export function readings(s: SlideContext, chart: Chart): readonly Rich[] {
  const drawn = chart.metrics?.slice(0, 2) ?? [];
  const assumed = [chart.assumption, ...drawn.map((id) => s.find.metric(id)?.assumption)].flatMap(
    (sentence) =>
      sentence === undefined ? [] : [s.say("meaning.assumption", { assumption: s.rich(sentence) })],
  );
  if (chart.meaning !== undefined) return assumed;
  return [
    ...(chart.metrics ? drawn.flatMap((id) => metricMeaning(s, id)) : dataMeaning(s, chart)),
    ...assumed,
  ];
}

/**
 * The one of these sentences that a page may come to: how far it is to a target, what the highlighted parts make up, how two
 * series compare. That something is the largest step, or forecast, is no conclusion.
 */
export function conclusion(s: SlideContext, chart: Chart): Rich | undefined {
  if (chart.meaning !== undefined) return undefined;
  const [metric] = chart.metrics ?? [];
  if (metric !== undefined) return gapSentence(s, metric);
  return highlightedMeaning(s, chart) ?? pairMeaning(s, chart)[0];
}

/** All that is said of a chart: for its notes. */
export const meaning = (s: SlideContext, chart: Chart): readonly Rich[] => [
  ...(chart.meaning === undefined ? [] : [s.rich(chart.meaning)]),
  ...readings(s, chart),
];

/** The latest value of a metric and its distance from its target; undefined where one of them is not there. */
export function gapSentence(s: SlideContext, id: string): Rich | undefined {
  const metric = s.figures.metrics[id];
  const [latest, gap] = [metric?.figures["latest"], metric?.figures["gap"]];
  if (metric?.target === undefined || latest === undefined || gap === undefined) return undefined;
  return s.say("meaning.gap", {
    name: metric.name,
    latest: latest.text,
    period: latest.periodText,
    gap: again(gap),
    good: gap.good,
    target: again(metric.figures["target"]),
    by: metric.target.byText,
  });
}

function metricMeaning(s: SlideContext, id: string): Rich[] {
  const metric = s.figures.metrics[id];
  const latest = metric?.figures["latest"];
  if (metric === undefined || latest === undefined) return [];
  const out: Rich[] = [
    gapSentence(s, id) ??
      s.say("meaning.latest", { name: metric.name, latest: latest.text, period: latest.periodText }),
  ];
  const ahead = metric.points.filter((point) => point.kind !== "actual" && point.value !== null).at(-1);
  if (ahead && latest.kind === "actual") {
    const low = ahead.low === undefined ? undefined : s.locale.value(String(ahead.low), valueStyle(metric));
    const high =
      ahead.high === undefined ? undefined : s.locale.value(String(ahead.high), valueStyle(metric));
    out.push(
      s.say("meaning.ahead", {
        kind: s.words(`kind.${ahead.kind}`),
        period: ahead.label,
        value: ahead.text,
        low,
        high,
      }),
    );
  }
  return out;
}

const valueStyle = (m: {
  readonly unit: string;
  readonly decimals: number;
  readonly scale?: "thousand" | "million" | "billion";
}) => ({
  unit: m.unit,
  decimals: m.decimals,
  ...(m.scale === undefined ? {} : { scale: m.scale }),
});

function dataMeaning(s: SlideContext, chart: Chart): Rich[] {
  const share = highlightedMeaning(s, chart);
  const out: Rich[] = share === undefined ? [] : [share];
  const steps = (chart.data ?? []).filter((d) => d.total !== true);
  const known = steps.every((d) => typeof d.value === "number");
  if (chart.kind === "waterfall" && steps.length > 0 && known) {
    const sizeOf = ({ value }: (typeof steps)[number]): number => Math.abs(value ?? 0);
    const largest = steps.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
    const alone = steps.length > 1 && steps.filter((step) => sizeOf(step) === sizeOf(largest)).length === 1;
    if (alone)
      out.push(
        s.say("meaning.step", {
          label: largest.label,
          value: shown(s, chart, largest.value ?? 0, { signed: true }),
        }),
      );
  }
  return [...out, ...pairMeaning(s, chart)];
}

function highlightedMeaning(s: SlideContext, chart: Chart): Rich | undefined {
  const share = highlighted(s, chart);
  return share === undefined
    ? undefined
    : s.say("meaning.highlighted", { names: share.names, sum: share.text });
}

const LEADING: ReadonlySet<string> = new Set(["slope", "dumbbell"]);

/**
 * Compares two series of one unit: in how many categories the first is below or above the second, and where
 * they differ most; nothing where a value is missing, which might be where they do. A slope and a dumbbell lead from
 * their first series to their second, so there the second is compared with the first.
 */
function pairMeaning(s: SlideContext, chart: Chart): Rich[] {
  if (chart.series?.length !== 2 || chart.kind === "combo") return [];
  const told = <T>(pair: readonly T[]): readonly T[] => (LEADING.has(chart.kind) ? pair.toReversed() : pair);
  const data = chart.data ?? [];
  const pairs = data.flatMap((d) => {
    const [a, b] = told(d.values ?? []);
    return typeof a === "number" && typeof b === "number"
      ? [{ label: d.label, gap: new Decimal(a).minus(b) }]
      : [];
  });
  const widest = pairs.reduce<(typeof pairs)[number] | undefined>(
    (best, pair) => (best?.gap.abs().gte(pair.gap.abs()) ? best : pair),
    undefined,
  );
  if (widest === undefined || widest.gap.isZero() || pairs.length < data.length) return [];
  const [first, second] = told(chart.series ?? []);
  const n = pairs.length;
  const alike = ({ gap }: (typeof pairs)[number]): boolean =>
    !gap.isZero() && gap.isNegative() === widest.gap.isNegative();
  const same = pairs.filter(alike).length;
  // Of several that are equally wide, none is the widest.
  const widestAlone = pairs.filter(({ gap }) => gap.abs().eq(widest.gap.abs())).length === 1;
  return [
    s.say("meaning.pair", {
      first,
      second,
      below: widest.gap.isNegative(),
      same,
      n,
      one: n === 1,
      both: n === 2 && same === 2,
      all: same === n,
      only: n > 1 && same === 1,
      most: same > 1 && widestAlone,
      label: widest.label,
      gap: shown(s, chart, widest.gap.abs().toString()),
    }),
  ];
}

/**
 * The sum of the highlighted parts, where it means something: shares of one whole, or the parts of a ring. Values of
 * several times, of a chart with a missing value, or of a unit that may not add up have none.
 */
export function highlighted(
  s: SlideContext,
  chart: Chart,
): { readonly names: readonly string[]; readonly text: string } | undefined {
  const data = chart.data ?? [];
  const parts = data.filter((datum) => datum.highlight === true);
  const figure = s.figures.charts[chart.id]?.figures["highlighted"];
  const ofOneWhole = chart.unit === "%" || chart.kind === "doughnut";
  if (figure === undefined || parts.length < 2 || parts.length === data.length) return undefined;
  if (!ofOneWhole || (chart.series?.length ?? 1) > 1 || areTimes(data.map(({ label }) => label)))
    return undefined;
  return { names: parts.map((datum) => datum.label), text: figure.text };
}

/** A change or a difference of the chart's values, in the decimals that its labels have. */
function shown(
  s: SlideContext,
  chart: Chart,
  value: number | string,
  { signed = false }: { readonly signed?: boolean } = {},
): string {
  const values = (chart.data ?? []).flatMap((datum) => datum.values ?? [datum.value ?? null]);
  return s.locale.value(String(value), {
    unit: differenceUnit(chart.unit ?? ""),
    decimals: chart.decimals ?? shownDecimals(values, chart.scale),
    signed,
    ...(chart.scale ? { scale: chart.scale } : {}),
  });
}
