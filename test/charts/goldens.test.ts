import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { findChartKind } from "../../src/charts/index.ts";
import { SHOWN } from "../../src/charts/lower/asked.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { chartNodes } from "../../src/formats/display/chart/index.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { ChartModel, Exhibit } from "../../src/model/chart.ts";
import { displayListText } from "../formats/display/golden.ts";
import { look } from "../layout/look.ts";
import { compileFile } from "../rules/compiled.ts";
import { contextFor, lowerAny, measure } from "./fixture.ts";

/**
 * Every chart of the gallery where it is tight: each kind with each annotation that it can draw, in less room than a page
 * would give it, as text. `npx vitest run --update=all test/charts/goldens.test.ts` writes the files anew, and the diff is
 * to be read like code.
 */
const GOLDENS = join(import.meta.dirname, "goldens");

/** In pt; a chart that needs more gets what it needs at least. */
const SIZE = { width: 250, height: 150 };
const LABEL = 9;

function chartText(model: ChartModel): string {
  const least = minimumSize(model);
  const size = { width: Math.max(SIZE.width, least.width), height: Math.max(SIZE.height, least.height) };
  const placed = fitChart(model, size, measure, LABEL);
  const { steps = [], dropped = [] } = placed.fitting ?? {};
  return [
    `at least ${Math.round(least.width)}x${Math.round(least.height)}, fitted ${Math.round(size.width)}x${Math.round(size.height)}`,
    `steps ${steps.join(", ")}; dropped ${dropped.map((each) => JSON.stringify(each)).join(", ")}`,
    `alt ${model.alt}`,
    ...seriesOf(model).map((each) => JSON.stringify(each)),
    `from ${originsOf(model).join(", ")}`,
    // A marimekko is drawn as hundreds of paths, and one in `test/formats/display` is enough to read.
    displayListText(chartNodes(placed, { x: 0, y: 0 }, look))
      .split("\n")
      .filter((line) => model.kind !== "marimekko" || line.startsWith("textLine"))
      .join("\n"),
  ].join("\n");
}

/** The series of a chart, as writers get them, without what stands elsewhere: values, labels and origins. */
const seriesOf = ({ layers }: ChartModel): readonly object[] =>
  layers
    .flatMap((layer): readonly object[] => ("series" in layer ? [layer.series].flat() : []))
    .map((each) => ({ ...each, values: undefined, labels: undefined, from: undefined, id: undefined }));

/** Parts of the bundle that the series and annotations of a chart name as their origins. */
const originsOf = ({ layers, overlays }: ChartModel): readonly string[] => {
  const series = layers.flatMap((layer): readonly { name: string; from?: unknown }[] =>
    "series" in layer ? [layer.series].flat() : [],
  );
  return [...series, ...overlays.map((each) => ({ ...each, name: each.type }))].flatMap((each) =>
    "from" in each && each.from !== undefined
      ? [`${each.name} ${JSON.stringify(each.from).replaceAll(/("charts"),\d+/g, "$1")}`]
      : [],
  );
};

const { deck, bundle } = await compileFile("samples/gallery.json");

/** All exhibits below a block of the deck. */
function* exhibitsIn(value: unknown): Generator<Exhibit> {
  if (typeof value !== "object" || value === null) return;
  if ("type" in value && value.type === "exhibit" && "exhibit" in value) yield value.exhibit as Exhibit;
  else for (const child of Object.values(value)) yield* exhibitsIn(child);
}

const charts = new Map(
  deck.slides
    .flatMap(({ body }) => [...exhibitsIn(body)])
    .flatMap((exhibit) => (exhibit.type === "chart" ? [[exhibit.id, exhibit] as const] : [])),
);

const timelines = deck.slides
  .flatMap(({ body }) => [...exhibitsIn(body)])
  .filter((exhibit) => exhibit.type === "timeline");

test("a timeline counts time, groups it, and says all of it", async () => {
  expect(timelines.length).toBeGreaterThan(0);
  const text = timelines.map((each) => JSON.stringify(each, undefined, 1)).join("\n");
  await expect(`${text}\n`).toMatchFileSnapshot(join(GOLDENS, "timelines.txt"));
});

describe("charts where it is tight", () => {
  test.each([...charts.keys()])("%s", async (id) => {
    await expect(chartText(charts.get(id) as ChartModel)).toMatchFileSnapshot(join(GOLDENS, `${id}.txt`));
  });

  test("leave no file of one that is gone", () => {
    const known = new Set([...charts.keys(), "asked", "timelines", "variants"].map((id) => `${id}.txt`));
    // A file that is missing fails the test of its chart where nobody writes it.
    expect(readdirSync(GOLDENS).filter((file) => !known.has(file))).toEqual([]);
    expect(new Set([...charts.values()].map(({ kind }) => kind)).size).toBeGreaterThan(15);
  });
});

test("each chart of the gallery says of each annotation of its kind what it lacks for it, or draws it", async () => {
  const lines = (bundle.charts ?? []).flatMap((chart, n) => {
    const kind = findChartKind(chart.kind);
    const context = contextFor(bundle, chart.message, ["charts", n]);
    const { show: _, ...bare } = chart;
    return (kind?.annotations ?? [])
      .filter((name) => SHOWN.includes(name))
      .map((name) => {
        const asked = { ...bare, show: [name] } as Chart;
        return `${chart.id} ${name}: ${answer(() => lowerAny(asked, context))}`;
      });
  });
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(GOLDENS, "asked.txt"));
});

function answer(lower: () => unknown): string {
  try {
    lower();
    return "drawn";
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return cause.diagnostics.map(({ code, what, hint }) => `${code}: ${what} ${hint}`).join("; ");
  }
}
