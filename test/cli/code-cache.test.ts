import { chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CODE, keepCode } from "../../src/cli/cache/code.ts";
import { newFolder } from "./new-folder.ts";

/** The folders that Node is given for the compiled code. */
function kept(words: readonly string[], env: Readonly<Record<string, string>>): readonly string[] {
  const given: string[] = [];
  keepCode(words, { cwd: "/", env }, "linux", (folder) => given.push(folder));
  return given;
}

describe("the compiled code of the program is kept", () => {
  let home = "";
  newFolder("code", (folder) => {
    home = folder;
  });

  test("in the cache folder of the system, whether it is there or not", () => {
    const folder = join(home, ".cache", "foredeck", CODE);
    expect(kept(["build", "a.json"], { HOME: home })).toEqual([folder]);
    mkdirSync(folder, { recursive: true });
    expect(kept(["build", "a.json"], { HOME: home })).toEqual([folder]);
  });

  test.each([
    [["build", "a.json", "--no-cache"], {}],
    [["build", "a.json", "--cache-dir", "c"], {}],
    [["build", "a.json", "--cache-dir=c"], {}],
    [["build", "a.json"], { FOREDECK_CACHE_DIR: "c" }],
  ])("nowhere else: %j %j", (words, env) => {
    expect(kept(words, { HOME: home, ...env })).toEqual([]);
  });

  test("nowhere without a home folder", () => {
    expect(kept(["build"], {})).toEqual([]);
  });

  test.skipIf(process.platform === "win32")("in no folder of another user", () => {
    const cache = join(home, "cache");
    mkdirSync(cache);
    // Root may give a folder away; anybody else finds folders of root.
    if (process.getuid?.() === 0) chownSync(cache, 1, 1);
    expect(kept(["build"], { XDG_CACHE_HOME: process.getuid?.() === 0 ? cache : "/usr" })).toEqual([]);
  });
});
