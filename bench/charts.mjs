// Processor time per chart: ours as PowerPoint's own (chart part, workbook, shapes) and as a picture, beside PptxGenJS's
// addChart with the same series. node bench/charts.mjs [--write]
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Pptx from "pptxgenjs";
import { createPainter } from "../build/formats/picture/index.js";
import { writeChart } from "../build/formats/pptx/chart/index.js";
import { compileBundle, createNodeHost } from "../build/index.js";
import { toText } from "../build/ooxml/serialise.js";

const here = import.meta.dirname;
const folder = join(here, "..", "samples");
const { values: options } = parseArgs({
  options: { write: { type: "boolean", default: false }, rounds: { type: "string", default: "9" } },
});
const host = createNodeHost();
const bytes = new Uint8Array(readFileSync(join(folder, "gallery.json")));
const { pages, look } = await compileBundle({ bytes, file: "gallery.json", root: folder }, host);
const charts = pages.pages.flatMap(({ items }) =>
  items.flatMap((item) => (item.type === "chart" ? [item.chart] : [])),
);

const native = () => {
  for (const chart of charts) {
    const parts = writeChart(chart, look, "en-GB");
    toText(parts.chart);
    if (parts.userShapes !== undefined) toText(parts.userShapes);
  }
};
const painter = await createPainter(await host.fonts(look.fonts.body.family));
const picture = async () => {
  for (const chart of charts) {
    const [width, height] = [chart.width, chart.height].map((pt) => Math.round((pt * 96) / 72));
    await painter.draw(chart, look, { width, height, scale: 2 });
  }
};
const vector = async () => {
  for (const chart of charts) {
    const [width, height] = [chart.width, chart.height].map((pt) => Math.round((pt * 96) / 72));
    painter.drawSvg(chart, look, { width, height });
  }
};
/** The same series as one chart a slide, and the whole file: PptxGenJS makes the workbooks as it writes. */
const byHand = async () => {
  const pptx = new Pptx();
  for (const chart of charts) {
    const series = chart.layers.flatMap((layer) => (layer.type === "ring" ? [layer.series] : layer.series));
    const type = { line: "line", area: "area", doughnut: "doughnut", scatter: "scatter", bubble: "bubble" }[
      chart.kind
    ];
    const points = chart.plane.type === "number";
    const data = points
      ? [
          { name: "X", values: series.flatMap((one) => one.points.map(({ x }) => x)) },
          ...series.map(({ name, points: all }) => ({
            name,
            values: all.map(({ y }) => y),
            sizes: all.map(({ size }) => size ?? 1),
          })),
        ]
      : series.map(({ name, values }) => ({
          name,
          labels: values.map((_, n) => chart.plane.categories?.[n]?.label ?? String(n + 1)),
          values: values.map((value) => value ?? 0),
        }));
    pptx.addSlide().addChart(type ?? "bar", data, { x: 1, y: 1, w: 8, h: 4, showValue: true });
  }
  await pptx.write({ outputType: "nodebuffer", compression: false });
};

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
/** Milliseconds of processor time a chart: median, least and most of the rounds, the first two not counted. */
const sides = { native, vector, picture, byHand };
const times = { native: [], vector: [], picture: [], byHand: [] };
for (let round = -2; round < Number(options.rounds); round++)
  for (const [name, work] of Object.entries(sides)) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) times[name].push((user + system) / 1000 / charts.length);
  }
const row = (what, list) => [
  what,
  `${median(list).toFixed(1)} ms`,
  `${Math.min(...list).toFixed(1)}–${Math.max(...list).toFixed(1)} ms`,
];
const rows = [
  ["Processor time per chart", "median", "least to most"],
  row("Foredeck, native: chart part, workbook, shapes", times.native),
  row("Foredeck, picture: SVG by Chart.js", times.vector),
  row("Foredeck, picture: PNG by Chart.js, 192 dpi", times.picture),
  row("PptxGenJS, addChart: a whole write, by its charts", times.byHand),
];
const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
const report = `${charts.length} charts of \`gallery.json\`, ${times.native.length} rounds in one process, in turn. ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}; Node ${process.versions.node}; ${new Date().toISOString().slice(0, 10)}.

${[line(rows[0]), line(widths.map((width) => "-".repeat(width))), ...rows.slice(1).map(line)].join("\n")}

Of a PNG, Chart.js takes about what the SVG takes; the rest is packing the pixels, in a thread: while one is packed, the next is drawn. PptxGenJS writes neither the annotations nor number formats in the workbook, and its time includes the slides around the charts.
`;
process.stdout.write(report);
if (options.write) {
  const readme = join(here, "README.md");
  const text = readFileSync(readme, "utf8");
  const marked = /(<!-- charts -->\n)[\s\S]*?(<!-- \/charts -->)/;
  if (!marked.test(text)) throw new Error("bench/README.md has lost its markers");
  writeFileSync(
    readme,
    text.replace(marked, (_, open, close) => `${open}${report}${close}`),
  );
}
