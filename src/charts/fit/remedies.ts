import type { ChartModel, Label, Layer, Overlay, Series } from "../../model/chart.ts";
import { textOn } from "../lower/notation.ts";
import { barsOf } from "../marks/bars.ts";
import { crosses, GAP, levelLine, pitch } from "../marks/geometry.ts";
import { type Attempt, type Task, tryFit } from "./attempt.ts";
import type { Settled } from "./labels.ts";
import { NOTE_GAP, noteText } from "./notes.ts";
import { isLevel, ofType } from "./scene.ts";
import { NO_RESERVE } from "./zones.ts";

/** What may be done about an attempt that is not good enough. */
export interface FitStep {
  /** How reports name it. */
  readonly name: string;
  readonly when: (task: Task, attempt: Attempt) => boolean;
  /** What is tried instead; undefined where there is nothing to change. */
  readonly rewrite: (task: Task, attempt: Attempt) => Task | undefined;
}

const unplaced = ({ sketch }: Attempt, type: Overlay["type"]): boolean =>
  (sketch.homeless ?? []).some((overlay) => overlay.type === type);

const droppedLevels = ({ settled }: Attempt): Settled["dropped"] =>
  settled.dropped.filter(({ level }) => level);

/** In this order, each followed by another attempt; see `ladder.ts`. */
export const FIT_STEPS: readonly FitStep[] = [
  {
    name: "labels-inside",
    when: (task, attempt) => struckLayers(task, attempt).size > 0,
    rewrite: labelsInside,
  },
  {
    name: "values-beside",
    when: (_task, attempt) => valuesWithoutRoom(attempt).length > 0,
    rewrite: valuesBeside,
  },
  {
    name: "levels-brief",
    when: (_task, attempt) => droppedLevels(attempt).some(({ label }) => label.brief !== undefined),
    rewrite: levelsBrief,
  },
  {
    name: "levels-at-end",
    when: (_task, attempt) => droppedLevels(attempt).length > 0,
    rewrite: (task, attempt) => ({ ...task, model: droppedLevels(attempt).reduce(moveToEnd, task.model) }),
  },
  { name: "labels-folded", when: hasRoomToFold, rewrite: folded },
  { name: "labels-brief", when: isTight, rewrite: shortened },
  { name: "axis-shown", when: isCrowded, rewrite: axisShown },
  {
    name: "struck-dropped",
    when: (task, attempt) => task.plane.value.visible && struckBy(task, attempt).length > 0,
    rewrite: struckDropped,
  },
  {
    name: "words-above",
    when: (_task, attempt) => unplaced(attempt, "note") || unplaced(attempt, "event"),
    rewrite: wordsAbove,
  },
];

type Bars = Extract<Layer, { type: "bars" }>;

/** Numbers that a target or average would strike through stand inside the ends of their bars, all of one layer alike. */
function labelsInside(task: Task, attempt: Attempt): Task | undefined {
  const { model, measure, labelSize } = task;
  const { projection } = attempt;
  const struck = struckLayers(task, attempt);
  const layers = model.layers.map((layer, n): Layer => {
    if (!struck.has(n) || layer.type !== "bars" || layer.grouping !== "clustered") return layer;
    const roomy = barsOf(layer, projection).every(({ series, category, rect }) => {
      const label = layer.series[series]?.labels[category];
      if (label === null || label === undefined) return true;
      const w = measure(label.text, label.size ?? labelSize, label.bold) + 4;
      return rect.w >= w && rect.h >= labelSize * 1.6;
    });
    return roomy ? { ...layer, series: layer.series.map(inside) } : layer;
  });
  return layers.some((layer, n) => layer !== model.layers[n])
    ? { ...task, model: { ...model, layers } }
    : undefined;
}

/** Layers with labels that a level runs through, or that its words pushed out, which is the same trouble. */
function struckLayers(task: Task, attempt: Attempt): ReadonlySet<number> {
  const out = levelsOf(task.model).length === 0 ? [] : attempt.settled.dropped.filter(({ level }) => !level);
  return new Set([...struckBy(task, attempt).map(({ wish }) => wish), ...out].map(({ layer }) => layer));
}

/** The labels of bars that a level runs through. */
export function struckBy({ model }: Task, { settled, projection }: Attempt): Settled["kept"] {
  const levels = levelsOf(model).map((v) => levelLine(v, projection));
  return settled.kept.filter(
    ({ wish, place }) =>
      model.layers[wish.layer]?.type === "bars" && levels.some((line) => crosses(place.rect, line)),
  );
}

/** Where the axis carries the numbers, those that a level runs through are left out. */
function struckDropped(task: Task, attempt: Attempt): Task | undefined {
  const struck = struckBy(task, attempt);
  const gone = new Set(struck.map(({ wish, place }) => `${wish.layer}/${wish.series}/${place.category}`));
  const layers = task.model.layers.map(
    (layer, l): Layer =>
      layer.type !== "bars"
        ? layer
        : {
            ...layer,
            series: layer.series.map((each, s) => ({
              ...each,
              labels: each.labels.map((label, c) => (gone.has(`${l}/${s}/${c}`) ? null : label)),
            })),
          },
  );
  return { ...task, model: { ...task.model, layers } };
}

/** Levels drawn as overlays, and targets and averages, which are lines with one value throughout. */
const levelsOf = (model: ChartModel): readonly number[] => [
  ...ofType(model.overlays, "level").map(({ v }) => v),
  ...model.layers.flatMap((layer) =>
    layer.type !== "lines"
      ? []
      : layer.series.flatMap((series) =>
          isLevel(series) ? series.values.slice(0, 1).filter((v) => v !== null) : [],
        ),
  ),
];

const inside = (series: Series): Series => ({
  ...series,
  labels: series.labels.map((label, n): Label | null => {
    const paint = series.points[n]?.paint ?? series.paint;
    return label === null ? null : { ...label, at: "insideEnd", ink: textOn(paint), bold: true };
  }),
});

/** A number that does not fit into its part of a stack opens the words beside the bar, where there are any. */
function valuesBeside(task: Task, attempt: Attempt): Task | undefined {
  const { model } = task;
  const gone = new Map(valuesWithoutRoom(attempt).map((wish) => [categoryOf(model, wish), wish.label]));
  const change = (series: Series): Series => ({
    ...series,
    labels: series.labels.map((label, c): Label | null => {
      const number = gone.get(c);
      if (number === undefined || label === null) return label;
      if (label === number) return null;
      return series.role === "mark" ? { ...label, text: number.brief ?? number.text } : label;
    }),
  });
  const layers = model.layers.map(
    (layer): Layer =>
      layer.type === "bars" || layer.type === "lines"
        ? { ...layer, series: layer.series.map(change) }
        : layer,
  );
  return { ...task, model: { ...model, layers } };
}

const valuesWithoutRoom = ({ settled }: Attempt): Settled["dropped"] =>
  settled.dropped.filter(({ label }) => label.at === "center" && label.brief !== undefined);

/** A dropped wish has no place that would say where it belongs. */
function categoryOf(model: ChartModel, wish: Settled["dropped"][number]): number {
  const layer = model.layers[wish.layer];
  return layer !== undefined && "series" in layer && layer.type === "bars"
    ? (layer.series[wish.series]?.labels.indexOf(wish.label) ?? -1)
    : -1;
}

/** Words of a level that found no place are said in brief, where there is a brief form. */
function levelsBrief(task: Task, attempt: Attempt): Task | undefined {
  const homeless = new Set(attempt.settled.dropped.filter((wish) => wish.level).map((wish) => wish.label));
  const change = (label: Label | null): Label | null =>
    label?.brief === undefined || !homeless.has(label) ? label : { ...label, text: label.brief };
  const layers = task.model.layers.map(
    (layer): Layer =>
      layer.type === "lines"
        ? { ...layer, series: layer.series.map((each) => ({ ...each, labels: each.labels.map(change) })) }
        : layer,
  );
  return { ...task, model: { ...task.model, layers } };
}

/** A level's words become a name at its end; its line stays. */
function moveToEnd(model: ChartModel, wish: Settled["dropped"][number]): ChartModel {
  const layer = model.layers[wish.layer];
  if (layer?.type !== "lines") return model;
  const series = layer.series[wish.series];
  const c = series?.values.findLastIndex((value) => value !== null) ?? -1;
  const v = series?.values[c] ?? null;
  if (series === undefined || v === null) return model;
  const without = layer.series.map(
    (each): Series => (each === series ? { ...each, labels: each.labels.map(() => null) } : each),
  );
  return {
    ...model,
    layers: model.layers.map((each) => (each === layer ? { ...layer, series: without } : each)),
    overlays: [
      ...model.overlays,
      { type: "end", at: { c, v }, text: wish.label.text, value: "", ink: wish.label.ink },
    ],
  };
}

/** Below this share of the chart's width, words at the bars' ends take too much from the bars. */
export const BAR_SHARE = 0.4;

/** In a funnel, `brief` is the longer one, for the words beside the bar. */
const isBriefer = (label: Label): label is Label & { readonly brief: string } =>
  label.brief !== undefined && label.brief.length < label.text.length;

/** Labels go onto two lines, all together. */
function folded(task: Task): Task | undefined {
  return rewritten(task, task.model, (label) => label.folded);
}

/** Labels take too much from the bars, whose slots are high enough for two lines. */
function hasRoomToFold(task: Task, attempt: Attempt): boolean {
  const { plane, labelSize } = task;
  const room = plane.orientation === "horizontal" && attempt.projection.slot >= 2 * pitch(labelSize) + GAP;
  return room && isTight(task, attempt);
}

/** Labels give way to their brief forms, all together. */
function shortened(task: Task): Task | undefined {
  return rewritten(task, task.model, (label) => (isBriefer(label) ? label.brief : undefined));
}

/** Labels that have a shorter form leave too little to the bars, or found no place. */
function isTight({ size }: Task, attempt: Attempt): boolean {
  return (
    attempt.plot.w < size.width * BAR_SHARE || attempt.settled.dropped.some((wish) => isBriefer(wish.label))
  );
}

/** Bars with other texts at their labels; nothing where no label has another. */
function rewritten(
  task: Task,
  model: ChartModel,
  textOf: (label: Label) => string | undefined,
): Task | undefined {
  let changed = false;
  const change = (label: Label | null): Label | null => {
    const text = label === null ? undefined : textOf(label);
    if (label === null || text === undefined) return label;
    changed = true;
    return { ...label, text };
  };
  const layers = model.layers.map(
    (layer): Layer =>
      layer.type === "bars"
        ? { ...layer, series: layer.series.map((each) => ({ ...each, labels: each.labels.map(change) })) }
        : layer,
  );
  return changed ? { ...task, model: { ...model, layers } } : undefined;
}

/** The axis carries the numbers, and marks keep only those that lead. */
function axisShown(task: Task): Task {
  const { model, plane } = task;
  return {
    ...task,
    plane: { ...plane, value: { ...plane.value, visible: true, gridlines: true } },
    model: { ...model, layers: leading(model.layers) },
  };
}

/** Bars are too many to carry their numbers. */
function isCrowded({ model, plane }: Task, attempt: Attempt): boolean {
  const crowded = (layer: Layer | undefined): layer is Bars =>
    layer?.type === "bars" && (layer.grouping === "clustered" || plane.orientation === "vertical");
  return (
    !plane.value.visible &&
    attempt.settled.dropped.some(({ label, layer }) => label.priority > 0 && crowded(model.layers[layer]))
  );
}

/** Bars keep the labels of the highlighted, the largest, the smallest and the last. */
function leading(layers: readonly Layer[]): readonly Layer[] {
  return layers.map((layer) => {
    if (layer.type !== "bars") return layer;
    const series = layer.series.map((each): Series => {
      const points = each.values.flatMap((value, n) =>
        value === null || each.labels[n] === null ? [] : [{ value, n }],
      );
      const values = points.map(({ value }) => value);
      const keep = new Set([
        points.at(-1)?.n,
        points.find(({ value }) => value === Math.max(...values))?.n,
        points.find(({ value }) => value === Math.min(...values))?.n,
      ]);
      const labels = each.labels.map((label, n): Label | null =>
        label !== null && (label.bold || keep.has(n)) ? label : null,
      );
      return { ...each, labels };
    });
    return { ...layer, series };
  });
}

/** Rows over the plot make it lower, which may cost another note its place: so often it is looked at again. */
const ROUNDS = 2;

/** Words that found no place stand over the plot, in as many rows as they need. */
function wordsAbove(task: Task, attempt: Attempt): Task {
  let [wanted, found] = [task, attempt];
  for (let n = 0; n < 2 * ROUNDS; n += 1) {
    const type = n % 2 === 0 ? "note" : "event";
    if (!unplaced(found, type)) continue;
    wanted = type === "note" ? notesAbove(wanted, found) : moreRows(wanted);
    found = tryFit(wanted);
  }
  return wanted;
}

/** Words that point at a value and found no place stand over the plot, or beside bars that lie. */
function notesAbove(task: Task, attempt: Attempt): Task {
  const homeless = new Set(attempt.sketch.homeless ?? []);
  const all = task.model.overlays.filter((overlay) => overlay.type === "note");
  if (task.plane.orientation === "horizontal") {
    const widths = all.map((note) => noteText(note.text, task).w);
    return { ...task, reserve: { ...NO_RESERVE, ...task.reserve, aside: Math.max(...widths) + NOTE_GAP } };
  }
  const overlays = task.model.overlays.map(
    (overlay): Overlay =>
      overlay.type === "note" && homeless.has(overlay)
        ? { type: "event", c: overlay.at.c, to: overlay.at.v, text: overlay.text, ink: overlay.ink }
        : overlay,
  );
  return { ...task, model: { ...task.model, overlays } };
}

/** Words over the plot for which the estimate had too few rows get one row each. */
function moreRows(task: Task): Task {
  const rows = task.model.overlays.filter(({ type }) => type === "event" || type === "ground").length;
  return { ...task, reserve: { ...NO_RESERVE, ...task.reserve, rows } };
}
