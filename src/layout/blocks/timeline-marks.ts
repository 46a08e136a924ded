import { frame } from "../../base/geometry.ts";
import { emu, pt, ptToEmu } from "../../base/units.ts";
import type { Insets, Item, ShapeItem, Stroke, TextItem } from "../../model/page.ts";
import { type ColorToken, plain, rich } from "../../model/text.ts";
import type { TimelineRow } from "../../model/timeline.ts";
import { NO_INSETS } from "../context/insets.ts";
import { isDark, type LayoutContext, lineHeightOf } from "../context/layout-context.ts";
import { textHeight } from "../context/paragraphs.ts";
import { drawingLabel, labelRoom } from "./label.ts";

/** Position in EMU of the start of a day, or of one so many days later. */
export type TimeScale = (date: string, days?: number) => number;

/** Position of a row, in EMU, and its time scale. */
export interface RowFrame {
  readonly y: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly time: TimeScale;
}

/** In pt. */
const BAR = 18;
const DIAMOND = 12;
const GAP = 4;

type Bar = NonNullable<TimelineRow["bar"]>;

const SOFT: Readonly<Partial<Record<ColorToken, ColorToken>>> = {
  accent: "accentSoft",
  good: "goodSoft",
  bad: "badSoft",
};

/** IBCS: what happened is solid, what is planned an outline, what is expected hatched, a judgement dashed. */
const DRAWN: Record<
  Bar["kind"],
  (ink: ColorToken) => { fill: ColorToken; pattern?: "hatch"; line?: Stroke }
> = {
  actual: (ink) => ({ fill: ink }),
  plan: (ink) => ({ fill: SOFT[ink] ?? "wash", line: { ink, width: pt(1) } }),
  forecast: (ink) => ({ fill: ink, pattern: "hatch", line: { ink, width: pt(1) } }),
  estimate: (ink) => ({ fill: "paper", line: { ink, width: pt(1), dash: "dash" } }),
};

/** The bar of a row, its words inside where they fit, else beside it. */
export function bar(row: TimelineRow, at: RowFrame, context: LayoutContext): readonly Item[] {
  if (row.bar === undefined) return [];
  const { start, end, kind, ink, text } = row.bar;
  const from = at.time(start);
  // The last day belongs to the bar.
  const width = Math.max(ptToEmu(2), at.time(end, 1) - from);
  const height = Math.min(ptToEmu(BAR), at.height * 0.7);
  const box = frame(from, at.y + (at.height - height) / 2, width, height);
  const { fill, pattern, line } = DRAWN[kind](ink);
  const name = `Bar: ${plain(row.label)}`;
  const needed = ptToEmu(labelRoom(text, context) + 2 * GAP);
  if (text !== "" && needed <= width && pattern === undefined && lineHeightOf("label", context) <= height) {
    const inside: LayoutContext = { ...context, ground: fill };
    return [
      {
        ...words(name, text, box, "left", inside),
        insets: sides(GAP),
        fill,
        ...(line === undefined ? {} : { line }),
      },
    ];
  }
  const shape: ShapeItem = {
    type: "shape",
    name,
    geometry: "rect",
    frame: box,
    fill,
    ...(pattern === undefined ? {} : { pattern }),
    ...(line === undefined ? {} : { line }),
    decorative: true,
  };
  // A milestone in the same row says when; its words stand where the bar's would.
  const beside = text === "" ? [] : beyond(text, from, from + width, at, context);
  return [shape, ...beside];
}

/** A diamond on its day with its words at the side that has room. Gates are solid and larger. */
export function milestone(row: TimelineRow, at: RowFrame, context: LayoutContext): readonly Item[] {
  if (row.milestone === undefined) return [];
  const { date, gate, ink, text } = row.milestone;
  const d = ptToEmu(gate ? DIAMOND * 1.25 : DIAMOND);
  // A diamond at either end of the axis stays inside it.
  const x = Math.max(at.left + d / 2, Math.min(at.right - d / 2, at.time(date, 0.5)));
  const shape: ShapeItem = {
    type: "shape",
    name: `${gate ? "Gate" : "Milestone"}: ${plain(row.label)}`,
    geometry: "diamond",
    frame: frame(x - d / 2, at.y + (at.height - d) / 2, d, d),
    fill: gate ? ink : "paper",
    line: { ink, width: pt(1.25) },
    decorative: true,
  };
  return [shape, ...(text === "" ? [] : beyond(text, x - d / 2, x + d / 2, at, context))];
}

/** Words to the right of a mark, or to its left where the axis ends; over the lines behind, on paper. */
function beyond(
  text: string,
  from: number,
  to: number,
  at: RowFrame,
  context: LayoutContext,
): readonly Item[] {
  const gap = ptToEmu(GAP);
  const width = ptToEmu(labelRoom(text, context));
  const line = lineHeightOf("label", context);
  const right = at.right - to - gap;
  const left = from - gap - at.left;
  const onRight = width <= right || right >= left;
  const room = Math.min(width, Math.max(onRight ? right : left, 0));
  if (room <= 0) return [];
  const height = textHeight([{ text: rich(text) }], { role: "label" }, emu(room), context);
  const box = frame(
    onRight ? to + gap : from - gap - room,
    at.y + (at.height - Math.max(line, height)) / 2,
    room,
    Math.max(line, height),
  );
  return [{ ...words("Date", text, box, onRight ? "left" : "right", context), fill: "paper" }];
}

const sides = (distance: number): Insets => ({
  ...NO_INSETS,
  left: ptToEmu(distance),
  right: ptToEmu(distance),
});

function words(
  name: string,
  text: string,
  box: TextItem["frame"],
  align: "left" | "right",
  context: LayoutContext,
): TextItem {
  const ink = context.ground !== undefined && isDark(context.ground) ? "paper" : "ink";
  return drawingLabel(name, text, box, { align, ink }, context);
}
