import type { Slide } from "../model/deck.ts";
import type { DeckProperties } from "../model/story.ts";
import type { SlideDraft } from "./pages.ts";
import type { Setting } from "./setting.ts";

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

/**
 * Answers that are kept for as long as one layout lasts: fitting asks the same questions at every step. `about` is known
 * by identity, as blocks never change; `question` says all else that the answer depends on.
 */
export type Remembered<K extends object, V> = (about: K, question: string, answer: () => V) => V;

export function remembered<K extends object, V>(): Remembered<K, V> {
  const known = new WeakMap<K, Map<string, V>>();
  return (about, question, answer) => {
    let answers = known.get(about);
    if (answers === undefined) {
      answers = new Map();
      known.set(about, answers);
    }
    const before = answers.get(question);
    if (before !== undefined) return before;
    const made = answer();
    answers.set(question, made);
    return made;
  };
}
