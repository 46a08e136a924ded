import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PAGES } from "../../site/contents.mjs";

const ROOT = join(import.meta.dirname, "..", "..");

test("every page of the documentation stands in the contents of the site, and every page there is a file", () => {
  const written = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`);
  expect(written.filter((file) => !PAGES.has(file))).toEqual([]);
  expect([...PAGES.keys()].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test("names and addresses are those of one page each", () => {
  const pages = [...PAGES.values()];
  expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
  expect(new Set(pages.map(({ address }) => address)).size).toBe(pages.length);
});
