import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../../src/cli/program.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { LEAST } from "../read/bundles.ts";
import { cli } from "./run.ts";

let cwd = "";
let said = "";
let end = new AbortController();
let running: Promise<number> | undefined;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-watch-"));
  said = "";
  end = new AbortController();
});
afterEach(async () => {
  end.abort();
  await running;
  rmSync(cwd, { recursive: true, force: true });
});
const put = (name: string, content: object | string): void =>
  writeFileSync(join(cwd, name), typeof content === "string" ? content : JSON.stringify(content));
const decks = (name: string): number => said.split(`out/${name}.pptx  `).length - 1;
async function start(...argv: readonly string[]): Promise<void> {
  const stream = {
    ...{ colour: false, live: false, width: 100 },
    write: async (chunk: string | Uint8Array) => {
      said += String(chunk);
    },
  };
  running = run(["build", ...argv, "--watch"], {
    out: stream,
    err: stream,
    cwd,
    interrupted: () => end.signal,
  });
  await until(() => said.includes("Ctrl-C"));
}
/** Settles when nothing was said for a second. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== said.length; ) {
    before = said.length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
async function until(done: () => boolean): Promise<void> {
  for (let n = 0; n < 1_500 && !done(); n++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done(), said).toBe(true);
}

describe("foredeck build --watch", () => {
  test("builds again what was saved, and nothing else", async () => {
    put("a.json", LEAST);
    put("b.json", LEAST);
    await start("a.json", "b.json");
    expect([decks("a"), decks("b")]).toEqual([1, 1]);
    const before = readFileSync(join(cwd, "out", "a.pptx"));
    put("a.json", { ...LEAST, title: "Open on Mondays" });
    await until(() => decks("a") === 2);
    expect(decks("b")).toBe(1);
    expect(Buffer.compare(readFileSync(join(cwd, "out", "a.pptx")), before)).not.toBe(0);
    end.abort();
    expect(await running).toBe(0);
  });

  test("waits for a broken bundle to be mended; the deck before stays", async () => {
    put("a.json", LEAST);
    await start("a.json");
    const before = readFileSync(join(cwd, "out", "a.pptx"));
    put("a.json", { ...LEAST, titel: 1 });
    await until(() => said.includes("titel"));
    expect(Buffer.compare(readFileSync(join(cwd, "out", "a.pptx")), before)).toBe(0);
    put("a.json", LEAST);
    await until(() => decks("a") === 2);
  });

  test("sees CSV files that the bundle names, also those it names only now", async () => {
    mkdirSync(join(cwd, "data"));
    put("data/v.csv", "month,n\n2026-Q1,1\n2026-Q2,2\n");
    put("a.json", LEAST);
    await start("a.json");
    const values = { csv: "data/v.csv", period: "month", value: "n" };
    put("a.json", { ...LEAST, metrics: LEAST.metrics.map((metric) => ({ ...metric, values })) });
    await until(() => decks("a") === 2);
    put("data/v.csv", "month,n\n2026-Q1,1\n2026-Q2,3\n");
    await until(() => decks("a") === 3);
  });

  test("sees a bundle that comes into a folder", async () => {
    mkdirSync(join(cwd, "in"));
    put("in/a.json", LEAST);
    await start("in");
    put("in/b.json", LEAST);
    await until(() => decks("b") === 1);
    rmSync(join(cwd, "in", "b.json"));
    put("in/a.json", { ...LEAST, title: "Open on Mondays" });
    await until(() => decks("a") === 2);
    expect(decks("b")).toBe(1);
  });

  test("sees bundles that come below a folder of a pattern, and names them as all the others", async () => {
    mkdirSync(join(cwd, "in", "x"), { recursive: true });
    put("in/x/a.json", LEAST);
    await start("in/**/*.json", "--name", "{path}-{name}");
    expect(decks("in/x-a")).toBe(1);
    // As editors do it: the file is there before its words are.
    put("in/x/b.json", "");
    await new Promise((resolve) => setTimeout(resolve, 50));
    put("in/x/b.json", LEAST);
    await until(() => decks("in/x-b") > 0);
    mkdirSync(join(cwd, "in", "y"));
    put("in/y/c.json", LEAST);
    await until(() => decks("in/y-c") > 0);
    // On a busy machine one save may be noticed twice, so that it is built twice; that is over before the next one.
    await quiet();
    const before = [decks("in/x-a"), decks("in/x-b"), decks("in/y-c")];
    put("in/y/c.json", { ...LEAST, title: "Open on Mondays" });
    await until(() => decks("in/y-c") > (before[2] ?? 0));
    expect([decks("in/x-a"), decks("in/x-b")]).toEqual(before.slice(0, 2));
  });

  test("ends at once when it is called wrongly", async () => {
    put("a.json", LEAST);
    const { exit, err } = await cli(cwd, ["build", "a.json", "--watch", "-o", "-"]);
    expect(exit).toBe(2);
    expect(err).toContain(messages.watchToStdout().what);
    expect((await cli(cwd, ["build", "missing.json", "--watch"])).exit).toBe(2);
  });
});
