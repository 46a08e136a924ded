import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal } from "../../src/base/decimal.ts";
import { niceStep, niceSteps, span } from "../../src/charts/lower/scale.ts";
import { allSeries, bundleOf, contextFor, lowerChart, textsOf } from "./fixture.ts";

const amount = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: -4, max: 6 }))
  .map(([digits, power]) => new Decimal(digits).times(new Decimal(10).pow(power)).toNumber());

const cents = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 100);

describe("nice steps", () => {
  test("are 1, 2, 2.5 or 5 times a power of ten", () => {
    expect(niceStep(new Decimal(0.3)).toNumber()).toBe(0.5);
    expect(niceStep(new Decimal(0.2)).toNumber()).toBe(0.2);
    expect(niceStep(new Decimal(2.1)).toNumber()).toBe(2.5);
    expect(niceStep(new Decimal(6)).toNumber()).toBe(10);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (raw) => {
        const step = niceStep(new Decimal(raw));
        const mantissa = Number(step.toExponential().split("e")[0]);
        expect([1, 2, 2.5, 5]).toContain(mantissa);
        expect(step.gte(raw)).toBe(true);
        expect(step.div(raw).lt(2.51)).toBe(true);
      }),
    );
  });

  test("cover the data, are evenly spaced and exact, and hold zero where bars need it", () => {
    fc.assert(
      fc.property(amount, amount, fc.boolean(), fc.integer({ min: 2, max: 12 }), (a, b, zero, count) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const steps = niceSteps(low, high, { zero, count });
        expect(steps.min).toBeLessThanOrEqual(low);
        expect(steps.max).toBeGreaterThanOrEqual(high);
        expect(steps.max).toBeGreaterThan(steps.min);
        if (zero) expect(steps.ticks).toContain(0);
        expect(steps.ticks[0]).toBe(steps.min);
        expect(steps.ticks.at(-1)).toBe(steps.max);
        steps.ticks.forEach((tick, n) => {
          expect(tick).toBe(new Decimal(steps.min).plus(new Decimal(steps.major).times(n)).toNumber() + 0);
        });
        expect(steps.ticks.length).toBeLessThanOrEqual(count + 3);
      }),
    );
  });

  test("do not drift as binary fractions do", () => {
    expect(niceSteps(0, 0.7, { count: 7 }).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  });

  test("leave percentages at 100", () => {
    expect(niceSteps(60, 98, { zero: false, headroom: 0.2, cap: 100 }).max).toBe(100);
  });
});

describe("floating bars", () => {
  test("stack to their ends exactly, on both sides of zero", () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const { base, part, below } = span(a, b);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        if (below !== null) {
          expect([below, part]).toEqual([low, high]);
          expect(base).toBeNull();
        } else if (low >= 0) expect(new Decimal(base ?? 0).plus(part).toNumber()).toBe(high);
        else expect(new Decimal(base ?? 0).plus(part).toNumber()).toBe(low);
      }),
    );
  });
});

test.each<[readonly number[], readonly string[]]>([
  [
    [1e-7, 2e-7],
    ["0.0000001", "0.0000002"],
  ],
  [
    [0.004, 12],
    ["0.004", "12.000"],
  ],
  [
    [12.345, 12.349],
    ["12.345", "12.349"],
  ],
  [
    [12.345, 16],
    ["12.35", "16.00"],
  ],
  [
    [1e14, 3e14],
    ["100,000,000,000,000", "300,000,000,000,000"],
  ],
])("%j are written so that none reads as zero or as another", (values, texts) => {
  const data = values.map((value, n) => ({ label: `L${n}`, value }));
  const chart = { id: "x", kind: "column", message: "M", data };
  const bundle = { ...bundleOf([]), charts: [chart] };
  const context = contextFor(bundle);
  const [series] = allSeries(lowerChart(chart, context));
  expect(textsOf(series?.labels ?? [])).toEqual(texts);
  const decimals = texts[0]?.split(".")[1]?.length ?? 0;
  expect(series?.format.code).toContain(decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`);
  expect(context.figures.all["x.total"]?.decimals).toBe(decimals);
});
