import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeFolder } from "../../src/host/folder.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "foredeck-folder-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a folder", () => {
  test("is made with those above it; one that is there, or is a link to one, is well", async () => {
    const deep = join(root, "a", "b", "c");
    await makeFolder(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
    await makeFolder(deep);
    mkdirSync(join(root, "real"));
    symlinkSync("real", join(root, "link"), "dir");
    await makeFolder(join(root, "link"));
    await makeFolder(join(root, "link", "below"));
    expect(existsSync(join(root, "real", "below"))).toBe(true);
    await makeFolder("/");
  });

  test("is made by several at once", async () => {
    const deep = join(root, "a", "b", "c");
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(deep)));
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  test("is refused at and below a file, and behind a link that leads nowhere", async () => {
    writeFileSync(join(root, "file"), "");
    await expect(makeFolder(join(root, "file"))).rejects.toMatchObject({ code: "EEXIST" });
    await expect(makeFolder(join(root, "file", "a", "b"))).rejects.toMatchObject({ code: "ENOTDIR" });
    symlinkSync("nowhere", join(root, "link"));
    await expect(makeFolder(join(root, "link"))).rejects.toMatchObject({ code: "EDANGLING" });
  });

  test.skipIf(!existsSync("/proc/self"))(
    "is refused where the one above is there and says it is not",
    async () => {
      await expect(makeFolder("/proc/none-of-that-name")).rejects.toMatchObject({ code: "ENOENT" });
      await expect(makeFolder("/proc/none-of-that-name/a/b")).rejects.toMatchObject({ code: "ENOENT" });
    },
  );
});
