import type { CategoryCoordinates, ChartModel } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import type { FittedChart, PlacedChart } from "../model/placed.ts";
import { fitCategory } from "./fit/category.ts";
import { addLabelBackgrounds } from "./fit/label-backgrounds.ts";
import { fitPolar } from "./fit/polar.ts";
import { fitXY } from "./fit/xy.ts";
import type { MeasureWidth, Size } from "./marks/geometry.ts";
import { placeMarks } from "./marks/index.ts";

export type { MeasureWidth, Size } from "./marks/geometry.ts";

/**
 * Fits a chart to a size: fixes the inner plot by measuring every label, breaks or thins out the labels of categories,
 * turns overlays into shapes, and moves or drops labels that would cover one another. `labelSize` and all lengths are
 * in pt. The same model, size and measure give the same chart.
 */
export function fitChart(
  model: ChartModel,
  size: Size,
  measure: MeasureWidth,
  labelSize: number,
): PlacedChart {
  return placeMarks(
    addLabelBackgrounds(fitted(withShortTitles(model, size, measure, labelSize), size, measure, labelSize)),
    measure,
  );
}

/** Share of a side that the title of its axis may have on one line; LibreOffice (7.4) breaks it beyond about four fifths. */
const TITLE_SHARE = 0.75;

/** Titles of axes end in "…" where a side has no room for them: broken, they would stand on the numbers beside them. */
function withShortTitles(
  model: ChartModel,
  size: Size,
  measure: MeasureWidth,
  labelSize: number,
): ChartModel {
  const { coordinates } = model;
  const cut = <A extends { readonly title?: string }>(axis: A, side: number): A => {
    const { title } = axis;
    const fits = (text: string): boolean => measure(text, labelSize, false) <= side * TITLE_SHARE;
    if (title === undefined || fits(title)) return axis;
    const letters = [...title];
    while (letters.length > 1 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
    return { ...axis, title: `${letters.join("").trimEnd()}…` };
  };
  if (coordinates.type === "round") return model;
  if (coordinates.type === "number")
    return {
      ...model,
      coordinates: { ...coordinates, x: cut(coordinates.x, size.width), y: cut(coordinates.y, size.height) },
    };
  const side = coordinates.orientation === "vertical" ? size.height : size.width;
  const { secondary } = coordinates;
  return {
    ...model,
    coordinates: {
      ...coordinates,
      value: cut(coordinates.value, side),
      ...(secondary === undefined ? {} : { secondary: cut(secondary, side) }),
    },
  };
}

function fitted(model: ChartModel, size: Size, measure: MeasureWidth, labelSize: number): FittedChart {
  switch (model.coordinates.type) {
    case "category":
      return fitCategory(model, model.coordinates, size, measure, labelSize);
    case "number":
      return fitXY(model, model.coordinates, size, measure, labelSize);
    case "round":
      return fitPolar(model, size, measure, labelSize);
  }
}

/** A line over more periods than this needs no more room: neither its points nor its labels have a width each. */
const THINNED = 60;

/** Width of a character of a label, on average, in pt: 10.5 pt Calibri. */
const CHARACTER = 5.3;
const LINE = 13;

/** The least size in pt at which a chart can still be read; layout gives it at least this. */
export function minimumSize(model: ChartModel): Size {
  const { coordinates } = model;
  const has = (type: Overlay["type"]): number =>
    model.overlays.filter((overlay) => overlay.type === type).length;
  const over =
    (model.legend.length > 0 ? 20 : 0) +
    (has("event") > 0 ? 16 : 0) +
    // In the worst case all words but two stand over the plot, each on a line of its own.
    Math.max(0, has("event") + has("note") - 2) * LINE +
    (model.overlays.some(({ type }) => type === "arrow" || type === "bracket") ? 24 : 0);
  if (coordinates.type === "round") return { width: 120, height: 110 };
  if (coordinates.type === "number") return { width: 240, height: 160 };
  // A marimekko has hundreds of categories, but words for its columns alone.
  const count = coordinates.steps?.columns.length ?? coordinates.categories.length;
  const bars = model.layers.reduce(
    (most, layer) =>
      layer.type === "bars" && layer.grouping === "clustered" ? Math.max(most, layer.series.length) : most,
    1,
  );
  if (coordinates.orientation === "horizontal") {
    const label = Math.max(0, ...coordinates.categories.map((each) => longest(each.label)));
    return {
      width: Math.max(220, label + 140),
      height: Math.max(over + count * Math.max(LINE, bars * 9 + 4), has("note") * 3 * LINE) + 8,
    };
  }
  const hasBars = model.layers.some((layer) => layer.type === "bars") || coordinates.timed !== true;
  const slot = coordinates.timed === true ? 7 * bars : Math.max(18 * bars, longestName(coordinates));
  const names = model.overlays.filter((overlay) => overlay.type === "end").length;
  const ends = Math.max(
    0,
    ...model.overlays.map((overlay) => (overlay.type === "end" ? longest(overlay.text) + 20 : 0)),
  );
  return {
    width: Math.max(200, slot * (hasBars ? count : Math.min(count, THINNED)) + ends + 30),
    height: over + 2 * LINE + Math.max(110, names * LINE),
  };
}

/** Room in pt for the longest word below a column, with its distance from the next one. */
export const longestName = (coordinates: CategoryCoordinates): number =>
  Math.max(0, ...coordinates.categories.map((each) => longest(each.label))) + 4;

const longest = (text: string): number =>
  Math.max(0, ...text.split(/\s+/u).map((word) => word.length)) * CHARACTER;
