import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { render } from "../../src/compile.ts";
import { originOf } from "../../src/formats/pptx/fingerprint/origin.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { compileFile } from "../rules/compiled.ts";

const run = promisify(execFile);
const MINIMAL = "samples/minimal.json";

test("a deck that LibreOffice has saved is known as ours, as edited, and by what", async () => {
  const folder = await mkdtemp(join(tmpdir(), "foredeck-edited-"));
  try {
    const compiled = await compileFile(MINIMAL);
    const file = join(folder, "deck.pptx");
    await writeFile(file, await render(compiled, "pptx", createNodeHost()));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const out = join(folder, "out");
    await run("soffice", [profile, "--headless", "--convert-to", "pptx", "--outdir", out, file]);
    const origin = await originOf(await readFile(join(out, "deck.pptx")));
    expect(origin).toMatchObject({ state: "edited", by: { program: expect.stringMatching(/^LibreOffice/) } });
    const changes = origin.state === "edited" ? origin.changes : [];
    // It writes every slide anew under new ids, and still none is taken for a new one or a lost one.
    expect(changes.filter(({ kind }) => kind === "added" || kind === "deleted")).toEqual([]);
    expect(changes.filter(({ kind }) => kind === "changed").length).toBeGreaterThan(5);
    // It writes other separators between keywords, and its own name nowhere that people write.
    expect(changes.filter(({ kind }) => kind === "properties")).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
