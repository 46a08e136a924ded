import { describe, expect, test } from "vitest";
import { emu } from "../../src/base/units.ts";
import { layout } from "../../src/layout/index.ts";
import type { Block } from "../../src/model/deck.ts";
import { rich } from "../../src/model/text.ts";
import { bodyItems, chart, deck, first, long, slide, table, tables, text, timeline } from "./decks.ts";
import { look } from "./look.ts";

describe("blocks", () => {
  test("columns begin on the grid, and stretched ones end together", () => {
    const cards = Array.from(
      { length: 3 },
      (_, n): Block => ({
        type: "panel",
        fill: "wash",
        inset: "tight",
        child: text("body", long(5 + 20 * n)),
      }),
    );
    const page = first(slide({ type: "columns", spans: [4, 4, 4], children: cards, align: "stretch" }));
    const items = bodyItems(page);
    const { columns, gutter, margin, size } = look;
    const pitch = (size.width - 2 * margin + gutter) / columns;
    const edges = Array.from({ length: columns }, (_, n) => emu(margin + n * pitch));
    expect(items.map((item) => edges.indexOf(item.frame.x))).toEqual([0, 4, 8]);
    expect(new Set(items.map((item) => item.frame.h)).size).toBe(1);
  });

  test("rows of cards that are not full keep the width of full ones", () => {
    const row = (count: number): Block => ({
      type: "columns",
      spans: Array.from({ length: count }, () => 3),
      children: Array.from({ length: count }, () => text("body", "Card")),
      align: "top",
    });
    const widths = bodyItems(first(slide({ type: "stack", gap: "normal", children: [row(4), row(3)] }))).map(
      (item) => item.frame.w,
    );
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
  });

  test("texts in a filled panel are one shape, paper on dark grounds", () => {
    const child: Block = {
      type: "stack",
      gap: "tight",
      children: [text("figure", "14.9%"), text("small", "Annual churn")],
    };
    const items = bodyItems(
      first(slide({ type: "panel", fill: "accent", inset: "normal", child, to: "one" })),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ type: "text", fill: "accent", to: "one" });
    expect(items[0]?.type === "text" && items[0].paragraphs.map((one) => one.runs[0]?.ink)).toEqual([
      "paper",
      "paper",
    ]);
    expect(items[0]?.type === "text" && items[0].paragraphs.map((one) => one.runs[0]?.size)).toEqual([
      32, 12,
    ]);
  });

  test("charts of neighbouring columns share top and bottom and take the height that is left", () => {
    const exhibit: Block = { type: "exhibit", exhibit: chart };
    const page = first(
      slide({
        type: "stack",
        gap: "normal",
        children: [
          text("lead", "Above"),
          { type: "columns", spans: [6, 6], children: [exhibit, exhibit], align: "top" },
        ],
      }),
    );
    const [a, b] = bodyItems(page).filter((item) => item.type === "chart");
    expect([a?.frame.y, a?.frame.h]).toEqual([b?.frame.y, b?.frame.h]);
    expect((a?.frame.y ?? 0) + (a?.frame.h ?? 0)).toBeCloseTo(6.62 * 914_400, -2);
    expect(a?.type === "chart" && a.chart.height * 12_700).toBeCloseTo(a?.frame.h ?? 0, 0);
  });

  test("the whole layout fits real charts", () => {
    const { pages } = layout(deck(slide({ type: "exhibit", exhibit: chart })), look, { lenient: false });
    const [item] = bodyItems(pages.pages[0]);
    expect(item?.type === "chart" && item.chart.plot.w).toBeGreaterThan(0);
  });

  test("table rows are as high as their lines, numbers stand right", () => {
    const [made] = tables(slide(table(3)));
    const row = made?.rows[1];
    const { size } = look.role("table");
    // One line, both insets with the air of a slide that has little on it, and what a row may grow.
    const insets = (made?.insets.top ?? 0) + (made?.insets.bottom ?? 0);
    const grown = (row?.height ?? 0) - Math.round(size * 1.2 * 12_700) - insets;
    expect(grown).toBeGreaterThan(0);
    expect((row?.cells[0]?.insets?.top ?? 0) - (made?.insets.top ?? 0)).toBe(Math.floor(grown / 2));
    expect(row?.cells[1]?.paragraphs[0]?.align).toBe("right");
    expect(made?.rows.reduce((sum, one) => sum + one.height, 0)).toBe(made?.frame.h);
    expect(made?.columns.reduce((sum, one) => sum + one, 0)).toBe(made?.frame.w);
  });

  test("no word in a table is cut while there is room, and the emphasised column has a ground", () => {
    const wide = table(2, {
      head: [{ text: rich("A") }, { text: rich("Internationalisation") }],
      widths: [12, 0.1],
      emphasised: 1,
    });
    const [made] = tables(slide(wide));
    expect(made?.rows[0]?.cells[1]?.paragraphs[0]?.lines).toHaveLength(1);
    expect(made?.rows.every((row) => row.cells[1]?.fill === "wash")).toBe(true);
  });

  test("the time axis is true: half the days are half the way", () => {
    const page = first(
      slide({
        type: "exhibit",
        exhibit: {
          ...timeline,
          start: "2027-01-01",
          end: "2027-12-31",
          days: [],
          ticks: [],
          groups: [],
          rows: [
            {
              label: rich("Half"),
              detail: [],
              bar: { start: "2027-01-01", end: "2027-07-01", kind: "plan", ink: "accent", text: "" },
            },
            {
              label: rich("Whole"),
              detail: [],
              bar: { start: "2027-01-01", end: "2027-12-31", kind: "actual", ink: "accent", text: "" },
            },
          ],
        },
      }),
    );
    const [half, whole] = page.items.filter((item) => item.name.startsWith("Bar"));
    expect((half?.frame.w ?? 0) / (whole?.frame.w ?? 1)).toBeCloseTo(0.5, 3);
  });

  test("words of days that are close stand side by side and off each other's lines", () => {
    const page = first(slide({ type: "exhibit", exhibit: timeline }));
    const days = page.items.filter((item) => /^Day \d/.test(item.name));
    const lines = page.items.filter((item) => item.name.startsWith("Day line"));
    expect(days).toHaveLength(2);
    for (const day of days) {
      for (const line of lines) {
        const crosses =
          line.frame.x > day.frame.x &&
          line.frame.x < day.frame.x + day.frame.w &&
          line.frame.y < day.frame.y + day.frame.h;
        expect(crosses).toBe(false);
      }
    }
  });

  test("a map's cell that is too full for labels shows dots with codes, all within the cell", () => {
    const plane = (count: number): Block => ({
      type: "plane",
      name: "Map",
      alt: "Map",
      xBands: ["1", "2", "3", "4", "5"],
      yBands: ["1", "2", "3", "4", "5"],
      xTitle: "X",
      yTitle: "Y",
      points: Array.from({ length: count }, (_, n) => ({
        xBand: 2,
        yBand: 2,
        code: `${n + 1}`,
        label: rich("Director of Network"),
        ink: "accent" as const,
      })),
    });
    const items = (count: number) => bodyItems(first(slide(plane(count))));
    expect(items(2).filter((item) => item.name.startsWith("Point"))).toHaveLength(2);
    // The row grows for what does not fit into a fifth of the height.
    expect(items(8).filter((item) => item.name.startsWith("Point"))).toHaveLength(8);
    const full = items(40);
    expect(full.filter((item) => item.name.startsWith("Point"))).toHaveLength(0);
    expect(full.filter((item) => item.name.startsWith("Dot"))).toHaveLength(40);
  });

  test("a sparkline keeps its gaps and ends in a dot", () => {
    const points = [1, 2, null, 3, 4].map((y, x) => ({ x, y, forecast: x === 4 }));
    const items = bodyItems(
      first(slide({ type: "sparkline", points, target: 5, alt: "Rising", height: 30 })),
    );
    const line = items.find((item) => item.name === "Sparkline");
    expect(
      line?.type === "shape" &&
        typeof line.geometry === "object" &&
        line.geometry.strokes.map((stroke) => stroke.length),
    ).toEqual([2, 1]);
    expect(items.map((item) => item.name)).toEqual(["Target", "Sparkline", "Forecast", "Latest"]);
    expect(items.filter((item) => item.decorative !== true).map((item) => item.alt)).toEqual(["Rising"]);
  });

  test("small bars start at one place, are as long as their values, and end before the edge", () => {
    const made = (label: string, values: readonly number[]): Block => ({
      type: "bars",
      bars: values.map((value, n) => ({ label, value, text: `${value}%`, look: n === 0 ? "own" : "aim" })),
      alt: label,
    });
    const block: Block = {
      type: "stack",
      gap: "tight",
      children: [made("A long label of several words that takes two lines", [30, 10]), made("Short", [4, 8])],
    };
    const items = bodyItems(first(slide({ type: "columns", spans: [3], children: [block], align: "top" })));
    const drawn = items.filter(({ name }) => name.startsWith("Bar"));
    expect(new Set(drawn.map(({ frame }) => frame.x)).size).toBe(1);
    const [a, b, c, d] = drawn.map(({ frame }) => frame.w);
    expect((a ?? 0) / (b ?? 1)).toBeCloseTo(3, 2);
    expect((d ?? 0) / (c ?? 1)).toBeCloseTo(2, 2);
    const edge = items.filter(({ name }) => name.startsWith("Comparison")).map(({ frame: f }) => f.x + f.w);
    for (const { frame: f } of items) expect(f.x + f.w).toBeLessThanOrEqual((edge[0] ?? 0) + 1);
  });

  test.each([
    { low: -2.1, value: -1.4, high: -0.7 },
    { low: -2.11, value: -2.1, high: -2.09 },
    { low: 0.1, value: 900, high: 1180.25 },
    { low: -6.7, value: -2.4, high: 1.9 },
  ])("the words of a range from $low to $high stand apart, and it is to scale", ({ low, value, high }) => {
    const range: Block = {
      ...{ type: "interval", low, value, high, alt: "Range", zeroText: "0" },
      ...{ lowText: `${low} of them`, highText: `${high} of them` },
    };
    const items = bodyItems(first(slide({ type: "columns", spans: [2.5], children: [range], align: "top" })));
    const at = (name: string) => items.find((item) => item.name === name)?.frame ?? { x: 0, w: 0 };
    expect(at("Low").x + at("Low").w).toBeLessThan(at("High").x);
    const middle = at("Value").x + at("Value").w / 2;
    const line = at("Interval");
    expect((middle - line.x) / line.w).toBeCloseTo((value - low) / (high - low), 2);
    expect(items.filter(({ decorative, mark }) => !decorative && !mark).map(({ alt }) => alt)).toEqual([
      "Range",
    ]);
  });

  test("a sparkline says its first and latest value below it, and leads on through the gaps of a forecast", () => {
    const points = [1, 2, 3, null, 4, null, 6].map((y, x) => ({ x, y, forecast: x > 2 }));
    const made = (ends: readonly [string, string]) =>
      bodyItems(first(slide({ type: "sparkline", points, ends, alt: "Rising", height: 30 })));
    const items = made(["1%", "3%"]);
    const dashed = items.find((item) => item.name === "Forecast");
    expect(
      dashed?.type === "shape" &&
        typeof dashed.geometry === "object" &&
        dashed.geometry.strokes.map((stroke) => stroke.length),
    ).toEqual([3]);
    const line = items.find((item) => item.name === "Sparkline")?.frame ?? { y: 0, h: 0 };
    const words = items.filter((item) => item.type === "text");
    expect(words).toHaveLength(2);
    for (const { frame } of words) expect(frame.y).toBeGreaterThanOrEqual(line.y + line.h);
    // Where both would meet, only the latest stands there.
    expect(made(["a long word ".repeat(9), "3%"]).filter((item) => item.type === "text")).toHaveLength(1);
  });

  test("text from right to left begins at the right", () => {
    const [item] = bodyItems(first(slide(text("body", "الموافقة على البرنامج"))));
    expect(item?.type === "text" && item.paragraphs[0]).toMatchObject({ rightToLeft: true, align: "right" });
  });
});

describe("a table with words longer than it is wide", () => {
  test("breaks those, and keeps the words of its narrow columns whole", () => {
    const monster = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(
      3,
    );
    const made = tables(
      slide(
        table(0, {
          head: ["Objection", "Raised by", "Answer", "Doubt left", "Page"].map((word) => ({
            text: rich(word),
          })),
          rows: [[monster, monster, monster, "medium", "31"].map((word) => ({ text: rich(word) }))],
          widths: [3, 2, 3, "fit", "fit"],
        }),
      ),
    )[0];
    const lines = made?.rows[1]?.cells.map((cell) => cell.paragraphs[0]?.lines.length ?? 0) ?? [];
    expect(lines.slice(3)).toEqual([1, 1]);
    expect(Math.min(...lines.slice(0, 3))).toBeGreaterThan(1);
    expect(made?.columns.reduce((sum, width) => sum + width, 0)).toBe(made?.frame.w);
  });
});
