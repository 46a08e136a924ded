import type { Compiled } from "../../compile.ts";
import { pathText } from "../../diagnostics/path.ts";
import { sceneOf } from "../../formats/scene/page.ts";
import { drawSvg } from "../../formats/svg/draw.ts";
import { pictureAddresses } from "../../formats/svg/pictures.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Item, Page } from "../../model/page.ts";
import { plain } from "../../model/text.ts";
import type { Part, SlideFacts } from "./message.ts";
import { type Places, spotOf } from "./spot.ts";

export interface Slide {
  readonly id: string;
  readonly svg: string;
  readonly facts: Omit<SlideFacts, "findings">;
}

/** Every page as the PowerPoint writer gets it, drawn, with what is said about it and where it is written. */
export async function slidesOf(compiled: Compiled, places: Places): Promise<readonly Slide[]> {
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
  return pages.pages.map((page) => ({
    id: page.id,
    svg: drawSvg(sceneOf(page, pages, look), { page: (id) => `#${id}`, picture, as: "part" }),
    facts: {
      number: page.number,
      title: page.title,
      section: sections.get(page.id) ?? "",
      notes: page.notes.map(plain),
      parts: partsOf(page, compiled, places),
    },
  }));
}

/** What a page shows, once for each place in the bundle that it comes from, in reading order. */
function partsOf(page: Page, { places }: Compiled, where: Places): readonly Part[] {
  const parts = new Map<string, Part>();
  const add = (path: JsonPath, says: string): void => {
    const key = JSON.stringify(path);
    if (!parts.has(key)) parts.set(key, { ...spotOf(path, places.value(path), where), key, says });
  };
  // Items that name no place of their own come from the page as a whole.
  for (const item of page.items) {
    const from = item.from ?? page.from[0];
    if (from !== undefined) add(from, saysOf(item) || pathText(from));
  }
  for (const path of page.from) add(path, pathText(path));
  return [...parts.values()];
}

/** Characters of what stands there that tell it from the rest. */
const TELLING = 70;

function saysOf(item: Item): string {
  const text =
    item.type === "text"
      ? item.paragraphs.map(({ runs }) => runs.map((run) => run.text).join("")).join(" ")
      : (item.alt ?? "");
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= TELLING ? line : `${line.slice(0, TELLING - 1).trimEnd()}…`;
}
