import { all, type Element, textOf } from "../../../ooxml/xml.ts";
import type { DeckParts } from "./parts.ts";

/** Document properties that people write, under the names that PowerPoint and Explorer show. */
export const PROPERTIES = ["title", "subject", "keywords", "comments", "category", "status"] as const;
export type Property = (typeof PROPERTIES)[number];

/** Elements of docProps/core.xml. Programs state who saved, when and how often, so these are left out. */
const ELEMENTS: Readonly<Record<Property, string>> = {
  title: "dc:title",
  subject: "dc:subject",
  keywords: "cp:keywords",
  comments: "dc:description",
  category: "cp:category",
  status: "cp:contentStatus",
};

/** The properties of a file as people read them; "" for what is not there. */
export function digestProperties(parts: DeckParts): Readonly<Record<Property, string>> {
  const core = parts.element("/docProps/core.xml");
  const say = (name: string): string =>
    core === undefined ? "" : all(core, name).map(textOf).join("").trim();
  const said = Object.fromEntries(PROPERTIES.map((name) => [name, say(ELEMENTS[name])])) as Record<
    Property,
    string
  >;
  // Programs part keywords with commas, semicolons or, as LibreOffice does, with spaces alone.
  const words = said.keywords.split(/[\s,;]+/).filter((word) => word !== "");
  return { ...said, keywords: words.join(" ") };
}

export interface SectionDigest {
  readonly names: readonly string[];
  /** By the id of a slide: which of them it is in, from 0. */
  readonly of: ReadonlyMap<number, number>;
}

/** PowerPoint's list of sections ([MS-PPTX] 2.2.5.4). */
export function digestSections(presentation: Element | undefined): SectionDigest {
  const sections = presentation === undefined ? [] : all(presentation, "p14:section");
  return {
    names: sections.map(({ attributes }) => attributes["name"] ?? ""),
    of: new Map(
      sections.flatMap((section, n) =>
        all(section, "p14:sldId").map(({ attributes }) => [Number(attributes["id"]), n] as const),
      ),
    ),
  };
}
