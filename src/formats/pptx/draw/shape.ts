import type { Frame } from "../../../base/geometry.ts";
import { emu, emuToInches, inchesToEmu, ptToEmu } from "../../../base/units.ts";
import type {
  Geometry,
  Insets,
  Path,
  PlaceholderName,
  ShapeItem,
  Stroke,
  TextItem,
} from "../../../model/page.ts";
import { cornerRadius } from "../../page/measures.ts";
import { wornBy } from "../../page/worn.ts";
import { drawnColour } from "./colour.ts";
import type { Drawing } from "./deck.ts";
import type { ShapeLine, ShapeName, ShapeProps, Slide } from "./pptxgenjs.ts";
import { textMargin, textRuns } from "./text.ts";

/** Position and size in inches, which is what PptxGenJS takes for numbers below 100. */
export const boxOf = (frame: Frame): { x: number; y: number; w: number; h: number } => ({
  x: emuToInches(frame.x),
  y: emuToInches(frame.y),
  w: emuToInches(frame.w),
  h: emuToInches(frame.h),
});

const DASHES = { solid: "solid", dash: "dash", dot: "sysDot" } as const;

/** Returns the fill and line options that a shape and the shape of a text have in common. */
const paint = (
  { fill, line }: Pick<ShapeItem, "fill" | "line">,
  { look }: Drawing,
): { readonly fill?: { color: string }; readonly line?: ShapeLine } => ({
  ...(fill ? { fill: { color: drawnColour(fill, look) } } : {}),
  ...(line ? { line: lineOf(line, drawnColour(line.ink, look)) } : {}),
});

const lineOf = ({ width, dash }: Stroke, color: string): ShapeLine => ({
  color,
  width,
  dashType: DASHES[dash ?? "solid"],
});

/** The name of the geometry and what goes with it. */
function geometryOf(geometry: Geometry, frame: Frame): { shape: ShapeName; rectRadius?: number } {
  if (geometry !== "roundRect") return { shape: geometry };
  const radius = cornerRadius(frame) / 72;
  return { shape: geometry, ...(radius > 0 ? { rectRadius: radius } : {}) };
}

/** Hands a text to PptxGenJS; `placeholder` names one that the slide's master defines. */
export function drawText(
  slide: Slide,
  item: TextItem,
  placeholder: PlaceholderName | undefined,
  drawing: Drawing,
): void {
  const plain = item.fill === undefined && item.line === undefined && item.geometry === undefined;
  const { language } = drawing;
  const look = wornBy(item, drawing.look);
  const own = placeholder && drawing.frames.placeholders[placeholder];
  const runs = textRuns(item.paragraphs, { ...drawing, look }, own && look.role(own.role).font);
  slide.addText(runs, {
    ...boxOf(item.frame),
    ...geometryOf(item.geometry ?? "rect", item.frame),
    ...(plain && placeholder === undefined ? { isTextBox: true } : {}),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...paint(item, drawing),
    margin: textMargin(insetsOf(item)),
    ...(isUnbroken(item) ? { wrap: false } : {}),
    valign: item.anchor,
    lang: language,
    objectName: drawing.nameOf(item),
  });
}

/**
 * Text in a rounded rectangle begins where the corner's curve does, in PowerPoint's own definition of the shape (ECMA-376
 * Part 1, Annex D, presetShapeDefinitions, roundRect: il = r × 0.29289): taken off the insets, so that layout's hold.
 */
function insetsOf({ frame, geometry, insets }: TextItem): Insets {
  const curve = geometry === "roundRect" ? Math.round(ptToEmu(cornerRadius(frame)) * 0.29289) : 0;
  const less = (inset: number) => emu(Math.max(0, inset - curve));
  const { left, top, right, bottom } = insets;
  return { left: less(left), top: less(top), right: less(right), bottom: less(bottom) };
}

/** A centred single line in a shape of its own never wraps: the text rectangles of arrows and circles are narrow. */
const isUnbroken = ({ geometry = "rect", paragraphs }: TextItem): boolean =>
  geometry !== "rect" && paragraphs.every(({ lines, align }) => lines.length === 1 && align === "center");

/** Hands a shape to PptxGenJS. Hatches are filled solid here; `postprocess/shapes.ts` makes the pattern of it. */
export function drawShape(slide: Slide, item: ShapeItem, drawing: Drawing): void {
  const { line, ...fill } = paint(item, drawing);
  const options: ShapeProps = {
    ...boxOf(item.frame),
    ...fill,
    ...(line ? { line: { ...line, ...(item.arrow ? { endArrowType: "triangle" } : {}) } } : {}),
    ...(item.flip ? { flipV: true } : {}),
    objectName: drawing.nameOf(item),
  };
  if (typeof item.geometry === "string") {
    const { shape, ...more } = geometryOf(item.geometry, item.frame);
    slide.addShape(shape, { ...options, ...more });
  } else {
    // Its types leave out the one name that takes points.
    slide.addShape("custGeom" as ShapeName, { ...options, points: pointsOf(item.geometry, item.frame) });
  }
}

function pointsOf(path: Path, frame: Frame): NonNullable<ShapeProps["points"]> {
  const inches = (share: number, length: number): number =>
    emuToInches(inchesToEmu((share * length) / 914_400));
  return path.strokes.flatMap((stroke) =>
    stroke.map((point, index) => ({
      x: inches(point.x, frame.w),
      y: inches(point.y, frame.h),
      moveTo: index === 0,
    })),
  );
}
