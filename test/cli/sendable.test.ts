import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

/** What `foredeck build` makes of errors and warnings in the argument. */
const BEFORE = "the deck that was there before";
const { approver: _, ...undecided } = SOUND.ask ?? { decision: "Approve it" };
/** Nobody decides: an error. */
const UNSOUND: Bundle = { ...SOUND, ask: undecided };
const NO_RISKS: Bundle = { ...SOUND, risks: [] };

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-sendable-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const build = (bundle: Bundle, ...argv: string[]) => {
  writeFileSync(join(cwd, "b.json"), JSON.stringify(bundle, undefined, 2));
  return cli(cwd, ["build", "b.json", "-o", "d.pptx", ...argv]);
};
/** Text of every slide, in order of name. */
const slides = (): readonly string[] => {
  const parts = unzipSync(readFileSync(join(cwd, "d.pptx")));
  return Object.entries(parts)
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes));
};

describe("a final deck", () => {
  test("is built when its argument is sound, and carries no draft mark", async () => {
    expect(await build(SOUND)).toMatchObject({ exit: 0, err: "" });
    expect(slides().filter((xml) => /\bDraft\b/i.test(xml))).toEqual([]);
  });

  test("with errors is not built; the deck that was there before survives", async () => {
    writeFileSync(join(cwd, "d.pptx"), BEFORE);
    const { exit, out, err } = await build(UNSOUND);
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toContain("ask/complete");
    expect(err).toContain(messages.notSendable("b.json", 1));
    expect(readFileSync(join(cwd, "d.pptx"), "utf8")).toBe(BEFORE);
  });

  test("with errors and --force is built, every slide marked as a draft", async () => {
    const { exit, out, err } = await build(UNSOUND, "--force");
    expect(exit).toBe(0);
    expect(out).toContain("d.pptx");
    expect(err).toContain("ask/complete");
    expect(err).toContain(messages.forced("d.pptx", 1));
    const all = slides();
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter((xml) => !/\bDraft\b/i.test(xml))).toEqual([]);
  });

  test("--force changes nothing where nothing is wrong", async () => {
    await build(SOUND);
    const before = readFileSync(join(cwd, "d.pptx"));
    expect(await build(SOUND, "--force")).toMatchObject({ exit: 0, err: "" });
    expect(Buffer.compare(readFileSync(join(cwd, "d.pptx")), before)).toBe(0);
  });

  test("one that cannot be sent does not keep another from being built", async () => {
    writeFileSync(join(cwd, "a.json"), JSON.stringify(UNSOUND));
    writeFileSync(join(cwd, "b.json"), JSON.stringify(SOUND));
    const { exit, out } = await cli(cwd, ["build", "a.json", "b.json", "--json"]);
    expect(exit).toBe(1);
    const { decks, diagnostics } = JSON.parse(out) as {
      decks: { bundle: string; errors: number; warnings: number }[];
      diagnostics: Diagnostic[];
    };
    expect(decks).toMatchObject([{ bundle: "b.json", errors: 0, warnings: 0 }]);
    expect(diagnostics.map((d) => d.code)).toEqual(["ask/complete"]);
    expect(existsSync(join(cwd, "out", "a.pptx"))).toBe(false);
  });

  test("warnings are counted in one line and not printed", async () => {
    const { exit, err } = await build(NO_RISKS);
    expect(exit).toBe(0);
    expect(err).toBe(`${messages.warningsInBuild("b.json", 1)}\n`);
    expect(await build(NO_RISKS, "--quiet")).toMatchObject({ exit: 0, out: "", err: "" });
  });
});

test("a draft with errors is built, its errors are listed, and every slide says draft", async () => {
  const { exit, err } = await build({ ...UNSOUND, status: "draft" });
  expect(exit).toBe(0);
  expect(err).toContain("ask/complete");
  expect(err).not.toContain("no deck was written");
  expect(slides().filter((xml) => !/\bDraft\b/i.test(xml))).toEqual([]);
});
