import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { chartConfiguration } from "../../../src/formats/picture/configuration.ts";
import { createPainter } from "../../../src/formats/picture/index.ts";
import { writeChart } from "../../../src/formats/pptx/chart/index.ts";
import type { PlacedChart } from "../../../src/model/placed.ts";
import { all, type Element } from "../../../src/ooxml/xml.ts";
import { look } from "../../layout/look.ts";
import { CHARTS } from "../pptx/chart/fixtures.ts";
import { cacheOf, child, elementsOf, one, val } from "../pptx/chart/read-back.ts";
import { hatchesOf } from "./hatches.ts";

const carlito = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/carlito/package.json"));
const fonts = {
  regular: new Uint8Array(readFileSync(join(carlito, "400Regular", "Carlito_400Regular.ttf"))),
  bold: new Uint8Array(readFileSync(join(carlito, "700Bold", "Carlito_700Bold.ttf"))),
};

const configuration = (chart: PlacedChart) =>
  chartConfiguration({ chart, look, size: { width: chart.width, height: chart.height, scale: 1 } });

const sers = (root: Element): Element[] =>
  elementsOf(one(root, "c:plotArea"))
    .filter((e) => e.name.endsWith("Chart"))
    .flatMap((group) => elementsOf(group).filter((e) => e.name === "c:ser"));

/** A fill or line of the native part as Chart.js would name it. */
function nativeColour(properties: Element | undefined): unknown {
  const fill = properties && elementsOf(properties).find((e) => /^a:(no|solid|patt)/.test(e.name));
  if (!fill || fill.name === "a:noFill") return "transparent";
  const scheme = val(one(fill, "a:schemeClr"));
  const lum = val([...all(fill, "a:lumMod")][0]);
  const ink = Object.keys(look.theme.inks)
    .map((name) => look.ink(name as "ink"))
    .find(
      (c) => c.scheme === scheme && (c.lumMod === undefined ? lum === undefined : String(c.lumMod) === lum),
    );
  return fill.name === "a:pattFill" ? `hatch #${ink?.hex}` : `#${ink?.hex}`;
}

/** Diameter in pt of a point of a scatter chart. */
function nativeSize(ser: Element | undefined, i: number): number {
  if (!ser) throw new Error("no series");
  const own = elementsOf(ser).find((e) => e.name === "c:dPt" && val(child(e, "c:idx")) === String(i));
  return Number(val(one(one(own ?? ser, "c:marker"), "c:size")));
}

type Scale = {
  min: number;
  max: number;
  ticks: { stepSize: number };
};

describe.each(CHARTS.map((chart) => [chart.id, chart] as const))("%s", (_, chart) => {
  const native = writeChart(chart, look, "en-GB").chart;
  const made = configuration(chart);

  it("has the series of the native chart: names, order, numbers", () => {
    const share = chart.id === "percent";
    const theirs = sers(native).map((ser) => ({
      name: cacheOf(one(ser, "c:tx")).values[0],
      values: cacheOf(child(ser, "c:val") ?? one(ser, "c:yVal")).values,
    }));
    const ours = made.data.datasets.map((set) => ({
      name: set.label,
      values: (set["data"] as unknown[]).map((v) =>
        v !== null && typeof v === "object" ? (v as { y: number }).y : v === null ? null : (v as number) + 0,
      ),
    }));
    if (chart.id === "difficult") expect(theirs.map((s) => s.values)).toEqual(ours.map((s) => s.values));
    else if (share)
      expect(ours.map((s) => s.values)).toEqual([
        [25, 40, 50],
        [75, 60, 50],
      ]);
    else expect(ours).toEqual(theirs);
  });

  it("has its bounds and steps", () => {
    const share = chart.id === "percent" ? 100 : 1;
    const written = [...all(native, "c:valAx")].map((ax) => ({
      min: Number(val(one(ax, "c:min"))) * share,
      max: Number(val(one(ax, "c:max"))) * share,
      step: Number(val(one(ax, "c:majorUnit"))) * share,
    }));
    const scales = made.options.scales as unknown as Record<string, Scale | undefined>;
    const used = ["value", "secondary", "x", "y"].flatMap((id) => scales[id] ?? []);
    expect(used.map((s) => ({ min: s.min, max: s.max, step: s.ticks.stepSize }))).toEqual(
      written.slice(0, used.length),
    );
  });

  it("has its colours, point by point", () => {
    const natives = sers(native);
    made.data.datasets.forEach((set, n) => {
      const ser = natives[n];
      if (!ser) throw new Error();
      const own = child(ser, "c:spPr");
      if (set["type"] === "bar" || set["type"] === "bubble" || set["type"] === "doughnut") {
        const hatches = hatchesOf(chart, set, look);
        const fills = (set["backgroundColor"] as unknown[]).map((fill, i) =>
          hatches.has(i) ? `hatch ${hatches.get(i)}` : fill,
        );
        fills.forEach((fill, i) => {
          // Nothing is drawn of a missing value.
          if ((set["data"] as unknown[])[i] === null) return;
          const point = elementsOf(ser).find(
            (e) => e.name === "c:dPt" && val(child(e, "c:idx")) === String(i),
          );
          expect(fill, `${set.label} ${i}`).toBe(nativeColour((point && child(point, "c:spPr")) ?? own));
        });
      } else if (set["type"] === "line" && set["fill"] === false) {
        expect(set["borderColor"]).toBe(nativeColour(child(own as Element, "a:ln")));
      } else if (set["type"] === "line") expect(set["backgroundColor"]).toBe(nativeColour(own));
    });
  });
});

describe("scatter", () => {
  it("has points as large as those of the native chart", () => {
    const chart = CHARTS.find(({ id }) => id === "scatter");
    if (!chart) throw new Error();
    const natives = sers(writeChart(chart, look, "en-GB").chart);
    const radii = configuration(chart).data.datasets.map((set) => set["radius"] as number[]);
    expect(radii.map((own) => own.map((radius) => 2 * radius))).toEqual(
      radii.map((own, n) => own.map((_radius, i) => nativeSize(natives[n], i))),
    );
  });
});

describe("a painter", () => {
  const frozen = <T>(value: T): T => {
    if (value !== null && typeof value === "object") {
      Object.freeze(value);
      for (const inner of Object.values(value)) if (!Object.isFrozen(inner)) frozen(inner);
    }
    return value;
  };
  const chart = (id: string): PlacedChart => {
    const found = CHARTS.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return frozen(found);
  };

  it("draws the same bytes each time, in the size asked for, and leaves the chart alone", async () => {
    const painter = await createPainter(fonts);
    const size = { width: 600, height: 300, scale: 2 };
    const first = await painter.draw(chart("trend"), look, size);
    await painter.draw(chart("bridge"), look, size);
    const again = await (await createPainter(fonts)).draw(chart("trend"), look, size);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    const image = await loadImage(Buffer.from(first));
    expect([image.width, image.height]).toEqual([1200, 600]);
  });

  it("puts the marks where the plot's fractions and the data say", async () => {
    const painter = await createPainter(fonts);
    const bars = chart("bars");
    const pixel = await pixels(await painter.draw(bars, look, { width: 600, height: 300, scale: 1 }));
    const { x, y, w, h } = bars.plot;
    const slot = (h * 300) / 6;
    const at = (share: number, n: number) => pixel((x + w * share) * 600, y * 300 + slot * (n + 0.2));
    const accent = look.ink("accent").hex;
    // 31 of 40 is 0.775 of the width: inside just before, paper just after.
    expect(at(0.765, 0)).toBe(accent);
    expect(at(0.785, 0)).toBe("FFFFFF");
    expect(at(6 / 40 - 0.01, 5)).toBe(look.ink("faint").hex);
    expect(at(6 / 40 + 0.01, 5)).toBe("FFFFFF");
  });

  it("sets bars of a cluster side by side in the model's order", async () => {
    const painter = await createPainter(fonts);
    const clustered = chart("clustered");
    const pixel = await pixels(await painter.draw(clustered, look, { width: 600, height: 300, scale: 1 }));
    const { x, y, w, h } = clustered.plot;
    const slot = (w * 600) / 4;
    const foot = (y + h) * 300 - 10;
    expect(pixel(x * 600 + slot * 0.35, foot)).toBe(look.ink("accent").hex);
    expect(pixel(x * 600 + slot * 1.65, foot)).toBe("FFFFFF");
  });

  it("draws words: the picture without labels differs", async () => {
    const painter = await createPainter(fonts);
    const size = { width: 600, height: 300, scale: 1 };
    const { marks } = chart("bars");
    const mute = { ...chart("bars"), marks: marks.filter(({ part }) => part !== "category") };
    expect(
      Buffer.from(await painter.draw(chart("bars"), look, size)).equals(
        Buffer.from(await painter.draw(mute, look, size)),
      ),
    ).toBe(false);
  });

  it("refuses bytes that are no font", async () => {
    await expect(createPainter({ regular: new Uint8Array([1, 2, 3]), bold: fonts.bold })).rejects.toThrow(
      /font/,
    );
  });
});

async function pixels(png: Uint8Array): Promise<(x: number, y: number) => string> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return (x, y) =>
    Buffer.from(context.getImageData(Math.round(x), Math.round(y), 1, 1).data.slice(0, 3))
      .toString("hex")
      .toUpperCase();
}
