import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectFolder } from "../../src/cli/inputs/schema.ts";

let home = "";
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "foredeck-project-")));
  mkdirSync(join(home, "work", "ideas", "2026"), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));
const ideas = (): string => join(home, "work", "ideas", "2026");

describe("the project of a folder", () => {
  test.each(["package.json", ".git"])("is the nearest folder with %s, a file or a folder", async (mark) => {
    writeFileSync(join(home, "work", mark), "");
    expect(await projectFolder(ideas(), [home])).toBe(join(home, "work"));
    mkdirSync(join(home, "work", "ideas", ".vscode"));
    expect(await projectFolder(ideas(), [home])).toBe(join(home, "work", "ideas"));
    writeFileSync(join(ideas(), mark), "");
    expect(await projectFolder(ideas(), [home])).toBe(ideas());
  });

  test("is not the home folder, whatever lies there, nor one above it", async () => {
    mkdirSync(join(home, ".vscode"));
    expect(await projectFolder(ideas(), [home])).toBeUndefined();
    expect(await projectFolder(home, [home])).toBeUndefined();
    writeFileSync(join(home, "package.json"), "{}");
    expect(await projectFolder(ideas(), [join(home, "work")])).toBeUndefined();
  });

  test("is not the home folder either where that is named through a link", async () => {
    mkdirSync(join(home, ".vscode"));
    const link = `${home}-link`;
    symlinkSync(home, link, "junction");
    try {
      expect(await projectFolder(ideas(), [link])).toBeUndefined();
    } finally {
      rmSync(link);
    }
  });

  test("ends at folders that hold all sorts of things, which need not be there", async () => {
    expect(await projectFolder(ideas(), [join(home, "gone"), dirname(home)])).toBeUndefined();
  });
});
