import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf, patched } from "../blocks.ts";

/**
 * Follows the recipes of CONTRIBUTING.md to the letter in a copy of the repository: blocks that name a file are written
 * to it, diffs are put in, commands are run. All recipes go into one copy, as they would in one repository.
 */
const ROOT = join(import.meta.dirname, "..", "..");

const recipes = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8")
  .split("## To add a …")[1]
  ?.split("\n## ")[0]
  ?.split("\n### ")
  .slice(1)
  .map((section) => ({ name: section.split("\n")[0] ?? "", blocks: blocksOf(section) }));

let copy: string;
const run = (command: string): string => {
  try {
    return execFileSync("bash", ["-ec", command], { cwd: copy, encoding: "utf8", stdio: "pipe" });
  } catch (cause) {
    const { stdout = "", stderr = "" } = cause as { stdout?: string; stderr?: string };
    throw new Error(`${command}\n${stdout.slice(-3000)}\n${stderr.slice(-3000)}`);
  }
};

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "foredeck-recipes-"));
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  for (const file of files.split("\0").filter((name) => name !== ""))
    cpSync(join(ROOT, file), join(copy, file), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  run("npm run build");
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("the recipes are there, and each says what to do", () => {
  expect(recipes?.map(({ name }) => name)).toEqual([
    "Chart kind",
    "Slide kind",
    "Rule",
    "Locale",
    "Format",
    "Theme",
  ]);
  for (const { name, blocks } of recipes ?? [])
    expect([name, blocks.some(({ language }) => language === "sh")]).toEqual([name, true]);
});

test("a diff is put in once, or not at all", () => {
  expect(patched("a\nb\nc\n", " a\n+x\n@@\n-c\n+d\n")).toBe("a\nx\nb\nd\n");
  expect(() => patched("a\na\n", " a\n+x\n")).toThrow("2 places");
  expect(() => patched("b\n", " a\n+x\n")).toThrow("0 places");
});

describe.each(recipes ?? [])("$name", ({ blocks }) => {
  test("its steps hold, to the letter", () => {
    for (const { language, file, text } of blocks) {
      const path = join(copy, file);
      if (language === "sh") run(text);
      else if (language === "diff") writeFileSync(path, patched(readFileSync(path, "utf8"), text));
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
  });
});

test("all of it together has sound types and style", () => {
  run("npm run typecheck");
  run("npm run lint");
});
