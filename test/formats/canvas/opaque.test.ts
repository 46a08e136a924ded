import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { isPlainPng, opaquePng } from "../../../src/formats/canvas/opaque.ts";
import { PIXEL } from "../pptx/items.ts";

test("an opaque PNG holds its pixels, and is known for one", async () => {
  const data = new Uint8Array([255, 0, 0, 9, 0, 255, 0, 9, 0, 0, 255, 9, 1, 2, 3, 9, 4, 5, 6, 9, 7, 8, 9, 9]);
  const bytes = opaquePng({ width: 3, height: 2, data });
  const image = await loadImage(Buffer.from(bytes));
  expect([image.width, image.height]).toEqual([3, 2]);
  const context = createCanvas(3, 2).getContext("2d");
  context.drawImage(image, 0, 0);
  expect([...context.getImageData(0, 0, 3, 2).data]).toEqual(
    [...data].map((byte, n) => (n % 4 === 3 ? 255 : byte)),
  );
  expect(isPlainPng(bytes)).toBe(true);
  expect(isPlainPng(PIXEL)).toBe(false);
});
