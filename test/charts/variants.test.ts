import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { ChartModel } from "../../src/model/chart.ts";
import { plain } from "../../src/model/text.ts";
import { compileFile } from "../rules/compiled.ts";
import { contextFor, lowerAny, measure } from "./fixture.ts";

/**
 * What every chart of the gallery with data of its own says and draws when the data are other ones: a single row, values
 * below zero, long names, a value that is missing. `npx vitest run --update=all test/charts/variants.test.ts` writes the
 * file anew, and the diff is to be read like code.
 */
const GOLDEN = join(import.meta.dirname, "goldens", "variants.txt");

interface Row extends Record<string, unknown> {
  readonly label: string;
  readonly values?: readonly (number | null)[];
}
const NUMBERS = ["value", "low", "high", "target", "x", "y", "size"];
const withNumbers = (row: Row, change: (value: number) => number | null): Row => ({
  ...row,
  ...Object.fromEntries(
    NUMBERS.flatMap((name) => (typeof row[name] === "number" ? [[name, change(row[name])]] : [])),
  ),
  ...(row.values === undefined ? {} : { values: row.values.map((value) => value && change(value)) }),
});

const VARIANTS: Readonly<Record<string, (rows: readonly Row[]) => readonly Row[]>> = {
  "one row": (rows) => rows.slice(0, 1),
  "below zero": (rows) => rows.map((row) => withNumbers(row, (value) => -value)),
  "long names": (rows) => rows.map((row) => ({ ...row, label: `${row.label} of all who answered in time` })),
  "a value missing": (rows) =>
    rows.map(({ low, high, ...row }, n) =>
      n === 1 ? withNumbers(row, () => null) : { ...row, ...(low === undefined ? {} : { low, high }) },
    ),
};

function summary(model: ChartModel): string {
  const { coordinates } = model;
  const least = minimumSize(model);
  const placed = fitChart(model, { width: least.width + 90, height: least.height + 60 }, measure, 10);
  const series = model.layers.flatMap((layer): readonly { name: string; values?: unknown }[] =>
    "series" in layer ? [layer.series].flat() : [],
  );
  const marks = new Map<string, number>();
  for (const { type } of placed.marks.flat()) marks.set(type, (marks.get(type) ?? 0) + 1);
  const axis =
    coordinates.type === "category"
      ? `${coordinates.orientation}, ${coordinates.value.min} to ${coordinates.value.max} by ${coordinates.value.major}: ${coordinates.categories.map(({ label }) => label).join(", ")}`
      : coordinates.type;
  return [
    plain(model.caption),
    model.alt.replace(model.message, "").trim(),
    axis,
    ...series.map(({ name, ...each }) => `${name}: ${JSON.stringify("values" in each ? each.values : "")}`),
    `legend: ${model.legend.map(({ name }) => name).join(", ")}`,
    `annotations: ${model.overlays.map((each) => ("text" in each ? `${each.type} "${each.text}"` : each.type)).join(", ")}`,
    `marks: ${[...marks].map(([type, count]) => `${count} ${type}`).join(", ")}`,
    `fitting: ${placed.fitting?.steps.join(", ")}; dropped ${placed.fitting?.dropped.join(", ")}`,
  ]
    .filter((line) => !/: (?:; dropped )?$/u.test(line))
    .map((line) => `  ${line}`)
    .join("\n");
}

function outcome(chart: Chart, context: Parameters<typeof lowerAny>[1]): string {
  try {
    const exhibit = lowerAny(chart, context);
    return exhibit.type === "chart" ? summary(exhibit) : `  ${exhibit.type}`;
  } catch (cause) {
    if (cause instanceof z.ZodError)
      return cause.issues
        .map(({ path, message }) => `  no such chart: ${path.join(".")} ${message}`)
        .join("\n");
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return cause.diagnostics.map(({ code, what }) => `  ${code}: ${what}`).join("\n");
  }
}

test("charts of other data say what these are", async () => {
  const { bundle } = await compileFile("samples/gallery.json");
  const drawn = (bundle.charts ?? []).flatMap((chart, n) => {
    if (!("data" in chart) || !Array.isArray(chart.data) || chart.kind === "marimekko") return [];
    const rows = chart.data as unknown as readonly Row[];
    const context = contextFor(bundle, chart.message, ["charts", n]);
    return Object.entries(VARIANTS).map(([name, change]) => {
      const { show: _, compare: _compare, callouts: _callouts, ...bare } = chart;
      return `${chart.id}, ${name}\n${outcome({ ...bare, data: change(rows) } as unknown as Chart, context)}\n`;
    });
  });
  expect(drawn.length).toBeGreaterThan(80);
  await expect(drawn.join("\n")).toMatchFileSnapshot(GOLDEN);
});
