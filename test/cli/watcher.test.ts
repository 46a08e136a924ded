import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { referencedFiles } from "../../src/cli/inputs/referenced-files.ts";
import { type Watcher, watchFiles } from "../../src/cli/inputs/watcher.ts";

let folder = "";
let watcher: Watcher;
let seen: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-watch-"));
  seen = [];
  watcher = watchFiles((files) => seen.push(...files));
});
afterEach(() => {
  watcher.close();
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function until(done: () => boolean): Promise<void> {
  for (let n = 0; n < 500 && !done(); n++) await pause(10);
  expect(done()).toBe(true);
}

describe("watching files", () => {
  test("sees a file that is written, and one that another is renamed over", async () => {
    writeFileSync(at("a.json"), "1");
    watcher.follow([at("a.json")]);
    writeFileSync(at("a.json"), "12");
    await until(() => seen.length === 1);
    writeFileSync(at("a.json.tmp"), "34");
    renameSync(at("a.json.tmp"), at("a.json"));
    await until(() => seen.length === 2);
    expect(new Set(seen)).toEqual(new Set([at("a.json")]));
  });

  test("says nothing of other files, and nothing twice", async () => {
    writeFileSync(at("a.json"), "1");
    watcher.follow([at("a.json")]);
    writeFileSync(at("b.json"), "1");
    await pause(150);
    expect(seen).toEqual([]);
    writeFileSync(at("a.json"), "123");
    await pause(300);
    expect(seen).toEqual([at("a.json")]);
  });

  test("sees a file that was not there, also in a folder that was not", async () => {
    watcher.follow([at("data/x.csv")]);
    mkdirSync(at("data"));
    writeFileSync(at("data/x.csv"), "a,b");
    await until(() => seen.length > 0);
    rmSync(at("data/x.csv"));
    await until(() => seen.length > 1);
  });

  test("stops following, and stops", async () => {
    writeFileSync(at("a"), "1");
    writeFileSync(at("b"), "1");
    watcher.follow([at("a"), at("b")]);
    watcher.follow([at("b")]);
    writeFileSync(at("a"), "12");
    await pause(150);
    expect(seen).toEqual([]);
    watcher.close();
    writeFileSync(at("b"), "12");
    await pause(1_200);
    expect(seen).toEqual([]);
  });
});

test("files that a bundle names are found also while it is half written; none outside its folder", async () => {
  const text = `{ // "csv": "no.csv"
    "metrics": [{ "values": { "csv": "data/a.csv", "period": "csv" } }],
    "pictures": [{ "file": "p.png" }, { "file": "../secret.png" }, { "file": "/etc/passwd" }, { "file": "sub/../../x" }],
    "metrics": [{ "values": { "xlsx": "k.xlsx", "table": "t.csv" } }, { "values": { "csv": "b.csv", `;
  expect(await referencedFiles(text, at("deck.json"))).toEqual([
    at("data/a.csv"),
    at("p.png"),
    at("k.xlsx"),
    at("b.csv"),
  ]);
});
