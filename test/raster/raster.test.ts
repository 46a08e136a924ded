import { describe, expect, test } from "vitest";
import type { PictureFault } from "../../src/diagnostics/messages/index.ts";
import { cleanPicture } from "../../src/raster/index.ts";
import { chunk, exif, joined, pngOf, quarters, segment, tiff, withSegments } from "./files.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const png = quarters(1, "png", 37, 21);
const jpeg = quarters(1, "jpeg", 37, 21);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Grey, two pixels by two. */
const GREY = Uint8Array.of(0, 10, 20, 0, 30, 40);

async function picture(bytes: Uint8Array) {
  const cleaned = await cleanPicture(bytes);
  if (!("picture" in cleaned)) throw new Error(JSON.stringify(cleaned));
  return cleaned.picture;
}

describe("a picture", () => {
  test("is known by its content, with its size", async () => {
    expect(await picture(png)).toMatchObject({ mime: "image/png", width: 37, height: 21, orientation: 1 });
    expect(await picture(jpeg)).toMatchObject({ mime: "image/jpeg", width: 37, height: 21, orientation: 1 });
  });

  test.each([
    ["PNG", png],
    ["JPEG", jpeg],
  ])("that is a %s and stops early, wherever, is refused", async (_name, bytes) => {
    for (let length = 8; length < bytes.length - 1; length += 1)
      expect(await cleanPicture(bytes.subarray(0, length))).toEqual({ fault: "cut" });
  });

  test.each([
    ["GIF89a", "a GIF"],
    ["RIFF0000WEBPVP8 ", "a WebP"],
    ["%PDF-1.7", "a PDF"],
    ["\0\0\0\u001cftypavif", "an AVIF"],
    ["\0\0\0\u0018ftypheic", "a HEIC"],
    ['<?xml version="1.0"?>\n<svg xmlns="">', "an SVG"],
    ["<!doctype html><title>404</title>", "a web page"],
    ["hello", undefined],
  ])("in %s says what it is", async (start, format) => {
    expect(await cleanPicture(encode(start))).toEqual({ format });
  });
});

describe("a PNG", () => {
  const noisy = pngOf({ rows: GREY, after: [chunk("tEXt", encode("Author\0Aino"))] });
  const damaged = (at: number): Uint8Array => noisy.map((byte, n) => (n === at ? byte ^ 1 : byte));
  const faults: readonly [string, PictureFault, Uint8Array][] = [
    ["with a wrong checksum", "checksum", damaged(18)],
    ["whose pixels were altered", "checksum", damaged(44)],
    ["without its palette", "palette", pngOf({ colour: 3, rows: GREY })],
    ["of no size", "empty", pngOf({ width: 0, rows: GREY })],
    ["with too few pixels", "pixels", pngOf({ height: 3, rows: GREY })],
    ["with too many pixels", "pixels", pngOf({ height: 1, rows: GREY })],
    ["with a filter that there is not", "pixels", pngOf({ rows: GREY.with(0, 9) })],
    ["with a depth that its colours do not have", "structure", pngOf({ colour: 2, depth: 4, rows: GREY })],
    ["with a critical chunk that nobody knows", "structure", pngOf({ rows: GREY, before: [chunk("ABCD")] })],
    ["that begins with no header", "structure", joined(noisy.subarray(0, 8), chunk("IEND"))],
  ];
  test.each(faults)("%s is refused: %s", async (_name, fault, bytes) => {
    expect(await cleanPicture(bytes)).toEqual({ fault });
  });

  test("of 16 bits, or interlaced, or with a palette is whole", async () => {
    const deep = pngOf({ depth: 16, rows: Uint8Array.of(0, 1, 2, 3, 4, 0, 5, 6, 7, 8) });
    // Adam7 of two by two: passes of one pixel, one pixel, and a row of two.
    const interlaced = pngOf({ interlace: 1, rows: Uint8Array.of(0, 1, 0, 2, 0, 3, 4) });
    const palette = pngOf({
      colour: 3,
      depth: 1,
      rows: Uint8Array.of(0, 0x80, 0, 0x40),
      before: [chunk("PLTE", new Uint8Array(6))],
    });
    for (const bytes of [deep, interlaced, palette]) expect((await picture(bytes)).bytes).toEqual(bytes);
  });

  test("that claims a giant size is not unpacked", async () => {
    expect(await picture(pngOf({ width: 100_000, height: 100_000, rows: GREY }))).toMatchObject({
      width: 100_000,
    });
  });

  test("leaves its metadata behind, and keeps its colours", async () => {
    const said = ["tEXt", "zTXt", "iTXt", "tIME", "eXIf", "pHYs", "prVt"].map((type) =>
      chunk(type, type === "eXIf" ? tiff(6) : encode("60.1699N by Aino")),
    );
    const bytes = pngOf({
      rows: GREY,
      before: [chunk("gAMA", Uint8Array.of(0, 0, 177, 143)), ...said],
      after: said,
    });
    const clean = await picture(joined(bytes, encode("Aino's trailer")));
    expect(clean.orientation).toBe(6);
    expect(text(clean.bytes)).not.toMatch(/60\.1699|Aino|EXt|eXIf|tIME/);
    expect(text(clean.bytes)).toContain("gAMA");
    expect((await picture(clean.bytes)).bytes).toEqual(clean.bytes);
  });

  test("with a profile that unpacks without end loses it", async () => {
    const { deflateSync } = await import("node:zlib");
    const bomb = chunk("iCCP", joined(encode("x\0\0"), deflateSync(new Uint8Array(5_000_000))));
    expect(text((await picture(pngOf({ rows: GREY, before: [bomb] }))).bytes)).not.toContain("iCCP");
  });
});

describe("a JPEG", () => {
  const frame = jpeg.findIndex((byte, n) => byte === 0xff && jpeg[n + 1] === 0xc0);
  const faults: readonly [string, PictureFault, Uint8Array][] = [
    ["of no size", "empty", jpeg.map((byte, n) => (n === frame + 7 || n === frame + 8 ? 0 : byte))],
    ["with arithmetic coding", "rare", jpeg.with(frame + 1, 0xc9)],
    ["with 12 bits a colour", "rare", jpeg.with(frame + 4, 12)],
    ["whose segments do not follow one another", "structure", jpeg.with(frame, 0)],
    ["that ends before its pixels", "structure", joined(jpeg.subarray(0, frame), Uint8Array.of(0xff, 0xd9))],
  ];
  test.each(faults)("%s is refused: %s", async (_name, fault, bytes) => {
    expect(await cleanPicture(bytes)).toEqual({ fault });
  });

  test.each([true, false])(
    "says how it stands, whatever its byte order (little-endian: %s)",
    async (little) => {
      for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
        const clean = await picture(withSegments(jpeg, exif(orientation, undefined, little)));
        const size = orientation >= 5 ? { width: 21, height: 37 } : { width: 37, height: 21 };
        expect(clean).toMatchObject({ orientation, ...size });
      }
      expect((await picture(withSegments(jpeg, exif(9, undefined, little)))).orientation).toBe(1);
    },
  );

  test("leaves its metadata behind, and keeps its colours", async () => {
    const xmp = segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x>60.1699 Aino</x>");
    const more = ["Photoshop 3.0\x008BIM Aino", "MPF\0Aino", "Aino"].map((said, n) =>
      segment([0xed, 0xe2, 0xfe][n] ?? 0xfe, said),
    );
    const profile = segment(0xe2, "ICC_PROFILE\0\u0001\u0001profile");
    const adobe = segment(0xee, "Adobe\0d\0\0\0\0\u0001");
    const bytes = joined(withSegments(jpeg, exif(1), xmp, ...more, profile, adobe), jpeg, encode("Aino"));
    const clean = await picture(bytes);
    expect(text(clean.bytes)).not.toMatch(/60\.1699|Aino|Exif|MPF|8BIM|xap/);
    expect(text(clean.bytes)).toMatch(/ICC_PROFILE/);
    expect(text(clean.bytes)).toMatch(/Adobe/);
    // What a phone appends, such as a second picture, is cut off at the end of the first.
    expect(clean.bytes.length).toBe(jpeg.length + profile.length + adobe.length);
  });
});
