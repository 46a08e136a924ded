import type { Item, Pages } from "../../model/page.ts";
import type { PlacedChart } from "../../model/placed.ts";
import { picturesIn } from "../../theme/ground.ts";
import type { ChartFile, WriteContext } from "../contract/format.ts";

/** True for a chart that is to be a picture: it asks for that itself, or all are. */
export const isPicture = (item: Item, charts: WriteContext["charts"]): boolean =>
  item.type === "chart" && (charts === "picture" || item.chart.render === "picture");

/** Name of the picture of a chart by the page's number and its place on it; no file can be called so. */
export const chartPicture = (page: number, index: number): string => `\0chart-${page}-${index}`;

/**
 * The pictures on pages: files of the bundle and of what the look draws behind them, each once, and charts that are to be
 * pictures, by the name of theirs.
 */
export function picturesOf(pages: Pages, { charts, look }: Pick<WriteContext, "charts" | "look">) {
  const bundled = new Set<string>();
  const drawn = new Map<string, PlacedChart>();
  for (const { items, number, layout } of pages.pages) {
    for (const file of picturesIn(look.grounds[layout])) bundled.add(file);
    const { logo } = look.frames[layout];
    if (logo !== undefined) bundled.add(logo.file);
    for (const [index, item] of items.entries()) {
      if (item.type === "picture") bundled.add(item.file);
      if (item.type === "chart" && isPicture(item, charts))
        drawn.set(chartPicture(number, index), item.chart);
    }
  }
  return { bundled: [...bundled], drawn };
}

/**
 * A chart as a file.
 * @throws Error where nobody draws charts
 */
export function drawChart(
  { drawPicture }: Pick<WriteContext, "drawPicture">,
  chart: PlacedChart,
  file: ChartFile,
): Promise<Uint8Array> {
  if (drawPicture === undefined) throw new Error(`nobody draws the picture of chart "${chart.id}"`);
  return drawPicture(chart, file);
}

/** All pictures on pages by name: of the bundle as they are, charts as PNG with so many pixels to the pt. */
export async function loadPictures(
  pages: Pages,
  context: Pick<WriteContext, "charts" | "drawPicture" | "look" | "readPicture">,
  scale: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { bundled, drawn } = picturesOf(pages, context);
  const loaded = new Map<string, Uint8Array>();
  for (const file of bundled) loaded.set(file, await context.readPicture(file));
  for (const [name, bytes] of await drawAll(drawn, context, scale)) loaded.set(name, bytes);
  return loaded;
}

/** Number of charts that are drawn at once: files are packed in threads, but every canvas takes 6 MB until it is. */
const AT_ONCE = 4;

/** Charts as PNG by the key that they are given under, with so many pixels to the pt. */
export async function drawAll<Key>(
  charts: ReadonlyMap<Key, PlacedChart>,
  context: Pick<WriteContext, "drawPicture">,
  scale: number,
): Promise<ReadonlyMap<Key, Uint8Array>> {
  const all = [...charts];
  const drawn = new Map<Key, Uint8Array>();
  for (let first = 0; first < all.length; first += AT_ONCE) {
    const some = all
      .slice(first, first + AT_ONCE)
      .map(async ([key, chart]) => [key, await drawChart(context, chart, { type: "png", scale })] as const);
    for (const [key, bytes] of await Promise.all(some)) drawn.set(key, bytes);
  }
  return drawn;
}

/** First bytes of the three kinds of picture that every version of PowerPoint shows. */
const SIGNATURES = {
  png: [0x89, 0x50, 0x4e, 0x47],
  jpeg: [0xff, 0xd8, 0xff],
  gif: [0x47, 0x49, 0x46, 0x38],
} as const;

type PictureKind = keyof typeof SIGNATURES;

/**
 * Recognises the kind of a picture by its bytes, whatever the file is called. Undefined for all else: SVG
 * above all, whose fallback PptxGenJS writes as no PNG at all, so a reader must rasterise it first.
 */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  return (Object.keys(SIGNATURES) as PictureKind[]).find((kind) =>
    SIGNATURES[kind].every((byte, index) => bytes[index] === byte),
  );
}
