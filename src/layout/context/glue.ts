import { literal } from "../../base/pattern.ts";
import type { Rich } from "../../model/text.ts";

/** Places in a text where a line should not end, as UTF-16 indexes of the spaces there. */
export interface GlueSpaces {
  /** Between a currency and its amount, a day and its month, "page" or "Q3" and its number. */
  readonly strong: readonly number[];
  /**
   * Between a number, its scale and its unit, a month and its year, the parts of a name: "1,920 thousand", "43 days",
   * "May 2026", "Ingrid Dahl".
   */
  readonly weak: readonly number[];
}

/** Words of a language that stand with numbers, as regular expressions without flags. */
export interface NumberWords {
  /** "January|…": one before or after a day of one or two digits is its month. */
  readonly months: string;
  /** "page|…": a number follows. */
  readonly before: string;
  /** "thousand|million": a number comes first, and its unit may follow. */
  readonly scales: string;
  /** "days|hours|…": a number comes first. */
  readonly after: string;
  /** True where a space separates thousands: "6 400". */
  readonly spaced: boolean;
}

const NO_BREAK = "\u00a0";

/** Names whose widths are known: emoji, and letters of scripts that each program sets in a font of its own, are guessed. */
const NAME = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}.'’ -]+$/u;

/** ISO 4217 codes, and the names of quarters, half-years and weeks, are the same everywhere. */
const CURRENCY = String.raw`(?<=\b\p{Lu}{3}) (?=[-−+]?\d)|(?<=\d) (?=\p{Lu}{3}\b)`;
const PERIOD = String.raw`(?<=\b[QHW]\d{1,2}) (?=\d{4}\b)`;

/**
 * Finds the spaces of texts in a language where a line should not end; without its words only those that every language has.
 * `units` are the units of the deck in all forms that follow numbers, `names` those of its people.
 */
export function createGlueFinder(
  words: NumberWords | undefined,
  units: readonly string[] = [],
  names: readonly string[] = [],
): (text: string) => GlueSpaces {
  const day = String.raw`(?:[1-9]|[12]\d|3[01])`;
  const strong = [
    CURRENCY,
    PERIOD,
    ...(words === undefined
      ? []
      : [
          String.raw`(?<=\b${day}\.?) (?=(?:${words.months})(?!\p{L}))`,
          String.raw`(?<=(?<!\p{L})(?:${words.months})) (?=${day}(?!\d|[.,]\d|%))`,
          String.raw`(?<=(?<!\p{L})(?:${words.before})) (?=\d)`,
          ...(words.spaced ? [String.raw`(?<=(?<![\d.,])\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))`] : []),
        ]),
  ];
  const strongPattern = new RegExp(strong.join("|"), "gu");
  const after = [...(words === undefined ? [] : [words.scales, words.after]), ...units.map(asPattern)];
  const scaled = words === undefined ? "" : `(?:[ ${NO_BREAK}](?:${words.scales}))?`;
  const weak = [
    ...(after.length === 0
      ? []
      : [new RegExp(String.raw`(?<=\d${scaled}) (?=(?:${after.join("|")})(?!\p{L}))`, "giu")]),
    ...(words === undefined
      ? []
      : [
          new RegExp(String.raw`(?<=\b\p{Lu}{3}) (?=(?:${words.scales})(?!\p{L}))`, "gu"),
          new RegExp(String.raw`(?<=(?<!\p{L})(?:${words.months})(?: ${day},)?) (?=\d{4}(?!\d))`, "gu"),
        ]),
  ];
  const at = (text: string, pattern: RegExp): readonly number[] =>
    Array.from(text.matchAll(pattern), ({ index }) => index);
  const several = names.filter((name) => name.includes(" ") && NAME.test(name));
  return (text) => {
    const held = several.flatMap((name) => (text.includes(name) ? spacesOf(text, name) : []));
    if (!/\d|\b\p{Lu}{3} /u.test(text)) return held.length === 0 ? NO_GLUE : { strong: [], weak: held };
    return {
      strong: at(text, strongPattern),
      weak: [...weak.flatMap((pattern) => at(text, pattern)), ...held],
    };
  };
}

/** Indexes of the spaces inside a name, wherever a text has it. */
function spacesOf(text: string, name: string): readonly number[] {
  const inside = Array.from(name.matchAll(/ /gu), ({ index }) => index);
  const found: number[] = [];
  for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + name.length))
    found.push(...inside.map((index) => start + index));
  return found;
}

/** A unit as it stands in a text: its words may be joined already. */
const asPattern = (unit: string): string => literal(unit).replaceAll(/\s+/g, `[ ${NO_BREAK}]`);

const NO_GLUE: GlueSpaces = { strong: [], weak: [] };

/**
 * Glued spaces on lines `width` wide: those where the words that they join, together with what is already joined to them,
 * fit on a line. Strong ones come first, so that a narrow line parts the unit from the amount before the amount from its
 * currency. A weak one must also fit in a wider font: where the theme's is missing, what is joined would break in the middle
 * of a word; `wider` says by what factor. `reach` gives the width from one UTF-16 index to another, in the same unit.
 */
export function gluedAt(
  text: string,
  glue: GlueSpaces,
  width: number,
  reach: (from: number, to: number) => number,
  wider = 1,
): readonly number[] {
  if (glue.strong.length === 0 && glue.weak.length === 0) return [];
  const held = new Set<number>();
  const attempt = (at: number, most: number): void => {
    let from = at;
    while (from > 0 && (held.has(from - 1) || !isSpace(text, from - 1))) from -= 1;
    let to = at + 1;
    while (to < text.length && (held.has(to) || !isSpace(text, to))) to += 1;
    if (reach(from, to) <= most) held.add(at);
  };
  for (const at of glue.strong) attempt(at, width);
  for (const at of glue.weak) if (!held.has(at)) attempt(at, width / wider);
  return [...held].sort((a, b) => a - b);
}

const isSpace = (text: string, at: number): boolean =>
  /\s/.test(text.charAt(at)) && text.charAt(at) !== NO_BREAK;

/** The sentence with no-break spaces at these places, so that every program breaks its lines where the layout does. */
export function withGlue(text: Rich, places: readonly number[]): Rich {
  if (places.length === 0) return text;
  let start = 0;
  return text.map((run) => {
    const end = start + run.text.length;
    const own = places.filter((place) => place >= start && place < end);
    const words = own.reduce((all, place) => {
      const at = place - start;
      return all.slice(0, at) + NO_BREAK + all.slice(at + 1);
    }, run.text);
    start = end;
    return own.length === 0 ? run : { ...run, text: words };
  });
}
