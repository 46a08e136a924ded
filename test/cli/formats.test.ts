import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HELP } from "../../src/diagnostics/messages/help.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { ALL_FORMAT_NAMES } from "../../src/formats/names.ts";
import { cli } from "./run.ts";

const MINIMAL = join(import.meta.dirname, "..", "..", "samples", "minimal.json");
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-formats-"));
  copyFileSync(MINIMAL, join(cwd, "m.json"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const head = (name: string, bytes = 5): string =>
  readFileSync(join(cwd, name)).subarray(0, bytes).toString("latin1");

test("--format writes every output asked for, once, beside one another", async () => {
  const { exit, out } = await cli(cwd, ["build", "m.json", "--format", "pptx,html, md,json,svg,md"]);
  expect(exit).toBe(0);
  const files = readdirSync(join(cwd, "out")).sort();
  const pages = files.filter((name) => name.endsWith(".svg"));
  expect(pages[0]).toBe("m-01.svg");
  expect(files.filter((name) => !name.endsWith(".svg"))).toEqual(["m.html", "m.json", "m.md", "m.pptx"]);
  expect(out.trim().split("\n")).toHaveLength(5);
  expect(out).toContain(messages.pageFiles(join("out", "m-01.svg"), pages.at(-1) ?? ""));
  expect(head("out/m.pptx", 2)).toBe("PK");
  expect(head("out/m.html", 15)).toBe("<!doctype html>");
  expect(JSON.parse(readFileSync(join(cwd, "out/m.json"), "utf8")).slides).toHaveLength(pages.length);
});

test("the extension of -o says what is written, unless --format does", async () => {
  expect((await cli(cwd, ["build", "m.json", "-o", "a.pdf"])).exit).toBe(0);
  expect(head("a.pdf")).toBe("%PDF-");
  expect((await cli(cwd, ["build", "m.json", "-o", "b.deck"])).exit).toBe(0);
  expect(head("b.deck", 2)).toBe("PK");
  expect((await cli(cwd, ["build", "m.json", "-o", "c.txt", "--format", "md"])).exit).toBe(0);
  expect(head("c.txt", 2)).toBe("# ");
  expect((await cli(cwd, ["build", "m.json", "-o", "d/e.svg"])).exit).toBe(0);
  expect(readdirSync(join(cwd, "d"))[0]).toBe("e-01.svg");
});

test("text may go to standard output, pictures of many slides may not", async () => {
  const { exit, out } = await cli(cwd, ["build", "m.json", "-o", "-", "--format", "md"]);
  expect(exit).toBe(0);
  expect(out.startsWith("# ")).toBe(true);
  const refused = await cli(cwd, ["build", "m.json", "-o", "-", "--format", "svg"]);
  expect(refused.exit).toBe(2);
  expect(refused.err).toContain(messages.pagesToStandardOutput("svg").what);
});

test.each([
  [["--format", "docx"], HELP.oneOf(ALL_FORMAT_NAMES, undefined)],
  [["--format", ""], HELP.oneOf(ALL_FORMAT_NAMES, undefined)],
  [["--format", "pptx,md", "-o", "x.md"], messages.outputNeedsOneFormat(["pptx", "md"]).what],
  [["--format", "json", "--out-dir", "."], messages.outputIsInput("m.json").what],
])("%j is refused, and nothing is written", async (options, expected) => {
  const { exit, err } = await cli(cwd, ["build", "m.json", ...options]);
  expect(exit).toBe(2);
  expect(err.replace(/\s+/g, " ")).toContain(expected);
  expect(readdirSync(cwd)).toEqual(["m.json"]);
});
