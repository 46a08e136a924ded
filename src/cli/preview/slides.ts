import type { Compiled } from "../../compile.ts";
import { pathText } from "../../diagnostics/path.ts";
import { sceneOf } from "../../formats/scene/page.ts";
import { drawSvg } from "../../formats/svg/draw.ts";
import { pictureAddresses } from "../../formats/svg/pictures.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Page, PlacedParagraph } from "../../model/page.ts";
import { plain } from "../../model/text.ts";
import { marked } from "./marked.ts";
import type { Part, SlideFacts } from "./message.ts";
import { originsOf, type PageOrigins, writingsOf } from "./origins.ts";
import { type Places, spotOf } from "./spot.ts";

export interface Slide {
  readonly id: string;
  readonly svg: string;
  readonly facts: Omit<SlideFacts, "findings">;
}

/** Drawings of the last time by page, with all that they were drawn from. */
export type Drawings = Map<string, { readonly source: string; readonly svg: string }>;

/**
 * Every page as the PowerPoint writer gets it, drawn, with what is said about it and where it is written. Drawings of
 * pages that are as they were are taken from `drawings`, which then holds those of this time.
 */
export async function slidesOf(
  compiled: Compiled,
  places: Places,
  drawings: Drawings,
): Promise<readonly Slide[]> {
  const { pages, look, pictures } = compiled;
  const picture = await pictureAddresses(pages, {
    readPicture: async (file) => {
      const found = pictures[file];
      if (found === undefined) throw new Error(`picture ${file} was not read`);
      return found.bytes;
    },
  });
  const sections = new Map(
    pages.sections.flatMap(({ name, pages: ids }) => ids.map((id) => [id, name] as const)),
  );
  const { properties, language, width, height } = pages;
  const common = JSON.stringify([properties, language, width, height, look.theme]);
  const before = new Map(drawings);
  drawings.clear();
  const writings = writingsOf(compiled);
  return pages.pages.map((page) => {
    const origins = originsOf(page, writings);
    const files = page.items.flatMap((item) => (item.type === "picture" ? [picture(item.file)] : []));
    const source = `${common}${JSON.stringify([page, origins])}${files.join()}`;
    const old = before.get(page.id);
    const svg =
      old?.source === source
        ? old.svg
        : drawSvg(marked(sceneOf(page, pages, look), page, origins), {
            page: (id) => `#${id}`,
            picture,
            as: "part",
          });
    drawings.set(page.id, { source, svg });
    const facts = {
      number: page.number,
      title: page.title,
      section: sections.get(page.id) ?? "",
      notes: page.notes.map(plain),
      parts: partsOf(page, origins, compiled, places),
    };
    return { id: page.id, svg, facts };
  });
}

/** What a page shows, once for each place in the bundle that it comes from, in reading order. */
function partsOf(page: Page, origins: PageOrigins, { places }: Compiled, where: Places): readonly Part[] {
  const parts = new Map<string, Part>();
  const add = (path: JsonPath | undefined, says: string): void => {
    if (path === undefined) return;
    const key = JSON.stringify(path);
    if (!parts.has(key))
      parts.set(key, { ...spotOf(path, places.value(path), where), key, says: shortened(says) });
  };
  for (const [n, item] of page.items.entries()) {
    const { path, paragraphs = [], cells = [] } = origins[n] ?? {};
    if (item.type === "text")
      for (const [p, one] of item.paragraphs.entries()) add(paragraphs[p], wordsOf([one]));
    if (item.type === "table")
      for (const [r, row] of item.rows.entries())
        for (const [c, cell] of row.cells.entries())
          for (const [p, one] of cell.paragraphs.entries()) add(cells[r]?.[c]?.[p], wordsOf([one]));
    add(path, (item.type === "text" ? wordsOf(item.paragraphs) : item.alt) || pathText(path ?? []));
  }
  for (const path of page.from) add(path, pathText(path));
  return [...parts.values()];
}

const wordsOf = (paragraphs: readonly PlacedParagraph[]): string =>
  paragraphs.map(({ runs }) => runs.map((run) => run.text).join("")).join(" ");

/** Characters of what stands there that tell it from the rest. */
const TELLING = 70;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= TELLING ? line : `${line.slice(0, TELLING - 1).trimEnd()}…`;
}
