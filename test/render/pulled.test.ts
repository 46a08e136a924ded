import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { Reader } from "../cli/pull/powerpoint.ts";
import { cli } from "../cli/run.ts";

/** Decks that were sent, in the hands of readers who work in LibreOffice. */
const SAMPLE = join(import.meta.dirname, "..", "..", "samples", "early-curtain");
const folder = mkdtempSync(join(tmpdir(), "foredeck-pulled-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(SAMPLE, "early-curtain.sent"), join(folder, "early-curtain.sent"), { recursive: true });
cpSync(join(SAMPLE, "early-curtain.sent", "1.0", "bundle.json"), join(folder, "early-curtain.json"));
const sent = new Uint8Array(
  readFileSync(join(SAMPLE, "early-curtain.sent", "1.0", "early-curtain-1.0.pptx")),
);

/** Lets LibreOffice save a deck, and pulls it. */
async function saved(deck: Uint8Array) {
  const file = join(folder, "deck.pptx");
  writeFileSync(file, deck);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const out = join(folder, "back");
  await promisify(execFile)("soffice", [
    profile,
    "--headless",
    "--convert-to",
    "pptx",
    "--outdir",
    out,
    file,
  ]);
  const told = await cli(folder, ["pull", "early-curtain.json", "back/deck.pptx", "--dry-run"]);
  const { out: text } = await cli(folder, [
    "pull",
    "early-curtain.json",
    "back/deck.pptx",
    "--dry-run",
    "--json",
  ]);
  return { told, pulled: JSON.parse(text) };
}

test("a deck that LibreOffice has only saved comes back without a change", async () => {
  const { told, pulled } = await saved(sent);
  expect(told.exit, told.err).toBe(0);
  expect(told.out).toContain(messages.pulledNothing);
  expect(pulled.decks[0]).toMatchObject({ version: "1.0", texts: [], others: [] });
  expect(pulled.decks[0].by.program).toMatch(/^LibreOffice/);
  expect(pulled.replies).toEqual([]);
});

test("what was changed in a deck comes back at its place after LibreOffice has saved it", async () => {
  const reader = new Reader(sent);
  const options = reader.slideWith("The walk to the station");
  const why = reader.slideWith("The spring programme goes to print on");
  const gone = reader.slides.at(-1) ?? "";
  const edited = reader
    .retype(options, "takes twelve minutes", "takes a good twelve minutes")
    .retype(why, "goes to print", "goes to the printer")
    .change(reader.notesOf(why), "the last train leaves at 21:32", "the last train home leaves at 21:32")
    .number(reader.chartWith("The plays"), 22, 24)
    .move(why, "Card 4", 500_000, 0)
    .addSlide("Have we asked the actors?")
    .deleteSlide(gone)
    // LibreOffice drops threads of comments that PowerPoint wrote, and keeps these.
    .legacyComment(options, { by: "Ruth Abara", at: "2026-11-12T08:41:00.000", text: "And the bar?" })
    .save();
  const { told, pulled } = await saved(edited);
  expect(told.exit, told.err).toBe(0);
  const [{ texts, others }] = pulled.decks;
  expect(texts).toMatchObject([
    { path: "why.now", theirs: [expect.stringContaining("goes to the printer on 18 December 2026")] },
    { path: "why.complication", theirs: [expect.stringContaining("the last train home leaves at 21:32")] },
    { path: "options[1].why", theirs: ["The walk to the station takes a good twelve minutes"] },
  ]);
  expect(new Set(texts.map(({ standing }: { standing: string }) => standing))).toEqual(new Set(["proposed"]));
  expect(others).toMatchObject([
    { kind: "shape-moved", shape: "Card 4", path: "why.opportunity" },
    { kind: "chart", category: "The price", before: 22, after: 24, path: "charts[1].data[1].value" },
    { kind: "comment", path: "options" },
    { kind: "slide-added", text: "Have we asked the actors?" },
    { kind: "slide-removed", page: 16 },
  ]);
  expect(pulled.replies).toMatchObject([
    {
      from: "comment",
      who: "Ruth Abara",
      words: "And the bar?",
      at: "2026-11-12T08:41:00",
      path: ["options"],
    },
    {
      from: "edit",
      words: expect.stringContaining("goes to the printer on 18 December 2026"),
      path: ["why", "now"],
    },
    { from: "edit", words: expect.stringContaining("train home leaves"), path: ["why", "complication"] },
    {
      from: "edit",
      words: "The walk to the station takes a good twelve minutes",
      path: ["options", 1, "why"],
    },
    { from: "edit", words: "24", path: ["charts", 1, "data", 1, "value"] },
    { from: "edit", words: "Have we asked the actors?" },
  ]);
  // What its reader saved, and what a colleague saved of that, hold the same comment.
  const files = ["deck.pptx", "back/deck.pptx"];
  const both = await cli(folder, ["pull", "early-curtain.json", ...files, "--dry-run", "--json"]);
  expect(JSON.parse(both.out).replies).toEqual(pulled.replies);
});
