import type { ChartModel, Label, Series } from "../../model/chart.ts";
import { pointMarker } from "../../model/paint.ts";
import { isDotPlot } from "../../model/placed.ts";
import { barsOf } from "../marks/bars.ts";
import { CROSSING_GAP } from "../marks/crossing.ts";
import {
  crosses,
  GAP,
  type MeasureWidth,
  meet,
  type Projection,
  type Rect,
  roomBeside,
  type Segment,
  within,
} from "../marks/geometry.ts";
import { besideBar, extentOf, sideOf } from "../marks/labels.ts";
import { type Backdrop, isStruck, meetsReferenceLine } from "./backdrop.ts";
import type { Obstacles } from "./obstacles.ts";
import { isReferenceLine } from "./scene.ts";

/** A label that wants a place, with the places that would do, the best first. */
export interface LabelRequest {
  readonly layer: number;
  readonly series: number;
  readonly label: Label;
  /** Target and average: may stand at any category, and is moved out of the plot rather than dropped. */
  readonly level: boolean;
  /** The number of a bar, which stands at its end or in it. */
  readonly own: boolean;
  readonly places: readonly LabelPlace[];
}

export interface LabelPlace {
  readonly category: number;
  readonly at: Label["at"];
  readonly rect: Rect;
}

export interface LabelPlacement {
  readonly kept: readonly { readonly request: LabelRequest; readonly place: LabelPlace }[];
  readonly dropped: readonly LabelRequest[];
}

/** Cost of a place by what it covers. A label over a bar that is not its own cannot be read. */
const COST = { bar: 100, line: 10, outside: 2, struck: 1, rank: 0.1 } as const;

export function labelRequests(
  model: ChartModel,
  projection: Projection,
  measure: MeasureWidth,
  labelSize: number,
): readonly LabelRequest[] {
  const dots = isDotPlot(model);
  return model.layers.flatMap((layer, layerIndex): readonly LabelRequest[] => {
    if (layer.type === "bars") {
      // Labels of equal priority are placed category by category.
      const bars = barsOf(layer, projection).toSorted((a, b) => a.category - b.category);
      const clustered = layer.grouping === "clustered";
      return bars.flatMap((bar): readonly LabelRequest[] => {
        const label = layer.series[bar.series]?.labels[bar.category];
        if (label === null || label === undefined) return [];
        const size = box(label, measure, labelSize);
        const rectAt = (at: Label["at"]): Rect => {
          const place = besideBar(bar, at, projection);
          // The air around words that stand inside lies between them and the end of the bar.
          return roomBeside(place.at, place.side, size, at.startsWith("inside") ? GAP - AIR : GAP);
        };
        const rect = rectAt(label.at);
        // A number in the middle of a part must have room there; over its neighbours it would be read as theirs.
        const inside = label.at === "center" || label.at === "insideBase";
        const unplaced = inside && !fitsInto(bar.rect, rect);
        const own = { category: bar.category, at: label.at, rect };
        // A step of a bridge may carry its number on either side.
        const other = clustered ? undefined : OPPOSITE[label.at];
        const at = (side: Label["at"]): LabelPlace => ({ ...own, at: side, rect: rectAt(side) });
        // LibreOffice draws a level over the numbers of bars, whatever their ground: they stand clear of it.
        const aside = label.at === "center" ? ASIDE.map(at) : [];
        const places = [
          own,
          ...(other === undefined ? [] : [at(other)]),
          ...aside.filter((place) => fitsInto(bar.rect, place.rect)),
        ];
        return [
          {
            layer: layerIndex,
            series: bar.series,
            label,
            level: false,
            own: other === undefined,
            places: unplaced ? [] : places,
          },
        ];
      });
    }
    if (layer.type !== "lines") return [];
    return layer.series.flatMap((series, n) =>
      series.labels.flatMap((label, c): readonly LabelRequest[] => {
        if (label === null) return [];
        const sparse = Math.ceil(series.labels.length / MOST_LABELS);
        if (label.priority <= ANY && c % sparse !== 0) return [];
        const level = isReferenceLine(series);
        const size = box(label, measure, labelSize);
        const places = level
          ? levelPlaces(series, layer.axis, size, projection)
          : sides(label.at, series.role).flatMap((at) =>
              pointPlace(series, layer.axis, c, at, size, projection, dots),
            );
        return [{ layer: layerIndex, series: n, label, level, own: false, places }];
      }),
    );
  });
}

/** Most labels to try of a long line where any of them would do; far fewer fit. */
const MOST_LABELS = 200;
const ANY = 1;
/** Alternative positions of a number within its part of a stack. */
const ASIDE = ["insideEnd", "insideBase"] as const;

const OPPOSITE: { readonly [at in Label["at"]]?: Label["at"] } = { above: "below", below: "above" };

const fitsInto = (bar: Rect, text: Rect): boolean => text.w <= bar.w + 1 && text.h <= bar.h + 2;

type Extent = ReturnType<typeof extentOf>;

/** Room of a label along its words beyond them, in pt. */
const AIR = 2;

const box = (label: Label, measure: MeasureWidth, labelSize: number): Extent => {
  const { w, h } = extentOf(label, measure, labelSize);
  return { w: w + AIR, h };
};

/** Totals of stacks and words beside bars stand where they are put or nowhere. */
const sides = (first: Label["at"], role: Series["role"]): readonly Label["at"][] => {
  if (role === "total" || role === "mark") return [first];
  const all: readonly Label["at"][] =
    first === "right"
      ? ["right", "above", "below"]
      : first === "below"
        ? ["below", "above", "right", "left"]
        : ["above", "below", "right", "left"];
  return [first, ...all.filter((at) => at !== first)];
};

function pointPlace(
  series: Series,
  axis: "value" | "secondary",
  c: number,
  at: Label["at"],
  size: Extent,
  projection: Projection,
  dots = false,
): readonly LabelPlace[] {
  const value = series.values[c] ?? null;
  if (value === null) return [];
  const vertical = projection.coordinates.orientation === "vertical";
  const { x, y } = projection.spot(projection.category(c), projection.value(value, axis));
  const marker = pointMarker(series, series.points[c] ?? {});
  const off = vertical || dots ? (marker?.size ?? 0) / 2 + GAP : CROSSING_GAP;
  return [{ category: c, at, rect: roomBeside({ x, y }, sideOf(at), size, off) }];
}

/** Along a long axis, so many places are tried for the words of a level; neighbours differ by less than a letter. */
const TRIED = 60;

/** Above or below the level along the axis, from the right end on, without leaving the plot. */
function levelPlaces(
  series: Series,
  axis: "value" | "secondary",
  size: Extent,
  projection: Projection,
): readonly LabelPlace[] {
  const { plot } = projection;
  return series.values
    .map((_value, c) => c)
    .reverse()
    .filter((_c, n, all) => n % Math.ceil(all.length / TRIED) === 0)
    .flatMap((c) =>
      (["above", "below"] as const).flatMap((at) => pointPlace(series, axis, c, at, size, projection)),
    )
    .filter(
      ({ rect }) =>
        rect.x >= plot.x && rect.x + rect.w <= plot.x + plot.w && rect.y + rect.h <= plot.y + plot.h,
    );
}

/**
 * Gives every label a place where it covers neither another text nor leaves the bounds, the most important first; of
 * its possible places, the one that covers least of what is drawn. What finds no place is dropped.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  drawn: Obstacles,
  behind: Backdrop,
  texts: readonly Rect[],
  bounds: Rect,
  plot: Rect,
): LabelPlacement {
  const taken: Rect[] = [...texts];
  const kept: { request: LabelRequest; place: LabelPlace }[] = [];
  const dropped: LabelRequest[] = [];
  const near = nearby(drawn.lines, plot);
  const order = requests
    .map((request, n) => ({ request, n }))
    .sort((a, b) => b.request.label.priority - a.request.label.priority || a.n - b.n);
  for (const { request } of order) {
    const possible = request.places
      .map((place, rank) => ({
        place,
        cost: costOf(place, rank, request, { bars: drawn.bars, lines: near(place.rect) }, behind, plot),
      }))
      .filter(
        ({ place, cost }) =>
          cost < COST.bar &&
          within(bounds, place.rect) &&
          !taken.some((other) => meet(place.rect, other, 0.5)),
      );
    const best = possible.reduce<(typeof possible)[number] | undefined>(
      (found, next) => (found === undefined || next.cost < found.cost ? next : found),
      undefined,
    );
    if (best === undefined) dropped.push(request);
    else {
      taken.push(best.place.rect);
      kept.push({ request, place: best.place });
    }
  }
  return { kept, dropped };
}

/** Finds the pieces of lines around a rectangle, so that a label is not held against all of a long line. */
function nearby(lines: readonly Segment[], plot: Rect): (rect: Rect) => readonly Segment[] {
  const width = Math.max(1, plot.w) / COLUMNS;
  const column = (x: number): number => Math.max(0, Math.min(COLUMNS - 1, Math.floor((x - plot.x) / width)));
  const columns = Array.from({ length: COLUMNS }, (): Segment[] => []);
  for (const line of lines) {
    const last = column(Math.max(line[0], line[2]));
    for (let n = column(Math.min(line[0], line[2])); n <= last; n += 1) columns[n]?.push(line);
  }
  return (rect) => {
    const [from, to] = [column(rect.x), column(rect.x + rect.w)];
    if (from === to) return columns[from] ?? [];
    return [...new Set(columns.slice(from, to + 1).flat())];
  };
}
const COLUMNS = 64;

function costOf(
  place: LabelPlace,
  rank: number,
  request: LabelRequest,
  drawn: Obstacles,
  behind: Backdrop,
  plot: Rect,
): number {
  const { rect } = place;
  // A bar's own label is where the bar puts it.
  const overBars = request.own ? 0 : drawn.bars.filter((bar) => meet(bar, rect, -1)).length;
  const overLines = request.own ? 0 : drawn.lines.filter((line) => crosses(rect, line)).length;
  return (
    overBars * COST.bar +
    overLines * COST.line +
    (isStruck(rect, behind) || (request.own && meetsReferenceLine(rect, behind)) ? COST.struck : 0) +
    (!request.level || within(plot, rect) ? 0 : COST.outside) +
    rank * COST.rank
  );
}

/** The model's layers with the labels that were kept, each where it was put. */
export function withLabels(layers: ChartModel["layers"], placement: LabelPlacement): ChartModel["layers"] {
  return layers.map((layer, n) => {
    if (layer.type !== "bars" && layer.type !== "lines") return layer;
    const series = layer.series.map((each, s): Series => {
      const labels: (Label | null)[] = each.values.map(() => null);
      for (const { request, place } of placement.kept) {
        if (request.layer === n && request.series === s)
          labels[place.category] = { ...request.label, at: place.at };
      }
      return { ...each, labels };
    });
    return { ...layer, series };
  });
}
