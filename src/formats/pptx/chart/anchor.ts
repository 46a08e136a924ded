import { ptToEmu } from "../../../base/units.ts";
import type { Box, PlacedChart } from "../../../model/placed.ts";
import { NS } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";

/** cdr:relSizeAnchor (21.3.2.22): from { x, y }, to { x, y }, object; places must lie within the chart. */
export function anchored(box: Box, object: Element): Element {
  const corner = (name: string, x: number, y: number) =>
    el(name, {}, el("cdr:x", {}, fraction(x)), el("cdr:y", {}, fraction(y)));
  return el(
    "cdr:relSizeAnchor",
    { "xmlns:cdr": NS.cdr },
    corner("cdr:from", box.x, box.y),
    corner("cdr:to", box.x + box.w, box.y + box.h),
    object,
  );
}

const fraction = (value: number): string => String(Number(Math.min(1, Math.max(0, value)).toFixed(5)));

export function transform(
  box: Box,
  chart: PlacedChart,
  flip: { flipH?: boolean; flipV?: boolean } = {},
): Element {
  return el(
    "a:xfrm",
    { flipH: flip.flipH || undefined, flipV: flip.flipV || undefined },
    el("a:off", { x: ptToEmu(box.x * chart.width), y: ptToEmu(box.y * chart.height) }),
    el("a:ext", { cx: ptToEmu(box.w * chart.width), cy: ptToEmu(box.h * chart.height) }),
  );
}
