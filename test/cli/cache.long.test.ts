import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildWithThemes } from "../../src/cli/cache/decks.ts";
import { cacheFolder } from "../../src/cli/cache/folder.ts";
import { digestOf, openStore } from "../../src/cli/cache/store.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { LEAST } from "../read/bundles.ts";
import { cli } from "./run.ts";

let cwd = "";
let cache = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-cache-"));
  cache = join(cwd, ".cache");
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (name: string, content: object | string): void =>
  writeFileSync(join(cwd, name), typeof content === "string" ? content : JSON.stringify(content));
const build = (...argv: readonly string[]) =>
  cli(cwd, ["build", ...argv], false, { env: { FOREDECK_CACHE_DIR: cache } });
/** What a second run of the same call does, after something was changed. */
async function again(argv: readonly string[], change: () => void): Promise<"built" | "unchanged"> {
  await build(...argv);
  change();
  const { out, exit } = await build(...argv);
  expect(exit).toBe(0);
  return out.endsWith("unchanged\n") ? "unchanged" : "built";
}
const entries = (part: string): readonly string[] =>
  readdirSync(cache, { recursive: true, encoding: "utf8" })
    .filter((name) => name.startsWith(part))
    .map((name) => join(cache, name))
    .filter((path) => statSync(path).isFile());

describe("a bundle that was built before", () => {
  test("is not built again, and its deck is not touched", async () => {
    put("a.json", LEAST);
    let before = 0;
    const what = await again(["a.json"], () => {
      before = statSync(join(cwd, "out", "a.pptx")).mtimeMs;
    });
    expect(what).toBe("unchanged");
    expect(statSync(join(cwd, "out", "a.pptx")).mtimeMs).toBe(before);
  });

  const values = { csv: "data/v.csv", period: "month", value: "n" };
  const withCsv = { ...LEAST, metrics: LEAST.metrics.map((metric) => ({ ...metric, values })) };
  test.each<[string, () => void]>([
    ["its text", () => put("a.json", { ...withCsv, title: "Open on Mondays" })],
    ["a CSV file that it names", () => put("data/v.csv", "month,n\n2026-Q1,1\n2026-Q2,4\n")],
  ])("is built again after a change of %s", async (_, change) => {
    mkdirSync(join(cwd, "data"));
    put("data/v.csv", "month,n\n2026-Q1,1\n2026-Q2,2\n");
    put("a.json", withCsv);
    expect(await again(["a.json"], () => undefined)).toBe("unchanged");
    change();
    expect((await build("a.json")).out).toContain("slides");
    expect((await build("a.json")).out).toMatch(/unchanged\n$/);
  });

  test.each([
    [["--charts", "picture"]],
    [["--lenient"]],
    [["--force"]],
    [["--format", "md"]],
    [["--no-cache"]],
  ])("is built again with %j", async (more) => {
    put("a.json", LEAST);
    await build("a.json", "-o", "first.pptx");
    const { decks } = JSON.parse((await build("a.json", "--json", ...more)).out) as {
      decks: { state: string }[];
    };
    expect(decks).toMatchObject([{ state: "built" }]);
  });

  test("is built again by another build of the program, or with another theme", async () => {
    const themes = join(cwd, "themes");
    mkdirSync(themes);
    put("themes/a.json", { one: 1 });
    const host = createNodeHost({ themes });
    const first = await buildWithThemes("1", host);
    expect(await buildWithThemes("1", host)).toBe(first);
    expect(await buildWithThemes("2", host)).not.toBe(first);
    put("themes/a.json", { one: 2 });
    expect(await buildWithThemes("1", host)).not.toBe(first);
  });

  test("gives back a deck that was deleted, byte for byte, also under another name", async () => {
    put("a.json", LEAST);
    await build("a.json");
    const deck = readFileSync(join(cwd, "out", "a.pptx"));
    rmSync(join(cwd, "out"), { recursive: true });
    put("b.json", LEAST);
    const { exit } = await build("a.json", "b.json");
    expect(exit).toBe(0);
    for (const name of ["a", "b"])
      expect(Buffer.compare(readFileSync(join(cwd, "out", `${name}.pptx`)), deck)).toBe(0);
  });

  test("says its findings again, under the name that it has now", async () => {
    const { approver: _, ...ask } = { decision: "Approve it", approver: "" };
    put("a.json", { ...LEAST, ask, status: "draft" });
    const first = await build("a.json");
    expect(first.err).toContain("a.json:");
    expect((await build("a.json")).err).toBe(first.err);
    put("b.json", { ...LEAST, ask, status: "draft" });
    expect((await build("b.json")).err).toBe(first.err.replaceAll("a.json", "b.json"));
  });
});

describe("the cache", () => {
  test("leaves out damaged entries, says so to those who ask, and mends them", async () => {
    put("a.json", LEAST);
    await build("a.json");
    const deck = readFileSync(join(cwd, "out", "a.pptx"));
    for (const path of [...entries("records-1"), ...entries("decks-1")]) writeFileSync(path, "damaged");
    rmSync(join(cwd, "out"), { recursive: true });
    const { exit, err } = await build("a.json", "--verbose");
    expect(exit).toBe(0);
    expect(err).toContain("damaged entry");
    expect(Buffer.compare(readFileSync(join(cwd, "out", "a.pptx")), deck)).toBe(0);
    // A sound record whose deck is damaged.
    for (const path of entries("decks-1")) writeFileSync(path, "damaged");
    rmSync(join(cwd, "out"), { recursive: true });
    expect((await build("a.json")).exit).toBe(0);
    expect(Buffer.compare(readFileSync(join(cwd, "out", "a.pptx")), deck)).toBe(0);
  });

  test("that cannot be written is done without", async () => {
    put("a.json", LEAST);
    writeFileSync(cache, "a file where a folder should be");
    const { exit, err } = await build("a.json", "--verbose");
    expect(exit).toBe(0);
    expect(err).toContain(`The cache in ${cache} could not be written`);
    expect(readdirSync(join(cwd, "out"))).toEqual(["a.pptx"]);
  });

  test("is done without by a run of many bundles, which says so once", async () => {
    for (const name of ["a", "b"]) put(`${name}.json`, { ...LEAST, title: `Open ${name}` });
    writeFileSync(cache, "a file where a folder should be");
    const { exit, err } = await build("a.json", "b.json");
    expect(exit).toBe(0);
    expect(err.split("could not be written")).toHaveLength(2);
  });

  /** Every record as somebody wrote it who knows how: its digest is right. */
  const forge = (folder: string, change: (body: string) => string): number => {
    const paths = entries(folder);
    for (const path of paths) {
      const body = change(readFileSync(path, "utf8").split("\n").slice(1).join("\n"));
      writeFileSync(path, `${digestOf(body)}\n${body}`);
    }
    return paths.length;
  };
  test.each<[string, (body: string) => string]>([
    ["no JSON", () => "{"],
    ["null", () => "null"],
    ["nothing", () => ""],
    ["a number", () => "7"],
    ["an empty object", () => "{}"],
    ["a list of numbers", () => "[1]"],
    ["no files", (body) => body.replace(/"files":\[.*\]/, '"files":[]')],
    ["a suffix that leads out", (body) => body.replaceAll(/"suffix":"/g, '"suffix":"/../../stolen')],
    ["a digest that is a path", (body) => body.replaceAll(/[0-9a-f]{64}/g, "../../../a.json")],
    ["findings that are none", (body) => body.replace('"diagnostics":[', '"diagnostics":[{"what":1},')],
    ["a size that is none", (body) => body.replaceAll(/"size":\d+/g, '"size":"1"')],
    ["nested lists", () => "[".repeat(5_000) + "]".repeat(5_000)],
  ])("does not believe a record that holds %s, and makes it anew", async (_, change) => {
    put("a.json", LEAST);
    const argv = ["a.json", "--format", "svg", "--out-dir", "deep/out"];
    await build(...argv);
    const files = readdirSync(cwd, { recursive: true, encoding: "utf8" })
      .filter((name) => !name.startsWith(".cache"))
      .sort();
    for (const folder of ["records-1", "written/records-1"]) {
      rmSync(join(cwd, "deep"), { recursive: true });
      expect(forge(folder, change)).toBeGreaterThan(0);
      const { exit } = await build(...argv);
      expect(exit).toBe(0);
      const now = readdirSync(cwd, { recursive: true, encoding: "utf8" });
      expect(now.filter((name) => !name.startsWith(".cache")).sort()).toEqual(files);
      expect((await build(...argv)).out).toMatch(/unchanged\n$/);
    }
  });

  test("is used by several runs at once", async () => {
    for (const name of ["a", "b", "c"]) put(`${name}.json`, { ...LEAST, title: `Open ${name}` });
    const runs = await Promise.all(
      ["x", "y", "z"].map((folder) => build("a.json", "b.json", "c.json", "--out-dir", folder)),
    );
    expect(runs.map(({ exit }) => exit)).toEqual([0, 0, 0]);
    for (const name of ["a", "b", "c"]) {
      const [x, y, z] = ["x", "y", "z"].map((folder) => readFileSync(join(cwd, folder, `${name}.pptx`)));
      expect(x !== undefined && y?.equals(x) === true && z?.equals(x) === true).toBe(true);
    }
    expect(entries("half")).toEqual([]);
    expect(
      (await build("a.json", "b.json", "c.json", "--out-dir", "x")).out.match(/unchanged/g),
    ).toHaveLength(3);
  });

  test("`cache where` names its folder, `cache clear` empties it and nothing else", async () => {
    put("a.json", LEAST);
    await build("a.json");
    const env = { env: { FOREDECK_CACHE_DIR: cache } };
    expect(await cli(cwd, ["cache", "where"], false, env)).toMatchObject({ exit: 0, out: `${cache}\n` });
    writeFileSync(join(cache, "notes.txt"), "mine");
    const { out } = await cli(cwd, ["cache", "clear"], false, env);
    expect(out).toMatch(/^[1-9]\d* entries, [\d.]+ MB removed from /);
    expect([...entries("records-1"), ...entries("decks-1")]).toEqual([]);
    expect(readFileSync(join(cache, "notes.txt"), "utf8")).toBe("mine");
    const { exit, err } = await cli(cwd, ["cache", "clear"], false, { env: {} });
    expect({ exit, said: err.replaceAll(/\s+/g, " ").includes(messages.noCache().what) }).toEqual({
      exit: 2,
      said: true,
    });
  });

  test("`cache clear` on a cache that cannot be one is refused", async () => {
    writeFileSync(join(cwd, "file"), "");
    const below = await cli(cwd, ["cache", "clear"], false, { env: { XDG_CACHE_HOME: join(cwd, "file") } });
    expect(below.exit).toBe(2);
    expect(below.err.replaceAll(/\s+/g, " ")).toContain(
      messages.cacheNotCleared(join(cwd, "file", "foredeck"), "ENOTDIR").what,
    );
  });

  test("forgets what was used longest ago when it grows too large", async () => {
    const store = openStore(cache, () => undefined);
    const keep = await store.putBytes(new Uint8Array(400).fill(1));
    const old = await store.putBytes(new Uint8Array(400).fill(2));
    for (const path of entries("decks-1")) {
      const { utimesSync } = await import("node:fs");
      const day = path.endsWith(old) ? 1 : 2;
      utimesSync(path, day * 86_400, day * 86_400);
    }
    await store.prune(1_000);
    expect(entries("decks-1")).toHaveLength(2);
    await store.prune(500);
    expect(await store.bytes(old)).toBeUndefined();
    expect(await store.bytes(keep)).toHaveLength(400);
  });
});

test.each<[Record<string, string>, NodeJS.Platform, string | undefined, string | undefined]>([
  [{ FOREDECK_CACHE_DIR: "kept", HOME: "/h" }, "linux", undefined, "/w/kept"],
  [{ FOREDECK_CACHE_DIR: "/else" }, "linux", "given", "/w/given"],
  [{ FOREDECK_CACHE_DIR: "", XDG_CACHE_HOME: "/x", HOME: "/h" }, "linux", undefined, "/x/foredeck"],
  [{ XDG_CACHE_HOME: "relative", HOME: "/h" }, "linux", undefined, "/h/.cache/foredeck"],
  [{ HOME: "/h" }, "darwin", undefined, "/h/Library/Caches/foredeck"],
  [{ LOCALAPPDATA: "/l" }, "win32", undefined, "/l/foredeck/Cache"],
  [{}, "linux", undefined, undefined],
])("%j on %s, --cache-dir %s: %s", (env, platform, asked, expected) => {
  expect(cacheFolder(asked, { cwd: "/w", env }, platform)).toBe(expected);
});

test("a digest tells two texts from one", () => {
  expect(digestOf("ab", "c")).not.toBe(digestOf("a", "bc"));
});
