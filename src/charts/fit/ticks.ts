import { Decimal } from "../../base/decimal.ts";
import type { CategoryCoordinates, ValueAxis } from "../../model/chart.ts";
import type { Rect } from "../marks/geometry.ts";

/**
 * Leaves out ticks that would stand closer than `least` pt on an axis of `length` pt. Only every n-th is kept where n
 * divides their number, so that both ends stay ticks; zero stays one where it was.
 */
export function thinTicks(axis: ValueAxis, length: number, least: number): ValueAxis {
  const count = axis.ticks.length - 1;
  const zero = axis.ticks.findIndex((tick) => tick.value === 0);
  const fits = (n: number): boolean => (length / count) * n >= least;
  for (let n = 1; n < count; n += 1) {
    if (count % n !== 0 || (zero > 0 && zero % n !== 0) || !fits(n)) continue;
    return {
      ...axis,
      major: new Decimal(axis.major).times(n).toNumber(),
      ticks: axis.ticks.filter((_tick, i) => i % n === 0),
    };
  }
  return {
    ...axis,
    major: new Decimal(axis.major).times(Math.max(1, count)).toNumber(),
    ticks: axis.ticks.filter((_tick, i) => i === 0 || i === count),
  };
}

/** Least distance of ticks on a vertical axis, in pt. */
const leastTick = (labelSize: number): number => labelSize * 2;

/** The coordinates with the ticks for which its axes have room in a plot. */
export function thinnedPlane(
  coordinates: CategoryCoordinates,
  plot: Rect,
  labelSize: number,
): CategoryCoordinates {
  const length = coordinates.orientation === "vertical" ? plot.h : plot.w;
  const thinned = (axis: ValueAxis): ValueAxis =>
    axis.visible
      ? thinTicks(axis, length, coordinates.orientation === "vertical" ? leastTick(labelSize) : labelSize * 5)
      : axis;
  return {
    ...coordinates,
    value: thinned(coordinates.value),
    ...(coordinates.secondary === undefined ? {} : { secondary: thinned(coordinates.secondary) }),
  };
}
