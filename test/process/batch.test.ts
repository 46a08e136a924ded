import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
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
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { shard, shardOf } from "../../src/cli/inputs/shard.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { readZip } from "../../src/ooxml/unzip.ts";
import { cli } from "../cli/run.ts";
import { LEAST } from "../read/bundles.ts";

const DIST = join(import.meta.dirname, "..", "..", "dist", "cli");
const MAIN = join(DIST, "main.js");
const worker = pathToFileURL(join(DIST, "worker.js"));
const built = existsSync(MAIN);

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-batch-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const at = (name: string): string => join(cwd, name);
const put = (name: string, content: object): void => {
  mkdirSync(join(at(name), ".."), { recursive: true });
  writeFileSync(at(name), JSON.stringify(content));
};
const env = () => ({ FOREDECK_CACHE_DIR: at(".cache") });
const build = (...argv: readonly string[]) => cli(cwd, ["build", ...argv], false, { env: env() });
const threaded = (...argv: readonly string[]) => cli(cwd, ["build", ...argv], false, { env: env(), worker });
const decksIn = (folder: string): readonly string[] =>
  readdirSync(at(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".pptx"))
    .sort();

describe("which bundles", () => {
  beforeEach(() => {
    for (const name of ["teams/a/one.json", "teams/b/two.json", "teams/b/deep/three.json"])
      put(name, { ...LEAST, title: name, locale: "en-US" });
    put("teams/a/package.json", { name: "something else", charts: 2 });
    put("teams/node_modules/x/four.json", LEAST);
  });

  test("a pattern stands for the bundles that match, whoever expands it; other files are passed over", async () => {
    const { exit, err } = await build("teams/**/*.json", "--verbose");
    expect(exit).toBe(0);
    expect(decksIn("out")).toEqual(["one.pptx", "three.pptx", "two.pptx"]);
    expect(err).toContain(messages.skippedFile("teams/a/package.json"));
    // What lies in the folder of outputs is no bundle, whatever it looks like.
    put("out/extra.json", LEAST);
    const { out } = await build("**/{one,extra}.json");
    expect(out).toBe(`${join("out", "one.pptx")}  unchanged\n`);
  });

  test("a pattern that matches nothing is a usage error; a file of that very name is a file", async () => {
    const { exit, err } = await build("nothing/*.json");
    expect({ exit, said: err.includes(messages.noBundleMatches("nothing/*.json").what) }).toEqual({
      exit: 2,
      said: true,
    });
    put("a[1].json", LEAST);
    expect((await build("a[1].json")).exit).toBe(0);
    expect(decksIn("out")).toEqual(["a[1].pptx"]);
  });

  test("--name makes names from the path and the text of each bundle", async () => {
    const { exit } = await build("teams/**/*.json", "--name", "{path}/{folder}-{name}-{locale}");
    expect(exit).toBe(0);
    expect(decksIn("out")).toEqual([
      "teams/a/a-one-en-US.pptx",
      "teams/b/b-two-en-US.pptx",
      "teams/b/deep/deep-three-en-US.pptx",
    ]);
    await build("teams/a/one.json", "--name", "{title} {status}", "--out-dir", "titled");
    expect(decksIn("titled")).toEqual(["teams-a-one.json draft.pptx"]);
  });

  test.each([
    [["--name", "{nmae}"], "Did you mean {name}?"],
    [["--name", "{date}"], messages.emptyToken("teams/a/one.json", "date").what],
    [["--name", "../{name}"], messages.badName("../one").what],
    [["--name", "{name}", "-o", "x.pptx"], messages.nameWithOutput().what],
    [["--report", "teams/a/one.json"], messages.reportIsOutput("teams/a/one.json").what],
    [["--shard", "3/2"], messages.badShard],
    [["--jobs", "0"], messages.badSize],
  ])("%j is refused before anything is written", async (more, expected) => {
    const { exit, err } = await build("teams/a/one.json", ...more);
    expect(exit).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain(expected);
    expect(existsSync(at("out"))).toBe(false);
  });

  test("two decks of one name are refused before anything is written, letter case aside", async () => {
    put("teams/c/One.json", LEAST);
    const { exit, err } = await build("teams/a/one.json", "teams/c/One.json");
    expect(exit).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain(
      messages.sameOutput(join("out", "one.pptx"), ["teams/a/one.json", "teams/c/One.json"]).what,
    );
    expect(existsSync(at("out"))).toBe(false);
  });

  test("shares together are all bundles, each once, whatever the order of the arguments", async () => {
    for (const index of [1, 2]) {
      const args = index === 1 ? ["teams/a", "teams/b"] : ["teams/b", "teams/a"];
      const { exit } = await build(...args, "--shard", `${index}/2`, "--out-dir", `part${index}`);
      expect(exit).toBe(0);
    }
    expect([...decksIn("part1"), ...decksIn("part2")].sort()).toEqual(["one.pptx", "two.pptx"]);
    const empty = await build("teams/a", "--shard", "2/2");
    expect(empty).toMatchObject({ exit: 0, out: "" });
    expect(empty.err).toContain(messages.emptyShard(2, 2, 1));
  });
});

test("a share is every n-th of the sorted list", () => {
  const all = ["d", "b", "a", "c", "e"];
  const share = (text: string) => shardOf(all, (one) => one, shard(text));
  expect([share("1/2"), share("2/2"), share("5/5"), share("1/1")]).toEqual([
    ["a", "c", "e"],
    ["b", "d"],
    ["e"],
    ["a", "b", "c", "d", "e"],
  ]);
});

describe("one bad bundle", () => {
  test("does not stop the others; exit code, report and last line say which failed and why", async () => {
    put("a.json", LEAST);
    put("b.json", { ...LEAST, titel: 1 });
    put("c.json", LEAST);
    const { exit, out, err } = await build(
      "a.json",
      "b.json",
      "missing.json",
      "c.json",
      "--report",
      "r/report.json",
    );
    expect(exit).toBe(2);
    expect(decksIn("out")).toEqual(["a.pptx", "c.pptx"]);
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(err).toContain("4 bundles: 2 built, 0 unchanged, 2 failed in ");
    expect(JSON.parse(readFileSync(at("r/report.json"), "utf8"))).toMatchObject({
      version: 1,
      exit: 2,
      summary: { bundles: 4, built: 2, unchanged: 0, failed: 2, left: 0 },
      bundles: [
        { bundle: "a.json", state: "built", outputs: [{ deck: join("out", "a.pptx") }] },
        { bundle: "b.json", state: "failed", outputs: [], diagnostics: [{ code: "bundle/unknown-field" }] },
        { bundle: "missing.json", state: "failed", diagnostics: [{ code: "host/not-found" }] },
        { bundle: "c.json", state: "built" },
      ],
    });
    // The report is no bundle, though it speaks of charts.
    const { err: again } = await build("r", "--verbose");
    expect(again).toContain(messages.folderWithoutBundles("r").what);
  });
});

describe.skipIf(!built)("threads (need dist/: npm run build)", () => {
  beforeEach(() => {
    for (const name of ["a", "b", "c", "d"]) put(`${name}.json`, { ...LEAST, title: `Open ${name}` });
    put("bad.json", { ...LEAST, titel: 1 });
  });

  test("make the same decks, findings and order as one thread does", async () => {
    const argv = ["a.json", "bad.json", "b.json", "c.json", "d.json", "--no-cache"];
    const one = await threaded(...argv, "--jobs", "1", "--out-dir", "x");
    const three = await threaded(...argv, "--jobs", "3", "--out-dir", "y");
    expect([one.exit, three.exit]).toEqual([1, 1]);
    const plain = (text: string): string =>
      text.replaceAll(/[\d.]+ (s|decks\/s)\b/g, "").replaceAll("y/", "x/");
    expect(plain(three.out)).toBe(plain(one.out));
    expect(plain(three.err)).toBe(plain(one.err));
    for (const name of decksIn("x"))
      expect(readFileSync(at(`x/${name}`)).equals(readFileSync(at(`y/${name}`))), name).toBe(true);
    expect(decksIn("y")).toHaveLength(4);
  });

  test("check the same bundles with the same report as one thread does", async () => {
    const argv = ["check", "a.json", "bad.json", "b.json", "gone.json", "c.json"];
    const check = (...more: readonly string[]) =>
      cli(cwd, [...argv, ...more, "--format", "json"], false, { worker });
    const one = await check("--jobs", "1");
    const three = await check("--jobs", "3");
    expect(JSON.parse(one.out).bundles).toHaveLength(5);
    expect(three).toEqual(one);
    expect(one.exit).toBe(2);
  });

  test("show a bar where somebody watches, wiped before each line, and none elsewhere", async () => {
    const watched = await cli(cwd, ["build", "a.json", "b.json"], true, { env: env(), worker });
    expect(watched.err).toContain("█");
    expect(watched.err).toContain("\r\u001b[K");
    expect(watched.err).toContain("2/2");
    const piped = await threaded("a.json", "b.json");
    expect(piped.err).not.toContain("█");
    const dumb = await cli(cwd, ["build", "a.json", "b.json"], true, {
      env: { ...env(), TERM: "dumb" },
      worker,
    });
    expect(dumb.err).not.toContain("█");
  });

  test("told to end, finish what they have begun and say what is left", async () => {
    const stop = new AbortController();
    stop.abort();
    const { exit, err } = await cli(cwd, ["build", "a.json", "b.json", "--report", "r.json"], false, {
      env: env(),
      worker,
      interrupted: () => stop.signal,
    });
    expect(exit).toBe(130);
    expect(err).toContain(messages.interrupted(2));
    expect(JSON.parse(readFileSync(at("r.json"), "utf8"))).toMatchObject({
      bundles: [{ state: "not begun" }, { state: "not begun" }],
    });
  });

  test("killed in the middle, a run leaves whole decks only, and the next one goes on from there", async () => {
    const names = Array.from({ length: 12 }, (_, n) => `k${n}.json`);
    for (const name of names) put(name, { ...LEAST, title: name });
    const argv = [MAIN, "build", ...names, "--jobs", "2"];
    const options = { cwd, env: { ...process.env, ...env() } };
    const child = spawn(process.execPath, argv, { ...options, stdio: "ignore" });
    const ended = once(child, "exit");
    const done = () => (existsSync(at("out")) ? decksIn("out").length : 0);
    for (let waited = 0; done() < 3 && waited < 60_000; waited += 5) await sleep(5);
    child.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
    const before = done();
    expect(before).toBeGreaterThanOrEqual(3);
    expect(before).toBeLessThan(names.length);
    for (const name of decksIn("out"))
      expect((await readZip(readFileSync(at(`out/${name}`)))).size, name).toBeGreaterThan(20);
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { ...options, encoding: "utf8" });
    expect(status).toBe(0);
    expect(stdout.match(/unchanged/g)?.length ?? 0).toBeGreaterThanOrEqual(before);
    expect(stderr).toContain("12 bundles: ");
    expect(decksIn("out")).toHaveLength(names.length);
    expect(readdirSync(at("out")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
