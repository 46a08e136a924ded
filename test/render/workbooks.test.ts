import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { readGallery, told } from "../charts/gallery.ts";

/**
 * Calc's filter for CSV: comma, double quotes, UTF-8, from the first row, no column formats, language of the office,
 * only texts with commas quoted, and cells as they are stored and not as they are shown.
 */
const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false";

test("LibreOffice Calc opens every workbook, and its cells are the numbers of the model", async () => {
  const gallery = await readGallery();
  const folder = mkdtempSync(join(tmpdir(), "workbooks-"));
  try {
    const files = gallery.charts.map((chart, n) => {
      const on = gallery.itemsOf(chart.id).filter((item) => item.type === "chart");
      const written = gallery.slideOf(chart.id).charts[on.findIndex((item) => item.chart === chart)];
      if (written === undefined) throw new Error(`${chart.id} was not written`);
      const name = join(folder, `${n}`);
      writeFileSync(`${name}.xlsx`, written.workbook);
      return { chart, name };
    });
    expect(files.length).toBeGreaterThan(18);
    execFileSync("soffice", [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      "--convert-to",
      FILTER,
      "--outdir",
      folder,
      ...files.map(({ name }) => `${name}.xlsx`),
    ]);
    for (const { chart, name } of files) {
      const rows = parse(readFileSync(`${name}.csv`)) as string[][];
      const columns = (rows[0] ?? []).map((_, c) => rows.slice(1).map((row) => row[c] ?? ""));
      const heads = rows[0] ?? [];
      expect([chart.id, heads[0]]).toEqual([chart.id, chart.heading.replace(/\s+/gu, " ").trim()]);
      for (const layer of chart.layers) {
        if (layer.type === "points") {
          for (const { points } of layer.series)
            for (const { name: point, x, y, size } of points) {
              const row = rows.find((cells) => cells[0] === point) ?? [];
              const held = row
                .slice(1)
                .filter((cell) => cell !== "")
                .map(Number);
              expect([chart.id, point, held]).toEqual([
                chart.id,
                point,
                size === undefined ? [x, y] : [x, y, size],
              ]);
            }
          continue;
        }
        for (const { name: series, values } of layer.type === "ring" ? [layer.series] : layer.series) {
          const length = rows.length - 1;
          const own = told(chart, values);
          const padded = [...own, ...Array<null>(Math.max(0, length - own.length)).fill(null)];
          const held = columns
            .filter((_, c) => heads[c]?.startsWith(series.replace(/\s+/gu, " ").trim()))
            .map((column) => column.map((cell) => (cell === "" ? null : Number(cell))));
          expect(held, `${chart.id}, ${series}`).toContainEqual(
            padded.map((v) => (v === null ? null : v + 0)),
          );
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
