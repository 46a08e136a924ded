import type { Bundle } from "../model/bundle/index.ts";
import { APPENDIX_PARTS, BODY_PARTS, PARTS, type Part } from "../model/bundle/pages.ts";
import type { Point } from "../model/story.ts";

/** Kind of the author's own pages, which stand where `after` says. */
export const FREE = "page";
/** Part that a page stands after where the author does not say. */
const USUAL: Part = "pictures";

/**
 * The points in the order of the deck: without the parts that the bundle leaves, in the order that it gives them, the
 * author's own pages among them. A part that moves belongs to the section of the place that it moves to.
 */
export function arrange(
  points: readonly Point[],
  { leave = [], order = [], pages = [] }: Pick<Bundle, "leave" | "order" | "pages">,
  partOf: (point: Point) => Part | undefined,
): readonly Point[] {
  const left = new Set<Part | undefined>(leave);
  const told = points.filter((point) => point.kind !== FREE && !left.has(partOf(point)));
  const ordered = reorder(
    reorder(told, only(order, BODY_PARTS), partOf),
    only(order, APPENDIX_PARTS),
    partOf,
  );
  const own = new Map(points.filter(({ kind }) => kind === FREE).map((point) => [point.about[0], point]));
  return pages.length === 0 ? ordered : withPages(ordered, pages, own, partOf);
}

const only = (order: readonly Part[], parts: readonly Part[]): readonly Part[] =>
  order.filter((part) => parts.includes(part));

/** Puts the named parts into one another's places. */
function reorder(
  points: readonly Point[],
  order: readonly Part[],
  partOf: (point: Point) => Part | undefined,
): readonly Point[] {
  const moved = order.filter((part) => points.some((point) => partOf(point) === part));
  const next = moved.values();
  const placed = new Set<Part>();
  return points.flatMap((point) => {
    const part = partOf(point);
    if (part === undefined || !moved.includes(part)) return [point];
    if (placed.has(part)) return [];
    placed.add(part);
    const here = next.next().value;
    return points
      .filter((other) => partOf(other) === here)
      .map((other) => ({ ...other, section: point.section }));
  });
}

/** Puts each page behind what it stands after, those that stand after one another in a row. */
function withPages(
  points: readonly Point[],
  pages: NonNullable<Bundle["pages"]>,
  own: ReadonlyMap<string | undefined, Point>,
  partOf: (point: Point) => Part | undefined,
): readonly Point[] {
  const followers = new Map<number, Point[]>();
  const first = (n: number, of: string | undefined): Point[] =>
    pages.flatMap(({ id, after }) => {
      const point = own.get(id);
      if (point === undefined || after !== of) return [];
      const { section = "evidence", body = true } = points[n] ?? {};
      return [{ ...point, section, body }, ...first(n, id)];
    });
  const ids = new Set(pages.map(({ id }) => id));
  for (const target of new Set(pages.map(({ after }) => after))) {
    if (target !== undefined && ids.has(target)) continue;
    const n = placeOf(points, target, partOf);
    followers.set(n, [...(followers.get(n) ?? []), ...first(n, target)]);
  }
  return [
    ...(followers.get(-1) ?? []),
    ...points.flatMap((point, n) => [point, ...(followers.get(n) ?? [])]),
  ];
}

/**
 * Index of the point that a page stands after: the last one of a part, the one that is about an item, else one that shows
 * it. After a part without pages it stands where that part would.
 */
function placeOf(
  points: readonly Point[],
  target: string | undefined,
  partOf: (point: Point) => Part | undefined,
): number {
  const part = target === undefined ? USUAL : PARTS.find((each) => each === target);
  if (part === undefined) {
    const main = points.findLastIndex(({ about }) => about[0] === target);
    const shown = main === -1 ? points.findIndex(({ about }) => about.includes(target ?? "")) : main;
    if (shown !== -1) return shown;
  }
  const before = PARTS.slice(0, PARTS.indexOf(part ?? USUAL) + 1).toReversed();
  for (const each of before) {
    const found = points.findLastIndex((point) => partOf(point) === each);
    if (found !== -1) return found;
  }
  return points.findLastIndex(({ section }) => section === "answer");
}
