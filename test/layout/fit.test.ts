import { describe, expect, test } from "vitest";
import { deckOverflow, subtitleTooLong } from "../../src/diagnostics/messages/layout.ts";
import type { Block } from "../../src/model/deck.ts";
import { rich } from "../../src/model/text.ts";
import { allRuns, bodyItems, bullets, chart, deck, first, lay, long, slide, text, wordsOf } from "./decks.ts";
import { look } from "./look.ts";

/** The number, with commas between its thousands, that stands before a word of a message. */
const numberBefore = (word: string, message = ""): number =>
  Number(new RegExp(`[\\d,]+(?=${word})`).exec(message)?.[0].replaceAll(",", ""));

describe("fitting", () => {
  test("spaces give way before sizes do", () => {
    const gaps = (count: number) =>
      slide({
        type: "stack",
        gap: "normal",
        children: Array.from({ length: count }, (_, n) => text("body", `Line ${n}`)),
      });
    const sizes = (count: number) =>
      new Set(
        allRuns(lay(deck(gaps(count))).pages)
          .filter(({ role }) => role === "body")
          .map(({ run }) => run.size),
      );
    // 354 pt: 12 lines of 16.8 pt with 11 gaps of 12 pt fit at full spacing, 13 only with smaller gaps.
    expect([...sizes(13)]).toEqual([14]);
    expect([...sizes(14)]).toEqual([14]);
    const bottoms = first(gaps(14))
      .items.filter((item) => item.name.startsWith("Text"))
      .map((item) => item.frame.y + item.frame.h);
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(6.62 * 914_400 + 1);
  });

  test("a slide with little on it stands wider, one with a chart does not", () => {
    const pitch = (body: Block) => {
      const [a, b] = first(slide(body)).items.filter((item) => item.name.startsWith("Text"));
      return (b?.frame.y ?? 0) - (a?.frame.y ?? 0);
    };
    const pair: readonly Block[] = [text("body", "One"), text("body", "Two")];
    expect(pitch({ type: "stack", gap: "normal", children: pair })).toBeGreaterThan(
      pitch({ type: "stack", gap: "normal", children: [...pair, { type: "exhibit", exhibit: chart }] }),
    );
  });

  test("roles shrink only where it is tight", () => {
    const tight = bullets(20, "A point of one line");
    const body: Block = {
      type: "columns",
      spans: [6, 6],
      align: "top",
      children: [tight, text("small", "Short")],
    };
    const runs = allRuns(lay(deck(slide(body))).pages);
    const sizeOf = (role: string) => runs.find((one) => one.role === role)?.run.size;
    expect(sizeOf("small")).toBe(look.role("small").size);
    expect(sizeOf("body")).toBeLessThan(look.role("body").size);
  });

  test("a text that cannot be split says how many characters to cut, and cutting so many helps", () => {
    const words = long(1200);
    const from = ["why", "situation"];
    const body = (length: number): Block => text("body", { text: rich(words.slice(0, length)), from });
    const { diagnostics } = lay(deck(slide(body(words.length))));
    const lines = numberBefore(" line", diagnostics[0]?.what);
    const cut = numberBefore(" character", diagnostics[0]?.hint);
    expect(diagnostics).toEqual([
      deckOverflow(
        { page: "one", path: from },
        "A title that says what follows from this slide",
        lines,
        cut,
        words,
        false,
      ),
    ]);
    expect(diagnostics[0]?.what).toContain(`has ${words.length.toLocaleString("en-US")} characters`);
    expect(lay(deck(slide(body(words.length - cut)))).diagnostics).toEqual([]);
    expect(lay(deck(slide(body(words.length - cut + 200)))).diagnostics).toHaveLength(1);
  });

  test("lenient places it anyway and warns", () => {
    const { diagnostics, pages } = lay(deck(slide(text("body", long(1200)))), true);
    expect(diagnostics.map((one) => [one.code, one.severity])).toEqual([["deck/overflow", "warning"]]);
    expect(bodyItems(pages.pages[0]).map(wordsOf).join("")).toContain("word1199");
  });

  test("what lenient places is smaller than the minimum, but on the slide and clear of its neighbours", () => {
    const one = slide(text("body", long(1200)), {
      layout: "cover",
      title: rich(long(60)),
      subtitle: rich(long(90)),
      source: rich(long(90)),
    });
    const { diagnostics, pages } = lay(deck(one), true);
    expect(diagnostics.map((each) => each.code)).toEqual([
      "deck/title-too-long",
      "deck/subtitle-too-long",
      "deck/source-too-long",
      "deck/overflow",
    ]);
    const items = pages.pages.flatMap((page) => page.items.filter((item) => item.type === "text"));
    for (const item of items) {
      const high = item.paragraphs.reduce(
        (sum, { lines, runs, spaceBefore }) => sum + spaceBefore + lines.length * (runs[0]?.size ?? 0) * 1.2,
        0,
      );
      expect(high * 12_700, item.name).toBeLessThanOrEqual(item.frame.h + 12_700);
    }
    expect(Math.min(...allRuns(pages).map(({ run }) => run.size))).toBeLessThan(9);
  });

  test("a chart that does not fit makes no text smaller", () => {
    const many: Block = {
      type: "stack",
      gap: "normal",
      children: [
        text("body", "x"),
        ...Array.from({ length: 4 }, (): Block => ({ type: "exhibit", exhibit: chart })),
      ],
    };
    const sizes = allRuns(lay(deck(slide(many)), true).pages).flatMap(({ role, run }) =>
      role === "body" ? [run.size] : [],
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(look.role("body").min);
  });

  test("words below the title that need more lines are an error, and cutting so many characters helps", () => {
    const words = long(60);
    const one = slide(text("body", "x"), { layout: "cover", subtitle: rich(words) });
    const { diagnostics } = lay(deck(one));
    const cut = numberBefore(" character", diagnostics[0]?.hint);
    expect(diagnostics).toEqual([subtitleTooLong({ page: "one", path: ["why"] }, words, 2, cut, false)]);
    expect(lay(deck({ ...one, subtitle: rich(words.slice(0, words.length - cut)) })).diagnostics).toEqual([]);
  });

  test("what is too much though it holds no text asks for no shorter text", () => {
    const high: Block = { type: "exhibit", exhibit: chart, minHeight: 1_000 };
    expect(lay(deck(slide(high))).diagnostics[0]).toMatchObject({
      code: "deck/overflow",
      hint: expect.stringContaining("Remove an exhibit"),
    });
  });
});
