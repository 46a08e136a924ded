import type { JsonPath } from "../../base/json-path.ts";
import type { Origin } from "../../base/origin.ts";
import type { DeckMap, ParagraphMap } from "../../model/deck-map.ts";
import type { ReturnedChange } from "../../model/returned.ts";
import type { WordEdit } from "./words.ts";
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
  change: WordEdit,
  { text, origins }: ParagraphMap,
  figures: DeckMap["figures"],
): ReturnedChange {
  const { start, end, before, after } = seamed(trimmed(change), text, origins);
  const touched = start === end ? around(origins, start) : origins.filter((one) => overlaps(one, start, end));
  const printed = touched.find(({ figure, value }) => figure !== undefined || value !== undefined);
  if (printed !== undefined) {
    // Of a number that was changed in part, all of it is said.
    const from = Math.min(start, printed.at);
    const to = Math.max(end, printed.at + printed.length);
    const path = (printed.figure === undefined ? undefined : figures[printed.figure]) ?? printed.path;
    return {
      kind: "figure",
      before: text.slice(from, to),
      after: text.slice(from, start) + after + text.slice(end, to),
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

/** Leaves out the spaces that both sides begin and end with. */
function trimmed({ start, end, before, after }: WordEdit): WordEdit {
  const head = Math.min(before.search(/\S|$/u), after.search(/\S|$/u));
  const [a, b] = [before.slice(head), after.slice(head)];
  const tail = Math.min(a.length - a.trimEnd().length, b.length - b.trimEnd().length);
  return {
    start: start + head,
    end: end - tail,
    before: a.slice(0, a.length - tail),
    after: b.slice(0, b.length - tail),
  };
}

/** True for words of one text of the bundle, letter by letter. */
const isWords = ({ start, figure, value }: Origin): boolean =>
  start !== undefined && figure === undefined && value === undefined;

/**
 * The same insertion at a text of the bundle, where it may stand there as well: "day, as of" with a comma more is one behind
 * "day" as much as one behind the comma that follows, and "day so (Q3)" one behind "day" as much as one before the bracket.
 */
function seamed(change: WordEdit, text: string, origins: readonly Origin[]): WordEdit {
  if (change.start !== change.end) return change;
  const words = origins.filter(isWords);
  const touches = (place: number): boolean =>
    words.some(({ at, length }) => at <= place && at + length >= place);
  let { start, after } = change;
  while (!touches(start) && start > 0 && compared(text.charAt(start - 1)) === compared(after.slice(-1))) {
    start -= 1;
    after = compared(text.charAt(start)) + after.slice(0, -1);
  }
  return touches(start) ? { ...change, start, end: start, after } : change;
}

const overlaps = ({ at, length }: Origin, start: number, end: number): boolean =>
  at < end && at + length > start;

/** The origin in which a place lies; at a seam that of words before one of a figure, and what stands before it first. */
function around(origins: readonly Origin[], at: number): readonly Origin[] {
  const touching = origins.filter((one) => one.at <= at && one.at + one.length >= at);
  const inside = touching.find((one) => one.at < at && one.at + one.length > at);
  const one = inside ?? touching.find(isWords) ?? touching.find(({ figure }) => figure === undefined);
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
