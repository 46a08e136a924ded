import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type PptxGen from "pptxgenjs";
import { readZip } from "../../../src/ooxml/unzip.ts";
import { writeZip } from "../../../src/ooxml/zip.ts";
import type { Box } from "./boxes.ts";

const run = promisify(execFile);
const PptxGenJS = createRequire(import.meta.url)("pptxgenjs") as { new (): PptxGen.default };

const HEIGHT = 50;

/** One box a slide, no insets, no autofit, top left, no punctuation that hangs out: as our own decks say it. */
async function writeDeck(boxes: readonly Box[], file: string): Promise<void> {
  const deck = new PptxGenJS();
  deck.defineLayout({ name: "tall", width: 9, height: HEIGHT });
  deck.layout = "tall";
  for (const { runs, width, prose } of boxes) {
    deck.addSlide().addText(
      runs.map(({ text, font, size }) => ({
        text,
        options: {
          fontFace: font.family,
          fontSize: size,
          bold: font.bold,
          italic: font.italic,
          lang: prose.language,
        },
      })),
      { x: 0.5, y: 0.5, w: width, h: HEIGHT - 1, margin: 0, valign: "top", wrap: true, fit: "none" },
    );
  }
  const parts = await readZip(new Uint8Array((await deck.write({ outputType: "uint8array" })) as Uint8Array));
  const mended = [...parts].map(([part, bytes]): [string, Uint8Array] => {
    if (!part.startsWith("ppt/slides/slide")) return [part, bytes];
    const xml = new TextDecoder().decode(bytes);
    return [part, new TextEncoder().encode(xml.replaceAll("<a:pPr ", '<a:pPr hangingPunct="0" '))];
  });
  await writeFile(file, writeZip(new Map(mended)));
}

/** How many lines a page of words has: words of one line overlap in height by more than half. */
function countLines(page: string): number {
  const middles = Array.from(
    page.matchAll(/<word xMin="[\d.-]+" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)"/g),
    (word) => {
      const [top, bottom] = [Number(word[1]), Number(word[2])];
      return { middle: (top + bottom) / 2, height: bottom - top };
    },
  ).sort((one, other) => one.middle - other.middle);
  let lines = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { middle, height } of middles) {
    if (middle - last > height / 2) lines += 1;
    last = middle;
  }
  return lines;
}

/** The lines that LibreOffice breaks each box into. */
export async function linesInLibreOffice(boxes: readonly Box[]): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), "text-fit-"));
  try {
    const deck = join(folder, "boxes.pptx");
    await writeDeck(boxes, deck);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, deck], {
      timeout: 300_000,
    });
    const { stdout } = await run("pdftotext", ["-bbox-layout", join(folder, "boxes.pdf"), "-"], {
      maxBuffer: 1 << 28,
    });
    return stdout.split("<page ").slice(1).map(countLines);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
