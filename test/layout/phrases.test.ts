import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutDeck } from "../../src/layout/deck.ts";
import type { TextItem } from "../../src/model/page.ts";
import { rich } from "../../src/model/text.ts";
import { phraseFinder } from "../../src/text/index.ts";
import { deck, slide, text } from "./decks.ts";
import { fitNothing, look } from "./look.ts";

const ends = phraseFinder("ja-JP");
if (ends === undefined) throw new Error("no phrases of Japanese");

/** Each ends in a particle, so that any of them may follow another. */
const PHRASES =
  "来年度の 予算を 夜間の 点検に 三つの 工場で 修理の 費用を 顧客の 声を 改善に 仕組みを 全社で 経営会議の 承認を 春までに".split(
    " ",
  );

function linesOf(title: string): readonly string[] {
  const made = { ...deck(slide(text("body", "本文"), { title: rich(title) })), language: "ja-JP" };
  const { pages } = layoutDeck(made, look, { lenient: true }, fitNothing).pages;
  const item = pages[0]?.items.find(({ name }) => name === "Title") as TextItem;
  return (item.paragraphs[0]?.lines ?? []).map(({ runs }) => runs.map((run) => run.text).join(""));
}

/** Of lines but the last, those that end within a phrase. */
function torn(title: string, lines: readonly string[]): readonly string[] {
  const known = ends?.(title) ?? new Set();
  let at = 0;
  return lines.slice(0, -1).filter((line) => {
    at += line.length;
    return !known.has(at);
  });
}

test("the lines of a Japanese title end where its phrases do", () => {
  let broken = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PHRASES), { minLength: 9, maxLength: 14 }), (phrases) => {
      const title = `${phrases.join("")}始めます`;
      const lines = linesOf(title);
      expect(lines.join("")).toBe(title);
      if (lines.length < 2) return;
      broken += 1;
      expect(torn(title, lines)).toEqual([]);
    }),
    { numRuns: 150, seed: 18 },
  );
  expect(broken).toBeGreaterThan(50);
});

test("a title of one long word is broken where there is room, since no phrase ends in it", () => {
  const title = "国際".repeat(30);
  expect(linesOf(title).length).toBeGreaterThan(1);
});
