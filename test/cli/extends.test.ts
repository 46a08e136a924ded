import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { referencedFiles } from "../../src/cli/inputs/referenced-files.ts";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-extends-"));
  put("foredeck.config.json", "{}");
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (name: string, content: unknown): void => {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(
    join(cwd, name),
    typeof content === "string" ? content : JSON.stringify(content, undefined, 2),
  );
};
const got = (name: string): string => readFileSync(join(cwd, name), "utf8");
const { goals, stakeholders, sources, ...OWN } = SOUND;

describe("bundles that extend one file", () => {
  test("are built anew when that file changes, and no others are; it is no bundle itself", async () => {
    put("company.json", { goals, stakeholders, sources });
    put("a.json", { extends: "company.json", ...OWN });
    put("b.json", { extends: "./company.json", ...OWN, title: "Another deck altogether" });
    put("c.json", SOUND);
    const states = async (): Promise<readonly string[]> => {
      const env = { FOREDECK_CACHE_DIR: join(cwd, ".cache") };
      const { exit, out, err } = await cli(cwd, ["build", ".", "--json", "--force"], false, { env });
      expect(exit, err).toBe(0);
      const { decks } = JSON.parse(out) as {
        readonly decks: readonly { readonly bundle: string; readonly state: string }[];
      };
      return decks.map(({ bundle, state }) => `${bundle} ${state}`);
    };
    expect(await states()).toEqual(["a.json built", "b.json built", "c.json built"]);
    expect(await states()).toEqual(["a.json unchanged", "b.json unchanged", "c.json unchanged"]);
    put("company.json", { goals, stakeholders, sources, organisation: "Bryn Library" });
    expect(await states()).toEqual(["a.json built", "b.json built", "c.json unchanged"]);
  });

  test("are mended by --fix where they are wrong themselves; the file stays as it is", async () => {
    const [first, ...rest] = goals;
    put("company.json", { goals: [{ ...first, name: ` ${first?.name} ` }, ...rest], stakeholders, sources });
    put("decks/a.json", { extends: "../company.json", ...OWN, title: ` ${OWN.title} ` });
    const before = got("company.json");
    const { out } = await cli(cwd, ["check", "decks/a.json", "--fix"]);
    expect(out).toContain("decks/a.json");
    expect(got("decks/a.json")).toContain(`"title": "${OWN.title}"`);
    expect(got("company.json")).toBe(before);
  });

  test("are watched with all that they extend, and what that names", async () => {
    put("shared/company.json", { extends: "group.json", logo: "logo.png" });
    put("shared/group.json", { metrics: [{ values: { csv: "../data/a.csv" } }] });
    put("decks/a.json", { extends: ["../shared/company.json", "../../outside.json"] });
    const files = await referencedFiles(got("decks/a.json"), join(cwd, "decks", "a.json"));
    expect([...files].sort()).toEqual(
      [
        "data/a.csv",
        "foredeck.config.json",
        "shared/company.json",
        "shared/group.json",
        "shared/logo.png",
      ].map((name) => join(cwd, name)),
    );
  });
});
