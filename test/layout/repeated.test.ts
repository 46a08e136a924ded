import { describe, expect, test } from "vitest";
import type { Item, Page } from "../../src/model/page.ts";
import { BUNDLES } from "../formats/decks.ts";
import { compileFile } from "../rules/compiled.ts";

/** Largest share of the words of a deck that may be said again, word for word, on another slide. */
const MOST = 0.08;
/** Words from which on a paragraph is a sentence; fewer are a label or a name. */
const SENTENCE = 6;

const wordsIn = (text: string): number =>
  (text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? []).length;

/** Paragraphs of the body of a page; titles and what stands at its foot are to be the same where they speak of the same. */
const paragraphs = ({ items }: Page): readonly string[] =>
  items.flatMap((item: Item): string[] => {
    const all =
      item.type === "text" && item.decorative !== true && item.name !== "Source"
        ? [undefined, "body"].includes(item.placeholder)
          ? item.paragraphs
          : []
        : item.type === "table"
          ? item.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs))
          : [];
    return all.map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join("")
        .trim(),
    );
  });

/** Share of a deck's words that stand on an earlier slide in the same words. */
function repeated(pages: readonly Page[]): number {
  const seen = new Set<string>();
  let all = 0;
  let again = 0;
  for (const page of pages) {
    const here = paragraphs(page);
    for (const text of here) {
      const words = wordsIn(text);
      all += words;
      if (words >= SENTENCE && seen.has(text)) again += words;
    }
    for (const text of here) seen.add(text);
  }
  return all === 0 ? 0 : again / all;
}

describe("little is said twice", () => {
  // The gallery shows every chart for the same goals, and says so beside each.
  const decks = BUNDLES.filter((file) => !file.endsWith("gallery.json"));

  test.each(decks)("in %s", async (file) => {
    expect(repeated((await compileFile(file)).pages.pages)).toBeLessThan(MOST);
  });

  test("but what is repeated is found", async () => {
    const { pages } = (await compileFile("samples/minimal.json")).pages;
    expect(repeated([...pages, ...pages])).toBeGreaterThan(0.25);
  });
});
