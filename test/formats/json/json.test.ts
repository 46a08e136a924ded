import { expect, test } from "vitest";
import { asJson, json } from "../../../src/formats/json/index.ts";
import { contextOf, contract, hostile, pageParagraphs, shown } from "../decks.ts";

test.each(["contract", "hostile"])(
  "the %s deck: every paragraph, cell and title, in order",
  async (which) => {
    const pages = which === "hostile" ? hostile : (await contract()).pages;
    const out = asJson(pages);
    expect(out.slides.map(({ title }) => title)).toEqual(pages.pages.map(({ title }) => title));
    pages.pages.forEach((page, index) => {
      const words = (out.slides[index]?.items ?? []).flatMap((item) => {
        if ("paragraphs" in item) return item.paragraphs;
        if ("rows" in item && item.rows !== undefined)
          return item.rows.flatMap((row) => row.flatMap((cell) => cell.text.split("\n")));
        return [];
      });
      expect(words.map(shown).filter((text) => text !== "")).toEqual(pageParagraphs(page));
    });
  },
);

test("charts have their numbers, as values and as read", async () => {
  const { pages } = await contract();
  const charts = asJson(pages).slides.flatMap((slide) => slide.items.filter((item) => item.type === "chart"));
  expect(charts.length).toBeGreaterThan(5);
  for (const chart of charts) {
    if (!("columns" in chart) || chart.columns === undefined) throw new Error("no columns");
    expect(chart.columns.length).toBeGreaterThan(1);
    for (const { values, texts } of chart.columns) expect(values).toHaveLength(texts.length);
  }
});

test("is JSON, of a stated version, the same each time", async () => {
  const { pages } = await contract();
  const bytes = await json.write(pages, contextOf());
  expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ version: 1, language: pages.language });
  expect(await json.write(pages, contextOf())).toEqual(bytes);
});
