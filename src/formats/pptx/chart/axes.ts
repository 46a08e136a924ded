import type { CategoryCoordinates, Layer, ValueAxis, XYCoordinates } from "../../../model/chart.ts";
import { boxAroundMark, type Rect } from "../../../model/marks.ts";
import { type Box, isBare, isDotPlot, type PlacedChart } from "../../../model/placed.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { type CategoryLabels, categoryLabelling } from "./categories.ts";
import { double } from "./data.ts";
import type { AxisPair, Grouping } from "./groups.ts";
import { manualLayout } from "./layout.ts";
import { numberFormat } from "./number-format.ts";
import type { Context } from "./series.ts";
import { type ChartText, level, noFill, noLine, paragraph, stroke, textProperties } from "./styles.ts";

/** Ids of the axes; unique in their part. The first of a pair is the category or x axis. */
const IDS: Readonly<Record<AxisPair, readonly [number, number]>> = {
  primary: [111111101, 111111102],
  secondary: [111111103, 111111104],
};

const AXIS = { ink: "muted", width: 0.75, dash: "solid" } as const;

/** The two c:axId by which a group refers to its axes; a third to no axis makes PowerPoint repair the file. */
export const axisIds = (pair: AxisPair): Element[] => IDS[pair].map((val) => el("c:axId", { val }));

export function axesOf(context: Context, grouping: Grouping): Element[] {
  const coordinates = context.chart.coordinates;
  if (coordinates.type === "round") return [];
  if (coordinates.type === "number") return numberAxes(context, coordinates);
  if (isDotPlot(context.chart)) return dotAxes(context, coordinates);
  const scaleOf = (axis: ValueAxis, pair: AxisPair): ValueAxis =>
    grouping.groups.some((group) => group.pair === pair && isShare(group.layer)) ? shares(axis) : axis;
  const first = [
    categoryAxis(context, coordinates, "primary", categoryLabelling(context.chart)),
    valueAxis(context, scaleOf(coordinates.value, "primary"), categorySide(coordinates, "primary")),
  ];
  if (!grouping.secondary) return first;
  return [
    ...first,
    valueAxis(context, scaleOf(grouping.secondary, "secondary"), categorySide(coordinates, "secondary")),
    categoryAxis(context, coordinates, "secondary", { by: "nobody" }),
  ];
}

const isShare = (layer: Layer): boolean => "grouping" in layer && layer.grouping === "percentStacked";

/** The model counts shares in percent, PowerPoint's axis of a 100% stack from 0 to 1. */
const shares = (axis: ValueAxis): ValueAxis => ({
  ...axis,
  min: axis.min / 100,
  max: axis.max / 100,
  major: axis.major / 100,
  format: { code: "0%" },
});

/**
 * c:catAx (ECMA-376 Part 1, 21.2.2.25):
 * axId, scaling, delete, axPos, majorGridlines, minorGridlines, title, numFmt, majorTickMark, minorTickMark, tickLblPos,
 * spPr, txPr, crossAx, crosses | crossesAt, auto, lblAlgn, lblOffset, tickLblSkip, tickMarkSkip, noMultiLvlLbl
 *
 * c:dateAx (21.2.2.39), where categories are places on days: up to crosses as c:catAx, then auto, lblOffset, baseTimeUnit
 *
 * Bars run from the top down, so the axis is reversed. Labels stay at the foot of the plot where values are negative.
 */
function categoryAxis(
  context: Context,
  coordinates: CategoryCoordinates,
  pair: AxisPair,
  labels: CategoryLabels,
): Element {
  const horizontal = coordinates.orientation === "horizontal";
  const skip = labels.by === "axis" ? labels.skip : 1;
  const [id, cross] = IDS[pair];
  const dated = context.sheet.places !== undefined;
  return el(
    dated ? "c:dateAx" : "c:catAx",
    {},
    el("c:axId", { val: id }),
    el("c:scaling", {}, el("c:orientation", { val: horizontal ? "maxMin" : "minMax" })),
    el("c:delete", { val: pair === "secondary" || isBare(context.chart) }),
    el("c:axPos", { val: horizontal ? "l" : "b" }),
    pair === "primary" &&
      coordinates.title !== undefined &&
      title(context, coordinates.title, horizontal, labels.by === "axis" || horizontal ? undefined : "foot"),
    el("c:numFmt", { formatCode: context.sheet.places?.format ?? "General", sourceLinked: false }),
    el("c:majorTickMark", { val: "none" }),
    el("c:minorTickMark", { val: "none" }),
    el("c:tickLblPos", { val: labels.by === "axis" ? "low" : "none" }),
    el("c:spPr", {}, noFill(), coordinates.line === false ? noLine() : stroke(context.look, AXIS)),
    textProperties(context.look, labelStyle(context), context.language, level()),
    el("c:crossAx", { val: cross }),
    el("c:crosses", { val: "autoZero" }),
    el("c:auto", { val: 0 }),
    dated
      ? [el("c:lblOffset", { val: 50 }), el("c:baseTimeUnit", { val: "days" })]
      : [
          el("c:lblAlgn", { val: "ctr" }),
          el("c:lblOffset", { val: 50 }),
          el("c:tickLblSkip", { val: skip }),
          el("c:tickMarkSkip", { val: 1 }),
          el("c:noMultiLvlLbl", { val: 1 }),
        ],
  );
}

/** Facts about a value axis and the axis that it crosses. */
interface Side {
  readonly id: number;
  readonly crossAx: number;
  readonly position: "l" | "r" | "t" | "b";
  readonly crosses: "autoZero" | "max" | "min";
  readonly between: boolean;
  /** True for values that grow downward. */
  readonly downward?: boolean;
}

function categorySide(coordinates: CategoryCoordinates, pair: AxisPair): Side {
  const [crossAx, id] = IDS[pair];
  const horizontal = coordinates.orientation === "horizontal";
  const first = pair === "primary";
  // A reversed category axis has its maximum at the foot, where values belong; a second axis is at the far side.
  return {
    id,
    crossAx,
    position: horizontal ? (first ? "b" : "t") : first ? "l" : "r",
    crosses: horizontal === first ? "max" : "autoZero",
    between: coordinates.between,
  };
}

/** c:valAx (21.2.2.226): as c:catAx up to crosses, then crossBetween, majorUnit, minorUnit, dispUnits */
function valueAxis(context: Context, axis: ValueAxis, side: Side): Element {
  const { look, language } = context;
  const vertical = side.position === "l" || side.position === "r";
  const shown = axis.visible || axis.gridlines;
  return el(
    "c:valAx",
    {},
    el("c:axId", { val: side.id }),
    el(
      "c:scaling",
      {},
      el("c:orientation", { val: side.downward ? "maxMin" : "minMax" }),
      el("c:max", { val: double(axis.max) }),
      el("c:min", { val: double(axis.min) }),
    ),
    el("c:delete", { val: !shown }),
    el("c:axPos", { val: side.position }),
    axis.gridlines &&
      el(
        "c:majorGridlines",
        {},
        el("c:spPr", {}, stroke(look, { ink: "hairline", width: 0.75, dash: "solid" })),
      ),
    axis.visible && axis.title !== undefined && title(context, axis.title, vertical),
    numberFormat(axis.format.code, context.numberLanguage),
    el("c:majorTickMark", { val: "none" }),
    el("c:minorTickMark", { val: "none" }),
    el("c:tickLblPos", { val: axis.visible ? (side.crosses === "max" ? "nextTo" : "low") : "none" }),
    el("c:spPr", {}, noFill(), noLine()),
    textProperties(look, labelStyle(context), language, level()),
    el("c:crossAx", { val: side.crossAx }),
    el("c:crosses", { val: side.crosses }),
    el("c:crossBetween", { val: side.between ? "between" : "midCat" }),
    el("c:majorUnit", { val: double(axis.major) }),
  );
}

/** Both axes carry values; each crosses the other at its foot, so that labels stay outside of the plot. */
function numberAxes(context: Context, coordinates: XYCoordinates): Element[] {
  const [x, y] = IDS.primary;
  return [
    valueAxis(context, coordinates.x, { id: x, crossAx: y, position: "b", crosses: "min", between: false }),
    valueAxis(context, coordinates.y, { id: y, crossAx: x, position: "l", crosses: "min", between: false }),
  ];
}

/** The values across, and the places of the categories downward, which are not drawn: their names are shapes. */
function dotAxes(context: Context, { value, categories }: CategoryCoordinates): Element[] {
  const [x, y] = IDS.primary;
  const half = 0.5;
  const places: ValueAxis = {
    min: half,
    max: Math.max(1, categories.length) + half,
    major: 1,
    ticks: [],
    format: { code: "0" },
    visible: false,
    gridlines: false,
  };
  return [
    valueAxis(context, value, { id: x, crossAx: y, position: "b", crosses: "max", between: false }),
    valueAxis(context, places, {
      ...{ id: y, crossAx: x, position: "l", crosses: "min", between: false, downward: true },
    }),
  ];
}

/**
 * c:title (21.2.2.210): tx, layout, overlay, spPr, txPr
 * Where the labels of the axis are shapes, the programs put its title on them; then it is told its place at the foot.
 */
function title(context: Context, text: string, vertical: boolean, at?: "foot"): Element {
  const { look, language, chart } = context;
  const mark = chart.marks.find(({ part }) => part === "axisTitle");
  const place = at === "foot" && mark?.type === "text" ? footOf(boxAroundMark(mark), chart) : undefined;
  return el(
    "c:title",
    {},
    el(
      "c:tx",
      {},
      el(
        "c:rich",
        {},
        level({ rot: vertical ? -5_400_000 : 0 }),
        el("a:lstStyle"),
        paragraph(look, [text], labelStyle(context), language),
      ),
    ),
    place && manualLayout(place),
    el("c:overlay", { val: 0 }),
    el("c:spPr", {}, noFill(), noLine()),
  );
}

const footOf = ({ x, y, w, h }: Rect, { width, height }: PlacedChart): Box => ({
  ...{ x: Math.max(0, x / width), y: y / height, w: w / width, h: h / height },
});

const labelStyle = ({ chart, look }: Context): ChartText => ({
  size: chart.labelSize,
  ink: look.role("label").ink,
  bold: false,
});
