import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { ChartItem, Item } from "../../src/model/page.ts";
import type { PlacedChart } from "../../src/model/placed.ts";
import { parse } from "../../src/ooxml/parse.ts";
import { readZip } from "../../src/ooxml/unzip.ts";
import { all, type Element } from "../../src/ooxml/xml.ts";
import { render } from "../../src/render.ts";
import type { Compiled } from "../../src/stages.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "samples");

/** What a native chart of the written file consists of. */
export interface WrittenChart {
  readonly chart: Element;
  readonly workbook: Uint8Array;
  readonly shapes?: Element;
}

/** A slide of the written file, found by its number, with the charts on it. */
export interface WrittenSlide {
  readonly slide: Element;
  readonly charts: readonly WrittenChart[];
}

export interface Gallery {
  readonly compiled: Compiled;
  /** The theme part of the written deck. */
  readonly theme: Element;
  /** The slide of a chart, by the chart's id in the bundle. */
  readonly slideOf: (id: string) => WrittenSlide;
  /** What the layout put on that slide. */
  readonly itemsOf: (id: string) => readonly Item[];
  readonly charts: readonly ChartItem["chart"][];
}

/** The gallery deck, built from its bundle as the command line does, written, and opened again. */
export const readGallery = (): Promise<Gallery> =>
  readDeck(new Uint8Array(readFileSync(join(FOLDER, "gallery.json"))));

/** The deck of a bundle in the folder of the samples, built, written, and opened again. */
export async function readDeck(bytes: Uint8Array): Promise<Gallery> {
  const host = createNodeHost();
  const compiled = await compileBundle({ bytes, file: "gallery.json", root: FOLDER }, host);
  const files = await readZip(await render(compiled, "pptx", host));
  const part = (name: string): Uint8Array => {
    const found = files.get(name);
    if (found === undefined) throw new Error(`the deck has no ${name}`);
    return found;
  };
  const { pages } = compiled.pages;
  const pageOf = (id: string) => {
    const found = pages.find(
      ({ id: name, items }) =>
        name === `evidence-${id}` || items.some((item) => item.type === "chart" && item.chart.id === id),
    );
    if (found === undefined)
      throw new Error(`no page shows ${id}: ${pages.map((page) => page.id).join(", ")}`);
    return found;
  };
  const slideOf = (id: string): WrittenSlide => {
    const name = `ppt/slides/slide${pageOf(id).number}.xml`;
    const slide = parse(part(name));
    const targets = relationsOf(parse(part(relationsName(name))), name);
    const charts = [...all(slide, "c:chart")].map((reference): WrittenChart => {
      const at = targets.get(reference.attributes["r:id"] ?? "") ?? "";
      const own = [...relationsOf(parse(part(relationsName(at))), at).values()];
      const workbook = own.find((target) => target.endsWith(".xlsx")) ?? "";
      const shapes = own.find((target) => target.includes("/drawings/"));
      return {
        chart: parse(part(at)),
        workbook: part(workbook),
        ...(shapes === undefined ? {} : { shapes: parse(part(shapes)) }),
      };
    });
    return { slide, charts };
  };
  return {
    compiled,
    theme: parse(part("ppt/theme/theme1.xml")),
    slideOf,
    itemsOf: (id) => pageOf(id).items,
    charts: pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === "chart" ? [item.chart] : [])),
    ),
  };
}

const relationsName = (name: string): string => name.replace(/([^/]+)$/, "_rels/$1.rels");

/** Part names by relationship id, resolved against the part that has them (Open Packaging Conventions, 6.5). */
function relationsOf(relations: Element, from: string): ReadonlyMap<string, string> {
  return new Map(
    [...all(relations, "Relationship")].map(({ attributes }) => [
      attributes["Id"] ?? "",
      new URL(attributes["Target"] ?? "", `part:/${from}`).pathname.slice(1),
    ]),
  );
}

/** Of a chart of places along a width, the sheet has two rows a column: the place of the model behind each row. */
export function placesOf({ coordinates, layers }: PlacedChart): readonly number[] | undefined {
  if (coordinates.type !== "category" || coordinates.steps === undefined) return undefined;
  const series = layers.flatMap((layer) =>
    "series" in layer && layer.type === "areas" ? layer.series.map(({ values }) => values) : [],
  );
  return coordinates.categories
    .flatMap((_, n) => (n === 0 || series.some((values) => values[n] !== values[n - 1]) ? [n] : []))
    .flatMap((n) => [n, n]);
}
/** The values of the model as the sheet tells them. */
export const told = <T>(chart: PlacedChart, values: readonly T[]): readonly T[] =>
  placesOf(chart)?.flatMap((n) => values.slice(n, n + 1)) ?? values;
