import { child, descendant, type Element } from "../ooxml/xml.ts";
import { mix } from "../theme/colour.ts";
import type { GroundFill } from "../theme/ground.ts";
import { colourIn, over } from "./colour.ts";
import { fillIn, fillOf, type Missed } from "./fills.ts";
import type { Drawn, Layout, Master } from "./open.ts";

/** Background of the slides of a layout: its own, else its master's, else white. */
export function paperOf(layout: Layout, master: Master, missed: Missed = () => undefined): GroundFill {
  for (const drawn of [layout, master]) {
    const background = descendant(drawn.root, "p:cSld", "p:bg");
    // The layout's colour map holds for the master's background, too.
    const found = background && backgroundOf(background, { ...drawn, palette: layout.palette }, missed);
    if (found !== undefined) return found;
  }
  return { type: "solid", hex: layout.palette["bg1"] ?? "FFFFFF" };
}

function backgroundOf(background: Element, drawn: Drawn, missed: Missed): GroundFill | undefined {
  const context = { drawn, missed, name: "" };
  const properties = child(background, "p:bgPr");
  if (properties !== undefined) return opaque(fillIn(properties, context), drawn);
  const reference = child(background, "p:bgRef");
  if (reference === undefined) return undefined;
  const own = colourIn(reference, drawn.palette)?.hex ?? drawn.palette["bg1"] ?? "FFFFFF";
  // 1 to 999 are fills of shapes, from 1001 on those of backgrounds (ECMA-376 Part 1, 19.3.1.3); 0 and 1000 are none.
  const index = Number(reference.attributes["idx"] ?? 0);
  const style = index > 1000 ? drawn.theme.backgrounds[index - 1001] : drawn.theme.fills[index - 1];
  if (style === undefined) return { type: "solid", hex: own };
  // Pictures of a theme's styles are related to the theme part, which no master leads to.
  const filled = fillOf(style, { ...context, drawn: { ...drawn, target: drawn.themeTarget }, own });
  return opaque(filled, drawn) ?? { type: "solid", hex: own };
}

/** A background lets nothing through but white. */
function opaque(fill: GroundFill | "none" | undefined, drawn: Drawn): GroundFill | undefined {
  if (fill === undefined) return undefined;
  if (fill === "none") return { type: "solid", hex: drawn.palette["bg1"] ?? "FFFFFF" };
  if (fill.type === "solid") return { type: "solid", hex: over(fill, "FFFFFF") };
  if (fill.type !== "gradient") return fill;
  return { ...fill, stops: fill.stops.map((stop) => ({ at: stop.at, hex: over(stop, "FFFFFF") })) };
}

/** Colour of a fill at a point of its frame, shares from 0 to 1; undefined for a picture. */
export function colourAt(
  fill: GroundFill,
  x: number,
  y: number,
): { hex: string; alpha?: number } | undefined {
  if (fill.type === "picture") return undefined;
  if (fill.type === "solid") return fill;
  const turn = (fill.angle * Math.PI) / 180;
  const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
  // The line is as long as the frame's shadow on it.
  const length = Math.abs(dx) + Math.abs(dy);
  const at = ((x - 0.5) * dx + (y - 0.5) * dy) / length + 0.5;
  const after = fill.stops.findIndex((stop) => stop.at >= at);
  const [from, to] = [fill.stops[after - 1], fill.stops[after]];
  if (to === undefined) return fill.stops.at(-1);
  if (from === undefined || to.at === from.at) return to;
  const share = (at - from.at) / (to.at - from.at);
  const alpha = (from.alpha ?? 1) * (1 - share) + (to.alpha ?? 1) * share;
  return { hex: mix(to.hex, from.hex, share), ...(alpha < 1 ? { alpha } : {}) };
}
