import { loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { frame } from "../../../src/base/geometry.ts";
import { inchesToEmu } from "../../../src/base/units.ts";
import { neededScale, shrink } from "../../../src/formats/picture/shrink.ts";
import type { PictureItem } from "../../../src/model/page.ts";
import { quarters } from "../../raster/files.ts";
import { pages } from "../pptx/pages.ts";

/** Pages that draw a picture at these sizes in inches. */
const drawnAt = (...sizes: readonly (readonly [number, number])[]) => ({
  ...pages,
  pages: sizes.map(([w, h], n) => {
    const at = frame(0, 0, inchesToEmu(w), inchesToEmu(h));
    const item: PictureItem = {
      type: "picture",
      name: `Photo ${n}`,
      frame: at,
      file: "p.jpg",
      alt: "A photo",
    };
    const [page] = pages.pages;
    if (page === undefined) throw new Error("no page");
    return { ...page, items: [item] };
  }),
});
const photo = {
  mime: "image/jpeg",
  width: 1320,
  height: 660,
  bytes: quarters(1, "jpeg", 1320, 660),
} as const;

test("a picture needs 330 pixels an inch where it is drawn largest, and never more than it has", () => {
  expect(neededScale("p.jpg", photo, drawnAt([1, 0.5], [2, 1]))).toBeCloseTo(0.5);
  expect(neededScale("p.jpg", photo, drawnAt([8, 4]))).toBe(1);
  expect(neededScale("p.jpg", photo, drawnAt())).toBe(1);
});

test("it gets as many, stored as it was", async () => {
  const half = await shrink(photo, 0.5);
  const { width, height } = await loadImage(Buffer.from(half));
  expect([width, height]).toEqual([660, 330]);
  expect(half.length).toBeLessThan(photo.bytes.length);
  expect([...half.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect(await shrink(photo, 1)).toBe(photo.bytes);
});
