import type { Slide } from "../model/deck.ts";
import type { DeckProperties } from "../model/story.ts";
import type { LayoutContext } from "./context/layout-context.ts";
import type { SlideDraft } from "./pages.ts";

/**
 * Memory that a layout leaves to the next one, for callers that lay out one deck again and again while it is
 * written. It changes how long a layout takes and nothing else.
 */
export interface LayoutMemory {
  left: LayoutCache | undefined;
}

export const startLayoutMemory = (): LayoutMemory => ({ left: undefined });

export interface LayoutCache {
  /** All that drafts depend on beside their slide; for another one everything is forgotten. */
  readonly key: string;
  readonly context: LayoutContext;
  readonly properties: DeckProperties;
  readonly drafts: WeakMap<Slide, SlideDraft>;
  /** Slides by round and id, as they were laid out. */
  readonly slides: ReadonlyMap<string, Slide>;
  /** Layouts that have added to what the context remembers. */
  readonly generation: number;
}

/** Layouts after which all is forgotten, so that a long day of edits takes no more memory than a short one. */
export const OLDEST = 200;
