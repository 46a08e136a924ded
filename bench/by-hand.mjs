// The other side of the bench: a deck as somebody writes it with PptxGenJS alone. It is given the same words, tables
// and numbers as our pages hold, and puts them on slides at places that it is told: nothing is computed, measured,
// checked, linked or mended here. Run by itself it writes one deck: node by-hand.mjs material.json out.pptx
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import Pptx from "pptxgenjs";

const INK = "1B2733";
const GREY = "5A6672";
const ACCENT = "0B5C8A";
const SERIES = [ACCENT, "9AA5AF", "C9D0D6", GREY];

/** Bytes of a deck made of `material`, see bench/material.mjs. */
export async function byHand(material, options = {}) {
  const pptx = new Pptx();
  pptx.layout = "LAYOUT_WIDE";
  pptx.title = material.title;
  pptx.defineSlideMaster({
    title: "CONTENT",
    background: { color: "FFFFFF" },
    objects: [
      { line: { x: 0.6, y: 6.95, w: 12.13, h: 0, line: { color: "C9D0D6", width: 0.75 } } },
      {
        placeholder: {
          options: {
            name: "title",
            type: "title",
            x: 0.6,
            y: 0.4,
            w: 12.13,
            h: 0.95,
            fontSize: 26,
            bold: true,
            color: INK,
            align: "left",
            valign: "top",
            margin: 0,
          },
          text: "",
        },
      },
    ],
    slideNumber: { x: 12.2, y: 7.0, w: 0.5, h: 0.3, fontSize: 9, color: GREY },
  });
  for (const page of material.slides) {
    const slide = pptx.addSlide({ masterName: "CONTENT" });
    slide.addText(page.title, { placeholder: "title" });
    for (const text of page.texts) {
      slide.addText(
        text.lines.map((line) => ({ text: line, options: { breakLine: true, bullet: text.bullet } })),
        { ...text.box, fontSize: text.size, color: INK, fontFace: "Calibri", margin: 0, valign: "top" },
      );
    }
    for (const shape of page.shapes) {
      slide.addShape(pptx.ShapeType.rect, { ...shape, fill: { color: "EEF1F3" } });
    }
    for (const table of page.tables) {
      const rows = table.rows.map((row, n) =>
        row.map((cell) => ({
          text: cell,
          options: {
            bold: n === 0,
            color: INK,
            border: [{ type: "none" }, { type: "none" }, { pt: 0.75, color: "C9D0D6" }, { type: "none" }],
          },
        })),
      );
      slide.addTable(rows, { ...table.box, fontSize: 12, fontFace: "Calibri", colW: table.widths });
    }
    for (const picture of page.pictures)
      slide.addImage({ ...picture.box, data: picture.data, altText: picture.alt });
    for (const chart of page.charts) {
      const data = chart.series.map((series) => ({
        name: series.name,
        labels: chart.labels,
        values: series.values,
      }));
      slide.addChart(chart.type === "line" ? pptx.ChartType.line : pptx.ChartType.bar, data, {
        ...chart.box,
        barDir: chart.horizontal ? "bar" : "col",
        barGrouping: chart.stacked ? "stacked" : "clustered",
        chartColors: SERIES,
        catAxisLabelFontSize: 10,
        valAxisLabelFontSize: 10,
        showValue: true,
        dataLabelFontSize: 10,
        altText: chart.alt,
      });
    }
    if (page.notes !== "") slide.addNotes(page.notes);
  }
  return new Uint8Array(
    // write() heeds `compression` for this type alone, and gives a Buffer.
    await pptx.write({ outputType: "STREAM", compression: options.compression ?? true }),
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { writeFileSync } = await import("node:fs");
  const [material, out] = process.argv.slice(2);
  writeFileSync(out, await byHand(JSON.parse(readFileSync(material, "utf8"))));
}
