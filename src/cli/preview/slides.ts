import { pathText, valueAt } from "../../base/json-path.ts";
import { kept } from "../../base/kept.ts";
import { displayListOf } from "../../formats/display/page/page.ts";
import { drawSvg } from "../../formats/markup/draw.ts";
import { pictureAddresses } from "../../formats/markup/pictures.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Page, PlacedParagraph } from "../../model/page.ts";
import type { PlacedChart } from "../../model/placed.ts";
import { plain } from "../../model/text.ts";
import type { Laid } from "../../stages.ts";
import { marked } from "./marked.ts";
import type { BundlePart, SlideFacts } from "./message.ts";
import { originsOf, type PageOrigins } from "./origins.ts";
import { type BundleLocations, bundleSpotOf } from "./spot.ts";
import { type Writings, writingsOf } from "./writings.ts";

export interface DrawnSlide {
  readonly id: string;
  readonly svg: string;
  readonly facts: Omit<SlideFacts, "findings">;
}

/** A page as it was drawn, and all that its drawing came from. */
interface Drawing {
  readonly page: Page;
  /** Content that it shares with the other pages, and its pictures. */
  readonly common: string;
  readonly section: string;
  readonly origins: PageOrigins;
  readonly slide: DrawnSlide;
}

/** Drawings of the last time by the id of their page. */
export type Drawings = Map<string, Drawing>;

export interface Haste {
  /**
   * Pages that are as they were keep the places of their parts, though lines may have moved: what changed is to be seen
   * at once, and the places follow.
   */
  readonly changedOnly: boolean;
}

/**
 * Every page as the PowerPoint writer gets it, drawn, with what is said about it and where it is written. Drawings of
 * pages that are as they were are taken from `drawings`, which then holds those of this time.
 */
export async function slidesOf(
  laid: Laid,
  places: BundleLocations,
  drawings: Drawings,
  { changedOnly }: Haste,
): Promise<readonly DrawnSlide[]> {
  const { pages, look, pictures } = laid;
  const picture = await pictureAddresses(pages, {
    look,
    readPicture: async (file) => {
      const found = pictures[file];
      if (found === undefined) throw new Error(`picture ${file} was not read`);
      return found.bytes;
    },
  });
  const sections = new Map(
    pages.sections.flatMap(({ name, pages: ids }) => ids.map((id) => [id, name] as const)),
  );
  const { properties, language, width, height } = pages;
  const all = JSON.stringify([properties, language, width, height, look.key]);
  const before = new Map(drawings);
  drawings.clear();
  let writings: Writings | undefined;
  return pages.pages.map((page) => {
    const files = page.items.flatMap((item) => (item.type === "picture" ? [picture(item.file)] : []));
    const common = `${all}${files.join()}`;
    const section = sections.get(page.id) ?? "";
    const known = before.get(page.id);
    const old = known?.page === page && known.common === common ? known : undefined;
    if (old !== undefined && old.section === section && changedOnly) {
      drawings.set(page.id, old);
      return old.slide;
    }
    writings ??= writingsOf(laid);
    const origins = kept(old?.origins, originsOf(page, writings));
    const draw = (): string =>
      drawSvg(marked(displayListOf(page, pages, look), page, origins), {
        page: (id) => `#${id}`,
        picture,
        as: "part",
      });
    const slide = kept(known?.slide, {
      id: page.id,
      svg: origins === old?.origins ? old.slide.svg : draw(),
      facts: {
        number: page.number,
        title: page.title,
        section,
        notes: page.notes.map(plain),
        parts: partsOf(page, origins, laid, places),
      },
    });
    drawings.set(page.id, { page, common, section, origins, slide });
    return slide;
  });
}

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
    const key = JSON.stringify(path);
    if (!parts.has(key))
      parts.set(key, { ...bundleSpotOf(path, sourceMap.value(path), where), key, says: shortened(says) });
  };
  for (const [n, item] of page.items.entries()) {
    const { path, paragraphs = [], cells = [] } = origins[n] ?? {};
    if (item.type === "text")
      for (const [p, one] of item.paragraphs.entries()) add(paragraphs[p], wordsOf([one]));
    if (item.type === "table")
      for (const [r, row] of item.rows.entries())
        for (const [c, cell] of row.cells.entries())
          for (const [p, one] of cell.paragraphs.entries()) add(cells[r]?.[c]?.[p], wordsOf([one]));
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
