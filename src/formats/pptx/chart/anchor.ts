import { ptToEmu } from "../../../base/units.ts";
import type { Rect } from "../../../model/marks.ts";
import type { PlacedChart } from "../../../model/placed.ts";
import { NS } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";

/** cdr:relSizeAnchor (21.3.2.22): from { x, y }, to { x, y }, object; fractions of the chart, which must lie within it. */
export function anchored(box: Rect, { width, height }: PlacedChart, object: Element): Element {
  const corner = (name: string, x: number, y: number) =>
    el(name, {}, el("cdr:x", {}, fraction(x / width)), el("cdr:y", {}, fraction(y / height)));
  return el(
    "cdr:relSizeAnchor",
    { "xmlns:cdr": NS.cdr },
    corner("cdr:from", box.x, box.y),
    corner("cdr:to", box.x + box.w, box.y + box.h),
    object,
  );
}

const fraction = (value: number): string => String(Number(Math.min(1, Math.max(0, value)).toFixed(5)));

export function transform(box: Rect, flip: { flipH?: boolean; flipV?: boolean } = {}): Element {
  return el(
    "a:xfrm",
    { flipH: flip.flipH || undefined, flipV: flip.flipV || undefined },
    el("a:off", { x: ptToEmu(box.x), y: ptToEmu(box.y) }),
    el("a:ext", { cx: ptToEmu(box.w), cy: ptToEmu(box.h) }),
  );
}
