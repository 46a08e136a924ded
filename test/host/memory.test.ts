import { describe, expect, test } from "vitest";
import { createMemoryHost, createNodeHost } from "../../src/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("files in memory", () => {
  const host = createMemoryHost({ "data/a.csv": "a", "b.bin": bytes("b") });

  test("are read by their path, however it is written", async () => {
    expect(await host.read("./data/../data/a.csv")).toEqual(bytes("a"));
    expect(await host.readWithin(".", "b.bin")).toEqual(bytes("b"));
    expect(await host.readWithin("data", "a.csv")).toEqual(bytes("a"));
    expect(await host.readWithin("", "data/a.csv")).toEqual(bytes("a"));
  });

  test("are missing as files of the disk are", async () => {
    await expect(host.read("c")).rejects.toMatchObject({ code: "ENOENT" });
    await expect(host.readWithin(".", "data")).rejects.toMatchObject({ code: "ENOENT" });
  });

  test.each(["../b.bin", "/b.bin", "..\\b.bin", "x/../../b.bin", "C:/b.bin", ".."])(
    "are not read from outside the folder: %s",
    async (path) => {
      await expect(host.readWithin("data", path)).rejects.toMatchObject({ code: "EOUTSIDE" });
    },
  );

  test("are written, and seen by whoever made them", async () => {
    const own = createMemoryHost();
    await own.write("out/./deck.pptx", bytes("deck"));
    expect([...own.files]).toEqual([["out/deck.pptx", bytes("deck")]]);
    expect(await own.read("out/deck.pptx")).toEqual(bytes("deck"));
  });

  test("come with the themes and fonts of the package", async () => {
    expect(await host.themes()).toEqual(await createNodeHost().themes());
    expect(await host.theme("boardroom")).toEqual(await createNodeHost().theme("boardroom"));
    expect((await host.fonts("Calibri")).bold.length).toBeGreaterThan(100_000);
  });
});
