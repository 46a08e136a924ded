import { describe, expect, test } from "vitest";
import { type DisplayNode, lineText, nodesOf } from "../../../src/formats/display/list.ts";
import { displayListOf } from "../../../src/formats/display/page/page.ts";
import { handoutSheets } from "../../../src/formats/pdf/handout.ts";
import { handout } from "../../../src/formats/pdf/index.ts";
import type { Page, Pages } from "../../../src/model/page.ts";
import { plain, rich } from "../../../src/model/text.ts";
import { contextOf, contract } from "../decks.ts";

const compiled = await contract();
const context = contextOf(compiled);
const sheetsOf = (pages: Pages) =>
  handoutSheets(
    pages,
    pages.pages.map((page) => displayListOf(page, pages, context.look)),
    context.look,
  );

/** The contract deck with one note of so many words on every slide. */
const withNotes = (words: number): Pages => ({
  ...compiled.pages,
  pages: compiled.pages.pages.map(
    (page): Page => ({
      ...page,
      notes: [rich(Array.from({ length: words }, (_, n) => `${page.number}word${n}`).join(" "))],
      spoken: 1,
    }),
  ),
});

const linesOf = (nodes: readonly DisplayNode[]) =>
  [...nodesOf(nodes)].filter((node) => node.type === "textLine");

describe("the slides on paper", () => {
  test.each([0, 5, 60, 150, 400, 2_000])(
    "every slide and every word of %d words of notes, on the sheet",
    (count) => {
      const pages = withNotes(count);
      const sheets = sheetsOf(pages);
      const slides = sheets.flatMap((sheet) => sheet.slides.filter(({ scale }) => scale > 0));
      expect(slides.map(({ list }) => list.id)).toEqual(pages.pages.map(({ id }) => id));
      const said = sheets.flatMap((sheet) =>
        sheet.slides.flatMap(({ notes }) => linesOf(notes).map(lineText)),
      );
      const wanted = count === 0 ? "" : pages.pages.map(({ notes }) => notes.map(plain).join(" ")).join(" ");
      expect(said.map((line) => line.trim()).join(" ")).toBe(wanted);
      for (const sheet of sheets) {
        expect(sheet.slides.length).toBeLessThanOrEqual(2);
        let below = 0;
        for (const { list, x, y, scale, notes } of sheet.slides) {
          const right = x + scale * list.width;
          const heights = linesOf(notes).map((line) => line.y);
          // A slide stands below what stands above it, and its notes below the slide.
          expect(y).toBeGreaterThanOrEqual(below);
          for (const height of heights) expect(height).toBeGreaterThan(y + scale * list.height);
          expect(scale === 0 || scale * list.width >= 0.79 * (sheet.width - 90)).toBe(true);
          below = Math.max(y + scale * list.height, ...heights);
          expect(x).toBeGreaterThanOrEqual(40);
          expect(right).toBeLessThanOrEqual(sheet.width - 40);
        }
        expect(below).toBeLessThan(sheet.height - 36);
      }
    },
  );

  test("two to a sheet of A4 where the notes are short", () => {
    const sheets = sheetsOf(withNotes(20));
    expect(sheets).toHaveLength(Math.ceil(compiled.pages.pages.length / 2));
    expect(sheets[0]).toMatchObject({ width: 595.28, height: 841.89 });
  });

  test("says what is said, and neither sources nor places in the bundle", () => {
    const said = sheetsOf(compiled.pages).flatMap((sheet) =>
      sheet.slides.flatMap(({ notes }) => linesOf(notes).map(lineText)),
    );
    expect(said.length).toBeGreaterThan(5);
    const unsaid = compiled.pages.pages.flatMap(({ notes, spoken }) => notes.slice(spoken).map(plain));
    expect(unsaid.length).toBeGreaterThan(5);
    expect(said.filter((line) => unsaid.some((note) => note.startsWith(line)))).toEqual([]);
  });

  test("a tagged PDF of A4 sheets, with every link on its sheet, and the same bytes each time", async () => {
    const bytes = await handout.write(compiled.pages, context);
    const content = Buffer.from(bytes).toString("latin1");
    const boxes = [...content.matchAll(/\/MediaBox \[([^\]]+)\]/g)].map(([, box]) => box);
    expect(new Set(boxes)).toEqual(new Set(["0 0 595.28 841.89"]));
    expect(content).toContain("/Marked true");
    const rects = [...content.matchAll(/\/Rect \[([^\]]+)\]/g)].map(([, rect = ""]) =>
      rect.split(" ").map(Number),
    );
    expect(rects.length).toBeGreaterThan(20);
    const outside = rects.filter(
      ([left = -1, bottom = -1, right = 999, top = 999]) =>
        left < 40 || right > 556 || bottom < 36 || top > 806,
    );
    expect(outside).toEqual([]);
    expect(Buffer.from(await handout.write(compiled.pages, context)).equals(Buffer.from(bytes))).toBe(true);
  });
});
