import { PROPERTIES, type Property } from "./about.ts";
import type { Mark, SlideMark } from "./mark.ts";
import { ASPECTS, type Aspect } from "./seen.ts";

/** One thing that is otherwise than it was written. Numbers count from 1. */
export type DeckChange =
  | {
      readonly kind: "changed";
      readonly number: number;
      readonly title: string;
      /** None where words kept their letters and only how they are set changed place. */
      readonly aspects: readonly (Aspect | "links")[];
    }
  | { readonly kind: "added" | "moved"; readonly number: number; readonly title: string }
  /** The number is the one that it had. */
  | { readonly kind: "deleted"; readonly number: number }
  /** Their names or order, or where one ends. */
  | { readonly kind: "design" | "sections" }
  | { readonly kind: "properties"; readonly names: readonly Property[] };

/** What changed from one mark to another, in the order of the slides now. `titles` are those of the slides now. */
export function changesBetween(then: Mark, now: Mark, titles: readonly string[]): readonly DeckChange[] {
  const before = partners(then.slides, now.slides);
  const moved = outOfOrder(before);
  const linked = linksOf(then, now, before);
  const changes = now.slides.flatMap((slide, index): DeckChange[] => {
    const at = { number: index + 1, title: titles[index] ?? "" };
    const was = then.slides[before[index] ?? -1];
    if (was === undefined) return [{ kind: "added", ...at }];
    const otherLinks = linked.before(was) !== linked.after(slide);
    if (was.whole !== slide.whole || otherLinks) {
      const aspects = ASPECTS.filter((aspect) => was.aspects[aspect] !== slide.aspects[aspect]);
      return [{ kind: "changed", ...at, aspects: [...aspects, ...(otherLinks ? (["links"] as const) : [])] }];
    }
    return moved.has(index) ? [{ kind: "moved", ...at }] : [];
  });
  const kept = new Set(before);
  const gone = then.slides.flatMap((_, index): DeckChange[] =>
    kept.has(index) ? [] : [{ kind: "deleted", number: index + 1 }],
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

/**
 * Where slides lead, then and now, in one way of saying it. A link to a slide that was deleted is on neither side: it
 * went with it, and nobody has touched the slide that it stood on.
 */
function linksOf(then: Mark, now: Mark, before: readonly (number | undefined)[]) {
  const kept = new Set(before.map((index) => then.slides[index ?? -1]?.id));
  const was = new Map(now.slides.map(({ id }, index) => [id, then.slides[before[index] ?? -1]?.id]));
  const said = (links: SlideMark["links"], idOf: (slide: number) => number | undefined): string =>
    links.map(({ slide, on }) => `${idOf(slide) ?? "new"} ${on}`).join();
  return {
    before: ({ links }: SlideMark) =>
      said(
        links.filter(({ slide }) => kept.has(slide)),
        (slide) => slide,
      ),
    after: ({ links }: SlideMark) => said(links, (slide) => was.get(slide)),
  };
}

/**
 * For each slide now, the index of the one that it was: the same slide as it was, else the slide of its id, which
 * PowerPoint keeps. Other programs count ids anew, so that an unchanged slide may stand under another's.
 */
function partners(then: readonly SlideMark[], now: readonly SlideMark[]): readonly (number | undefined)[] {
  const taken = new Set<number>();
  const found: (number | undefined)[] = now.map(() => undefined);
  const match = (same: (was: SlideMark, is: SlideMark) => boolean): void => {
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
  const best: { readonly length: number; readonly from: number }[] = [];
  for (const [n, { was }] of known.entries()) {
    let chosen = { length: 1, from: -1 };
    for (let m = 0; m < n; m++) {
      const length = (best[m]?.length ?? 0) + 1;
      if ((known[m]?.was ?? was) < was && length > chosen.length) chosen = { length, from: m };
    }
    best.push(chosen);
  }
  const inOrder = new Set<number>();
  let at = best.reduce((top, { length }, n) => (length > (best[top]?.length ?? 0) ? n : top), 0);
  while (at >= 0 && best[at] !== undefined) {
    const step = known[at];
    if (step !== undefined) inOrder.add(step.index);
    at = best[at]?.from ?? -1;
  }
  return new Set(known.map(({ index }) => index).filter((index) => !inOrder.has(index)));
}
