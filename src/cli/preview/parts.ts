import { pathText, valueAt } from "../../base/json-path.ts";
import { emu, emuToPt } from "../../base/units.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Page, PlacedParagraph, TableItem, TextItem } from "../../model/page.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { Laid } from "../../stages.ts";
import type { BundlePart, LineSpan, SlidePlaces, SlideSpot } from "./message.ts";
import { figurePaths, originsOf, type PageOrigins, type ParagraphOrigin } from "./origins.ts";
import { keyOf, positionOf } from "./positions.ts";
import { type BundleLocations, bundleSpotOf } from "./spot.ts";

/** Places in the bundle of all slides, from a compilation whose runs have origins. */
export function placesOf(laid: Laid, where: BundleLocations): readonly SlidePlaces[] {
  const figures = figurePaths(laid.pages);
  return laid.pages.pages.map((page) => {
    const origins = originsOf(page, figures);
    return { id: page.id, parts: partsOf(page, origins, laid, where), spots: spotsOf(page, origins) };
  });
}

function spotsOf(page: Page, origins: PageOrigins): Readonly<Record<string, SlideSpot>> {
  const spots: Record<string, SlideSpot> = {};
  const add = (
    position: readonly number[],
    path: JsonPath | undefined,
    one?: ParagraphOrigin,
    column?: Column,
  ): void => {
    if (path === undefined) return;
    const key = keyOf(path);
    const lines = (one?.lines ?? []).map((words) => words.map(spanOf).filter((span) => span.key !== key));
    spots[keyOf(position)] = {
      key,
      ...(lines.some((spans) => spans.length > 0) ? { lines } : {}),
      ...(column === undefined ? {} : { column }),
    };
  };
  for (const [n, { path, paragraphs, cells }] of origins.entries()) {
    const item = page.items[n];
    add(positionOf(n), path);
    for (const [p, one] of paragraphs.entries())
      add(positionOf(n, p), one.path ?? path, one, item?.type === "text" ? columnOf(item, p) : undefined);
    for (const [r, row] of cells.entries())
      for (const [c, cell] of row.entries())
        for (const [p, one] of cell.entries())
          add(
            positionOf(n, r, c, p),
            one.path ?? path,
            one,
            item?.type === "table" ? cellColumn(item, r, c) : undefined,
          );
  }
  return spots;
}

type Column = readonly [left: number, right: number];

function columnOf({ frame, insets, paragraphs }: TextItem, p: number): Column {
  const { indent = emu(0), rightToLeft = false } = paragraphs[p] ?? {};
  const [left, right] = [frame.x + insets.left, frame.x + frame.w - insets.right];
  return rightToLeft
    ? [emuToPt(emu(left)), emuToPt(emu(right - indent))]
    : [emuToPt(emu(left + indent)), emuToPt(emu(right))];
}

function cellColumn({ frame, columns, rows, insets: common }: TableItem, r: number, c: number): Column {
  const cells = rows[r]?.cells ?? [];
  const first = cells.slice(0, c).reduce((sum, { span }) => sum + span, 0);
  const { span = 1, insets = common } = cells[c] ?? {};
  const widths = (from: number, to: number): number =>
    columns.slice(from, to).reduce<number>((sum, width) => sum + width, 0);
  const left = frame.x + widths(0, first);
  return [emuToPt(emu(left + insets.left)), emuToPt(emu(left + widths(first, first + span) - insets.right))];
}

const spanOf = ({ start, end, path }: ParagraphOrigin["lines"][number][number]): LineSpan => ({
  ...{ start, end },
  key: keyOf(path),
});

/** Content of a page, once for each place in the bundle that it comes from, in reading order. */
function partsOf(
  page: Page,
  origins: PageOrigins,
  { sourceMap, resolved }: Laid,
  where: BundleLocations,
): readonly BundlePart[] {
  const parts = new Map<string, BundlePart>();
  const add = (path: JsonPath | undefined, says: string): void => {
    if (path === undefined) return;
    const key = keyOf(path);
    if (!parts.has(key))
      parts.set(key, { ...bundleSpotOf(path, sourceMap.value(path), where), key, says: shortened(says) });
  };
  const addParagraph = (origin: ParagraphOrigin | undefined, written: PlacedParagraph): void => {
    add(origin?.path, wordsOf([written]));
    const lines = written.lines
      .map(({ runs }) => runs.map((run) => run.text).join(""))
      .filter((text) => text.trim() !== "");
    for (const [n, words] of (origin?.lines ?? []).entries())
      for (const { start, end, path } of words) add(path, lines[n]?.slice(start, end) ?? "");
  };
  for (const [n, item] of page.items.entries()) {
    const { path, paragraphs = [], cells = [] } = origins[n] ?? {};
    if (item.type === "text")
      for (const [p, one] of item.paragraphs.entries()) addParagraph(paragraphs[p], one);
    if (item.type === "table")
      for (const [r, row] of item.rows.entries())
        for (const [c, cell] of row.cells.entries())
          for (const [p, one] of cell.paragraphs.entries()) addParagraph(cells[r]?.[c]?.[p], one);
    if (item.type === "chart") for (const { from, says } of valuesIn(item.chart)) add(from, says);
    add(path, (item.type === "text" ? wordsOf(item.paragraphs) : item.alt) || nameOf(path ?? [], resolved));
  }
  for (const path of page.from) add(path, nameOf(path, resolved));
  return [...parts.values()];
}

/** A part of the bundle that a page shows without its words: itself or its name, else its path. */
function nameOf(path: JsonPath, resolved: unknown): string {
  const words = valueAt(resolved, [...path, "name"]) ?? valueAt(resolved, path);
  return typeof words === "string" ? words : pathText(path);
}

/** Yields the path and words of each chart value that is a bar or has a label, then of its other words. */
function* valuesIn(
  chart: PlacedChart,
): Generator<{ readonly from: JsonPath | undefined; readonly says: string }> {
  const { coordinates } = chart;
  const categories = coordinates.type === "category" ? coordinates.categories : [];
  for (const layer of chart.layers) {
    if (layer.type === "points") continue;
    for (const { from, role, values, labels } of layer.type === "ring" ? [layer.series] : layer.series)
      for (const [n, value] of values.entries()) {
        const [category, label] = [categories[n], labels[n] ?? undefined];
        if (value === null || (layer.type !== "bars" && label === undefined)) continue;
        const names =
          coordinates.type === "round" ? [coordinates.names?.[n]] : [category?.label, category?.group];
        // A level runs through all categories, and its words name it.
        const level = role === "target" || role === "average";
        const says = [...(level ? [] : names), label?.text].filter((text) => text !== undefined);
        yield { from: from?.[n] ?? category?.from, says: says.join(" ") };
      }
  }
  for (const [n, { from, label }] of categories.entries())
    if (chart.categoryLabels[n]) yield { from, says: label };
  for (const mark of chart.marks)
    if (mark.type === "text" && mark.part === "annotation")
      yield { from: mark.from, says: mark.lines.join(" ") };
}

const wordsOf = (paragraphs: readonly PlacedParagraph[]): string =>
  paragraphs.map(({ runs }) => runs.map((run) => run.text).join("")).join(" ");

/** Characters of what stands there that tell it from the rest. */
const TELLING = 70;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= TELLING ? line : `${line.slice(0, TELLING - 1).trimEnd()}…`;
}
