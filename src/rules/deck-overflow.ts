import { emuToPt } from "../base/units.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Insets, Item, Page, PlacedParagraph } from "../model/page.ts";
import { at } from "./facts/pages.ts";
import type { Finding, Rule } from "./rule.ts";

/** Single line pitch as a multiple of the size, as the layout sets it. */
const PITCH = 1.2;
/** Most that rounding to whole EMU can add up to, in pt. */
const SLACK = 1;

export const deckOverflow: Rule = {
  code: "deck/overflow",
  severity: "error",
  on: "pages",
  asks: "Everything fits on its slide at a size that is read: no text is higher than its box, and nothing runs into the sources or off the page.",
  why: "Cut-off text says that nobody looked before it was sent.",
  hint: "Shorten the text of this slide, or spread it over more items so that it can go on.",
  source: "Foredeck's own measure of text; PowerPoint wraps, but does not shrink",
  examples: {
    valid: { why: { statement: "Customers leave unheard.", situation: "We answer within a week." } },
    invalid: {
      charts: [
        { id: "a", kind: "column", message: "Stays grew longer in 2026", metrics: ["stay"], supports: ["g"] },
      ],
      why: {
        statement: "Customers leave unheard.",
        reasons: [
          {
            claim: "Customers leave unheard",
            because: "Most customers are answered within a week of asking, and most of them stay. ".repeat(
              24,
            ),
            evidence: ["a"],
          },
        ],
      },
    },
  },
  check: ({ pages }) =>
    pages.pages.flatMap((page) => {
      const floor = floorOf(page, emuToPt(pages.height));
      const [worst] = page.items
        .filter((item) => !isFurniture(item))
        .map((item) => ({
          item,
          over: Math.max(tooHigh(item), emuToPt(item.frame.y) + emuToPt(item.frame.h) - floor),
        }))
        .filter(({ over }) => over > SLACK)
        .sort((a, b) => b.over - a.over);
      if (worst === undefined) return pressed(page);
      return [
        {
          what: `On the slide ${quoted(page.title)} ${quoted(worst.item.name)} is ${Math.ceil(worst.over)} pt too high.`,
          ...at(page, worst.item.from),
        },
      ];
    }),
};

/** Text that fits because it was set smaller than its theme allows, as --lenient does. */
function pressed(page: Page): readonly Finding[] {
  const [worst] = (page.pressed ?? []).toSorted((a, b) => b.least - b.size - (a.least - a.size));
  if (worst === undefined) return [];
  return [
    {
      what: `On the slide ${quoted(page.title)} text is pressed down to ${worst.size} pt; the theme sets it at ${worst.least} pt or more.`,
      ...at(page),
    },
  ];
}

/** Sources and footers stand below the body; the title has a rule of its own. */
const isFurniture = (item: Item): boolean =>
  item.type === "text" && (item.role === "source" || (item.placeholder ?? "body") !== "body");

/** Returns the lowest end of the body, in pt: the top of the first item at the foot, else the slide edge. */
const floorOf = (page: Page, height: number): number =>
  Math.min(
    height,
    ...page.items
      .filter(isFurniture)
      .map((item) => emuToPt(item.frame.y))
      .filter((top) => top > height * 0.75),
  );

/** By how many pt the text of an item is higher than its box, or than its row; 0 where it fits. */
function tooHigh(item: Item): number {
  if (item.type === "text")
    return Math.max(0, textHeight(item.paragraphs, item.insets) - emuToPt(item.frame.h));
  if (item.type !== "table") return 0;
  const rows = item.rows.reduce((sum, { height }) => sum + emuToPt(height), 0);
  const cells = item.rows.flatMap(({ height, cells }) =>
    cells.map(({ paragraphs, insets }) => textHeight(paragraphs, insets ?? item.insets) - emuToPt(height)),
  );
  return Math.max(0, rows - emuToPt(item.frame.h), ...cells);
}

const textHeight = (paragraphs: readonly PlacedParagraph[], { top, bottom }: Insets): number =>
  paragraphs.reduce((sum, each) => sum + each.spaceBefore + heightOf(each), 0) +
  emuToPt(top) +
  emuToPt(bottom);

const heightOf = (paragraph: PlacedParagraph): number =>
  paragraph.lines.reduce((sum, line) => {
    const runs = line.runs.length > 0 ? line.runs : paragraph.runs;
    return sum + Math.max(0, ...runs.map((run) => run.size)) * PITCH * paragraph.spacing;
  }, 0);
