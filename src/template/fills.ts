import { child, descendant, type Element, elements } from "../ooxml/xml.ts";
import type { Crop, GroundFill } from "../theme/ground.ts";
import { colourIn, over, type Palette } from "./colour.ts";
import type { Drawn } from "./open.ts";

/** Scheme by which the files of grounds name a part of the template: "template:/ppt/media/image1.png". */
export const TEMPLATE_FILE = "template:";

/** Pictures that other formats than PowerPoint cannot draw. */
export const isDrawing = (file: string): boolean =>
  /\.(emf|wmf|emz|wmz|wdp|pct|pict|eps|tiff?|bmp)$/i.test(file);

/** Collects what grounds cannot draw. */
export type Missed = (kind: "picture" | "tile" | "preset" | "object", name: string) => void;

export interface FillContext {
  readonly drawn: Pick<Drawn, "palette" | "target" | "theme" | "themeTarget">;
  /** Colour that a theme's style takes from the shape (phClr). */
  readonly own?: string;
  readonly missed: Missed;
  readonly name: string;
}

/** The fill among the children of an element; "none" for one that says so, undefined where there is none. */
export function fillIn(parent: Element | undefined, context: FillContext): GroundFill | "none" | undefined {
  for (const node of parent ? elements(parent) : []) {
    const found = fillOf(node, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** a:solidFill and its like as a fill; undefined for another element. */
export function fillOf(node: Element, context: FillContext): GroundFill | "none" | undefined {
  const { palette, target } = context.drawn;
  switch (node.name) {
    case "a:noFill":
      return "none";
    case "a:solidFill": {
      const colour = colourIn(node, palette, context.own);
      return colour && solid(colour);
    }
    case "a:gradFill":
      return gradient(node, palette, context.own);
    case "a:pattFill": {
      // Seen from afar a pattern is a mix of its two colours.
      const [front, back] = ["a:fgClr", "a:bgClr"].map((name) =>
        colourIn(child(node, name), palette, context.own),
      );
      if (front === undefined || back === undefined) return undefined;
      return { type: "solid", hex: over({ hex: front.hex, alpha: 0.4 }, back.hex) };
    }
    case "a:blipFill":
      return pictureFill(node, target, context);
    default:
      return undefined;
  }
}

const solid = ({ hex, alpha }: { readonly hex: string; readonly alpha?: number }): GroundFill => ({
  type: "solid",
  hex,
  ...(alpha === undefined ? {} : { alpha }),
});

/** Stops of a gradient that are drawn; PowerPoint offers ten. */
const MOST_STOPS = 64;

function gradient(node: Element, palette: Palette, own: string | undefined): GroundFill | undefined {
  const list = child(node, "a:gsLst");
  const stops = (list ? elements(list).slice(0, MOST_STOPS) : [])
    .flatMap((stop) => {
      const colour = colourIn(stop, palette, own);
      const at = Math.min(1, Math.max(0, Number(stop.attributes["pos"] ?? 0) / 100_000));
      return colour === undefined
        ? []
        : [{ at, hex: colour.hex, ...(colour.alpha === undefined ? {} : { alpha: colour.alpha }) }];
    })
    .sort((a, b) => a.at - b.at);
  if (stops.length === 0) return undefined;
  const [first] = stops;
  if (first !== undefined && stops.every(({ hex, alpha }) => hex === first.hex && alpha === first.alpha))
    return solid(first);
  const linear = child(node, "a:lin");
  if (linear === undefined) return outwards(node, stops);
  const angle = (Number(linear.attributes["ang"] ?? 0) / 60_000) % 360;
  return { type: "gradient", stops, angle: Number.isFinite(angle) ? angle : 90 };
}

type Stops = Extract<GroundFill, { type: "gradient" }>["stops"];

/** A gradient around a point (a:path) as a linear one through it: from an edge where it lies there, else to both sides. */
function outwards(node: Element, stops: Stops): GroundFill {
  const rect = descendant(node, "a:path", "a:fillToRect");
  const middle = (near: string, far: string): number => (edge(rect, near) + 1 - edge(rect, far)) / 2;
  const [x, y] = [middle("l", "r"), middle("t", "b")];
  const backwards = [...stops].reverse().map((stop) => ({ ...stop, at: 1 - stop.at }));
  const down = Math.abs(y - 0.5) >= Math.abs(x - 0.5);
  const at = down ? y : x;
  const angle = down ? 90 : 0;
  if (at <= 0.2) return { type: "gradient", stops, angle };
  if (at >= 0.8) return { type: "gradient", stops: backwards, angle };
  const before = backwards.map((stop) => ({ ...stop, at: stop.at * at }));
  const after = stops.map((stop) => ({ ...stop, at: at + stop.at * (1 - at) }));
  return { type: "gradient", stops: [...before, ...after], angle };
}

const edge = (element: Element | undefined, name: string): number => {
  const value = Number.parseFloat(element?.attributes[name] ?? "0");
  if (!Number.isFinite(value)) return 0;
  return element?.attributes[name]?.endsWith("%") ? value / 100 : value / 100_000;
};

function pictureFill(node: Element, target: Drawn["target"], context: FillContext): GroundFill | undefined {
  const file = target(child(node, "a:blip")?.attributes["r:embed"]);
  if (file === undefined) return undefined;
  if (isDrawing(file)) {
    context.missed("picture", context.name);
    return undefined;
  }
  if (child(node, "a:tile") !== undefined) context.missed("tile", context.name);
  const crop = cropOf(node);
  return { type: "picture", file: `${TEMPLATE_FILE}${file}`, ...(crop === undefined ? {} : { crop }) };
}

/** Crop of a picture: what its source rectangle cuts off, and what its place beyond the frame does. */
export function cropOf(fill: Element): Crop | undefined {
  const source = child(fill, "a:srcRect");
  const stretch = descendant(fill, "a:stretch", "a:fillRect");
  const side = (near: string, far: string): readonly [number, number] => {
    const [cutNear, cutFar] = [edge(source, near), edge(source, far)];
    const [outNear, outFar] = [edge(stretch, near), edge(stretch, far)];
    // The picture is laid into the frame less the distances of fillRect; what of it lies outside is cut off.
    const drawn = Math.max(0.01, 1 - outNear - outFar);
    const visible = 1 - cutNear - cutFar;
    return [cutNear - (outNear / drawn) * visible, cutFar - (outFar / drawn) * visible];
  };
  const [left, right] = side("l", "r");
  const [top, bottom] = side("t", "b");
  return [left, top, right, bottom].every((value) => Math.abs(value) < 1e-6)
    ? undefined
    : { left, top, right, bottom };
}

/** Opacity of a picture, from its alphaModFix. */
export function pictureAlpha(fill: Element): number | undefined {
  const effect = descendant(fill, "a:blip", "a:alphaModFix");
  if (effect === undefined) return undefined;
  const value = Number(effect.attributes["amt"] ?? 100_000) / 100_000;
  return value >= 0 && value < 1 ? value : undefined;
}
