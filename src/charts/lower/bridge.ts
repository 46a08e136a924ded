import { Decimal, isLeftOver } from "../../base/decimal.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { chartMissingStart, chartMissingStep, waterfallSum } from "../../diagnostics/messages/index.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { ChartContext } from "./context.ts";
import { fullText, type Measure } from "./number.ts";
import { minus, niceStep, type Steps } from "./scale.ts";

/** A bar of the waterfall: a total from zero, or a step from one level to the next. */
export interface BridgeStep {
  readonly label: string;
  readonly total: boolean;
  /** Value written at the bar: the level of a total, the signed size of a step. */
  readonly value: number | null;
  readonly from: number;
  readonly to: number;
}

/** Below this share of the highest total, the largest step could not be seen from zero. */
const SMALL_STEP = 0.08;

/**
 * Levels before and after every step, summed exactly.
 * @throws DiagnosticsError for steps without a value, and where a total says another number than its steps sum to, at the decimals shown.
 */
export function computeSteps(
  chart: { readonly id: string; readonly data: NonNullable<Chart["data"]> },
  measure: Measure,
  context: ChartContext,
): readonly BridgeStep[] {
  const unknown = chart.data.flatMap((datum, n) =>
    valueIn(datum) !== null || (datum.total === true && n > 0)
      ? []
      : [
          (datum.total === true ? chartMissingStart : chartMissingStep)(
            { path: [...context.from, "data", n] },
            chart.id,
            datum.label,
          ),
        ],
  );
  if (unknown.length > 0) throw new DiagnosticsError(unknown);
  let level = new Decimal(0);
  let started = false;
  return chart.data.map((datum, n): BridgeStep => {
    const from = level.toNumber();
    const value = valueIn(datum);
    if (datum.total === true) {
      const to = value ?? from;
      const shown = (number: number): string => fullText(context, number, measure);
      if (value !== null && started && shown(value) !== shown(from)) {
        throw new DiagnosticsError([
          waterfallSum(
            { path: [...context.from, "data", n] },
            chart.id,
            datum.label,
            shown(value),
            shown(from),
          ),
        ]);
      }
      level = new Decimal(to);
      started = true;
      return { label: datum.label, total: true, value: to, from: 0, to };
    }
    level = level.plus(value ?? 0);
    started = true;
    return { label: datum.label, total: false, value, from, to: level.toNumber() };
  });
}

const valueIn = ({ value, values }: NonNullable<Chart["data"]>[number]): number | null =>
  value ?? values?.[0] ?? null;

/**
 * Bars start at zero (IBCS CHECK 1.1), unless that would hide the steps that the chart is about: then the axis starts
 * at a round number below all levels, the totals carry a mark of the break and the caption says so.
 */
export function axisCut(steps: readonly BridgeStep[], target: number | undefined): Steps | undefined {
  const changes = steps.filter((step) => !step.total);
  const totals = steps.filter((step) => step.total);
  const levels = [
    ...totals.map((step) => step.to),
    ...changes.flatMap((step) => [step.from, step.to]),
    ...(target === undefined ? [] : [target]),
  ];
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  const largest = Math.max(0, ...changes.map((step) => Math.abs(step.value ?? 0)));
  const top = Math.max(0, ...totals.map((step) => step.to));
  if (
    changes.length === 0 ||
    steps[0]?.total !== true ||
    low <= 0 ||
    isLeftOver(largest, top) ||
    largest >= SMALL_STEP * top
  )
    return undefined;
  // The foot of the totals is about as high as the range of the steps, so that they still read as bars.
  const range = minus(high, low);
  const foot = new Decimal(range).times(0.9);
  const unit = niceStep(new Decimal(range).div(5));
  const coarse = niceStep(new Decimal(range).div(2));
  const min = Decimal.max(0, new Decimal(low).minus(foot).div(coarse).floor().times(coarse));
  if (min.lte(0)) return undefined;
  const first = min.div(unit).floor();
  const last = new Decimal(high).div(unit).ceil();
  const ticks: number[] = [];
  for (let n = first; n.lte(last); n = n.plus(1)) ticks.push(n.times(unit).toNumber());
  return {
    min: first.times(unit).toNumber(),
    max: last.times(unit).toNumber(),
    major: unit.toNumber(),
    ticks,
    decimals: unit.decimalPlaces(),
  };
}
