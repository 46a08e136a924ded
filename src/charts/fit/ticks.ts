import { Decimal } from "../../base/decimal.ts";
import type { ValueAxis } from "../../model/chart.ts";

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
