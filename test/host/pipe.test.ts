import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkTarget, writeWhole } from "../../src/host/write.ts";
import { cli } from "../cli/run.ts";
import { LEAST } from "../read/bundles.ts";

describe.skipIf(process.platform === "win32")("what is no plain file", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "foredeck-pipe-"));
    for (const name of ["deck.pptx", "r.json"]) execFileSync("mkfifo", [join(root, name)]);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test("is written into, never replaced", async () => {
    const pipe = join(root, "r.json");
    await checkTarget(pipe);
    const read = readFile(pipe, "utf8");
    await writeWhole(pipe, new TextEncoder().encode("one"));
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(await read).toBe("one");
  });

  test("may take a deck and a report", async () => {
    writeFileSync(join(root, "b.json"), JSON.stringify(LEAST));
    const read = ["deck.pptx", "r.json"].map((name) => readFile(join(root, name)));
    const { exit } = await cli(root, ["build", "b.json", "-o", "deck.pptx", "--report", "r.json"]);
    expect(exit).toBe(0);
    expect(readdirSync(root).filter((name) => lstatSync(join(root, name)).isFIFO())).toHaveLength(2);
    const [deck, report] = await Promise.all(read);
    expect(deck?.subarray(0, 2).toString()).toBe("PK");
    expect(JSON.parse(report?.toString() ?? "")).toMatchObject({ exit: 0 });
  });
});
