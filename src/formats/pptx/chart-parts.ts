import type { Pages } from "../../model/page.ts";
import type { PlacedChart } from "../../model/placed.ts";
import { CONTENT, RELATION } from "../../ooxml/namespaces.ts";
import type { Part } from "../../ooxml/package.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import { writeChart } from "./chart/index.ts";
import { SHAPES_ID, WORKBOOK_ID } from "./chart/space.ts";

/** The parts of native charts, numbered through the deck: no counter outlives a deck, as PptxGenJS's does. */
export interface ChartStore {
  /** Makes the parts of a chart and gives the name of its chart part. */
  readonly add: (chart: PlacedChart) => string;
  readonly parts: () => readonly Part[];
}

export function chartStore(look: ResolvedTheme, { language, numberLanguage }: Pages): ChartStore {
  const parts: Part[] = [];
  let count = 0;
  return {
    add(chart) {
      count += 1;
      const {
        chart: content,
        workbook,
        within,
        userShapes,
      } = writeChart(chart, look, language, numberLanguage);
      const name = `/ppt/charts/chart${count}.xml`;
      const sheet = `/ppt/embeddings/Microsoft_Excel_Sheet${count}.xlsx`;
      const drawing = `/ppt/drawings/drawing${count}.xml`;
      parts.push({
        name,
        content,
        type: CONTENT.chart,
        relationships: [
          { id: WORKBOOK_ID, type: RELATION.embedded, target: sheet },
          ...(userShapes ? [{ id: SHAPES_ID, type: RELATION.chartDrawing, target: drawing }] : []),
        ],
      });
      parts.push({ name: sheet, content: workbook, within });
      if (userShapes) parts.push({ name: drawing, content: userShapes, type: CONTENT.chartDrawing });
      return name;
    },
    parts: () => parts,
  };
}
