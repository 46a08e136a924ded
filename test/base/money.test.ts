import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../src/base/decimal.ts";
import { internalRate, netPresentValue, payback, ratePerPeriod, ratePerYear } from "../../src/base/money.ts";

const flows = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 24 });
const rate = fc.integer({ min: 0, max: 500 }).map((thousandths) => thousandths / 1000);

describe("net present value", () => {
  // Microsoft Excel, documentation of NPV, example 1: amounts at the end of each year.
  it("is 1,188.44 in Excel's first example", () => {
    expect(netPresentValue(0.1, [-10_000, 3_000, 4_200, 6_800]).toFixed(2)).toBe("1188.44");
  });

  // Microsoft Excel, documentation of NPV, example 2: the initial cost stands outside, undiscounted.
  it("is 1,922.06 and −3,749.47 in Excel's second example", () => {
    const returns = [8_000, 9_200, 10_000, 12_000, 14_500];
    expect(netPresentValue(0.08, returns).minus(40_000).toFixed(2)).toBe("1922.06");
    expect(
      netPresentValue(0.08, [...returns, -9_000])
        .minus(40_000)
        .toFixed(2),
    ).toBe("-3749.47");
  });

  it("is linear in the amounts", () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: -9, max: 9 }), rate, (amounts, factor, r) => {
        const scaled = netPresentValue(
          r,
          amounts.map((amount) => amount * factor),
        );
        const expected = netPresentValue(r, amounts).times(factor);
        expect(scaled.minus(expected).abs().lt("1e-20")).toBe(true);
        const doubled = netPresentValue(
          r,
          amounts.map((amount, step) => amount + (amounts.at(-1 - step) ?? 0)),
        );
        const parts = netPresentValue(r, amounts).plus(netPresentValue(r, amounts.toReversed()));
        expect(doubled.minus(parts).abs().lt("1e-20")).toBe(true);
      }),
    );
  });

  it("is the plain sum without interest", () => {
    fc.assert(
      fc.property(flows, (amounts) => {
        expect(netPresentValue(0, amounts).toNumber()).toBe(
          amounts.reduce((total, amount) => total + amount, 0),
        );
      }),
    );
  });
});

describe("rates", () => {
  it("compound to the yearly rate they come from", () => {
    expect(ratePerPeriod(0.21, 2).toFixed()).toBe("0.1");
    fc.assert(
      fc.property(rate, fc.constantFrom(1, 2, 4, 12), (yearly, perYear) => {
        const back = ratePerYear(ratePerPeriod(yearly, perYear), perYear);
        expect(back.minus(yearly).abs().lt("1e-30")).toBe(true);
      }),
    );
  });
});

describe("internal rate", () => {
  // Microsoft Excel, documentation of IRR: after four years −2.1%, after five 8.7%, after two −44.4%.
  it.each([
    [[-70_000, 12_000, 15_000, 18_000, 21_000], "-0.021"],
    [[-70_000, 12_000, 15_000, 18_000, 21_000, 26_000], "0.087"],
    [[-70_000, 12_000, 15_000], "-0.444"],
  ])("of %j is %s, as Excel says", (amounts, expected) => {
    const found = internalRate(amounts);
    expect(found.found && found.rate.toFixed(3)).toBe(expected);
  });

  // Brealey, Myers and Allen, Principles of Corporate Finance, 5.3: −4,000, 2,000, 4,000 give 28.08%.
  it("is 28.08% in the textbook", () => {
    const found = internalRate([-4_000, 2_000, 4_000]);
    expect(found.found && found.rate.times(100).toFixed(2)).toBe("28.08");
  });

  it("makes the net present value zero", () => {
    const investment = fc.tuple(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
    );
    fc.assert(
      fc.property(investment, ([cost, returns]) => {
        const amounts = [-cost, ...returns];
        const found = internalRate(amounts);
        // One change of sign: exactly one rate, if there is a return at all (Descartes).
        if (!found.found) {
          expect(found.problem).toBe("none");
          expect(returns.every((each) => each === 0)).toBe(true);
          return;
        }
        const size = netPresentValue(found.rate, amounts.map(Math.abs)).plus(1);
        expect(netPresentValue(found.rate, amounts).abs().div(size).lt("1e-15")).toBe(true);
      }),
    );
  });

  it.each([
    [[-1, 0, 9_000_000], "2999"],
    [[-1, 1e15], "999999999999999"],
    [[-1e15, 1], "-0.999999999999999"],
    [[-1e15, 0, 0, 1e3], "-0.9999"],
    [[-100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100], "0"],
  ])("of %j is %s, however far from zero", (amounts, expected) => {
    const found = internalRate(amounts);
    expect(found.found && found.rate.toSignificantDigits(15).toFixed()).toBe(expected);
  });

  it("is there, or refused for a true reason, wherever the net present value changes its sign", () => {
    const amount = fc
      .tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: -3, max: 11 }))
      .map(([digits, power]) => Number(`${digits}e${power}`));
    const rates = [-0.9999, -0.9, -0.5, 0, 0.1, 1, 10, 1e3, 1e6, 1e12];
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), (amounts) => {
        const values = rates.map((rate) => netPresentValue(rate, amounts));
        const changes = values.some((value) => value.gt(0)) && values.some((value) => value.lt(0));
        const flows = amounts.filter((each) => each !== 0).map(Math.sign);
        const turns = flows.filter((sign, n) => n > 0 && sign !== flows[n - 1]).length;
        const found = internalRate(amounts);
        if (found.found) {
          expect(turns).toBe(1);
          const [below, above] = [0.999_999, 1.000_001].map((nearly) =>
            netPresentValue(found.rate.plus(1).times(nearly).minus(1), amounts),
          );
          if (found.rate.gt(-0.999_999)) expect(below?.gt(0) && above?.lt(0)).toBe(true);
          return;
        }
        if (found.problem === "several") expect(turns).toBeGreaterThan(1);
        else if (found.problem === "inflow") expect([flows[0], turns]).toEqual([1, 1]);
        else expect(changes || turns > 0).toBe(false);
      }),
    );
  });

  it("is refused where there is none, where any would do, and where there is more than one", () => {
    expect(internalRate([100, 200])).toEqual({ found: false, problem: "none" });
    expect(internalRate([0, 0])).toEqual({ found: false, problem: "any" });
    // Zero at 10% and at 20%: (1.1 - x)(1.2 - x) with x the growth of a period.
    expect(internalRate([-100, 230, -132])).toEqual({ found: false, problem: "several" });
  });
});

describe("payback", () => {
  it("falls within the period in which the cumulated net passes zero for good", () => {
    const found = payback([-100, 40, 40, 40, 10]);
    expect(found.found && [found.period, found.time.toFixed()]).toEqual([3, "3.5"]);
    const exact = payback([-100, 50, 50]);
    expect(exact.found && [exact.period, exact.time.toFixed()]).toEqual([2, "3"]);
  });

  it("looks past a time that does not last", () => {
    const found = payback([-10, 20, -30, 40]);
    expect(found.found && [found.period, found.time.toFixed()]).toEqual([3, "3.5"]);
  });

  it("is refused where nothing was spent or it never comes back", () => {
    expect(payback([10, 20])).toEqual({ found: false, problem: "ahead" });
    expect(payback([-10, 5])).toEqual({ found: false, problem: "never" });
    expect(payback([])).toEqual({ found: false, problem: "nothing" });
  });

  it("lies at or before the end, after everything that is still negative", () => {
    fc.assert(
      fc.property(flows, (amounts) => {
        const found = payback(amounts);
        if (!found.found) return;
        const at = (steps: number) => amounts.slice(0, steps).reduce((total, amount) => total + amount, 0);
        expect(at(found.period)).toBeLessThan(0);
        expect(at(found.period + 1)).toBeGreaterThanOrEqual(0);
        expect(found.time.gt(found.period) && found.time.lte(found.period + 1)).toBe(true);
        const reached = decimal(at(found.period)).plus(
          found.time.minus(found.period).times(amounts[found.period] ?? 0),
        );
        expect(reached.abs().lt("1e-20")).toBe(true);
      }),
    );
  });
});
