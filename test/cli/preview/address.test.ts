import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addressOf } from "../../../src/cli/preview/address.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-address-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the address of a preview", () => {
  test("is the same for a bundle from one run to the next, and another one for each bundle", async () => {
    const first = await addressOf("/a/deck.json", folder);
    expect(first).toMatchObject({ port: 0 });
    expect(first?.token).toMatch(/^[\w-]{32}$/);
    await first?.keep(4321);
    expect(await addressOf("/a/deck.json", folder)).toMatchObject({ token: first?.token, port: 4321 });
    const other = await addressOf("/a/other.json", folder);
    expect(other?.port).toBe(0);
    expect(other?.token).not.toBe(first?.token);
  });

  test("follows from a secret that the user alone can read", async () => {
    const file = join(folder, "preview.json");
    const first = await addressOf("/a/deck.json", folder);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, "utf8")).not.toContain(first?.token);
    chmodSync(file, 0o644);
    await addressOf("/a/deck.json", folder);
    expect(statSync(file).mode & 0o077).toBe(0);
    rmSync(file);
    expect((await addressOf("/a/deck.json", folder))?.token).not.toBe(first?.token);
  });

  test("is new where nothing can be kept, and where what was kept is damaged", async () => {
    expect(await addressOf("/a/deck.json", undefined)).toBeUndefined();
    writeFileSync(join(folder, "file"), "");
    expect(await addressOf("/a/deck.json", join(folder, "file"))).toBeUndefined();
    for (const damaged of ["{", "null", '{"secret":"short","ports":{}}', "[]"]) {
      writeFileSync(join(folder, "preview.json"), damaged);
      expect((await addressOf("/a/deck.json", folder))?.token).toMatch(/^[\w-]{32}$/);
    }
  });
});
