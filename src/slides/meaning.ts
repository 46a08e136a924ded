import { Decimal } from "decimal.js";
import type { Chart } from "../model/bundle/index.ts";
import type { Rich } from "../model/text.ts";
import { again } from "./evidence-blocks.ts";
import type { Speaking } from "./kind.ts";

/** What stands beside a chart: the analyst's own meaning, else what its figures say. */
export function meaning(s: Speaking, chart: Chart): readonly Rich[] {
  const own = chart.meaning === undefined ? [] : [s.rich(chart.meaning)];
  if (chart.metrics) return [...own, ...chart.metrics.slice(0, 2).flatMap((id) => metricMeaning(s, id))];
  return [...own, ...dataMeaning(s, chart)];
}

function metricMeaning(s: Speaking, id: string): Rich[] {
  const metric = s.figures.metrics[id];
  const latest = metric?.figures["latest"];
  if (metric === undefined || latest === undefined) return [];
  const out: Rich[] = [];
  const gap = metric.figures["gap"];
  out.push(
    metric.target && gap
      ? s.say("meaning.gap", {
          name: metric.name,
          latest: latest.text,
          period: latest.periodText,
          gap: again(gap),
          good: gap.good,
          target: again(metric.figures["target"]),
          by: metric.target.byText,
        })
      : s.say("meaning.latest", { name: metric.name, latest: latest.text, period: latest.periodText }),
  );
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
  if (metric.assumption) out.push(s.say("meaning.assumption", { assumption: s.rich(metric.assumption) }));
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

function dataMeaning(s: Speaking, chart: Chart): Rich[] {
  const out: Rich[] = [];
  const share = highlighted(s, chart);
  if (share)
    out.push(s.say("meaning.highlighted", { names: share.names, sum: share.text, n: share.names.length }));
  const steps = (chart.data ?? []).filter((d) => d.total !== true && typeof d.value === "number");
  if (chart.kind === "waterfall" && steps.length > 0) {
    const largest = steps.reduce((a, b) => (Math.abs(b.value ?? 0) > Math.abs(a.value ?? 0) ? b : a));
    const figures = s.figures.charts[chart.id]?.figures;
    const start = figures?.["start"];
    const end = figures?.["end"];
    if (start && end)
      out.push(
        s.say("meaning.waterfall", { start: start.text, end: end.text, change: figures?.["change"]?.text }),
      );
    out.push(
      s.say("meaning.step", { label: largest.label, value: shown(s, chart, largest.value ?? 0, true) }),
    );
  }
  if (chart.series?.length === 2) out.push(...pairMeaning(s, chart));
  if (chart.assumption) out.push(s.say("meaning.assumption", { assumption: s.rich(chart.assumption) }));
  return out;
}

/**
 * Of two series: in how many categories the first is below or above the second, and where they differ most. A slope leads
 * from its first series to its second, so there the second is told by the first.
 */
function pairMeaning(s: Speaking, chart: Chart): Rich[] {
  const told = <T>(pair: readonly T[]): readonly T[] => (chart.kind === "slope" ? pair.toReversed() : pair);
  const pairs = (chart.data ?? []).flatMap((d) => {
    const [a, b] = told(d.values ?? []);
    return typeof a === "number" && typeof b === "number"
      ? [{ label: d.label, gap: new Decimal(a).minus(b) }]
      : [];
  });
  const widest = pairs.reduce<(typeof pairs)[number] | undefined>(
    (best, pair) => (best?.gap.abs().gte(pair.gap.abs()) ? best : pair),
    undefined,
  );
  if (widest === undefined || widest.gap.isZero()) return [];
  const [first, second] = told(chart.series ?? []);
  const unit = chart.unit === "%" ? "pp" : (chart.unit ?? "");
  return [
    s.say("meaning.pair", {
      first,
      second,
      below: widest.gap.isNegative(),
      same: pairs.filter((pair) => pair.gap.isNegative() === widest.gap.isNegative() && !pair.gap.isZero())
        .length,
      n: pairs.length,
      all: pairs.every((pair) => !pair.gap.isZero() && pair.gap.isNegative() === widest.gap.isNegative()),
      label: widest.label,
      gap: s.locale.value(widest.gap.abs().toString(), {
        unit,
        decimals: chart.decimals ?? 0,
        ...(chart.scale ? { scale: chart.scale } : {}),
      }),
    }),
  ];
}

/** The sum of the highlighted parts, where there is one: the share that the message speaks of. */
export function highlighted(
  s: Speaking,
  chart: Chart,
): { readonly names: readonly string[]; readonly text: string } | undefined {
  const parts = (chart.data ?? []).filter((d) => d.highlight === true && typeof d.value === "number");
  if (parts.length < 2) return undefined;
  const sum = parts.reduce((total, d) => total.plus(d.value ?? 0), new Decimal(0));
  return { names: parts.map((d) => d.label), text: shown(s, chart, sum.toString(), false) };
}

const shown = (s: Speaking, chart: Chart, value: number | string, signed: boolean): string =>
  s.locale.value(String(value), {
    unit: chart.unit === "%" && signed ? "pp" : (chart.unit ?? ""),
    decimals: chart.decimals ?? 0,
    signed,
    ...(chart.scale ? { scale: chart.scale } : {}),
  });
