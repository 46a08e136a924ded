import { frame } from "../../base/geometry.ts";
import { emu, ptToEmu } from "../../base/units.ts";
import type { PictureBlock } from "../../model/deck.ts";
import { type BlockKind, extent } from "../context/layout-context.ts";

/** The least height that a picture is still worth looking at, in pt. */
const LEAST = 72;

/**
 * A picture, never distorted, from the top left of its frame.
 * natural, maximum = the height at full width; minimum = one inch; what is lower is drawn narrower.
 */
export const picture: BlockKind<PictureBlock> = {
  measure(block, width) {
    const natural = (width * block.height) / Math.max(1, block.width);
    return extent(natural, Math.min(natural, ptToEmu(LEAST)));
  },
  place(block, area) {
    const scale = Math.min(area.w / Math.max(1, block.width), area.h / Math.max(1, block.height));
    const w = emu(block.width * scale);
    const h = emu(block.height * scale);
    return [
      {
        type: "picture",
        name: "Picture",
        frame: frame(area.x, area.y, w, h),
        file: block.file,
        alt: block.alt,
        ...(block.orientation === undefined ? {} : { orientation: block.orientation }),
      },
    ];
  },
};
