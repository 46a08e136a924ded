// What our finished pages hold, reduced to what a hand-written script needs: words, boxes, tables, series.
const INCH = 914_400;
const box = ({ x, y, w, h }) => ({ x: x / INCH, y: y / INCH, w: w / INCH, h: h / INCH });
const words = (paragraph) => paragraph.runs.map((run) => run.text).join("");

/** The material of finished pages; `readPicture` gives the bytes of a picture that a page names. */
export async function materialOf(pages, readPicture) {
  const slides = [];
  for (const page of pages.pages) {
    const of = (type) => page.items.filter((item) => item.type === type);
    slides.push({
      title: page.title,
      texts: of("text")
        .filter((item) => item.placeholder !== "title" && item.paragraphs.length > 0)
        .map((item) => ({
          box: box(item.frame),
          size: item.paragraphs[0]?.runs[0]?.size ?? 14,
          bullet: item.paragraphs.some((paragraph) => paragraph.bullet !== undefined),
          lines: item.paragraphs.map(words),
        })),
      shapes: of("shape").map((item) => box(item.frame)),
      tables: of("table").map((item) => ({
        box: box(item.frame),
        widths: item.columns.map((width) => width / INCH),
        rows: item.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map(words).join("\n"))),
      })),
      pictures: await Promise.all(
        of("picture").map(async (item) => ({
          box: box(item.frame),
          alt: item.alt,
          data: `image/png;base64,${Buffer.from(await readPicture(item.file)).toString("base64")}`,
        })),
      ),
      charts: of("chart").map((item) => chartOf(item)),
      notes: page.notes.map((note) => note.map((run) => run.text).join("")).join("\n"),
    });
  }
  return { title: pages.properties.title, slides };
}

function chartOf(item) {
  const model = item.chart;
  const layers = model.layers.filter((layer) => "series" in layer && Array.isArray(layer.series));
  const bars = layers.find((layer) => layer.type === "bars");
  const drawn = bars ?? layers[0];
  return {
    box: box(item.frame),
    alt: item.alt,
    type: bars === undefined ? "line" : "bar",
    horizontal: model.plane.orientation === "horizontal",
    stacked: bars !== undefined && bars.grouping !== "clustered",
    labels: (model.plane.categories ?? []).map((category) => category.label),
    // One group of a kind: PptxGenJS offers no dashed part of a line, so all lines become series of one chart.
    series: (bars === undefined ? layers.flatMap((layer) => layer.series) : drawn.series).map((series) => ({
      name: series.name,
      values: series.values.map((value) => value ?? 0),
    })),
  };
}

/** How much there is of it. */
export const countOf = (material) => {
  const sum = (key) => material.slides.reduce((n, slide) => n + slide[key].length, 0);
  const words = material.slides.flatMap((slide) => [
    slide.title,
    slide.notes,
    ...slide.texts.flatMap((text) => text.lines),
    ...slide.tables.flatMap((table) => table.rows.flat()),
  ]);
  return {
    slides: material.slides.length,
    charts: sum("charts"),
    tables: sum("tables"),
    pictures: sum("pictures"),
    words: words.join(" ").split(/\s+/).filter(Boolean).length,
  };
};
