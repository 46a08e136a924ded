import { describe, expect, test } from "vitest";
import { emu, emuToPt } from "../../src/base/units.ts";
import { titleTooLong } from "../../src/diagnostics/messages/layout.ts";
import type { Slide } from "../../src/model/deck.ts";
import type { TextItem } from "../../src/model/page.ts";
import { rich } from "../../src/model/text.ts";
import { prepare, spansOf } from "../../src/text/index.ts";
import { deck, first, lay, long, named, slide, text } from "./decks.ts";
import { look } from "./look.ts";

describe("titles", () => {
  const title = (words: string, more: Partial<Slide> = {}) =>
    named(slide(text("body", "x"), { title: rich(words), ...more }), "Title") as TextItem;

  test("stand in the layout's placeholder, in its frame", () => {
    for (const name of ["cover", "statement", "divider"] as const) {
      const item = title("A short title", { layout: name });
      expect(item.placeholder).toBe("title");
      expect(item.frame).toEqual(look.frames[name].placeholders.title?.frame);
    }
  });

  test("of one line leave the height of the other to the body", () => {
    const frames = look.frames;
    const page = (words: string) => first(slide(text("body", "x"), { title: rich(words) }));
    expect(page("A short title").layout).toBe("contentShort");
    expect(page(long(90)).layout).toBe("content");
    for (const words of ["A short title", long(90)]) {
      const { placeholders, body } = frames[page(words).layout];
      expect(title(words).frame).toEqual(placeholders.title?.frame);
      expect(title(words).frame.y + title(words).frame.h).toBeLessThanOrEqual(body.y);
    }
    expect(frames.content.body.y - frames.contentShort.body.y).toBeCloseTo(
      look.role("title").size * 1.2 * 12_700,
      -2,
    );
  });

  test("that are too long for their layout go to the taller one, where the slide names one", () => {
    const words = long(215);
    const laid = (more: Partial<Slide>) => first(slide(text("body", "x"), { title: rich(words), ...more }));
    expect(laid({ taller: "statement" }).layout).toBe("statement");
    expect(laid({}).layout).toBe("content");
  });

  test("shrink to their minimum before they are an error", () => {
    const words =
      "Churn stopped falling in the spring of 2026 and will miss the goal for 2027 by nearly three points unless something changes before the roadmap is frozen in January";
    const item = title(words);
    expect(item.paragraphs[0]?.lines.length).toBe(2);
    expect(item.paragraphs[0]?.runs[0]?.size).toBeLessThan(look.role("title").size);
    expect(item.paragraphs[0]?.runs[0]?.size).toBeGreaterThanOrEqual(look.role("title").min);
  });

  test("do not leave a single word on the last line", () => {
    for (let words = 8; words < 22; words += 1) {
      const item = title(long(words).replaceAll("word", "w"));
      const lines = item.paragraphs[0]?.lines ?? [];
      const last =
        lines
          .at(-1)
          ?.runs.map((run) => run.text)
          .join("")
          .trim() ?? "";
      if (lines.length > 1) expect(last.split(" ").length, last).toBeGreaterThan(1);
    }
  });

  test("that need more lines say how many characters to cut, and cutting so many helps", () => {
    const words = long(60);
    const one = slide(text("body", "x"), { title: rich(words) });
    const { diagnostics } = lay(deck(one));
    expect(diagnostics).toHaveLength(1);
    const cut = Number(/[\d,]+(?= character)/.exec(diagnostics[0]?.hint ?? "")?.[0].replace(",", ""));
    expect(diagnostics[0]).toEqual(titleTooLong({ page: "one", path: ["why"] }, words, 2, cut, false));
    expect(lay(deck({ ...one, title: rich(words.slice(0, words.length - cut)) })).diagnostics).toEqual([]);
    expect(
      lay(deck({ ...one, title: rich(words.slice(0, words.length - cut + 12)) })).diagnostics,
    ).toHaveLength(1);
  });

  test("keep to their lines in a font that is wider than the theme's", () => {
    for (let count = 6; count < 30; count += 1) {
      const words =
        "Visits rose as soon as the library opened on Sundays and the desk was staffed until eight ".repeat(
          4,
        );
      const said = words.split(" ").slice(0, count).join(" ");
      const item = title(said);
      const size = item.paragraphs[0]?.runs[0]?.size ?? 0;
      if (size <= look.role("title").min) break;
      const room = emuToPt(emu(item.frame.w - item.insets.left - item.insets.right));
      // Arial stands in where Calibri is missing.
      const wide = prepare(
        [{ text: said, font: { family: "Arial", bold: true, italic: false }, size }],
        "en-GB",
      );
      expect(spansOf(wide, room).length, said).toBeLessThanOrEqual(2);
    }
  });

  test("that we compose fall back to a shorter form that fits; what was written is refused at its place", () => {
    const shorter = [rich(long(50)), rich("A short form")];
    const { pages, diagnostics } = lay(deck(slide(text("body", "x"), { title: rich(long(60)), shorter })));
    expect(diagnostics).toEqual([]);
    expect(pages.pages[0]?.title).toBe("A short form");
    const own = slide(text("body", "x"), { title: rich(long(60)), titleFrom: ["why", "statement"] });
    expect(lay(deck(own)).diagnostics[0]).toMatchObject({
      path: ["why", "statement"],
      what: expect.stringMatching(/has \d+ characters, and about \d+ fit/),
    });
  });

  test("that we compose fall back to a shorter form that a wider font keeps within its lines, too", () => {
    // Of titles of growing length, some fit in the theme's font alone.
    const tight = Array.from({ length: 60 }, (_, n) => `${long(18)} ${"w".repeat(n)}`).filter((words) => {
      const body = slide(text("body", "x"), { title: rich(words) });
      const shorter = [rich("A short form")];
      return (
        lay(deck(body)).diagnostics.length === 0 &&
        lay(deck({ ...body, shorter })).pages.pages[0]?.title === "A short form"
      );
    });
    expect(tight.length).toBeGreaterThan(0);
    const wideOf = (words: string) =>
      prepare(
        [{ text: words, font: { family: "Arial", bold: true, italic: false }, size: look.role("title").min }],
        "en-GB",
      );
    const room = emuToPt(look.frames.content.placeholders.title?.frame.w ?? emu(0));
    for (const words of tight) {
      expect(spansOf(wideOf(words), room).length, words).toBeGreaterThan(2);
      // Where no form is short enough for a wider font, the first that fits in the theme's is set.
      const kept = lay(deck(slide(text("body", "x"), { title: rich(words), shorter: [rich(words)] })));
      expect(kept.pages.pages[0]?.title).toBe(words);
    }
  });

  test("from right to left are evened out at their left", () => {
    const titleOf = (count: number) => {
      const [item] = first(slide(text("body", "x"), { title: rich("الموافقة ".repeat(count).trim()) })).items;
      if (item?.type !== "text") throw new Error("no title");
      return item;
    };
    // The first that takes two lines has a single word on the second.
    const titles = Array.from({ length: 30 }, (_, count) => titleOf(count + 1));
    const title = titles.find((each) => each.paragraphs[0]?.lines.length === 2);
    if (title === undefined) throw new Error("no title of two lines");
    expect(title.paragraphs[0]).toMatchObject({ rightToLeft: true, align: "right" });
    expect(title.insets.left).toBeGreaterThan(0);
    expect(title.insets.right).toBe(0);
  });
});
