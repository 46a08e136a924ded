import { describe, expect, test } from "vitest";
import { compile } from "../../src/library.ts";
import { render } from "../../src/render.ts";
import { contractBundle } from "../charts/fixture.ts";

/** The contract bundle with one more chart, as text. */
async function textWith(chart: object): Promise<string> {
  const bundle = contractBundle();
  const common = { id: "more", message: "More of it in two years", source: "ledger", asOf: "2026-10-31" };
  const more = { ...common, supports: ["retention"], owner: "cfo", ...chart };
  const charts = [...(bundle.charts ?? []), more];
  return new TextDecoder().decode(await render(await compile(JSON.stringify({ ...bundle, charts })), "md"));
}

describe("what is said of a chart with data of its own", () => {
  test("the table of measures gives no sum as the latest value: means and years do not add up", async () => {
    const data = [
      { label: "North", value: 9.4 },
      { label: "South", value: 5.8 },
    ];
    const text = await textWith({ kind: "column", measure: "Boarding time", unit: "minutes", data });
    const row = text.split("\n").find((line) => /^\| \**Boarding time/.test(line));
    expect(row).toMatch(/^\| \**Boarding time\** \| – \| actual/);
  });

  test("the table of measures says once what several charts of one measure share, and counts it once", async () => {
    const own = { unit: "minutes", kind: "column", measure: "Boarding time", message: "It differs" };
    const chart = (id: string, value: number) => ({
      ...{ id, ...own, source: "ledger", asOf: "2026-10-31", supports: ["retention"], owner: "cfo" },
      data: [{ label: "North", value }],
    });
    const bundle = contractBundle();
    const rows = async (...more: object[]) => {
      const charts = [...(bundle.charts ?? []), ...more];
      const text = await render(await compile(JSON.stringify({ ...bundle, charts })), "md");
      return new TextDecoder().decode(text).split("\n");
    };
    const twice = await rows(chart("first", 9), chart("second", 8));
    const once = await rows(chart("first", 9));
    const measures = (lines: string[]) => lines.flatMap((line) => /\d+ measures rest/.exec(line) ?? [])[0];
    expect(twice.filter((line) => /^\| \**Boarding time/.test(line))).toHaveLength(1);
    expect(measures(twice)).toBeDefined();
    expect(measures(twice)).toBe(measures(once));
  });

  test("a slope says what became of its first series", async () => {
    const text = await textWith({
      ...{ kind: "slope", measure: "Minutes at the ramp", unit: "minutes", decimals: 1 },
      series: ["2024", "2026"],
      data: [
        { label: "Haugen", values: [22.5, 18.4] },
        { label: "Nordby", values: [21, 17.9] },
        { label: "Vika", values: [20.4, 23.6] },
      ],
    });
    expect(text).toContain("2026 is below 2024 in two of three, most of all in Haugen: by **4.1 minutes**.");
  });
});
