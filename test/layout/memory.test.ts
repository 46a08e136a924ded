import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutDeck } from "../../src/layout/deck.ts";
import { type LayoutMemory, OLDEST, startLayoutMemory } from "../../src/layout/layout-cache.ts";
import type { Deck } from "../../src/model/deck.ts";
import { rich } from "../../src/model/text.ts";
import { anySlide, bullets, deck, lay, slide, text } from "./decks.ts";
import { fitNothing, look } from "./look.ts";

const again = (made: Deck, memory: LayoutMemory, lenient = false) =>
  layoutDeck(made, look, { lenient }, fitNothing, memory);
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const three = (second = "Second"): Deck =>
  deck(
    slide(bullets(4), { id: "a", title: rich("First") }),
    slide(text("body", second), { id: "b", title: rich("Second slide") }),
    slide(bullets(40), { id: "c", title: rich("Third, which goes on") }),
  );

describe("a layout that remembers the one before", () => {
  test("gives what a fresh one gives, whatever was laid out before", () => {
    const one = fc.tuple(fc.array(anySlide, { minLength: 1, maxLength: 4 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 4 }), (decks) => {
        const memory = startLayoutMemory();
        for (const [slides, lenient] of decks) {
          const made = deck(...slides.map((each, n) => ({ ...each, id: `s-${n}` })));
          expect(again(copy(made), memory, lenient)).toEqual(lay(made, lenient));
        }
      }),
      { numRuns: 25, seed: 20_261_118 },
    );
  });

  test("keeps the pages that did not change, and lays out the one that did", () => {
    const memory = startLayoutMemory();
    const before = again(three(), memory).pages.pages;
    const after = again(copy(three("Another")), memory).pages.pages;
    expect(after.map((page, n) => page === before[n])).toEqual(before.map(({ id }) => id !== "b"));
    expect(after).toEqual(lay(three("Another")).pages.pages);
  });

  test("numbers, properties and ids of pages are those of now", () => {
    const memory = startLayoutMemory();
    again(three(), memory);
    const longer = deck(slide(bullets(40), { id: "0", title: rich("Before all") }), ...three().slides);
    expect(again(copy(longer), memory)).toEqual(lay(longer));
    const renamed = { ...longer, properties: { ...longer.properties, confidentiality: "Secret" } };
    expect(again(copy(renamed), memory)).toEqual(lay(renamed));
    // The second page of c is no longer c-2 when another slide is called that.
    const taken = deck(...three().slides, slide(text("body", "x"), { id: "c-2", title: rich("Taken") }));
    expect(again(copy(taken), memory)).toEqual(lay(taken));
  });

  test("forgets after a while, so that a long day takes no more room than a short one", () => {
    const memory = startLayoutMemory();
    const made = deck(slide(text("body", "x")));
    for (let n = 0; n < OLDEST; n++) again(made, memory);
    const before = memory.left;
    again(made, memory);
    expect(before?.generation).toBe(OLDEST);
    expect(memory.left?.generation).toBe(1);
    expect(memory.left?.context).not.toBe(before?.context);
  });
});
