import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Box, bare } from "./boxes.ts";

const run = promisify(execFile);

/** A word on a page, in pt. */
export interface Word {
  readonly x: number;
  readonly y: number;
  readonly bottom: number;
  readonly text: string;
}

/** LibreOffice's own PDF of a deck. */
export async function convert(deck: Uint8Array): Promise<Uint8Array> {
  const [pdf] = await convertAll([deck]);
  if (pdf === undefined) throw new Error("no PDF");
  return pdf;
}

/** LibreOffice's own PDFs of decks, in one process: it takes longer to start than to draw most decks. */
export async function convertAll(decks: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), "foredeck-lines-"));
  try {
    const files = decks.map((_, index) => join(folder, `deck-${index}`));
    await Promise.all(files.map((file, index) => writeFile(`${file}.pptx`, decks[index] ?? "")));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const to = ["--headless", "--convert-to", "pdf", "--outdir", folder];
    await run("soffice", [profile, ...to, ...files.map((file) => `${file}.pptx`)]);
    return await Promise.all(files.map((file) => readFile(`${file}.pdf`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A page as Chromium prints it. */
export async function printed(html: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "foredeck-print-"));
  try {
    const [page, pdf] = [join(folder, "deck.html"), join(folder, "deck.pdf")];
    await writeFile(page, html);
    const options = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${join(folder, "profile")}`,
    ];
    await run("chromium", [
      ...options,
      "--no-pdf-header-footer",
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]);
    return await readFile(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The words of every page of a PDF, by Poppler. */
export async function wordsOf(pdf: Uint8Array): Promise<readonly (readonly Word[])[]> {
  const folder = await mkdtemp(join(tmpdir(), "foredeck-words-"));
  try {
    const file = join(folder, "deck.pdf");
    await writeFile(file, pdf);
    const { stdout } = await run("pdftotext", ["-bbox", file, "-"], { maxBuffer: 256 * 1_048_576 });
    return stdout
      .split(/<page [^>]*>/)
      .slice(1)
      .map(wordsOnPage);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
};

const wordsOnPage = (page: string): readonly Word[] =>
  [...page.matchAll(WORD)].map(([, x1, y1, x2, y2, text]) => ({
    x: (Number(x1) + Number(x2)) / 2,
    y: (Number(y1) + Number(y2)) / 2,
    bottom: Number(y2),
    text: (text ?? "").replace(/&([^;]+);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  }));

/** The lines in a box: words whose middle lies in it, one line while their middles are at one height. */
export function linesIn(box: Box, words: readonly Word[]): readonly string[] {
  const slack = 3;
  const inside = words
    .filter(
      ({ x, y }) =>
        x > box.x - slack && x < box.x + box.w + slack && y > box.y - slack && y < box.y + box.h + slack,
    )
    .sort((a, b) => a.y - b.y);
  const lines: Word[][] = [];
  for (const word of inside) {
    const last = lines.at(-1);
    const reference = last?.[0];
    if (last !== undefined && reference !== undefined && Math.abs(word.y - reference.y) < 4) last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) =>
    bare(
      line
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(""),
    ),
  );
}
