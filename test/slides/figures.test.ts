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
  const own = { kind: "column", measure: "Boarding time", unit: "minutes" };
  const data = [
    { label: "North", value: 9.4 },
    { label: "South", value: 5.8 },
  ];
  const rowOf = (text: string): string | undefined =>
    text.split("\n").find((line) => /^\| \**Boarding time/.test(line));

  test("it is no measure of the table where its source stands at its foot", async () => {
    const text = await textWith({ ...own, data });
    expect(rowOf(text)).toBeUndefined();
    expect(text).toContain("Finance ledger (Finance), as of 31 October 2026");
  });

  test("without a source it has a row, which gives no sum as the latest value", async () => {
    const text = await textWith({ ...own, data, source: undefined });
    expect(rowOf(text)).toMatch(/^\| \**Boarding time\** \| – \| actual/);
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
