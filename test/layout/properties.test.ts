import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, frame, overlaps } from "../../src/base/geometry.ts";
import { rolesOf } from "../../src/layout/roles.ts";
import type { Block } from "../../src/model/deck.ts";
import type { Page } from "../../src/model/page.ts";
import { plain } from "../../src/model/text.ts";
import { allRuns, anySlide, bodyItems, deck, lay, wordsOf } from "./decks.ts";
import { look } from "./look.ts";

/** Whatever is composed: these hold on every page of every deck. */
const RUNS = { numRuns: 80, seed: 20_261_118 };
const frames = look.frames;
/** Rounding of edges to whole EMU adds up to less than a tenth of a point. */
const HAIR = 1_270;

const inset = (page: Page) => page.items.filter((item) => item.type === "text");

describe("random decks", () => {
  test("every item lies inside the slide, the body's inside its frame", () => {
    fc.assert(
      fc.property(anySlide, (one) => {
        const { pages, diagnostics } = lay(deck(one));
        if (diagnostics.length > 0) return;
        const whole = frame(0, 0, pages.width, pages.height);
        for (const page of pages.pages) {
          for (const item of page.items) expect(contains(whole, item.frame, HAIR), item.name).toBe(true);
          for (const item of bodyItems(page))
            expect(contains(frames[page.layout].body, item.frame, HAIR), item.name).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("no two texts overlap, nor tables, charts or pictures", () => {
    fc.assert(
      fc.property(anySlide, (one) => {
        const { pages, diagnostics } = lay(deck(one));
        if (diagnostics.length > 0) return;
        for (const page of pages.pages) {
          const solid = page.items.filter((item) => item.type !== "shape");
          solid.forEach((a, index) => {
            for (const b of solid.slice(index + 1)) {
              const shrunk = frame(
                a.frame.x + HAIR,
                a.frame.y + HAIR,
                Math.max(1, a.frame.w - 2 * HAIR),
                Math.max(1, a.frame.h - 2 * HAIR),
              );
              expect(overlaps(shrunk, b.frame), `${a.name} over ${b.name}`).toBe(false);
            }
          });
        }
      }),
      RUNS,
    );
  });

  test("every text fits its box", () => {
    fc.assert(
      fc.property(anySlide, (one) => {
        const { pages, diagnostics } = lay(deck(one));
        if (diagnostics.length > 0) return;
        for (const page of pages.pages) {
          for (const item of inset(page)) {
            if (item.geometry === "ellipse") continue;
            const height = item.paragraphs.reduce(
              (sum, p) =>
                sum +
                p.spaceBefore +
                Math.max(1, p.lines.length) * Math.max(0, ...p.runs.map((run) => run.size)) * 1.2,
              0,
            );
            expect(height * 12_700, item.name).toBeLessThanOrEqual(
              item.frame.h - item.insets.top - item.insets.bottom + HAIR,
            );
            for (const p of item.paragraphs) {
              for (const line of p.lines) {
                expect(line.width * 12_700, item.name).toBeLessThanOrEqual(
                  item.frame.w - item.insets.left - item.insets.right - p.indent + HAIR,
                );
              }
            }
          }
        }
      }),
      RUNS,
    );
  });

  test("nothing is lost and nothing said twice when a slide goes on", () => {
    fc.assert(
      fc.property(anySlide, (one) => {
        const { pages } = lay(deck(one), true);
        expect(occurrences(pages.pages.flatMap(bodyItems).map(wordsOf).join("\n"))).toEqual(
          occurrences(textsOf(one.body, pages.pages)),
        );
      }),
      RUNS,
    );
  });

  test("no text is smaller than its role allows, and a role has one size on a page", () => {
    fc.assert(
      fc.property(anySlide, (one) => {
        const { pages } = lay(deck(one));
        const least = Math.min(
          ...[...rolesOf(one.body)].map((role) => look.role(role).min),
          look.role("source").min,
        );
        for (const { run } of allRuns(pages)) expect(run.size).toBeGreaterThanOrEqual(least);
        for (const each of pages.pages) {
          // A timeline's row and a card hold texts of several roles in one shape.
          const page = { ...each, items: each.items.filter((item) => !/^(Row|Card)/.test(item.name)) };
          const sizes = new Map<string, Set<number>>();
          for (const { role, run } of allRuns({ ...pages, pages: [page] })) {
            if (role === "table") continue;
            sizes.set(role, (sizes.get(role) ?? new Set<number>()).add(run.size));
          }
          for (const [role, found] of sizes) expect(found.size, role).toBe(1);
        }
      }),
      RUNS,
    );
  });

  test("names are unique on a page, the title comes first", () => {
    fc.assert(
      fc.property(anySlide, (one) => {
        for (const page of lay(deck(one), true).pages.pages) {
          const names = page.items.map((item) => item.name);
          expect(new Set(names).size).toBe(names.length);
          expect(names[0]).toBe("Title");
        }
      }),
      RUNS,
    );
  });

  test("the same deck gives the same pages, and is not changed", () => {
    fc.assert(
      fc.property(anySlide, (one) => {
        const before = JSON.stringify(one);
        expect(lay(deck(one), true)).toEqual(lay(deck(one), true));
        expect(JSON.stringify(one)).toBe(before);
      }),
      { ...RUNS, numRuns: 30 },
    );
  });
});

/** How often each word is there. */
function occurrences(words: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words
    .split(/\s+/)
    .filter((one) => one !== "")
    .toSorted())
    counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/**
 * The texts of a body's texts and tables, header rows once for every table on the pages. Charts, timelines and maps say
 * their own words; those are taken from the pages, since maps may leave labels to their legend.
 */
function textsOf(body: Block, pages: readonly Page[]): string {
  const words: string[] = [];
  const heads = new Map<string, string>();
  const walk = (block: Block): void => {
    if (block.type === "text") words.push(...block.paragraphs.map((one) => plain(one.text)));
    else if (block.type === "stack" || block.type === "columns") block.children.forEach(walk);
    else if (block.type === "panel") walk(block.child);
    else if (block.type === "table") {
      words.push(...block.rows.flatMap((row) => row.map((cell) => plain(cell.text))));
      const head = block.head.map((cell) => plain(cell.text)).join("\n");
      heads.set(head, head);
    }
  };
  walk(body);
  for (const item of pages.flatMap(bodyItems)) {
    if (item.type === "table" && item.headerRow) {
      words.push(
        item.rows[0]?.cells
          .map((cell) => cell.paragraphs.map((p) => p.runs.map((run) => run.text).join("")).join(""))
          .join("\n") ?? "",
      );
    } else if (
      item.type === "text" &&
      /^(Point|Dot|Band|Vertical|Horizontal|Row|Bar|Tick|Period|Day|Date|Caption)/.test(item.name)
    ) {
      words.push(wordsOf(item));
    }
  }
  return words.join("\n");
}
