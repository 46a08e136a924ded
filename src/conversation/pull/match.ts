import type { ShapeContent, SlideContent } from "../../model/returned.ts";
import { type Paired, pair } from "../changed/pair.ts";
import { known } from "./words.ts";

/** Share of the paragraphs that a slide of the same id must have kept: programs count ids anew. */
const KEPT = 0.3;

/** Slides by the id that PowerPoint keeps, where they still say something of what they said, else by their words. */
export function matchSlides(before: readonly SlideContent[], now: readonly SlideContent[]): Paired {
  const ids = new Map(before.map((slide) => [slide.id, slide]));
  const textOf = (slide: SlideContent): string => [slide.title, ...paragraphsOf(slide)].join(" ");
  const keyOf = (slide: SlideContent): string | undefined => {
    const was = ids.get(slide.id);
    return was !== undefined && share(was, slide) >= KEPT ? String(slide.id) : undefined;
  };
  return pair(
    before.map((slide) => ({ key: String(slide.id), words: textOf(slide) })),
    now.map((slide) => ({ key: keyOf(slide), words: textOf(slide) })),
  );
}

/** Paragraphs of a shape as they are compared. */
export const wordsOf = ({ texts }: ShapeContent): readonly string[] =>
  texts.flatMap(({ paragraphs }) => paragraphs.map(known));

const paragraphsOf = ({ shapes }: SlideContent): readonly string[] => shapes.flatMap(wordsOf);

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
export function matchShapes(before: readonly ShapeContent[], now: readonly ShapeContent[]): Paired {
  const [then, today] = [before, now].map((shapes) => new Set(shapes.map(({ creationId }) => creationId)));
  // An id that only one side knows is as good as none.
  const keyOf = ({ creationId, placeholder, kind, name }: ShapeContent): string =>
    creationId !== undefined && then?.has(creationId) && today?.has(creationId)
      ? creationId
      : placeholder === "title"
        ? "title"
        : `${kind} ${name}`;
  const all = (shapes: readonly ShapeContent[]) =>
    shapes.map((shape) => ({ key: keyOf(shape), words: wordsOf(shape).join(" ") }));
  return pair(all(before), all(now));
}
