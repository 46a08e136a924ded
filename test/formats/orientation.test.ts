import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { frame } from "../../src/base/geometry.ts";
import { isOrientation, type Orientation } from "../../src/base/orientation.ts";
import { inchesToEmu } from "../../src/base/units.ts";
import { createCanvasPainter } from "../../src/formats/canvas/painter.ts";
import type { DisplayList, Image } from "../../src/formats/display/list.ts";
import { drawSvg } from "../../src/formats/markup/draw.ts";
import { writePptx } from "../../src/formats/pptx/write.ts";
import type { PictureItem } from "../../src/model/page.ts";
import { readZip } from "../../src/ooxml/unzip.ts";
import { QUARTERS, quarters } from "../raster/files.ts";
import { contextOf } from "./decks.ts";
import { context, pages } from "./pptx/pages.ts";
import { list, part, shapeNamed } from "./pptx/parts.ts";

/** A picture of four quarters comes out upright, however it is stored: 64 by 32 pt at (20, 10). */
const BOX = { x: 20, y: 10, w: 64, h: 32 };
const CENTRES = [
  [36, 18],
  [68, 18],
  [36, 34],
  [68, 34],
] as const;
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8].filter(isOrientation);

const image = (orientation: Orientation): Image => ({ type: "image", box: BOX, file: "p", orientation });

async function coloursOf(bytes: Uint8Array): Promise<readonly string[]> {
  const drawn = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(drawn.width, drawn.height);
  const context = canvas.getContext("2d");
  context.drawImage(drawn, 0, 0);
  return CENTRES.map(([x, y]) => {
    const [r = 0, g = 0, b = 0] = context.getImageData(x, y, 1, 1).data;
    return `#${[r, g, b].map((value) => (value > 127 ? "ff" : "00")).join("")}`;
  });
}

describe.each(ORIENTATIONS)("orientation %s", (orientation) => {
  test("in PNG", async () => {
    const easel = await createCanvasPainter(new Map([["p", quarters(orientation, "jpeg")]]), contextOf());
    const sheet = { x: 0, y: 0, width: 100, height: 50, scale: 1, paper: "#FFFFFF" };
    expect(await coloursOf(await easel.paint([image(orientation)], sheet))).toEqual(QUARTERS);
  });

  test("in SVG and HTML", async () => {
    const list: DisplayList = {
      ...{ id: "a", number: 1, title: "A", width: 100, height: 50, paper: "#FFFFFF", language: "en" },
      nodes: [image(orientation)],
      from: [],
    };
    const markup = drawSvg(list, { page: String, picture: () => "data:", as: "document" });
    const said = /<image ([^>]*)>/.exec(markup)?.[1] ?? "";
    const number = (name: string): number => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(said)?.[1]);
    const canvas = createCanvas(100, 50);
    const context = canvas.getContext("2d");
    for (const [, kind, first, second] of said.matchAll(/(translate|rotate|scale)\((\S+?)(?: (\S+?))?\)/g)) {
      if (kind === "translate") context.translate(Number(first), Number(second));
      else if (kind === "scale") context.scale(Number(first), Number(second));
      else context.rotate((Number(first) * Math.PI) / 180);
    }
    const stored = await loadImage(Buffer.from(quarters(orientation, "png")));
    context.drawImage(stored, number("x"), number("y"), number("width"), number("height"));
    expect(await coloursOf(canvas.toBuffer("image/png"))).toEqual(QUARTERS);
  });

  test("in PowerPoint", async () => {
    const at = frame(inchesToEmu(2), inchesToEmu(1), inchesToEmu(6), inchesToEmu(3));
    const item: PictureItem = {
      type: "picture",
      name: "Photo",
      frame: at,
      file: "p",
      alt: "A photo",
      orientation,
    };
    const one = {
      ...pages,
      pages: pages.pages.map((page, n) => (n === 1 ? { ...page, items: [...page.items, item] } : page)),
    };
    const files = await readZip(
      await writePptx(one, { ...context, readPicture: async () => quarters(orientation, "png") }),
    );
    const shape = shapeNamed(part(files, "ppt/slides/slide2.xml"), "Photo");
    const [transform] = list(shape, "a:xfrm");
    const number = (name: string, attribute: string): number =>
      Number(list(shape, name).find(({ attributes }) => attribute in attributes)?.attributes[attribute]);
    const [w, h] = [number("a:ext", "cx"), number("a:ext", "cy")];
    expect([w, h]).toEqual(orientation >= 5 ? [at.h, at.w] : [at.w, at.h]);
    expect([number("a:off", "x") + w / 2, number("a:off", "y") + h / 2]).toEqual([
      at.x + at.w / 2,
      at.y + at.h / 2,
    ]);
    // ECMA-376 Part 1, 20.1.7.6: 60,000ths of a degree clockwise, mirrored before that.
    const turns = [0, 0, 180, 180, 270, 90, 90, 270][orientation - 1] ?? 0;
    expect(Number(transform?.attributes["rot"] ?? 0)).toBe(turns * 60_000);
    expect(transform?.attributes["flipH"] === "1").toBe([2, 4, 5, 7].includes(orientation));
  });
});
