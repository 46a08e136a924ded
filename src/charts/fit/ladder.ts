import type { ChartModel, Label } from "../../model/chart.ts";
import { type Attempt, type Task, tryFit } from "./attempt.ts";
import { BAR_SHARE, FIT_STEPS, type FitStep, struckBy } from "./remedies.ts";
import { isLevel } from "./scene.ts";

/** What came of fitting a chart with one category axis. */
export interface Fitted {
  readonly task: Task;
  readonly attempt: Attempt;
  /** Names of the steps that were adopted, in their order. */
  readonly steps: readonly string[];
  /** Labels of the model that found no place. */
  readonly dropped: readonly Label[];
}

/** Fits a chart; each step that has something to mend is tried, and adopted only where the cost falls. */
export function fitByLadder(task: Task, ladder: readonly FitStep[] = FIT_STEPS): Fitted {
  const first = tryFit(task);
  let best = { task, attempt: first, cost: costOf(task.model, task, first) };
  const steps: string[] = [];
  for (const { name, when, rewrite } of ladder) {
    if (!when(best.task, best.attempt)) continue;
    const changed = rewrite(best.task, best.attempt);
    if (changed === undefined) continue;
    const attempt = tryFit(changed);
    const cost = costOf(task.model, changed, attempt);
    if (cost >= best.cost) continue;
    best = { task: changed, attempt, cost };
    steps.push(name);
  }
  return {
    ...{ task: best.task, attempt: best.attempt, steps },
    dropped: missing(task.model, best.task, best.attempt).map(({ label }) => label),
  };
}

/**
 * What is wrong with an attempt. A label is missed less where an axis says its number; `narrow` is for each share of the
 * chart's width that the bars lack.
 */
const COST = { unplaced: 100, label: 10, onAxis: 1, struck: 5, narrow: 100 } as const;

function costOf(wanted: ChartModel, task: Task, attempt: Attempt): number {
  const { plane, size } = task;
  const sum = (costs: readonly number[]): number => costs.reduce((total, cost) => total + cost, 0);
  return (
    (attempt.sketch.homeless ?? []).length * COST.unplaced +
    sum(
      missing(wanted, task, attempt).map(({ level }) =>
        plane.value.visible && !level ? COST.onAxis : COST.label,
      ),
    ) +
    struckBy(task, attempt).length * COST.struck +
    Math.max(0, BAR_SHARE - attempt.plot.w / size.width) * COST.narrow
  );
}

interface Missing {
  readonly label: Label;
  readonly level: boolean;
}

/** Labels of a model that an attempt says nowhere: neither at their value, nor among words there, nor at a line's end. */
function missing(wanted: ChartModel, { model }: Task, { settled }: Attempt): readonly Missing[] {
  const kept = new Set<string>();
  const words = new Map<number, string>();
  for (const { wish, place } of settled.kept) {
    kept.add(`${wish.layer}/${wish.series}`).add(`${wish.layer}/${wish.series}/${place.category}`);
    words.set(place.category, `${words.get(place.category) ?? ""} ${wish.label.text}`);
  }
  const ends = new Set(model.overlays.flatMap((overlay) => (overlay.type === "end" ? [overlay.text] : [])));
  return wanted.layers.flatMap((layer, l) =>
    layer.type !== "bars" && layer.type !== "lines"
      ? []
      : layer.series.flatMap((series, s) =>
          series.labels.flatMap((label, c): readonly Missing[] => {
            if (label === null || label.priority === 0) return [];
            const level = isLevel(series);
            const said = level
              ? kept.has(`${l}/${s}`) || ends.has(label.text) || ends.has(label.brief ?? label.text)
              : kept.has(`${l}/${s}/${c}`) || words.get(c)?.includes(label.text) === true;
            return said ? [] : [{ label, level }];
          }),
        ),
  );
}
