import type { Deck, SharedSlide } from "../model/deck.ts";
import type { SlideDraft } from "./pages.ts";

/** Points by which the text of a shared page may be smaller than usual: what needs more has pages of its own. */
export const SMALLER = 1;

/**
 * The deck with shared slides in place of those that they hold, where all of it fits on one page; of shared slides that
 * hold the same part the first that fits. Links to a part that no longer has a slide of its own lead to the shared one. A slide that cannot
 * be `hopeful` at its tightest is not drafted: drafts find how many pages a body takes, which is much more work.
 */
export function shareSlides(
  deck: Deck,
  hopeful: (slide: SharedSlide) => boolean,
  draft: (slide: SharedSlide) => SlideDraft,
): Deck {
  const { shared = [], ...rest } = deck;
  const taken = new Map<string, SharedSlide>();
  for (const slide of shared) {
    if (slide.holds.some((id) => taken.has(id)) || !hopeful(slide) || !fitsWell(draft(slide))) continue;
    for (const id of slide.holds) taken.set(id, slide);
  }
  if (taken.size === 0) return rest;
  const homes = new Map(
    [...taken].flatMap(([id, slide]) => (id === slide.id ? [] : [[id, slide.id] as const])),
  );
  return {
    ...rest,
    slides: deck.slides
      .filter(({ id }) => !homes.has(id))
      .map((slide) => leading(taken.get(slide.id) ?? slide, homes)),
    sections: deck.sections.map((section) => ({
      ...section,
      slides: section.slides.filter((id) => !homes.has(id)),
    })),
  };
}

const fitsWell = ({ ids, diagnostics, smaller }: SlideDraft): boolean =>
  ids.length === 1 && diagnostics.length === 0 && smaller <= SMALLER;

/** A copy in which links lead to where their targets stand now; what does not change stays the same object. */
function leading<T>(value: T, homes: ReadonlyMap<string, string>): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((one) => leading<unknown>(one, homes));
    return items.every((one, index) => one === value[index]) ? value : (items as T);
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, one] of Object.entries(value)) {
    const home = (key === "to" || key === "pageOf") && typeof one === "string" ? homes.get(one) : undefined;
    const next = home ?? leading<unknown>(one, homes);
    if (next !== one) copy = { ...(copy ?? value), [key]: next };
  }
  return copy === undefined ? value : (copy as T);
}
