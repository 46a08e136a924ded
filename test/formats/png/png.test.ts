import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { png } from "../../../src/formats/png/index.ts";
import { contextOf, hostile, look } from "../decks.ts";

async function pixels(bytes: Uint8Array) {
  const image = await loadImage(Buffer.from(bytes));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const at = (x: number, y: number): string =>
    `#${Buffer.from(context.getImageData(x * 2, y * 2, 1, 1).data.slice(0, 3))
      .toString("hex")
      .toUpperCase()}`;
  return { width: image.width, height: image.height, at };
}

test("every slide is a picture of its size, with its marks where they belong, the same each time", async () => {
  const files = await png.writePages(hostile, contextOf(), "deck");
  expect(files.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((n) => `deck-0${n}.png`));
  const again = await png.writePages(hostile, contextOf(), "deck");
  expect(again.every(({ bytes }, n) => Buffer.from(bytes).equals(Buffer.from(files[n]?.bytes ?? [])))).toBe(
    true,
  );
  const cover = await pixels(files[0]?.bytes ?? new Uint8Array());
  expect([cover.width, cover.height]).toEqual([1920, 1080]);
  expect(cover.at(900, 500)).toBe(`#${look.ink("paper").hex}`);
  // The edge of the layout that divides a deck.
  const divider = await pixels(files[4]?.bytes ?? new Uint8Array());
  expect(divider.at(6, 270)).toBe(`#${look.ink("accent").hex}`);
  // The card of the second slide, 6 to 8 inches from the left and 1.7 to 2.7 from the top.
  const second = await pixels(files[1]?.bytes ?? new Uint8Array());
  expect(second.at(440, 190)).toBe(`#${look.ink("accent").hex}`);
});

test("without fonts it says so", async () => {
  const { fonts: _, ...context } = contextOf();
  await expect(png.writePages(hostile, context, "deck")).rejects.toThrow("fonts");
});
