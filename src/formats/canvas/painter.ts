import type { Image } from "@napi-rs/canvas";
import { familiesOf } from "../../theme/families.ts";
import type { WriteContext } from "../contract/format.ts";
import type { DisplayNode, FontFace } from "../display/list.ts";
import { registerFonts } from "./fonts.ts";
import { loadCanvas } from "./load.ts";
import { opaquePng } from "./opaque.ts";
import { type PaintContext, paint } from "./paint.ts";

/** Paints display lists as PNG files. */
export interface CanvasPainter {
  /** Nodes on a ground, `scale` pixels to the pt, from (x, y) on; packed in another thread. */
  paint(nodes: readonly DisplayNode[], sheet: CanvasArea): Promise<Uint8Array>;
  /** The same at once, as a PNG without transparency. */
  paintOpaque(nodes: readonly DisplayNode[], sheet: CanvasArea): Uint8Array;
}

export interface CanvasArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly paper: string;
}

/**
 * Loads the canvas, the fonts, and the pictures, which are given by name.
 * @throws Error where nobody hands out fonts
 */
export async function createCanvasPainter(
  pictures: ReadonlyMap<string, Uint8Array>,
  { fonts, look }: Pick<WriteContext, "fonts" | "look">,
): Promise<CanvasPainter> {
  if (fonts === undefined) throw new Error("nobody hands out fonts to draw with");
  const { createCanvas, GlobalFonts, loadImage, Path2D } = await loadCanvas();
  const names = new Map<FontFace["family"], string>();
  for (const family of familiesOf(look)) names.set(family, registerFonts(GlobalFonts, await fonts(family)));
  // What one family lacks, the others may have, before any font of the machine is asked.
  const all = [...names.values()].join(", ");
  const images = new Map<string, Image>();
  for (const [file, bytes] of pictures) images.set(file, await loadImage(Buffer.from(bytes)));
  const canvasOf = (nodes: readonly DisplayNode[], { x, y, width, height, scale, paper }: CanvasArea) => {
    const canvas = createCanvas(
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    context.translate(-x, -y);
    context.fillStyle = paper;
    context.fillRect(x, y, width, height);
    const paintContext: PaintContext = {
      context,
      path: (d) => new Path2D(d),
      family: (family) =>
        [names.get(family)?.split(",")[0], all].filter((name) => name !== undefined).join(", "),
      image: (file) => {
        const image = images.get(file);
        if (image === undefined) throw new Error(`the picture ${file} was not loaded`);
        return image;
      },
    };
    for (const node of nodes) paint(node, paintContext);
    return canvas;
  };
  return {
    paint: async (nodes, sheet) => new Uint8Array(await canvasOf(nodes, sheet).encode("png")),
    paintOpaque: (nodes, sheet) => {
      const canvas = canvasOf(nodes, sheet);
      return opaquePng(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height));
    },
  };
}
