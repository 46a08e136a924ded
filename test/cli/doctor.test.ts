import { chmodSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examineNode } from "../../src/cli/doctor/machine.ts";
import { isTested, LEAST_NODE } from "../../src/cli/doctor/node.ts";
import type { Examined } from "../../src/diagnostics/messages/doctor.ts";
import { LEAST } from "../read/bundles.ts";
import { newFolder, putFile } from "./new-folder.ts";
import { cli } from "./run.ts";

let cwd = "";
newFolder("doctor", (folder) => {
  cwd = folder;
});
const at = (name: string): string => join(cwd, name);
const put = (name: string, content: string): void => putFile(cwd, name, content);
const env = (): Readonly<Record<string, string>> => ({ FOREDECK_CACHE_DIR: at("cache") });
async function doctor(more: Readonly<Record<string, string>> = env()) {
  const { exit, out } = await cli(cwd, ["doctor", "--json"], false, { env: more });
  const { problems, checks } = JSON.parse(out) as {
    readonly problems: number;
    readonly checks: readonly Examined[];
  };
  const of = (name: string): readonly Examined[] => checks.filter((each) => each.name === name);
  return { exit, problems, checks, of };
}

describe("foredeck doctor", () => {
  test("finds everything in order where it is, in a line each, and leaves nothing behind", async () => {
    put("deck.json", JSON.stringify(LEAST));
    const { exit, out, err } = await cli(cwd, ["doctor"], false, { env: env() });
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toContain("1 bundle: deck.json");
    expect(out).toMatch(/\n\neverything is in order\n$/);
    expect(readdirSync(cwd)).toEqual(["deck.json"]);
  });

  test("gives each problem a way to mend it, and exit code 1", async () => {
    put("foredeck.config.json", '{\n "outdir": "x",\n "jobs": 0 }');
    const { exit, problems, of } = await doctor();
    expect([exit, problems]).toEqual([1, 2]);
    expect(of("config").map(({ state, says }) => [state, says])).toEqual([
      [
        "problem",
        expect.stringContaining('foredeck.config.json:2:2: The project file has no field "outdir"'),
      ],
      ["problem", expect.stringContaining("foredeck.config.json:3:")],
    ]);
    expect(of("config")[0]?.mend).toBe('Did you mean "outDir"?');
    expect(of("bundles")).toEqual([
      expect.objectContaining({ state: "note", mend: "foredeck init writes one." }),
    ]);
  });

  test("looks where the project file says: bundles, template, folder of decks", async () => {
    put(
      "foredeck.config.json",
      '{ "bundles": ["decks", "gone/*.json"], "outDir": "made", "template": "corp.potx" }',
    );
    put("decks/a.json", JSON.stringify(LEAST));
    put("made", "a file where the folder should be");
    put("corp.potx", "no template");
    const { of } = await doctor();
    expect(of("bundles").map(({ state }) => state)).toEqual(["fine", "problem"]);
    expect(of("bundles")[1]?.says).toContain("gone/*.json");
    expect(of("template")).toEqual([
      expect.objectContaining({ state: "problem", mend: "foredeck template check corp.potx" }),
    ]);
    expect(of("output")[0]).toMatchObject({ state: "problem", says: expect.stringContaining("made") });
  });

  test("knows a template that is not there", async () => {
    put("foredeck.config.json", '{ "template": "corp.template.json" }');
    expect((await doctor()).of("template")[0]).toMatchObject({ state: "problem" });
  });

  test("names a deck that somebody has open, the program, the person, and the file that a crash leaves", async () => {
    put("deck.json", JSON.stringify(LEAST));
    put("out/deck.pptx", "x");
    put("out/.~lock.deck.pptx#", ",ann,desk,01.12.2026 09:00,file:///x;");
    const [lock] = (await doctor()).of("locks");
    expect(lock).toMatchObject({ state: "problem", says: expect.stringContaining("LibreOffice (ann)") });
    expect(lock?.says).toContain(join("out", "deck.pptx"));
    expect(lock?.mend).toContain(join("out", ".~lock.deck.pptx#"));
  });

  test("counts the entries of the cache, and those that are damaged", async () => {
    put("deck.json", JSON.stringify(LEAST));
    await cli(cwd, ["build", "deck.json", "--format", "md"], false, { env: env() });
    // Without a build of the program that is the same in every run, nothing is kept.
    put("cache/decks-1/ab/ab12", "not what its name says");
    const [broken] = (await doctor()).of("cache");
    expect(broken).toMatchObject({ state: "problem", mend: "foredeck cache clear" });
    expect(broken?.says).toContain("1 entry is damaged");
    await cli(cwd, ["cache", "clear"], false, { env: env() });
    expect((await doctor()).of("cache")[0]).toMatchObject({ state: "fine" });
  });

  test("says where there is no cache, and where it cannot be written", async () => {
    expect((await doctor({})).of("cache")[0]).toMatchObject({ state: "note" });
    put("file", "");
    const [refused] = (await doctor({ FOREDECK_CACHE_DIR: at("file") })).of("cache");
    expect(refused).toMatchObject({ state: "problem", says: expect.stringContaining("ENOTDIR") });
  });

  test.skipIf(process.getuid?.() === 0)("says where decks may not be written", async () => {
    mkdirSync(at("out"));
    chmodSync(at("out"), 0o555);
    expect((await doctor()).of("output")[0]).toMatchObject({ state: "problem" });
    chmodSync(at("out"), 0o755);
  });

  test("finds LibreOffice on the path, and does not ask for it", async () => {
    put("bin/soffice", "#!/bin/sh\n");
    chmodSync(at("bin/soffice"), 0o755);
    const found = (await doctor({ ...env(), PATH: at("bin") })).of("libreoffice")[0];
    expect(found).toMatchObject({ state: "fine", says: expect.stringContaining(at("bin/soffice")) });
    const none = (await doctor({ ...env(), PATH: at("nowhere") })).of("libreoffice")[0];
    expect(none).toMatchObject({ state: "fine", says: expect.stringContaining("not on the path") });
  });

  test.each([
    ["18.20.1", "old", "problem"],
    ["20.18.9", "old", "problem"],
    ["20.19.0", "tested", "fine"],
    ["24.1.0", "tested", "fine"],
    ["23.5.0", "untested", "note"],
  ] as const)("Node %s is %s", (version, kind, state) => {
    expect(isTested(version)).toBe(kind);
    expect(examineNode(version).state).toBe(state);
  });

  test("asks for the Node that the manifest asks for", () => {
    const { engines } = JSON.parse(
      readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8"),
    ) as { readonly engines: { readonly node: string } };
    expect(engines.node).toBe(`>=${LEAST_NODE}`);
  });
});
