import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mixedPeriods,
  notInCalendar,
  repeatedPeriod,
  valuesNotRead,
} from "../../src/diagnostics/messages/meaning.ts";
import { computed, texts } from "./bundle.ts";

const metric = (parts: object) => computed({ metrics: [{ id: "m", name: "M", ...parts }] });
const yearly = (...values: (number | null)[]) =>
  values.map((value, step) => ({ period: String(2020 + step), value }));

describe("metric figures", () => {
  it("look at the actual values, and at the last kind where nothing is actual", () => {
    const values = [...yearly(10, 12, 9), { period: "2023", value: 20, kind: "forecast" }];
    expect(texts(metric({ values }), "m.latest", "m.first", "m.previous", "m.forecast")).toEqual([
      "9",
      "10",
      "12",
      "20",
    ]);
    const planned = metric({
      values: [...yearly(10, 12), { period: "2022", value: 7, kind: "plan" }],
      kind: "forecast",
    });
    expect(texts(planned, "m.latest", "m.previous")).toEqual(["7", undefined]);
    expect(planned.figures.all["m.latest"]?.kind).toBe("plan");
  });

  it("say which value is best by what is better", () => {
    const values = yearly(10, 12, 9);
    expect(texts(metric({ values, better: "lower" }), "m.best", "m.worst")).toEqual(["9", "12"]);
    expect(texts(metric({ values, better: "higher" }), "m.best", "m.worst")).toEqual(["12", "9"]);
    const neither = metric({ values });
    expect(texts(neither, "m.best")).toEqual([undefined]);
    expect(neither.figures.absent?.["m.best"]).toContain("better");
  });

  it("compare percentages in points and never in percent", () => {
    const shares = metric({ unit: "%", values: yearly(10, 12.5), target: { value: 8 }, better: "lower" });
    expect(texts(shares, "m.change", "m.gap", "m.changePct", "m.gapPct", "m.cagr")).toEqual([
      "+2.5 points",
      "4.5 points",
      undefined,
      undefined,
      undefined,
    ]);
    expect(shares.figures.absent?.["m.changePct"]).toContain("points");
    expect(shares.figures.all["m.change"]).toMatchObject({ unit: "pp", good: false, signed: true });
  });

  it("compare amounts in amounts and in percent", () => {
    const amounts = metric({
      unit: "EUR",
      scale: "million",
      values: yearly(100e6, 121e6),
      target: { value: 110e6, by: "2022" },
      better: "higher",
    });
    expect(texts(amounts, "m.change", "m.changePct", "m.gap", "m.gapPct", "m.cagr")).toEqual([
      "+EUR 21 million",
      "+21.0%",
      "EUR 11 million",
      "10.0%",
      "21.0%",
    ]);
    expect(amounts.figures.all["m.gap"]?.good).toBe(true);
    expect(amounts.figures.all["m.gap"]?.formula).toContain("2022");
  });

  it("leave growth out where it means nothing", () => {
    expect(texts(metric({ values: yearly(-5, 10) }), "m.cagr", "m.changePct")).toEqual([
      undefined,
      undefined,
    ]);
    const months = metric({
      values: [
        { period: "2026-01", value: 5 },
        { period: "2026-06", value: 9 },
      ],
    });
    expect(months.figures.absent?.["m.cagr"]).toContain("year");
  });

  it("carry the sign of a value that is a difference itself", () => {
    const effect = metric({ unit: "pp", values: [{ period: "2026", value: 0.8, low: 0.2, high: 1.4 }] });
    expect(texts(effect, "m.latest", "m.low")).toEqual(["+0.8 points", "+0.2 points"]);
    expect(effect.figures.all["m.latest"]?.range).toBe("+0.2 to +1.4 points");
  });

  it("take the decimals that the values need, at most two", () => {
    expect(texts(metric({ values: yearly(1, 2.5) }), "m.latest", "m.first")).toEqual(["2.5", "1.0"]);
    expect(texts(metric({ values: yearly(1, 2.125) }), "m.latest")).toEqual(["2.13"]);
    expect(texts(metric({ values: yearly(1e6, 2.5e6), scale: "million" }), "m.latest")).toEqual([
      "2.5 million",
    ]);
  });

  it("keep gaps as gaps, on the side that they lead to", () => {
    const { figures } = metric({
      values: [
        { period: "2026-Q1", value: 1 },
        { period: "2026-Q3", value: 3 },
        { period: "2027-Q1", value: 5, kind: "forecast" },
      ],
    });
    expect(figures.metrics["m"]?.points.map(({ label, value, kind }) => [label, value, kind])).toEqual([
      ["Q1 2026", 1, "actual"],
      ["Q2 2026", null, "actual"],
      ["Q3 2026", 3, "actual"],
      ["Q4 2026", null, "forecast"],
      ["Q1 2027", 5, "forecast"],
    ]);
    expect(figures.metrics["m"]?.points[1]?.text).toBe("–");
  });

  it("put values in order of time and fill at most 4,000 periods", () => {
    const order = metric({
      values: [
        { period: "2026", value: 2 },
        { period: "2025", value: 1 },
      ],
    });
    expect(texts(order, "m.first", "m.latest")).toEqual(["1", "2"]);
    const far = metric({
      values: [
        { period: "1900-01-01", value: 2 },
        { period: "2026-01-01", value: 1 },
      ],
    });
    expect(far.figures.metrics["m"]?.points).toHaveLength(2);
  });

  it("say why there is none where every value is missing", () => {
    const empty = metric({ values: yearly(null, null) });
    expect(empty.diagnostics).toEqual([]);
    expect(texts(empty, "m.latest")).toEqual([undefined]);
    expect(empty.figures.absent?.["m.latest"]).toContain("missing");
  });

  it("report periods that do not fit, with their place", () => {
    const path = (index: number) => ({ path: ["metrics", 0, "values", index, "period"] });
    const wrong = metric({
      values: [
        { period: "2025-W53", value: 1 },
        { period: "2026", value: 1 },
        { period: "2026-Q1", value: 1 },
        { period: "2026", value: 2 },
      ],
    });
    expect(wrong.diagnostics).toEqual([
      notInCalendar(path(0), "2025-W53", undefined),
      mixedPeriods(path(2), "2026-Q1", "quarter", "year"),
      repeatedPeriod(path(3), "2026"),
    ]);
    const unread = metric({ values: { csv: "x.csv", period: "p", value: "v" } });
    expect(unread.diagnostics).toEqual([valuesNotRead({ path: ["metrics", 0, "values"] }, "m", "x.csv")]);
  });

  it("are safe from names that every object has", () => {
    const ids = ["constructor", "toString", "hasOwnProperty", "valueOf"];
    const { figures } = computed({ metrics: ids.map((id) => ({ id, name: id, values: yearly(1) })) });
    for (const id of ids) {
      expect(figures.all[`${id}.latest`]?.text).toBe("1");
      expect(figures.metrics[id]?.id).toBe(id);
    }
    expect(figures.all["constructor"]).toBeUndefined();
    expect(figures.charts["constructor"]).toBeUndefined();
  });

  it("do not touch the bundle and say the same twice", () => {
    const numbers = fc.array(
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(numbers, fc.constantFrom("%", "pp", "EUR", "days", undefined), (values, unit) => {
        const parts = Object.freeze({
          unit,
          better: "higher",
          values: Object.freeze(yearly(...values)),
          target: { value: 5 },
        });
        const [once, twice] = [metric(parts), metric(parts)];
        expect(JSON.stringify(once)).toBe(JSON.stringify(twice));
        for (const figure of Object.values(once.figures.all)) {
          expect(figure.text).not.toMatch(/NaN|undefined|Infinity|\{/);
          expect(Number.isFinite(figure.value)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
