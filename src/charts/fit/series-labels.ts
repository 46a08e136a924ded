import type { ChartModel } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import { barShares } from "../marks/bars.ts";
import { GAP, pitch, type Rect, type Size } from "../marks/geometry.ts";
import { type Of, type OverlayContext, type OverlayMarks, strokeMark, textMark, thin } from "./scene.ts";
import { longestWordWidth, type WrapContext, wrap } from "./wrap.ts";

/** Names at line ends take at most this share of the chart's width. */
const END_SHARE = 0.28;
/** Names without a value rather take two lines than this share; values stay beside their names. */
const NAME_SHARE = 0.18;
const END_LINES = 3;

/** A name at a line's end as it is set: the value leads, the name follows. Many names have fewer lines each. */
export function seriesLabelLines(
  end: Of<"end">,
  count: number,
  size: Size,
  context: WrapContext,
): readonly string[] {
  const text = [end.value, end.text].filter((part) => part !== "").join(" ");
  const room = Math.floor((size.height * 0.85) / pitch(context.size) / Math.max(1, count));
  const limit = Math.max(1, Math.min(END_LINES, room));
  const style = { ...context, bold: end.value !== "" };
  if (end.value === "") {
    const narrow = Math.min(
      END_SHARE * size.width,
      Math.max(NAME_SHARE * size.width, longestWordWidth(text, style)),
    );
    const lines = wrap(text, narrow, END_LINES + 1, style);
    if (lines.length <= limit) return lines;
  }
  return wrap(text, size.width * END_SHARE, limit, style);
}

/** Names at line ends, moved up and down until none covers another, in the order of their values. */
export function placeSeriesLabels(all: readonly Of<"end">[], scene: OverlayContext): OverlayMarks {
  const sides = [all.filter((end) => end.side === "left"), all.filter((end) => end.side !== "left")];
  const sketches = sides.map((ends, n) => drawSide(ends, n === 0, scene));
  return {
    shapes: sketches.flatMap(({ shapes }) => shapes),
    texts: sketches.flatMap(({ texts }) => texts),
  };
}

function drawSide(ends: readonly Of<"end">[], left: boolean, scene: OverlayContext): OverlayMarks {
  if (ends.length === 0) return { shapes: [], texts: [] };
  const { projection, size, measure, labelSize, margins } = scene;
  const { plot } = projection;
  const context = { measure, size: labelSize };
  const line = pitch(labelSize);
  // Below the least height of the chart there is no room for all; those of the first series stay.
  const items = ends
    .slice(0, Math.max(1, Math.floor((size.height - margins.key) / line)))
    .map((end) => {
      const lines = seriesLabelLines(end, ends.length, size, context);
      const y = projection.value(end.at.v);
      return { end, lines, y, h: lines.length * line, top: y - (lines.length * line) / 2 };
    })
    .sort((a, b) => a.y - b.y);
  const off = seriesLabelGap(scene.model);
  const width = (left ? margins.starts : margins.ends) - off;
  const x = left ? plot.x - off - width : plot.x + plot.w + off;
  // Below the plot stand the names of categories; at its edge only where categories reach it, and there is room above.
  const foot = plot.y + plot.h + GAP;
  const needed = items.reduce((sum, { h }) => sum + h, margins.key);
  const reached = !(projection.coordinates.between || needed > foot);
  const tops = spreadLabels(
    items.map(({ top, h }) => ({ top, h })),
    margins.key,
    reached ? foot : size.height,
  );
  const texts = items.map((item, n): Rect => ({ x, y: tops[n] ?? item.top, w: width, h: item.h }));
  const half = halfBar(scene.model) * projection.slot;
  const shapes = items.flatMap((item, n): Mark[] => {
    const rect = texts[n];
    if (rect === undefined) return [];
    const text = textMark(rect, item.lines, scene, {
      ink: item.end.ink,
      bold: item.end.value !== "",
      align: left ? "right" : "left",
      from: item.end.from,
    });
    const middle = rect.y + rect.h / 2;
    const mark = projection.category(item.end.at.c);
    const [from, to] = left ? [mark - off + GAP, x + width + 1] : [mark + half + off - GAP + 1, x - 1];
    // A leader where the name had to move away from its line, or the line ends early.
    const led =
      Math.abs(middle - item.y) > line * 0.6 ||
      (!left && item.end.at.c < projection.coordinates.categories.length - 1);
    const room = left ? from > to : from < to;
    return led && room ? [strokeMark(from, item.y, to, middle, thin("hairline")), text] : [text];
  });
  return { shapes, texts };
}

/** Distance of names from the plot: lines that reach its edge end in a dot there. */
export const seriesLabelGap = (model: ChartModel): number =>
  model.coordinates.type === "category" && !model.coordinates.between ? 3 * GAP : GAP;

/** Half of what the bars of a category take of it; lines take nothing. */
const halfBar = (model: ChartModel): number =>
  Math.max(0, ...model.layers.map((layer) => (layer.type === "bars" ? barShares(layer).all / 2 : 0)));

/** Pushes intervals apart, keeps their order and stays between low and high; neighbours that meet move as one block. */
export function spreadLabels(
  items: readonly { readonly top: number; readonly h: number }[],
  low: number,
  high: number,
): readonly number[] {
  interface Group {
    start: number;
    height: number;
    wanted: number;
    members: number[];
  }
  const groups: Group[] = [];
  items.forEach((item, n) => {
    let group: Group = { start: item.top, height: item.h, wanted: item.top, members: [n] };
    for (
      let before = groups.at(-1);
      before !== undefined && before.start + before.height > group.start;
      before = groups.at(-1)
    ) {
      groups.pop();
      // The block stands where its members wanted to, on average.
      const sum =
        before.wanted * before.members.length + (group.wanted - before.height) * group.members.length;
      const count = before.members.length + group.members.length;
      group = {
        start: sum / count,
        height: before.height + group.height,
        wanted: sum / count,
        members: [...before.members, ...group.members],
      };
    }
    groups.push(group);
  });
  const tops: number[] = items.map((item) => item.top);
  let floor = low;
  const starts: number[] = [];
  for (const group of groups) {
    const start = Math.max(floor, group.start);
    starts.push(start);
    floor = start + group.height;
  }
  let ceiling = high;
  for (let n = groups.length - 1; n >= 0; n -= 1) {
    const group = groups[n];
    if (group === undefined) continue;
    let at = Math.min(starts[n] ?? group.start, ceiling - group.height);
    ceiling = at;
    for (const member of group.members) {
      tops[member] = at;
      at += items[member]?.h ?? 0;
    }
  }
  return tops;
}
