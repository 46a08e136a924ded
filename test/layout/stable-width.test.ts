import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Emu, emu, emuToPt, type Pt, pt, ptToEmu } from "../../src/base/units.ts";
import { stableWidth } from "../../src/layout/context/stable-width.ts";
import { createTextMeasurer } from "../../src/layout/context/text-measurer.ts";
import type { Block } from "../../src/model/deck.ts";
import type { Insets, TextItem } from "../../src/model/page.ts";
import { rich } from "../../src/model/text.ts";
import { bodyItems, deck, lay, slide, table } from "./decks.ts";
import { look } from "./look.ts";

const measurer = createTextMeasurer(look.fonts, "en-GB");
const measured = (words: string) =>
  measurer.measure(rich(words), { size: pt(14), bold: false, font: "body" });

const words = fc.constantFrom(
  ..."we the a of to in and our customers who leave say that answers take too long because every question waits for three teams invest now over 18 months churn fell from 4.2% to internationalisation well-known trade-offs and/or decision".split(
    " ",
  ),
);
const sentence = fc.array(words, { minLength: 2, maxLength: 30 }).map((list) => list.join(" "));

/** Layout leaves 0.8% free; a renderer whose advances are wider or narrower than ours breaks as if it left less or more. */
const drawn = (words: string, width: Pt, advances: number) =>
  measured(words).lines(pt((width * 1.008) / advances));

describe("the width at which all renderers break a box into the same lines", () => {
  test("is given by layout, and takes no line more, nor cuts a word", () => {
    let boxes = 0;
    let steady = 0;
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: sentence, indent: fc.constantFrom(0, 15) }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 150, max: 500 }),
        (paragraphs, room) => {
          const width = ptToEmu(room);
          const parts = paragraphs.map(({ text, indent }) => ({
            measured: measured(text),
            indent: ptToEmu(indent),
          }));
          const found = stableWidth(parts, width);
          expect(found).toBeLessThanOrEqual(width);
          boxes += 1;
          const same = paragraphs.map(({ text, indent }) => {
            const inside = pt(emuToPt(found) - indent);
            const lines = measured(text).lines(inside);
            expect(lines).toHaveLength(measured(text).lines(pt(room - indent)).length);
            for (const { end } of lines) expect(text.slice(end - 1, end + 1)).toMatch(/ |-|^.$/);
            return [0.993, 1.007].every(
              (advances) => JSON.stringify(drawn(text, inside, advances)) === JSON.stringify(lines),
            );
          });
          if (same.every((each) => each)) steady += 1;
        },
      ),
      { numRuns: 500, seed: 1 },
    );
    expect(steady / boxes).toBeGreaterThan(0.98);
  });

  test("is never so narrow that it cuts the longest word", () => {
    const longest = "internationalisation";
    const least = measured(longest).width() / 0.99;
    fc.assert(
      fc.property(sentence, sentence, fc.double({ min: 0, max: 8, noNaN: true }), (before, after, more) => {
        const all = measured(`${before} ${longest} ${after}`);
        const width = ptToEmu(least + more);
        const found = stableWidth([{ measured: all, indent: emu(0) }], width);
        expect(emuToPt(found)).toBeGreaterThan(all.longestWord());
        for (const { end } of all.lines(emuToPt(found)))
          expect(`${before} ${longest} ${after}`.slice(end - 1, end + 1)).toMatch(/ |-|^.$/);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

test("a short word is not left alone on the last line where a narrower box takes no line more", () => {
  const said = measured("Patients who are treated in time go home sooner and free beds we pay extra for");
  const width = ptToEmu(said.width() - 5);
  const at = (room: Emu) => said.lines(emuToPt(room));
  expect(said.tolerance(at(width)).alone).toBe(true);
  const found = stableWidth([{ measured: said, indent: emu(0) }], width);
  expect(said.tolerance(at(found)).alone).toBe(false);
  expect(at(found)).toHaveLength(2);
});

test.each([
  ["and sure words", "so", false],
  ["an emoji, whose width nobody knows", "👍", true],
  ["a word of a script that has no metrics here", "الموافقة", true],
])("a box with %s: all of it stays", (_, word, all) => {
  const said = measured(`${word} are treated in time go home sooner and free beds we pay extra for`);
  const width = ptToEmu(said.width() - 5);
  expect(stableWidth([{ measured: said, indent: emu(0) }], width) === width).toBe(all);
});

describe("what a box gives away so that its lines are kept", () => {
  /** Of sentences of every length, what is made of the first that has to give something away. */
  const first = (make: (words: string) => { readonly insets?: Insets | undefined } | undefined): Insets => {
    for (let letters = 1; letters < 400; letters += 1) {
      const { insets } = make("interviewed ".repeat(40).slice(0, 100 + letters)) ?? {};
      if (insets !== undefined && insets.left + insets.right > 0) return insets;
    }
    throw new Error("none has to");
  };
  const itemsOf = (body: Block) => bodyItems(lay(deck(slide(body))).pages.pages[0]);
  const aText = (words: string, align: "left" | "center" | "right") =>
    itemsOf({ type: "text", role: "body", paragraphs: [{ text: rich(words) }], align }).find(
      (item): item is TextItem => item.type === "text",
    );

  test("is at the right of lines that begin at the left, and the other way round", () => {
    expect(first((words) => aText(words, "left"))).toMatchObject({ left: 0, top: 0, bottom: 0 });
    expect(first((words) => aText(words, "right"))).toMatchObject({ right: 0, top: 0, bottom: 0 });
  });

  test("is the same at both sides of centred lines", () => {
    const { left, right } = first((words) => aText(words, "center"));
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
  });

  test("is a cell's own; its neighbours keep the table's", () => {
    const cells = (words: string) =>
      itemsOf(table(1, { rows: [[{ text: rich(words) }, { text: rich("0") }]] })).flatMap((item) =>
        item.type === "table" ? [{ own: item.rows[1]?.cells, shared: item.insets }] : [],
      )[0];
    let shared: Insets | undefined;
    const own = first((words) => {
      const made = cells(words);
      shared = made?.shared;
      expect({ ...shared, ...made?.own?.[1]?.insets, top: shared?.top, bottom: shared?.bottom }).toEqual(
        shared,
      );
      const [given] = made?.own ?? [];
      return (given?.insets?.right ?? 0) > (shared?.right ?? 0) ? given : undefined;
    });
    expect(own).toEqual({ ...shared, top: own.top, right: own.right });
    expect(own.right).toBeGreaterThan(shared?.right ?? 0);
  });

  test("comes on top of a panel's distances", () => {
    const panel = (words: string): TextItem | undefined =>
      itemsOf({
        type: "panel",
        fill: "wash",
        inset: "tight",
        child: { type: "text", role: "body", paragraphs: [{ text: rich(words) }] },
      }).find((item): item is TextItem => item.type === "text");
    const { insets: all } = panel("One line") ?? {};
    const own = first((words) => {
      const { insets } = panel(words) ?? {};
      return insets && all && { insets: { ...insets, left: emu(0), right: emu(insets.right - all.right) } };
    });
    expect(own).toEqual({ ...all, left: 0, right: own.right });
  });
});

test("a title is steady, evened out or not", () => {
  let titles = 0;
  let steady = 0;
  fc.assert(
    fc.property(fc.array(words, { minLength: 10, maxLength: 24 }), (list) => {
      const said = rich(list.join(" "));
      const body: Block = { type: "text", role: "body", paragraphs: [] };
      const [item] = lay(deck(slide(body, { title: said })), true).pages.pages[0]?.items ?? [];
      if (item?.type !== "text") throw new Error("no title");
      const size = item.paragraphs[0]?.runs[0]?.size ?? pt(0);
      const title = measurer.measure(said, { size, bold: look.role("title").bold, font: "heading" });
      const inside = emuToPt(emu(item.frame.w - item.insets.left - item.insets.right));
      const { least, most } = title.tolerance(title.lines(inside));
      titles += 1;
      if (least <= inside && inside <= most + 0.01) steady += 1;
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(steady / titles).toBeGreaterThan(0.99);
});

test("Latin words in text from right to left take the width that they have in the font of its letters", () => {
  const [hebrew, latin] = ["המחיר עלה", " (Objection 4)"];
  const widthIn = (font: "body" | "wide"): number =>
    measurer.measure(rich(latin), { size: pt(14), bold: false, font }).width();
  const added = measured(hebrew + latin).width() - measured(hebrew).width();
  expect(added).toBeCloseTo(widthIn("wide"), 1);
  expect(added).toBeGreaterThan(widthIn("body") + 4);
  // A sentence that begins from left to right keeps the theme's font.
  const mixed = measured(`See${latin} ${hebrew}`).width() - measured(` ${hebrew}`).width();
  expect(mixed).toBeCloseTo(measured(`See${latin}`).width(), 0);
});
