import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Theme } from "../../src/theme/theme.ts";
import { cli } from "./run.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-theme-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const themeIn = (file: string) => Theme.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
const minimal = readFileSync(join(import.meta.dirname, "../../samples/minimal.json"), "utf8");

describe("foredeck theme new", () => {
  test("writes a theme that a bundle beside it is built with at once", async () => {
    const made = await cli(folder, [
      "theme",
      "new",
      "our-theme.json",
      "--accent",
      "#0a5fb4",
      "--font",
      "Georgia",
    ]);
    expect([made.exit, made.out]).toEqual([
      0,
      'our-theme.json is written. Name it in a bundle beside it: "theme": "./our-theme.json"\n',
    ]);
    expect(themeIn("our-theme.json")).toMatchObject({
      name: "Our theme",
      fonts: { heading: "Georgia", body: "Georgia" },
      scheme: { accent1: "0A5FB4" },
    });
    writeFileSync(
      join(folder, "deck.json"),
      minimal.replace('"title"', '"theme": "./our-theme.json",\n  "title"'),
    );
    const built = await cli(folder, ["build", "deck.json", "--format", "md", "-o", "deck.md", "--strict"]);
    expect([built.exit, built.err]).toEqual([0, ""]);
  });

  test("says where the colour could not be the accent, and replaces nothing without being asked", async () => {
    const pale = await cli(folder, ["theme", "new", "t.json", "--accent", "FFD54A"]);
    expect(pale.out).toContain(
      `FFD54A cannot be read on white paper, so the accent is ${themeIn("t.json").scheme.accent1}.`,
    );
    const again = await cli(folder, ["theme", "new", "t.json", "--accent", "0A5FB4"]);
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining("t.json exists already.")]);
    const forced = await cli(folder, ["theme", "new", "t.json", "--accent", "0A5FB4", "--dark", "--force"]);
    expect([forced.exit, forced.out]).toEqual([0, expect.stringContaining("t.backup-1.json")]);
    expect(themeIn("t.json").dark).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["t.backup-1.json", "t.json"]);
  });

  test.each([
    [["theme", "new", "t.json"], "--accent"],
    [["theme", "new", "t.json", "--accent", "blue"], "six hexadecimal digits"],
    [["theme", "old", "t.json", "--accent", "0A5FB4"], "new"],
    [["build", "deck.json", "--theme", "./gone.json"], 'The theme "./gone.json" does not exist.'],
    [["build", "deck.json", "--lenient", "--strict"], "--lenient"],
  ])("%j is refused with what is wrong", async (argv, said) => {
    writeFileSync(join(folder, "deck.json"), minimal);
    const { exit, err } = await cli(folder, argv);
    expect([exit, err.includes(said), err]).toEqual([2, true, err]);
  });
});
