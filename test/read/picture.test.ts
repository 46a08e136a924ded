import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages.ts";
import { sizeOfPicture } from "../../src/read/picture.ts";
import { encode, LEAST, read, refused, said } from "./bundles.ts";
import { memoryHost } from "./memory.ts";

const drawn = createCanvas(37, 21);
const png = new Uint8Array(drawn.toBuffer("image/png"));
const jpeg = new Uint8Array(drawn.toBuffer("image/jpeg"));

describe("the size of a picture", () => {
  test("is read from its content", () => {
    expect(sizeOfPicture(png)).toEqual({ mime: "image/png", width: 37, height: 21 });
    expect(sizeOfPicture(jpeg)).toEqual({ mime: "image/jpeg", width: 37, height: 21 });
  });

  test.each([
    ["PNG", png],
    ["JPEG", jpeg],
  ])("is not read from a %s that stops early, wherever", (_name, bytes) => {
    for (let length = 8; length < bytes.length - 1; length++)
      expect(sizeOfPicture(bytes.subarray(0, length))).toBe("broken");
  });

  test.each([
    ["GIF89a", "a GIF"],
    ["RIFF0000WEBPVP8 ", "a WebP"],
    ["%PDF-1.7", "a PDF"],
    ['<?xml version="1.0"?>\n<svg xmlns="">', "an SVG"],
    ["<!doctype html><title>404</title>", "a web page"],
    ["hello", undefined],
  ])("of %s says what it is", (text, format) => {
    expect(sizeOfPicture(encode(text))).toEqual({ format });
  });
});

describe("a picture of the bundle", () => {
  const picture = (file: string) => ({
    ...LEAST,
    pictures: [{ id: "p", file, alt: "A drawing", message: "It is blank" }],
  });

  test("comes with its bytes and size, by its path", async () => {
    const { pictures, files } = await read(picture("p.jpg"), memoryHost({ "p.jpg": png }));
    expect(pictures).toEqual({ "p.jpg": { mime: "image/png", width: 37, height: 21, bytes: png } });
    expect(files).toEqual(["p.jpg"]);
  });

  test("that is missing, remote, of another kind, damaged or huge is refused", async () => {
    const huge = png.slice();
    new DataView(huge.buffer).setUint32(16, 30_000);
    const host = memoryHost({ "a.png": encode("GIF89a"), "b.png": png.subarray(0, 40), "c.png": huge });
    expect(said(await refused(picture("x.png"), host))).toEqual([
      messages.attachmentMissing({}, "picture", "x.png"),
    ]);
    expect(said(await refused(picture("http://x/y.png"), host))).toEqual([
      messages.attachmentRemote({}, "picture", "http://x/y.png"),
    ]);
    expect(said(await refused(picture("a.png"), host))).toEqual([messages.notAPicture({}, "a.png", "a GIF")]);
    expect(said(await refused(picture("b.png"), host))).toEqual([messages.pictureBroken({}, "b.png")]);
    expect(said(await refused(picture("c.png"), host))).toEqual([
      messages.pictureTooManyPixels({}, "c.png", 30_000, 21, 12_000),
    ]);
  });
});
