import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Job } from "../../src/cli/job.ts";
import { createPool } from "../../src/cli/pool.ts";
import * as messages from "../../src/diagnostics/messages.ts";

/** A thread that answers with the name of its bundle, or dies of it in one way or another. */
const MORTAL = `import { parentPort } from "node:worker_threads";
parentPort.on("message", ({ file }) => {
  if (file === "leaves") process.exit(9);
  if (file === "throws") throw new Error("it is broken");
  if (file === "eats") for (const all = []; ; ) all.push(Array.from({ length: 1e5 }, () => ({})));
  parentPort.postMessage({ exit: 0, notes: [file] });
});`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-pool-"));
  writeFileSync(join(folder, "mortal.mjs"), MORTAL);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const job = (file: string): Job => ({
  ...{ file, targets: [], cwd: ".", folder: undefined, cached: false },
  recipe: { build: "", lenient: false, force: false, charts: "native" },
});

describe("a pool of threads", () => {
  test.each([1, 2])(
    "goes on after threads that die, each failing its own bundle: %s at a time",
    async (size) => {
      const pool = createPool(pathToFileURL(join(folder, "mortal.mjs")), size, 32);
      const files = ["a", "leaves", "b", "eats", "throws", "c", "d"];
      const done = await Promise.all(files.map((file) => pool.run(job(file))));
      await pool.close();
      const died = (file: string, why: string) => ({
        exit: 70,
        diagnostics: [messages.workerDied(file, why)],
      });
      expect(done).toMatchObject([
        { exit: 0, notes: ["a"] },
        died("leaves", messages.endedWith(9)),
        { exit: 0, notes: ["b"] },
        died("eats", messages.outOfMemory),
        died("throws", "it is broken"),
        { exit: 0, notes: ["c"] },
        { exit: 0, notes: ["d"] },
      ]);
    },
  );
});
