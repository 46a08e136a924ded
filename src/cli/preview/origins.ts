import { contains } from "../../base/geometry.ts";
import { joinRuns, type Origin, type Sliceable } from "../../base/origin.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Item, Page, Pages, PlacedLine, PlacedParagraph } from "../../model/page.ts";
import { meeting, partOf, shared } from "./places.ts";

/** Places in the bundle that the items of a page come from, in the order of the items. */
export type PageOrigins = readonly ItemOrigin[];

export interface ItemOrigin {
  readonly path?: JsonPath;
  /** Origins of a text's paragraphs; `cells` has those of a table's cells, by row. */
  readonly paragraphs: readonly ParagraphOrigin[];
  readonly cells: readonly (readonly (readonly ParagraphOrigin[])[])[];
}

/** Origin of a paragraph: of all of it, and of the words of its lines, blank ones left out. */
export interface ParagraphOrigin {
  readonly path?: JsonPath;
  readonly lines: readonly (readonly WordOrigin[])[];
}

/** Origin of words of a line, by UTF-16 indices. */
export interface WordOrigin {
  readonly start: number;
  readonly end: number;
  readonly path: JsonPath;
}

/** Paths of figures by their id. */
export type FigurePaths = ReadonlyMap<string, JsonPath>;

export const figurePaths = ({ figures }: Pages): FigurePaths =>
  new Map(figures.map(({ id, from }) => [id, from]));

/**
 * Origins of a page in the bundle, as those of its runs say it: words at their text, what a figure printed at the figure,
 * our own words at what they stand on, which is the item's place or else the page's.
 */
export function originsOf(page: Page, figures: FigurePaths): PageOrigins {
  const own = page.items.map((item) => originOf(item, page.from, figures));
  // A ground or a rule belongs to what stands on it.
  return own.map((origin, n) => {
    if (origin.path !== undefined) return origin;
    const around = page.items[n]?.frame;
    const within = page.items.findIndex(
      ({ frame }, other) =>
        around !== undefined && other !== n && own[other]?.path !== undefined && contains(around, frame),
    );
    const path =
      own[within]?.path ?? (speaks(page.items[n]) ? (drawingOf(page, n) ?? page.from[0]) : undefined);
    return path === undefined ? origin : { ...origin, path };
  });
}

/** Path of the drawing that an item is a mark of: it comes before its marks, or the figure that it draws does. */
const drawingOf = ({ items }: Page, n: number): JsonPath | undefined =>
  items[n]?.mark === true ? items.slice(0, n).findLast(({ from }) => from !== undefined)?.from : undefined;

/** True where an item shows text of the bundle: ornaments and page numbers do not. */
const speaks = (item: Item | undefined): boolean =>
  item !== undefined && item.decorative !== true && !(item.type === "text" && item.placeholder === "number");

function originOf(item: Item, page: readonly JsonPath[], figures: FigurePaths): ItemOrigin {
  const none = { paragraphs: [], cells: [] };
  const near = item.from === undefined ? page : [item.from, ...page];
  const [about] = near;
  if (item.type === "text") {
    if (item.placeholder === "date") return { ...none, path: ["date"] };
    if (item.placeholder === "number") return none;
    const paragraphs = item.paragraphs.map((one) => paragraphOrigin(one, near, figures));
    // Where some of it is from nowhere, the rest says nothing of the whole.
    const whole = paragraphs.every(({ path }) => path !== undefined);
    const path =
      item.from ??
      (whole
        ? meeting(
            paragraphs.map(({ path }) => path),
            near,
          )
        : undefined);
    return { ...none, paragraphs, ...(path === undefined ? {} : { path }) };
  }
  if (item.type === "table") {
    const cells = item.rows.map(({ cells }) =>
      cells.map(({ paragraphs }) => paragraphs.map((one) => paragraphOrigin(one, near, figures))),
    );
    const path = item.from ?? shared(cells.flat(2).map(({ path }) => path)) ?? about;
    return { ...none, cells, ...(path === undefined ? {} : { path }) };
  }
  return { ...none, ...(item.from === undefined ? {} : { path: item.from }) };
}

function paragraphOrigin(
  { runs, lines, from }: PlacedParagraph,
  near: readonly JsonPath[],
  figures: FigurePaths,
): ParagraphOrigin {
  const path = from ?? wholeOf(joinRuns(runs));
  const own = lines.filter(({ runs }) => runs.some((run) => run.text.trim() !== ""));
  return {
    lines: own.map((line) => wordsOf(line, near[0], figures)),
    ...(path === undefined ? {} : { path }),
  };
}

/**
 * The place that the texts in a paragraph have in common, or else that of the first one; numbers and dates say it only
 * where there are no texts. In a sentence of our own they are a part, so it is about what they belong to together.
 */
function wholeOf({ text, origins = [] }: Sliceable): JsonPath | undefined {
  const placed = origins.flatMap((one) => (one.path === undefined ? [] : [{ ...one, path: one.path }]));
  const texts = placed.filter(({ start }) => start !== undefined);
  const most = text.trim().length / 2;
  for (const said of [texts, placed]) {
    const paths = said.map(({ path }) => path);
    if (said.reduce((sum, { length }) => sum + length, 0) >= most) return shared(paths) ?? paths[0];
  }
  const together = shared(placed.map(({ path }) => path));
  return together === undefined ? undefined : partOf(together);
}

function wordsOf(
  { runs }: PlacedLine,
  about: JsonPath | undefined,
  figures: FigurePaths,
): readonly WordOrigin[] {
  let before = 0;
  return runs.flatMap(({ text, origins = [] }) => {
    const at = before;
    before += text.length;
    return origins.flatMap((origin) => {
      const path = pathOf(origin, figures) ?? about;
      const start = at + origin.at;
      return path === undefined ? [] : [{ start, end: start + origin.length, path }];
    });
  });
}

const pathOf = ({ figure, path }: Origin, figures: FigurePaths): JsonPath | undefined =>
  (figure === undefined ? undefined : figures.get(figure)) ?? path;
