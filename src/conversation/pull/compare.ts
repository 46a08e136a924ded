import type { JsonPath } from "../../base/json-path.ts";
import type { DeckMap, PageMap, ParagraphMap, ShapeMap } from "../../model/deck-map.ts";
import type {
  CommentContent,
  DeckContent,
  ReturnedItem,
  ReturnedPart,
  ReturnedPlace,
  ReturnedValue,
  ShapeContent,
  SlideContent,
} from "../../model/returned.ts";
import { type Paired, pair } from "../changed/pair.ts";
import { isFurniture, matchShapes, matchSlides, wordsOf } from "./match.ts";
import { changesOf } from "./traced.ts";
import { known } from "./words.ts";

/**
 * Finds what somebody did to a deck: `sent` is as it went out, `returned` as it came back. Both are read from files, so that
 * what every program writes alike is on both sides.
 */
export function compareDecks(
  sent: DeckContent,
  returned: DeckContent,
  map: DeckMap,
): readonly ReturnedItem[] {
  const { both, added, removed } = matchSlides(sent.slides, returned.slides);
  const moved = both.filter((one) => one.moved).map(({ now }) => now);
  const items = both.flatMap(({ before, now }): readonly ReturnedItem[] => {
    const [was, is, page] = [sent.slides[before], returned.slides[now], map.pages[before]];
    if (was === undefined || is === undefined || page === undefined) return [];
    const place: ReturnedPlace = { page: was.number, title: page.title };
    const part = (kind: ReturnedPart["kind"]): ReturnedItem => ({
      ...place,
      kind,
      text: "",
      ...aboutOf(page),
    });
    return [
      ...(moved.includes(now) ? [part("slide-moved")] : []),
      ...(is.hidden && !was.hidden ? [part("slide-hidden")] : []),
      ...compareSlides(was, is, page, map.figures),
    ];
  });
  return [
    ...items,
    ...added.flatMap((n): readonly ReturnedItem[] => {
      const slide = returned.slides[n];
      if (slide === undefined) return [];
      const place = { page: slide.number, title: known(slide.title) };
      return [
        { ...place, kind: "slide-added", text: ownShapes(slide).flatMap(wordsOf).join("\n") },
        ...slide.comments.map((comment) => ({ ...place, kind: "comment" as const, comment, quoted: "" })),
      ];
    }),
    ...removed.flatMap((n): readonly ReturnedItem[] => {
      const [slide, page] = [sent.slides[n], map.pages[n]];
      if (slide === undefined || page === undefined) return [];
      return [{ page: slide.number, title: page.title, kind: "slide-removed", text: "", ...aboutOf(page) }];
    }),
  ];
}

/** Shapes of a slide but those that its master fills. */
const ownShapes = ({ shapes }: SlideContent): readonly ShapeContent[] =>
  shapes.filter((shape) => !isFurniture(shape));

/** The part of the bundle that a page is about first. */
const aboutOf = ({ from: [path] }: PageMap): { readonly path?: JsonPath } =>
  path === undefined ? {} : { path };

function compareSlides(
  was: SlideContent,
  is: SlideContent,
  page: PageMap,
  figures: DeckMap["figures"],
): readonly ReturnedItem[] {
  const [before, now] = [ownShapes(was), ownShapes(is)];
  const place: ReturnedPlace = { page: was.number, title: page.title };
  const shapes = matchShapes(before, now);
  const maps = new Map(page.shapes.map((shape) => [shape.name, shape]));
  const partOf = (kind: ReturnedPart["kind"], shape: ShapeContent | undefined): readonly ReturnedItem[] => {
    if (shape === undefined) return [];
    const from = maps.get(shape.name)?.from;
    const text = wordsOf(shape).join("\n");
    // A line or a ground that nobody reads is not worth a word when it is gone.
    if (kind === "shape-removed" && text === "" && shape.kind !== "chart" && shape.kind !== "picture")
      return [];
    return [
      { ...place, shape: shape.name, kind, text, ...(from === undefined ? aboutOf(page) : { path: from }) },
    ];
  };
  return [
    ...shapes.both.flatMap(({ before: b, now: n }): readonly ReturnedItem[] => {
      const [a, z] = [before[b], now[n]];
      if (a === undefined || z === undefined) return [];
      const at = { ...place, shape: a.name };
      return [
        ...compareTexts(a, z, maps.get(a.name), figures).map((item) => ({ ...at, ...item })),
        ...compareCharts(a, z, maps.get(a.name)).map((item) => ({ ...at, ...item })),
        ...(isMoved(a, z) ? partOf("shape-moved", a) : []),
      ];
    }),
    ...shapes.added.flatMap((n) => partOf("shape-added", now[n])),
    ...shapes.removed.flatMap((n) => partOf("shape-removed", before[n])),
    ...paragraphChanges(was.notes, is.notes, page.notes, figures).map((item) => ({
      ...{ ...place, notes: true },
      ...item,
    })),
    ...newComments(was.comments, is.comments).map((comment) => ({
      ...place,
      ...placedComment(comment, { before, now, shapes }, page),
    })),
  ];
}

type Placeless<Item> = Item extends ReturnedItem ? Omit<Item, keyof ReturnedPlace> : never;
type Found = Placeless<ReturnedItem>;

function compareTexts(
  was: ShapeContent,
  is: ShapeContent,
  map: ShapeMap | undefined,
  figures: DeckMap["figures"],
): readonly Found[] {
  const cellOf = ({ cell }: { readonly cell?: readonly [number, number] }): string => String(cell ?? "");
  const maps = new Map((map?.texts ?? []).map((text) => [cellOf(text), text.paragraphs]));
  const before = new Map(was.texts.map((text) => [cellOf(text), text.paragraphs]));
  return is.texts.flatMap((text) =>
    paragraphChanges(before.get(cellOf(text)) ?? [], text.paragraphs, maps.get(cellOf(text)) ?? [], figures),
  );
}

/** Paragraphs that are others, each with what became of it. */
function paragraphChanges(
  before: readonly string[],
  now: readonly string[],
  maps: readonly ParagraphMap[],
  figures: DeckMap["figures"],
): readonly Found[] {
  if (before.length === now.length && before.every((text, n) => known(text) === known(now[n] ?? "")))
    return [];
  const { both, added, removed } = pairedParagraphs(before, now);
  // The one in the same place first: several may say the same.
  const mapOf = (n: number): ParagraphMap =>
    [...maps.slice(n, n + 1), ...maps].find(({ text }) => sameWords(text, before[n] ?? "")) ?? {
      text: before[n] ?? "",
      origins: [],
    };
  return [
    ...both.flatMap(({ before: b, now: n }) =>
      known(before[b] ?? "") === known(now[n] ?? "") ? [] : changesOf(mapOf(b), now[n] ?? "", figures),
    ),
    ...removed.flatMap((n) => changesOf(mapOf(n), "", figures)),
    ...added.map((n): Found => ({ kind: "paragraph-added", text: known(now[n] ?? "") })),
  ];
}

/** Text of a map, and the same as the deck has it, with its line breaks. */
const sameWords = (mapped: string, written: string): boolean =>
  known(mapped).replaceAll(" ", "") === known(written).replaceAll(" ", "");

/** Paragraphs by their words; where as many are left on both sides, one after the other, however little they have in common. */
function pairedParagraphs(before: readonly string[], now: readonly string[]): Paired {
  const all = (texts: readonly string[]) => texts.map((text) => ({ words: known(text) }));
  const found = pair(all(before), all(now));
  if (found.added.length !== found.removed.length) return found;
  const rest = found.removed.map((b, n) => ({ before: b, now: found.added[n] ?? 0, moved: false }));
  return { both: [...found.both, ...rest], added: [], removed: [] };
}

function compareCharts(
  was: ShapeContent,
  is: ShapeContent,
  map: ShapeMap | undefined,
): readonly ReturnedValue[] {
  const before = was.chart?.series ?? [];
  const now = is.chart?.series ?? [];
  return before.flatMap((series, n) => {
    const other = now.length === before.length ? now[n] : now.find(({ name }) => name === series.name);
    if (other === undefined) return [];
    const from = map?.series?.find(({ name }) => name === series.name)?.from;
    const indices = new Set([...Object.keys(series.values), ...Object.keys(other.values)].map(Number));
    return [...indices].flatMap((index): readonly ReturnedValue[] => {
      const [a, z] = [series.values[index], other.values[index]];
      if (a === z || (a !== undefined && z !== undefined && Math.abs(a - z) <= Math.abs(a) * 1e-9)) return [];
      const path = from?.[index] ?? map?.from;
      return [
        {
          ...{ kind: "chart", series: series.name, category: series.categories[index] ?? String(index + 1) },
          ...(a === undefined ? {} : { before: a }),
          ...(z === undefined ? {} : { after: z }),
          ...(path === undefined || path === null ? {} : { path }),
        },
      ];
    });
  });
}

/** Two points, in EMU: programs round places to hundredths of a millimetre, and grow boxes to their text. */
const NEAR = 25_400;

function isMoved({ place: was, kind }: ShapeContent, { place: is }: ShapeContent): boolean {
  if (was === undefined || is === undefined) return false;
  const far = (n: 0 | 1 | 2 | 3): boolean => Math.abs(was[n] - is[n]) > NEAR;
  return far(0) || far(1) || (kind !== "text" && kind !== "table" && (far(2) || far(3)));
}

/** The comments that were not there before. */
function newComments(
  before: readonly CommentContent[],
  now: readonly CommentContent[],
): readonly CommentContent[] {
  const there = new Set(before.map(({ id, text }) => `${id}\n${text}`));
  return now.filter(({ id, text }) => !there.has(`${id}\n${text}`));
}

function placedComment(
  comment: CommentContent,
  {
    before,
    now,
    shapes,
  }: {
    readonly before: readonly ShapeContent[];
    readonly now: readonly ShapeContent[];
    readonly shapes: Paired;
  },
  page: PageMap,
): Placeless<Extract<ReturnedItem, { readonly kind: "comment" }>> {
  const { anchor } = comment;
  const at = now.findIndex(
    ({ id, creationId }) =>
      anchor !== undefined &&
      (anchor.creationId !== undefined && creationId !== undefined
        ? anchor.creationId === creationId
        : anchor.shape === id),
  );
  const was = before[shapes.both.find((one) => one.now === at)?.before ?? -1];
  const map = page.shapes.find(({ name }) => name === was?.name);
  const start = anchor?.start ?? 0;
  const quoted = now[at]?.texts
    .flatMap(({ paragraphs }) => paragraphs)
    .join("\n")
    .slice(start, start + (anchor?.length ?? 0));
  const path = (map === undefined ? undefined : pathAt(map, start)) ?? map?.from ?? page.from[0];
  return {
    ...{ kind: "comment", comment, quoted: quoted ?? "" },
    ...(path === undefined ? {} : { path }),
  };
}

/** The text of the bundle that a letter of a shape belongs to, a paragraph end counted as one. */
function pathAt({ texts }: ShapeMap, at: number): JsonPath | undefined {
  let start = 0;
  for (const { text, origins } of texts.flatMap(({ paragraphs }) => paragraphs)) {
    const end = start + text.length;
    if (at <= end) {
      const place = at - start;
      const near = origins.filter(({ path }) => path !== undefined);
      return (near.find((one) => one.at <= place && one.at + one.length > place) ?? near[0])?.path;
    }
    start = end + 1;
  }
  return undefined;
}
