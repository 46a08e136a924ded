import { contains } from "../../base/geometry.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Item, Page, PlacedParagraph } from "../../model/page.ts";
import { meeting, partOf, shared } from "./places.ts";
import { lookUp, type WordOrigin, type Writings } from "./writings.ts";

/** Places in the bundle that the items of a page come from, in the order of the items. */
export type PageOrigins = readonly ItemOrigin[];

export interface ItemOrigin {
  readonly path?: JsonPath;
  /** Paths of a text's paragraphs; `cells` has those of a table's cells, by row. */
  readonly paragraphs: readonly (JsonPath | undefined)[];
  readonly cells: readonly (readonly (readonly (JsonPath | undefined)[])[])[];
}

export function originsOf(page: Page, writings: Writings): PageOrigins {
  const reach = writings.reach(page.from);
  const find = (text: string, near: readonly JsonPath[]) =>
    lookUp(text, { near: [...near, ...page.from], reach }, writings);
  const own = page.items.map((item) => originOf(item, find, page.from));
  // A ground or a rule belongs to what stands on it.
  return own.map((origin, n) => {
    if (origin.path !== undefined) return origin;
    const around = page.items[n]?.frame;
    const within = page.items.findIndex(
      ({ frame }, other) =>
        around !== undefined && other !== n && own[other]?.path !== undefined && contains(around, frame),
    );
    const path = own[within]?.path ?? (speaks(page.items[n]) ? page.from[0] : undefined);
    return path === undefined ? origin : { ...origin, path };
  });
}

/** True where an item shows text of the bundle: ornaments and page numbers do not. */
const speaks = (item: Item | undefined): boolean =>
  item !== undefined && item.decorative !== true && !(item.type === "text" && item.placeholder === "number");

type Find = (text: string, near: readonly JsonPath[]) => WordOrigin | undefined;

function originOf(item: Item, find: Find, page: readonly JsonPath[]): ItemOrigin {
  const near = item.from === undefined ? [] : [item.from];
  const none = { paragraphs: [], cells: [] };
  if (item.type === "text") {
    if (item.placeholder === "date") return { ...none, path: ["date"] };
    if (item.placeholder === "number") return none;
    const paragraphs = together(item.paragraphs, near, find);
    // Where some of it is from nowhere, the rest says nothing of the whole.
    const whole = paragraphs.every((each) => each !== undefined);
    const path = item.from ?? (whole ? meeting(paragraphs, [...near, ...page]) : undefined);
    return { ...none, paragraphs, ...(path === undefined ? {} : { path }) };
  }
  if (item.type === "table") {
    const cells = item.rows.map((row) => {
      // A row is about one thing: its first cell says which.
      const [head] = row.cells;
      const first = head === undefined ? [] : together(head.paragraphs, near, find);
      const root = first.flatMap((path) => (path === undefined ? [] : [partOf(path)]));
      return row.cells.map((cell, n) =>
        n === 0 ? first : together(cell.paragraphs, [...root, ...near], find),
      );
    });
    const path = item.from ?? shared(cells.flat(2));
    return { ...none, cells, ...(path === undefined ? {} : { path }) };
  }
  const path = item.from ?? find(item.alt ?? "", near)?.path;
  return { ...none, ...(path === undefined ? {} : { path }) };
}

/** Paragraphs that stand together are about one thing: what one of them says helps to find the others. */
function together(
  paragraphs: readonly PlacedParagraph[],
  near: readonly JsonPath[],
  find: Find,
): readonly (JsonPath | undefined)[] {
  const texts = paragraphs.map(({ runs }) => runs.map((run) => run.text).join(""));
  const first = texts.map((text) => find(text, near));
  const about = first.flatMap((found) => (found === undefined ? [] : [partOf(found.path)]));
  const own = texts.map((text, n): WordOrigin | undefined => {
    const { from, reading } = paragraphs[n] ?? {};
    if (from !== undefined) return { path: from, sure: true };
    // Alone, it has nothing to learn from.
    const found = texts.length === 1 ? first[n] : find(text, [...near, ...about]);
    return reading === "label" && found?.whole !== true ? undefined : found;
  });
  const sure = own.flatMap((found) => (found?.sure === true ? [found] : []));
  const all = sure.length > 1 ? shared(sure.map(({ path }) => path)) : undefined;
  return own.map((found, n) => {
    // A label, and a heading over a text, are about what comes next.
    const next = own[n + 1];
    if (found !== undefined || paragraphs[n]?.reading === "label") return (found ?? next)?.path ?? all;
    return all ?? (next?.whole === true ? next.path : undefined);
  });
}
