import { describe, expect, test } from "vitest";
import { LOCALE_TAGS } from "../../src/base/locale-tags.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { LEAST, read, refused, said } from "./bundles.ts";

const metric = (values: unknown) => ({ ...LEAST, metrics: [{ id: "visits", name: "Visits", values }] });

describe("dates and periods", () => {
  test.each([
    ["2026-02-30", messages.notInCalendar({}, "2026-02-30", "2026-02-28")],
    ["2028-02-30", messages.notInCalendar({}, "2028-02-30", "2028-02-29")],
    ["2026-13-01", messages.notInCalendar({}, "2026-13-01", undefined)],
  ])("%s is not in the calendar", async (date, expected) => {
    expect(said(await refused({ ...LEAST, date }))).toEqual([expected]);
  });

  test("week 53 is only in years that have one", async () => {
    await read(metric([{ period: "2026-W53", value: 1 }]));
    expect(said(await refused(metric([{ period: "2025-W53", value: 1 }])))).toEqual([
      messages.noSuchWeek({}, "2025-W53"),
    ]);
  });

  test.each([
    ["18.11.2026", "2026-11-18"],
    ["2026/11/8", "2026-11-08"],
    ["2026-11-18T09:00:00Z", "2026-11-18"],
  ])("%s is answered with how it is written", async (date, meant) => {
    const [one] = await refused({ ...LEAST, date });
    expect(one?.hint).toContain(JSON.stringify(meant));
  });

  test("a date that can be read two ways is not guessed at", async () => {
    const [one] = await refused({ ...LEAST, date: "03/04/2026" });
    expect(one?.hint).not.toContain("Did you mean");
  });

  test("a phase ends after it starts", async () => {
    const phases = [{ name: "Set up", start: "2027-03-01", end: "2027-02-01" }];
    expect(said(await refused({ ...LEAST, plan: { phases } }))).toEqual([
      messages.endBeforeStart({}, "Set up", "2027-03-01", "2027-02-01"),
    ]);
  });

  test("one metric has one kind of period, in order, each once", async () => {
    const values = ["2026-Q2", "2026-Q1", "2026-07", "2026-Q2", "2026-Q3"].map((period) => ({
      period,
      value: 1,
    }));
    expect(said(await refused(metric(values)))).toEqual([
      messages.unorderedPeriod({}, "2026-Q1", "2026-Q2"),
      messages.mixedPeriods({}, "2026-07", "month", "quarter"),
      messages.repeatedPeriod({}, "2026-Q2"),
    ]);
  });
});

describe("numbers that belong together", () => {
  test("a range holds its value", async () => {
    const values = [
      { period: "2025", value: 5, low: 6, high: 4 },
      { period: "2026", value: 5, low: 6 },
      { period: "2027", value: 5, high: 4 },
      { period: "2028", value: 5, low: 5, high: 5 },
    ];
    expect(said(await refused(metric(values)))).toEqual([
      messages.rangeReversed({}, 6, 4),
      messages.outsideRange({}, 5, 6, undefined),
      messages.outsideRange({}, 5, undefined, 4),
    ]);
  });

  test("rows are as long as there are series", async () => {
    const chart = {
      id: "c",
      kind: "column",
      message: "It grows",
      series: ["a", "b"],
      data: [
        { label: "x", values: [1, 2] },
        { label: "y", values: [1] },
      ],
    };
    expect(said(await refused({ ...LEAST, charts: [chart] }))).toEqual([
      messages.seriesLength({}, 1, 2, "y"),
    ]);
  });

  test("costs and benefits run over the same periods, of the kind that is said", async () => {
    const investment = {
      discountRate: 0.08,
      period: "half-year",
      start: "2027",
      costs: [{ name: "Desk", values: [1, 2] }],
      benefits: [{ name: "Margin", values: [1] }],
    };
    expect(said(await refused({ ...LEAST, investment }))).toEqual([
      messages.startIsNotPeriod({}, "2027", "half-year", "2027-H1"),
      messages.streamLength({}, "Margin", 1, 2, "Desk"),
    ]);
  });

  test("nothing measured is nothing decided", async () => {
    const { metrics: _, ...rest } = LEAST;
    expect(said(await refused(rest))).toEqual([messages.nothingMeasured({})]);
    expect(said(await refused({ ...rest, metrics: [] }))).toEqual([messages.nothingMeasured({})]);
  });
});

test("every link of a text that leads to a program or a file is named, each once", async () => {
  const situation = "[a](javascript:x) [b](https://example.com) [c](file:///etc/p) [d](javascript:x)";
  const why = { ...LEAST.why, situation };
  expect(said(await refused({ ...LEAST, why }))).toEqual([
    messages.unsafeLink({}, ["javascript:x", "file:///etc/p"]),
  ]);
});

describe("names known outside the bundle", () => {
  test.each([
    [{ currency: "EUX" }, messages.unknownCurrency({}, "EUX", "EUR")],
    [{ theme: "bordroom" }, messages.unknownTheme({}, "bordroom", "boardroom", [])],
    [{ locale: "tlh" }, messages.unknownLocale({}, "tlh", undefined, [...LOCALE_TAGS])],
    [
      { meeting: { name: "Board", date: "2026-12-02", timezone: "Europe/Helsinky" } },
      messages.unknownTimezone({}, "Europe/Helsinky", "Europe/Helsinki"),
    ],
  ])("%o", async (part, expected) => {
    const [one, ...more] = said(await refused({ ...LEAST, ...part }));
    expect(more).toEqual([]);
    expect(one?.code).toBe(expected.code);
    expect(one?.what).toBe(expected.what);
    if (!("locale" in part) && !("currency" in part)) expect(one?.hint).toBe(expected.hint);
  });

  test("a region of a known language, and an old name of a time zone", async () => {
    await read({
      ...LEAST,
      locale: "en-IE",
      meeting: { name: "Board", date: "2026-12-02", timezone: "Europe/Kiev" },
    });
  });
});

describe("what an investment depends on", () => {
  const investing = (parts: object) => ({
    ...LEAST,
    investment: {
      discountRate: 0.08,
      period: "year",
      start: "2027",
      costs: [{ name: "Desk", values: [1, 2] }],
      benefits: [{ name: "Margin kept", values: [1, 3] }],
      drivers: [{ id: "price", name: "Price", value: 30, costs: ["Desk"] }],
      ...parts,
    },
  });
  const scenario = (...changes: object[]) => investing({ scenarios: [{ id: "s", name: "S", changes }] });
  const end = (driver: string, low: object) =>
    investing({ sensitivity: [{ driver, low, high: { label: "As planned", npv: 1 } }] });

  test.each<[string, object, ReturnType<typeof messages.changesNothing>]>([
    [
      "a misspelt stream",
      scenario({ benefits: ["Margin kep"], times: 2 }),
      messages.unknownStream({}, "Margin kep", "benefits", "Margin kept", ["Margin kept"], undefined),
    ],
    [
      "a stream of the other side",
      scenario({ costs: ["Margin kept"], times: 2 }),
      messages.unknownStream({}, "Margin kept", "costs", undefined, ["Desk"], "benefits"),
    ],
    [
      "a driver's stream",
      investing({ drivers: [{ id: "price", name: "Price", value: 30, costs: ["Office"] }] }),
      messages.unknownStream({}, "Office", "costs", undefined, ["Desk"], undefined),
    ],
    ["a change of nothing", scenario({ times: 2 }), messages.changesNothing({})],
    ["a change without an effect", scenario({ costs: "all" }), messages.changesNoHow({})],
    ["months counted as years", scenario({ benefits: "all", later: 6 }), messages.laterThanAll({}, 6, 2)],
    [
      "a driver with a factor",
      scenario({ driver: "price", value: 20, times: 2 }),
      messages.changeMixed({}, "times"),
    ],
    [
      "a value of no driver",
      scenario({ costs: "all", times: 2, value: 3 }),
      messages.valueWithoutDriver({}, undefined, undefined, ["price"]),
    ],
    ["a driver without a value", scenario({ driver: "price" }), messages.driverWithoutValue({}, "price")],
    [
      "a driver twice",
      scenario({ driver: "price", value: 20 }, { driver: "price", value: 25 }),
      messages.driverTwice({}, "price"),
    ],
    [
      "an unknown driver",
      scenario({ driver: "pryce", value: 20 }),
      messages.missingReference({}, "pryce", "a driver", "price", ["price"]),
    ],
    [
      "a driver at its zero",
      investing({ drivers: [{ id: "price", name: "Price", value: 30, zero: 30, costs: "all" }] }),
      messages.driverAtZero({}, "Price", 30),
    ],
    [
      "a level of what is no driver",
      end("prize", { value: 20 }),
      messages.valueWithoutDriver({}, "prize", "price", ["price"]),
    ],
    [
      "an end with a value and changes",
      end("price", { value: 20, changes: [{ costs: "all", times: 2 }] }),
      messages.outcomeTwice({}),
    ],
    ["an end without anything", end("Start", { label: "Late" }), messages.outcomeUnknown({}, "Start")],
    ["an end without a name", end("Start", { npv: 1 }), messages.outcomeUnnamed({}, "Start")],
  ])("%s is refused", async (_name, bundle, expected) => {
    expect(said(await refused(bundle))).toEqual([expected]);
  });

  test.each<[string, object, ReturnType<typeof messages.changesNothing>]>([
    [
      "costs that are not there",
      { costs: ["Desc"] },
      messages.unknownStream({}, "Desc", "costs", "Desk", ["Desk"], undefined),
    ],
    ["a period behind the last", { until: "2029" }, messages.paysOutside({}, "2029", "2027", "2028")],
    ["a period of another kind", { until: "2027-H1" }, messages.paysOutside({}, "2027-H1", "2027", "2028")],
  ])("an ask that pays for %s is refused", async (_name, pays, expected) => {
    const ask = { decision: "Approve it", amount: 1, pays };
    expect(said(await refused({ ...investing({}), ask }))).toEqual([expected]);
  });

  test("an ask pays for costs of an investment that is there", async () => {
    const ask = { decision: "Approve it", amount: 1, pays: { until: "2027" } };
    expect(said(await refused({ ...LEAST, ask }))).toEqual([messages.paysForNothing({})]);
    await read({ ...investing({}), ask });
  });

  test("both forms are read", async () => {
    await read(end("price", { value: 20 }));
    await read(scenario({ driver: "price", value: 20 }, { benefits: "all", later: 1 }));
  });
});

describe("a unit in words", () => {
  const measured = (unit: string, more: object = {}) => ({
    ...LEAST,
    ...more,
    metrics: [{ id: "visits", name: "Visits", unit, values: [{ period: "2026", value: 1 }] }],
  });

  test.each<[string, object, string]>([
    ["percent", {}, "%"],
    ["Per cent", {}, "%"],
    ["prosenttia", { locale: "fi-FI" }, "%"],
    ["percentage points", {}, "pp"],
    ["percentage point", {}, "pp"],
    ["prosenttiyksikköä", { locale: "fi-FI" }, "pp"],
    ["£", {}, "GBP"],
    ["€", {}, "EUR"],
    ["$", {}, "USD"],
    ["$", { currency: "CAD" }, "CAD"],
    ["US$", { currency: "CAD" }, "USD"],
    ["¥", {}, "JPY"],
    ["euros", {}, "EUR"],
    ["euroa", { locale: "fi-FI" }, "EUR"],
    ["Prozent", { locale: "de-DE" }, "%"],
    ["Prozentpunkte", { locale: "de-AT" }, "pp"],
    ["Prozentpunkt", { locale: "de-DE" }, "pp"],
    ["Euro", { locale: "de-DE" }, "EUR"],
    ["Schweizer Franken", { locale: "de-CH", currency: "CHF" }, "CHF"],
    ["US dollars", {}, "USD"],
    ["eur", { currency: "EUR" }, "EUR"],
    ["Swedish kronor", { currency: "SEK" }, "SEK"],
  ])("%s is refused with the right one", async (unit, more, meant) => {
    expect(said(await refused(measured(unit, more)))).toEqual([messages.unitInWords({}, unit, meant, false)]);
  });

  test.each(["k€", "€m", "£bn"])("%s says that values are unscaled", async (unit) => {
    const meant = unit.includes("€") ? "EUR" : "GBP";
    expect(said(await refused(measured(unit)))).toEqual([messages.unitInWords({}, unit, meant, true)]);
  });

  test.each([
    "%",
    "pp",
    "EUR",
    "points",
    "pounds",
    "cup",
    "all",
    "tries",
    "€/MWh",
    "EUR per visit",
    "per 10,000",
  ])("%s is one", async (unit) => {
    await read(measured(unit));
  });

  test("is found wherever a unit stands", async () => {
    const chart = {
      id: "c",
      kind: "bar",
      message: "It is so",
      unit: "percent",
      data: [{ label: "a", value: 1 }],
    };
    expect(said(await refused({ ...LEAST, charts: [chart] }))).toEqual([
      messages.unitInWords({}, "percent", "%", false),
    ]);
  });
});
