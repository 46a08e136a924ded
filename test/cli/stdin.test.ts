import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { MAX_FILE_BYTES } from "../../src/host/node.ts";
import { LEAST } from "../read/bundles.ts";
import { cli } from "./run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-stdin-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const at = (name: string): string => join(cwd, name);
const TEXT = JSON.stringify(LEAST);
/** Runs the program with a text on standard input, which comes in two pieces. */
const given = (text: string, ...argv: readonly string[]) =>
  cli(cwd, argv, false, {
    env: { FOREDECK_CACHE_DIR: at(".cache") },
    input: async function* () {
      const bytes = Buffer.from(text);
      yield bytes.subarray(0, 100);
      yield bytes.subarray(100);
    },
  });

describe("build -", () => {
  test("builds the same deck as from a file, and not again where nothing has changed", async () => {
    writeFileSync(at("b.json"), TEXT);
    await cli(cwd, ["build", "b.json", "-o", "b.pptx"]);
    expect(await given(TEXT, "build", "-", "-o", "d.pptx")).toMatchObject({ exit: 0 });
    expect(readFileSync(at("d.pptx")).equals(readFileSync(at("b.pptx")))).toBe(true);
    expect((await given(TEXT, "build", "-", "-o", "d.pptx")).out).toContain("unchanged");
    const other = await given(TEXT.replace(LEAST.title, "Open on Mondays"), "build", "-", "-o", "d.pptx");
    expect(other.err).not.toContain(" before and is now built from ");
    expect(other.out).not.toContain("unchanged");
  });

  test("passes from pipe to pipe", async () => {
    const { exit, bytes } = await given(TEXT, "build", "-", "-o", "-");
    expect(exit).toBe(0);
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe("PK");
  });

  test("names a deck in a folder, by a pattern too, beside other bundles", async () => {
    writeFileSync(at("b.json"), TEXT);
    expect((await given(TEXT, "build", "-", "b.json", "--out-dir", "out")).exit).toBe(0);
    expect(readdirSync(at("out")).sort()).toEqual(["b.pptx", "stdin.pptx"]);
    const named = await given(TEXT, "build", "-", "--out-dir", "by", "--name", "{title}");
    expect(named.exit).toBe(0);
    expect(readdirSync(at("by"))).toEqual([`${LEAST.title.replaceAll(" ", "-")}.pptx`]);
  });

  test("reads CSV files from the working folder", async () => {
    mkdirSync(at("data"));
    writeFileSync(at("data/v.csv"), "month,value\n2026-09,10\n2026-10,12\n");
    const values = { csv: "data/v.csv", period: "month", value: "value" };
    const [metric] = LEAST.metrics;
    const text = JSON.stringify({ ...LEAST, metrics: [{ ...metric, values }] });
    expect(await given(text, "build", "-", "-o", "d.pptx")).toMatchObject({ exit: 0 });
    rmSync(at("data/v.csv"));
    expect((await given(text, "build", "-", "-o", "d.pptx")).exit).not.toBe(0);
  });

  test("says where in it something is wrong", async () => {
    const { exit, err } = await given('{\n  "title": 7\n}', "build", "-", "-o", "d.pptx");
    expect(exit).toBe(1);
    expect(err).toContain("<stdin>:2:12");
    expect(existsSync(at("d.pptx"))).toBe(false);
  });

  test.each([
    [["build", "-"], messages.inputWithoutOutput().what],
    [["build", "-", "-o", "d.pptx", "--watch"], messages.watchOfInput().what],
    [["check", "-", "--fix"], messages.fixOfInput().what],
  ])("%j is refused", async (argv, what) => {
    const { exit, err } = await given(TEXT, ...argv);
    expect(exit).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain(what);
  });

  test("is not read beyond what a bundle may hold", async () => {
    const chunk = new Uint8Array(MAX_FILE_BYTES / 4);
    let read = 0;
    const { exit, err } = await cli(cwd, ["build", "-", "-o", "d.pptx"], false, {
      input: async function* () {
        for (; read < 100; read += 1) yield chunk;
      },
    });
    expect(exit).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain(messages.bundleFileTooLarge("", MAX_FILE_BYTES).what);
    expect(read).toBeLessThan(6);
  });
});

describe("check -", () => {
  test("finds the same as in a file", async () => {
    writeFileSync(at("b.json"), TEXT);
    const file = await cli(cwd, ["check", "b.json"]);
    const input = await given(TEXT, "check", "-");
    expect(input.exit).toBe(file.exit);
    expect(input.out).toBe(file.out.replaceAll("b.json", "<stdin>"));
    expect(file.out).toContain("b.json");
  });

  test("shows what --fix would change", async () => {
    const { out } = await given(JSON.stringify(LEAST, undefined, 2), "check", "-", "--fix", "--dry-run");
    expect(out).toContain('--- <stdin>\n+++ <stdin>\n@@ -1,4 +1,5 @@\n {\n+  "$schema": ');
    expect(existsSync(at("<stdin>"))).toBe(false);
  });
});
