import { isWithin, stepsInCommon, valueAt } from "../../base/json-path.ts";
import type { JsonPath } from "../../model/figures.ts";
import { letters, plainText, sentences } from "../../rules/facts/sentences.ts";
import type { Laid } from "../../stages.ts";
import { eachValue, meeting, partOf } from "./places.ts";

interface Written {
  readonly letters: string;
  readonly path: JsonPath;
}

/** Texts of the bundle, and figures, as they are looked up. */
export interface Writings {
  readonly exact: ReadonlyMap<string, readonly Written[]>;
  /** By first word; none without a word of letters, for numbers stand in many texts. */
  readonly beginning: ReadonlyMap<string, readonly Written[]>;
  readonly figures: ReadonlyMap<string, readonly JsonPath[]>;
  /** These places and all that they name by id, and so on: what a page that shows them may speak of. */
  readonly reach: (from: readonly JsonPath[]) => readonly JsonPath[];
}

/** Paths that words may come from: `near` is the part of the bundle itself, `reach` what it refers to. */
export interface TextOrigin {
  readonly near: readonly JsonPath[];
  readonly reach: readonly JsonPath[];
}

/** Fields whose one-word texts are read; in any other one, a single word is an id or a choice. */
const READ_WORDS = new Set([
  "title",
  "name",
  "label",
  "term",
  "organisation",
  "confidentiality",
  "role",
  "team",
  "teams",
  "owner",
  "thanks",
]);
/** Letters that a text has at least to be recognised inside another one; fewer where that is about the same thing. */
const TELLING = 6;
const TELLING_NEARBY = 3;

/**
 * Texts reach a page without their place, because several of them may make one sentence. Here the way back is found: by
 * the text itself, its expressions resolved, and by the figures in it. A word or a figure may stand anywhere, so it is
 * looked for only in what the page is about; where several texts make one, it comes from what they have in common.
 */
export function writingsOf({ resolved, figures }: Pick<Laid, "resolved" | "figures">): Writings {
  const ids = placesById(resolved);
  const exact = new Map<string, Written[]>();
  const beginning = new Map<string, Written[]>();
  for (const { text, path } of sentences(resolved)) {
    const key = [...path].reverse().find((step) => typeof step === "string");
    const read = letters(plainText(text));
    if (read === "" || ids.has(text) || (!read.includes(" ") && !READ_WORDS.has(String(key)))) continue;
    const written = { letters: read, path };
    push(exact, read, written);
    if (wordsOf(read) > 0) push(beginning, read.split(" ")[0] ?? "", written);
  }
  const byText = new Map<string, JsonPath[]>();
  for (const { text, from } of Object.values(figures.all)) push(byText, figureKey(text), from);
  return { exact, beginning, figures: byText, reach: (from) => reached(from, resolved, ids) };
}

/** Words of a text that are no numbers. */
const wordsOf = (read: string): number => read.split(" ").filter((word) => /^\p{L}+$/u.test(word)).length;

function placesById(resolved: Laid["resolved"]): ReadonlyMap<string, JsonPath> {
  const places = new Map<string, JsonPath>();
  eachValue(resolved, [], (value, path) => {
    if (path.at(-1) === "id" && typeof value === "string") places.set(value, path.slice(0, -1));
  });
  return places;
}

function reached(
  from: readonly JsonPath[],
  resolved: Laid["resolved"],
  ids: ReadonlyMap<string, JsonPath>,
): readonly JsonPath[] {
  const all = [...from];
  const known = new Set(from.map(String));
  for (const place of all)
    eachValue(valueAt(resolved, place), place, (value, path) => {
      const named = typeof value === "string" && path.at(-1) !== "id" ? ids.get(value) : undefined;
      if (named === undefined || known.has(String(named))) return;
      known.add(String(named));
      all.push(named);
    });
  return all;
}

/** A figure as it is looked up: a table may bind its words. */
const figureKey = (text: string): string => text.replace(/\s+/g, " ").trim();

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Origin of words; `sure` where they say little else, so that the text around them has the same origin. */
export interface WordOrigin {
  readonly path: JsonPath;
  readonly sure: boolean;
  /** True where the words are a whole text of the bundle, word for word. */
  readonly whole?: true;
}

/** Finds the place in the bundle where a text is written, as far as the text shows it. */
export function lookUp(text: string, scope: TextOrigin, writings: Writings): WordOrigin | undefined {
  const read = letters(text);
  if (read === "") return undefined;
  const found = (path: JsonPath | undefined, sure: boolean): WordOrigin | undefined => path && { path, sure };
  const exact = writings.exact.get(read)?.map(({ path }) => path);
  if (exact !== undefined) {
    const path = nearest(exact, scope);
    return path && { path, sure: true, whole: true };
  }
  // The same day may be that of anything.
  const figures = writings.figures
    .get(figureKey(text))
    ?.filter((path) => path.at(-1) !== "asOf" || isReached(path, scope));
  if (figures !== undefined && figures.length > 0) return found(nearest(figures, scope), true);
  const inner = inside(read, scope, writings);
  const most = inner.find(({ letters }) => letters.length * 2 > read.length);
  const one = meeting(
    inner.map(({ path }) => path),
    scope.near,
  );
  return found(one ?? most?.path, most !== undefined);
}

/** A text of the bundle as it stands in another one, with all places where it is written. */
interface Span {
  readonly letters: string;
  readonly from: number;
  readonly to: number;
  readonly paths: JsonPath[];
}

interface Inner {
  readonly letters: string;
  readonly path: JsonPath;
}

/** The texts that stand in another one and not within a longer one there, in their order. */
function inside(read: string, scope: TextOrigin, { beginning }: Writings): readonly Inner[] {
  const around = ` ${read} `;
  const found = new Map<string, Span>();
  for (const word of new Set(read.split(" ")))
    for (const { letters, path } of beginning.get(word) ?? []) {
      const from = around.indexOf(` ${letters} `);
      if (from < 0) continue;
      const known = found.get(letters) ?? { letters, from, to: from + letters.length, paths: [] };
      known.paths.push(path);
      found.set(letters, known);
    }
  const all = [...found.values()];
  // What is meant wherever it stands says what the other words are about, most of all what is written in one place only.
  const telling = outermost(all.filter((span) => isTelling(span, scope)));
  const single = telling.filter(({ paths }) => paths.length === 1);
  const about = (single.length > 0 ? single : telling)
    .map(({ paths }) => nearest(paths, scope))
    .flatMap((path) => (path === undefined ? [] : [partOf(path)]));
  const near = [...scope.near, ...about];
  const meant = all.filter(
    (span) => isTelling(span, scope) || span.paths.some((path) => isNear(span.letters, path, near)),
  );
  return outermost(meant)
    .sort((a, b) => a.from - b.from)
    .flatMap(({ letters, paths }) => {
      const path = nearest(paths, { ...scope, near });
      return path === undefined ? [] : [{ letters, path }];
    });
}

/** Spans that are not inside another span. */
const outermost = (spans: readonly Span[]): Span[] =>
  spans.filter(({ from, to, letters }) =>
    spans.every((other) => other.letters === letters || other.from > from || other.to < to),
  );

/** True where a text counts wherever it occurs: several words, or the name of something that the page may be about. */
const isTelling = ({ letters, paths }: Span, scope: TextOrigin): boolean =>
  letters.length >= TELLING &&
  (wordsOf(letters) > 1 || paths.some((path) => path.at(-1) === "name" && isReached(path, scope)));

/** Returns true when a word inside a text can be traced to `path`, which lies in a `near` part. */
const isNear = (letters: string, path: JsonPath, near: readonly JsonPath[]): boolean =>
  letters.length >= TELLING_NEARBY &&
  near.some((place) => place.length >= (letters.length < TELLING ? 2 : 1) && isWithin(path, place));

const isReached = (path: JsonPath, { near, reach }: TextOrigin): boolean =>
  [...near, ...reach].some((place) => isWithin(path, place));

/**
 * The one that shares the most steps with a place near by, else one that the page may speak of; the first of several. Of
 * two charts, that both are charts says nothing.
 */
function nearest(paths: readonly JsonPath[], { near, reach }: TextOrigin): JsonPath | undefined {
  let best: { readonly path: JsonPath; readonly steps: number } | undefined;
  for (const path of paths) {
    const reached = reach.some((place) => isWithin(path, place)) ? 0.5 : 0;
    const steps = Math.max(
      reached,
      ...near.map((other) => (isWithin(path, other) ? other.length : stepsInCommon(path, other) - 1)),
    );
    if (best === undefined || steps > best.steps) best = { path, steps };
  }
  return best?.path;
}
