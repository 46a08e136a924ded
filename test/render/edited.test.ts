import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { deckMap } from "../../src/conversation/map.ts";
import { compareDecks } from "../../src/conversation/pull/compare.ts";
import { deckContent } from "../../src/formats/pptx/content/deck.ts";
import { originOf } from "../../src/formats/pptx/fingerprint/origin.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { render } from "../../src/render.ts";
import { compileFile } from "../rules/compiled.ts";

const run = promisify(execFile);
/** Every sample, so that a shape, chart or language that LibreOffice writes in a way of its own is seen. */
const SAMPLES = readdirSync("samples")
  .filter((name) => name.endsWith(".json"))
  .map((name) => join("samples", name));

test.each(SAMPLES)(
  "a deck that LibreOffice has only saved is known as ours, and no text or number is called changed: %s",
  async (sample) => {
    const folder = await mkdtemp(join(tmpdir(), "foredeck-edited-"));
    try {
      const compiled = await compileFile(sample);
      const file = join(folder, "deck.pptx");
      await writeFile(file, await render(compiled, "pptx", createNodeHost()));
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
      const out = join(folder, "out");
      await run("soffice", [profile, "--headless", "--convert-to", "pptx", "--outdir", out, file]);
      const origin = await originOf(await readFile(join(out, "deck.pptx")));
      expect(origin).toMatchObject({
        state: "edited",
        by: { program: expect.stringMatching(/^LibreOffice/) },
      });
      const changes = origin.state === "edited" ? origin.changes : [];
      // It writes every slide anew under new ids, and still none is taken for a new one or a lost one.
      expect(new Set(changes.map(({ kind }) => kind))).toEqual(
        new Set(changes.map(({ kind }) => kind).filter((kind) => /^(changed|design|sections)$/.test(kind))),
      );
      const changed = changes.flatMap((change) => (change.kind === "changed" ? [change] : []));
      expect(changed.length).toBeGreaterThan(5);
      // It writes places, colours and charts in its own way, and no workbooks. What people read is the same.
      const aspects = new Set(changed.flatMap((change) => change.aspects));
      const own = new Set(["shapes", "formatting", "chart formatting", "missing chart workbook", "pictures"]);
      expect([...aspects].filter((aspect) => !own.has(aspect))).toEqual([]);
      expect(changed.flatMap(({ texts }) => texts)).toEqual([]);
      // And for pull, nothing came back at all.
      const [sent, saved] = [await readFile(file), await readFile(join(out, "deck.pptx"))];
      expect(
        compareDecks(await deckContent(sent), await deckContent(saved), deckMap(compiled.pages)),
      ).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
