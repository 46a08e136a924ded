import { describe, expect, test } from "vitest";
import type { Block, Paragraph } from "../../src/model/deck.ts";
import type { TextItem } from "../../src/model/page.ts";
import { rich } from "../../src/model/text.ts";
import {
  bodyItems,
  bullets,
  chart,
  deck,
  lay,
  slide,
  table,
  tables,
  text,
  timeline,
  wordsOf,
} from "./decks.ts";

describe("going on", () => {
  test("titles count, ids and sections follow, marks and notes stay", () => {
    const marks = [{ label: "Objection 1", tip: "Why?", to: "o" }];
    const notes = [rich("Say this")];
    const one = slide(bullets(50), { id: "long", marks, notes });
    const { pages, diagnostics } = lay(deck(one, slide(text("body", "x"), { id: "next" })));
    expect(diagnostics).toEqual([]);
    const ids = pages.pages.map((page) => page.id);
    expect(ids).toEqual(["long", "long-2", "long-3", "next"]);
    expect(pages.pages.map((page) => page.number)).toEqual([1, 2, 3, 4]);
    expect(pages.sections[0]?.pages).toEqual(ids);
    expect(pages.pages[1]?.title).toMatch(/\(2\/3\)$/);
    expect(new Set(pages.pages.map((page) => page.title)).size).toBe(4);
    for (const page of pages.pages.slice(0, 3)) {
      expect(page.notes).toEqual(notes);
      expect(page.items.some((item) => item.name === "Objection: Objection 1")).toBe(true);
    }
  });

  test("a continuation takes no other slide's id", () => {
    const { pages } = lay(
      deck(slide(bullets(40), { id: "reason" }), slide(text("body", "x"), { id: "reason-2" })),
    );
    expect(new Set(pages.pages.map((page) => page.id)).size).toBe(pages.pages.length);
  });

  test("pages are filled alike", () => {
    const { pages } = lay(deck(slide(bullets(45))));
    const counts = pages.pages.map(
      (page) => (page.items.find((item) => item.name === "Text") as TextItem).paragraphs.length,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(45);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(6);
  });

  test("tables repeat their header, keep their columns and sums with what they sum up", () => {
    const one = slide(table(70, { totals: [69] }));
    const made = tables(one);
    expect(made.length).toBeGreaterThan(1);
    expect(new Set(made.map((item) => JSON.stringify(item.columns))).size).toBe(1);
    for (const item of made) {
      expect(item.rows[0]?.cells[0]?.header).toBe(true);
      expect(item.rows.length - 1).toBeGreaterThanOrEqual(2);
    }
    const last = made.at(-1)?.rows.at(-1);
    expect(last?.cells[0]?.borders.top?.ink).toBe("ink");
    expect(made.flatMap((item) => item.rows.slice(1)).length).toBe(70);
  });

  test("what cannot be cut neatly is cut between any two items: exhibits go on one by one, over the whole width", () => {
    const exhibit: Block = { type: "exhibit", exhibit: chart, minHeight: 260 };
    const two: Block = { type: "stack", gap: "normal", children: [exhibit, exhibit] };
    const beside = text("body", "A word");
    const body: Block = { type: "columns", spans: [6, 6], children: [beside, two], align: "top" };
    const { pages, diagnostics } = lay(deck(slide(body)));
    expect(diagnostics).toEqual([]);
    expect(pages.pages.map((page) => page.title.slice(-5))).toEqual(["(1/2)", "(2/2)"]);
    const widths = pages.pages.map((page) => page.items.find((item) => item.type === "chart")?.frame.w ?? 0);
    expect(widths[1]).toBeGreaterThan((widths[0] ?? 0) * 1.9);
  });

  test("two columns too high to be cut stand on two slides", () => {
    const exhibit: Block = { type: "exhibit", exhibit: chart, minHeight: 300 };
    const long = text(
      "body",
      ...Array.from({ length: 3 }, () => "Many words in a narrow column. ".repeat(30)),
    );
    const body: Block = { type: "columns", spans: [9, 3], children: [exhibit, long], align: "top" };
    const { pages, diagnostics } = lay(deck(slide(body)));
    expect(diagnostics).toEqual([]);
    const words = pages.pages.map((page) => bodyItems(page).map(wordsOf).join(" "));
    expect(words.join(" ").match(/Many words/g)).toHaveLength(90);
    expect(pages.pages.flatMap((page) => page.items.filter((item) => item.type === "chart"))).toHaveLength(1);
  });

  test("a timeline goes on with its own rows, on the axis of the whole, and says its table once", () => {
    const rows = Array.from({ length: 22 }, (_, n) => ({ ...timeline.rows[0], label: rich(`Row ${n + 1}`) }));
    const model = { ...timeline, rows } as typeof timeline;
    const { pages, diagnostics } = lay(deck(slide({ type: "exhibit", exhibit: model })));
    expect(diagnostics).toEqual([]);
    const words = pages.pages.map((page) => bodyItems(page).map(wordsOf));
    expect(words.flat().filter((one) => /^Row \d+\n/.test(one))).toHaveLength(22);
    for (const page of words) expect(page).toContain("2027");
    const said = pages.pages.flatMap((page) =>
      page.items.flatMap((item) => (item.type === "shape" && item.says !== undefined ? [item.says] : [])),
    );
    expect(said).toEqual([timeline.says, "beside"]);
  });

  test("what a drawing shows of a table's rows goes on with them", () => {
    const rows = Array.from({ length: 70 }, (_, n) => [`drawn ${n}`]);
    const made = tables(slide(table(70, { drawn: { after: 1, head: ["Seen"], rows } })));
    expect(made.length).toBeGreaterThan(1);
    for (const item of made) expect(item.drawn?.rows.length).toBe(item.rows.length - 1);
    expect(made.flatMap((item) => item.drawn?.rows ?? [])).toEqual(rows);
  });

  test("numbered lists go on counting", () => {
    const list = text(
      "body",
      ...Array.from({ length: 50 }, (_, n): Paragraph => ({ text: rich(`Step ${n + 1}`), bullet: "number" })),
    );
    const { pages } = lay(deck(slide(list)));
    const second = pages.pages[1]?.items.find((item) => item.name === "Text") as TextItem;
    expect(`Step ${second.paragraphs[0]?.start}`).toBe(second.paragraphs[0]?.runs[0]?.text);
  });

  test("stacks go on between children, with their head repeated and no heading left behind", () => {
    const parts = Array.from({ length: 8 }, (_, n): readonly Block[] => [
      text("kicker", `Heading ${n}`),
      table(4, { name: `T${n}` }),
    ]).flat();
    const body: Block = {
      type: "stack",
      gap: "normal",
      splits: true,
      head: 1,
      children: [text("lead", "Repeated"), ...parts],
    };
    const { pages, diagnostics } = lay(deck(slide(body)));
    expect(diagnostics).toEqual([]);
    expect(pages.pages.length).toBeGreaterThan(1);
    for (const page of pages.pages) {
      const items = bodyItems(page);
      expect(wordsOf(items[0] ?? (page.items[0] as TextItem))).toBe("Repeated");
      expect(items.at(-1)?.type).toBe("table");
    }
  });

  test("page numbers in texts are those of the pages, after splitting", () => {
    const reference = text("body", {
      text: [{ text: "see page " }, { text: "00", pageOf: "last", to: "last" }],
    });
    const { pages } = lay(
      deck(slide(reference), slide(bullets(40), { id: "long" }), slide(text("body", "x"), { id: "last" })),
    );
    const number = pages.pages.find((page) => page.id === "last")?.number;
    expect(number).toBeGreaterThan(3);
    expect(bodyItems(pages.pages[0]).map(wordsOf)).toEqual([`see page ${number}`]);
  });
});
