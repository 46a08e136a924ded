import type { Pages } from "../../model/page.ts";
import { guid } from "../../ooxml/hash.ts";
import { NS } from "../../ooxml/namespaces.ts";
import { type Element, el } from "../../ooxml/xml.ts";

/** Ids of slides begin here (ECMA-376 Part 1, 19.7.13). */
const FIRST_SLIDE_ID = 256;

export const slideId = (index: number): number => FIRST_SLIDE_ID + index;

/**
 * PowerPoint's own list of sections ([MS-PPTX] 2.2.5.4). Every slide is in exactly one, or PowerPoint repairs the file;
 * a page that no section lists goes where its own `section` says. Ids come from the section's, never from chance.
 */
export function sectionList(pages: Pages): Element | undefined {
  const listed = new Map(
    pages.sections.flatMap((section) => section.pages.map((page) => [page, section.id] as const)),
  );
  const groups = pages.sections.map((section) => ({
    section,
    slides: pages.pages.flatMap((page, index) =>
      (listed.get(page.id) ?? page.section) === section.id ? [index] : [],
    ),
  }));
  const placed = groups.reduce((sum, { slides }) => sum + slides.length, 0);
  if (pages.sections.length === 0) return undefined;
  if (placed !== pages.pages.length)
    throw new Error(`${pages.pages.length - placed} slides are in no section`);
  const made = groups.filter(({ slides }) => slides.length > 0);
  return el(
    "p:ext",
    { uri: "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}" },
    el(
      "p14:sectionLst",
      { "xmlns:p14": NS.p14 },
      made.map(({ section, slides }) =>
        el(
          "p14:section",
          { name: section.name, id: guid(`section:${section.id}`) },
          el(
            "p14:sldIdLst",
            {},
            slides.map((index) => el("p14:sldId", { id: slideId(index) })),
          ),
        ),
      ),
    ),
  );
}
