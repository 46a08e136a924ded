import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { planOutputs } from "../../../src/cli/output/targets.ts";
import { createNodeHost } from "../../../src/host/node.ts";

/** Words of --name that come from a bundle: what the deck has, wherever that is written. */
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-names-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (name: string, content: unknown): void => {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), typeof content === "string" ? content : JSON.stringify(content));
};
const named = async (pattern: string, theme?: string): Promise<string | undefined> => {
  const asked = theme === undefined ? {} : { theme };
  const told = [{ file: "decks/a.json" }];
  const { targets, refused } = await planOutputs(told, { name: pattern, ...asked }, createNodeHost(), cwd);
  expect(refused).toEqual([]);
  return targets[0]?.[0]?.path;
};
const deck = (name: string): string => join("out", `${name}.pptx`);
const ALL = "{title}-{date}-{status}-{locale}-{theme}";

test("a bundle alone gives its own, and the defaults of what it leaves out", async () => {
  put("decks/a.json", { title: "Open on Sundays", date: "2026-11-18" });
  expect(await named(ALL)).toBe(deck("Open-on-Sundays-2026-11-18-draft-en-GB-boardroom"));
});

test("files that a bundle extends give what it leaves out, and it goes before them", async () => {
  put("foredeck.config.json", {});
  put("company.json", {
    title: "Company",
    theme: "midnight",
    locale: "fi-FI",
    status: "final",
    date: "2026-01-01",
  });
  put("decks/team.json", { extends: "../company.json", date: "2026-02-02", status: null });
  put("decks/a.json", { extends: ["team.json"], title: "Ours" });
  expect(await named(ALL)).toBe(deck("Ours-2026-02-02-draft-fi-FI-midnight"));
});

test("the project gives a theme to bundles that name none", async () => {
  put("foredeck.config.json", { theme: "midnight" });
  put("decks/a.json", { title: "Ours" });
  expect(await named("{theme}")).toBe(deck("midnight"));
  put("decks/a.json", { title: "Ours", theme: "plain" });
  expect(await named("{theme}")).toBe(deck("plain"));
});

test("the theme of the command line goes before all of them", async () => {
  put("foredeck.config.json", { theme: "midnight" });
  put("decks/a.json", { title: "Ours", theme: "plain" });
  expect(await named("{title}-{theme}", "boardroom")).toBe(deck("Ours-boardroom"));
});

test("what cannot be read gives nothing, and is said where the bundle is built", async () => {
  put("foredeck.config.json", {});
  put("decks/a.json", { extends: "none.json", title: "Ours" });
  expect(await named("{title}-{theme}")).toBe(deck("Ours-boardroom"));
  put("decks/a.json", '{ "title": "Ours" "theme": ');
  expect(await named("{title}")).toBe(deck("Ours"));
});
