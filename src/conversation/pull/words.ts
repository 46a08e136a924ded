import { diffWordsWithSpace } from "diff";

/** A change within a text: what stood from `start` to `end`, UTF-16 indices, and what stands there now. */
export interface WordEdit {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** Text as it is compared: line breaks and no-break spaces are set by programs. Lengths stay. */
export const compared = (text: string): string => text.replaceAll(/[\v\n\r\t\u00a0\u202f]/g, " ");

/** Paragraph as one is found again: without how its spaces stand. */
export const known = (text: string): string => compared(text).replaceAll(/\s+/g, " ").trim();

/**
 * The changes from one text to another, as few words as they take; words that were changed one beside the other, with
 * nothing but spaces between them, are one change. `before` and `after` are as they were written.
 */
export function changesIn(before: string, after: string): readonly WordEdit[] {
  const changes: { start: number; end: number; from: number; to: number }[] = [];
  let [at, now] = [0, 0];
  let open: { start: number; end: number; from: number; to: number } | undefined;
  for (const { value, added, removed } of diffWordsWithSpace(compared(before), compared(after))) {
    const { length } = value;
    if (added || removed) {
      open ??= { start: at, end: at, from: now, to: now };
      if (removed) at += length;
      else now += length;
      open = { ...open, end: at, to: now };
    } else {
      at += length;
      now += length;
      if (open !== undefined && value.trim() !== "") {
        changes.push(open);
        open = undefined;
      }
    }
  }
  if (open !== undefined) changes.push(open);
  return changes.map(({ start, end, from, to }) => ({
    ...{ start, end },
    before: before.slice(start, end),
    after: after.slice(from, to),
  }));
}
