import type { JsonPath } from "../base/json-path.ts";
import type { Origin } from "../base/origin.ts";
import { linksIn } from "../locales/links.ts";

/** A text as its author or a locale wrote it, and the places in it that carry a mark. */
export interface SourceText {
  /** Field of the bundle, or phrase of ours, that its letters come from. */
  readonly from: { readonly path: JsonPath } | { readonly phrase: string };
  readonly units: readonly Unit[];
}

/** One UTF-16 unit of a text as it may be printed. */
interface Unit {
  readonly letter: string;
  /** Span of the source that it comes from: itself, or the expression that printed it. */
  readonly start: number;
  readonly end: number;
  /** Ids of the figures that the expression names; absent for what stands in the source as it is printed. */
  readonly figure?: string;
  /** True for markup and signs, which may be missing in print. */
  readonly optional: boolean;
}

/** Span of UTF-16 indices. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const EXPRESSION = /\{\{.*?\}\}/gsu;
const ADDRESS = /(?:https?:\/\/|mailto:|www\.)[^\s)\]>]*|[\w.+-]+@[\w-]+\.[\w.-]+|`[^`]*`/giu;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Marks that may end a part of a text that is printed alone: a sentence or a clause. */
const STOP = /[.!?…。！？:;–—\n]/gu;

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ start: index, end: index + found.length }));

const within = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ start, end }) => at >= start && at < end);

/**
 * UTF-16 indices behind which marks stand: the first letter of a text, and of what follows a stop; of what is `filled`,
 * also of what follows an expression. Expressions, addresses and code keep their letters together.
 */
function markedPlaces(text: string, filled: boolean): readonly number[] {
  const kept = [...spansOf(text, EXPRESSION), ...spansOf(text, ADDRESS), ...targetsIn(text)];
  const places: number[] = [];
  const stops = [...text.matchAll(STOP)]
    .filter(({ index }) => !within(kept, index))
    .map(({ index }) => index);
  if (filled) stops.push(...spansOf(text, EXPRESSION).map(({ start }) => start));
  let before = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (within(kept, index)) continue;
    if (places.length === 0 || stops.some((stop) => stop >= before && stop < index)) places.push(index);
    before = index + word.length;
  }
  return places;
}

/** Spans of the addresses of links. */
const targetsIn = (text: string): readonly Span[] =>
  linksIn(text).map(({ start, end, label, target }) => ({
    start: label === target ? start : start + 1 + label.length,
    end,
  }));

/** The text with a mark behind the first letter, and its accents, of each place. */
export function withMarks(text: string, filled: boolean, markOf: (start: number) => string): string {
  let out = "";
  let from = 0;
  for (const start of markedPlaces(text, filled)) {
    const [letter = ""] = /^.\p{M}*/su.exec(text.slice(start)) ?? [];
    const at = start + letter.length;
    out += text.slice(from, at) + markOf(start);
    from = at;
  }
  return out + text.slice(from);
}

/** The source of a text, ready to be found in print; `print` gives what an expression prints. */
export function sourceText(
  text: string,
  from: SourceText["from"],
  print?: (expression: string) => string,
): SourceText {
  const units: Unit[] = [];
  const targets = targetsIn(text);
  const plain = (start: number, end: number): void => {
    for (let at = start; at < end; at++) {
      const letter = text.charAt(at);
      units.push({
        ...{ letter, start: at, end: at + 1 },
        optional: /[*\\[\]<>!]/.test(letter) || within(targets, at),
      });
    }
  };
  let done = 0;
  for (const { start, end } of spansOf(text, EXPRESSION)) {
    plain(done, start);
    done = end;
    const expression = text.slice(start, end);
    // What a phrase is filled with comes from elsewhere: nothing is read across it.
    if (print === undefined) units.push({ letter: "", start, end, optional: false });
    const figure = expression.replaceAll(/[{}]/g, "").trim();
    for (const letter of (print?.(expression) ?? "").split(""))
      units.push({ letter, start, end, figure, optional: /[*\\−+-]/.test(letter) });
  }
  plain(done, text.length);
  return { from, units };
}

/** A letter as it is compared: quotation marks, dashes, spaces and capitals are set by language and place. */
function folded(letter: string): string {
  if (/[‘’‚'ʼ]/.test(letter)) return "'";
  if (/[“”„"«»]/.test(letter)) return '"';
  if (/[−–—-]/.test(letter)) return "-";
  return /\s/.test(letter) ? " " : letter.toLowerCase();
}

/** Origin of each UTF-16 unit of a printed text. */
export type Traced = (Omit<Origin, "at" | "length"> | undefined)[];

/**
 * Follows a source through a printed text from a letter that is known to be its own, rightwards up to `most` and
 * leftwards over what nothing claims, and writes down where each unit came from.
 */
export function follow(
  source: SourceText,
  start: number,
  printed: string,
  at: number,
  most: number,
  traced: Traced,
): void {
  const first = source.units.findIndex((unit) => unit.start === start && unit.figure === undefined);
  if (first < 0) return;
  step(source, first, printed, at, 1, (n) => n < most, traced);
  step(source, first - 1, printed, at - 1, -1, (n) => n >= 0 && traced[n] === undefined, traced);
}

function step(
  { from, units }: SourceText,
  first: number,
  printed: string,
  at: number,
  by: 1 | -1,
  open: (at: number) => boolean,
  traced: Traced,
): void {
  let n = at;
  let matched: number[] = [];
  let unit = first;
  for (; open(n) && unit >= 0 && unit < units.length; unit += by) {
    const one = units[unit];
    if (one === undefined) break;
    if (one.letter !== "" && folded(one.letter) === folded(printed.charAt(n))) {
      traced[n] =
        "phrase" in from
          ? from
          : {
              ...{ path: from.path, start: one.start, end: one.end },
              ...(one.figure === undefined ? {} : { figure: one.figure }),
            };
      matched.push(n);
      n += by;
    } else if (!one.optional) break;
  }
  // Where the text was cut, a space that follows may be anybody's.
  const ended = unit < 0 || unit >= units.length;
  while (!ended && matched.length > 0 && /\s/.test(printed.charAt(matched.at(-1) ?? 0))) {
    traced[matched.at(-1) ?? 0] = undefined;
    matched = matched.slice(0, -1);
  }
}

/** Origins of a text from those of its units: neighbours that continue one another are one. */
export function gathered(traced: Traced): readonly Origin[] {
  const out: Origin[] = [];
  traced.forEach((one, at) => {
    if (one === undefined) return;
    const last = out.at(-1);
    if (last !== undefined && last.at + last.length === at && continues(last, one))
      out[out.length - 1] = {
        ...last,
        length: last.length + 1,
        ...(one.end === undefined ? {} : { end: one.end }),
      };
    else out.push({ at, length: 1, ...one });
  });
  return out;
}

function continues(last: Origin, one: Omit<Origin, "at" | "length">): boolean {
  if (last.phrase !== one.phrase || last.figure !== one.figure || last.value !== one.value) return false;
  if (String(last.path) !== String(one.path)) return false;
  return one.figure === undefined && one.start !== undefined
    ? last.end === one.start
    : last.start === one.start;
}
