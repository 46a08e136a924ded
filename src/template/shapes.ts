import { type Frame, frame } from "../base/geometry.ts";
import { emuToPt, type pt } from "../base/units.ts";
import { all, child, descendant, type Element, elements } from "../ooxml/xml.ts";
import type { GroundFill, GroundShape } from "../theme/ground.ts";
import { colourIn } from "./colour.ts";
import {
  cropOf,
  type FillContext,
  fillIn,
  fillOf,
  isDrawing,
  type Missed,
  pictureAlpha,
  TEMPLATE_FILE,
} from "./fills.ts";
import type { Drawn } from "./open.ts";
import { customPath } from "./path.ts";
import { frameOf, placeholderOf } from "./placeholders.ts";
import { presetPath, RECTANGLE_PATH } from "./presets.ts";
import { textShapeOf } from "./shape-text.ts";

/** Place of a shape on the slide. */
export interface Spot {
  readonly frame: Frame;
  /** Clockwise, in degrees. */
  readonly rotation: number;
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
}

/** Carries the place of a shape in a group to the slide. */
type Carry = (spot: Spot) => Spot;

/** Shapes of a master or layout without its placeholders, back to front. */
export function shapesOf(drawn: Drawn, missed: Missed = () => undefined): readonly GroundShape[] {
  const tree = descendant(drawn.root, "p:cSld", "p:spTree");
  return tree === undefined ? [] : childrenOf(tree, drawn, missed, (spot) => spot, undefined);
}

function childrenOf(
  tree: Element,
  drawn: Drawn,
  missed: Missed,
  carry: Carry,
  groupFill: GroundFill | undefined,
): readonly GroundShape[] {
  return elements(tree).flatMap((node): readonly GroundShape[] => {
    if (node.name === "mc:AlternateContent") {
      // The fallback is for programs that know none of PowerPoint's later shapes.
      const chosen = child(node, "mc:Fallback") ?? child(node, "mc:Choice");
      return chosen === undefined ? [] : childrenOf(chosen, drawn, missed, carry, groupFill);
    }
    const properties = elements(node).find(({ name }) => /^p:nv\w+Pr$/.test(name));
    const about = properties && child(properties, "p:cNvPr");
    if (about === undefined || hidden(about) || placeholderOf(node) !== undefined) return [];
    const name = about.attributes["name"] ?? "";
    switch (node.name) {
      case "p:grpSp":
        return groupOf(node, name, drawn, missed, carry, groupFill);
      case "p:sp":
      case "p:cxnSp":
        return shapeOf(node, name, drawn, missed, carry, groupFill);
      case "p:pic":
        return pictureOf(node, name, drawn, missed, carry);
      case "p:graphicFrame":
        // think-cell's objects draw nothing; that they are left out is said by itself.
        if (!isThinkCell(node)) missed("object", name);
        return [];
      default:
        return [];
    }
  });
}

export const isThinkCell = (node: Element): boolean =>
  all(node, "p:oleObj").some(({ attributes }) =>
    /^(TCLayout|think-?cell)/i.test(attributes["progId"] ?? attributes["name"] ?? ""),
  );

const hidden = ({ attributes }: Element): boolean => ["1", "true"].includes(attributes["hidden"] ?? "0");

function groupOf(
  node: Element,
  name: string,
  drawn: Drawn,
  missed: Missed,
  carry: Carry,
  outer: GroundFill | undefined,
): readonly GroundShape[] {
  const properties = child(node, "p:grpSpPr");
  const transform = properties && child(properties, "a:xfrm");
  const own = fillIn(properties, { drawn, missed, name });
  const fill = own === "none" ? undefined : (own ?? outer);
  const within = transform === undefined ? carry : (spot: Spot): Spot => carry(inGroup(transform, spot));
  return childrenOf(node, drawn, missed, within, fill);
}

/** Carries a place by one group: scales, mirrors and turns it (ECMA-376 Part 1, 20.1.7.5). */
function inGroup(transform: Element, spot: Spot): Spot {
  const pair = (name: string, x: string, y: string): readonly [number, number] | undefined => {
    const found = child(transform, name);
    const values = [Number(found?.attributes[x]), Number(found?.attributes[y])] as const;
    return values.every(Number.isFinite) ? values : undefined;
  };
  const [off, ext] = [pair("a:off", "x", "y"), pair("a:ext", "cx", "cy")];
  if (off === undefined || ext === undefined) return spot;
  const from = pair("a:chOff", "x", "y") ?? off;
  const size = pair("a:chExt", "cx", "cy") ?? ext;
  const scale = [0, 1].map((n) => ((size[n] ?? 0) === 0 ? 1 : (ext[n] ?? 0) / (size[n] ?? 1)));
  const { turn, flipH, flipV } = turnOf(transform);
  const place = (value: number, n: 0 | 1): number => off[n] + (value - from[n]) * (scale[n] ?? 1);
  const [w, h] = [spot.frame.w * (scale[0] ?? 1), spot.frame.h * (scale[1] ?? 1)];
  const middle = [off[0] + ext[0] / 2, off[1] + ext[1] / 2] as const;
  let [x, y] = [place(spot.frame.x, 0) + w / 2 - middle[0], place(spot.frame.y, 1) + h / 2 - middle[1]];
  if (flipH) x = -x;
  if (flipV) y = -y;
  const radians = (turn * Math.PI) / 180;
  [x, y] = [x * Math.cos(radians) - y * Math.sin(radians), x * Math.sin(radians) + y * Math.cos(radians)];
  const mirrored = flipH !== flipV;
  return {
    frame: frame(middle[0] + x - w / 2, middle[1] + y - h / 2, w, h),
    rotation: (mirrored ? -spot.rotation : spot.rotation) + turn,
    flipHorizontal: spot.flipHorizontal !== flipH,
    flipVertical: spot.flipVertical !== flipV,
  };
}

function turnOf({ attributes }: Element): { turn: number; flipH: boolean; flipV: boolean } {
  const flag = (name: string): boolean => ["1", "true"].includes(attributes[name] ?? "0");
  const turn = Number(attributes["rot"] ?? 0) / 60_000;
  return { turn: Number.isFinite(turn) ? turn : 0, flipH: flag("flipH"), flipV: flag("flipV") };
}

function spotOf(node: Element, carry: Carry): Spot | undefined {
  const own = frameOf(node);
  const transform = descendant(node, "p:spPr", "a:xfrm");
  if (own === undefined || transform === undefined) return undefined;
  const { turn, flipH, flipV } = turnOf(transform);
  return carry({ frame: own, rotation: turn, flipHorizontal: flipH, flipVertical: flipV });
}

const placed = (name: string, spot: Spot) => {
  const rotation = ((spot.rotation % 360) + 360) % 360;
  return {
    name,
    frame: spot.frame,
    ...(rotation === 0 ? {} : { rotation }),
    ...(spot.flipHorizontal ? { flipHorizontal: true } : {}),
    ...(spot.flipVertical ? { flipVertical: true } : {}),
  };
};

function shapeOf(
  node: Element,
  name: string,
  drawn: Drawn,
  missed: Missed,
  carry: Carry,
  groupFill: GroundFill | undefined,
): readonly GroundShape[] {
  const spot = spotOf(node, carry);
  const properties = child(node, "p:spPr");
  if (spot === undefined || properties === undefined) return [];
  const context: FillContext = { drawn, missed, name };
  const text = textShapeOf(node, placed(name, spot), drawn);
  const words = text === undefined ? [] : [text];
  const fill = fillOfShape(node, properties, context, groupFill);
  const line = lineOf(node, properties, drawn);
  if (fill === undefined && line === undefined) return words;
  const d = pathOf(node, properties, spot.frame, name, missed);
  if (d === undefined) return words;
  return [
    {
      ...placed(name, spot),
      type: "path",
      d,
      ...(fill === undefined || isOpen(d) ? {} : { fill }),
      ...(line === undefined ? {} : { line }),
    },
    ...words,
  ];
}

const isOpen = (d: string): boolean =>
  !d.includes("Z") && !/[CQ]/.test(d) && (d.match(/L/g) ?? []).length < 2;

function pathOf(
  node: Element,
  properties: Element,
  { w, h }: Frame,
  name: string,
  missed: Missed,
): string | undefined {
  const custom = child(properties, "a:custGeom");
  if (custom !== undefined) return customPath(custom, w, h);
  const preset = child(properties, "a:prstGeom");
  if (preset === undefined) return node.name === "p:cxnSp" ? "M0 0L1 1" : RECTANGLE_PATH;
  const d = presetPath(preset, w, h);
  if (d === undefined) missed("preset", name);
  return d ?? RECTANGLE_PATH;
}

function fillOfShape(
  node: Element,
  properties: Element,
  context: FillContext,
  groupFill: GroundFill | undefined,
): GroundFill | undefined {
  if (child(properties, "a:grpFill") !== undefined) return groupFill;
  const own = fillIn(properties, context);
  if (own !== undefined) return own === "none" ? undefined : own;
  if (node.name === "p:cxnSp") return undefined;
  const reference = descendant(node, "p:style", "a:fillRef");
  const index = Number(reference?.attributes["idx"] ?? 0);
  const style = context.drawn.theme.fills[index - 1];
  if (reference === undefined || style === undefined) return undefined;
  const colour = colourIn(reference, context.drawn.palette)?.hex;
  const found = fillOf(style, {
    ...context,
    drawn: { ...context.drawn, target: context.drawn.themeTarget },
    ...(colour === undefined ? {} : { own: colour }),
  });
  return found === "none" ? undefined : found;
}

/** The thinnest line that can be seen, for those of no width. */
const HAIRLINE = 9_525;

function lineOf(
  node: Element,
  properties: Element,
  drawn: Drawn,
): { readonly hex: string; readonly width: ReturnType<typeof pt> } | undefined {
  const own = child(properties, "a:ln");
  if (own !== undefined && child(own, "a:noFill") !== undefined) return undefined;
  const reference = descendant(node, "p:style", "a:lnRef");
  const index = Number(reference?.attributes["idx"] ?? 0);
  const style = drawn.theme.lines[index - 1];
  const named = reference && colourIn(reference, drawn.palette)?.hex;
  const colour =
    (own && colourIn(child(own, "a:solidFill"), drawn.palette)) ??
    (style && reference ? colourIn(child(style, "a:solidFill"), drawn.palette, named) : undefined);
  if (colour === undefined) return undefined;
  const width = Number(own?.attributes["w"] ?? style?.attributes["w"] ?? HAIRLINE);
  return { hex: colour.hex, width: emuToPt(frame(0, 0, Math.max(HAIRLINE / 3, width || HAIRLINE), 0).w) };
}

function pictureOf(
  node: Element,
  name: string,
  drawn: Drawn,
  missed: Missed,
  carry: Carry,
): readonly GroundShape[] {
  const spot = spotOf(node, carry);
  const fill = child(node, "p:blipFill");
  const file = fill && drawn.target(child(fill, "a:blip")?.attributes["r:embed"]);
  if (spot === undefined || fill === undefined || file === undefined) return [];
  if (isDrawing(file)) missed("picture", name);
  const crop = cropOf(fill);
  const alpha = pictureAlpha(fill);
  return [
    {
      ...placed(name, spot),
      type: "picture",
      file: `${TEMPLATE_FILE}${file}`,
      ...(crop === undefined ? {} : { crop }),
      ...(alpha === undefined ? {} : { alpha }),
    },
  ];
}

/** The rectangle that a shape takes on the slide, once turned. */
export function boxOf({ frame: f, rotation = 0 }: GroundShape): Frame {
  if (rotation % 180 === 0) return f;
  const radians = (rotation * Math.PI) / 180;
  const [sin, cos] = [Math.abs(Math.sin(radians)), Math.abs(Math.cos(radians))];
  const [w, h] = [f.w * cos + f.h * sin, f.w * sin + f.h * cos];
  return frame(f.x + f.w / 2 - w / 2, f.y + f.h / 2 - h / 2, w, h);
}
