import { describe, expect, it } from "vitest";
import { stepsDoNotSum } from "../../src/diagnostics/messages/meaning.ts";
import { computed, texts } from "./bundle.ts";

const chart = (kind: string, data: object[], parts: object = {}) =>
  computed({ charts: [{ id: "c", kind, message: "It is so.", data, ...parts }] });

const bridge = (end: number | undefined) =>
  chart(
    "waterfall",
    [
      { label: "Now", value: 14.9, total: true },
      { label: "A", value: -0.9 },
      { label: "B", value: 0.4 },
      { label: "Half way", total: true },
      { label: "C", value: -0.9 },
      { label: "Then", total: true, ...(end === undefined ? {} : { value: end }) },
    ],
    { unit: "%", decimals: 1, better: "lower", valueKind: "forecast" },
  );

describe("waterfall figures", () => {
  it("compute totals without the dust of binary fractions", () => {
    const { figures, diagnostics } = bridge(undefined);
    expect(diagnostics).toEqual([]);
    expect(texts({ figures, diagnostics }, "c.start", "c.total-4", "c.end", "c.change")).toEqual([
      "14.9%",
      "14.4%",
      "13.5%",
      "−1.4 points",
    ]);
    expect(figures.all["c.end"]).toMatchObject({
      value: 13.5,
      exact: "13.5",
      kind: "forecast",
      from: ["charts", 0, "data", 5],
    });
    expect(figures.all["c.change"]?.good).toBe(true);
    expect(figures.charts["c"]?.rounded).toBeUndefined();
  });

  it("accept a given total that agrees, and name both numbers where it does not", () => {
    expect(bridge(13.5).diagnostics).toEqual([]);
    expect(bridge(13.4).diagnostics).toEqual([
      stepsDoNotSum(
        { path: ["charts", 0, "data", 5, "value"] },
        "c",
        "Then",
        "13.4%",
        "13.5%",
        "−0.1 points",
      ),
    ]);
  });

  it("have an end alone where the steps start from nothing", () => {
    const parts = chart("waterfall", [
      { label: "A", value: 60 },
      { label: "B", value: 114 },
      { label: "All", total: true },
    ]);
    expect(texts(parts, "c.start", "c.end", "c.change")).toEqual([undefined, "174", undefined]);
  });

  it("are unknown behind a step without a value, until a total is given", () => {
    const data = [
      { label: "Now", value: 10, total: true },
      { label: "A", value: null },
      { label: "Half way", total: true },
      { label: "B", value: 5 },
      { label: "Then", total: true },
    ];
    const without = chart("waterfall", data);
    expect(without.diagnostics).toEqual([]);
    expect(texts(without, "c.start", "c.total-3", "c.end", "c.change")).toEqual([
      "10",
      undefined,
      undefined,
      undefined,
    ]);
    const given = chart(
      "waterfall",
      data.map((each) => (each.label === "Half way" ? { ...each, value: 12 } : each)),
    );
    expect(texts(given, "c.total-3", "c.end", "c.change")).toEqual(["12", "17", "+7"]);
  });

  it("say that steps are rounded where they do not add up as shown", () => {
    const data = [
      { label: "Now", value: 10.4, total: true },
      { label: "A", value: 0.4 },
      { label: "B", value: 0.4 },
      { label: "Then", total: true },
    ];
    const { figures, diagnostics } = chart("waterfall", data, { decimals: 0 });
    expect(diagnostics).toEqual([]);
    expect(figures.all["c.end"]?.text).toBe("11");
    expect(figures.charts["c"]?.rounded).toBe(true);
  });
});

describe("chart totals", () => {
  const parts = (...values: (number | null)[]) =>
    values.map((value, index) => ({ label: `L${index}`, value, highlight: index < 2 }));

  it("sum parts of a whole, and the highlighted ones", () => {
    const shares = chart("bar", parts(31, 24, 45), { unit: "%" });
    expect(texts(shares, "c.total", "c.highlighted")).toEqual(["100%", "55%"]);
    expect(texts(chart("bar", parts(33.3, 33.3, 33.3), { unit: "%", decimals: 0 }), "c.total")).toEqual([
      "100%",
    ]);
    expect(texts(chart("column", parts(1, 2), { unit: "tickets" }), "c.total")).toEqual(["3 tickets"]);
  });

  it.each<[string, ReturnType<typeof chart>]>([
    ["rates", chart("bar", parts(60, 70), { unit: "%" })],
    [
      "shares of several years",
      chart(
        "bar",
        [
          { label: "2024", value: 40 },
          { label: "2025", value: 60 },
        ],
        { unit: "%" },
      ),
    ],
    ["points", chart("bar", parts(1, 2), { unit: "pp" })],
    ["missing values", chart("bar", parts(1, null))],
    ["series side by side", chart("column", [{ label: "A", values: [1, 2] }], { series: ["x", "y"] })],
    ["kinds that do not add up", chart("slope", parts(1, 2))],
  ])("leave %s alone", (_, result) => {
    expect(texts(result, "c.total")).toEqual([undefined]);
  });

  it("sum all series of a stack", () => {
    const stack = chart(
      "stacked",
      [
        { label: "A", values: [1, 2] },
        { label: "B", values: [3, 4] },
      ],
      { series: ["x", "y"] },
    );
    expect(texts(stack, "c.total")).toEqual(["10"]);
  });
});
