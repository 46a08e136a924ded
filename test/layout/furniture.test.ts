import { describe, expect, test } from "vitest";
import { sourceTooLong } from "../../src/diagnostics/messages/layout.ts";
import type { Slide } from "../../src/model/deck.ts";
import type { TextItem } from "../../src/model/page.ts";
import { rich } from "../../src/model/text.ts";
import { allRuns, deck, first, lay, long, named, slide, text, wordsOf } from "./decks.ts";
import { look } from "./look.ts";

describe("around the body", () => {
  test("marks are linked pills beside the kicker that meet neither it nor the title", () => {
    const marks = Array.from({ length: 9 }, (_, n) => ({
      label: `Objection ${n + 1}`,
      tip: `Why ${n}?`,
      to: `o-${n}`,
    }));
    const page = first(slide(text("body", "x"), { kicker: rich(long(30)), marks }));
    const pills = page.items.filter((item) => item.name.startsWith("Objection"));
    expect(pills.map((pill) => pill.type === "text" && [pill.to, pill.tip])).toEqual(
      marks.map((mark) => [mark.to, mark.tip]),
    );
    const kicker = page.items.find((item) => item.name === "Kicker");
    const title = page.items.find((item) => item.name === "Title");
    for (const pill of pills) {
      expect(pill.frame.x).toBeGreaterThan((kicker?.frame.x ?? 0) + (kicker?.frame.w ?? 0));
      expect(pill.frame.y + pill.frame.h).toBeLessThanOrEqual(title?.frame.y ?? 0);
    }
    expect(
      pills.every(
        (pill, n) => n === 0 || pill.frame.x >= (pills[n - 1]?.frame.x ?? 0) + (pills[n - 1]?.frame.w ?? 0),
      ),
    ).toBe(true);
  });

  test("one mark stands for all where there is no room for the words of each, and only there", () => {
    const gathered = { label: "Objections 1–12", tip: "All of them", to: "objections" };
    const pills = (count: number) => {
      const marks = Array.from({ length: count }, (_, n) => ({
        label: `Objection ${n + 1}`,
        tip: "Why?",
        to: `o-${n}`,
      }));
      const page = first(slide(text("body", "x"), { marks, gathered }));
      return page.items.filter((item) => item.name.startsWith("Objection")).map(wordsOf);
    };
    expect(pills(12)).toEqual(["Objections 1–12"]);
    expect(pills(3)).toEqual(["Objection 1", "Objection 2", "Objection 3"]);
  });

  test("a label of a mark that has room is not cut", () => {
    const page = first(
      slide(text("body", "x"), { marks: [{ label: "Objection 12", tip: "Why?", to: "o" }] }),
    );
    expect(page.items.map(wordsOf)).toContain("Objection 12");
  });

  test("footer, date and number stand on content slides and not on the cover", () => {
    const names = (layout: Slide["layout"]) =>
      first(slide(text("body", "x"), { layout })).items.flatMap((item) =>
        item.type === "text" ? (item.placeholder ?? []) : [],
      );
    expect(names("content")).toEqual(["title", "footer", "date", "number"]);
    expect(names("cover")).toEqual(["title"]);
    const number = named(slide(text("body", "x")), "Page number") as TextItem;
    expect(number.paragraphs[0]?.runs[0]).toMatchObject({ text: "1", field: "slidenum" });
    expect(wordsOf(named(slide(text("body", "x")), "Footer"))).toBe(
      "Put customer listening to work · Internal",
    );
  });

  test("a long title gives way in the footer, confidentiality stays", () => {
    const made = deck(slide(text("body", "x")));
    const { pages } = lay({
      ...made,
      properties: { ...made.properties, title: long(60), draft: true, draftWord: "DRAFT" },
    });
    const footer = pages.pages[0]?.items.find((item) => item.name === "Footer");
    const words = footer === undefined ? "" : wordsOf(footer);
    expect(words).toMatch(/^DRAFT · word0 .*… · Internal$/);
    expect(footer?.type === "text" && footer.paragraphs[0]?.lines.length).toBe(1);
  });

  test("sources that take more than two lines are named without owners and dates, then counted", () => {
    const shorter = [rich(long(14)), rich("Five sources")];
    const foot = (source: number, forms = shorter): string => {
      const { diagnostics, pages } = lay(
        deck(slide(text("body", "x"), { source: rich(long(source)), sourceShorter: forms })),
      );
      expect(diagnostics).toEqual([]);
      const item = pages.pages[0]?.items.find(({ name }) => name === "Source");
      return item === undefined ? "" : wordsOf(item);
    };
    expect(foot(20)).toBe(long(20));
    expect(foot(200)).toBe(long(14));
    expect(foot(200, [rich(long(150)), rich("Five sources")])).toBe("Five sources");
  });

  test("sources that take more than two lines are an error, and are not shrunk", () => {
    const one = slide(text("body", "x"), { source: rich(long(200)) });
    const { diagnostics, pages } = lay(deck(one));
    const cut = Number(/[\d,]+(?= character)/.exec(diagnostics[0]?.hint ?? "")?.[0].replace(",", ""));
    expect(diagnostics).toEqual([
      sourceTooLong(
        { page: "one", path: ["why"] },
        "A title that says what follows from this slide",
        cut,
        false,
      ),
    ]);
    expect(
      allRuns(pages)
        .filter(({ role }) => role === "source")
        .every(({ run }) => run.size === look.role("source").size),
    ).toBe(true);
  });
});
