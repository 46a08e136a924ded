import type { Slide } from "../model/deck.ts";
import type { DeckProperties } from "../model/story.ts";
import type { Setting } from "./context/setting.ts";
import type { SlideDraft } from "./pages.ts";

/**
 * What a layout leaves to the next one, for whoever lays out one deck again and again while it is written. It changes how
 * long a layout takes and nothing else.
 */
export interface LayoutMemory {
  left: Left | undefined;
}

export const startLayoutMemory = (): LayoutMemory => ({ left: undefined });

export interface Left {
  /** All that drafts depend on beside their slide; for another one everything is forgotten. */
  readonly question: string;
  readonly setting: Setting;
  readonly properties: DeckProperties;
  readonly drafts: WeakMap<Slide, SlideDraft>;
  /** Slides by round and id, as they were laid out. */
  readonly slides: ReadonlyMap<string, Slide>;
  /** Layouts that have added to what the setting remembers. */
  readonly age: number;
}

/** Layouts after which all is forgotten, so that a long day of edits takes no more memory than a short one. */
export const OLDEST = 200;
