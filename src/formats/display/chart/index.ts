import type { LineStyle, Paint } from "../../../model/chart.ts";
import {
  type BoxMark,
  boxAroundMark,
  type Mark,
  type PointMark,
  type Rect,
  type Spot,
  type TextMark,
} from "../../../model/marks.ts";
import { frameOf } from "../../../model/paint.ts";
import type { PlacedChart } from "../../../model/placed.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { fillWith, hex, pen } from "../color.ts";
import type { DisplayNode, Fill, PathNode, TextLine } from "../list.ts";
import { ellipse, polyline, rectangle, rounded, slice } from "../path.ts";
import { arrowNodes } from "../shape.ts";
import { baseline } from "../text.ts";

/** Head of an arrow in a chart, as the native chart draws it. */
const HEAD = { length: 4, least: 6 };

/** The marks of a placed chart, with its top left corner at a spot of the slide, in pt. */
export const chartNodes = (
  { marks }: Pick<PlacedChart, "marks">,
  at: Readonly<Spot>,
  look: ResolvedTheme,
): readonly DisplayNode[] => marks.flatMap((mark) => nodesOf(mark, at, look));

function nodesOf(mark: Mark, { x, y }: Spot, look: ResolvedTheme): readonly DisplayNode[] {
  const moved = <S extends Spot>(spot: S): S => ({ ...spot, x: spot.x + x, y: spot.y + y });
  switch (mark.type) {
    case "box": {
      const box = moved(mark.box);
      return filled(mark.rounded ? withRoundEnds(box) : rectangle(box), box, mark, look);
    }
    case "line": {
      const spots = mark.spots.map(moved);
      const [from, to] = spots;
      return mark.arrow && from && to
        ? arrowNodes(from, to, mark.line, "end", HEAD, look)
        : [stroke(spots, mark.line, look)];
    }
    case "area": {
      const { paint, line } = mark;
      const top = mark.top.map(moved);
      const spots = [...top, ...mark.foot.map(moved).reverse()];
      const area = filled(polyline(spots, true), boxAround(spots), { paint }, look);
      return line ? [...area, stroke(top, line, look)] : area;
    }
    case "point":
      return pointNodes({ ...mark, at: moved(mark.at) }, look);
    case "arc": {
      const [middle, r] = [moved(mark.middle), mark.outer];
      const box = { x: middle.x - r, y: middle.y - r, w: 2 * r, h: 2 * r };
      return filled(slice(middle, mark, mark.start, mark.end), box, mark, look);
    }
    case "text":
      return textNodes({ ...mark, at: moved(mark.at) }, look);
  }
}

/** A filled mark; nothing where it could not be seen. */
function filled(
  d: string,
  box: Rect,
  { paint, line, from }: Pick<BoxMark, "paint" | "line" | "from">,
  look: ResolvedTheme,
): readonly PathNode[] {
  const fill = fillOf(look, paint);
  const edge = paint.pattern === "none" && !line ? undefined : frameOf(paint, line);
  if (fill === undefined && edge === undefined) return [];
  return [
    {
      ...{ type: "path", d, box },
      ...(fill && { fill }),
      ...(edge && { pen: pen(look, edge) }),
      ...(from && { from }),
    },
  ];
}

/** Fill of a mark; outlined ones are filled with paper, so that no gridline crosses them. */
function fillOf(look: ResolvedTheme, { ink, pattern }: Paint): Fill | undefined {
  if (pattern === "none") return undefined;
  if (pattern === "outline") return { colour: hex(look, "paper"), pattern: "solid" };
  return fillWith(look, ink, pattern);
}

const withRoundEnds = (box: Rect): string => rounded(box, Math.min(box.w, box.h) / 2);

const stroke = (spots: readonly Spot[], line: LineStyle, look: ResolvedTheme): PathNode => ({
  ...{ type: "path", d: polyline(spots), box: boxAround(spots) },
  pen: pen(look, line),
});

function boxAround(spots: readonly Spot[]): Rect {
  const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

function pointNodes(mark: PointMark, look: ResolvedTheme): readonly DisplayNode[] {
  const { at, size, shape, paint } = mark;
  const r = size / 2;
  const box = { x: at.x - r, y: at.y - r, w: size, h: size };
  const [left, right] = [
    { x: at.x - r, y: at.y },
    { x: at.x + r, y: at.y },
  ];
  switch (shape) {
    case "dash":
      return [stroke([left, right], { ink: paint.ink, width: 2, dash: "solid" }, look)];
    case "circle":
      return filled(ellipse(box), box, mark, look);
    case "square":
      return filled(rectangle(box), box, mark, look);
    case "diamond": {
      const spots = [{ x: at.x, y: box.y }, right, { x: at.x, y: at.y + r }, left];
      return filled(polyline(spots, true), box, mark, look);
    }
  }
}

/** Words with the ground behind them. */
function textNodes(mark: TextMark, look: ResolvedTheme): readonly DisplayNode[] {
  const { fill, line, reach = 0 } = mark;
  if (!fill && !line) return wordNodes(mark, look);
  const box = boxAroundMark(mark);
  const ground = { ...box, x: box.x - reach, w: box.w + 2 * reach };
  return [
    {
      ...{ type: "path", d: mark.rounded ? withRoundEnds(ground) : rectangle(ground), box: ground },
      ...(fill && { fill: { colour: hex(look, fill), pattern: "solid" } }),
      ...(line && { pen: pen(look, line) }),
    },
    ...wordNodes(mark, look),
  ];
}

/** Lines around the middle of their height. */
function wordNodes(mark: TextMark, look: ResolvedTheme): readonly TextLine[] {
  const { at, lines, align, size, bold, from, upward } = mark;
  const family = look.fonts.body.family;
  const piece = {
    ...{ face: { family, bold, italic: false }, size },
    colour: hex(look, mark.ink ?? look.role("label").ink),
  };
  const common = { type: "textLine", rightToLeft: false, ...(from && { from }) } as const;
  if (upward)
    return lines.map((text) => ({
      ...{ ...common, pieces: [{ ...piece, text }], align: "center", upward },
      ...{ x: at.x + baseline(0, size, family), y: at.y },
    }));
  return lines.flatMap((text, n): readonly TextLine[] => {
    if (text === "") return [];
    const y = baseline(at.y + (n - (lines.length - 1) / 2) * size * 1.2, size, family);
    return [{ ...common, x: at.x, y, align, pieces: [{ ...piece, text }] }];
  });
}
