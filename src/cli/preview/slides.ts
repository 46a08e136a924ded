import { kept } from "../../base/kept.ts";
import { displayListOf } from "../../formats/display/page/page.ts";
import { drawSvg } from "../../formats/markup/draw.ts";
import { pictureAddresses } from "../../formats/markup/pictures.ts";
import type { Page } from "../../model/page.ts";
import { plain } from "../../model/text.ts";
import type { Laid } from "../../stages.ts";
import { marked } from "./marked.ts";
import type { SlideFacts } from "./message.ts";

export interface DrawnSlide {
  readonly id: string;
  readonly svg: string;
  readonly facts: Omit<SlideFacts, "findings">;
}

/** A page as it was drawn, and all that its drawing came from. */
interface Drawing {
  readonly page: Page;
  /** Content that it shares with the other pages, and its pictures. */
  readonly common: string;
  readonly section: string;
  readonly slide: DrawnSlide;
}

/** Drawings of the last time by the id of their page. */
export type Drawings = Map<string, Drawing>;

/**
 * Every page as the PowerPoint writer gets it, drawn, with what is said about it. Drawings of pages that are as they were
 * are taken from `drawings`, which then holds those of this time.
 */
export async function slidesOf(
  { pages, look, pictures }: Laid,
  drawings: Drawings,
): Promise<readonly DrawnSlide[]> {
  const picture = await pictureAddresses(pages, {
    look,
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
  const all = JSON.stringify([properties, language, width, height, look.key]);
  const before = new Map(drawings);
  drawings.clear();
  return pages.pages.map((page) => {
    const files = page.items.flatMap((item) => (item.type === "picture" ? [picture(item.file)] : []));
    const common = `${all}${files.join()}`;
    const section = sections.get(page.id) ?? "";
    const known = before.get(page.id);
    if (known?.page === page && known.common === common && known.section === section) {
      drawings.set(page.id, known);
      return known.slide;
    }
    const slide = kept(known?.slide, {
      id: page.id,
      svg: drawSvg(marked(displayListOf(page, pages, look), page), {
        page: (id) => `#${id}`,
        picture,
        as: "part",
      }),
      facts: { number: page.number, title: page.title, section, notes: page.notes.map(plain) },
    });
    drawings.set(page.id, { page, common, section, slide });
    return slide;
  });
}
