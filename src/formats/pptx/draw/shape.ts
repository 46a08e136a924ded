import type { Frame } from "../../../base/geometry.ts";
import { emuToInches, inchesToEmu } from "../../../base/units.ts";
import type { Geometry, Path, ShapeItem, Stroke, TextItem } from "../../../model/page.ts";
import { cleanText } from "../../../ooxml/escape.ts";
import { cornerRadius } from "../../page/measures.ts";
import { inkCode } from "./ink.ts";
import type { ShapeLine, ShapeName, ShapeProps, Slide } from "./pptxgenjs.ts";

/** Position and size in inches, which is what PptxGenJS takes for numbers below 100. */
export const boxOf = (frame: Frame): { x: number; y: number; w: number; h: number } => ({
  x: emuToInches(frame.x),
  y: emuToInches(frame.y),
  w: emuToInches(frame.w),
  h: emuToInches(frame.h),
});

const DASHES = { solid: "solid", dash: "dash", dot: "sysDot" } as const;

const lineOf = (stroke: Stroke): ShapeLine => ({
  color: inkCode(stroke.ink),
  width: stroke.width,
  dashType: DASHES[stroke.dash ?? "solid"],
});

/** The name of the geometry and what goes with it. */
function geometryOf(geometry: Geometry, frame: Frame): { shape: ShapeName; rectRadius?: number } {
  if (geometry !== "roundRect") return { shape: geometry };
  const radius = cornerRadius(frame) / 72;
  return { shape: geometry, ...(radius > 0 ? { rectRadius: radius } : {}) };
}

/** Hands the shape of a text to PptxGenJS, its words are written in `finish`; `placeholder` names one that the slide's master defines. */
export function drawTextItem(slide: Slide, item: TextItem, placeholder: string | undefined): void {
  const plain = item.fill === undefined && item.line === undefined && item.geometry === undefined;
  // Without a name PptxGenJS counts the texts of the slide to make one up.
  slide.addText([{ text: "", options: { objectName: "Words" } }], {
    ...boxOf(item.frame),
    ...geometryOf(item.geometry ?? "rect", item.frame),
    ...(plain && placeholder === undefined ? { isTextBox: true } : {}),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(item.fill ? { fill: { color: inkCode(item.fill) } } : {}),
    ...(item.line ? { line: lineOf(item.line) } : {}),
    valign: item.anchor,
    objectName: cleanText(item.name),
  });
}

/** Hands a shape to PptxGenJS. Hatches are filled solid here; `finish/pattern.ts` makes the pattern of it. */
export function drawShape(slide: Slide, item: ShapeItem): void {
  const options: ShapeProps = {
    ...boxOf(item.frame),
    ...(item.fill ? { fill: { color: inkCode(item.fill) } } : {}),
    ...(item.line
      ? { line: { ...lineOf(item.line), ...(item.arrow ? { endArrowType: "triangle" } : {}) } }
      : {}),
    ...(item.flip ? { flipV: true } : {}),
    objectName: cleanText(item.name),
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
