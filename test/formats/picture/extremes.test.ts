import { beforeAll, describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../../src/charts/fit.ts";
import type { ChartKindName } from "../../../src/charts/index.ts";
import { createPainter, type Painter } from "../../../src/formats/picture/index.ts";
import { createNodeHost } from "../../../src/host/node.ts";
import { LABEL } from "../../charts/clear.ts";
import { attempt, CHARTS, EXTREMES } from "../../charts/extremes.ts";
import { measure } from "../../charts/fixture.ts";
import { look } from "../../layout/look.ts";
import { expectSameWords } from "./agreement.ts";

let painter: Painter;
beforeAll(async () => {
  painter = await createPainter(await createNodeHost().fonts("Calibri"));
});

describe.each(Object.keys(CHARTS) as ChartKindName[])("%s as a picture", (kind) => {
  test.each(Object.entries(EXTREMES))("%s: says what our own drawing says, where it does", (_, data) => {
    const exhibit = attempt(CHARTS[kind](data));
    if (exhibit === "refused" || exhibit.type !== "chart") return;
    const least = minimumSize(exhibit);
    const size = {
      width: Math.ceil(Math.max(620, Math.min(860, least.width))),
      height: Math.ceil(Math.max(330, least.height)),
    };
    const chart = fitChart(exhibit, size, measure, LABEL);
    // One px of the drawing is one pt of the chart.
    const drawing = new TextDecoder().decode(painter.drawSvg(chart, look, size));
    expect(drawing).not.toMatch(/NaN|Infinity|undefined/);
    expectSameWords(chart, drawing);
  });
});
