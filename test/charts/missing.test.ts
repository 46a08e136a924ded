import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseJsonc } from "jsonc-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { CHART_KINDS, type ChartKindName } from "../../src/charts/index.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { asMarkdown } from "../../src/formats/md/index.ts";
import { chartTable } from "../../src/formats/reading/chart-table.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { TableItem } from "../../src/model/page.ts";
import { plain } from "../../src/model/text.ts";
import { parse } from "../../src/ooxml/parse.ts";
import { readZip } from "../../src/ooxml/unzip.ts";
import { all, textOf } from "../../src/ooxml/xml.ts";
import { bundleOf, contextFor, lowerAny, lowerChart } from "./fixture.ts";
import { type Gallery, readDeck } from "./gallery.ts";

/** A value that no other cell has, beside each missing one: it stays, and nothing is computed with it. */
const KEPT = 47;

const one = (...values: (number | null | undefined)[]) =>
  values.map((value, n) => ({ label: `20${23 + n}`, ...(value === undefined ? {} : { value }) }));
const many = (...values: (number | null)[][]) =>
  values.map((each, n) => ({ label: `20${23 + n}`, values: each }));

interface Case {
  readonly chart: Partial<Chart> & object;
  /** Code of the refusal, or the words under the chart (in the cell of a table). */
  readonly is: { readonly refused: string } | { readonly says: string };
}

const refused = (code: string) => ({ refused: `chart/${code}` });
const says = (words: string) => ({ says: words });
const needsAll = refused("missing-value");
const none = refused("no-data");

const ONE: Readonly<Record<string, (number | null | undefined)[]>> = {
  null: [31, null, KEPT],
  "left out": [31, undefined, KEPT],
  all: [null, undefined, null],
};
const MANY: Readonly<Record<string, (number | null)[][]>> = {
  "one value": [
    [31, 29],
    [KEPT, null],
    [35, 23],
  ],
  "a category": [
    [31, 29],
    [null, null],
    [35, 23],
  ],
  "a series": [
    [31, null],
    [KEPT, null],
    [35, null],
  ],
  all: [
    [null, null],
    [null, null],
  ],
};
const SAID: Readonly<Record<string, string>> = {
  null: "no data: 2024",
  "left out": "no data: 2024",
  "one value": "no data: South 2024",
  "a category": "no data: 2024",
  "a series": "no data: South",
};

const singles = (
  kind: ChartKindName,
  is: (place: string) => Case["is"],
  more: object = {},
): (readonly [string, Case])[] =>
  Object.entries(ONE).map(([place, values]) => [
    `${kind}, ${place}`,
    { chart: { kind, unit: "EUR", data: one(...values), ...more }, is: place === "all" ? none : is(place) },
  ]);
const severals = (
  kind: ChartKindName,
  is: (place: string) => Case["is"],
  more: object = {},
): (readonly [string, Case])[] =>
  Object.entries(MANY).map(([place, values]) => [
    `${kind} of two, ${place}`,
    {
      chart: { kind, unit: "EUR", series: ["North", "South"], data: many(...values), ...more },
      is: place === "all" ? none : is(place),
    },
  ]);
const gap = (place: string): Case["is"] => says(SAID[place] ?? "");
const step = [
  { label: "Before", value: 31, total: true },
  { label: "Price", value: KEPT },
  { label: "Costs", value: null },
  { label: "After", total: true },
];
const scores = [
  { label: "Near", value: KEPT, target: 30 },
  { label: "Far", value: null, target: 31 },
];
const axes = { x: { name: "X" }, y: { name: "Y" } };

/** Kinds with a missing value wherever their schemas allow one; any other kind has to refuse it. */
const OWN: Readonly<Partial<Record<ChartKindName, readonly (readonly [string, Case])[]>>> = {
  line: [...singles("line", gap), ...severals("line", gap)],
  area: [...singles("area", () => needsAll), ...severals("area", () => needsAll)],
  column: [...singles("column", gap), ...severals("column", gap)],
  bar: [...singles("bar", gap), ...severals("bar", gap)],
  stacked: [
    ...singles("stacked", gap),
    ...severals("stacked", (place) => says(`${SAID[place]}; no total where a part is missing`)),
  ],
  stacked100: [
    ...severals("stacked100", (place) =>
      place === "a series" ? needsAll : says(`${SAID[place]}; no shares where a part is missing`),
    ),
    ...severals("stacked100", gap, { unit: "%" }).map(([name, each]) => [`${name}, in %`, each] as const),
  ],
  combo: severals("combo", (place) => (place === "a series" ? none : gap(place)), { line: { unit: "%" } }),
  waterfall: [
    ["waterfall, a step", { chart: { kind: "waterfall", data: step }, is: refused("missing-step") }],
    [
      "waterfall, its start",
      {
        chart: {
          kind: "waterfall",
          data: step.map(({ label, total }) => ({
            label,
            value: 5,
            ...(total ? { total, value: null } : {}),
          })),
        },
        is: refused("missing-start"),
      },
    ],
  ],
  tornado: [],
  bullet: [["bullet", { chart: { kind: "bullet", better: "higher", data: scores }, is: says("no data") }]],
  slope: severals("slope", () => needsAll),
  scatter: [],
  bubble: [],
  marimekko: severals("marimekko", () => needsAll),
  heatmap: [...singles("heatmap", () => says("no data")), ...severals("heatmap", () => says("no data"))],
  scorecard: [
    ["scorecard", { chart: { kind: "scorecard", better: "higher", data: scores }, is: says("no data") }],
  ],
  sparkline: singles("sparkline", gap),
  gantt: [],
  interval: singles("interval", gap),
  dumbbell: severals("dumbbell", gap),
  multiples: severals("multiples", gap),
  diverging: severals("diverging", (place) =>
    place === "a series" ? needsAll : says(`${SAID[place]}; no bars where a part is missing`),
  ),
};
const CASES = Object.fromEntries(
  (Object.keys(CHART_KINDS) as ChartKindName[]).map((kind) => [
    kind,
    OWN[kind] ?? singles(kind, () => needsAll),
  ]),
) as Readonly<Record<ChartKindName, readonly (readonly [string, Case])[]>>;
/** Kinds whose schema has no place for a missing value. */
const COMPLETE: Readonly<Partial<Record<ChartKindName, object>>> = {
  tornado: { target: 5, data: [{ label: "A", low: 1 }] },
  scatter: { ...axes, data: [{ label: "A", x: 1 }] },
  bubble: { ...axes, size: { name: "S" }, data: [{ label: "A", x: 1, y: 2 }] },
  gantt: {},
};

const flat = Object.values(CASES).flat();
const drawn = flat.flatMap(([name, { chart, is }], n) =>
  "says" in is ? [{ name, chart, said: is.says, id: `m${n}` }] : [],
);
const chartOf = (chart: object, id: string): Chart => ({ message: "It is so", ...chart, id }) as Chart;

describe("a missing value", () => {
  const context = contextFor(bundleOf([]));

  test.each(Object.entries(COMPLETE))("has no place in the data of %s", (kind, data) => {
    const { schema } = CHART_KINDS[kind as ChartKindName];
    expect(schema.safeParse(chartOf({ kind, ...data }, "x")).success).toBe(false);
  });

  test("is tried for every kind", () => {
    const untried = Object.entries(CASES).filter(
      ([kind, cases]) => cases.length === 0 && !(kind in COMPLETE),
    );
    expect(untried).toEqual([]);
  });

  test.each(flat.filter(([, { is }]) => "refused" in is))(
    "%s: refused, with what to do",
    (_name, { chart, is }) => {
      try {
        lowerAny(chartOf(chart, "x"), context);
      } catch (cause) {
        if (!(cause instanceof DiagnosticsError)) throw cause;
        expect("refused" in is && cause.diagnostics.every(({ code }) => code === is.refused)).toBe(true);
        for (const { hint } of cause.diagnostics) expect(hint).toMatch(/\w/);
        return;
      }
      throw new Error("was drawn");
    },
  );

  test("has no average", () => {
    for (const kind of ["line", "column", "bar"]) {
      const chart = { kind, data: one(31, null, KEPT), show: ["average"] };
      const model = lowerChart(chartOf(chart, "x"), context);
      expect(plain(model.caption)).toContain("no average, because a value is missing");
      expect(JSON.stringify([model.layers, model.overlays])).not.toContain("Average");
    }
  });

  test("of a forecast is not crossed by its line", () => {
    const data = [
      { label: "2023", value: 3 },
      { label: "2024", value: 4, kind: "forecast" },
      { label: "2025", value: null, kind: "forecast" },
      { label: "2026", value: 6, kind: "forecast" },
    ];
    const { layers } = lowerChart(chartOf({ kind: "line", data }, "x"), context);
    expect(layers.every((layer) => layer.type !== "lines" || layer.missing === "gap")).toBe(true);
  });
});

test("shares that are not known have no base in the table either", async () => {
  const file = join(import.meta.dirname, "../../samples/minimal.json");
  const minimal = parseJsonc(readFileSync(file, "utf8"), [], { allowTrailingComma: true });
  const chart = {
    id: "bases",
    kind: "stacked100",
    message: "The share differs",
    supports: ["ask"],
    unit: "EUR",
    series: ["Ferry", "Bus"],
    data: many([4, 6], [7, null], [3, 9]),
  };
  const bundle = { ...minimal, charts: [...(minimal.charts ?? []), chart] };
  const { compiled, charts } = await readDeck(new TextEncoder().encode(JSON.stringify(bundle)));
  const placed = charts.find(({ id }) => id === chart.id);
  if (placed === undefined) throw new Error("not drawn");
  const [names] = chartTable(placed, compiled.pages.language).columns;
  expect(names?.texts).toEqual(["2023 n = 10", "2024", "2025 n = 12"]);
});

describe("in the deck, a missing value", () => {
  let deck: Gallery;
  let pages: string;
  const lines = new Map<string, string>();
  beforeAll(async () => {
    const file = join(import.meta.dirname, "../../samples/minimal.json");
    const minimal = parseJsonc(readFileSync(file, "utf8"), [], { allowTrailingComma: true });
    const charts = drawn.map(({ chart, id }) => ({
      ...chartOf(chart, id),
      message: `Chart ${id}`,
      supports: ["ask"],
      meaning: "It means this.",
    }));
    const bundle = { ...minimal, charts: [...(minimal.charts ?? []), ...charts] };
    deck = await readDeck(new TextEncoder().encode(JSON.stringify(bundle)));
    pages = asMarkdown(deck.compiled.pages);
    for (const { id } of drawn) {
      const from = pages.indexOf(`id="slide-evidence-${id}"`);
      const to = pages.indexOf("<a id=", from + 1);
      lines.set(id, pages.slice(from, to < 0 ? undefined : to));
    }
  }, 120_000);

  test.each(drawn)("$name: a gap, no zero, and a word", async ({ id, said, chart }) => {
    const text = lines.get(id) ?? "";
    // Words that open a line begin with a capital.
    expect(text.toLowerCase()).toContain(said.toLowerCase());
    // Nothing is said of the largest, of sums or of differences beside the analyst's own words.
    expect(text).not.toMatch(/together|most of all|largest/i);
    const placed = deck.charts.find((each) => each.id === id);
    if (placed === undefined) {
      const table = deck.itemsOf(id).find((item): item is TableItem => item.type === "table");
      const cells = JSON.stringify(table?.rows ?? []);
      expect(cells).toContain("no data");
      expect(cells).not.toMatch(/"0"/);
      return;
    }
    expect(`${placed.alt}`.toLowerCase()).toContain("no data");
    const missing = (chart.data ?? [])
      .flatMap(({ value, values }) => values ?? [value ?? null])
      .filter((v) => v === null);
    const numbers = placed.layers.flatMap((layer) =>
      "series" in layer && Array.isArray(layer.series)
        ? layer.series.flatMap((s) => ("values" in s ? s.values : []))
        : [],
    );
    expect(missing.length).toBeGreaterThan(0);
    expect(numbers).toContain(null);
    expect(numbers).not.toContain(0);
    const cells = chartTable(placed, "en-GB").columns.flatMap(({ values }) => values);
    expect(cells).toContain(null);
    expect(cells).not.toContain(0);
    for (const written of deck.slideOf(id).charts) {
      const cached = [...all(written.chart, "c:val")].flatMap((val) => [...all(val, "c:v")].map(textOf));
      expect(cached.map(Number)).not.toContain(0);
      const sheet = (await readZip(written.workbook)).get("xl/worksheets/sheet1.xml");
      const held = [...all(parse(sheet ?? new Uint8Array()), "c")].filter(
        ({ attributes }) => attributes["t"] !== "s",
      );
      expect(held.some((cell) => [...all(cell, "v")].length === 0)).toBe(true);
      expect(held.flatMap((cell) => [...all(cell, "v")].map(textOf)).map(Number)).not.toContain(0);
    }
  });
});

test("a refusal names the parts that lack the value, not the row that has another", () => {
  const chart: Chart = {
    ...{ id: "parts", kind: "stacked100", message: "The share differs", supports: ["ask"], unit: "EUR" },
    series: ["Ferry", "Bus", "Tram"],
    data: many([4, null], [null, 7]).map(({ label, values }) => ({ label, values: [...values, null] })),
  } as Chart;
  for (const kind of ["stacked100", "marimekko"] as const)
    try {
      lowerAny({ ...chart, kind } as Chart, contextFor(bundleOf([])));
      throw new Error("drawn");
    } catch (error) {
      if (!(error instanceof DiagnosticsError)) throw error;
      expect(error.diagnostics.map(({ what }) => what.slice(0, 39))).toEqual([
        '"Bus" and "Tram" have no value for "202',
        '"Ferry" and "Tram" have no value for "2',
      ]);
    }
});
