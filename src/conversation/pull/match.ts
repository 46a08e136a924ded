import type { ShapeContent, SlideContent } from "../../model/returned.ts";
import { pair } from "../changed/pair.ts";
import { known } from "./words.ts";

/** Parts of two decks that are one and the same, by their indices; what is left is new or gone. */
export interface Matched {
  readonly both: readonly { readonly before: number; readonly now: number; readonly moved: boolean }[];
  readonly added: readonly number[];
  readonly removed: readonly number[];
}

/** Share of the paragraphs that a slide of the same id must have kept: programs count ids anew. */
const KEPT = 0.3;

/** Slides by the id that PowerPoint keeps, where they still say something of what they said, else by their words. */
export function matchSlides(before: readonly SlideContent[], now: readonly SlideContent[]): Matched {
  const ids = new Map(before.map((slide) => [slide.id, slide]));
  const wordsOf = (slide: SlideContent): string => [slide.title, ...paragraphsOf(slide)].join(" ");
  const keyOf = (slide: SlideContent): string | undefined => {
    const was = ids.get(slide.id);
    return was !== undefined && share(was, slide) >= KEPT ? String(slide.id) : undefined;
  };
  return pair(
    before.map((slide) => ({ key: String(slide.id), words: wordsOf(slide) })),
    now.map((slide) => ({ key: keyOf(slide), words: wordsOf(slide) })),
  );
}

export const paragraphsOf = (slide: SlideContent): readonly string[] =>
  slide.shapes.flatMap(({ texts }) => texts.flatMap(({ paragraphs }) => paragraphs.map(known)));

/** Share of paragraphs and shapes that two slides have in common. */
function share(a: SlideContent, b: SlideContent): number {
  const seen = (slide: SlideContent): ReadonlySet<string> =>
    new Set([...paragraphsOf(slide), ...slide.shapes.map(({ name }) => `\n${name}`)]);
  const [one, other] = [seen(a), seen(b)];
  const common = [...one].filter((text) => other.has(text)).length;
  return common / Math.max(1, Math.min(one.size, other.size));
}

/** Placeholders that the master fills; programs write them in ways of their own. */
const FURNITURE: ReadonlySet<string> = new Set(["ftr", "dt", "sldNum"]);

export const isFurniture = ({ placeholder = "" }: ShapeContent): boolean => FURNITURE.has(placeholder);

/** Shapes of a slide by the id of their creation, by placeholder, by name, then by their words. */
export function matchShapes(before: readonly ShapeContent[], now: readonly ShapeContent[]): Matched {
  const wordsOf = ({ texts }: ShapeContent): string =>
    texts.flatMap(({ paragraphs }) => paragraphs.map(known)).join(" ");
  const creations = new Set(now.flatMap(({ creationId }) => creationId ?? []));
  const keyOf = (shape: ShapeContent): string => {
    const { creationId, placeholder, name } = shape;
    if (creationId !== undefined && creations.has(creationId)) return creationId;
    return placeholder === "title" ? "title" : `${shape.kind} ${name}`;
  };
  // A creation id that only one side knows is as good as none.
  const mutual = new Set(before.flatMap(({ creationId }) => creationId ?? []));
  return pair(
    before.map((shape) => ({ key: keyOf(shape), words: wordsOf(shape) })),
    now.map((shape) => {
      const { creationId: id, ...rest } = shape;
      return { key: keyOf(id !== undefined && mutual.has(id) ? shape : rest), words: wordsOf(shape) };
    }),
  );
}
