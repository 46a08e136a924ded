// The pictures of docs/slides.md, one slide of each kind, from the first sample that has it as a page of its own; those of
// docs/tutorial.md; and the one at the top of the README.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { slidePainter } from "./slide-painter.mjs";

const root = join(import.meta.dirname, "..");
/** Bundles in order of preference, the last one as its edition of one page. */
const BUNDLES = [
  ["samples/sepsis-at-the-ward-door.json", {}],
  ["samples/stop-mechanical-scales.json", {}],
  ["samples/early-curtain/early-curtain.json", {}],
  ["samples/gallery.json", {}],
  ["samples/early-curtain/early-curtain.json", { edition: "brief" }],
];
/** Pixels to the pt: a slide is 864 pixels wide. */
const SCALE = 0.9;
/** Quality of the pictures, of 100: text stays sharp, and a picture is a third of its PNG. */
const QUALITY = 70;

/** WebP by the name of the kind: the first page of each in the samples. */
export async function slidePictures(host) {
  let pictures = {};
  for (const [name, options] of BUNDLES)
    pictures = { ...(await picturesOf(join(root, name), options, host)), ...pictures };
  return pictures;
}

/** The picture at the top of the README: slides of the first sample, two to a row, with a gap in pixels around each. */
export const DECK_PICTURE = "docs/deck.webp";
const SHOWN = ["answer", "why", "investment", "objection"];
const GAP = 8;

/** WebP of the slides that the README shows, on the colour of a hairline. */
export async function deckPicture(pictures) {
  const images = await Promise.all(SHOWN.map((kind) => loadImage(pictures[kind])));
  const [{ width, height }] = images;
  const canvas = createCanvas(2 * width + 3 * GAP, 2 * height + 3 * GAP);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#d9dce1";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  for (const [n, image] of images.entries())
    pen.drawImage(image, GAP + (n % 2) * (width + GAP), GAP + Math.floor(n / 2) * (height + GAP));
  return canvas.encode("webp", QUALITY);
}

/** The page and the pictures of docs/tutorial.md. */
const TUTORIAL = join(root, "docs", "tutorial.md");
export const TUTORIAL_PICTURES = "docs/tutorial";

/** WebP by the name of the kind, of the deck that the tutorial builds from the files that stand in it. */
export async function tutorialPictures(host) {
  const page = readFileSync(TUTORIAL, "utf8");
  const folder = mkdtempSync(join(tmpdir(), "foredeck-tutorial-"));
  try {
    for (const [, file, text] of page.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms))
      writeFileSync(join(folder, file), text);
    const all = await picturesOf(join(folder, "deck.json"), {}, host);
    const shown = [...page.matchAll(/\]\(tutorial\/(\w+)\.webp\)/g)].map(([, kind]) => kind);
    return Object.fromEntries(shown.map((kind) => [kind, all[kind]]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** WebP of the first page of each kind in the deck of a bundle. */
async function picturesOf(file, options, host) {
  const source = { bytes: new Uint8Array(readFileSync(file)), file, root: dirname(file) };
  const { pages, paint } = await slidePainter(source, host, options, SCALE);
  const pictures = {};
  for (const page of pages) pictures[page.kind] ??= await small(await paint(page));
  return pictures;
}

async function small(png) {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.encode("webp", QUALITY);
}
