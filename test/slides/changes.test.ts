import { describe, expect, test } from "vitest";
import { compile } from "../../src/library.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import type { Page, TextItem } from "../../src/model/page.ts";
import { plain } from "../../src/model/text.ts";
import { said } from "../conversation/side.ts";
import { SOUND } from "../rules/sound.ts";

const FIRST: Bundle = { ...SOUND, version: "1.0" };
const LATER: Bundle = {
  ...SOUND,
  version: "1.1",
  ask: { ...SOUND.ask, decision: "Approve the longer trial", amount: 26000 },
  stakeholders: (SOUND.stakeholders ?? []).map((person) => ({ ...person, stance: "opponent", influence: 5 })),
};

const build = async (now: Bundle, before: Bundle = FIRST) =>
  compile(now, { earlier: { ...(await said(before, now.locale)), version: before.version ?? "" } });

const words = (page: Page | undefined): string =>
  (page?.items ?? [])
    .flatMap((item) => {
      if (item.type === "text")
        return item.paragraphs.flatMap(({ lines }) => lines.map((line) => plain(line.runs)));
      return item.type === "table"
        ? item.rows.flatMap(({ cells }) =>
            cells.flatMap(({ paragraphs }) =>
              paragraphs.flatMap(({ lines }) => lines.map((line) => plain(line.runs))),
            ),
          )
        : [];
    })
    .join("\n");
const marksOf = (page: Page): readonly TextItem[] =>
  page.items.filter((item): item is TextItem => item.type === "text" && item.name.startsWith("Changes: "));

describe("the page of what changed", () => {
  test("stands in a deck without a history, with texts of both versions and nothing that readers never see", async () => {
    const { pages, deck } = await build(LATER);
    const page = pages.pages.find(({ id }) => id === "changes");
    expect(plain(deck.slides.find(({ id }) => id === "changes")?.title ?? [])).toBe(
      "Version 1.1 differs from version 1.0 in two points",
    );
    for (const text of ["20,000", "26,000", "longer"]) expect(words(page)).toContain(text);
    expect(words(page)).not.toMatch(/opponent|stance|influence/u);
  });

  test("is led to by a mark on each page that changed, and on no other", async () => {
    const { pages } = await build(LATER);
    const marked = pages.pages.filter((page) => marksOf(page).length > 0).map(({ id }) => id);
    expect(marked).toEqual(["answer", "decision"]);
    for (const mark of pages.pages.flatMap(marksOf)) expect(mark.to).toBe("changes");
  });

  test("says the author's note in its title", async () => {
    const history = [
      { version: "1.0", date: "2026-11-11" },
      { version: "1.1", date: "2026-11-18", note: "The trial is longer" },
    ];
    const { deck } = await build({ ...LATER, history });
    expect(plain(deck.slides.find(({ id }) => id === "changes")?.title ?? [])).toBe(
      "The trial is longer: version 1.1 differs from version 1.0",
    );
  });

  test("is not there, and no mark is, where nothing that readers see has changed", async () => {
    const { pages } = await build({ ...FIRST, version: "1.1", stakeholders: LATER.stakeholders ?? [] });
    expect(pages.pages.some(({ id }) => id === "changes")).toBe(false);
    expect(pages.pages.flatMap(marksOf)).toEqual([]);
  });

  test("names the most important changes and counts the others", async () => {
    const glossary = Array.from({ length: 20 }, (_, n) => ({
      term: `Term ${n}`,
      meaning: `Meaning number ${n}.`,
    }));
    const { pages } = await build({ ...LATER, glossary });
    const texts = pages.pages
      .filter(({ id }) => id.startsWith("changes"))
      .map(words)
      .join("\n");
    expect(texts).toContain("26,000");
    expect(texts).toContain("and 10 further changes");
  });

  test("is in the language of the deck", async () => {
    const { deck } = await build({ ...LATER, locale: "fi-FI" });
    expect(plain(deck.slides.find(({ id }) => id === "changes")?.title ?? [])).toBe(
      "Versio 1.1 poikkeaa versiosta 1.0, muutoksia on kaksi",
    );
  });
});

test("a bundle without an earlier version has no word of changes", async () => {
  const { pages, story } = await compile(LATER);
  expect(story.since).toBeUndefined();
  expect(pages.pages.flatMap(marksOf)).toEqual([]);
});
