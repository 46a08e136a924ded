import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { LEAST } from "../read/bundles.ts";
import { cli } from "./run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-nowhere-"));
  writeFileSync(join(cwd, "a.json"), JSON.stringify(LEAST));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** /proc is there, and says ENOENT to whoever makes something in it. */
describe.skipIf(!existsSync("/proc/self"))("a place in which no folder can be made", () => {
  test("is done without as a cache", async () => {
    const { exit, out, err } = await cli(cwd, ["build", "a.json", "--cache-dir", "/proc/none", "-v"]);
    expect({ exit, built: out.startsWith(join("out", "a.pptx")) }).toEqual({ exit: 0, built: true });
    expect(err).toContain(messages.cacheUnusable("/proc/none", "ENOENT"));
  });

  test("is refused as the folder of decks", async () => {
    const { exit, err } = await cli(cwd, ["build", "a.json", "--out-dir", "/proc/self/none"]);
    expect(exit).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain(messages.targetFolderFails("/proc/self/none/a.pptx").what);
  });
});
