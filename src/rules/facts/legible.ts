import { contrast } from "../../base/contrast.ts";
import type { Paint, Series } from "../../model/chart.ts";
import type { ChartItem, Item, Page, PlacedParagraph } from "../../model/page.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { ColorToken } from "../../model/text.ts";
import { pageText } from "./pages.ts";

/** WCAG 2.2, 1.4.3: contrast of text, and of large text (18 pt, or 14 pt bold). */
const CONTRAST = 4.5;
const CONTRAST_LARGE = 3;

/** A text and what is behind it; size in pt. */
interface OnGround {
  readonly text: string;
  readonly ink: ColorToken;
  readonly ground: ColorToken;
  readonly size: number;
  readonly bold: boolean;
}

export interface Faint {
  readonly text: string;
  /** Contrast, and how much it had to be, as n:1. */
  readonly ratio: number;
  readonly least: number;
}

/** The texts of a page that do not stand out from what is behind them, the faintest first. */
export function faintTexts(
  page: Page,
  colour: (ink: ColorToken, layout: Page["layout"]) => string,
): readonly Faint[] {
  return page.items
    .flatMap((item, n) => textsOf(page, item, n))
    .flatMap(({ text, ink, ground, size, bold }): Faint[] => {
      const ratio = contrast(colour(ink, page.layout), colour(ground, page.layout));
      const least = size >= 18 || (bold && size >= 14) ? CONTRAST_LARGE : CONTRAST;
      return ratio >= least || text.trim() === "" ? [] : [{ text, ratio, least }];
    })
    .sort((a, b) => a.ratio / a.least - b.ratio / b.least);
}

function textsOf(page: Page, item: Item, index: number): readonly OnGround[] {
  if (item.type === "chart") return inChart(item);
  if (item.type === "text")
    return item.paragraphs.flatMap((each) => runs(each, item.fill ?? behind(page, item, index)));
  if (item.type !== "table") return [];
  return item.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.paragraphs.flatMap((each) => runs(each, cell.fill ?? behind(page, item, index))),
    ),
  );
}

const runs = (paragraph: PlacedParagraph, ground: ColorToken): readonly OnGround[] =>
  paragraph.runs.flatMap((run) =>
    run.text.trim() === ""
      ? []
      : [{ text: pageText(paragraph), ink: run.ink, ground, size: run.size, bold: run.bold }],
  );

/** Colour behind the middle of an item: of the last filled shape below it that contains it, else of the paper. */
function behind(page: Page, item: Item, index: number): ColorToken {
  const { x, y, w, h } = item.frame;
  const [cx, cy] = [x + w / 2, y + h / 2];
  const holds = ({ frame }: Item): boolean =>
    cx >= frame.x && cx <= frame.x + frame.w && cy >= frame.y && cy <= frame.y + frame.h;
  const grounds = page.items
    .slice(0, index)
    .flatMap((each) =>
      (each.type === "shape" || each.type === "text") && each.fill && holds(each) ? [each.fill] : [],
    );
  return grounds.at(-1) ?? "paper";
}

const INSIDE: ReadonlySet<string> = new Set(["center", "insideEnd", "insideBase"]);

/** Labels of bars stand on the bar or on the paper; words of overlays on their own ground or on the paper. */
function inChart({ chart }: ChartItem): readonly OnGround[] {
  const labels = chart.layers.flatMap((layer) =>
    layer.type === "bars" ? layer.series.flatMap((series) => onBars(series, chart)) : [],
  );
  const words = chart.marks.flatMap((mark): readonly OnGround[] => {
    if (mark.type !== "text" || mark.part !== "annotation") return [];
    const { lines, ink = "muted", fill: ground = "paper", size, bold } = mark;
    return [{ text: lines.join(" "), ink, ground, size, bold }];
  });
  return [...labels, ...words];
}

const onBars = (series: Series, chart: PlacedChart): readonly OnGround[] =>
  series.labels.flatMap((label, n): OnGround[] => {
    if (label === null) return [];
    const paint: Paint = series.points[n]?.paint ?? series.paint;
    const ground = INSIDE.has(label.at) && paint.pattern === "solid" ? paint.ink : "paper";
    return [
      { text: label.text, ink: label.ink, ground, size: label.size ?? chart.labelSize, bold: label.bold },
    ];
  });
