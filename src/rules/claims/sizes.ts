import type { Size } from "../languages/reading/claims.ts";

/** A statement about two values: which is more, and by how much. */
export interface Relation {
  readonly way: "up" | "down" | "flat";
  readonly negated?: boolean;
  readonly size?: Size;
  /** So many times as much, and at least or at most so many. */
  readonly times?: number;
  readonly bound?: "more" | "less" | undefined;
  readonly room?: number | undefined;
}

export const SIGN = { up: ">", down: "<" } as const;

/** Better and worse are more or less by what is good; undefined where that is not known. */
export const judged = <W extends string>(
  way: W,
  better: "higher" | "lower" | undefined,
): Exclude<W, "better" | "worse"> | "up" | "down" | undefined => {
  if (way !== "better" && way !== "worse") return way as Exclude<W, "better" | "worse">;
  if (better === undefined) return undefined;
  return (better === "higher") === (way === "better") ? "up" : "down";
};

/** The ways that better and worse may be where nothing says what is good: both. */
export const waysOf = <W extends string>(
  way: W,
  better: "higher" | "lower" | undefined,
): readonly (Exclude<W, "better" | "worse"> | "up" | "down")[] => {
  const one = judged(way, better);
  return one === undefined ? ["up", "down"] : [one];
};

const short = (value: number, digits = 6): string => String(Number(value.toPrecision(digits)));

/** The test that a relation holds from one value to another; undefined where values of that unit have no such size. */
export const relation =
  ({ way, negated = false, size, times, bound, room }: Relation, unit: string) =>
  (from: string, to: string): string | undefined => {
    if (way === "flat") {
      if (negated) return undefined;
      const still = `abs(change(${from}, ${to})) <= 5%`;
      // A point up or down on a large percentage is still.
      const point = `abs(${to} - ${from}) <= 1 and abs(change(${from}, ${to})) <= 15%`;
      return unit === "%" || unit === "pp" ? `${still} or ${point}` : still;
    }
    if (times !== undefined) return multiple(`ratio(${to}, ${from})`, times, bound, room);
    if (size !== undefined && !negated) return sizeTest(size, way, from, to, unit);
    const test = `${to} ${SIGN[way]} ${from}`;
    return negated ? `not (${test})` : test;
  };

/** Room on the far side of a multiple: what fell to 42% has halved, what rose to 2.3 times as much has doubled. */
const LEAST_PART = 0.8;
const MOST_TIMES = 1.18;

/** "three times as much", "more than twice", "half", "30% more" */
export function multiple(ratio: string, times: number, bound?: "more" | "less", room = times * 0.1): string {
  if (bound !== undefined) return `${ratio} ${bound === "more" ? ">" : "<"} ${times}`;
  return `about(${ratio}, ${short(times)}, ${short(room)})`;
}

/** Undefined where the unit has no size of this kind: points of what is no percentage, an amount in another unit. */
export function sizeTest(
  { kind, value, step, bound, unit: said }: Size,
  way: "up" | "down",
  from: string,
  to: string,
  unit: string,
): string | undefined {
  const signed = (up: string): string => (way === "up" ? up : `-${up}`);
  const held = (moved: string, factor = 1): string => {
    const [at, room] = [short(factor * value), short(factor * step, 2)];
    const percent = factor === 1 ? "" : "%";
    if (bound === undefined) return `about(${moved}, ${at}${percent}, ${room}${percent})`;
    return `${moved} ${bound === "more" ? ">" : "<"} ${at}${percent}`;
  };
  if (kind === "factor") {
    const ratio = `ratio(${to}, ${from})`;
    // Who says twice may say it of a little more, rather than of less.
    if (bound === undefined)
      return value < 1
        ? `${ratio} >= ${short(value * LEAST_PART)} and ${ratio} <= ${short(value + step)}`
        : `${ratio} >= ${short(value - step)} and ${ratio} <= ${short(value * MOST_TIMES)}`;
    if (way === "up") return held(ratio);
    // "more than halved" goes beyond a half, downwards.
    return `${ratio} ${bound === "more" ? "<" : ">"} ${value}`;
  }
  if (kind === "points" && unit !== "%" && unit !== "pp") return undefined;
  if (kind === "amount" && said !== unit) return undefined;
  if (kind !== "fraction") return held(way === "up" ? `${to} - ${from}` : `${from} - ${to}`);
  const change = signed(`change(${from}, ${to})`);
  return bound === "less" ? `${held(change)} and ${change} > 0` : held(change);
}
