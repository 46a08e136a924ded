import { inchesToEmu } from "../base/units.ts";
import type { PageKind } from "../theme/contract.ts";
import { contentPage } from "./content-page.ts";
import type { Missed } from "./fills.ts";
import { groundOf } from "./grounds.ts";
import type { Match } from "./match.ts";
import type { Template } from "./open.ts";
import { openingPage } from "./opening-page.ts";
import type { PixelGrids } from "./pixels.ts";
import type { Learned, TemplateSheet } from "./sheet.ts";
import { surfaceOf } from "./surface.ts";

/** Frames of one page kind: title and subtitle, footers, body, sources, kicker, and what must stay clear. */
export function learnPage(
  kind: PageKind,
  match: Match,
  template: Template,
  grids: PixelGrids,
  missed: Missed,
): Learned {
  const { width, height } = template.size;
  const ground = groundOf(match.layout, match.master, missed);
  const scale = scaleOf(width, height);
  const sheet: TemplateSheet = {
    kind,
    match,
    ground,
    surface: surfaceOf(ground, width, height, grids),
    width,
    height,
    unit: (inches) => inchesToEmu(inches) * scale,
  };
  return kind === "content" ? contentPage(sheet, scale) : openingPage(sheet, scale);
}

/** Slide of the sizes and distances that frames are learned with, in inches, and the most that they are enlarged: to 96 pt. */
const USUAL = { width: 13.333, height: 7.5 };
const LARGEST = 2.4;

/** The factor of sizes and distances on a slide; one that is only high, or only wide, has none that are larger than usual. */
function scaleOf(width: number, height: number): number {
  const down = height / inchesToEmu(USUAL.height);
  const across = width / inchesToEmu(USUAL.width);
  return Math.min(LARGEST, down, Math.max(1, across));
}
