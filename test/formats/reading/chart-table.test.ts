import { expect, test } from "vitest";
import { chartTable } from "../../../src/formats/reading/chart-table.ts";
import { compileFile } from "../../rules/compiled.ts";

const gallery = compileFile("samples/gallery.json");

/** The table of a chart of the gallery: its heads, then its rows, as they are read. */
async function table(id: string): Promise<readonly (readonly string[])[]> {
  const { pages } = await gallery;
  const item = pages.pages
    .flatMap((page) => page.items)
    .find((each) => each.type === "chart" && each.chart.id === id);
  if (item?.type !== "chart") throw new Error(id);
  const { columns } = chartTable(item.chart, pages.language);
  const rows = columns[0]?.texts.map((_text, n) => columns.map(({ texts }) => texts[n] ?? "")) ?? [];
  return [columns.map(({ name }) => name), ...rows];
}

test.each([
  ["tornado", ["Driver", "Low end", "High end"], ["Price of fuel", "4.8", "8.4"]],
  ["bullet", ["Measure", "Actual", "Target"], ["Haugen", "96%", "95%"]],
  ["doughnut", ["Category", "Tickets sold"], ["Online, before the day", "706"]],
  ["area-difference", ["Quarter", "Complaints"], ["Q1 2025", "31"]],
  ["waterfall-difference", ["Category", "Total", "Increase", "Decrease"], ["2025", "6.2", "", ""]],
  [
    "bubble",
    ["Point", "Departures a day", "Car deck filled, %", "Revenue, EUR million"],
    ["Middle", "34", "83%", "14"],
  ],
  ["column", ["Quarter", "Passengers", "Average"], ["Q1 2025", "412", "661"]],
])("%s: what it says, and nothing that only serves the drawing", async (id, head, first) => {
  const [names, row] = await table(id);
  expect(names).toEqual(head);
  expect(row).toEqual(first);
});

test("a marimekko has one row for each of its columns", async () => {
  const rows = await table("marimekko");
  expect(rows.map(([name]) => name)).toEqual(["Category", "Middle", "South", "North", "Night line"]);
  expect(rows[3]).toEqual(["North", "52%", "33%", "14%", "17.9%", "3.3", "2.1", "0.9"]);
});

test("what is expected is told from what happened, where the chart hatches or dashes it", async () => {
  expect((await table("growth")).slice(-2)).toEqual([
    ["2025", "526", "600"],
    ["2026", "571 (forecast)", "600"],
  ]);
  expect(await table("line-growth")).toEqual([
    ["Year", "Cars carried", "Cars carried, forecast"],
    ["2022", "402", ""],
    ["2023", "441", ""],
    ["2024", "487", ""],
    // The dashed line begins here, and the value happened.
    ["2025", "526", ""],
    ["2026", "", "571"],
  ]);
});

test("parts of a whole have their share", async () => {
  expect((await table("stacked100"))[1]?.slice(1)).toEqual(["322 (76%)", "71 (17%)", "33 (8%)"]);
});
