import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPool } from "../../../src/cli/threads/pool.ts";
import { endedWith, outOfMemory } from "../../../src/diagnostics/messages/batch.ts";

/** A thread that answers with the name of its bundle, or dies of it in one way or another. */
const MORTAL = `import { parentPort } from "node:worker_threads";
parentPort.on("message", ({ file }) => {
  if (file === "leaves") process.exit(9);
  if (file === "throws") throw new Error("it is broken");
  if (file === "eats") for (const all = []; ; ) all.push(Array.from({ length: 1e5 }, () => ({})));
  parentPort.postMessage({ done: file });
});`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-pool-"));
  writeFileSync(join(folder, "mortal.mjs"), MORTAL);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Job {
  readonly file: string;
}
const pool = (size: number) =>
  createPool<Job, string>(pathToFileURL(join(folder, "mortal.mjs")), "build", size, 32);

describe("a pool of threads", () => {
  test.each([1, 2])(
    "goes on after threads that die, each failing its own job: %s at a time",
    async (size) => {
      const { run, close } = pool(size);
      const files = ["a", "leaves", "b", "eats", "throws", "c", "d"];
      const answers = await Promise.all(files.map((file) => run({ file })));
      await close();
      expect(answers).toEqual([
        { done: "a" },
        { died: endedWith(9) },
        { done: "b" },
        { died: outOfMemory },
        { died: "it is broken" },
        { done: "c" },
        { done: "d" },
      ]);
    },
  );

  test("told to end, finishes what threads have begun and begins nothing that waits for one", async () => {
    const { run, close } = pool(1);
    const stop = new AbortController();
    const files = ["a", "b", "c"];
    const answers = files.map((file) => run({ file }, stop.signal));
    stop.abort();
    expect(await Promise.all(answers)).toEqual([{ done: "a" }, undefined, undefined]);
    await close();
  });
});
