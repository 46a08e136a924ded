import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { pngOf } from "../raster/files.ts";
import { encode, LEAST, read, refused, said } from "./bundles.ts";
import { memoryHost } from "./memory.ts";

const drawn = createCanvas(37, 21);
const png = new Uint8Array(drawn.toBuffer("image/png"));

describe("a picture of the bundle", () => {
  const picture = (file: string) => ({
    ...LEAST,
    pictures: [{ id: "p", file, alt: "A drawing", message: "It is blank" }],
  });

  test("comes with its bytes and size, by its path", async () => {
    const { pictures, files } = await read(picture("p.jpg"), memoryHost({ "p.jpg": png }));
    expect(pictures).toEqual({
      "p.jpg": { mime: "image/png", width: 37, height: 21, orientation: 1, bytes: expect.any(Uint8Array) },
    });
    expect(files).toEqual(["p.jpg"]);
  });

  test("that is missing, remote, of another kind, damaged or huge is refused", async () => {
    const huge = pngOf({ width: 30_000, height: 21, rows: new Uint8Array(1) });
    const host = memoryHost({ "a.png": encode("GIF89a"), "b.png": png.subarray(0, 40), "c.png": huge });
    expect(said(await refused(picture("x.png"), host))).toEqual([
      messages.attachmentMissing({}, "picture", "x.png"),
    ]);
    expect(said(await refused(picture("http://x/y.png"), host))).toEqual([
      messages.attachmentRemote({}, "picture", "http://x/y.png"),
    ]);
    expect(said(await refused(picture("a.png"), host))).toEqual([messages.notAPicture({}, "a.png", "a GIF")]);
    expect(said(await refused(picture("b.png"), host))).toEqual([messages.pictureBroken({}, "b.png", "cut")]);
    expect(said(await refused(picture("c.png"), host))).toEqual([
      messages.pictureTooManyPixels({}, "c.png", 30_000, 21, 12_000),
    ]);
  });
});

test("a picture that stays heavy, with no more pixels than are seen, is a finding", async () => {
  const { compile } = await import("../../src/library.ts");
  const { noise } = await import("../raster/files.ts");
  const bundle = JSON.parse(JSON.stringify(LEAST)) as object;
  const pictures = [
    { id: "noise", file: "p.png", alt: "A drawing", message: "It is grey" },
    { id: "blank", file: "q.png", alt: "A drawing", message: "It is blank" },
  ];
  const host = createMemoryHost({ "p.png": noise(1_200), "q.png": png });
  const { diagnostics } = await compile({ ...bundle, pictures } as never, { host, root: "." });
  const heavy = diagnostics.filter(({ code }) => code === "picture/heavy");
  expect(heavy).toHaveLength(1);
  expect(heavy[0]).toMatchObject({ severity: "warning", path: ["pictures", 0, "file"] });
});
