import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { chartNodes } from "../../../src/formats/display/chart/index.ts";
import { type DisplayNode, nodesOf, type Rect } from "../../../src/formats/display/list.ts";
import { createPainter, type Painter } from "../../../src/formats/picture/index.ts";
import { writeChart } from "../../../src/formats/pptx/chart/index.ts";
import type { PlacedChart } from "../../../src/model/placed.ts";
import { parse } from "../../../src/ooxml/parse.ts";
import { all, child, textOf } from "../../../src/ooxml/xml.ts";
import { look } from "../../layout/look.ts";
import { markedAgain } from "../pptx/chart/fixtures/placed.ts";
import { CHARTS } from "../pptx/chart/fixtures.ts";

const carlito = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/carlito/package.json"));
const fonts = {
  regular: new Uint8Array(readFileSync(join(carlito, "400Regular", "Carlito_400Regular.ttf"))),
  bold: new Uint8Array(readFileSync(join(carlito, "700Bold", "Carlito_700Bold.ttf"))),
};
let painter: Painter;
beforeAll(async () => {
  painter = await createPainter(fonts);
});

/** One px of the drawing is one pt of the chart, so that both drawings can be laid over one another. */
const draw = (chart: PlacedChart): string =>
  new TextDecoder().decode(painter.drawSvg(chart, look, { width: chart.width, height: chart.height }));

/** What our own drawing of the chart consists of, which SVG, HTML and PDF show unless a picture is asked for. */
const ownNodes = (chart: PlacedChart): readonly DisplayNode[] => [
  ...nodesOf(chartNodes(chart, { x: 0, y: 0 }, look)),
];

/** The box of a path of straight lines. */
function boxOf(d: string): Rect {
  const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number);
  const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, i) => i % 2 === odd));
  const [x, y] = [Math.min(...(xs ?? [])), Math.min(...(ys ?? []))];
  return { x, y, w: Math.max(...(xs ?? [])) - x, h: Math.max(...(ys ?? [])) - y };
}

const NAMES: Readonly<Record<string, string>> = { white: "#FFFFFF", black: "#000000" };

describe.each(CHARTS.map((chart) => [chart.id, chart] as const))("%s", (_, chart) => {
  test("says the texts of the model, in its order", () => {
    const said = [...all(parse(draw(chart)), "text")].map(textOf);
    const model = chart.marks.flatMap((mark) => (mark.type === "text" ? mark.lines : []));
    expect(said).toEqual(model.filter((line) => line !== ""));
  });

  test("has its bars, which Chart.js draws by its own scales, where the model has them", () => {
    const filled = [...all(parse(draw(chart)), "path")].filter(({ attributes }) => {
      const d = attributes["d"] ?? "";
      return attributes["fill"] !== "none" && /^[\dML .-]+Z$/.test(d);
    });
    // Bars that reach beyond the axis end with it in ours, and are clipped there by Chart.js.
    const [top, foot] = [chart.plot.y * chart.height, (chart.plot.y + chart.plot.h) * chart.height];
    const boxes = filled.map(({ attributes }) => {
      const { x, y, w, h } = boxOf(attributes["d"] ?? "");
      const isBeyond = y < 0 || y + h > chart.height;
      const [from, to] = isBeyond ? [Math.max(y, top), Math.min(y + h, foot)] : [y, y + h];
      const colour = NAMES[attributes["fill"] ?? ""] ?? attributes["fill"];
      return { colour, x, y: from, w, h: to - from };
    });
    const own = ownNodes(chart).flatMap((node) =>
      node.type === "path" && node.fill?.pattern === "solid" && /^[\dML .-]+Z$/.test(node.d)
        ? [{ colour: node.fill.colour, ...boxOf(node.d), edge: node.pen?.width ?? 0 }]
        : [],
    );
    // An edge is drawn inside of the bar by Chart.js, and on its outline by others.
    const missing = own.filter(
      ({ colour, x, y, w, h, edge }) =>
        w * h > 0 &&
        !boxes.some(
          (box) =>
            box.colour === colour &&
            [box.x - x, box.y - y, box.x + box.w - x - w, box.y + box.h - y - h].every(
              (by) => Math.abs(by) <= edge + 0.6,
            ),
        ),
    );
    expect(missing).toEqual([]);
  });
});

const chartOf = (id: string): PlacedChart => {
  const found = CHARTS.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe("a drawing", () => {
  test("holds nothing of the machine: no font but those named, no pixels, the same ids whatever was drawn before", () => {
    const first = draw(chartOf("clustered"));
    draw(chartOf("bridge"));
    expect(draw(chartOf("clustered"))).toBe(first);
    expect(first).toMatch(/url\(#c-data-1\)/);
    const families = [...all(parse(first), "text")].map(({ attributes }) => attributes["font-family"]);
    expect(new Set(families)).toEqual(new Set(["Calibri, Carlito, sans-serif"]));
    expect(first).not.toMatch(/<image|Foredeck|data:/);
  });

  test("keeps every character: those of Japanese, emoji, and what XML has to escape", () => {
    const bars = chartOf("bars");
    const hostile = ["日本語の利用者", "🚀 zum Start", "a < b & c", "مرحبا"];
    const categoryLabels = bars.categoryLabels.map((lines, i) => [hostile[i] ?? lines?.[0] ?? ""]);
    const texts = [...all(parse(draw(markedAgain({ ...bars, categoryLabels }))), "text")].map(textOf);
    expect(texts).toEqual(expect.arrayContaining(hostile));
  });

  test("is not hatched beyond its plot where the axis does not begin at zero", () => {
    const bridge = chartOf("bridge");
    const foot = (bridge.plot.y + bridge.plot.h) * bridge.height;
    const drawing = parse(draw(bridge));
    const strokes = [...all(drawing, "path")].filter(({ attributes }) => attributes["fill"] === "none");
    const lowest = Math.max(
      ...strokes.map(({ attributes }) => boxOf(attributes["d"] ?? "")).map(({ y, h }) => y + h),
    );
    expect(lowest).toBeLessThan(foot + 1);
  });

  test("gives words on hatched marks a ground of paper, as the native chart does", () => {
    const bridge = chartOf("bridge");
    const paper = `#${look.ink("paper").hex}`;
    const layers = bridge.layers.map((layer) =>
      layer.type !== "bars"
        ? layer
        : {
            ...layer,
            series: layer.series.map((series) => ({
              ...series,
              labels: series.labels.map((label) => label && { ...label, ground: "paper" as const }),
            })),
          },
    );
    const grounded = markedAgain({ ...bridge, layers });
    const grounds = (chart: PlacedChart): number =>
      [...all(parse(draw(chart)), "path")].filter(({ attributes }) => {
        const { w, h } = boxOf(attributes["d"] ?? "");
        return (
          (NAMES[attributes["fill"] ?? ""] ?? attributes["fill"]) === paper && w < 60 && h > 11 && h < 14
        );
      }).length;
    const labels = bridge.layers.flatMap((layer) =>
      layer.type === "bars" ? layer.series.flatMap((series) => series.labels.filter((label) => label)) : [],
    ).length;
    expect([grounds(bridge), grounds(grounded)]).toEqual([0, labels]);
    const own = (chart: PlacedChart) => ownNodes(chart).filter(({ type }) => type === "path").length;
    expect(own(grounded) - own(bridge)).toBe(labels);
    const filled = [...all(writeChart(grounded, look, "en-GB").chart, "c:dLbl")].filter(
      (label) => child(child(label, "c:spPr") ?? label, "a:solidFill") !== undefined,
    );
    expect(filled.length).toBeGreaterThan(0);
  });

  test("is hatched with lines, on the grid of every other output", () => {
    const drawing = parse(draw(chartOf("clustered")));
    const clips = [...all(drawing, "clipPath")].map(({ attributes }) => attributes["id"]);
    expect(clips.length).toBeGreaterThan(0);
    const ink = `#${look.ink("faint").hex}`;
    const hatches = [...all(drawing, "path")].filter(
      ({ attributes }) => attributes["stroke"] === ink && (attributes["d"] ?? "").split("M").length > 4,
    );
    expect(hatches.length).toBeGreaterThan(0);
    for (const { attributes } of hatches)
      for (const [, x, y] of (attributes["d"] ?? "").matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g))
        expect(Math.abs(((Number(x) + Number(y) + 3) % 6) - 3)).toBeLessThan(0.05);
  });
});
