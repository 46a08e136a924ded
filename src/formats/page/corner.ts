import type { Frame } from "../../base/geometry.ts";
import { emuToPt } from "../../base/units.ts";

/** Radius of rounded corners in pt: the same on a small tag and on a large card, but no more than half of a side. */
export const cornerRadius = (frame: Frame): number =>
  Math.min(4.32, emuToPt(frame.w) / 2, emuToPt(frame.h) / 2);
