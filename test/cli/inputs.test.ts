import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isBundle } from "../../src/cli/inputs/find.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { LEAST } from "../read/bundles.ts";
import { cli } from "./run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-inputs-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), content);
};
const GOOD = JSON.stringify(LEAST);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a file that nobody named", () => {
  const broken: readonly (readonly [string, string | Uint8Array])[] = [
    ["empty.json", ""],
    ["blank.json", " \n"],
    ["utf16.json", Buffer.from(`\uFEFF${GOOD}`, "utf16le")],
    ["utf16-bare.json", Buffer.from(GOOD, "utf16le")],
    ["zeros.json", new Uint8Array(40)],
    ["open.json", "{broken"],
    ["half.jsonc", GOOD.slice(0, 12)],
    ["deep.json", "[".repeat(100_000)],
    ["deeper.json", `{ "title": "T", "extends": ${"[".repeat(100_000)}`],
  ];
  const sound: readonly (readonly [string, string])[] = [
    ["package.json", '{ "name": "x", "version": "1.0.0", "charts": 2 }'],
    ["tsconfig.json", '{ // how it is compiled\n "compilerOptions": { "strict": true, }, }'],
    ["list.json", "[1, 2]"],
    ["word.json", '"why"'],
    ["none.json", "null"],
  ];

  test.each(broken)("and that cannot be read as JSON counts as a bundle: %s", async (_, content) => {
    expect(await isBundle(typeof content === "string" ? bytesOf(content) : content)).toBe(true);
  });
  test.each(sound)("and is sound JSON of something else does not: %s", async (_, content) => {
    expect(await isBundle(bytesOf(content))).toBe(false);
  });
  test.each([GOOD, '{ "why": "A sentence" }', '{ "title": "T", "ask": { "decision": "Do it" } } // soon'])(
    "is a bundle by what it names: %s",
    async (text) => {
      expect(await isBundle(bytesOf(text))).toBe(true);
    },
  );

  test.each(["build", "check"])(
    "is reported by %s of a folder or pattern when it is broken",
    async (command) => {
      put("d/good.json", GOOD);
      put("d/package.json", '{ "name": "x" }');
      for (const [name, content] of broken) put(`d/${name}`, content);
      const set = ["--set", "version=1"];
      for (const argv of [["d"], ["d/*.{json,jsonc}"], ["d", ...set]]) {
        const { exit, out, err } = await cli(cwd, [command, ...argv]);
        expect(exit).toBe(2);
        for (const [name] of broken) expect(out + err, name).toContain(name);
        expect(err).toContain(messages.skippedFiles([join("d", "package.json")]));
      }
    },
  );

  test("and is passed over is counted, named with --verbose, and not spoken of with --quiet", async () => {
    put("d/good.json", GOOD);
    for (const [name, content] of sound) put(`d/${name}`, content);
    const files = sound.map(([name]) => join("d", name)).sort();
    expect((await cli(cwd, ["build", "d"])).err).toContain(`${messages.skippedFiles(files)}\n`);
    expect(messages.skippedFiles(files)).toMatch(/^5 files skipped \(not bundles\): .* and 2 more$/);
    const { err } = await cli(cwd, ["build", "d", "--verbose"]);
    for (const file of files) expect(err).toContain(messages.skippedFile(file));
    expect((await cli(cwd, ["build", "d", "--quiet"])).err).not.toContain("skipped");
  });

  test("and holds the replies to a bundle is not spoken of", async () => {
    put("d/good.json", GOOD);
    put("d/good.replies.json", '{ "format": 1, "replies": [] }');
    for (const arg of ["d", "d/*.json"]) {
      const { exit, err } = await cli(cwd, ["build", arg]);
      expect(exit, err).toBe(0);
      expect(err).not.toContain("skipped");
    }
  });
});

describe("a bundle that is named twice", () => {
  beforeEach(() => put("teams/a/x.json", GOOD));

  test.each([
    ["./teams/a/x.json", "teams/a/x.json"],
    ["teams/a/x.json", "teams/a"],
    ["teams/../teams/a/x.json", "teams/**/*.json"],
  ])("is built once: %s %s", async (...args) => {
    const { exit, out } = await cli(cwd, ["build", ...args, "--json"]);
    expect(exit).toBe(0);
    expect(JSON.parse(out).summary).toMatchObject({ bundles: 1, built: 1 });
  });

  test("by way of a link to its folder is built once, under the name without links", async () => {
    symlinkSync("a", join(cwd, "teams", "0"), "dir");
    const { exit } = await cli(cwd, ["build", "teams/**/*.json", "--name", "{folder}-{name}"]);
    expect(exit).toBe(0);
    expect(readdirSync(join(cwd, "out"))).toEqual(["a-x.pptx"]);
  });

  test("is two when a link gives it another name", async () => {
    symlinkSync("x.json", join(cwd, "teams", "a", "latest.json"));
    expect((await cli(cwd, ["build", "teams/a"])).exit).toBe(0);
    expect(readdirSync(join(cwd, "out"))).toEqual(["latest.pptx", "x.pptx"]);
  });
});
