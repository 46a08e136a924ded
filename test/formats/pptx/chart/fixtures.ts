import { readFileSync } from "node:fs";
import type { Label, Layer, Series, ValueAxis } from "../../../../src/model/chart.ts";
import type { PlacedChart } from "../../../../src/model/placed.ts";
import type { Ink } from "../../../../src/model/text.ts";
import { resolveTheme } from "../../../../src/theme/resolve.ts";
import { type Look, Theme } from "../../../../src/theme/theme.ts";

export const look: Look = resolveTheme(
  Theme.parse(
    JSON.parse(readFileSync(new URL("../../../../themes/boardroom.json", import.meta.url), "utf8")),
  ),
);

export const label = (text: string, at: Label["at"], more: Partial<Label> = {}): Label => ({
  text,
  value: true,
  at,
  ink: "ink",
  bold: false,
  priority: 1,
  ...more,
});

export function series(
  id: string,
  values: readonly (number | null)[],
  ink: Ink,
  more: Partial<Series> = {},
): Series {
  return {
    id,
    name: id,
    role: "actual",
    values,
    format: { code: '0.0"%"' },
    paint: { ink, pattern: "solid" },
    points: {},
    labels: values.map(() => null),
    ...more,
  };
}

const valued = (values: readonly (number | null)[], at: Label["at"], more: Partial<Label> = {}) =>
  values.map((v) => (v === null ? null : label(`${v.toFixed(1)}%`, at, more)));

export function axis(min: number, max: number, major: number, more: Partial<ValueAxis> = {}): ValueAxis {
  const ticks = Array.from({ length: Math.round((max - min) / major) + 1 }, (_, i) => {
    const value = Number((min + i * major).toFixed(9));
    return { value, label: `${value}` };
  });
  return { min, max, major, ticks, format: { code: "0" }, visible: true, gridlines: true, ...more };
}

/** A chart of 600 × 300 pt over named categories, all of them labelled. */
export function categoryChart(
  id: string,
  names: readonly string[],
  layers: readonly Layer[],
  value: ValueAxis,
  more: Partial<Omit<PlacedChart, "plane">> & {
    plane?: Partial<Extract<PlacedChart["plane"], { type: "category" }>>;
  } = {},
): PlacedChart {
  const { plane, ...rest } = more;
  return {
    type: "chart",
    id,
    kind: id,
    message: id,
    caption: [],
    alt: id,
    render: "native",
    plane: {
      type: "category",
      orientation: "vertical",
      categories: names.map((name) => ({ label: name })),
      value,
      between: true,
      ...plane,
    },
    layers,
    key: [],
    heading: "Category",
    from: [],
    width: 600,
    height: 300,
    plot: { x: 0.08, y: 0.1, w: 0.84, h: 0.75 },
    categoryLabels: names.map((name) => [name]),
    labelSize: 10.5,
    shapes: [],
    ...rest,
  };
}

const quarters = ["Q1 25", "Q2 25", "Q3 25", "Q4 25", "Q1 26", "Q2 26", "Q3 26", "Q4 26"];
const N = null;

const clustered = categoryChart(
  "clustered",
  ["Prepaid", "Postpaid & more", "Family <x>", "Small business"],
  [
    {
      type: "bars",
      grouping: "clustered",
      gap: 60,
      overlap: -5,
      axis: "value",
      series: [
        series("Answered", [6.1, 3, 0, 2.4], "accent", { labels: valued([6.1, 3, 0, 2.4], "outsideEnd") }),
        series("Control", [7.9, 4.1, N, 3.6], "faint", {
          paint: { ink: "faint", pattern: "hatch" },
          labels: valued([7.9, 4.1, N, 3.6], "outsideEnd"),
          points: { 1: { paint: { ink: "muted", pattern: "outline" } } },
        }),
      ],
    },
  ],
  axis(0, 10, 2, { visible: false, gridlines: false }),
  {
    key: [
      { name: "Answered", paint: { ink: "accent", pattern: "solid" }, shape: "box" },
      { name: "Control", paint: { ink: "faint", pattern: "hatch" }, shape: "box" },
    ],
  },
);

const bars = categoryChart(
  "bars",
  ["Coverage at home", "Waiting for an answer", "Bill surprises", "Price", "Devices", "Other"],
  [
    {
      type: "bars",
      grouping: "clustered",
      gap: 45,
      overlap: 0,
      axis: "value",
      series: [
        series("Share", [31, 24, 16, 14, 9, 6], "faint", {
          points: {
            0: { paint: { ink: "accent", pattern: "solid" } },
            1: { paint: { ink: "accent", pattern: "solid" } },
          },
          labels: valued([31, 24, 16, 14, 9, 6], "outsideEnd"),
        }),
      ],
    },
  ],
  axis(0, 40, 10, { visible: true, gridlines: true }),
  {
    plot: { x: 0.25, y: 0.05, w: 0.7, h: 0.85 },
    plane: { orientation: "horizontal" },
    shapes: [
      {
        type: "line",
        x1: 0.6,
        y1: 0.05,
        x2: 0.6,
        y2: 0.9,
        line: { ink: "ink", width: 1.25, dash: "dash" },
        arrow: "none",
      },
    ],
  },
);

const trend = categoryChart(
  "trend",
  quarters,
  [
    {
      type: "areas",
      grouping: "stacked",
      axis: "value",
      series: [
        series("Low", [N, N, N, N, 15, 14, 13, 12], "paper", {
          role: "rangeLow",
          paint: { ink: "paper", pattern: "none" },
        }),
        series("Range", [N, N, N, N, 0, 1, 2, 3], "accentSoft", { role: "rangeWidth" }),
      ],
    },
    {
      type: "lines",
      axis: "value",
      missing: "span",
      series: [
        series(
          "Target",
          quarters.map(() => 12),
          "ink",
          {
            paint: { ink: "paper", pattern: "none" },
            line: { ink: "ink", width: 1.25, dash: "dot" },
          },
        ),
        series("Forecast", [N, N, N, N, 15, 14.6, 14.1, 13.6], "accent", {
          line: { ink: "accent", width: 2.25, dash: "dash" },
          labels: [N, N, N, N, N, N, N, label("13.6%", "right", { bold: true })],
        }),
      ],
    },
    {
      type: "lines",
      axis: "value",
      missing: "gap",
      series: [
        series("Churn", [18.4, 17.2, N, 16.1, 15, N, N, N], "accent", {
          line: { ink: "accent", width: 2.25, dash: "solid" },
          marker: { shape: "circle", size: 6, paint: { ink: "accent", pattern: "solid" } },
          points: { 1: { marker: false } },
          labels: [label("18.4%", "above"), N, N, N, label("was 15.0%", "above", { value: false }), N, N, N],
          errorBars: {
            low: [18, 17, N, 15.9, 14.3, N, N, N],
            high: [18.8, 17.4, N, 16.3, 15.7, N, N, N],
            ink: "muted",
          },
        }),
      ],
    },
  ],
  axis(10, 20, 2, { title: "Annual churn, %" }),
  {
    plot: { x: 0.1, y: 0.1, w: 0.8, h: 0.7 },
    categoryLabels: quarters.map((q, i) => (i % 2 === 0 ? [q] : null)),
    shapes: [
      {
        type: "box",
        box: { x: 0.5, y: 0.1, w: 0.4, h: 0.7 },
        paint: { ink: "wash", pattern: "solid" },
        rounded: false,
        behind: true,
      },
      {
        type: "line",
        x1: 0.15,
        y1: 0.22,
        x2: 0.35,
        y2: 0.12,
        line: { ink: "good", width: 1.5, dash: "solid" },
        arrow: "end",
      },
      {
        type: "line",
        x1: 0.35,
        y1: 0.6,
        x2: 0.2,
        y2: 0.7,
        line: { ink: "bad", width: 1.5, dash: "solid" },
        arrow: "end",
      },
      {
        type: "text",
        box: { x: 0.2, y: 0.13, w: 0.1, h: 0.07 },
        lines: ["−4.3 % a year"],
        align: "center",
        ink: "ink",
        bold: true,
        size: 10.5,
        fill: "paper",
        line: { ink: "good", width: 1, dash: "solid" },
        rounded: true,
      },
      {
        type: "text",
        box: { x: 0.5, y: 0.1, w: 0.2, h: 0.06 },
        lines: ["Forecast"],
        align: "left",
        ink: "muted",
        bold: false,
        size: 10.5,
      },
    ],
  },
);

const bridge = categoryChart(
  "bridge",
  ["Churn today", "Early answers", "Coverage fixes", "Price change, late effect", "Churn end 2027"],
  [
    {
      type: "bars",
      grouping: "stacked",
      gap: 40,
      overlap: 100,
      axis: "value",
      connectors: [
        { from: 0, to: 1, value: 14.9 },
        { from: 1, to: 2, value: 14 },
        { from: 2, to: 3, value: 13.7 },
        { from: 3, to: 4, value: 14.1 },
      ],
      series: [
        series("Base", [0, 14, 13.7, 13.7, 0], "paper", {
          role: "base",
          paint: { ink: "paper", pattern: "none" },
        }),
        series("Total", [14.9, N, N, N, 14.1], "ink", {
          role: "total",
          points: { 4: { paint: { ink: "ink", pattern: "hatch" } } },
          labels: [label("14.9", "above", { bold: true }), N, N, N, label("14.1", "above", { bold: true })],
        }),
        series("Increase", [N, N, N, 0.4, N], "bad", {
          role: "increase",
          labels: [N, N, N, label("+0.4", "above", { value: false }), N],
        }),
        series("Decrease", [N, 0.9, 0.3, N, N], "good", {
          role: "decrease",
          labels: [
            N,
            label("−0.9", "above", { value: false, ink: "good" }),
            label("−0.3", "above", { value: false, ink: "good" }),
            N,
            N,
          ],
        }),
      ],
    },
  ],
  axis(12, 16, 1, { visible: false, gridlines: false }),
  {
    categoryLabels: [
      ["Churn today"],
      ["Early", "answers"],
      ["Coverage", "fixes"],
      ["Price change,", "late effect"],
      ["Churn end", "2027"],
    ],
    columns: [{ name: "Step", values: [14.9, -0.9, -0.3, 0.4, 14.1], format: { code: "+0.0;-0.0" } }],
  },
);

const bullet = categoryChart(
  "bullet",
  ["Same day", "Resolved", "Satisfied"],
  [
    {
      type: "bars",
      grouping: "stacked",
      gap: 30,
      overlap: 100,
      axis: "value",
      series: [series("Poor", [50, 40, 60], "hairline"), series("Fair", [25, 30, 20], "wash")],
    },
    {
      type: "bars",
      grouping: "clustered",
      gap: 180,
      overlap: 0,
      axis: "value",
      series: [
        series("Actual", [61, 48, 77], "ink", {
          labels: valued([61, 48, 77], "insideEnd", { ink: "paper" }),
        }),
      ],
    },
    {
      type: "lines",
      axis: "value",
      missing: "gap",
      series: [
        series("Target", [90, 70, 80], "bad", {
          paint: { ink: "bad", pattern: "none" },
          marker: { shape: "dash", size: 24, paint: { ink: "bad", pattern: "solid" } },
        }),
      ],
    },
  ],
  axis(0, 100, 25),
  { plot: { x: 0.2, y: 0.05, w: 0.75, h: 0.8 }, plane: { orientation: "horizontal" } },
);

const tornado = categoryChart(
  "tornado",
  ["Churn effect", "Margin", "Start"],
  [
    {
      type: "bars",
      grouping: "stacked",
      gap: 50,
      overlap: 100,
      axis: "value",
      series: [
        series("Low", [-560, -202, -212], "bad", { labels: valued([-560, -202, -212], "outsideEnd") }),
        series("High", [618, 283, 179], "good", { labels: valued([618, 283, 179], "outsideEnd") }),
      ],
    },
  ],
  axis(-800, 800, 400),
  { plot: { x: 0.2, y: 0.05, w: 0.75, h: 0.8 }, plane: { orientation: "horizontal" } },
);

const secondary = categoryChart(
  "secondary",
  ["2023", "2024", "2025", "2026"],
  [
    {
      type: "bars",
      grouping: "clustered",
      gap: 60,
      overlap: 0,
      axis: "value",
      series: [series("Revenue", [412, 431, 440, 452], "accent")],
    },
    {
      type: "lines",
      axis: "secondary",
      missing: "gap",
      series: [
        series("Margin", [-4, 6, 11, 14.5], "bad", {
          labels: valued([-4, 6, 11, 14.5], "above"),
          marker: { shape: "diamond", size: 7, paint: { ink: "bad", pattern: "outline" } },
        }),
      ],
    },
  ],
  axis(0, 600, 200),
  { plane: { secondary: axis(-10, 20, 10, { title: "Margin, %", gridlines: false }) } },
);

const percent = categoryChart(
  "percent",
  ["2024", "2025", "2026"],
  [
    {
      type: "bars",
      grouping: "percentStacked",
      gap: 50,
      overlap: 100,
      axis: "value",
      series: [
        series("Own", [10, 20, 30], "accent", { labels: valued([10, 20, 30], "center", { ink: "paper" }) }),
        series("Partner", [30, 30, 30], "faint", { labels: valued([30, 30, 30], "center") }),
      ],
    },
  ],
  axis(0, 100, 25, { format: { code: '0"%"' } }),
);

const areas = categoryChart(
  "areas",
  ["2023", "2024", "2025", "2026"],
  [
    {
      type: "areas",
      grouping: "standard",
      axis: "value",
      series: [
        series("Users", [10, 14, 13, 19], "accentSoft", {
          line: { ink: "accent", width: 1.5, dash: "solid" },
        }),
      ],
    },
  ],
  axis(0, 20, 5),
  { plane: { between: false } },
);

const spark = categoryChart(
  "spark",
  quarters,
  [
    {
      type: "lines",
      axis: "value",
      missing: "gap",
      series: [
        series("Spark", [3, 4, 3.5, 5, 4.5, 6, 5.5, 7], "accent", {
          line: { ink: "accent", width: 1.5, dash: "solid" },
          points: { 7: { marker: true } },
        }),
      ],
    },
  ],
  axis(2, 8, 2, { visible: false, gridlines: false }),
  {
    width: 120,
    height: 40,
    plot: { x: 0.02, y: 0.1, w: 0.9, h: 0.8 },
    categoryLabels: quarters.map(() => N),
  },
);

function pointChart(id: string, bubbles: boolean): PlacedChart {
  const base = categoryChart(id, [], [], axis(0, 1, 1));
  return {
    ...base,
    plane: {
      type: "number",
      x: axis(0, 10, 2, { title: "Influence" }),
      y: axis(-5, 5, 2.5, { title: "Stance" }),
    },
    plot: { x: 0.1, y: 0.06, w: 0.86, h: 0.74 },
    heading: "Person",
    layers: [
      {
        type: "points",
        bubbles,
        series: [
          {
            id: "For",
            name: "For",
            paint: { ink: "good", pattern: "solid" },
            format: { x: { code: "0" }, y: { code: "0.0" }, size: { code: "#,##0" } },
            points: [
              { x: 2, y: 3.5, size: 40, name: "Ada", label: label("Ada", "right", { value: false }) },
              {
                x: 8,
                y: 1,
                size: 90,
                name: "Bo",
                label: label("Bo", "above", { value: false }),
                paint: { ink: "accent", pattern: "hatch" },
              },
            ],
          },
          {
            id: "Against",
            name: "Against",
            paint: { ink: "bad", pattern: "outline" },
            format: { x: { code: "0" }, y: { code: "0.0" }, size: { code: "#,##0" } },
            points: [{ x: 5, y: -4, size: 10, name: "Cy", label: null }],
          },
        ],
      },
    ],
  };
}

const ring: PlacedChart = {
  ...categoryChart("ring", ["Yes", "No", "Silent"], [], axis(0, 1, 1)),
  plane: { type: "round", middle: ["61%", "say yes"] },
  plot: { x: 0.25, y: 0.05, w: 0.45, h: 0.9 },
  layers: [
    {
      type: "ring",
      hole: 60,
      series: series("Answers", [61, 29, 10], "accent", {
        line: { ink: "paper", width: 1.5, dash: "solid" },
        points: {
          1: { paint: { ink: "faint", pattern: "solid" } },
          2: { paint: { ink: "muted", pattern: "hatch" } },
        },
        labels: [
          label("Yes 61%", "center", { value: false, ink: "paper" }),
          label("No 29%", "center", { value: false }),
          null,
        ],
      }),
    },
  ],
};

const difficult = categoryChart(
  "difficult",
  ["a & b", "<c>", "_x0041_", '"d"'],
  [
    {
      type: "bars",
      grouping: "clustered",
      gap: 50,
      overlap: 0,
      axis: "value",
      series: [
        series("same", [0.1 + 0.2, -0, 1e-7, 123456789.123], "accent", {
          format: { code: '#,##0.00 "<&>"' },
        }),
        series("Same", [N, 1e21, -3, 0], "faint"),
        series("Category", [N, N, N, N], "faint"),
      ],
    },
  ],
  axis(-5, 10, 5),
);

export const CHARTS: readonly PlacedChart[] = [
  clustered,
  bars,
  trend,
  bridge,
  bullet,
  tornado,
  secondary,
  percent,
  areas,
  spark,
  pointChart("scatter", false),
  pointChart("bubble", true),
  ring,
  difficult,
];
