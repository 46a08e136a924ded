import { beforeAll, describe, expect, test } from "vitest";
import { CHART_KINDS, type ChartKindName } from "../../src/charts/index.ts";
import { chartConfiguration } from "../../src/formats/picture/configuration.ts";
import type { Dataset } from "../../src/formats/picture/datasets.ts";
import type { Layer, PointSeries, Series, ValueAxis } from "../../src/model/chart.ts";
import type { TableItem } from "../../src/model/page.ts";
import { isDotPlot, type PlacedChart } from "../../src/model/placed.ts";
import { all, type Element, textOf } from "../../src/ooxml/xml.ts";
import { hatchesOf } from "../formats/picture/hatches.ts";
import {
  cacheOf,
  cellsAt,
  child,
  elementsOf,
  one,
  readWorkbook,
  val,
} from "../formats/pptx/chart/read-back.ts";
import { type Gallery, placesOf, readGallery, told, type WrittenChart } from "./gallery.ts";

let gallery: Gallery;
beforeAll(async () => {
  gallery = await readGallery();
});

/** Kinds that are tables or shapes of the slide, and no charts. */
const TABLES = ["heatmap", "scorecard"] as const;
const CHARTS = (Object.keys(CHART_KINDS) as ChartKindName[]).filter(
  (kind) => kind !== "gantt" && !TABLES.some((table) => table === kind),
);

/** The charts of a kind as the layout placed them, each with what was written for it. */
function pairs(kind: string): readonly { placed: PlacedChart; written: WrittenChart }[] {
  const placed = gallery.charts.filter((chart) => chart.kind === kind && !chart.id.includes(":"));
  expect(placed.length, `the gallery shows no ${kind}`).toBeGreaterThan(0);
  return placed.map((chart) => {
    const { charts } = gallery.slideOf(chart.id);
    const charts_ = gallery.itemsOf(chart.id).filter((item) => item.type === "chart");
    const written = charts[charts_.findIndex((item) => item.type === "chart" && item.chart === chart)];
    if (written === undefined) throw new Error(`${chart.id} was not written`);
    return { placed: chart, written };
  });
}

/** Lines across lying bars have no group in PowerPoint: they are shapes, and columns of the workbook. */
const isDrawn = (chart: PlacedChart, layer: Layer): boolean =>
  layer.type === "lines" &&
  chart.coordinates.type === "category" &&
  chart.coordinates.orientation === "horizontal" &&
  !isDotPlot(chart);
const seriesOf = (layer: Layer): readonly (Series | PointSeries)[] =>
  layer.type === "ring" ? [layer.series] : layer.series;
const modelled = (chart: PlacedChart) => chart.layers.filter((l) => !isDrawn(chart, l)).flatMap(seriesOf);
const numbers = (values: readonly (number | null)[]) => values.map((v) => (v === null ? null : v + 0));
const written = (chart: Element): Element[] =>
  elementsOf(one(chart, "c:plotArea"))
    .filter(({ name }) => name.endsWith("Chart"))
    .flatMap((group) => elementsOf(group).filter(({ name }) => name === "c:ser"))
    .filter((ser) => !isRange(ser));
/** Lines from end to end of the ranges of points on rows; see the tests of intervals. */
const isRange = (ser: Element): boolean => {
  const name = child(ser, "c:tx");
  return name !== undefined && String(cacheOf(name).values[0]).includes("↔");
};
/** What a series of the chart part draws: its values, across where it is one of points on rows. */
const valuesIn = (ser: Element, placed: PlacedChart) =>
  cacheOf(one(ser, isDotPlot(placed) ? "c:xVal" : placed.coordinates.type === "number" ? "c:yVal" : "c:val"));
const byOrder = (sers: readonly Element[]): Element[] =>
  sers.toSorted((a, b) => Number(val(child(a, "c:order"))) - Number(val(child(b, "c:order"))));

/** PowerPoint counts the axis of shares from 0 to 1, the model in percent. */
const isShare = (chart: PlacedChart): boolean =>
  chart.layers.some((layer) => "grouping" in layer && layer.grouping === "percentStacked");

/** Names as a table heads its columns: on one line, each once. */
const oneLine = (name: string): string => name.replace(/\s+/gu, " ").trim();

describe.each(CHARTS)("%s", (kind) => {
  test("the chart part caches the series of the model: numbers, formats, names and order", () => {
    for (const { placed, written: parts } of pairs(kind)) {
      const sers = byOrder(written(parts.chart));
      const series = modelled(placed);
      expect(sers).toHaveLength(series.length);
      series.forEach((each, n) => {
        const ser = sers[n];
        if (ser === undefined) throw new Error("counted above");
        const name = String(cacheOf(one(ser, "c:tx")).values[0]);
        expect([oneLine(each.name), `${oneLine(each.name)} (2)`]).toContain(name);
        if ("values" in each) {
          const cached = valuesIn(ser, placed);
          const own = cached.values.slice(0, isDotPlot(placed) ? each.values.length : undefined);
          expect([placed.id, own]).toEqual([placed.id, told(placed, numbers(each.values))]);
          expect(cached.format).toBe(each.format.code);
        } else {
          expect(cacheOf(one(ser, "c:xVal")).values).toEqual(each.points.map(({ x }) => x));
          expect(cacheOf(one(ser, "c:yVal")).values).toEqual(each.points.map(({ y }) => y));
          expect(cacheOf(one(ser, "c:yVal")).format).toBe(each.format.y.code);
          const sizes = [...all(ser, "c:bubbleSize")];
          if (sizes[0] !== undefined)
            expect(cacheOf(sizes[0]).values).toEqual(each.points.map(({ size }) => size));
        }
      });
    }
  });

  test("the workbook holds what the chart part caches, every series of the model, and a name a row", async () => {
    for (const { placed, written: parts } of pairs(kind)) {
      const sheet = await readWorkbook(parts.workbook);
      for (const holder of [...all(parts.chart, "c:strRef"), ...all(parts.chart, "c:numRef")]) {
        const cache = cacheOf(holder);
        const cells = cellsAt(sheet, cache.f);
        expect(cells.map(({ value }) => value)).toEqual(cache.values);
        if (cache.format !== undefined)
          for (const { at } of cells) expect([at, sheet.formats.get(at)]).toEqual([at, cache.format]);
      }
      const columns = columnsOf(sheet.cells);
      const [names, ...rest] = columns;
      expect(names?.[0]).toBe(oneLine(placed.heading));
      const expected = placed.layers.flatMap(seriesOf).flatMap((each) => ("values" in each ? [each] : []));
      const held = rest.map((column) => trimmed(column.slice(1)));
      for (const { values } of expected) expect(held).toContainEqual(trimmed(told(placed, numbers(values))));
      for (const { values } of placed.columns ?? []) {
        const own = placesOf(placed) === undefined ? values : values.flatMap((value) => [value, null]);
        expect(held).toContainEqual(trimmed(numbers(own)));
      }
      if (placed.coordinates.type === "category") {
        const labels = told(
          placed,
          placed.coordinates.categories.map(({ label }) => label),
        );
        names?.slice(1, 1 + labels.length).forEach((name, n) => {
          expect(String(name).startsWith(labels[n] ?? "?")).toBe(true);
        });
      } else if (placed.coordinates.type === "number")
        expect(names?.slice(1)).toEqual(
          placed.layers.flatMap((l) =>
            l.type === "points" ? l.series.flatMap((s) => s.points.map((p) => p.name)) : [],
          ),
        );
    }
  });

  test("the axes have the bounds, steps and formats of the model, outright", () => {
    for (const { placed, written: parts } of pairs(kind)) {
      const share = isShare(placed) ? 100 : 1;
      const axes = [...all(parts.chart, "c:valAx")].map((axis) => ({
        min: Number(val(one(axis, "c:min"))),
        max: Number(val(one(axis, "c:max"))),
        major: Number(val(one(axis, "c:majorUnit"))),
      }));
      axesOf(placed).forEach((axis, n) => {
        expect([placed.id, axes[n]]).toEqual([
          placed.id,
          { min: axis.min / share, max: axis.max / share, major: axis.major / share },
        ]);
        const steps = (axis.max - axis.min) / axis.major;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-9);
      });
      const reversed =
        placed.coordinates.type === "category" && placed.coordinates.orientation === "horizontal";
      for (const axis of all(parts.chart, "c:catAx"))
        expect(val(one(axis, "c:orientation"))).toBe(reversed ? "maxMin" : "minMax");
    }
  });

  test("the picture is given the same bounds, ticks, order, numbers and colours", () => {
    const { look } = gallery.compiled;
    for (const { placed, written: parts } of pairs(kind)) {
      const size = { width: Math.round(placed.width), height: Math.round(placed.height), scale: 1 };
      const made = chartConfiguration({ chart: placed, look, size });
      const scales = Object.values(made.options.scales).filter((scale) => scale["type"] === "linear");
      axesOf(placed).forEach((axis, n) => {
        const scale: Readonly<Record<string, unknown>> = scales[n] ?? {};
        const ticks = scale as { readonly ticks?: { readonly stepSize: number } };
        const built: { ticks: { readonly value: number }[] } = { ticks: [] };
        (scale as { readonly afterBuildTicks?: (built: object) => void }).afterBuildTicks?.(built);
        expect({ min: scale["min"], max: scale["max"], step: ticks.ticks?.stepSize }).toEqual({
          min: axis.min,
          max: axis.max,
          step: axis.major,
        });
        expect(built.ticks.map(({ value }) => value)).toEqual(axis.ticks.map(({ value }) => value));
      });
      const sers = byOrder(written(parts.chart));
      expect(made.data.datasets.map(({ label }) => label)).toEqual(modelled(placed).map(({ name }) => name));
      made.data.datasets.forEach((dataset, n) => {
        const ser = sers[n];
        if (ser === undefined) throw new Error("as many as series");
        const cached = valuesIn(ser, placed).values;
        const own = drawnBy(dataset);
        if (!isShare(placed))
          expect(told(placed, own)).toEqual(cached.slice(0, isDotPlot(placed) ? own.length : undefined));
        const drawn = inksOfDataset(dataset, hatchesOf(placed, dataset, look), isDotPlot(placed));
        drawn.forEach((picture, i) => {
          const native = inkOfSeries(ser, i);
          const said = `${placed.id}, ${dataset.label}, ${i}: ${picture} in the picture, ${native} in the chart part`;
          // A lightness in thousandths of a percent moves a channel by one or two of 255.
          expect(apart(picture, native), said).toBeLessThanOrEqual(2);
        });
      });
      if (placed.coordinates.type === "category")
        expect(made.data.labels).toEqual(placed.coordinates.categories.map(({ label }) => label));
    }
  });
});

test("columns of a marimekko are as wide as their shares, between upright edges on an axis of days", () => {
  const [{ placed, written: parts } = { placed: undefined, written: undefined }] = pairs("marimekko");
  if (placed === undefined || parts === undefined) throw new Error("no marimekko");
  const axis = one(parts.chart, "c:dateAx");
  expect(val(child(axis, "c:baseTimeUnit"))).toBe("days");
  const [ser] = written(parts.chart);
  const days = cacheOf(one(one(ser ?? axis, "c:cat"), "c:numRef")).values.map(Number);
  const shares = placed.columns?.[0]?.values ?? [];
  expect(days).toHaveLength(2 * shares.length);
  shares.forEach((share, n) => {
    const [from, to] = [days[2 * n] ?? 0, days[2 * n + 1] ?? 0];
    // The next column begins on the day on which this one ends.
    if (n > 0) expect(from).toBe(days[2 * n - 1]);
    expect(Math.abs((to - from) / 100 - (share ?? 0))).toBeLessThan(0.3);
  });
});

const axesOf = ({ coordinates }: PlacedChart): readonly ValueAxis[] =>
  coordinates.type === "category"
    ? [coordinates.value, ...(coordinates.secondary === undefined ? [] : [coordinates.secondary])]
    : coordinates.type === "number"
      ? [coordinates.x, coordinates.y]
      : [];

function drawnBy(dataset: Dataset): readonly (number | null)[] {
  const data = dataset["data"] as readonly (number | null | { readonly y: number })[];
  return data.map((each) =>
    typeof each === "object" && each !== null ? each.y : each === null ? null : each + 0,
  );
}

/** The colour of every mark, or of the one line or area, as Chart.js is given it; undefined where nothing is painted. */
function inksOfDataset(
  dataset: Dataset,
  hatched: ReadonlyMap<number, string>,
  dots: boolean,
): readonly (string | undefined)[] {
  const isLine = dataset["type"] === "line" && typeof dataset["fill"] !== "string" && !dots;
  const given = isLine
    ? dataset["borderColor"]
    : (dataset["pointBackgroundColor"] ?? dataset["backgroundColor"]);
  // A hatched mark is filled with paper; its lines have the colour.
  return (Array.isArray(given) ? given : [given]).map((fill: unknown, i) => {
    const colour = isLine ? fill : (hatched.get(i) ?? fill);
    return colour === "transparent" ? undefined : String(colour).toUpperCase();
  });
}

/** The colour of a mark of a written series, or of its line; undefined where nothing is painted. */
function inkOfSeries(ser: Element, n: number): string | undefined {
  const isLine = child(ser, "c:marker") !== undefined && child(ser, "c:xVal") === undefined;
  const isSpot = child(ser, "c:marker") !== undefined && child(ser, "c:xVal") !== undefined;
  const own = isLine
    ? undefined
    : elementsOf(ser).find((each) => each.name === "c:dPt" && val(child(each, "c:idx")) === String(n));
  const holder = own ?? ser;
  const properties = child(isSpot ? one(holder, "c:marker") : holder, "c:spPr");
  const paint = properties === undefined ? undefined : elementsOf(properties)[0];
  if (paint === undefined || paint.name === "a:noFill") return undefined;
  if (paint.name === "a:pattFill") return colourOf(one(paint, "a:fgClr"));
  const solid = paint.name === "a:solidFill" ? paint : [...all(paint, "a:solidFill")][0];
  return solid === undefined ? undefined : colourOf(solid);
}

/** A colour of the deck's own theme part, lightened as DrawingML says (ECMA-376 Part 1, 20.1.2.3.20 and 21). */
function colourOf(holder: Element): string {
  const scheme = one(holder, "a:schemeClr");
  const slot = { tx1: "dk1", bg1: "lt1", tx2: "dk2", bg2: "lt2" }[val(scheme) ?? ""] ?? val(scheme) ?? "";
  const [base] = elementsOf(one(gallery.theme, `a:${slot}`));
  const hex = base?.attributes["val"] ?? base?.attributes["lastClr"] ?? "";
  const share = (name: string, otherwise: number): number =>
    Number(val(child(scheme, name)) ?? otherwise * 100_000) / 100_000;
  return lightened(hex, share("a:lumMod", 1), share("a:lumOff", 0));
}

/** The lightness of a colour times a share, plus another; hue and saturation stay. */
function lightened(hex: string, times: number, plus: number): string {
  const rgb = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [high, low] = [Math.max(...rgb), Math.min(...rgb)];
  const light = (high + low) / 2;
  const wanted = Math.min(1, light * times + plus);
  const room = (l: number): number => 1 - Math.abs(2 * l - 1);
  const stretch = room(light) === 0 ? 0 : room(wanted) / room(light);
  return `#${rgb
    .map((c) =>
      Math.round((wanted + (c - light) * stretch) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`.toUpperCase();
}

/** Largest distance of two colours in a channel; 0 for the same one. */
function apart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : 255;
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return Math.max(...[1, 3, 5].map((at) => Math.abs(channel(a, at) - channel(b, at))));
}

/** Without the empty cells at the end, where other columns go on. */
function trimmed(values: readonly unknown[]): readonly unknown[] {
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
}

function columnsOf(cells: ReadonlyMap<string, unknown>): readonly (readonly unknown[])[] {
  const columns = new Map<string, unknown[]>();
  for (const [at, value] of cells) {
    const letters = at.replace(/\d+$/, "");
    columns.set(letters, [...(columns.get(letters) ?? []), value]);
  }
  return [...columns.values()];
}

describe("what is no chart but a table or shapes of the slide", () => {
  test.each(TABLES)("%s: a native table with the cells of the page, in their order", (kind) => {
    const table = gallery.itemsOf(kind).find((item): item is TableItem => item.type === "table");
    const frame = one(gallery.slideOf(kind).slide, "a:tbl");
    const cells = [...all(frame, "a:tr")].map((row) => [...all(row, "a:tc")].map(textOf));
    expect(cells.length).toBeGreaterThan(2);
    expect(cells).toEqual(
      table?.rows.map((row) =>
        row.cells.map(({ paragraphs }) =>
          paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(""),
        ),
      ),
    );
  });

  test("gantt: every row's words in the order of the bundle", () => {
    const plan = gallery.compiled.bundle.charts?.find(({ kind }) => kind === "gantt");
    const words = [...all(gallery.slideOf("gantt").slide, "p:sp")].map(textOf);
    const at = (plan?.data ?? []).map(({ label }) => words.findIndex((text) => text.includes(label)));
    expect(at.length).toBeGreaterThan(2);
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });
});
