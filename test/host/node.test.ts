import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createNodeHost } from "../../src/host/node.ts";
import { writeWhole } from "../../src/host/write.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-host-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const host = createNodeHost();
const at = (name: string) => join(folder, name);
const code = (promise: Promise<unknown>) =>
  expect(promise).rejects.toMatchObject({ code: expect.any(String) });

describe("reading", () => {
  test("gives the bytes", async () => {
    writeFileSync(at("a"), "héllo");
    expect(new TextDecoder().decode(await host.read(at("a")))).toBe("héllo");
    writeFileSync(at("empty"), "");
    expect(await host.read(at("empty"))).toHaveLength(0);
  });

  test("refuses a file by its size, before reading any of it", async () => {
    writeFileSync(at("big"), "");
    truncateSync(at("big"), 100 * 1_048_576);
    const before = process.memoryUsage.rss();
    await expect(host.read(at("big"))).rejects.toMatchObject({ code: "EFBIG" });
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1_048_576);
  });

  test("refuses folders, devices and pipes without opening them", async () => {
    await expect(host.read(folder)).rejects.toMatchObject({ code: "EISDIR" });
    await expect(host.read("/dev/zero")).rejects.toMatchObject({ code: "ENOTFILE" });
    await expect(host.read(at("none"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("reading within a folder", () => {
  const within = (path: string) => host.readWithin(at("in"), path);
  beforeEach(() => {
    mkdirSync(join(folder, "in", "sub"), { recursive: true });
    mkdirSync(at("inside-out"));
    writeFileSync(at("secret"), "secret");
    writeFileSync(join(folder, "in", "sub", "a.csv"), "a");
    writeFileSync(join(folder, "in", "..a"), "dots");
  });

  test.each(["sub/a.csv", "./sub/a.csv", "sub/../sub/a.csv", "..a"])("%s is in it", async (path) => {
    expect((await within(path)).length).toBeGreaterThan(0);
  });

  test.each([
    "../secret",
    "sub/../../secret",
    "..",
    "../inside-out/x",
    "/etc/passwd",
    "..\\secret",
    "sub\\..\\..\\secret",
    "C:\\x",
    "a\0b",
  ])("%j is not, whether or not it exists", async (path) => {
    await expect(within(path)).rejects.toMatchObject({ code: "EOUTSIDE" });
  });

  test("links may lead elsewhere in it, but not out", async () => {
    symlinkSync(join(folder, "in", "sub"), join(folder, "in", "near"));
    symlinkSync(at("secret"), join(folder, "in", "out.csv"));
    symlinkSync(folder, join(folder, "in", "up"));
    expect(new TextDecoder().decode(await within("near/a.csv"))).toBe("a");
    await expect(within("out.csv")).rejects.toMatchObject({ code: "EOUTSIDE" });
    await expect(within("up/secret")).rejects.toMatchObject({ code: "EOUTSIDE" });
  });

  test("the folder itself may be a link", async () => {
    symlinkSync(at("in"), at("alias"));
    expect(await host.readWithin(at("alias"), "sub/a.csv")).toHaveLength(1);
  });
});

describe("writing", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test("makes missing folders, replaces what was there, leaves nothing else", async () => {
    await writeWhole(at("new/deep/deck.pptx"), bytes("one"));
    await writeWhole(at("new/deep/deck.pptx"), bytes("two"));
    expect(readFileSync(at("new/deep/deck.pptx"), "utf8")).toBe("two");
    expect(readdirSync(at("new/deep"))).toEqual(["deck.pptx"]);
  });

  test("keeps the rights of the file and the link to it", async () => {
    writeFileSync(at("deck"), "old", { mode: 0o640 });
    symlinkSync(at("deck"), at("link"));
    await writeWhole(at("link"), bytes("new"));
    expect(readFileSync(at("deck"), "utf8")).toBe("new");
    expect(statSync(at("deck")).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(["deck", "link"]);
  });

  test("refuses a folder and a protected file, and leaves both as they were", async () => {
    mkdirSync(at("deck"));
    await expect(writeWhole(at("deck"), bytes("x"))).rejects.toMatchObject({ code: "EISDIR" });
    writeFileSync(at("kept"), "old");
    chmodSync(at("kept"), 0o444);
    await expect(writeWhole(at("kept"), bytes("x"))).rejects.toMatchObject({ code: "EREADONLY" });
    await code(writeWhole(at("kept/below"), bytes("x")));
    expect(readFileSync(at("kept"), "utf8")).toBe("old");
    expect(readdirSync(folder).sort()).toEqual(["deck", "kept"]);
  });

  test("removes the temporary files of runs that have ended, and of no other", async () => {
    const ended = spawn(process.execPath, ["-e", ""]);
    await once(ended, "exit");
    writeFileSync(at(`.deck.pptx.foredeck-${ended.pid}-0a0b.tmp`), "half");
    writeFileSync(at(`.deck.pptx.foredeck-${process.ppid}-0a0b.tmp`), "running");
    writeFileSync(at(`.other.pptx.foredeck-${ended.pid}-0a0b.tmp`), "other");
    writeFileSync(at("deck.pptx.tmp"), "mine");
    await writeWhole(at("deck.pptx"), bytes("x"));
    expect(readdirSync(folder).sort()).toEqual(
      [
        `.deck.pptx.foredeck-${process.ppid}-0a0b.tmp`,
        `.other.pptx.foredeck-${ended.pid}-0a0b.tmp`,
        "deck.pptx",
        "deck.pptx.tmp",
      ].sort(),
    );
  });

  test("two runs at once end in one whole deck", async () => {
    const all = Array.from({ length: 8 }, (_, i) => String(i).repeat(200_000));
    await Promise.all(all.map((text) => writeWhole(at("deck"), bytes(text))));
    expect(all).toContain(readFileSync(at("deck"), "utf8"));
    expect(readdirSync(folder)).toEqual(["deck"]);
  });
});

describe("themes", () => {
  test("are those of the package, by name only", async () => {
    expect(await host.themes()).toContain("boardroom");
    expect(await host.theme("boardroom")).toHaveProperty("fonts");
    await expect(host.theme("../package")).rejects.toMatchObject({ code: "ENOENT" });
    await expect(host.theme("none")).rejects.toMatchObject({ code: "ENOENT" });
    expect(existsSync(at("boardroom.json"))).toBe(false);
  });
});
