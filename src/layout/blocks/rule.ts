import { frame } from "../../base/geometry.ts";
import { pt, ptToEmu } from "../../base/units.ts";
import type { RuleBlock } from "../../model/deck.ts";
import { type BlockKind, extent } from "../context/layout-context.ts";

const WEIGHT = 0.75;

/** A hairline across the frame. natural = minimum = its weight. */
export const rule: BlockKind<RuleBlock> = {
  measure: () => extent(ptToEmu(WEIGHT)),
  place: (block, area) => [
    {
      type: "shape",
      name: "Rule",
      geometry: "line",
      frame: frame(area.x, area.y, area.w, 0),
      line: { ink: block.ink ?? "hairline", width: pt(WEIGHT) },
      decorative: true,
    },
  ],
};
