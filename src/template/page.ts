import { inchesToEmu } from "../base/units.ts";
import type { PageKind } from "../theme/contract.ts";
import { contentPage } from "./content-page.ts";
import type { Missed } from "./fills.ts";
import { groundOf } from "./grounds.ts";
import type { Match } from "./match.ts";
import type { Template } from "./open.ts";
import { openingPage } from "./opening-page.ts";
import type { Learned, Sheet } from "./sheet.ts";
import { surfaceOf } from "./surface.ts";

/** Frames of one page kind: title and subtitle, footers, body, sources, kicker, and what must stay clear. */
export function learnPage(kind: PageKind, match: Match, template: Template, missed: Missed): Learned {
  const { width, height } = template.size;
  const ground = groundOf(match.layout, match.master, missed);
  const scale = Math.min(1, height / inchesToEmu(7.5));
  const sheet: Sheet = {
    kind,
    match,
    ground,
    surface: surfaceOf(ground, width, height),
    width,
    height,
    unit: (inches) => inchesToEmu(inches) * scale,
  };
  return kind === "content" ? contentPage(sheet, scale) : openingPage(sheet, scale);
}
