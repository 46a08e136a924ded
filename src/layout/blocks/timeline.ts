import { type Frame, frame } from "../../base/geometry.ts";
import { type Emu, emu, pt, ptToEmu } from "../../base/units.ts";
import type { Item, ShapeItem, TextItem } from "../../model/page.ts";
import { type ColorToken, type Rich, rich } from "../../model/text.ts";
import type { TimelineModel, TimelineRow } from "../../model/timeline.ts";
import { divide } from "../context/grid.ts";
import {
  type BlockExtent,
  extent,
  type LayoutContext,
  lineHeightOf,
  UNBOUNDED,
} from "../context/layout-context.ts";
import { measure, setText } from "../context/paragraphs.ts";
import { roomFor } from "../context/text-measurer.ts";
import { drawingLabel, labelRoom } from "./label.ts";
import { bar, milestone, type RowFrame, type TimeScale } from "./timeline-marks.ts";

/** In pt: above and below the words of a row, and between a tick and its word. */
const ROW_PAD = 5;
const TICK_PAD = 3;
/** Room of the first letters of a word at a tick, in pt. */
const FIRST_LETTERS = 16;
/** Between the words of two marked days, and between a day's line and its words beside it, in pt. */
const DAY_GAP = 4;
/** A row of many grows to this many times its natural height; more would tear bars and labels apart. Few grow further. */
const MOST_GROWTH = 1.7;
/** Rows from which on they are many. */
const MANY = 6;
const mostGrowth = (rows: number): number => MOST_GROWTH * Math.max(1, MANY / Math.max(1, rows));

/**
 * Rows of bars and diamonds on a true time axis: a day is as wide everywhere.
 * natural = scale + Σ rows; minimum = the same with rows half as airy. Rows share what is left over, up to a bound.
 */
export function measureTimeline(model: TimelineModel, width: Emu, context: LayoutContext): BlockExtent {
  const { rows, scale } = measured(model, width, context);
  const natural = rows.reduce((sum, height) => sum + height, 0);
  return extent(scale + natural, scale + natural - rows.length * ptToEmu(ROW_PAD), UNBOUNDED);
}

interface Measured {
  /** Natural heights in EMU. */
  readonly rows: readonly number[];
  /** Height of the words above the rows, in EMU. */
  readonly scale: number;
  readonly days: readonly PlacedDay[];
  readonly labels: Emu;
  readonly axis: { readonly x: Emu; readonly w: Emu };
}

function measured(model: TimelineModel, width: Emu, context: LayoutContext): Measured {
  const { columns, gutter } = context.look;
  const [labels, axis] = divide(width, model.brief === true ? [4, 8] : [3, 9], columns, gutter);
  const labelWidth = labels?.w ?? emu(0);
  const at = { x: axis?.x ?? emu(0), w: axis?.w ?? width };
  const days = placeDays(model, at.w, context);
  const levels = days.reduce((most, day) => Math.max(most, day.level + 1), 0);
  const line = lineHeightOf("label", context);
  const scale =
    levels * line +
    (model.groups.length > 0 ? line : 0) +
    (model.ticks.length > 0 ? line : 0) +
    ptToEmu(TICK_PAD * 2);
  const rows = model.rows.map(
    (row) => labelOf(row, model, labelWidth, context).height + ptToEmu(2 * ROW_PAD * context.spacing),
  );
  return { rows, scale, days, labels: labelWidth, axis: at };
}

export function placeTimeline(model: TimelineModel, area: Frame, context: LayoutContext): readonly Item[] {
  const all = measured(model, area.w, context);
  const natural = all.rows.reduce((sum, height) => sum + height, 0);
  const stretch = natural === 0 ? 1 : Math.min(mostGrowth(all.rows.length), (area.h - all.scale) / natural);
  const heights = all.rows.map((height) => Math.floor(height * stretch));
  const x0 = area.x + all.axis.x;
  const time = timeScale(model, x0, all.axis.w);
  const line = lineHeightOf("label", context);
  const top = area.y + all.scale;
  const foot = top + heights.reduce((sum, height) => sum + height, 0);
  const levels = all.days.reduce((most, day) => Math.max(most, day.level + 1), 0);
  const groupTop = area.y + levels * line;
  const tickTop = groupTop + (model.groups.length > 0 ? line : 0);

  const ground: ShapeItem = {
    type: "shape",
    name: `Timeline: ${model.name}`,
    geometry: "rect",
    frame: frame(area.x, area.y, area.w, foot - area.y),
    fill: "paper",
    alt: model.alt,
    says: model.goesOn === true ? "beside" : model.says,
  };
  const lines = all.days.map((day) => x0 + day.at);
  const words = [
    ...axisWords(
      model.groups.map((group) => ({
        from: besideLines(time(group.start), lines),
        to: time(group.end),
        label: group.label,
      })),
      groupTop,
      "Period",
      true,
      context,
    ),
    ...axisWords(
      model.ticks.map((tick, index) => ({
        from: besideLines(time(tick.date), lines),
        to: time(model.ticks[index + 1]?.date ?? model.end),
        label: tick.label,
      })),
      tickTop,
      "Tick",
      false,
      context,
    ),
  ];
  const ticks = model.ticks.map((tick) =>
    upright("Tick line", time(tick.date), tickTop + ptToEmu(TICK_PAD), foot, "hairline", 0.5),
  );
  let y = top;
  const rows = model.rows.map((row, index) => {
    const height = heights[index] ?? 0;
    const at: RowFrame = { y, height, left: x0, right: x0 + all.axis.w, time };
    const label = labelItem(row, model, frame(area.x, y, all.labels, height), context);
    const separator = across("Row line", area, y);
    y += height;
    return { marks: [...bar(row, at, context), ...milestone(row, at, context)], label, separator };
  });
  const days = all.days.flatMap((day) => dayItems(day, x0, area.y + day.level * line, foot, context));
  return [
    ground,
    ...ticks,
    ...rows.map((row) => row.separator),
    across("Row line", area, foot),
    ...days,
    ...words,
    ...rows.flatMap((row) => [row.label, ...row.marks]),
  ];
}

/** From ISO dates to EMU; dates are whole days in UTC, so no clock change makes one longer. */
function timeScale(model: TimelineModel, x: number, width: number): TimeScale {
  const start = dayNumber(model.start);
  const length = Math.max(1, dayNumber(model.end) - start);
  return (date, days = 0) => x + width * Math.max(0, Math.min(1, (dayNumber(date) + days - start) / length));
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

function labelOf(
  { label, detail }: TimelineRow,
  { brief = false }: TimelineModel,
  width: Emu,
  context: LayoutContext,
) {
  const none = detail.length === 0;
  const called: Rich =
    none || !brief
      ? label
      : [...label, ...[{ text: " · " }, ...detail].map((run) => ({ ...run, ink: MUTED }))];
  const below = none || brief ? [] : [{ text: detail, role: "label", ink: MUTED, space: "none" } as const];
  return setText([{ text: called, ink: "ink" as const }, ...below], { role: "small" }, width, context);
}

const MUTED = "muted" as const;

function labelItem(row: TimelineRow, model: TimelineModel, at: Frame, context: LayoutContext): TextItem {
  const { paragraphs, insets } = labelOf(row, model, at.w, context);
  return {
    type: "text",
    name: "Row",
    role: "small",
    frame: at,
    paragraphs,
    anchor: "middle",
    insets,
    mark: true,
  };
}

/** Start of a word at a tick: to the right of the line of a day that would strike its first letters. */
const besideLines = (at: number, lines: readonly number[]): number =>
  Math.max(at, ...lines.filter((line) => line > at && line - at < ptToEmu(FIRST_LETTERS)));

/** Words that begin at their tick; where they are too close, every second, third … one is left out. */
function axisWords(
  spans: readonly { readonly from: number; readonly to: number; readonly label: string }[],
  top: number,
  name: string,
  bold: boolean,
  context: LayoutContext,
): readonly Item[] {
  const width = (label: string) =>
    ptToEmu(roomFor(measure(rich(label), { role: "label", bold }, context).width()) + TICK_PAD);
  const fits = (every: number) =>
    spans.every((span, index) => {
      if (index % every !== 0) return true;
      const next = spans[index + every]?.from ?? spans.at(-1)?.to ?? span.to;
      return width(span.label) <= next - span.from || (index + every >= spans.length && index > 0);
    });
  let every = 1;
  while (every < spans.length && !fits(every)) every += 1;
  return spans.flatMap((span, index): Item[] => {
    if (index % every !== 0 || span.label === "") return [];
    const end = spans[index + every]?.from ?? spans.at(-1)?.to ?? span.to;
    const room = end - span.from;
    // The last one is left out where the axis ends before its word does.
    if (width(span.label) > room) return [];
    const at = frame(
      span.from + ptToEmu(TICK_PAD),
      top,
      room - ptToEmu(TICK_PAD),
      lineHeightOf("label", context),
    );
    return [oneLine(name, span.label, at, "left", bold, bold ? "ink" : "muted", context)];
  });
}

interface PlacedDay {
  readonly label: string;
  readonly ink: ColorToken;
  /** In EMU from the left of the axis. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

/** Most marked days whose words are put in the best order; more are put one above the other. */
const MOST_TRIED = 5;

/**
 * Words of marked days above the axis: centred on their line, else to its right or left, on as few levels as keep words
 * apart from each other and from the lines that pass from the levels above.
 */
function placeDays(model: TimelineModel, width: number, context: LayoutContext): readonly PlacedDay[] {
  const time = timeScale(model, 0, width);
  const days = model.days
    .filter((day) => day.date >= model.start && day.date <= model.end)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, label, ink }) => ({
      label,
      ink,
      at: time(date, 0.5),
      width: Math.min(width, ptToEmu(labelRoom(label, context, { bold: true }))),
    }));
  const gap = ptToEmu(DAY_GAP);
  const spot = (day: (typeof days)[number], x: number, level: number): PlacedDay => {
    const from = Math.max(0, Math.min(width - day.width, x));
    return { label: day.label, ink: day.ink, at: day.at, from, to: from + day.width, level };
  };
  const misses = (line: PlacedDay, words: PlacedDay): boolean => line.at <= words.from || line.at >= words.to;
  const clear = (a: PlacedDay, b: PlacedDay): boolean =>
    (a.level !== b.level || a.from >= b.to + gap || b.from >= a.to + gap) &&
    (a.level > b.level || misses(a, b)) &&
    (b.level > a.level || misses(b, a));
  const search = (placed: readonly PlacedDay[], levels: number): readonly PlacedDay[] | undefined => {
    const day = days[placed.length];
    if (day === undefined) return placed;
    for (let level = 0; level < levels; level += 1) {
      for (const x of [day.at - day.width / 2, day.at + gap, day.at - day.width - gap]) {
        const one = spot(day, x, level);
        if (!placed.every((other) => clear(one, other))) continue;
        const all = search([...placed, one], levels);
        if (all !== undefined) return all;
      }
    }
    return undefined;
  };
  if (days.length <= MOST_TRIED) {
    for (let levels = 1; levels <= days.length; levels += 1) {
      const found = search([], levels);
      if (found !== undefined) return found;
    }
  }
  // The first day lowest: its line then starts below the words of all others.
  return days.map((day, index) => spot(day, day.at + gap, days.length - 1 - index));
}

function dayItems(
  day: PlacedDay,
  x0: number,
  top: number,
  foot: number,
  context: LayoutContext,
): readonly Item[] {
  const line = lineHeightOf("label", context);
  const label = frame(x0 + day.from, top, day.to - day.from, line);
  return [
    upright(
      "Day line",
      x0 + day.at,
      day.at > day.from && day.at < day.to ? top + line : top,
      foot,
      day.ink,
      1.25,
    ),
    oneLine("Day", day.label, label, "center", true, day.ink, context),
  ];
}

function oneLine(
  name: string,
  text: string,
  at: Frame,
  align: "left" | "center",
  bold: boolean,
  ink: ColorToken,
  context: LayoutContext,
): TextItem {
  return drawingLabel(name, text, at, { align, bold, ink, anchor: "top" }, context);
}

const upright = (
  name: string,
  x: number,
  top: number,
  foot: number,
  ink: ColorToken,
  width: number,
): ShapeItem => ({
  type: "shape",
  name,
  geometry: "line",
  frame: frame(x, top, 0, foot - top),
  line: { ink, width: pt(width) },
  decorative: true,
});

const across = (name: string, area: Frame, y: number): ShapeItem => ({
  type: "shape",
  name,
  geometry: "line",
  frame: frame(area.x, y, area.w, 0),
  line: { ink: "hairline", width: pt(0.5) },
  decorative: true,
});
