import { inchesToEmu } from "../../src/base/units.ts";
import type { Item, Page, PlacedParagraph } from "../../src/model/page.ts";

/** From where to where a slide's body stands at most, in EMU. */
const TOP = inchesToEmu(1.6);
const BOTTOM = inchesToEmu(6.6);

const isBody = ({ name }: Item): boolean => name !== "Source" && name !== "Tracker";

/** Share of a body's height that is blank at its bottom, from 0 to 1. */
function blank(page: Page): number {
  const ends = page.items
    .filter((item) => item.type !== "text" || (item.placeholder ?? "body") === "body")
    .filter(isBody)
    .map(({ frame }) => frame.y + frame.h);
  return Math.max(0, (BOTTOM - Math.max(TOP, ...ends)) / (BOTTOM - TOP));
}

/** The blank shares of all slides but the cover, smallest first, each with the slide's id. */
export const blanks = (pages: readonly Page[]): readonly (readonly [share: number, id: string])[] =>
  pages
    .filter(({ layout }) => layout !== "cover")
    .map((page) => [blank(page), page.id] as const)
    .sort(([a], [b]) => a - b);

/** Words from which on a paragraph is a sentence; fewer are a label or a name. */
const SENTENCE = 6;

const wordsIn = (text: string): number =>
  (text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? []).length;

const paragraphsOf = (item: Item): readonly PlacedParagraph[] => {
  if (item.type === "text") return item.decorative === true ? [] : item.paragraphs;
  return item.type === "table"
    ? item.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs))
    : [];
};

/** Paragraphs of the body of a page; titles and what stands at its foot are to be the same where they speak of the same. */
const bodyTexts = ({ items }: Page): readonly string[] =>
  items
    .filter((item) => item.type !== "text" || [undefined, "body"].includes(item.placeholder))
    .filter(({ name }) => name !== "Source")
    .flatMap(paragraphsOf)
    .map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join("")
        .trim(),
    );

/** Share of a deck's words that stand on an earlier slide in the same words. */
export function repeated(pages: readonly Page[]): number {
  const seen = new Set<string>();
  let all = 0;
  let again = 0;
  for (const page of pages) {
    const here = bodyTexts(page);
    for (const text of here) {
      const words = wordsIn(text);
      all += words;
      if (words >= SENTENCE && seen.has(text)) again += words;
    }
    for (const text of here) seen.add(text);
  }
  return all === 0 ? 0 : again / all;
}

const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|\\p{Ll}+kuuta";
const SCALES = "million|thousand|billion|miljoonaa|tuhatta|miljardia";

/** The end of one line and the start of the next one, where both are parts of one number or date. */
const PARTED: readonly (readonly [end: RegExp, start: RegExp])[] = [
  [/\d$/u, /^\d{3}(?!\d)/u],
  [/\d$/u, new RegExp(`^(%|points?\\b|prosenttiyksik|${SCALES})`, "u")],
  [/\b(EUR|GBP|USD|SEK|NOK|JPY|CHF)$/u, /^[−-]?\d/u],
  [/\d–$/u, /^\d/u],
  [/(?<![\d.,])\d{1,2}\.?$/u, new RegExp(`^(${MONTHS})`, "u")],
  [new RegExp(`(?<!\\p{L})(${MONTHS})$`, "u"), /^(19|20)\d\d/u],
  [/\b[QH]\d$/u, /^(19|20)\d\d/u],
];

/**
 * Breaks inside numbers, dates and names that would have had room on one line: as much as the widest line of the same
 * paragraph has, by the number of letters. `names` are those of the bundle's people.
 */
export function wraps(pages: readonly Page[], names: readonly string[] = []): readonly string[] {
  return pages.flatMap(({ id, items }) =>
    items.flatMap((item) =>
      paragraphsOf(item).flatMap(({ lines, runs }) => {
        const all = runs.map(({ text }) => text).join("");
        const texts = lines.map(({ runs }) => runs.map(({ text }) => text).join(""));
        const widest = Math.max(...texts.map((text) => text.trim().length));
        let reached = 0;
        return texts.slice(1).flatMap((next, n) => {
          const line = texts[n] ?? "";
          reached = all.indexOf(line, reached) + line.length;
          // A line that its author, or a slide, has ended.
          if (line.endsWith("\n") || all.charAt(reached) === "\n") return [];
          const [end, start] = [line.trimEnd(), next];
          const [last = ""] = end.match(/\S+(?:\u00a0\S+)*$/u) ?? [];
          const [first = ""] = start.match(/^\S+/u) ?? [];
          const inNumber =
            PARTED.some(([before, after]) => before.test(end) && after.test(start)) &&
            last.length + 1 + first.length < widest * ROOM;
          const inName = names.some(
            (name) =>
              name.length < widest * ROOM &&
              [...name.matchAll(/ /gu)].some(
                ({ index }) => end.endsWith(name.slice(0, index)) && start.startsWith(name.slice(index + 1)),
              ),
          );
          return inNumber || inName ? [`${id}, ${item.name}: ${end.slice(-40)} | ${start.slice(0, 40)}`] : [];
        });
      }),
    ),
  );
}

/** Share of the widest line that must hold what belongs together: letters differ in width, and another font may be wider. */
const ROOM = 0.7;
