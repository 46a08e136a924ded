import { describe, expect, test } from "vitest";
import { chartNodes } from "../../../src/formats/display/chart/index.ts";
import { lineText, nodesOf, type PathNode } from "../../../src/formats/display/list.ts";
import { writeChart } from "../../../src/formats/pptx/chart/index.ts";
import type { PlacedChart } from "../../../src/model/placed.ts";
import { all } from "../../../src/ooxml/xml.ts";
import { look } from "../../layout/look.ts";
import { CHARTS } from "../pptx/chart/fixtures.ts";
import { one, val } from "../pptx/chart/read-back.ts";

const BOX = { x: 100, y: 50, w: 600, h: 300 };
const chart = (id: string): PlacedChart => {
  const found = CHARTS.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const draw = (id: string) => [...nodesOf(chartNodes(chart(id), BOX, look))];
const marks = (id: string, fill: string): readonly PathNode[] =>
  draw(id).filter((node): node is PathNode => node.type === "path" && node.fill?.colour === fill);
const hex = (ink: Parameters<typeof look.ink>[0]): string => `#${look.ink(ink).hex}`;

describe.each(CHARTS.map((one) => [one.id, one] as const))("%s", (_, one) => {
  test("every word of the model is drawn once at least", () => {
    const words = [...nodesOf(chartNodes(one, BOX, look))].flatMap((node) =>
      node.type === "textLine" ? [lineText(node)] : [],
    );
    const wanted = [
      ...(one.coordinates.type === "category" ? one.categoryLabels.flatMap((lines) => lines ?? []) : []),
      ...one.legend.map((entry) => entry.name),
      ...one.layers.flatMap((layer) => {
        if (layer.type === "points") return layer.series.flatMap((s) => s.points.map((p) => p.label));
        return layer.type === "ring" ? layer.series.labels : layer.series.flatMap((s) => s.labels);
      }),
      ...one.marks.flatMap((mark) => (mark.type === "text" && mark.part === "annotation" ? mark.lines : [])),
    ].flatMap((each) => (each === null ? [] : typeof each === "string" ? [each] : each.text.split("\n")));
    expect(wanted.filter((text) => text !== "" && !words.includes(text))).toEqual([]);
  });

  test("no number of the drawing is broken", () => {
    for (const node of nodesOf(chartNodes(one, BOX, look))) {
      if (node.type === "path") expect(node.d).not.toMatch(/NaN|Infinity|undefined|e-?\d/);
      if (node.type === "textLine") expect(Number.isFinite(node.x + node.y)).toBe(true);
    }
  });
});

describe("marks stand where the data says", () => {
  test("a lying bar ends at its value", () => {
    const { plot } = chart("bars");
    const first = marks("bars", hex("accent"))[0];
    expect(first?.box.x).toBeCloseTo(BOX.x + plot.x * BOX.w);
    expect(first?.box.w).toBeCloseTo((31 / 40) * plot.w * BOX.w);
  });

  test("bars of a cluster stand side by side, in the middle of their category", () => {
    const [answered, control] = [marks("clustered", hex("accent"))[0], marks("clustered", hex("faint"))[0]];
    const { plot } = chart("clustered");
    const slot = (plot.w * BOX.w) / 4;
    const left = answered?.box.x ?? 0;
    const right = (control?.box.x ?? 0) + (control?.box.w ?? 0);
    expect((left + right) / 2).toBeCloseTo(BOX.x + plot.x * BOX.w + slot / 2);
    expect(left + (answered?.box.w ?? 0)).toBeLessThan(control?.box.x ?? 0);
  });

  test("stacked bars stand on one another, on both sides of zero", () => {
    const [low, high] = [marks("tornado", hex("bad"))[0], marks("tornado", hex("good"))[0]];
    expect((low?.box.x ?? 0) + (low?.box.w ?? 0)).toBeCloseTo(high?.box.x ?? 0);
    const own = marks("percent", hex("accent"))[0];
    const partner = marks("percent", hex("faint"))[0];
    expect(own?.box.h).toBeCloseTo(0.25 * chart("percent").plot.h * BOX.h);
    expect((partner?.box.y ?? 0) + (partner?.box.h ?? 0)).toBeCloseTo(own?.box.y ?? 0);
  });

  test("a line that leaves gaps out is broken there, one that spans them is not", () => {
    const lines = (ink: Parameters<typeof hex>[0], dash: number) =>
      draw("trend").filter(
        (node) =>
          node.type === "path" &&
          node.fill === undefined &&
          node.pen?.colour === hex(ink) &&
          node.pen.width === 2.25 &&
          node.pen.dash.length === dash,
      );
    expect(lines("accent", 0)).toHaveLength(2);
    expect(lines("accent", 2)).toHaveLength(1);
  });

  test("points are as large as in the native chart, which emphasises those in a colour of their own", () => {
    const native = [...all(writeChart(chart("scatter"), look, "en-GB").chart, "c:marker")];
    const diameters = draw("scatter").flatMap((node) =>
      node.type === "path" && node.d.includes("A") ? [node.box.w] : [],
    );
    // Ada as all of her series, Bo in his own colour, Cy as all of hers.
    expect(diameters).toEqual([8, 10, 8]);
    expect(native.map((marker) => Number(val(one(marker, "c:size"))))).toEqual(diameters);
  });

  test("the bubbles' areas are in proportion to their sizes", () => {
    const sizes = draw("bubble").flatMap((node) =>
      node.type === "path" && node.d.includes("A") ? [node.box.w ** 2] : [],
    );
    expect((sizes[0] ?? 0) / (sizes[1] ?? 1)).toBeCloseTo(40 / 90);
  });

  test("the slices of a ring go round once, in order", () => {
    const slices = draw("ring").filter(
      (node): node is PathNode => node.type === "path" && node.d.includes("A"),
    );
    expect(slices).toHaveLength(3);
    expect(slices[0]?.d.slice(1, 12)).toContain(String(BOX.x + (0.25 + 0.225) * BOX.w));
    expect(slices.map(({ fill }) => fill?.pattern)).toEqual(["solid", "solid", "hatch"]);
  });
});
