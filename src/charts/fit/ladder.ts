import type { ChartModel, Label } from "../../model/chart.ts";
import { type FitInput, type FitResult, fitOnce } from "./fit-once.ts";
import { isReferenceLine } from "./scene.ts";
import { BAR_SHARE, FIT_STEPS, type FitStep, struckBy } from "./steps.ts";

/** Result of fitting a chart with one category axis. */
export interface LadderResult {
  readonly input: FitInput;
  readonly result: FitResult;
  /** Names of the steps that were adopted, in their order. */
  readonly steps: readonly string[];
  /** Labels of the model that found no place. */
  readonly dropped: readonly Label[];
}

/** Fits a chart; each step that has something to mend is tried, and adopted only where the cost falls. */
export function fitByLadder(input: FitInput, ladder: readonly FitStep[] = FIT_STEPS): LadderResult {
  let best = judged(input.model, input, fitOnce(input));
  const steps: string[] = [];
  for (const { name, when, rewrite } of ladder) {
    if (!when(best.input, best.result)) continue;
    const changed = rewrite(best.input, best.result);
    if (changed === undefined) continue;
    const next = judged(input.model, changed, fitOnce(changed));
    if (next.cost >= best.cost) continue;
    best = next;
    steps.push(name);
  }
  return {
    ...{ input: best.input, result: best.result, steps },
    dropped: best.missing.map(({ label }) => label),
  };
}

/**
 * Costs of what is wrong with a result. A label is missed less where an axis says its number; `narrow` is for each share of the
 * chart's width that the bars lack.
 */
const COST = { unplaced: 100, label: 10, onAxis: 1, struck: 5, narrow: 100 } as const;

/** A result with the labels that it lacks and what is wrong with it. */
function judged(wanted: ChartModel, input: FitInput, result: FitResult) {
  const { coordinates, size } = input;
  const missing = missingLabels(wanted, input, result);
  const sum = (costs: readonly number[]): number => costs.reduce((total, cost) => total + cost, 0);
  const cost =
    (result.overlays.unplaced ?? []).length * COST.unplaced +
    sum(missing.map(({ level }) => (coordinates.value.visible && !level ? COST.onAxis : COST.label))) +
    struckBy(input, result).length * COST.struck +
    Math.max(0, BAR_SHARE - result.plot.w / size.width) * COST.narrow;
  return { input, result, missing, cost };
}

interface Missing {
  readonly label: Label;
  readonly level: boolean;
}

/** Labels of a model that a result shows nowhere: neither at their value, nor among words there, nor at a line's end. */
function missingLabels(
  wanted: ChartModel,
  { model }: FitInput,
  { placement }: FitResult,
): readonly Missing[] {
  const kept = new Set<string>();
  const words = new Map<number, string>();
  for (const { request, place } of placement.kept) {
    kept
      .add(`${request.layer}/${request.series}`)
      .add(`${request.layer}/${request.series}/${place.category}`);
    words.set(place.category, `${words.get(place.category) ?? ""} ${request.label.text}`);
  }
  const ends = new Set(model.overlays.flatMap((overlay) => (overlay.type === "end" ? [overlay.text] : [])));
  return wanted.layers.flatMap((layer, l) =>
    layer.type !== "bars" && layer.type !== "lines"
      ? []
      : layer.series.flatMap((series, s) =>
          series.labels.flatMap((label, c): readonly Missing[] => {
            if (label === null || label.priority === 0) return [];
            const level = isReferenceLine(series);
            const said = level
              ? kept.has(`${l}/${s}`) || ends.has(label.text) || ends.has(label.brief ?? label.text)
              : kept.has(`${l}/${s}/${c}`) || words.get(c)?.includes(label.text) === true;
            return said ? [] : [{ label, level }];
          }),
        ),
  );
}
