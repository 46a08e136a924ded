import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RULES } from "../../src/rules/index.ts";
import { rulesPage } from "../../src/rules/reference.ts";
import { measured } from "./corpora.ts";

const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "rules.md"), "utf8");

test("docs/rules.md has not drifted", () => {
  expect(page).toBe(rulesPage(RULES, measured()));
});

test("every link of docs/rules.md leads to a rule", () => {
  const anchors = new Set(
    [...page.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => title.replaceAll("/", "")),
  );
  expect(
    [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, to = ""]) => to).filter((to) => !anchors.has(to)),
  ).toEqual([]);
  expect(anchors.size).toBe(RULES.length + 1);
});
