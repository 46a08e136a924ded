import type { Comparison, Size } from "./claims.ts";
import type { Quantity } from "./language.ts";

/** Words of a language around the size of a move. */
export interface SizeWords {
  /** Hedges at the end of the words before a size. */
  readonly more: RegExp;
  readonly less: RegExp;
  readonly about: RegExp;
  /** A fraction in words right behind a move, with its hedge in a group of that name. */
  readonly fraction: RegExp;
  /** The unit fraction that such a match names, and how many of it: two of a third. */
  readonly parts: (groups: Readonly<Record<string, string | undefined>>) => {
    readonly one: number;
    readonly count: number;
  };
  /** All that may stand between a move and its number, with the hedge in a group of that name. */
  readonly toNumber: RegExp;
  /** Words of time that may stand between a move and its size: fallen since 2020 by a fifth. */
  readonly gap: RegExp;
  /** Words behind a number that make it a rate of a year. */
  readonly yearly: RegExp;
  /** Forms of a number, or words behind it, by which it is a level and no size: to 34%. */
  readonly level?: RegExp;
  readonly numbersIn: (text: string) => readonly Quantity[];
}

/** Room around a fraction in words, as a share of it; a half is said more precisely. */
const ROOM = 0.15;
const ROOM_OF_HALF = 0.05;
/** Room around a multiple, as a share of it: of one that is hedged, of one below 1, and of any other. */
const ROOMS = { about: 0.18, below: 0.12, above: 0.1 } as const;
/** Room that "about" adds to a number, as a share of it. */
const ABOUT = 0.075;

/** Bound that a hedge at the end of some words sets. */
export const boundOf = (
  { more, less }: Pick<SizeWords, "more" | "less">,
  hedge: string,
): Pick<Size, "bound"> => (more.test(hedge) ? { bound: "more" } : less.test(hedge) ? { bound: "less" } : {});

/** Rounding of a fraction in words, as a part of it. */
const ROOM_OF_PART = 0.15;

/**
 * The multiple that a comparison has by the share before it: 30% fewer is 0.7 times as many. `percent` is the share as it
 * is written, and undefined where it is a fraction in words.
 */
export function withShare(
  said: Comparison,
  by: number,
  percent: string | undefined,
  hedge: string,
  words: Pick<SizeWords, "about" | "more" | "less">,
): Comparison {
  const step = percent === undefined ? ROOM_OF_PART * by : (/[.,]/.test(percent) ? 0.0005 : 0.005) * 1.001;
  const { bound } = boundOf(words, hedge);
  return {
    ...said,
    times: said.way === "up" ? 1 + by : 1 - by,
    room: words.about.test(hedge) ? step + 0.1 * by : step,
    // More than 30% fewer is less than 0.7 times as many.
    ...(bound === undefined ? {} : { bound: (bound === "more") === (said.way === "up") ? "more" : "less" }),
  };
}

/** The size of a move in the words around it; of one that multiplies, by its factor. */
export const sizeReader =
  (words: SizeWords) =>
  (before: string, behind: string, factor?: number): Size | undefined => {
    const gap = words.gap.exec(behind)?.[0] ?? "";
    const after = behind.slice(gap.length);
    if (factor !== undefined) {
      const hedge = before.trimEnd();
      const room = words.about.test(hedge) ? ROOMS.about : factor < 1 ? ROOMS.below : ROOMS.above;
      return { text: "", kind: "factor", value: factor, step: factor * room, ...boundOf(words, hedge) };
    }
    const fraction = words.fraction.exec(after);
    if (fraction !== null) {
      const hedge = fraction.groups?.["hedge"]?.trimEnd() ?? "";
      const { one, count } = words.parts(fraction.groups ?? {});
      const room = (words.about.test(hedge) ? 2 : 1) * (one === 0.5 ? ROOM_OF_HALF : ROOM * one);
      return {
        ...{ text: gap + fraction[0], kind: "fraction", value: one * count, step: room },
        ...boundOf(words, hedge),
      };
    }
    const [quantity] = words.numbersIn(after);
    const at = quantity === undefined ? -1 : after.indexOf(quantity.text);
    const between = at < 0 ? null : words.toNumber.exec(after.slice(0, at));
    if (quantity === undefined || between === null) return undefined;
    const levels = [quantity.text, after.slice(at + quantity.text.length)];
    if (words.level !== undefined && levels.some((each) => words.level?.test(each) === true))
      return undefined;
    const hedge = between.groups?.["hedge"]?.trimEnd() ?? "";
    const { value, unit } = quantity;
    const step = (quantity.step / 2) * 1.001 + (words.about.test(hedge) ? ABOUT * value : 0);
    const end = at + quantity.text.length;
    const common = {
      text: gap + after.slice(0, end),
      ...boundOf(words, hedge),
      ...(words.yearly.test(after.slice(end)) ? { yearly: true as const } : {}),
    };
    if (unit === "%") return { ...common, kind: "fraction", value: value / 100, step: step / 100 };
    if (unit === "pp") return { ...common, kind: "points", value, step };
    return { ...common, kind: "amount", value, step, unit: unit === "" ? (quantity.noun[0] ?? "") : unit };
  };

/** A comparison with what stands on the two sides of its words; `not` matches the end of what turns it round. */
export const sidesOf = (
  clause: string,
  match: RegExpExecArray,
  way: Comparison["way"],
  not: RegExp,
  times?: number,
): Comparison => ({
  text: match[0],
  left: clause.slice(0, match.index).replace(not, ""),
  ...(not.test(clause.slice(0, match.index)) ? { negated: true as const } : {}),
  right: clause.slice(match.index + match[0].length),
  way,
  ...(times === undefined ? {} : { times }),
});
