import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { examples } from "../../src/cli/init/examples.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { flat, newFolder } from "./new-folder.ts";
import { cli } from "./run.ts";

let cwd = "";
newFolder("example", (folder) => {
  cwd = folder;
});
const text = (name: string): string => readFileSync(join(cwd, name), "utf8");
const known = await examples();

describe("foredeck init --example", () => {
  test("lists the samples with the titles of their decks", async () => {
    const { exit, out } = await cli(cwd, ["init", "--example"]);
    expect(exit).toBe(0);
    for (const { name, title } of known) expect(out).toMatch(new RegExp(`${name} +${title}`));
    expect(known.map(({ name }) => name)).toEqual(
      readdirSync(join(import.meta.dirname, "..", "..", "samples"))
        .map((name) => name.replace(/\.json$/, ""))
        .filter((name) => name !== "data")
        .sort(),
    );
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.each(known.map(({ name }) => name))(
    "copies %s, which checks without errors where it is put",
    async (name) => {
      const copied = await cli(cwd, ["init", "ideas", "--example", name]);
      expect(copied).toMatchObject({ exit: 0, err: "" });
      const checked = await cli(cwd, ["check", `ideas/${name}.json`]);
      expect(checked.exit, checked.all).toBe(0);
      const { $schema } = parse(text(`ideas/${name}.json`)) as { $schema: string };
      expect($schema).toContain("node_modules/foredeck/schema/");
    },
  );

  test("brings the files that the bundle reads, and what stands beside it under its name", async () => {
    const { out } = await cli(cwd, ["init", "beds.json", "--example", "sepsis-at-the-ward-door"]);
    expect(out).toContain("data/overflow-beds.csv, data/screening-card.png written beside it");
    expect(existsSync(join(cwd, "data", "revenue-by-payer.csv"))).toBe(false);
    expect((await cli(cwd, ["init", "curtain.json", "--example", "early-curtain"])).exit).toBe(0);
    expect(existsSync(join(cwd, "curtain.replies.json"))).toBe(true);
    const changed = await cli(cwd, ["changed", "curtain.json", "--since", "1.0"]);
    expect(changed.exit, changed.all).toBe(0);
  });

  test("a wrong name is answered with the likely one and with all of them", async () => {
    const { exit, err } = await cli(cwd, ["init", "--example", "minimum"]);
    expect(exit).toBe(2);
    expect(flat(err)).toContain('There is no example "minimum".');
    expect(flat(err)).toContain('Did you mean "minimal"? The examples are early-curtain, ');
    expect(flat((await cli(cwd, ["init", "--example", "zzz"])).err)).not.toContain("Did you mean");
  });

  test("overwrites nothing: neither the bundle nor a file beside it", async () => {
    mkdirSync(join(cwd, "data"));
    writeFileSync(join(cwd, "data", "overflow-beds.csv"), "mine");
    writeFileSync(join(cwd, "sepsis-at-the-ward-door.json"), "mine, too");
    const argv = ["init", "--example", "sepsis-at-the-ward-door"];
    const { exit, err } = await cli(cwd, argv);
    expect(exit).toBe(2);
    expect(err).toContain(messages.initExists("data/overflow-beds.csv").what);
    expect(err).toContain(messages.initExists("sepsis-at-the-ward-door.json").what);
    expect(text("data/overflow-beds.csv")).toBe("mine");
    expect(existsSync(join(cwd, "data", "screening-card.png"))).toBe(false);
    expect((await cli(cwd, [...argv, "--force"])).exit).toBe(0);
    expect(text("data/overflow-beds.csv.backup-1")).toBe("mine");
    expect(text("sepsis-at-the-ward-door.json.backup-1")).toBe("mine, too");
  });

  test("takes no texts of a new bundle beside the name", async () => {
    const { exit, err } = await cli(cwd, ["init", "--example", "minimal", "--title", "Mine"]);
    expect(exit).toBe(2);
    expect(err).toContain("--title");
  });
});
