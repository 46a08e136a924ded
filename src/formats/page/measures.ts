import type { Frame } from "../../base/geometry.ts";
import { emuToPt } from "../../base/units.ts";

/** Radius of rounded corners in pt: the same on a small tag and on a large card, but no more than half of a side. */
export const cornerRadius = (frame: Frame): number =>
  Math.min(4.32, emuToPt(frame.w) / 2, emuToPt(frame.h) / 2);

/** Text that stands on the bottom of its box keeps this far from it (EMU), or descenders of large type stick out. */
export const DESCENT = 76_200;
