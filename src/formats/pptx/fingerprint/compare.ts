import { longestRising } from "../../../base/rising.ts";
import { PROPERTIES, type Property } from "./about.ts";
import type { Comment } from "./comments.ts";
import { ASPECTS, type Aspect, type SlideDigest } from "./digest.ts";
import {
  type EmbeddedDigest,
  type EmbeddedSlideDigest,
  textDigest,
  wholeOfSlide,
} from "./embedded-digest.ts";
import { type TextChange, textChanges } from "./texts.ts";

/** One thing that is otherwise than it was written. Numbers count from 1. */
export type DeckChange =
  | {
      readonly kind: "changed";
      readonly number: number;
      readonly title: string;
      /** None where words kept their letters and only how they are set changed place. */
      readonly aspects: readonly ChangedAspect[];
      /** Paragraphs that are otherwise; none where the mark is of version 0.1, or text only changed place. */
      readonly texts: readonly TextChange[];
    }
  | { readonly kind: "added" | "moved" | "hidden"; readonly number: number; readonly title: string }
  | ({ readonly kind: "comment"; readonly number: number } & Comment)
  /** The number is the one that it had; the title is "" where it is not known. */
  | { readonly kind: "deleted"; readonly number: number; readonly title: string }
  /** Their names or order, or where one ends. */
  | { readonly kind: "design" | "sections" }
  | { readonly kind: "properties"; readonly names: readonly Property[] };

/** The names under which a change is told; finer than what the mark keeps apart. */
export type ChangedAspect =
  | Aspect
  | "links"
  | "chart formatting"
  | "missing chart workbook"
  | "transition"
  | "comments";

/**
 * Lists the changes from one mark to another, in the order of the slides now. `known` are slides that may
 * identify what stood on those of then, by their titles and texts.
 */
export function changesBetween(
  then: EmbeddedDigest,
  now: EmbeddedDigest,
  slides: readonly SlideDigest[],
  known: readonly SlideDigest[],
): readonly DeckChange[] {
  const texts = new Map(known.flatMap((slide) => slide.texts).map((text) => [textDigest(text), text]));
  const titles = new Map(known.map((slide) => [wholeOfSlide(slide), slide.title]));
  const before = partners(then.slides, now.slides);
  const moved = outOfOrder(before);
  const linked = linksOf(then, now, before);
  const changes = now.slides.flatMap((slide, index): readonly DeckChange[] => {
    const seen = slides[index];
    if (seen === undefined) return [];
    const at = { number: index + 1, title: seen.title };
    const was = then.slides[before[index] ?? -1];
    const put: readonly DeckChange[] = [
      ...(seen.hidden ? [{ kind: "hidden", ...at } as const] : []),
      ...seen.comments.map((comment) => ({ kind: "comment", number: index + 1, ...comment }) as const),
    ];
    if (was === undefined) return [{ kind: "added", ...at }, ...put];
    // The words of a link are told as text; then only where it leads counts.
    const words = was.aspects.text === slide.aspects.text;
    const otherLinks = linked.before(was, words) !== linked.after(slide, words);
    if (was.whole !== slide.whole || otherLinks) {
      const other = ASPECTS.filter((aspect) => was.aspects[aspect] !== slide.aspects[aspect]);
      const aspects = [
        ...other.flatMap((aspect) => named(aspect, seen, was, slide)),
        ...(otherLinks ? (["links"] as const) : []),
      ];
      if (aspects.length === 0 && other.length > 0)
        return [...(moved.has(index) ? [{ kind: "moved", ...at } as const] : []), ...put];
      const changed = was.texts === undefined ? [] : textChanges(was.texts, seen.texts, textDigest, texts);
      return [{ kind: "changed", ...at, aspects, texts: changed }, ...put];
    }
    return moved.has(index) ? [{ kind: "moved", ...at }] : [];
  });
  const kept = new Set(before);
  const gone = then.slides.flatMap((_, index): DeckChange[] =>
    kept.has(index)
      ? []
      : [{ kind: "deleted", number: index + 1, title: titles.get(then.slides[index]?.whole ?? "") ?? "" }],
  );
  // A slide that was moved takes the section of its new place, and is told of already.
  const resectioned = now.slides.some(({ section }, index) => {
    const was = then.slides[before[index] ?? -1];
    return was !== undefined && was.section !== section && !moved.has(index);
  });
  const names = PROPERTIES.filter((name) => then.properties[name] !== now.properties[name]);
  return [
    ...changes,
    ...gone,
    ...(then.design === now.design ? [] : [{ kind: "design" } as const]),
    ...(then.sections === now.sections && !resectioned ? [] : [{ kind: "sections" } as const]),
    ...(names.length === 0 ? [] : [{ kind: "properties", names } as const]),
  ];
}

/** An aspect that is otherwise, as people call it; none for what is told on its own. */
function named(
  aspect: Aspect,
  seen: SlideDigest,
  was: EmbeddedSlideDigest,
  is: EmbeddedSlideDigest,
): readonly ChangedAspect[] {
  switch (aspect) {
    case "charts":
      return [was.numbers === is.numbers ? "chart formatting" : "charts"];
    case "chart data":
      return [seen.workbooks ? "chart data" : "missing chart workbook"];
    case "animation": {
      const parts = [
        ...(seen.transition ? (["transition"] as const) : []),
        ...(seen.effects ? (["animation"] as const) : []),
      ];
      return parts.length > 0 || seen.hidden ? parts : ["animation"];
    }
    case "objects": {
      const parts = seen.others.length > 0 ? (["objects"] as const) : [];
      return parts.length > 0 || seen.comments.length > 0 ? parts : ["comments"];
    }
    default:
      return [aspect];
  }
}

/**
 * Puts the links of slides, then and now, into one comparable form. A link to a slide that was deleted is on
 * neither side: it went with that slide, and nobody has touched the slide that it stood on.
 */
function linksOf(then: EmbeddedDigest, now: EmbeddedDigest, before: readonly (number | undefined)[]) {
  const kept = new Set(before.map((index) => then.slides[index ?? -1]?.id));
  const was = new Map(now.slides.map(({ id }, index) => [id, then.slides[before[index] ?? -1]?.id]));
  const said = (
    links: EmbeddedSlideDigest["links"],
    words: boolean,
    idOf: (slide: number) => number | undefined,
  ): string => links.map(({ slide, on }) => `${idOf(slide) ?? "new"} ${words ? on : ""}`).join();
  return {
    before: ({ links }: EmbeddedSlideDigest, words: boolean) =>
      said(
        links.filter(({ slide }) => kept.has(slide)),
        words,
        (slide) => slide,
      ),
    after: ({ links }: EmbeddedSlideDigest, words: boolean) => said(links, words, (slide) => was.get(slide)),
  };
}

/**
 * For each slide now, the index of the one that it was: the same slide as it was, else the slide of its id, which
 * PowerPoint keeps. Other programs count ids anew, so that an unchanged slide may stand under another's.
 */
function partners(
  then: readonly EmbeddedSlideDigest[],
  now: readonly EmbeddedSlideDigest[],
): readonly (number | undefined)[] {
  const taken = new Set<number>();
  const found: (number | undefined)[] = now.map(() => undefined);
  const match = (same: (was: EmbeddedSlideDigest, is: EmbeddedSlideDigest) => boolean): void => {
    for (const [index, is] of now.entries()) {
      if (found[index] !== undefined) continue;
      const at = then.findIndex((was, n) => !taken.has(n) && same(was, is));
      if (at < 0) continue;
      found[index] = at;
      taken.add(at);
    }
  };
  match((was, is) => was.id === is.id && was.whole === is.whole);
  match((was, is) => was.whole === is.whole);
  match((was, is) => was.id === is.id);
  return found;
}

/** Indices that are not in the longest run of slides still in their order. */
function outOfOrder(before: readonly (number | undefined)[]): ReadonlySet<number> {
  const known = before.flatMap((was, index) => (was === undefined ? [] : [{ was, index }]));
  const inOrder = longestRising(known.map(({ was }) => was));
  return new Set(known.filter((_, n) => !inOrder.has(n)).map(({ index }) => index));
}
