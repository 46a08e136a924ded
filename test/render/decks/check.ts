import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { relationshipsName } from "../../../src/ooxml/package.ts";
import { parse, readRelationships } from "../../../src/ooxml/parse.ts";
import { readZip } from "../../../src/ooxml/unzip.ts";
import { all, child, descendant, type Element } from "../../../src/ooxml/xml.ts";

const run = promisify(execFile);

/** A rectangle in pt from the top left of the slide. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
interface Word extends Box {
  readonly text: string;
}
interface DrawnPage extends Box {
  readonly words: readonly Word[];
}

const EMU = 12_700;
/** A word may stick out of its box by this much, in pt: boxes of words are those of their fonts, not of their ink. */
const TOLERANCE = 3;
/** Share of the smaller word's area that another word may cover. */
const SHARE = 0.35;

/**
 * Looks at a deck as a renderer that is not ours has drawn it: every word of the PDF must lie on its slide, inside the
 * box of some shape, table, picture or chart of the deck, and not over another word. One string a finding.
 */
export async function findingsIn(deck: Uint8Array, pdf: Uint8Array): Promise<readonly string[]> {
  const [slides, pages] = await Promise.all([boxesOf(deck), wordsOf(pdf)]);
  if (slides.length !== pages.length) return [`${slides.length} slides are ${pages.length} pages`];
  return pages.flatMap((page, index) => {
    const boxes = slides[index] ?? [];
    const found = page.words.flatMap((word) => {
      if (!inside(word, page, 1)) return [`"${word.text}" is off the slide`];
      return boxes.some((box) => inside(word, box, TOLERANCE)) ? [] : [`"${word.text}" spills from its box`];
    });
    return [...found, ...collisions(page.words)].map((what) => `slide ${index + 1}: ${what}`);
  });
}

const inside = (word: Word, box: Box, spare: number): boolean =>
  word.left >= box.left - spare &&
  word.top >= box.top - spare &&
  word.right <= box.right + spare &&
  word.bottom <= box.bottom + spare;

function collisions(words: readonly Word[]): readonly string[] {
  const area = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);
  const down = words.toSorted((a, b) => a.top - b.top);
  return down.flatMap((a, index) => {
    const found: string[] = [];
    for (const b of down.slice(index + 1)) {
      if (b.top >= a.bottom) break;
      const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const smaller = Math.min(area(a), area(b));
      if (w > 0 && h > 0 && smaller > 0 && (w * h) / smaller > SHARE)
        found.push(`"${a.text}" and "${b.text}" are printed over one another`);
    }
    return found;
  });
}

/** The boxes of everything on each slide, and of the placeholders that it may inherit them from, read from the file. */
async function boxesOf(deck: Uint8Array): Promise<readonly (readonly Box[])[]> {
  const files = await readZip(deck);
  const bytes = (part: string): Uint8Array => {
    const found = files.get(part.slice(1));
    if (found === undefined) throw new Error(`the deck has no ${part}`);
    return found;
  };
  const targets = (part: string, kind: string): readonly string[] =>
    readRelationships(part, bytes(relationshipsName(part))).flatMap((one) =>
      one.type.endsWith(`/${kind}`) ? [one.target] : [],
    );
  const framed = (part: string): readonly Box[] => {
    const tree = descendant(parse(bytes(part)), "p:cSld", "p:spTree");
    if (tree === undefined) return [];
    return ["p:sp", "p:pic", "p:graphicFrame", "p:cxnSp"].flatMap((name) =>
      [...all(tree, name)].flatMap((shape) => boxOf(shape) ?? []),
    );
  };
  const presentation = "/ppt/presentation.xml";
  const byId = new Map(
    readRelationships(presentation, bytes(relationshipsName(presentation))).map((one) => [
      one.id,
      one.target,
    ]),
  );
  return [...all(parse(bytes(presentation)), "p:sldId")].flatMap(({ attributes }) => {
    const slide = byId.get(attributes["r:id"] ?? "");
    // Sections of PowerPoint's own list name slides by another id, and stand in an element of another name.
    if (slide === undefined) return [];
    const layouts = targets(slide, "slideLayout");
    const masters = layouts.flatMap((layout) => targets(layout, "slideMaster"));
    return [[slide, ...layouts, ...masters].flatMap(framed)];
  });
}

function boxOf(shape: Element): Box | undefined {
  const transform = descendant(shape, "p:spPr", "a:xfrm") ?? child(shape, "p:xfrm");
  const at = transform && child(transform, "a:off")?.attributes;
  const size = transform && child(transform, "a:ext")?.attributes;
  if (at === undefined || size === undefined) return undefined;
  const [left, top] = [Number(at["x"]) / EMU, Number(at["y"]) / EMU];
  return { left, top, right: left + Number(size["cx"]) / EMU, bottom: top + Number(size["cy"]) / EMU };
}

/** The words of every page of a PDF with their boxes, by Poppler. */
async function wordsOf(pdf: Uint8Array): Promise<readonly DrawnPage[]> {
  const folder = await mkdtemp(join(tmpdir(), "foredeck-decks-"));
  try {
    const file = join(folder, "deck.pdf");
    await writeFile(file, pdf);
    const { stdout } = await run("pdftotext", ["-bbox-layout", file, "-"], { maxBuffer: 1 << 28 });
    return stdout.split("<page ").slice(1).map(pageOf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;

function pageOf(xml: string): DrawnPage {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(xml) ?? [];
  const words = Array.from(xml.matchAll(WORD), ([, left, top, right, bottom, text = ""]) => ({
    text,
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
  const drawn = words.filter(({ text }) => text.trim() !== "");
  return { left: 0, top: 0, right: Number(width), bottom: Number(height), words: drawn };
}
