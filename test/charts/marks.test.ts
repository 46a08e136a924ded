import { describe, expect, test } from "vitest";
import { chartNodes } from "../../src/formats/display/chart/index.ts";
import { lineText, nodesOf } from "../../src/formats/display/list.ts";
import { boxAroundMark, type Mark, type MarkPart, type TextMark } from "../../src/model/marks.ts";
import type { PlacedChart } from "../../src/model/placed.ts";
import {
  axis,
  categoryChart,
  label,
  markedAgain,
  series,
  valued,
} from "../formats/pptx/chart/fixtures/placed.ts";
import { CHARTS } from "../formats/pptx/chart/fixtures.ts";
import { look } from "../layout/look.ts";
import { measure } from "./fixture.ts";

const named = (id: string): PlacedChart => {
  const found = CHARTS.find((chart) => chart.id === id);
  if (!found) throw new Error(id);
  return found;
};
const ofPart = (chart: PlacedChart, part: MarkPart): readonly Mark[] =>
  chart.marks.filter((mark) => mark.part === part);
const texts = (chart: PlacedChart, part: MarkPart): readonly TextMark[] =>
  ofPart(chart, part).filter((mark) => mark.type === "text");
const of = (layer: number, series: number, item: number) => ({ layer, series, item });

describe.each(CHARTS.map((chart) => [chart.id, chart] as const))("the marks of %s", (_, chart) => {
  test("are plain JSON without a broken number", () => {
    expect(JSON.parse(JSON.stringify(chart.marks))).toEqual(chart.marks);
    const numbers = JSON.stringify(chart.marks, (_key, value) =>
      typeof value === "number" && !Number.isFinite(value) ? "broken" : value,
    );
    expect(numbers).not.toContain("broken");
  });

  test("say every label once, with the value that it belongs to", () => {
    const wanted = chart.layers.flatMap((layer, l) => {
      if (layer.type === "points")
        return layer.series.flatMap(({ points }, s) =>
          points.flatMap((point, item) => (point.label ? [[point.label.text, of(l, s, item)]] : [])),
        );
      const all = layer.type === "ring" ? [layer.series] : layer.series;
      return all.flatMap(({ labels, values }, s) =>
        labels.flatMap((each, item) =>
          each && (values[item] ?? null) !== null ? [[each.text, of(l, s, item)]] : [],
        ),
      );
    });
    const crossing = chart.coordinates.type === "category" && chart.coordinates.orientation === "horizontal";
    const said = texts(chart, "label").map(({ lines, of: whose }) => [lines.join("\n"), whose]);
    const ownLayers = wanted.filter(([, whose]) => {
      const { layer } = whose as ReturnType<typeof of>;
      return !(crossing && chart.layers[layer]?.type === "lines");
    });
    expect(said).toEqual(ownLayers);
  });

  test("are what the display list draws: each of their words, and nothing else", () => {
    const drawn = [...nodesOf(chartNodes(chart, { x: 0, y: 0 }, look))].flatMap((node) =>
      node.type === "textLine" ? [lineText(node)] : [],
    );
    const said = chart.marks.flatMap((mark) => (mark.type === "text" ? mark.lines : []));
    expect(drawn).toEqual(said.filter((line) => line !== ""));
  });

  test("leave no number of an axis without its tick", () => {
    const { coordinates } = chart;
    const axes = coordinates.type === "number" ? [coordinates.x, coordinates.y] : [];
    if (coordinates.type === "category")
      axes.push(...[coordinates.value, coordinates.secondary].filter((each) => !!each));
    const wanted = axes.flatMap(({ ticks, visible }) => (visible ? ticks.map((tick) => tick.label) : []));
    expect(texts(chart, "tick").map(({ lines }) => lines[0])).toEqual(wanted);
  });
});

describe("labels of bars", () => {
  const stack = (at: "above" | "below" | "outsideEnd") =>
    categoryChart(
      "stack",
      ["a"],
      [
        {
          ...{ type: "bars", grouping: "stacked", gap: 50, overlap: 100, axis: "value" },
          series: [
            series("base", [2], "ink", { paint: { ink: "ink", pattern: "none" } }),
            series("step", [4], "accent", { labels: valued([4], at) }),
          ],
        },
      ],
      axis(0, 10, 5),
    );
  const placed = (chart: PlacedChart) => {
    const [, bar] = ofPart(chart, "series");
    const [words] = texts(chart, "label");
    if (bar?.type !== "box" || words === undefined) throw new Error();
    return { bar: bar.box, words: boxAroundMark(words) };
  };

  test("stand under a step of a bridge where they are to, as in the native chart", () => {
    const { bar, words } = placed(stack("below"));
    expect(words.y).toBeCloseTo(bar.y + bar.h + 3);
  });

  test.each(["above", "outsideEnd"] as const)("stand over it: %s", (at) => {
    const { bar, words } = placed(stack(at));
    expect(words.y + words.h).toBeCloseTo(bar.y - 3);
  });

  test("are as wide as their words, and have air on their ground at both sides", () => {
    const chart = stack("above");
    const [words] = texts(chart, "label");
    expect(words?.w).toBeCloseTo(measure("4.0%", chart.labelSize, false));
    expect(words?.reach).toBe(2);
  });
});

describe("areas", () => {
  const areas = (grouping: "standard" | "stacked", ...values: readonly (readonly (number | null)[])[]) =>
    categoryChart(
      "areas",
      ["a", "b", "c", "d"],
      [
        {
          type: "areas",
          grouping,
          axis: "value",
          series: values.map((each, n) => series(`${n}`, each, "ink")),
        },
      ],
      axis(0, 10, 5),
      { coordinates: { between: false } },
    );
  const drawn = (chart: PlacedChart) => ofPart(chart, "series").filter((mark) => mark.type === "area");

  test("are parted by a missing value", () => {
    const found = drawn(areas("standard", [1, null, 3, 4]));
    expect(found.map(({ top, of: whose }) => [top.length, whose?.item])).toEqual([
      [1, 0],
      [2, 2],
    ]);
  });

  test("stand on one another where they are stacked", () => {
    const [low, high] = drawn(areas("stacked", [1, 2, 3, 4], [4, 3, 2, 1]));
    expect(high?.foot).toEqual(low?.top);
    expect(new Set(high?.top.map(({ y }) => y)).size).toBe(1);
  });
});

describe("a legend", () => {
  test("has each name beside its sample, in the middle over the plot", () => {
    const base = named("clustered");
    const chart = markedAgain({
      ...base,
      legend: [
        { name: "One", paint: { ink: "ink", pattern: "solid" }, shape: "box" },
        { name: "A longer name", paint: { ink: "accent", pattern: "solid" }, shape: "line" },
      ],
    });
    const [box, one, line, two] = ofPart(chart, "key");
    expect([box?.type, line?.type]).toEqual(["box", "line"]);
    if (box?.type !== "box" || one?.type !== "text" || two?.type !== "text") throw new Error();
    const middle = (base.plot.x + base.plot.w / 2) * base.width;
    expect((box.box.x + boxAroundMark(two).x + boxAroundMark(two).w) / 2).toBeCloseTo(middle);
    expect(boxAroundMark(one).x).toBeGreaterThan(box.box.x + box.box.w);
  });
});

test("words of a crossing line stand beside their value", () => {
  const base = named("bullet");
  const layers = base.layers.map((layer) =>
    layer.type !== "lines"
      ? layer
      : {
          ...layer,
          series: layer.series.map((each) => ({
            ...each,
            labels: each.values.map(() => label("beside", "right")),
          })),
        },
  );
  const chart = markedAgain({ ...base, layers });
  const dash = ofPart(chart, "crossing").find((mark) => mark.type === "line");
  const [words] = texts(chart, "crossing");
  if (dash?.type !== "line" || words === undefined) throw new Error();
  expect(boxAroundMark(words).x).toBeCloseTo((dash.spots[0]?.x ?? 0) + 6);
  expect(words.w).toBeCloseTo(measure("beside", base.labelSize, false));
});
