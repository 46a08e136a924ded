import type { Box } from "../../../model/placed.ts";
import { type Element, el } from "../../../ooxml/xml.ts";

/**
 * c:layout (ECMA-376 Part 1, 21.2.2.88) in fractions of the chart, from its top left corner:
 * manualLayout { layoutTarget, xMode, yMode, wMode, hMode, x, y, w, h }
 * The target "inner" is the plot itself, without ticks and titles; it is left out for what has no inside.
 */
export function manualLayout(box: Box, target?: "inner"): Element {
  const value = (n: number): number => Number(n.toFixed(6));
  return el(
    "c:layout",
    {},
    el(
      "c:manualLayout",
      {},
      target && el("c:layoutTarget", { val: target }),
      el("c:xMode", { val: "edge" }),
      el("c:yMode", { val: "edge" }),
      el("c:x", { val: value(box.x) }),
      el("c:y", { val: value(box.y) }),
      el("c:w", { val: value(box.w) }),
      el("c:h", { val: value(box.h) }),
    ),
  );
}
