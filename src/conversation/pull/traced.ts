import type { JsonPath } from "../../base/json-path.ts";
import type { Origin } from "../../base/origin.ts";
import type { DeckMap, ParagraphMap } from "../../model/deck-map.ts";
import type { ReturnedChange } from "../../model/returned.ts";
import type { Change } from "./words.ts";
import { changesIn, compared } from "./words.ts";

/**
 * The changes of a paragraph, each at its place in the bundle: words of one text of the bundle as an edit of it, a
 * figure by its name, and what is ours, or of several texts, as wording.
 */
export function changesOf(
  paragraph: ParagraphMap,
  after: string,
  figures: DeckMap["figures"],
): readonly ReturnedChange[] {
  return changesIn(paragraph.text, after).map((change) => placed(change, paragraph, figures));
}

function placed(
  change: Change,
  { text, origins }: ParagraphMap,
  figures: DeckMap["figures"],
): ReturnedChange {
  const { start, end, before, after } = trimmed(change);
  const touched = start === end ? around(origins, start) : origins.filter((one) => overlaps(one, start, end));
  const printed = touched.find(({ figure, value }) => figure !== undefined || value !== undefined);
  if (printed !== undefined) {
    const from = printed.figure === undefined ? undefined : figures[printed.figure];
    const path = from ?? printed.path;
    const was = text.slice(printed.at, printed.at + printed.length);
    const tail = text.slice(Math.max(start, printed.at), printed.at + printed.length);
    return {
      kind: "figure",
      before: before.length >= was.length || tail === "" ? before : was,
      after:
        before.length >= was.length
          ? after
          : was.slice(0, Math.max(0, start - printed.at)) + after + was.slice(Math.max(0, end - printed.at)),
      ...(printed.figure === undefined ? {} : { figure: printed.figure }),
      ...(path === undefined ? {} : { path }),
    };
  }
  const [first] = touched;
  const last = touched.at(-1);
  const path = first?.path;
  const whole = touched.every((one) => one.start !== undefined && String(one.path) === String(path));
  if (first?.start === undefined || last?.start === undefined || path === undefined || !whole)
    return { kind: "wording", before, after, ...placeOf(touched) };
  if (!covers(touched, start, end, text)) return { kind: "wording", before, after, path };
  return {
    kind: "text",
    path,
    start: first.start + Math.max(0, start - first.at),
    end: last.start + Math.min(last.length, end - last.at),
    ...{ before, after },
  };
}

const placeOf = (touched: readonly Origin[]): { readonly path?: JsonPath } => {
  const path = touched.find((one) => one.path !== undefined)?.path;
  return path === undefined ? {} : { path };
};

/** Leaves out what both sides begin and end with: a word that was lengthened leaves its stem. Spaces stay with words. */
function trimmed({ start, end, before, after }: Change): Change {
  const [a, b] = [compared(before), compared(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head] && /\s/.test(a.charAt(head))) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail] &&
    /\s/.test(a.charAt(a.length - 1 - tail))
  )
    tail += 1;
  return {
    start: start + head,
    end: end - tail,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}

const overlaps = ({ at, length }: Origin, start: number, end: number): boolean =>
  at < end && at + length > start;

/** The origin in which a place lies; at a seam that of words before one of a figure, and what stands before it first. */
function around(origins: readonly Origin[], at: number): readonly Origin[] {
  const touching = origins.filter((one) => one.at <= at && one.at + one.length >= at);
  const inside = touching.find((one) => one.at < at && one.at + one.length > at);
  const words = touching.find(
    (one) => one.start !== undefined && one.figure === undefined && one.value === undefined,
  );
  const one = inside ?? words ?? touching.find(({ figure }) => figure === undefined);
  return one === undefined ? [] : [one];
}

/** True where origins leave nothing out but spaces between them. */
function covers(origins: readonly Origin[], start: number, end: number, text: string): boolean {
  let at = start;
  for (const origin of origins) {
    if (text.slice(at, origin.at).trim() !== "") return false;
    at = Math.max(at, origin.at + origin.length);
  }
  return text.slice(at, end).trim() === "";
}
