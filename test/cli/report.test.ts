import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { checkTarget } from "../../src/host/write.ts";
import { LEAST } from "../read/bundles.ts";
import { newFolder, putFile } from "./new-folder.ts";
import { cli } from "./run.ts";

let cwd = "";
newFolder("report", (folder) => {
  cwd = folder;
  for (const name of ["a/x.json", "b/x.json"]) put(name, JSON.stringify(LEAST));
});
const at = (name: string): string => join(cwd, name);
const put = (name: string, content: string): void => putFile(cwd, name, content);
interface Report {
  readonly exit: number;
  readonly refused: readonly Diagnostic[];
  readonly passedOver: readonly string[];
  readonly bundles: readonly {
    readonly bundle: string;
    readonly state: string;
    readonly fitting?: readonly { readonly dropped: readonly string[] }[];
  }[];
}
const report = (name = "r.json"): Report => JSON.parse(readFileSync(at(name), "utf8")) as Report;
const build = (...argv: readonly string[]) => cli(cwd, ["build", ...argv]);
const plain = (text: string): string => text.replaceAll(/\s+/g, " ");

describe("the report", () => {
  test("says what fitting a chart took, and which labels found no place", async () => {
    const data = Array.from({ length: 26 }, (_, n) => ({ label: `C${n}`, value: 100_000 + 137 * n }));
    const chart = {
      ...{ id: "crowd", kind: "column", message: "Many columns are too many to carry their numbers" },
      ...{ unit: "visits", period: "2026", better: "higher", data },
    };
    put("c/x.json", JSON.stringify({ ...LEAST, charts: [chart] }));
    await build("c", "--report", "r.json");
    const [{ fitting = [] } = {}] = report().bundles;
    expect(fitting).toEqual([
      expect.objectContaining({ chart: "crowd", steps: ["axis-shown"], slide: expect.any(Number) }),
    ]);
    expect(fitting[0]?.dropped).toContain("100,137");
  });

  test("of a run that is done names what was passed over, and nothing refused", async () => {
    put("a/package.json", "{}");
    const { exit, out } = await build("a", "--report", "r.json", "--json");
    expect(exit).toBe(0);
    const passedOver = [join("a", "package.json")];
    expect(report()).toMatchObject({
      ...{ version: 1, exit: 0, refused: [], passedOver },
      bundles: [{ bundle: join("a", "x.json"), state: "built" }],
    });
    expect(JSON.parse(out)).toMatchObject({ passedOver });
  });

  test.each<[string, readonly string[], string]>([
    ["two decks of one name", ["a/x.json", "b/x.json"], "cli/output"],
    ["a folder without a bundle", ["empty"], "cli/no-bundles"],
    ["a pattern without a match", ["none/*.json"], "cli/no-bundles"],
    ["a name that cannot be made", ["a", "--name", "{nmae}"], "cli/name"],
    ["a theme that is not there", ["a", "--theme", "bordroom"], "bundle/unknown-theme"],
    ["an output over a bundle", ["a/x.json", "-o", "a/x.json"], "cli/output"],
    ["options that exclude each other", ["a/x.json", "-o", "y.pptx", "--out-dir", "z"], "cli/output"],
  ])("of a call that is refused says why, in place of the last one: %s", async (_, argv, code) => {
    mkdirSync(at("empty"));
    await build("a/x.json", "--report", "r.json");
    expect(report()).toMatchObject({ exit: 0, bundles: [{ state: "built" }] });
    const { exit, out } = await build(...argv, "--report", "r.json", "--json");
    expect(exit).toBe(2);
    const { refused } = report();
    expect(report()).toMatchObject({ version: 1, exit: 2, refused: [{ code }], bundles: [] });
    expect(JSON.parse(out)).toMatchObject({ decks: [], diagnostics: refused });
  });

  test.each<[string, readonly string[]]>([
    ["a/x.json", ["a/x.json"]],
    ["./a/x.json", ["a/x.json", "b/x.json"]],
    ["link.json", ["a/x.json", "empty"]],
    ["out/x.pptx", ["a/x.json", "b/x.json"]],
    ["y.pptx", ["a/x.json", "b/x.json", "-o", "y.pptx"]],
  ])("is not written over %s, which is part of the call %j", async (target, argv) => {
    mkdirSync(at("empty"));
    symlinkSync(join("a", "x.json"), at("link.json"));
    for (const deck of ["out/x.pptx", "y.pptx"]) put(deck, "somebody's");
    const before = readFileSync(at(target));
    const { exit, err } = await build(...argv, "--report", target);
    expect(exit).toBe(2);
    expect(plain(err)).toContain(messages.reportIsOutput(target).what);
    expect(readFileSync(at(target)).equals(before)).toBe(true);
  });
});

describe("a report that cannot be written", () => {
  test("is refused before anything is begun, with a way out that helps", async () => {
    const { exit, out, err } = await build("a/x.json", "--report", "b", "--json");
    expect(exit).toBe(2);
    const [found] = (JSON.parse(out) as { diagnostics: readonly Diagnostic[] }).diagnostics;
    expect(found).toEqual(messages.nothingBuilt(messages.targetIsFolder("b")));
    expect(found?.hint).toContain("--report");
    expect(err).toBe("");
    expect(existsSync(at("out"))).toBe(false);
  });

  test("once all else was done is said rightly, and --json printed all the same", async () => {
    // Below a file that is there only once the deck is.
    const target = "out/x.pptx/r.json";
    const { exit, out } = await build("a/x.json", "--report", target, "--json");
    expect(exit).toBe(2);
    const missing = messages.reportMissing(messages.targetBelowFile(target));
    expect(JSON.parse(out)).toMatchObject({ decks: [{ state: "built" }] });
    expect((JSON.parse(out) as { diagnostics: unknown[] }).diagnostics).toContainEqual(missing);
    expect(missing.why).not.toContain("Nothing was changed");
    expect(existsSync(at("out/x.pptx"))).toBe(true);
  });

  test("is refused by check as well, before it looks at anything", async () => {
    for (const option of ["--report", "-o"]) {
      const { exit, out, err } = await cli(cwd, ["check", "a/x.json", option, "b"]);
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
      expect(plain(err)).toContain(messages.nothingChecked(messages.targetIsFolder("b")).why);
    }
  });
});

test("what may be written is told from what may not, and nothing is made", async () => {
  put("file", "");
  await checkTarget(at("new/deep/file.json"));
  await checkTarget(at("file"));
  expect(existsSync(at("new"))).toBe(false);
  await expect(checkTarget(cwd)).rejects.toMatchObject({ code: "EISDIR" });
  await expect(checkTarget(at("file/below/it"))).rejects.toMatchObject({ code: "ENOTDIR" });
});

describe("decks of one name", () => {
  test("are one finding for each output, whatever the number of bundles", async () => {
    const folders = Array.from({ length: 12 }, (_, n) => `t${String(n).padStart(2, "0")}`);
    for (const folder of folders) put(`${folder}/x.json`, JSON.stringify(LEAST));
    const { exit, out } = await build("t*/x.json", "--format", "pptx,md", "--json");
    expect(exit).toBe(2);
    const files = folders.map((folder) => join(folder, "x.json"));
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [
        messages.sameOutput(join("out", "x.pptx"), files),
        messages.sameOutput(join("out", "x.md"), files),
      ],
    });
  });

  test("are named, and the rest counted where there are many", () => {
    const said = (...files: readonly string[]) => messages.sameOutput("o", files).what;
    expect(said("a", "b")).toBe('"a" and "b" would both be written to "o".');
    expect(said("a", "b", "c")).toBe('"a", "b" and "c" would all be written to "o".');
    expect(said("a", "b", "c", "d")).toBe('"a", "b", "c" and "d" would all be written to "o".');
    expect(said("a", "b", "c", "d", "e")).toBe('"a", "b", "c" and 2 more would all be written to "o".');
  });
});
