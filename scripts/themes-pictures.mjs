// Draws the cover and a page of a sample in every theme, small, for docs/themes.md:
//
//   npm run build && node scripts/themes-pictures.mjs
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCanvasPainter } from "../build/formats/canvas/painter.js";
import { displayListOf } from "../build/formats/display/page/page.js";
import { loadPictures } from "../build/formats/page/pictures.js";
import { compileBundle, createNodeHost } from "../build/index.js";

const root = join(import.meta.dirname, "..");
export const THEME_PICTURES = "docs/themes";
const SAMPLE = "sepsis-at-the-ward-door";
/** Pages by kind: the cover, and one with a chart, a figure and a quote. */
const KINDS = ["cover", "reason"];
/** Pixels to the pt: a slide is 480 pixels wide. */
const SCALE = 0.5;

/** PNG by name, "boardroom-cover", of the pages that show a theme. */
export async function themePictures(host) {
  const bytes = new Uint8Array(readFileSync(join(root, "samples", `${SAMPLE}.json`)));
  const pictures = {};
  for (const theme of await host.themes()) {
    const source = { bytes, file: `${SAMPLE}.json`, root: join(root, "samples") };
    const { pages, look, pictures: files } = await compileBundle(source, host, { theme });
    const context = {
      look,
      charts: "native",
      fonts: (family) => host.fonts(family),
      readPicture: async (file) => files[file].bytes,
    };
    const painter = await createCanvasPainter(await loadPictures(pages, context, SCALE), context);
    for (const kind of KINDS) {
      const page = pages.pages.find((one) => one.kind === kind);
      if (page === undefined) throw new Error(`${SAMPLE} has no page of the kind ${kind}`);
      const { nodes, width, height, paper } = displayListOf(page, pages, look);
      const sheet = { x: 0, y: 0, width, height, scale: SCALE, paper };
      pictures[`${theme}-${kind}`] = await painter.paint(nodes, sheet);
    }
  }
  return pictures;
}

export function writeThemePictures(pictures) {
  const folder = join(root, THEME_PICTURES);
  mkdirSync(folder, { recursive: true });
  for (const [name, picture] of Object.entries(pictures)) writeFileSync(join(folder, `${name}.png`), picture);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeThemePictures(await themePictures(createNodeHost()));
