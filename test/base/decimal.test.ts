import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, digits, readableDigits, round, sum } from "../../src/base/decimal.ts";

/** Rounds units/10^scale half away from zero to `decimals`, with integers only. */
function reference(units: bigint, scale: number, decimals: number): bigint {
  if (decimals >= scale) return units * 10n ** BigInt(decimals - scale);
  const step = 10n ** BigInt(scale - decimals);
  const size = units < 0n ? -units : units;
  const rounded = (size + step / 2n) / step;
  return units < 0n ? -rounded : rounded;
}

describe("decimals", () => {
  it("round half away from zero, as integers say", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 6 }),
        (units, scale, decimals) => {
          const rounded = round(decimal(units.toString()).div(decimal(10).pow(scale)), decimals);
          expect(rounded.times(decimal(10).pow(decimals)).toFixed()).toBe(
            reference(units, scale, decimals).toString(),
          );
        },
      ),
    );
  });

  it.each([
    [1.005, 2, "1.01"],
    [-1.005, 2, "-1.01"],
    [0.5, 0, "1"],
    [-0.5, 0, "-1"],
    [2.675, 2, "2.68"],
    [0.1 + 0.2, 2, "0.3"],
  ])("take %d by its shortest text", (value, decimals, expected) => {
    expect(round(value, decimals).toFixed()).toBe(expected);
  });

  it("sum without the dust of binary fractions", () => {
    expect(sum([0.1, 0.2, -0.3]).isZero()).toBe(true);
    expect(sum([]).isZero()).toBe(true);
  });

  it("count the digits that values need", () => {
    expect(digits([14, 14.5, 14.25], 2)).toBe(2);
    expect(digits([14.123], 2)).toBe(2);
    expect(digits([1e21], 2)).toBe(0);
  });
});

it("zero has no sign", () => {
  expect(Object.is(decimal(-0).toNumber(), 0)).toBe(true);
  expect(decimal(decimal(0).neg()).toFixed()).toBe("0");
  expect(decimal("-0.0").toFixed(1)).toBe("0.0");
});

it.each([
  [[0.1 + 0.2 - 0.3, 12.5], 1],
  [[0.1 + 0.2, 0.3, 7], 1],
  [[3, 3 + 4.5e-16], 0],
  [[-0.1 - 0.2, 1_250_000], 1],
  [[0.0004, 12.5], 4],
])("%j are read by %i digits, whatever binary arithmetic leaves over", (values, expected) => {
  expect(readableDigits(values)).toBe(expected);
});
