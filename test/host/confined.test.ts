import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { confinedHost } from "../../src/host/confined.ts";
import { createNodeHost } from "../../src/host/node.ts";

let folder: string;
let root: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "foredeck-confined-")));
  root = join(folder, "root");
  mkdirSync(join(root, "decks", "data"), { recursive: true });
  mkdirSync(join(folder, "root-2"));
  writeFileSync(join(root, "shared.json"), "shared");
  writeFileSync(join(root, "decks", "data", "a.csv"), "inside");
  writeFileSync(join(folder, "secret"), "secret");
  writeFileSync(join(folder, "root-2", "secret"), "secret");
  writeFileSync(join(folder, "foredeck.config.json"), "{}");
  symlinkSync(join(folder, "secret"), join(root, "decks", "secret.csv"));
  symlinkSync(folder, join(root, "decks", "up"));
  symlinkSync(join(folder, "made"), join(root, "decks", "made"));
  symlinkSync("data", join(root, "decks", "same"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const host = () => confinedHost(createNodeHost(), root);
const decks = () => join(root, "decks");
const text = async (bytes: Promise<Uint8Array>) => new TextDecoder().decode(await bytes);
const OUTSIDE = { code: "EOUTSIDE" };

describe("a confined host", () => {
  test("reads and writes what lies in its folder, through links within it as well", async () => {
    expect(await text(host().read(join(root, "shared.json")))).toBe("shared");
    expect(await text(host().readWithin(decks(), "data/a.csv"))).toBe("inside");
    expect(await text(host().readWithin(decks(), "same/a.csv"))).toBe("inside");
    await host().write(join(root, "new", "deep", "file"), new TextEncoder().encode("x"));
    expect(readFileSync(join(root, "new", "deep", "file"), "utf8")).toBe("x");
  });

  test.each(["secret.csv", "up/secret", "../../secret", "..\\..\\secret", "../../root-2/secret", "up/none"])(
    "does not read %s, although the project reaches so far",
    async (path) => {
      await expect(host().readWithin(decks(), path)).rejects.toMatchObject(OUTSIDE);
    },
  );

  test("does not read a file outside by its whole path", async () => {
    await expect(host().read(join(folder, "secret"))).rejects.toMatchObject(OUTSIDE);
    await expect(host().read(join(folder, "root-2", "secret"))).rejects.toMatchObject(OUTSIDE);
    await expect(host().read(join(root, "decks", "secret.csv"))).rejects.toMatchObject(OUTSIDE);
  });

  test("knows no project whose file lies above it, and one within it", async () => {
    expect(await createNodeHost().project?.(decks())).toBe("../../foredeck.config.json");
    expect(await host().project?.(decks())).toBeUndefined();
    writeFileSync(join(root, "foredeck.config.json"), "{}");
    expect(await host().project?.(decks())).toBe("../foredeck.config.json");
    expect(await text(host().readWithin(decks(), "../shared.json"))).toBe("shared");
    rmSync(join(root, "foredeck.config.json"));
  });

  test.each(["decks/secret.csv", "decks/up/new", "decks/made", "../new", "decks/up/new/deep"])(
    "does not write %s",
    async (path) => {
      await expect(host().write(join(root, path), new Uint8Array([1]))).rejects.toMatchObject(OUTSIDE);
      expect(readFileSync(join(folder, "secret"), "utf8")).toBe("secret");
      expect(["made", "new"].filter((name) => existsSync(join(folder, name)))).toEqual([]);
    },
  );

  test("says of what is missing, or no folder, what the disk says", async () => {
    await expect(host().read(join(root, "none"))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(host().readWithin(decks(), "none")).rejects.toMatchObject({ code: "ENOENT" });
    await expect(host().readWithin(root, "shared.json/x")).rejects.toMatchObject({ code: "ENOTDIR" });
  });
});
