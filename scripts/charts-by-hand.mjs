// The charts that docs/charts.md sets beside ours, written with PptxGenJS as a script by hand would, and what LibreOffice
// makes of them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Pptx from "pptxgenjs";

const INCHES = 8;

/**
 * A PNG file for each chart, `pixels` wide, by its id.
 * @returns undefined where LibreOffice or pdftoppm is not installed
 */
export async function chartsByHand(charts, pixels) {
  const folder = mkdtempSync(join(tmpdir(), "foredeck-by-hand-"));
  try {
    const pictures = {};
    for (const chart of charts) {
      const name = join(folder, chart.id);
      await writeByHand(chart, `${name}.pptx`);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
      const given = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, `${name}.pptx`];
      execFileSync("soffice", given, { stdio: "ignore" });
      execFileSync("pdftoppm", ["-png", "-singlefile", "-r", String(pixels / INCHES), `${name}.pdf`, name]);
      pictures[chart.id] = readFileSync(`${name}.png`);
    }
    return pictures;
  } catch (cause) {
    if (cause.code === "ENOENT") return undefined;
    throw cause;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One chart on a slide of its own shape: the right type, the numbers at the marks, a legend, nothing else. */
async function writeByHand(chart, fileName) {
  const pptx = new Pptx();
  const height = (INCHES * chart.height) / chart.width;
  pptx.defineLayout({ name: "CHART", width: INCHES, height });
  pptx.layout = "CHART";
  const options = { x: 0, y: 0, w: INCHES, h: height, showLegend: true, legendPos: "b" };
  const all = chart.layers
    .flatMap(({ series }) => series)
    .filter(({ name }) => !name.includes("(not drawn)"));
  const labels = chart.coordinates.categories?.map(({ label }) => label);
  const data = (series) => series.map(({ name, values }) => ({ name, labels, values: [...values] }));
  const code = all[0]?.format.code ?? "General";
  const numbered = { ...options, showValue: true, dataLabelFormatCode: code, valAxisLabelFormatCode: code };
  const slide = pptx.addSlide();
  if (chart.coordinates.type === "number") {
    const points = all.flatMap(({ points: each }) => each);
    const named = [
      { name: chart.coordinates.x.title, values: points.map(({ x }) => x) },
      { name: chart.coordinates.y.title, values: points.map(({ y }) => y) },
    ];
    slide.addChart("scatter", named, { ...options, lineSize: 0 });
  } else if (chart.kind === "line") {
    const roles = new Set(["actual", "forecast", "target"]);
    const lines = { ...options, valAxisLabelFormatCode: code };
    slide.addChart("line", data(all.filter(({ role }) => roles.has(role))), lines);
  } else if (chart.kind === "waterfall") {
    // A series below the steps, in the colour of the slide: the usual way.
    const bars = chart.layers.find(({ type }) => type === "bars").series;
    const base = bars.filter(({ role }) => role === "base");
    const steps = bars.filter(({ role }) => role !== "base");
    const chartColors = [...base.map(() => "FFFFFF"), "1F77B4", "2CA02C", "D62728"];
    // The last section of the code keeps the labels of zeros empty.
    const labelled = { ...numbered, dataLabelFormatCode: `${code};${code};` };
    slide.addChart("bar", data([...base, ...steps]), { ...labelled, barGrouping: "stacked", chartColors });
  } else {
    const roles = new Set(["actual", "forecast", "plan", "estimate", "target", "previous", "mark"]);
    const horizontal = chart.coordinates.orientation === "horizontal";
    const grouping = chart.kind === "stacked" ? "stacked" : "clustered";
    const bars = { barDir: horizontal ? "bar" : "col", barGrouping: grouping };
    slide.addChart("bar", data(all.filter(({ role }) => roles.has(role))), { ...numbered, ...bars });
  }
  await pptx.writeFile({ fileName });
}
