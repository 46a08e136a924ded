import { expect, test } from "vitest";
import { createNodeHost } from "../../src/host/node.ts";
import { render } from "../../src/render.ts";
import type { Compiled } from "../../src/stages.ts";
import { BUNDLES } from "../formats/decks.ts";
import { compileFile } from "../rules/compiled.ts";
import { boxesOf } from "./lines/boxes.ts";
import { convert, linesIn, printed, wordsOf } from "./lines/drawn.ts";

const host = createNodeHost();

/**
 * SVG, HTML, PNG and PDF draw the lines that layout broke; PowerPoint and LibreOffice break the same words for
 * themselves. This counts the boxes in which both come to the same lines.
 */
test("LibreOffice breaks the lines of every text box as the drawn outputs show them", async () => {
  const all: { readonly file: string; readonly same: boolean; readonly what: string }[] = [];
  for (const file of BUNDLES) {
    const compiled = await compileFile(file);
    const pages = await wordsOf(await convert(await render(compiled, "pptx", host)));
    expect(pages, file).toHaveLength(compiled.pages.pages.length);
    for (const page of compiled.pages.pages) {
      for (const box of boxesOf(page)) {
        const drawn = linesIn(box, pages[page.number - 1] ?? []);
        const same = JSON.stringify(drawn) === JSON.stringify(box.lines);
        all.push({
          file,
          same,
          what: `${page.id}/${box.name}: ${box.lines.join("|")} <> ${drawn.join("|")}`,
        });
      }
    }
    const own = all.filter((each) => each.file === file);
    console.log(`${file}: ${own.filter(({ same }) => same).length} of ${own.length} boxes agree`);
  }
  const share = all.filter(({ same }) => same).length / all.length;
  console.log(`all: ${(share * 100).toFixed(2)}% of ${all.length} boxes`);
  for (const { same, what } of all) if (!same) console.log(what);
  // All of them when this was written.
  expect(share).toBeGreaterThanOrEqual(0.998);
});

type Write = (compiled: Compiled) => Promise<Uint8Array>;

/**
 * Chromium takes the digits of a Japanese line from another font than its letters, and Poppler gives the two boxes so far
 * apart that lines cannot be told from them.
 */
const BY_ONE_FONT = BUNDLES.filter((file) => !file.endsWith("yoyaku-bus-e-no-tenkan.json"));

test.each<[string, readonly string[], Write]>([
  ["PDF", BUNDLES, (compiled) => render(compiled, "pdf", host)],
  [
    "HTML, printed by Chromium,",
    BY_ONE_FONT,
    async (compiled) => printed(await render(compiled, "html", host)),
  ],
])(
  "our own %s has one slide a page, and the lines of every text box as layout broke them",
  async (_, files, write) => {
    const wrong: string[] = [];
    for (const file of files) {
      const compiled = await compileFile(file);
      const pages = await wordsOf(await write(compiled));
      expect(pages, file).toHaveLength(compiled.pages.pages.length);
      for (const page of compiled.pages.pages)
        for (const box of boxesOf(page)) {
          const drawn = linesIn(box, pages[page.number - 1] ?? []);
          if (JSON.stringify(drawn) !== JSON.stringify(box.lines))
            wrong.push(`${page.id}/${box.name}: ${box.lines.join("|")} <> ${drawn.join("|")}`);
        }
    }
    expect(wrong).toEqual([]);
  },
);
