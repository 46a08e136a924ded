import type { Image, Path2D, SKRSContext2D } from "@napi-rs/canvas";
import { storedBox, uprightBy } from "../../base/orientation.ts";
import {
  type DisplayNode,
  type FontFace,
  type Image as ImageMark,
  type PathNode,
  type StrokeStyle,
  type TextLine,
  type TextSpan,
  type Turn,
  UNDERLINE,
} from "../display/list.ts";
import { HATCH, hatchLines } from "../display/path.ts";

/** Tools and files that painting needs besides the display list. */
export interface PaintContext {
  readonly context: SKRSContext2D;
  readonly path: (d: string) => Path2D;
  /** CSS list of font families that stand for a family of the theme. */
  readonly family: (family: FontFace["family"]) => string;
  readonly image: (file: string) => Image;
}

/** Draws a mark and all below it; one unit is one pt. */
export function paint(node: DisplayNode, paintContext: PaintContext): void {
  switch (node.type) {
    case "group":
      if (node.turn === undefined) for (const child of node.children) paint(child, paintContext);
      else paintTurned(node.children, node.turn, paintContext);
      return;
    case "path":
      paintPath(node, paintContext);
      return;
    case "textLine":
      paintWords(node, paintContext);
      return;
    case "image": {
      paintImage(node, paintContext);
    }
  }
}

function paintTurned(
  children: readonly DisplayNode[],
  { x, y, degrees, mirrored, upended }: Turn,
  paintContext: PaintContext,
): void {
  const { context } = paintContext;
  context.save();
  context.translate(x, y);
  context.rotate((degrees * Math.PI) / 180);
  context.scale(mirrored ? -1 : 1, upended ? -1 : 1);
  context.translate(-x, -y);
  for (const child of children) paint(child, paintContext);
  context.restore();
}

function paintImage(
  { box, file, clip, opacity, orientation = 1 }: ImageMark,
  { context, image, path }: PaintContext,
): void {
  const { x, y, w, h } = storedBox(box, orientation);
  const { flip, degrees } = uprightBy(orientation);
  const [middle, centre] = [box.x + box.w / 2, box.y + box.h / 2];
  context.save();
  if (clip !== undefined) context.clip(path(clip));
  if (opacity !== undefined) context.globalAlpha = opacity;
  context.translate(middle, centre);
  context.rotate((degrees * Math.PI) / 180);
  if (flip) context.scale(-1, 1);
  context.drawImage(image(file), x - middle, y - centre, w, h);
  context.restore();
}

function paintPath({ d, box, fill, pen }: PathNode, { context, path }: PaintContext): void {
  const outline = path(d);
  if (fill?.pattern === "solid") {
    context.save();
    if (fill.opacity !== undefined) context.globalAlpha = fill.opacity;
    context.fillStyle = fill.colour;
    context.fill(outline);
    context.restore();
  } else if (fill?.pattern === "gradient") {
    const { from, to, stops } = fill;
    const gradient = context.createLinearGradient(from.x, from.y, to.x, to.y);
    for (const { at, colour, opacity = 1 } of stops) gradient.addColorStop(at, withOpacity(colour, opacity));
    context.fillStyle = gradient;
    context.fill(outline);
  } else if (fill) {
    context.save();
    context.clip(outline);
    context.fillStyle = fill.paper;
    context.fill(outline);
    stroke(
      path(hatchLines(box)),
      { colour: fill.colour, width: HATCH.width, dash: [], cap: "butt" },
      context,
    );
    context.restore();
  }
  if (pen) stroke(outline, pen, context);
}

/** A colour of CSS with its opacity: #1B4F8F80. */
const withOpacity = (colour: string, opacity: number): string =>
  opacity >= 1
    ? colour
    : `${colour}${Math.round(Math.max(0, opacity) * 255)
        .toString(16)
        .padStart(2, "0")}`;

function stroke(outline: Path2D, pen: StrokeStyle, context: SKRSContext2D): void {
  context.strokeStyle = pen.colour;
  context.lineWidth = pen.width;
  context.setLineDash([...pen.dash]);
  context.lineCap = pen.cap;
  context.lineJoin = "round";
  context.stroke(outline);
}

/** One line of text, its pieces one after the other from where the line begins. */
export function paintWords(words: TextLine, paintContext: PaintContext): void {
  const { context } = paintContext;
  const widths = words.pieces.map((piece) => spanWidth(piece, paintContext));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  context.save();
  context.translate(words.x, words.y);
  if (words.upward) context.rotate(-Math.PI / 2);
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.direction = words.rightToLeft ? "rtl" : "ltr";
  let x = words.align === "left" ? 0 : words.align === "right" ? -whole : -whole / 2;
  const ordered = words.pieces.map((piece, index) => ({ piece, width: widths[index] ?? 0 }));
  if (words.rightToLeft) ordered.reverse();
  for (const { piece, width } of ordered) {
    context.font = fontOf(piece, paintContext);
    context.fillStyle = piece.colour;
    context.fillText(piece.text, x, 0);
    if (piece.href !== undefined || piece.to !== undefined)
      context.fillRect(x, UNDERLINE.drop * piece.size, width, UNDERLINE.width * piece.size);
    x += width;
  }
  context.restore();
}

/** Width of a piece in pt, as it will be drawn. */
export function spanWidth(piece: TextSpan, paintContext: PaintContext): number {
  paintContext.context.font = fontOf(piece, paintContext);
  return paintContext.context.measureText(piece.text).width;
}

const fontOf = ({ face, size }: TextSpan, { family }: PaintContext): string =>
  `${face.italic ? "italic " : ""}${face.bold ? "bold " : ""}${size}px ${family(face.family)}`;
