import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { FONTS } from "../base/fonts.ts";
import { lazily } from "../base/lazily.ts";
import { failure } from "./failure.ts";

/** An SVG that is open for drawing. */
export interface OpenSvg {
  /** Size that the SVG gives itself, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The drawing with only paths, groups and pictures: text is turned into paths, and each use into a copy. */
  readonly plain: string;
  /** A PNG of so many pixels to the CSS pixel, 1 × 1 at least; undefined where every pixel of it would be clear. */
  draw(scale: number): Uint8Array | undefined;
}

/** resvg, compiled to WebAssembly: no network, no disk, no clock, no fonts but those it is given. */
const loaded = lazily(async () => {
  const resvg = await import("@resvg/resvg-wasm");
  await resvg.initWasm(await readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
  return resvg;
});

/**
 * Opens an SVG with these fonts and no others.
 * @throws Error with code ESVG for what resvg cannot read
 */
export async function openSvg(text: string, fonts: readonly Uint8Array[]): Promise<OpenSvg> {
  const { Resvg } = await loaded();
  const font = {
    loadSystemFonts: false,
    fontBuffers: [...fonts],
    defaultFontFamily: FONTS.Arial.twin,
    sansSerifFamily: FONTS.Arial.twin,
  };
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      throw failure("ESVG", String(cause));
    }
  };
  const open = (
    fitTo: { readonly mode: "original" } | { readonly mode: "width" | "height"; readonly value: number },
  ) => new Resvg(text, { font, fitTo });
  const { width, height, plain } = attempt(() => {
    const original = open({ mode: "original" });
    const read = { width: original.width, height: original.height, plain: original.toString() };
    original.free();
    return read;
  });
  return {
    ...{ width, height, plain },
    draw: (scale) =>
      attempt(() => {
        const longer = Math.max(1, Math.round(Math.max(width, height) * scale));
        const sized = open({ mode: width >= height ? "width" : "height", value: longer });
        const image = sized.render();
        const blank = image.pixels.every((value, n) => n % 4 !== 3 || value === 0);
        const png = blank ? undefined : image.asPng();
        image.free();
        sized.free();
        return png;
      }),
  };
}

/** Draws a PNG, JPEG or GIF onto a grid of that size: RGBA, colours times opacity; undefined for what resvg cannot read. */
export type PixelReader = (
  bytes: Uint8Array,
  mime: "image/png" | "image/jpeg" | "image/gif",
  columns: number,
  rows: number,
) => Uint8Array | undefined;

/** The reader of pixels, once resvg is loaded. */
export async function pixelReader(): Promise<PixelReader> {
  const { Resvg } = await loaded();
  return (bytes, mime, columns, rows) => {
    const size = `width="${columns}" height="${rows}"`;
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
    const svg = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image href="data:${mime};base64,${data}" ${size} preserveAspectRatio="none"/></svg>`,
      { font: { loadSystemFonts: false } },
    );
    const image = svg.render();
    const { pixels } = image;
    image.free();
    svg.free();
    // What it cannot read it leaves out.
    return pixels.every((value, n) => n % 4 !== 3 || value === 0) ? undefined : pixels;
  };
}
