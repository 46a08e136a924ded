import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pt } from "../../src/base/units.ts";
import type { WriteContext } from "../../src/formats/contract/format.ts";
import { createPictures } from "../../src/formats/picture/on-demand.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { createSubset } from "../../src/host/subset.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import type { Item, Page, Pages, PlacedParagraph } from "../../src/model/page.ts";
import type { Compiled } from "../../src/stages.ts";
import { look } from "../layout/look.ts";
import { compile, compileFile, contract as contractBundle } from "../rules/compiled.ts";
import { HOSTILE, PIXEL } from "./pptx/items.ts";
import { pages } from "./pptx/pages.ts";

export { HOSTILE, look };

const SAMPLES = join(import.meta.dirname, "..", "..", "samples");

/** Every bundle of the repository that must build. */
export const BUNDLES: readonly string[] = [
  "test/bundles/customer-listening.json",
  ...readdirSync(SAMPLES)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => `samples/${file}`),
];

export const contract = (): Promise<Compiled> => compileFile("test/bundles/customer-listening.json");

/** The contract deck as it is where the bundle asks for the stances of its stakeholders, so with their map. */
export const contractWithStances = async (): Promise<Compiled> =>
  compile(withMatrix({ ...contractBundle(), show: "stances" }));

/** With so many risks that a matrix shows where each stands. */
const withMatrix = (bundle: Bundle): Bundle => ({
  ...bundle,
  risks: [
    ...(bundle.risks ?? []),
    { risk: "The licence is not renewed", likelihood: 1, impact: 3, mitigation: "A second supplier" },
  ],
});

/** Every kind of item with text that has broken writers, each paragraph on one line. */
export const hostile: Pages = {
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, items: page.items.map(laid) })),
};

function laid(item: Item): Item {
  const one = (paragraph: PlacedParagraph): PlacedParagraph => ({
    ...paragraph,
    lines: paragraph.runs.length === 0 ? [] : [{ runs: paragraph.runs, width: pt(100) }],
  });
  if (item.type === "text") return { ...item, paragraphs: item.paragraphs.map(one) };
  if (item.type !== "table") return item;
  const rows = item.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(one) })),
  }));
  return { ...item, rows };
}

const host = createNodeHost();

/** The context of a compiled deck, and that of the hostile pages. */
export const contextOf = (compiled?: Compiled): WriteContext => ({
  look: compiled?.look ?? look,
  charts: "native",
  readPicture: async (file) => compiled?.pictures[file]?.bytes ?? PIXEL,
  drawPicture: createPictures(compiled?.look ?? look, (family) => host.fonts(family)),
  fonts: (family) => host.fonts(family),
  subset: createSubset(),
});

/** Without what XML cannot say, and with single spaces: what every output shows of a text. */
export const shown = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (half) =>
      half >= "\ud800" && half <= "\udfff" ? "\ufffd" : "",
    )
    .replace(/ +/g, " ")
    .trim();

const linesOf = (paragraphs: readonly PlacedParagraph[]): readonly string[] =>
  paragraphs.flatMap(({ lines }) => lines.map((line) => shown(line.runs.map((run) => run.text).join(""))));

const paragraphsOf = (item: Item): readonly (readonly PlacedParagraph[])[] => {
  if (item.type === "text") return [item.paragraphs];
  return item.type === "table" ? item.rows.flatMap((row) => row.cells.map((cell) => cell.paragraphs)) : [];
};

/** Every line of the texts and tables of a page, as layout broke it. */
export const pageLines = (page: Page): readonly string[] =>
  page.items.flatMap((item) => paragraphsOf(item).flatMap(linesOf)).filter((line) => line !== "");

const FURNITURE = new Set(["title", "date", "footer", "number"]);

/** Every paragraph that is read of a page: not its title, what stands on all slides, and the marks of drawings. */
export const pageParagraphs = (page: Page): readonly string[] =>
  page.items
    .filter((item) => item.mark !== true)
    .filter(
      (item) => item.type !== "text" || (item.decorative !== true && !FURNITURE.has(item.placeholder ?? "")),
    )
    .flatMap((item) => [...(item.heading === undefined ? [] : [item.heading]), ...readOf(item)])
    .map(shown)
    .filter((text) => text !== "");

const readOf = (item: Item): readonly string[] => {
  const words = (paragraphs: readonly PlacedParagraph[]) =>
    paragraphs.map(({ runs }) =>
      runs
        .filter((run) => run.legend !== true)
        .map((run) => run.text)
        .join(""),
    );
  if (item.type === "shape")
    return item.says === undefined || item.says === "beside"
      ? []
      : [item.says.head, ...item.says.rows].flat();
  if (item.type !== "table") return paragraphsOf(item).flatMap(words);
  const { drawn } = item;
  return item.rows.flatMap(({ cells }, r) => {
    const own = cells.map((cell) => words(cell.paragraphs));
    const more = drawn === undefined ? [] : ([drawn.head, ...drawn.rows][r] ?? []);
    return own.toSpliced(drawn?.after ?? 0, 0, [...more]).flat();
  });
};
