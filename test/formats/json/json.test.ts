import { expect, test } from "vitest";
import { asJson, json } from "../../../src/formats/json/index.ts";
import type { DeckJson } from "../../../src/formats/json/shape.ts";
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

test("has every figure: its value, how it reads, how it was computed and where it comes from", async () => {
  const { pages, figures, bundle } = await contract();
  const out = JSON.parse(new TextDecoder().decode(await json.write(pages, contextOf()))) as DeckJson;
  expect(Object.keys(out.figures)).toEqual(Object.keys(figures.all));
  const given = out.figures["ask.amount"];
  expect(given).toMatchObject({
    name: "ask.amount",
    value: bundle.ask?.amount,
    unit: "EUR",
    from: ["ask", "amount"],
  });
  expect(given).not.toHaveProperty("formula");
  const slides = JSON.stringify(out.slides);
  for (const name of ["ask.amount", "churn.latest", "churn.gap"]) {
    const { value, exact, text } = out.figures[name] ?? {};
    expect(typeof value).toBe("number");
    expect(Number(exact)).toBe(value);
    expect(slides).toContain(text);
  }
  expect(out.figures["churn.gap"]?.formula).toMatch(/target/);
});

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
