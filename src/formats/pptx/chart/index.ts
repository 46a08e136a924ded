import { isDotPlot, type PlacedChart } from "../../../model/placed.ts";
import type { Part } from "../../../ooxml/package.ts";
import type { Element } from "../../../ooxml/xml.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { dotSheet } from "../../chart/dots.ts";
import { planSheet } from "../../chart/sheet.ts";
import type { Context } from "./series.ts";
import { userShapes } from "./shapes.ts";
import { chartSpace } from "./space.ts";
import { stepped } from "./steps.ts";
import { workbookParts, writeWorkbook } from "./workbook.ts";

/** The parts of one native chart. Its relationships are rId1, the workbook, and rId2, the user shapes if there are any. */
export interface ChartParts {
  readonly chart: Element;
  readonly workbook: Uint8Array;
  /** Parts of the embedded workbook. */
  readonly within: readonly Part[];
  readonly userShapes?: Element;
}

/**
 * A fitted chart as PowerPoint's own: chart part, the workbook behind it, and the drawing inside it. `language` is a
 * BCP 47 tag, and `numberLanguage` the identifier of the same in codes of numbers, where there is one. Throws RangeError
 * for a value that is not finite, and Error for layers that PowerPoint cannot stack.
 */
export function writeChart(
  chart: PlacedChart,
  look: ResolvedTheme,
  language: string,
  numberLanguage?: string,
): ChartParts {
  const native = stepped(chart);
  const sheet = isDotPlot(chart) ? dotSheet(chart) : planSheet(native.chart, native.days);
  const context: Context = { chart: native.chart, look, language, numberLanguage, sheet };
  const shapes = userShapes({ ...context, chart });
  const within = workbookParts(context.sheet, look.fonts.body.name);
  return {
    chart: chartSpace(context, shapes !== undefined),
    workbook: writeWorkbook(within),
    within,
    ...(shapes && { userShapes: shapes }),
  };
}
