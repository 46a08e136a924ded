import { diffWordsWithSpace } from "diff";
import { withoutMarkup } from "../../locales/markup.ts";
import type { WordChange } from "../../model/changes.ts";

/** Number with its sign, marks and unit sign: what changes in a sentence when its figure does. */
const NUMBER = /[+\-−–]?\p{Sc}?\p{N}+(?:[.,:\u00a0\u202f ]?\p{N}+)*\s?[%\p{Sc}]?/gu;

/** True where two sentences say the same but for the numbers in them. */
export const sameButNumbers = (before: string, now: string): boolean => {
  const masked = (text: string): string => text.replace(NUMBER, "#").replace(/\s+/gu, " ").trim();
  return masked(before) === masked(now);
};

/** Words of two texts in one row: those of both, those that are gone and those that are new. */
export const wordChanges = (before: string, now: string): readonly WordChange[] =>
  diffWordsWithSpace(before, now).map(({ value, added, removed }) => ({
    text: value,
    way: added ? "added" : removed ? "removed" : "same",
  }));

/** A sentence of a bundle as readers see it. */
export const shownText = (sentence: string): string => withoutMarkup(sentence).trim();
