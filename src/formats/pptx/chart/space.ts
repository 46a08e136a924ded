import type { PlacedChart } from "../../../model/placed.ts";
import { NS } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { seriesOf } from "../../chart/sheet.ts";
import { legend } from "./legend.ts";
import { plotArea } from "./plot.ts";
import type { Context } from "./series.ts";
import { noFill, noLine, textProperties } from "./styles.ts";

/** Relationships of the chart part, made by whoever puts it into a package. */
export const WORKBOOK_ID = "rId1";
export const SHAPES_ID = "rId2";

/**
 * c:chartSpace (ECMA-376 Part 1, 21.2.2.29):
 * date1904, lang, roundedCorners, style, clrMapOvr, pivotSource, protection, chart, spPr, txPr, externalData,
 * printSettings, userShapes
 * c:chart (21.2.2.27): title, autoTitleDeleted, pivotFmts, view3D, floor, sideWall, backWall, plotArea, legend,
 * plotVisOnly, dispBlanksAs, showDLblsOverMax
 */
export function chartSpace(context: Context, hasShapes: boolean): Element {
  const { chart, look, language } = context;
  const style = { size: chart.labelSize, ink: look.role("label").ink, bold: false };
  return el(
    "c:chartSpace",
    { "xmlns:c": NS.c, "xmlns:a": NS.a, "xmlns:r": NS.r },
    el("c:date1904", { val: 0 }),
    el("c:lang", { val: language }),
    el("c:roundedCorners", { val: 0 }),
    el(
      "c:chart",
      {},
      el("c:autoTitleDeleted", { val: 1 }),
      plotArea(context),
      legend(context),
      el("c:plotVisOnly", { val: 1 }),
      el("c:dispBlanksAs", { val: blanks(chart) }),
    ),
    el("c:spPr", {}, noFill(), noLine()),
    textProperties(look, style, language),
    el("c:externalData", { "r:id": WORKBOOK_ID }, el("c:autoUpdate", { val: 0 })),
    hasShapes && el("c:userShapes", { "r:id": SHAPES_ID }),
  );
}

/**
 * Chooses the display of missing values, which is one setting of the whole chart. A gap inside any series
 * that wants gaps decides; else lines are drawn across where a layer asks for it. Missing ends look the same
 * either way.
 */
export function blanks(chart: PlacedChart): "gap" | "span" {
  const lines = chart.layers.filter((layer) => layer.type === "lines");
  const gap = lines.some(
    (layer) => layer.missing === "gap" && seriesOf(layer).some((s) => hasHole(s.values)),
  );
  return !gap && lines.some((layer) => layer.missing === "span") ? "span" : "gap";
}

function hasHole(values: readonly (number | null)[]): boolean {
  const first = values.findIndex((v) => v !== null);
  const last = values.findLastIndex((v) => v !== null);
  return values.slice(first, last + 1).some((v) => v === null);
}
