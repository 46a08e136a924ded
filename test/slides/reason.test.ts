import { describe, expect, test } from "vitest";
import { compile } from "../../src/library.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { TextItem } from "../../src/model/page.ts";
import { contractBundle } from "../charts/fixture.ts";

const PAIR: Chart = {
  id: "reason-chart",
  kind: "column",
  message: "It went down wherever it was tried",
  unit: "%",
  series: ["Tried", "Not tried"],
  data: [
    { label: "North", values: [4, 6] },
    { label: "South", values: [3, 4] },
  ],
  source: contractBundle().charts?.find(({ source }) => source !== undefined)?.source,
} as Chart;

/** Texts of the page of a reason whose only evidence is a chart, by ground; the accent is that of bars. */
async function textsOf(chart: Partial<Chart>): Promise<{ inBars: string[]; elsewhere: string[] }> {
  const { charts = [], why, ...rest } = contractBundle();
  const [first] = why.reasons ?? [];
  const reasons = [{ ...first, claim: "It helps", because: "It was tried.", evidence: [PAIR.id] }];
  const bundle = { ...rest, why: { ...why, reasons }, charts: [...charts, { ...PAIR, ...chart }] };
  const { pages } = (await compile(JSON.stringify(bundle))).pages;
  const items = pages.find(({ kind }) => kind === "reason")?.items ?? [];
  const texts = items.filter((item): item is TextItem => item.type === "text");
  const wordsOf = ({ paragraphs }: TextItem): string =>
    paragraphs.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ text }) => text))).join(" ");
  const inBar = (item: TextItem): boolean => item.fill === "accent";
  return {
    inBars: texts.filter(inBar).map(wordsOf),
    elsewhere: texts.filter((item) => !inBar(item)).map(wordsOf),
  };
}

describe("the bar under a reason", () => {
  test("says what the figures of its chart say, which then stands nowhere else", async () => {
    const { inBars, elsewhere } = await textsOf({});
    expect(inBars).toEqual([expect.stringContaining("below")]);
    expect(elsewhere.join(" ")).not.toContain("What it means");
  });

  test("says what the author says that it means, and nothing of ours beside it", async () => {
    const { inBars, elsewhere } = await textsOf({ meaning: "It is worth a second year." });
    expect(inBars).toEqual(["It is worth a second year."]);
    expect(elsewhere.join(" ")).not.toContain("below");
  });

  test("says no largest step, which may not be what the reason is about", async () => {
    const steps = {
      kind: "waterfall" as const,
      series: undefined,
      data: [
        { label: "Last year", value: 10, total: true },
        { label: "More trips", value: 5 },
        { label: "Fuel", value: -4 },
        { label: "This year", value: 11, total: true },
      ],
    };
    const { inBars, elsewhere } = await textsOf(steps);
    expect(inBars).toEqual([]);
    expect(elsewhere.join(" ")).toContain("The largest step is More trips");
  });

  test("leaves what the chart assumes beside it", async () => {
    const { inBars, elsewhere } = await textsOf({ assumption: "nothing else changed" });
    expect(inBars).toEqual([expect.stringContaining("below")]);
    expect(elsewhere.join(" ")).toContain("nothing else changed");
  });
});
