// The pictures of docs/charts.md: each chart of the gallery as Chart.js draws it, tables and plans cut from their slides,
// and the same numbers with Chart.js's defaults.
import { createCanvas, GlobalFonts, loadImage } from "@napi-rs/canvas";
import { ChartJSNodeCanvas } from "chartjs-node-canvas";
import { registerFonts } from "../build/formats/canvas/fonts.js";
import { createPainter } from "../build/formats/picture/index.js";
import { renderPages } from "../build/index.js";
import { chartsByHand } from "./charts-by-hand.mjs";
import { BESIDE } from "./charts-page.mjs";

const WIDTH = 640;

/** PNG files by name; `old` gives one of the last time, where what is needed to draw it anew is not installed. */
export async function chartPictures(compiled, host, old) {
  const { look } = compiled;
  const fonts = await host.fonts(look.fonts.body.family);
  const painter = await createPainter(fonts);
  const family = registerFonts(GlobalFonts, fonts);
  const slides = await renderPages(compiled, "png", "slide", host);
  const pictures = {};
  const { pages } = compiled.pages;
  for (const chart of compiled.bundle.charts) {
    const page = pages.find(
      ({ id, items }) =>
        id === `evidence-${chart.id}` ||
        items.some((item) => item.type === "chart" && item.chart.id === chart.id),
    );
    const placed = page.items.find((item) => item.type === "chart" && item.chart.id === chart.id)?.chart;
    if (placed === undefined) {
      pictures[chart.id] = await cut(page, slides, compiled.pages);
      continue;
    }
    const size = { width: WIDTH, height: Math.round((WIDTH * placed.height) / placed.width), scale: 1 };
    pictures[chart.id] = await painter.draw(placed, look, size);
    if (BESIDE[chart.id] !== undefined) pictures[`${chart.id}-plain`] = await plain(placed, size, family);
  }
  const beside = pages
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.type === "chart" && BESIDE[item.chart.id] !== undefined ? [item.chart] : []));
  const byHand = await chartsByHand(beside, WIDTH);
  for (const { id } of beside) pictures[`${id}-by-hand`] = byHand?.[id] ?? old(`${id}-by-hand`);
  return pictures;
}

/** The exhibit of a slide, cut from the slide's picture. */
async function cut(page, slides, size) {
  const image = await loadImage(Buffer.from(slides[page.number - 1].bytes));
  // The exhibit alone: not the title, the words at its side, or the foot of the slide.
  const items = page.items.filter(
    (item) =>
      item.placeholder === undefined &&
      item.frame.y > size.height * 0.15 &&
      item.frame.y + item.frame.h < size.height * 0.9 &&
      item.frame.x + item.frame.w < size.width * 0.78,
  );
  const scale = image.width / size.width;
  const pad = 0.008 * image.width;
  const left = Math.min(...items.map(({ frame }) => frame.x)) * scale - pad;
  const top = Math.min(...items.map(({ frame }) => frame.y)) * scale - pad;
  const w = Math.max(...items.map(({ frame }) => frame.x + frame.w)) * scale + pad - left;
  const h = Math.max(...items.map(({ frame }) => frame.y + frame.h)) * scale + pad - top;
  const out = createCanvas(WIDTH, Math.round((WIDTH * h) / w));
  out.getContext("2d").drawImage(image, left, top, w, h, 0, 0, out.width, out.height);
  return out.toBuffer("image/png");
}

/** The series of a chart with nothing said but their numbers: what Chart.js draws by itself. */
async function plain(placed, size, family) {
  const canvas = new ChartJSNodeCanvas({
    ...size,
    backgroundColour: "white",
    // Not every machine has the default font; a missing one is drawn as boxes.
    chartCallback: ({ defaults }) => {
      defaults.font.family = family;
    },
  });
  const points = placed.coordinates.type === "number";
  const labels = points ? undefined : placed.coordinates.categories.map(({ label }) => label);
  const roles = new Set(["actual", "forecast", "plan", "estimate", "target", "previous", "mark"]);
  const series = placed.layers.flatMap((layer) => (layer.type === "ring" ? [layer.series] : layer.series));
  const signed = placed.columns?.[0];
  const datasets = points
    ? series.map(({ name, points: all }) => ({ label: name, data: all.map(({ x, y }) => ({ x, y })) }))
    : placed.kind === "waterfall" && signed !== undefined
      ? [{ label: signed.name, data: [...signed.values] }]
      : series
          .filter(({ role, name }) => roles.has(role) && !name.includes("(not drawn)"))
          .map(({ name, values }) => ({ label: name, data: [...values] }));
  const stacked = placed.kind === "stacked";
  return canvas.renderToBuffer({
    type: points ? "scatter" : placed.kind === "line" ? "line" : "bar",
    data: { labels, datasets },
    options: {
      animation: false,
      responsive: false,
      ...(stacked ? { scales: { x: { stacked }, y: { stacked } } } : {}),
    },
  });
}
