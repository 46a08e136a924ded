import { expect, test } from "vitest";
import { fitChart } from "../../src/charts/fit.ts";
import { writeChart } from "../../src/formats/pptx/chart/index.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { all, textOf } from "../../src/ooxml/xml.ts";
import { child, elementsOf, one, val } from "../formats/pptx/chart/read-back.ts";
import { look } from "../layout/look.ts";
import { LABEL } from "./clear.ts";
import { bundleOf, contextFor, lowerChart, measure } from "./fixture.ts";

const chart = (rows: number): Chart =>
  ({
    id: "x",
    kind: "bullet",
    message: "M",
    unit: "%",
    better: "higher",
    bands: [
      { to: 80, name: "poor" },
      { to: 90, name: "fair" },
      { to: 100, name: "good" },
    ],
    data: Array.from({ length: rows }, (_, n) => ({ label: `Row ${n}`, value: 70 + n, target: 90 })),
  }) as Chart;
const placed = (rows: number) =>
  fitChart(lowerChart(chart(rows), contextFor(bundleOf([]))), { width: 600, height: 300 }, measure, LABEL);

test("bands are native bars behind the actual one, wider, and stand in the workbook", () => {
  const { chart: part } = writeChart(placed(4), look, "en-GB");
  const groups = elementsOf(one(part, "c:plotArea")).filter(({ name }) => name === "c:barChart");
  expect(groups.map((group) => val(child(group, "c:grouping")))).toEqual(["stacked", "clustered"]);
  const [bands, actual] = groups.map((group) => Number(val(child(group, "c:gapWidth"))));
  expect(actual).toBeGreaterThan(2 * (bands ?? 0));
  const names = [...all(groups[0] ?? part, "c:tx")].map(textOf);
  expect(names.join()).toMatch(/poor, to 80%.*fair, to 90%.*good, to 100%/);
  const sums = [0, 1, 2].map((n) => textOf([...all(groups[0] ?? part, "c:val")][n] ?? part));
  expect(sums.map((text) => /(80|10)/.exec(text)?.[1])).toEqual(["80", "10", "10"]);
});

test("the mark of a target never reaches into the next row", () => {
  for (const rows of [2, 12, 25]) {
    const { layers, plot, height } = placed(rows);
    const slot = (plot.h * height) / rows;
    for (const layer of layers)
      if (layer.type === "lines")
        for (const each of layer.series) expect(each.marker?.size ?? 0).toBeLessThan(slot);
  }
});
