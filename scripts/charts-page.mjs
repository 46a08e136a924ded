// docs/charts.md: every kind of chart with its picture and its JSON from the gallery, as a pure function of what it is
// given; and the pictures, which scripts/charts-pictures.mjs draws.
import { parse } from "jsonc-parser";

/** What each annotation adds, by the name that a bundle writes. */
const ANNOTATIONS = {
  target: "the target as a line",
  forecast: "a ground behind what has not happened yet",
  range: "the range of the forecast as a band",
  cagr: "an arrow with the growth a year",
  average: "the mean as a line",
  difference: "an arrow with the difference, absolute and relative",
  total: "the totals",
  values: "the numbers at the marks",
  previous: "the same period of the year before, paler",
  errorBars: "the range of each value",
  marks: "events on the axis",
  compare: "the difference between two values of your choice",
  callouts: "a few words at a value",
};

/** Charts of the gallery, beside the same numbers drawn by hand with PptxGenJS and by Chart.js itself. */
export const BESIDE = {
  growth: [
    "The growth a year, the distance to the target and which bar is a forecast (hatched) are in the picture. A bare bar chart leaves all three to the reader, and its axis is read instead of a number at the bar.",
    "PptxGenJS offers neither hatches nor labels for single points; the arrow would be a loose shape over the chart, which stays behind when someone moves it.",
  ],
  line: [
    "The line is dashed where nothing has happened yet, its range is a band, the target and the event have names, and the line is named at its end. By default a forecast is as solid as the past, the target has the weight of the data, and the legend stands apart.",
    "PptxGenJS has no dashed forecast and no band; zeros become blank cells in its workbook, and its numbers carry no format there.",
  ],
  waterfall: [
    "Steps stand on one another, signed and coloured by what is good, and connectors lead from one to the next. By default each step stands on zero, so the sum cannot be seen.",
    "PptxGenJS has no true no-fill, so the base of a waterfall is a white bar that covers the lines behind it; it has no connectors and no labels for single points.",
  ],
  stacked: [
    "Totals stand over the stacks, parts are named beside the last one, and the compared years carry their difference. By default there is no total at all.",
    "PptxGenJS keeps the label position outEnd on stacked bars, which the format does not allow there, and its table of the workbook has a broken range.",
  ],
  bullet: [
    "Target, band and status in words stand on every row. By default target and actual are two bars side by side, and what is good or poor is not said.",
    "With PptxGenJS, bars of different widths over one another take a second axis, whose bounds a script has to keep the same as those of the first.",
  ],
  scatter: [
    "Every point has its name, both axes have name and unit, and lines mark the averages. By default points are anonymous.",
    "PptxGenJS writes elements into scatter charts that the format does not know there, and has no labels from names.",
  ],
};

export const CHART_PICTURES = "docs/charts";

/**
 * `gallery` is the text of samples/gallery.json, `kinds` the registry of kinds, `alts` the alt text of each chart by
 * its id, as the deck has it.
 */
export function chartsPage(gallery, kinds, alts) {
  const bundle = parse(gallery, [], { allowTrailingComma: true });
  const picture = (name, alt) => `![${alt.replaceAll(/[[\]\n]/g, " ")}](charts/${name}.png)`;
  const sections = Object.values(kinds).flatMap(({ name: kind, shows, annotations: can }) => {
    const examples = bundle.charts.filter((chart) => chart.kind === kind);
    return [
      `## ${kind}`,
      "",
      shows,
      "",
      can.length === 0
        ? "Draws its data and nothing beside it."
        : `Annotations: ${can.map((name) => `\`${name}\``).join(", ")}.`,
      "",
      ...examples.flatMap((chart) => [
        picture(chart.id, alts[chart.id] ?? chart.message),
        "",
        "```json",
        print(chart),
        "```",
        "",
      ]),
    ];
  });
  return `${[
    "# Charts",
    "",
    "<!-- Written by npm run generate from samples/gallery.json. Edit the kinds in src/charts, scripts/charts-page.mjs or the gallery. -->",
    "",
    "Every kind of chart, drawn from `samples/gallery.json`. In a deck they are PowerPoint's own charts, with the numbers in",
    'a workbook behind them; `"render": "picture"` and `--charts picture` draw the same with Chart.js, as below. Tables and',
    "plans are native tables and shapes.",
    "",
    Object.keys(kinds)
      .map((kind) => `[${kind}](#${kind})`)
      .join(" · "),
    "",
    "## Annotations",
    "",
    "Computed from the data, so that they stay right when the data change. `marks`, `compare` and `callouts` are fields of",
    "the chart; the others are names in `show`. What a kind cannot draw is refused, not left out.",
    "",
    ...Object.entries(ANNOTATIONS).map(([name, adds]) => `- \`${name}\`: ${adds}`),
    "",
    ...sections,
    "## Beside the same numbers, drawn plainly",
    "",
    "Ours; the same numbers with `addChart` of PptxGenJS 4.0.1, as LibreOffice shows it: the right type, a legend, numbers",
    "in our format at the marks (`scripts/charts-by-hand.mjs`); and with the defaults of Chart.js 4.6.1. More code would",
    "bring either closer to ours; below each is what that code cannot do, or what it has to see to.",
    "",
    ...Object.entries(BESIDE).flatMap(([id, [says, lacks]]) => [
      `### ${bundle.charts.find((chart) => chart.id === id).message}`,
      "",
      "| Foredeck | PptxGenJS | Chart.js |",
      "| --- | --- | --- |",
      `| ${[
        picture(id, "Drawn by Foredeck; described above"),
        picture(`${id}-by-hand`, "The same numbers with addChart of PptxGenJS"),
        picture(`${id}-plain`, "The same numbers with the defaults of Chart.js"),
      ].join(" | ")} |`,
      "",
      says,
      "",
      lacks,
      "",
    ]),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

/** JSON with each value on one line where it has room there. */
function print(value, indent = "") {
  const short = JSON.stringify(value, undefined, 1).replaceAll(/\n\s*/g, " ");
  if (typeof value !== "object" || value === null || (indent !== "" && short.length < 96)) return short;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const lines = Array.isArray(value)
    ? value.map((each) => inner + print(each, inner))
    : Object.entries(value).map(([key, each]) => `${inner}${JSON.stringify(key)}: ${print(each, inner)}`);
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

/** The alt text of each chart on the pages, by its id; a table's or plan's is its own. */
export function altsOf(pages) {
  return Object.fromEntries(
    pages.flatMap((page) =>
      page.items.flatMap((item) => (item.type === "chart" ? [[item.chart.id, item.alt]] : [])),
    ),
  );
}
