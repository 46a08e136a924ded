import { drawDeck, type Pictures } from "../../../src/formats/pptx/draw/deck.ts";
import { writePptx } from "../../../src/formats/pptx/write.ts";
import type { Item, Page, Pages } from "../../../src/model/page.ts";
import { parse, readRelationships } from "../../../src/ooxml/parse.ts";
import { readZip } from "../../../src/ooxml/unzip.ts";
import { all, child, type Element, textOf } from "../../../src/ooxml/xml.ts";
import { look } from "../../layout/look.ts";
import { PIXEL } from "./items.ts";
import { context, pages } from "./pages.ts";

export type Files = ReadonlyMap<string, Uint8Array>;

/** What PptxGenJS alone makes of the pages. */
export async function drawnFiles(pages: Pages): Promise<Files> {
  const pictures: Pictures = new Map(
    pages.pages
      .flatMap((page) => page.items)
      .filter((item) => item.type === "picture" || (item.type === "chart" && item.chart.render === "picture"))
      .map((item) => [item, PIXEL]),
  );
  const drawn = await drawDeck(pages, look, pictures, () => 1);
  return new Map([...drawn].map(([path, file]) => [path, new Uint8Array(Buffer.from(file as string))]));
}

/** What the writer makes of them. */
export const writtenFiles = async (pages: Pages): Promise<Files> => readZip(await writePptx(pages, context));

export function part(files: Files, path: string): Element {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`no ${path}`);
  return parse(bytes);
}

export const source = (files: Files, path: string): string => new TextDecoder().decode(files.get(path));

export const list = (root: Element, name: string): readonly Element[] => [...all(root, name)];

/** Paths under a folder that end in .xml, in order. */
export const under = (files: Files, folder: string): readonly string[] =>
  [...files.keys()]
    .filter((path) => path.startsWith(folder) && path.endsWith(".xml") && !path.includes("_rels"))
    .sort();

/** The shape of a name on a slide. */
export function shapeNamed(slide: Element, name: string): Element {
  const kinds = ["p:sp", "p:cxnSp", "p:pic", "p:graphicFrame"];
  const found = kinds
    .flatMap((kind) => list(slide, kind))
    .find((shape) => list(shape, "p:cNvPr")[0]?.attributes["name"] === name);
  if (found === undefined) throw new Error(`no shape "${name}"`);
  return found;
}

/** The paragraphs of a shape as text. */
export const paragraphsOf = (shape: Element): readonly string[] =>
  list(shape, "a:p").map((p) => list(p, "a:t").map(textOf).join(""));

export const propertiesOf = (shape: Element): Element => {
  const found = child(shape, "p:spPr");
  if (found === undefined) throw new Error("no shape properties");
  return found;
};

/** The slide that these items alone make. */
export async function alone(items: readonly Item[], layout: Page["layout"] = "cover"): Promise<Element> {
  const [page] = pages.pages;
  const last = pages.pages.at(-1);
  if (page === undefined || last === undefined) throw new Error("no page");
  return part(
    await writtenFiles({ ...pages, sections: [], pages: [{ ...page, layout, items }, last] }),
    "ppt/slides/slide1.xml",
  );
}

/** The relationships of a slide. */
export const relationships = (files: Files, number: number) =>
  readRelationships(
    `/ppt/slides/slide${number}.xml`,
    files.get(`ppt/slides/_rels/slide${number}.xml.rels`) ?? "",
  );
