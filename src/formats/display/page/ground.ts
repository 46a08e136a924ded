import { emu, emuToPt } from "../../../base/units.ts";
import { breakRuns, fontOf, type StyledRun } from "../../../text/index.ts";
import type { Ground, GroundFill, GroundParagraph, GroundShape } from "../../../theme/ground.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import type { DisplayNode, Fill, Group, Image, Rect } from "../list.ts";
import { rectangle } from "../path.ts";
import { ASCENT, frameBox, PITCH } from "../text.ts";
import { scaledPath } from "./scaled-path.ts";

type TextShape = Extract<GroundShape, { type: "text" }>;

/** The colour of the paper that stands for all of it: of a gradient its first stop, of a picture what is given. */
export const paperOf = ({ paper }: Ground, otherwise: string): string =>
  paper.type === "solid"
    ? `#${paper.hex}`
    : paper.type === "gradient"
      ? `#${paper.stops[0]?.hex ?? otherwise.slice(1)}`
      : otherwise;

/** All that a template draws behind the items of a slide, back to front; a plain paper is the display list's own. */
export function groundNodes(
  { paper, shapes }: Ground,
  size: { readonly w: number; readonly h: number },
  look: ResolvedTheme,
  language: string,
): readonly Group[] {
  const sheet: Rect = { x: 0, y: 0, ...size };
  const behind = paper.type === "solid" ? [] : filled(paper, rectangle(sheet), sheet);
  return [
    ...(behind.length === 0 ? [] : [ornament(behind)]),
    ...shapes.map((shape) => turned(shape, shapeNodes(shape, look, language))),
  ];
}

const ornament = (children: readonly DisplayNode[]): Group => ({ type: "group", kind: "ornament", children });

/** Turned and mirrored about the middle of the frame, as PowerPoint does; it leaves mirrored words as they are. */
function turned(shape: GroundShape, children: readonly DisplayNode[]): Group {
  const { rotation = 0, flipHorizontal = false, flipVertical = false } = shape;
  const mirrored = shape.type !== "text" && flipHorizontal;
  // Words of a shape that stands on its head stand on theirs.
  const degrees = shape.type === "text" && flipVertical ? rotation + 180 : rotation;
  const upended = shape.type !== "text" && flipVertical;
  if (degrees % 360 === 0 && !mirrored && !upended) return ornament(children);
  const { x, y, w, h } = frameBox(shape.frame);
  return { ...ornament(children), turn: { x: x + w / 2, y: y + h / 2, degrees, mirrored, upended } };
}

function shapeNodes(shape: GroundShape, look: ResolvedTheme, language: string): readonly DisplayNode[] {
  const box = frameBox(shape.frame);
  switch (shape.type) {
    case "path": {
      const d = scaledPath(shape.d, box);
      const { line } = shape;
      const drawn = shape.fill === undefined ? [] : filled(shape.fill, d, box);
      return line === undefined
        ? drawn
        : [
            ...drawn,
            {
              type: "path",
              d,
              box,
              pen: { colour: `#${line.hex}`, width: line.width, dash: [], cap: "butt" },
            },
          ];
    }
    case "picture":
      return [{ ...pictureIn(box, shape.file, shape.crop), ...opacityOf(shape.alpha) }];
    case "text":
      return words(shape, look, language);
  }
}

const opacityOf = (alpha: number | undefined) =>
  alpha === undefined || alpha >= 1 ? {} : { opacity: alpha };

/** A path filled with a colour, a gradient or a picture. */
function filled(fill: GroundFill, d: string, box: Rect): readonly DisplayNode[] {
  if (fill.type === "picture") return [{ ...pictureIn(box, fill.file, fill.crop), clip: d }];
  return [{ type: "path", d, box, fill: fill.type === "solid" ? solidOf(fill) : gradientOf(fill, box) }];
}

const solidOf = ({ hex, alpha }: Extract<GroundFill, { type: "solid" }>): Fill => ({
  colour: `#${hex}`,
  pattern: "solid",
  ...opacityOf(alpha),
});

/** The line of the gradient goes through the middle, and as far as its first and last colour touch the corners. */
function gradientOf({ stops, angle }: Extract<GroundFill, { type: "gradient" }>, box: Rect): Fill {
  const turn = (angle * Math.PI) / 180;
  const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
  const half = (Math.abs(dx) * box.w + Math.abs(dy) * box.h) / 2;
  const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
  return {
    pattern: "gradient",
    colour: `#${stops[0]?.hex ?? "FFFFFF"}`,
    from: { x: x - dx * half, y: y - dy * half },
    to: { x: x + dx * half, y: y + dy * half },
    stops: [...stops]
      .sort((a, b) => a.at - b.at)
      .map(({ at, hex, alpha }) => ({ at, colour: `#${hex}`, ...opacityOf(alpha) })),
  };
}

/** A picture of which the crop is left out, so that the rest fills the box; a negative crop leaves a margin. */
function pictureIn(box: Rect, file: string, crop: Extract<GroundFill, { type: "picture" }>["crop"]): Image {
  if (crop === undefined) return { type: "image", box, file };
  const { left, top, right, bottom } = crop;
  const w = box.w / Math.max(0.01, 1 - left - right);
  const h = box.h / Math.max(0.01, 1 - top - bottom);
  const whole = { x: box.x - left * w, y: box.y - top * h, w, h };
  return { type: "image", box: whole, file, clip: rectangle(box) };
}

/** Words of a template, such as a claim or a legal line, broken where its box ends. */
function words(shape: TextShape, look: ResolvedTheme, language: string): readonly DisplayNode[] {
  const { insets, anchor } = shape;
  const box = frameBox(shape.frame);
  const inch = (value: number): number => emuToPt(emu(value));
  const [left, right] = [box.x + inch(insets.left), box.x + box.w - inch(insets.right)];
  const room = Math.max(1, right - left);
  const paragraphs = shape.paragraphs.map((paragraph) => ({
    paragraph,
    lines: breakRuns(runsOf(paragraph, look), room, { language }),
  }));
  const heightOf = (lines: (typeof paragraphs)[number]["lines"], { runs }: GroundParagraph): number =>
    lines.reduce((sum, line) => sum + PITCH * sizeOf(line.runs), 0) || PITCH * sizeOf(runs);
  const total = paragraphs.reduce((sum, { lines, paragraph }) => sum + heightOf(lines, paragraph), 0);
  const top = box.y + inch(insets.top);
  const bottom = box.y + box.h - inch(insets.bottom);
  let y = anchor === "top" ? top : anchor === "bottom" ? bottom - total : (top + bottom - total) / 2;
  return paragraphs.flatMap(({ paragraph, lines }, index) => {
    const { align } = paragraph;
    const x = align === "left" ? left : align === "right" ? right : (left + right) / 2;
    if (lines.length === 0) y += heightOf(lines, paragraph);
    return lines.map((line): DisplayNode => {
      const size = sizeOf(line.runs);
      const family = line.runs[0]?.font.family ?? look.fonts.body.family;
      const at = y + ASCENT[family] * size;
      y += PITCH * size;
      const pieces = line.runs.map(({ text, font, size: own, colour }, n) => ({
        text: n === line.runs.length - 1 ? text.trimEnd() : text,
        face: { family: font.family, bold: font.bold, italic: font.italic },
        size: own,
        colour,
      }));
      return { type: "textLine", x, y: at, align, pieces, rightToLeft: false, paragraph: index };
    });
  });
}

const sizeOf = (runs: readonly { readonly size: number }[]): number =>
  Math.max(1, ...runs.map(({ size }) => size));

const runsOf = (
  { runs }: GroundParagraph,
  { fonts }: ResolvedTheme,
): readonly (StyledRun & { readonly colour: string })[] =>
  runs.map(({ text, size, hex, bold, italic, family }) => ({
    text,
    size,
    colour: `#${hex}`,
    font: fontOf(family === fonts.heading.name ? fonts.heading : fonts.body, bold, italic),
  }));
