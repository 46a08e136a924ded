import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { PlacedChart } from "../../src/model/placed.ts";
import { markedAgain } from "../formats/pptx/chart/fixtures/placed.ts";
import { struckWords } from "./struck.ts";

const SAMPLES = join(import.meta.dirname, "..", "..", "samples");
const FILES = [
  join(import.meta.dirname, "..", "bundles", "customer-listening.json"),
  ...readdirSync(SAMPLES)
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(SAMPLES, name)),
];

async function chartsOf(file: string): Promise<readonly PlacedChart[]> {
  const source = { bytes: new Uint8Array(readFileSync(file)), file: basename(file), root: dirname(file) };
  const { pages } = (await compileBundle(source, createNodeHost())).pages;
  return pages.flatMap(({ items }) => items.flatMap((item) => (item.type === "chart" ? [item.chart] : [])));
}

describe("no line runs through words", () => {
  test.each(FILES.map((file) => [basename(file), file] as const))("of the charts of %s", async (_, file) => {
    const charts = await chartsOf(file);
    expect(charts.flatMap(struckWords)).toEqual([]);
    expect(charts.length).toBeGreaterThan(0);
  });

  test("and one that does is found", async () => {
    const charts = await chartsOf(join(SAMPLES, "gallery.json"));
    const scatter = charts.filter(({ kind }) => kind === "scatter").map(withoutGrounds);
    const found = scatter.flatMap(struckWords).join("\n");
    expect(found).toContain("One ramp for two ships");
    expect(found).toContain("Nordby");
  });
});

test("notes stand beside the dotted lines of a difference, which stay whole", async () => {
  const charts = await chartsOf(join(SAMPLES, "gallery.json"));
  const chart = charts.find(({ id }) => id === "bar-target");
  const guides = chart?.marks.filter((mark) => mark.type === "line" && mark.line.dash === "dot");
  const words = chart?.marks.filter((mark) => mark.type === "text").flatMap(({ lines }) => lines);
  expect(words?.join(" ")).toContain("One ramp for two ships");
  expect(guides).toHaveLength(2);
});

const withoutGrounds = (chart: PlacedChart): PlacedChart =>
  markedAgain({
    ...chart,
    layers: chart.layers.map((layer) =>
      layer.type !== "points"
        ? layer
        : {
            ...layer,
            series: layer.series.map((series) => ({
              ...series,
              points: series.points.map((point) => {
                const { ground: _, ...label } = point.label ?? {};
                return { ...point, label: point.label && (label as typeof point.label) };
              }),
            })),
          },
    ),
    marks: chart.marks.map((mark) => {
      if (mark.type !== "text") return mark;
      const { fill: _, ...bare } = mark;
      return bare;
    }),
  });
