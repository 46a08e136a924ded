import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  notInCalendar,
  startIsNotPeriod,
  streamLength,
  sumRange,
} from "../../src/diagnostics/messages/meaning.ts";
import { enGB } from "../../src/locales/en.ts";
import { computed, texts } from "./bundle.ts";

const invest = (parts: object) =>
  computed({
    investment: {
      discountRate: 0.1,
      period: "year",
      start: "2027",
      costs: [{ name: "Cost", values: [10_000, 0, 0, 0] }],
      benefits: [{ name: "Benefit", values: [0, 3_000, 4_200, 6_800] }],
      ...parts,
    },
  });

describe("the investment case", () => {
  // The amounts are those of Excel's first NPV example.
  it("agrees with the spreadsheet", () => {
    const { figures } = invest({});
    expect(figures.all["investment.npv"]?.exact).toMatch(/^1188\.4434/);
    expect(figures.all["investment.irr"]?.exact).toMatch(/^16\.34/);
    expect(
      texts({ figures, diagnostics: [] }, "investment.cost", "investment.net", "investment.roi"),
    ).toEqual(["EUR 10 thousand", "EUR 4 thousand", "40%"]);
    expect(texts({ figures, diagnostics: [] }, "investment.payback", "investment.breakEven")).toEqual([
      "3.4 years",
      "2030",
    ]);
  });

  it("discounts each half-year with its share of the yearly rate", () => {
    const { figures } = invest({
      discountRate: 0.21,
      period: "half-year",
      start: "2027-H2",
      costs: [{ name: "Cost", values: [0, 0] }],
      benefits: [{ name: "Benefit", values: [110, 121] }],
    });
    expect(Number(figures.all["investment.npv"]?.exact)).toBeCloseTo(200, 12);
    expect(figures.investment?.periods.map(({ label }) => label)).toEqual(["H2 2027", "H1 2028"]);
    expect(figures.all["investment.npv"]?.formula).toContain("10.00% a half-year");
  });

  it("leaves out what has no answer, and says why", () => {
    const never = invest({ benefits: [{ name: "Benefit", values: [0, 0, 0, 1] }] });
    expect(texts(never, "investment.payback", "investment.breakEven")).toEqual([undefined, undefined]);
    expect(never.figures.absent?.["investment.payback"]).toContain("2030");
    const free = invest({ costs: [{ name: "Cost", values: [0, 0, 0, 0] }] });
    expect(texts(free, "investment.irr", "investment.roi")).toEqual([undefined, undefined]);
    expect(Object.keys(free.figures.absent ?? {})).toEqual(
      expect.arrayContaining([
        "investment.irr",
        "investment.roi",
        "investment.payback",
        "investment.breakEven",
      ]),
    );
  });

  const flow = (...net: number[]) => ({
    costs: [{ name: "Out", values: net.map((each) => Math.max(-each, 0)) }],
    benefits: [{ name: "In", values: net.map((each) => Math.max(each, 0)) }],
  });

  it.each([
    [[-100, 60, 60], "back"],
    [[-100, 20, 20], "never"],
    [[0, -100, 20], "never"],
    [[150, 0, -300], "short"],
    [[40, 40, 40], "ahead"],
    [[40, -20, -20], "ahead"],
    [[0, 40, 40], "nothing"],
    [[0, 0, 0], "nothing"],
  ] as const)("says of %j that its money comes back: %s", (net, course) => {
    const { figures } = invest(flow(...net));
    expect(figures.investment?.course).toBe(course);
    expect(figures.all["investment.payback"] !== undefined).toBe(course === "back");
  });

  it.each([
    [[-100, 230, -132], "absent.irr.several"],
    [[-100, 150, -20], "absent.irr.several"],
    [[100, -50, 0, 20], "absent.irr.several"],
    [[150, 0, -300], "absent.irr.inflow"],
    [[0, 1, -2], "absent.irr.inflow"],
    [[40, 40, 0], "absent.irr.none"],
    [[-1, 9_000_000, 9_000_000], "absent.irr.high"],
    [[-100, 1_200, 0], "absent.irr.high"],
    [[-100_000, 0.5, 0], "absent.irr.low"],
    [[0, 0, 0], "absent.irr.any"],
  ] as const)("gives no rate for %j and says why", (net, reason) => {
    const { figures } = invest(flow(...net));
    expect(figures.all["investment.irr"]).toBeUndefined();
    expect(figures.absent?.["investment.irr"]).toBe(enGB.phrases[reason]);
  });

  it.each([
    [100, 300, false],
    [300, 100, false],
    [-800, 500, true],
    [-218, -217, true],
    [500, -800, true],
    [-217, 500, true],
    [-216, 500, false],
    [-900, -300, false],
  ])("takes a range from %d to %d around a net present value of -217: %s", (low, high, taken) => {
    const { diagnostics, figures } = invest({
      ...flow(-1000, 400, 300, 200),
      discountRate: 0.1,
      sensitivity: [{ driver: "Price", low: { label: "a", npv: low }, high: { label: "b", npv: high } }],
    });
    expect(Math.round(figures.all["investment.npv"]?.value ?? 0)).toBe(-217);
    expect(diagnostics.map(({ code, path }) => ({ code, path }))).toEqual(
      taken ? [] : [{ code: "bundle/sensitivity-base", path: ["investment", "sensitivity", 0] }],
    );
    if (!taken) expect(diagnostics[0]?.what).toContain("−EUR 217");
  });

  it.each([
    [[-1, 9_000_000, 9_000_000], "EUR 1", "EUR 18,000,000"],
    [[-4_000, 9_000_000, 9_000_000], "EUR 4 thousand", "EUR 18,000 thousand"],
    [[-0.4, 60_000, 0], "EUR 0.4", "EUR 60,000.0"],
    [[-20_000_000, 300, 0], "EUR 20,000,000", "EUR 300"],
    [[-40_000, 9_000_000, 9_000_000], "EUR 0.04 million", "EUR 18.00 million"],
  ])("shows the totals of %j in a scale that rounds neither to zero", (net, cost, benefit) => {
    const { all } = invest({ ...flow(...net), currency: "EUR" }).figures;
    expect(all["investment.cost"]?.text.replace(/\u00a0/g, " ")).toBe(cost);
    expect(all["investment.benefit"]?.text.replace(/\u00a0/g, " ")).toBe(benefit);
  });

  it.each([
    [[-100, 1_000, 0], "900%"],
    [[-100, 1_100, 0], "1,000%"],
    [[-100, 2, 0], "−98%"],
  ])("gives the rate of %j, which is %s", (net, rate) => {
    expect(invest(flow(...net)).figures.all["investment.irr"]?.text).toBe(rate);
  });

  it("takes its own currency, then the bundle's", () => {
    expect(invest({ currency: "SEK" }).figures.all["investment.cost"]?.text).toBe("SEK 10 thousand");
    expect(invest({ unit: "NOK" }).figures.investment?.currency).toBe("NOK");
  });

  it("reports streams that do not fit together", () => {
    const { diagnostics, figures } = invest({ benefits: [{ name: "Benefit", values: [1, 2] }] });
    expect(figures.investment).toBeUndefined();
    expect(diagnostics).toEqual([
      streamLength({ path: ["investment", "benefits", 0, "values"] }, "Benefit", 2, 4, "Cost"),
    ]);
    const at = { path: ["investment", "start"] };
    expect(invest({ start: "2027-H1" }).diagnostics).toEqual([
      startIsNotPeriod(at, "2027-H1", "year", "2027"),
    ]);
    expect(invest({ period: "month", start: "2027-02-30" }).diagnostics).toEqual([
      notInCalendar(at, "2027-02-30", undefined),
    ]);
  });

  it("reports amounts whose sum is larger than a number of the bundle may be", () => {
    const huge = invest({ costs: [{ name: "Cost", values: [9e14, 9e14, 0, 0] }] });
    expect(huge.figures.investment).toBeUndefined();
    expect(huge.diagnostics).toEqual([sumRange({ path: ["investment"] })]);
    expect(invest({ costs: [{ name: "Cost", values: [9e14, 0, 0, 0] }] }).diagnostics).toEqual([]);
  });

  it("adds up as shown, or says that it is rounded", () => {
    const values = fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 3, maxLength: 3 });
    const read = (text: string) => Number(text.replace("−", "-").replaceAll(",", ""));
    const total = (texts: readonly string[]) => texts.reduce((all, text) => all + read(text), 0);
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const costs = [
          { name: "A", values: a },
          { name: "B", values: b },
        ];
        const { figures } = invest({ costs, benefits: [{ name: "C", values: c }] });
        const table = figures.investment;
        if (table === undefined) throw new Error("no investment");
        const { totalCost, totalBenefit, net, cumulated } = table;
        const rows = [...table.costs, ...table.benefits, totalCost, totalBenefit, net];
        const misses = [
          ...rows.map((row) => total(row.texts) - read(row.totalText)),
          ...totalCost.texts.map(
            (text, step) => total(table.costs.map((row) => row.texts[step] ?? "")) - read(text),
          ),
          ...net.texts.map(
            (text, step) =>
              read(totalBenefit.texts[step] ?? "") - read(totalCost.texts[step] ?? "") - read(text),
          ),
          total(table.costs.map((row) => row.totalText)) - read(totalCost.totalText),
          read(totalBenefit.totalText) - read(totalCost.totalText) - read(net.totalText),
          ...cumulated.texts.map((text, step) => total(net.texts.slice(0, step + 1)) - read(text)),
        ];
        expect(table.rounded).toBe(misses.some((miss) => Math.abs(miss) > 1e-6));
      }),
      { numRuns: 25 },
    );
  });
});
