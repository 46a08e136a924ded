import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runTest } from "../../src/claims/index.ts";
import { npvDiffers } from "../../src/diagnostics/messages/investment.ts";
import { enGB } from "../../src/locales/en.ts";
import { localeOf } from "../../src/locales/index.ts";
import { computed, texts } from "./bundle.ts";

const COSTS = [
  { name: "Desk", values: [8_000, 3_000, 3_000, 3_000] },
  { name: "Licences", values: [2_000, 1_000, 1_000, 1_000] },
];
const BENEFITS = [
  { name: "Margin", values: [0, 5_000, 8_000, 9_000] },
  { name: "Overtime", values: [0, 1_000, 1_500, 1_500] },
];
const invest = (parts: object, locale?: string) =>
  computed({
    ...(locale === undefined ? {} : { locale }),
    currency: "EUR",
    investment: {
      discountRate: 0.1,
      period: "year",
      start: "2027",
      costs: COSTS,
      benefits: BENEFITS,
      ...parts,
    },
  });
const scenario = (...changes: object[]) => invest({ scenarios: [{ id: "other", name: "Other", changes }] });

/** The net present value as a spreadsheet has it, of rows that the test writes out itself. */
const present = (costs: readonly number[][], benefits: readonly number[][], rate = 0.1): number => {
  const at = (rows: readonly number[][], n: number) => rows.reduce((sum, row) => sum + (row[n] ?? 0), 0);
  return [0, 1, 2, 3].reduce((sum, n) => sum + (at(benefits, n) - at(costs, n)) / (1 + rate) ** (n + 1), 0);
};
const rows = (streams: typeof COSTS): number[][] => streams.map(({ values }) => values);
const times = (values: readonly number[], factor: number): number[] => values.map((value) => value * factor);
const late = (values: readonly number[], by: number): number[] =>
  [...Array<number>(by).fill(0), ...values].slice(0, values.length);
const [desk = [], licences = []] = rows(COSTS);
const [margin = [], overtime = []] = rows(BENEFITS);

const npv = (found: ReturnType<typeof computed>, id = "investment.scenarios.other.npv"): number =>
  Number(found.figures.all[id]?.exact);

describe("a scenario", () => {
  it.each<[string, object[], number]>([
    [
      "all costs by a factor",
      [{ costs: "all", times: 1.4 }],
      present([times(desk, 1.4), times(licences, 1.4)], rows(BENEFITS)),
    ],
    [
      "one benefit halved",
      [{ benefits: ["Margin"], times: 0.5 }],
      present(rows(COSTS), [times(margin, 0.5), overtime]),
    ],
    [
      "all benefits two periods later, within the horizon",
      [{ benefits: "all", later: 2 }],
      present(rows(COSTS), [late(margin, 2), late(overtime, 2)]),
    ],
    [
      "an amount a period, once for all that are named",
      [{ costs: ["Desk", "Licences"], plus: 500 }],
      present([desk, licences, [500, 500, 500, 500]], rows(BENEFITS)),
    ],
    [
      "an amount that is taken away, which a later change does not move",
      [
        { benefits: ["Overtime"], plus: -200 },
        { benefits: "all", times: 2, later: 1 },
      ],
      present(rows(COSTS), [
        times(late(margin, 1), 2),
        times(late(overtime, 1), 2),
        [-200, -200, -200, -200],
      ]),
    ],
    [
      "several changes of one stream",
      [
        { benefits: ["Margin"], times: 0.5 },
        { benefits: "all", times: 0.8 },
        { costs: ["Licences"], times: 3, later: 1 },
      ],
      present([desk, times(late(licences, 1), 3)], [times(margin, 0.4), times(overtime, 0.8)]),
    ],
    [
      "costs and benefits together",
      [{ costs: "all", benefits: "all", later: 1 }],
      present([late(desk, 1), late(licences, 1)], [late(margin, 1), late(overtime, 1)]),
    ],
    ["nothing left of the benefits", [{ benefits: "all", times: 0 }], present(rows(COSTS), [[0, 0, 0, 0]])],
  ])("changes %s", (_name, changes, expected) => {
    const found = scenario(...changes);
    expect(found.diagnostics).toEqual([]);
    expect(npv(found)).toBeCloseTo(expected, 6);
  });

  it("has net present value, rate of return and payback, and says why one is missing", () => {
    const found = scenario({ costs: "all", times: 1.1 });
    expect(
      texts(
        found,
        ...["npv", "irr", "payback", "breakEven"].map((key) => `investment.scenarios.other.${key}`),
      ),
    ).toEqual(["−EUR 1 thousand", "6.7%", "3.7 years", "2030"]);
    const poor = scenario({ benefits: "all", times: 0.1 });
    expect(texts(poor, "investment.scenarios.other.payback")).toEqual([undefined]);
    expect(poor.figures.absent?.["investment.scenarios.other.payback"]).toContain("2030");
    const free = scenario({ costs: "all", times: 0 });
    expect(free.figures.absent?.["investment.scenarios.other.irr"]).toBe(enGB.phrases["absent.irr.none"]);
  });

  it("says in words what it changes", () => {
    const changes = [
      { benefits: "all", times: 0.5, later: 2 },
      { costs: ["Desk", "Licences"], plus: 1_234.5 },
      { costs: "all", benefits: "all", later: 1 },
      { costs: ["Desk"], plus: 2_000 },
      { driver: "answers", value: 8.5 },
    ];
    const drivers = [{ id: "answers", name: "Who answers", value: 12, unit: "%", benefits: ["Margin"] }];
    const { investment } = invest({ drivers, scenarios: [{ id: "s", name: "S", changes }] }).figures;
    expect(investment?.scenarios[0]?.changes.map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      "All benefits × 0.5, 2 years later",
      "Desk and Licences +EUR 1,234.5 a year",
      "All costs and benefits, 1 year later",
      "Desk +EUR 2 thousand a year",
      "Who answers: 8.5% (base case 12.0%)",
    ]);
  });

  it("is the base case where every factor is one", () => {
    const factor = fc.constantFrom("costs", "benefits").map((side) => ({ [side]: "all", times: 1 }));
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 4 }), (changes) => {
        const found = scenario(...changes);
        expect(npv(found)).toBe(npv(found, "investment.npv"));
      }),
      { numRuns: 10 },
    );
  });

  it("keeps exact decimals", () => {
    const found = invest({
      discountRate: 0,
      costs: [{ name: "Desk", values: [0.1, 0.2] }],
      benefits: [{ name: "Margin", values: [0, 0.3] }],
      scenarios: [{ id: "other", name: "Other", changes: [{ costs: "all", times: 1 }] }],
    });
    expect(found.figures.all["investment.scenarios.other.npv"]?.exact).toBe("0");
  });
});

describe("a driver", () => {
  const drivers = [
    { id: "answers", name: "Who answers", value: 12, unit: "%", benefits: ["Margin"] },
    { id: "hour", name: "Within the hour", value: 82, zero: 54, unit: "%", benefits: "all" },
  ];
  const ends = (driver: string, low: object, high: object) => [{ driver, low, high }];

  it("changes its streams in proportion to its distance from zero", () => {
    const found = invest({
      drivers,
      sensitivity: [
        ...ends("answers", { value: 8 }, { value: 15 }),
        ...ends("hour", { value: 72 }, { value: 88, label: "88% on time" }),
      ],
    });
    const [first, second] = found.figures.investment?.sensitivity ?? [];
    expect(first?.driver).toBe("Who answers");
    expect([first?.low.label, first?.high.label]).toEqual(["8%", "15%"]);
    expect([second?.low.label, second?.high.label]).toEqual(["72%", "88% on time"]);
    expect(first?.low.npv.value).toBeCloseTo(present(rows(COSTS), [times(margin, 8 / 12), overtime]), 6);
    expect(second?.high.npv.value).toBeCloseTo(
      present(rows(COSTS), [times(margin, 34 / 28), times(overtime, 34 / 28)]),
      6,
    );
  });

  it("gives figures that sentences and tests of claims may name", () => {
    const { figures } = invest({ drivers, sensitivity: ends("answers", { value: 8 }, { value: 15 }) });
    const locale = localeOf("en-GB");
    const holds = (test: string) => runTest(test, figures, locale).kind;
    expect(holds("investment.sensitivity.1.low < investment.npv")).toBe("true");
    expect(holds("investment.sensitivity.1.high.npv <= investment.sensitivity.1.low.npv")).toBe("false");
    expect(holds("investment.sensitivity.1.high.irr > 5%")).toBe("true");
    expect(holds("investment.sensitivity.2.high > 0")).toBe("problem");
  });
});

describe("a net present value that is given beside what changes", () => {
  const base = npv(invest({}), "investment.npv");
  const dearer = present([times(desk, 1.2), times(licences, 1.2)], rows(BENEFITS));
  const given = (value: number) =>
    invest({
      sensitivity: [
        {
          driver: "Costs",
          low: { label: "+20%", changes: [{ costs: "all", times: 1.2 }], npv: value },
          high: { label: "As planned", npv: Math.round(base) },
        },
      ],
    }).diagnostics;

  it.each([Math.round(dearer), Math.round(dearer / 10) * 10])("may be rounded: %d", (value) => {
    expect(given(value)).toEqual([]);
  });

  it.each([Math.round(dearer) + 100, Math.round(dearer) - 100, -Math.round(dearer)])(
    "has to agree: %d",
    (value) => {
      const path = ["investment", "sensitivity", 0, "low", "npv"];
      const [found] = given(value);
      const text = (amount: number) =>
        localeOf("en-GB").value(Math.round(amount), { unit: "EUR", decimals: 0 });
      expect(found).toEqual(npvDiffers({ path }, "Costs", "+20%", text(value), text(dearer)));
    },
  );

  it("need not contain the base case where both ends are computed", () => {
    const delays = (later: number) => ({ label: `${later} later`, changes: [{ benefits: "all", later }] });
    const { diagnostics } = invest({
      sensitivity: [{ driver: "Start", low: delays(2), high: delays(1) }],
    });
    expect(diagnostics).toEqual([]);
  });
});

describe("the latest start", () => {
  const flow = (costs: number[], benefits: number[], discountRate = 0) =>
    invest({
      discountRate,
      costs: [{ name: "Out", values: costs }],
      benefits: [{ name: "In", values: benefits }],
    }).figures;

  it.each<[number[], number[], number, string | undefined, string | undefined]>([
    [[10, 0, 0, 0], [5, 5, 5, 5], 0, "2", "2029"],
    [[10, 0, 0, 0], [0, 5, 5, 5], 0, "1", "2029"],
    [[10, 1, 1, 1], [0, 5, 5, 5], 0, "0", "2028"],
    [[10, 0, 0, 0], [5, 5, 5, 5], 0.3, "0", "2027"],
    // Exactly zero is not below zero.
    [[10, 0, 0, 0], [0, 0, 10, 0], 0, "1", "2030"],
    [[1, 0, 0, 0], [9, 9, 9, 9], 0, "3", "2030"],
    [[10, 0, 0, 0], [1, 1, 1, 1], 0, undefined, undefined],
    [[0, 0, 0, 0], [1, 1, 1, 1], 0, undefined, undefined],
    [[1, 0, 0, 0], [0, 0, 0, 0], 0, undefined, undefined],
  ])("of %j and %j at %d is %s periods later: %s", (costs, benefits, rate, later, period) => {
    const { all, absent } = flow(costs, benefits, rate);
    const figure = all["investment.latestStart"];
    expect([figure?.exact, figure?.text]).toEqual([later, period]);
    expect(absent?.["investment.latestStart"] === undefined).toBe(later !== undefined);
  });

  it("is where the scenario of that delay is worth nothing less, and one period more is", () => {
    const row = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(row, row, (costs, benefits) => {
        const found = flow(costs, benefits, 0.08).all["investment.latestStart"];
        const first = benefits.findIndex((value) => value > 0);
        for (const later of [1, 2, 3]) {
          const delayed = invest({
            discountRate: 0.08,
            costs: [{ name: "Out", values: costs }],
            benefits: [{ name: "In", values: benefits }],
            scenarios: [{ id: "other", name: "Other", changes: [{ benefits: "all", later }] }],
          });
          if (found !== undefined && first + later < 4) expect(npv(delayed) >= 0).toBe(later <= found.value);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("the break-even of a driver", () => {
  const level = (driver: object) =>
    invest({ drivers: [{ id: "it", name: "It", ...driver }] }).figures.all["investment.drivers.it.breakEven"];

  it("is the level at which the net present value is zero", () => {
    for (const driver of [
      { value: 12, benefits: ["Margin"] },
      { value: 82, zero: 54, benefits: "all" },
      { value: 3, costs: ["Desk"], benefits: ["Overtime"] },
    ]) {
      const found = level(driver);
      const there = invest({
        drivers: [{ id: "it", name: "It", ...driver }],
        scenarios: [{ id: "other", name: "Other", changes: [{ driver: "it", value: found?.value }] }],
      });
      expect(npv(there)).toBeCloseTo(0, 6);
    }
  });

  it("is not there where no level helps", () => {
    expect(level({ value: 2, costs: "all", benefits: "all" })).toBeUndefined();
    const { all, absent } = invest({
      costs: [{ name: "Desk", values: [100, 0, 0, 0] }],
      benefits: [
        { name: "Margin", values: [0, 10, 10, 10] },
        { name: "Overtime", values: [0, 200, 0, 0] },
      ],
      drivers: [{ id: "it", name: "It", value: 4, benefits: ["Margin"] }],
    }).figures;
    expect(all["investment.drivers.it.breakEven"]).toBeUndefined();
    expect(absent?.["investment.drivers.it.breakEven"]).toBe(enGB.phrases["absent.level"]);
  });
});
