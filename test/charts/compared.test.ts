import { describe, expect, test } from "vitest";
import { fitChart } from "../../src/charts/fit.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { TextMark } from "../../src/model/marks.ts";
import { contextFor, contractBundle, lowerChart, measure } from "./fixture.ts";

const chart = (more: Partial<Chart>): Chart => ({ id: "x", kind: "column", message: "It differs", ...more });
const lowered = (more: Partial<Chart>, tag = "en-GB") => {
  const made = chart(more);
  const bundle = { ...contractBundle(), charts: [made] };
  return lowerChart(made, contextFor(bundle, "It differs", ["charts", 0], tag));
};
const pair = (values: readonly (readonly (number | null)[])[]): NonNullable<Chart["data"]> =>
  values.map((each, n) => ({ label: `Place ${n + 1}`, values: [...each] }));
const rowOf = (more: Partial<Chart>, tag?: string) =>
  lowered(more, tag).overlays.flatMap((overlay) => (overlay.type === "row" ? [overlay] : []))[0];

describe("the row of differences under paired columns", () => {
  const series = ["Answered", "Control"];

  test("shares differ by points, with a sign, in the colour of better or worse", () => {
    const data = pair([
      [6.1, 7.9],
      [3, 3],
      [2.4, 1.2],
    ]);
    const row = rowOf({ series, unit: "%", decimals: 1, better: "lower", data });
    expect(row?.text).toBe("Answered minus Control, percentage points");
    expect(row?.entries.map(({ text }) => text)).toEqual(["−1.8", "0.0", "+1.2"]);
    expect(row?.entries.map(({ ink }) => ink)).toEqual(["good", "ink", "bad"]);
    const inFinnish = rowOf({ series, unit: "%", decimals: 1, data }, "fi-FI");
    expect(inFinnish?.entries.map(({ text }) => text)).toEqual(["−1,8", "0,0", "+1,2"]);
    // Without a good direction nothing is good or bad.
    expect(inFinnish?.entries.map(({ ink }) => ink)).toEqual(["ink", "ink", "ink"]);
  });

  test("other measures keep their unit; what is missing has no difference; of two times the later leads", () => {
    const unit = { unit: "EUR", scale: "thousand", decimals: 0 } as const;
    const data = pair([
      [400e3, 520e3],
      [null, 90e3],
    ]);
    const row = rowOf({ ...unit, series: ["2024", "2025"], data });
    expect(row?.text).toBe("2025 minus 2024, EUR thousand");
    expect(row?.entries.map(({ text }) => text)).toEqual(["+120", "–"]);
  });

  test("against the year before it is in percent, and it is said in the alternative text", () => {
    const values = [2025, 2026].flatMap((year, n) =>
      ["Q1", "Q2"].map((quarter, q) => ({ period: `${year}-${quarter}`, value: 100 + 20 * n + 10 * q })),
    );
    const made = chart({ metrics: ["visits"], show: ["previous"] });
    const metrics = [{ id: "visits", name: "Visits", unit: "visits", values }];
    const model = lowerChart(made, contextFor({ ...contractBundle(), metrics, charts: [made] }));
    expect(model.overlays.find(({ type }) => type === "row")).toMatchObject({
      text: "Change on the year before",
      entries: [{ text: "–" }, { text: "–" }, { text: "+20%" }, { text: "+18%" }],
    });
    expect(model.alt).toContain("+20%");
  });

  test.each([
    ["three series", { series: ["A", "B", "C"], data: pair([[1, 2, 3]]) }],
    [
      "a difference that an arrow says",
      {
        series,
        data: pair([
          [1, 2],
          [3, 1],
        ]),
        show: ["difference" as const],
      },
    ],
    [
      "nothing but equal values",
      {
        series,
        data: pair([
          [1, 1],
          [2, 2],
        ]),
      },
    ],
    [
      "no value beside another",
      {
        series,
        data: pair([
          [1, null],
          [null, 2],
        ]),
      },
    ],
  ])("is not there for %s", (_name, more) => {
    expect(rowOf(more)).toBeUndefined();
  });

  test("stands under the bars, in the middle of each pair, and gives way where the chart is low or its columns narrow", () => {
    const data = pair(Array.from({ length: 6 }, (_, n) => [n + 1.5, n + 7]));
    const model = lowered({ series, unit: "%", decimals: 1, data });
    const fitted = fitChart(model, { width: 480, height: 260 }, measure, 10.5);
    const texts = fitted.marks.filter((mark): mark is TextMark => mark.type === "text");
    const numbers = texts.filter(({ part, lines }) => part === "annotation" && lines[0] === "−5.5");
    expect(numbers).toHaveLength(6);
    const boxes = fitted.marks.flatMap((mark) =>
      mark.type === "box" && mark.part === "series" ? [mark.box] : [],
    );
    numbers.forEach(({ at }, n) => {
      const own = boxes.filter(({ x, w }) => Math.abs(x + w / 2 - at.x) < 480 / 12);
      const [left, right] = [Math.min(...own.map(({ x }) => x)), Math.max(...own.map(({ x, w }) => x + w))];
      expect(at.x, String(n)).toBeCloseTo((left + right) / 2, 0);
      expect(at.y).toBeGreaterThan(Math.max(...boxes.map(({ y, h }) => y + h)));
    });
    for (const size of [
      { width: 480, height: 150 },
      { width: 120, height: 260 },
    ]) {
      const low = fitChart(model, size, measure, 10.5);
      expect(low.marks.some((mark) => mark.type === "text" && mark.lines[0] === "−5.5")).toBe(false);
    }
  });
});

describe("the bracket over highlighted categories", () => {
  const data = (values: readonly number[], highlighted: readonly number[]) =>
    values.map((value, n) => ({
      label: `Cause ${n + 1}`,
      value,
      ...(highlighted.includes(n) ? { highlight: true } : {}),
    }));
  const bracketOf = (more: Partial<Chart>) =>
    lowered({ unit: "%", decimals: 0, ...more }).overlays.find(({ type }) => type === "bracket");

  test.each(["bar", "column"] as const)("says the sum of parts of one whole: %s", (kind) => {
    const parts = { kind, data: data([40, 30, 20, 10], [0, 1]) };
    expect(bracketOf(parts)).toMatchObject({ from: 0, to: 1, text: "70%" });
    const model = lowered({ unit: "%", decimals: 0, ...parts });
    expect(model.alt).toContain("70%");
    const fitted = fitChart(model, { width: 420, height: 240 }, measure, 10.5);
    const words = fitted.marks.find((mark) => mark.type === "text" && mark.lines[0] === "70%");
    expect(
      words?.type === "text" && words.at.x + (words.align === "left" ? words.w : words.w / 2),
    ).toBeLessThanOrEqual(420);
  });

  test.each([
    ["shares that are not of one whole", { data: data([40, 30, 60, 10], [0, 1]) }],
    ["another unit", { unit: "minutes", data: data([40, 30, 20, 10], [0, 1]) }],
    ["one category", { data: data([40, 30, 20, 10], [0]) }],
    ["all categories", { data: data([60, 40], [0, 1]) }],
    ["categories that are apart", { kind: "column", data: data([40, 30, 20, 10], [0, 2]) }],
  ])("is not there for %s", (_name, more) => {
    expect(bracketOf({ kind: "bar", ...more })).toBeUndefined();
  });
});
