// Draws the cover and a page of a sample in every theme, small, for docs/themes.md:
//
//   npm run build && node scripts/themes-pictures.mjs
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createNodeHost } from "../build/index.js";
import { slidePainter } from "./slide-painter.mjs";

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
    const { pages, paint } = await slidePainter(source, host, { theme }, SCALE);
    for (const kind of KINDS) {
      const page = pages.find((one) => one.kind === kind);
      if (page === undefined) throw new Error(`${SAMPLE} has no page of the kind ${kind}`);
      pictures[`${theme}-${kind}`] = await paint(page);
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
