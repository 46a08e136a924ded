import type { ChartModel, Label, Layer, Series } from "../../model/chart.ts";
import type { Overlay } from "../../model/overlay.ts";
import { textOn } from "../lower/notation.ts";
import { barsOf } from "../marks/bars.ts";
import { crosses, GAP, levelLine, pitch } from "../marks/geometry.ts";
import { type FitInput, type FitResult, fitOnce } from "./fit-once.ts";
import type { LabelPlacement } from "./labels.ts";
import { NO_RESERVE } from "./margins.ts";
import { NOTE_GAP, noteText } from "./notes.ts";
import { isReferenceLine, ofType } from "./scene.ts";

/** A change to a chart that may make it fit better. */
export interface FitStep {
  /** Name of the step in reports. */
  readonly name: string;
  readonly when: (input: FitInput, result: FitResult) => boolean;
  /** Returns the changed input to try instead; undefined where there is nothing to change. */
  readonly rewrite: (input: FitInput, result: FitResult) => FitInput | undefined;
}

const unplaced = ({ overlays: sketch }: FitResult, type: Overlay["type"]): boolean =>
  (sketch.unplaced ?? []).some((overlay) => overlay.type === type);

const droppedLevels = ({ placement }: FitResult): LabelPlacement["dropped"] =>
  placement.dropped.filter(({ level }) => level);

/** The steps in their order; each is followed by another fit, see `ladder.ts`. */
export const FIT_STEPS: readonly FitStep[] = [
  {
    name: "labels-inside",
    when: (input, result) => struckLayers(input, result).size > 0,
    rewrite: labelsInside,
  },
  {
    name: "values-beside",
    when: (_task, result) => valuesWithoutRoom(result).length > 0,
    rewrite: valuesBeside,
  },
  {
    name: "levels-brief",
    when: (_task, result) => droppedLevels(result).some(({ label }) => label.brief !== undefined),
    rewrite: levelsBrief,
  },
  {
    name: "levels-at-end",
    when: (_task, result) => droppedLevels(result).length > 0,
    rewrite: (input, result) => ({ ...input, model: droppedLevels(result).reduce(moveToEnd, input.model) }),
  },
  { name: "labels-folded", when: hasRoomToFold, rewrite: folded },
  { name: "labels-brief", when: isTight, rewrite: shortened },
  { name: "axis-shown", when: isCrowded, rewrite: axisShown },
  {
    name: "struck-dropped",
    when: (input, result) => input.coordinates.value.visible && struckBy(input, result).length > 0,
    rewrite: struckDropped,
  },
  {
    name: "words-above",
    when: (_task, result) => unplaced(result, "note") || unplaced(result, "event"),
    rewrite: wordsAbove,
  },
];

type Bars = Extract<Layer, { type: "bars" }>;

/** Numbers that a target or average would strike through stand inside the ends of their bars, all of one layer alike. */
function labelsInside(input: FitInput, result: FitResult): FitInput | undefined {
  const { model, measure, labelSize } = input;
  const { projection } = result;
  const struck = struckLayers(input, result);
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
    ? { ...input, model: { ...model, layers } }
    : undefined;
}

/** Layers with labels that a level runs through, or that its words pushed out, which is the same trouble. */
function struckLayers(input: FitInput, result: FitResult): ReadonlySet<number> {
  const out =
    levelsOf(input.model).length === 0 ? [] : result.placement.dropped.filter(({ level }) => !level);
  return new Set(
    [...struckBy(input, result).map(({ request }) => request), ...out].map(({ layer }) => layer),
  );
}

/** The labels of bars that a level runs through. */
export function struckBy({ model }: FitInput, { placement, projection }: FitResult): LabelPlacement["kept"] {
  const levels = levelsOf(model).map((v) => levelLine(v, projection));
  return placement.kept.filter(
    ({ request, place }) =>
      model.layers[request.layer]?.type === "bars" && levels.some((line) => crosses(place.rect, line)),
  );
}

/** Removes bar labels that a level line crosses, where the axis shows the numbers. */
function struckDropped(input: FitInput, result: FitResult): FitInput | undefined {
  const struck = struckBy(input, result);
  const gone = new Set(
    struck.map(({ request, place }) => `${request.layer}/${request.series}/${place.category}`),
  );
  const layers = input.model.layers.map(
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
  return { ...input, model: { ...input.model, layers } };
}

/** Levels drawn as overlays, and targets and averages, which are lines with one value throughout. */
const levelsOf = (model: ChartModel): readonly number[] => [
  ...ofType(model.overlays, "level").map(({ v }) => v),
  ...model.layers.flatMap((layer) =>
    layer.type !== "lines"
      ? []
      : layer.series.flatMap((series) =>
          isReferenceLine(series) ? series.values.slice(0, 1).filter((v) => v !== null) : [],
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
function valuesBeside(input: FitInput, result: FitResult): FitInput | undefined {
  const { model } = input;
  const gone = new Map(
    valuesWithoutRoom(result).map((request) => [categoryOf(model, request), request.label]),
  );
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
  return { ...input, model: { ...model, layers } };
}

const valuesWithoutRoom = ({ placement }: FitResult): LabelPlacement["dropped"] =>
  placement.dropped.filter(({ label }) => label.at === "center" && label.brief !== undefined);

/** A dropped request has no place that would say where it belongs. */
function categoryOf(model: ChartModel, request: LabelPlacement["dropped"][number]): number {
  const layer = model.layers[request.layer];
  return layer !== undefined && "series" in layer && layer.type === "bars"
    ? (layer.series[request.series]?.labels.indexOf(request.label) ?? -1)
    : -1;
}

/** Words of a level that found no place are said in brief, where there is a brief form. */
function levelsBrief(input: FitInput, result: FitResult): FitInput | undefined {
  const unplaced = new Set(
    result.placement.dropped.filter((request) => request.level).map((request) => request.label),
  );
  const change = (label: Label | null): Label | null =>
    label?.brief === undefined || !unplaced.has(label) ? label : { ...label, text: label.brief };
  const layers = input.model.layers.map(
    (layer): Layer =>
      layer.type === "lines"
        ? { ...layer, series: layer.series.map((each) => ({ ...each, labels: each.labels.map(change) })) }
        : layer,
  );
  return { ...input, model: { ...input.model, layers } };
}

/** A level's words become a name at its end; its line stays. */
function moveToEnd(model: ChartModel, request: LabelPlacement["dropped"][number]): ChartModel {
  const layer = model.layers[request.layer];
  if (layer?.type !== "lines") return model;
  const series = layer.series[request.series];
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
      { type: "end", at: { c, v }, text: request.label.text, value: "", ink: request.label.ink },
    ],
  };
}

/** Below this share of the chart's width, words at the bars' ends take too much from the bars. */
export const BAR_SHARE = 0.4;

/** In a funnel, `brief` is the longer one, for the words beside the bar. */
const isBriefer = (label: Label): label is Label & { readonly brief: string } =>
  label.brief !== undefined && label.brief.length < label.text.length;

/** Labels go onto two lines, all together. */
function folded(input: FitInput): FitInput | undefined {
  return rewritten(input, input.model, (label) => label.folded);
}

/** Labels take too much from the bars, whose slots are high enough for two lines. */
function hasRoomToFold(input: FitInput, result: FitResult): boolean {
  const { coordinates, labelSize } = input;
  const room =
    coordinates.orientation === "horizontal" && result.projection.slot >= 2 * pitch(labelSize) + GAP;
  return room && isTight(input, result);
}

/** Labels give way to their brief forms, all together. */
function shortened(input: FitInput): FitInput | undefined {
  return rewritten(input, input.model, (label) => (isBriefer(label) ? label.brief : undefined));
}

/** Labels that have a shorter form leave too little to the bars, or found no place. */
function isTight({ size }: FitInput, result: FitResult): boolean {
  return (
    result.plot.w < size.width * BAR_SHARE ||
    result.placement.dropped.some((request) => isBriefer(request.label))
  );
}

/** Bars with other texts at their labels; nothing where no label has another. */
function rewritten(
  input: FitInput,
  model: ChartModel,
  textOf: (label: Label) => string | undefined,
): FitInput | undefined {
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
  return changed ? { ...input, model: { ...model, layers } } : undefined;
}

/** The axis carries the numbers, and marks keep only those that lead. */
function axisShown(input: FitInput): FitInput {
  const { model, coordinates } = input;
  return {
    ...input,
    coordinates: { ...coordinates, value: { ...coordinates.value, visible: true, gridlines: true } },
    model: { ...model, layers: leading(model.layers) },
  };
}

/** Bars are too many to carry their numbers. */
function isCrowded({ model, coordinates }: FitInput, result: FitResult): boolean {
  const crowded = (layer: Layer | undefined): layer is Bars =>
    layer?.type === "bars" && (layer.grouping === "clustered" || coordinates.orientation === "vertical");
  return (
    !coordinates.value.visible &&
    result.placement.dropped.some(({ label, layer }) => label.priority > 0 && crowded(model.layers[layer]))
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
function wordsAbove(input: FitInput, result: FitResult): FitInput {
  let [wanted, found] = [input, result];
  for (let n = 0; n < 2 * ROUNDS; n += 1) {
    const type = n % 2 === 0 ? "note" : "event";
    if (!unplaced(found, type)) continue;
    wanted = type === "note" ? notesAbove(wanted, found) : moreRows(wanted);
    found = fitOnce(wanted);
  }
  return wanted;
}

/** Words that point at a value and found no place stand over the plot, or beside bars that lie. */
function notesAbove(input: FitInput, result: FitResult): FitInput {
  const unplaced = new Set(result.overlays.unplaced ?? []);
  const all = input.model.overlays.filter((overlay) => overlay.type === "note");
  if (input.coordinates.orientation === "horizontal") {
    const widths = all.map((note) => noteText(note.text, input).w);
    return { ...input, reserve: { ...NO_RESERVE, ...input.reserve, aside: Math.max(...widths) + NOTE_GAP } };
  }
  const overlays = input.model.overlays.map(
    (overlay): Overlay =>
      overlay.type === "note" && unplaced.has(overlay)
        ? { type: "event", c: overlay.at.c, to: overlay.at.v, text: overlay.text, ink: overlay.ink }
        : overlay,
  );
  return { ...input, model: { ...input.model, overlays } };
}

/** Words over the plot for which the estimate had too few rows get one row each. */
function moreRows(input: FitInput): FitInput {
  const rows = input.model.overlays.filter(({ type }) => type === "event" || type === "ground").length;
  return { ...input, reserve: { ...NO_RESERVE, ...input.reserve, rows } };
}
