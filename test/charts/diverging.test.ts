import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { writeChart } from "../../src/formats/pptx/chart/index.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { ChartModel } from "../../src/model/chart.ts";
import type { Rect } from "../../src/model/marks.ts";
import { plain } from "../../src/model/text.ts";
import { all, textOf } from "../../src/ooxml/xml.ts";
import { look } from "../layout/look.ts";
import { expectClear, LABEL } from "./clear.ts";
import { allSeries, bundleOf, contextFor, lowerChart, measure, planeOf, textsOf } from "./fixture.ts";

const context = contextFor(bundleOf([]));
const NAMES = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"] as const;
type Rows = readonly (readonly (number | null)[])[];
const diverging = (rows: Rows, more: object = {}): Chart =>
  ({
    ...{ id: "x", kind: "diverging", message: "M", unit: "answers" },
    series: NAMES.slice(0, rows[0]?.length),
    data: rows.map((values, n) => ({ label: `Row ${n + 1}`, values })),
    ...more,
  }) as unknown as Chart;

/** The parts of a row that are seen, from left to right, each with what it stands for. */
function boxesOf(model: ChartModel, row: number): readonly { readonly name: string; readonly box: Rect }[] {
  const placed = fitChart(model, { width: 640, height: 330 }, measure, LABEL);
  return placed.marks
    .flatMap((mark) => {
      const layer = mark.of === undefined ? undefined : placed.layers[mark.of.layer];
      if (mark.type !== "box" || mark.part !== "series" || layer?.type !== "bars") return [];
      return mark.of?.item === row && mark.paint.pattern !== "none"
        ? [{ name: layer.series[mark.of.series]?.name ?? "", box: mark.box }]
        : [];
    })
    .toSorted((a, b) => a.box.x - b.box.x);
}
const lineOf = (model: ChartModel): number => {
  const placed = fitChart(model, { width: 640, height: 330 }, measure, LABEL);
  const spots = placed.marks.flatMap((mark) =>
    mark.type === "line" && mark.part === "connector" ? mark.spots.map(({ x }) => x) : [],
  );
  expect(new Set(spots.map((x) => x.toFixed(6))).size).toBe(1);
  return spots[0] ?? Number.NaN;
};

const count = fc.integer({ min: 2, max: 5 });
const amounts = count.chain((columns) =>
  fc.array(
    fc.array(fc.option(fc.integer({ min: 0, max: 400 }), { nil: null, freq: 12 }), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: 2, maxLength: 12 },
  ),
);

describe("diverging bars", () => {
  test("stand on their side of one line, as long as their values, and nothing covers anything", () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (rows, aside) => {
        const complete = rows.map((values) => !values.includes(null));
        if (!complete.includes(true) || rows.every((values) => values.every((value) => !value))) return;
        const odd = (rows[0]?.length ?? 0) % 2 === 1;
        const model = lowerChart(diverging(rows, odd && aside ? { neutral: "aside" } : {}), context);
        const least = minimumSize(model);
        expectClear(model, { width: Math.max(640, least.width), height: Math.max(330, least.height) });
        const line = lineOf(model);
        const columns = rows[0]?.length ?? 0;
        const half = Math.floor(columns / 2);
        let scale: number | undefined;
        for (const [n, values] of rows.entries()) {
          const boxes = boxesOf(model, n);
          if (values.includes(null)) {
            expect(boxes.filter(({ box }) => box.w > 0)).toEqual([]);
            continue;
          }
          for (const { name, box } of boxes) {
            const place = NAMES.indexOf(name as (typeof NAMES)[number]);
            const value = values[place] ?? 0;
            if (value > 0) {
              scale ??= box.w / value;
              expect(box.w / value / scale).toBeCloseTo(1, 6);
            }
            const neutral = odd && place === half;
            if (neutral && !aside) expect(box.x + box.w / 2).toBeCloseTo(line, 6);
            else if (place < half) expect(box.x + box.w).toBeLessThan(line + 1e-6);
            else expect(box.x).toBeGreaterThan(line - 1e-6);
          }
          const order = boxes.filter(({ box }) => box.w > 0).map(({ name }) => name);
          const wanted = NAMES.slice(0, columns).filter((_name, k) => (values[k] ?? 0) > 0);
          const last = odd && aside ? wanted.filter((name) => name === NAMES[half]) : [];
          expect(order).toEqual([...wanted.filter((name) => !last.includes(name)), ...last]);
        }
      }),
      { numRuns: 120 },
    );
  });

  const three: Rows = [
    [10, 20, 30, 25, 15],
    [5, 10, 10, 30, 45],
    [30, 30, 20, 15, 5],
  ];
  const totals = (model: ChartModel): readonly (readonly string[])[] =>
    allSeries(model)
      .filter(({ role }) => role === "total")
      .map(({ labels }) => textsOf(labels));

  test("have the sum of each side at its end, without what is neutral, where a side has several parts", () => {
    const model = lowerChart(diverging(three), context);
    expect(totals(model)).toEqual([
      ["30", "15", "60"],
      ["40", "75", "20"],
    ]);
    expect(model.alt).toContain(
      "Total right of the line: Row 1 40 answers; Row 2 75 answers; Row 3 20 answers.",
    );
    expect(plain(model.caption)).toContain("Neither: half on each side of the line");
    expect(totals(lowerChart(diverging(three, { show: [] }), context))).toEqual([]);
    expect(totals(lowerChart(diverging([[3, 4]]), context))).toEqual([]);
  });

  test("are divided where the bundle says, and rows are sorted by their right side where it asks for that", () => {
    const model = lowerChart(diverging(three, { left: 4, order: "size" }), context);
    expect(planeOf(model).categories.map(({ label }) => label)).toEqual(["Row 2", "Row 1", "Row 3"]);
    expect(totals(model)).toEqual([["55", "85", "95"]]);
    expect(() => lowerChart(diverging([[1, 2]], { left: 2 }), context)).toThrow(DiagnosticsError);
    expect(() => lowerChart(diverging([[1, -2]]), context)).toThrow(DiagnosticsError);
  });

  test("name their parts by shapes, since LibreOffice deletes the wrong entry of such a legend", () => {
    const placed = fitChart(
      lowerChart(diverging(three), context),
      { width: 640, height: 330 },
      measure,
      LABEL,
    );
    const { chart, userShapes } = writeChart(placed, look, "en-GB");
    expect([...all(chart, "c:legend")]).toEqual([]);
    const words = userShapes === undefined ? [] : [...all(userShapes, "a:t")].map(textOf);
    expect(words.filter((word) => NAMES.some((name) => name === word))).toEqual([...NAMES]);
  });
});
