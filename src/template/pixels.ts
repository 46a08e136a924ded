import { type PixelReader, pixelReader } from "../host/svg.ts";
import { pictureFormat } from "../raster/formats.ts";
import { cleanJpeg } from "../raster/jpeg.ts";
import type { TemplateContract } from "../theme/contract.ts";
import { type Crop, picturesIn } from "../theme/ground.ts";
import { TEMPLATE_FILE } from "./fills.ts";
import { groundOf } from "./grounds.ts";
import { candidates } from "./match.ts";
import type { Template } from "./open.ts";
import { readParts } from "./package.ts";

/** A picture of a template seen as a grid of cells: RGBA, colours times opacity. */
export type PixelGrid = Uint8Array;

/** Grids by the names that grounds give pictures; those that cannot be read are left out. */
export type PixelGrids = ReadonlyMap<string, PixelGrid>;

const COLUMNS = 320;
const ROWS = 240;

/** Bytes of a picture that is read, pixels of it, and of all together: some two seconds, and less than 100 MB. */
const MOST_BYTES = 12 * 1_048_576;
const MOST_PIXELS = 12_000_000;
const MOST_IN_ALL = 16_000_000;

/** The pictures behind the pages that a template may give, read as far as that takes no longer than anybody waits. */
export async function pixelsOf(
  template: Template,
  bytes: Uint8Array,
  edited?: TemplateContract,
): Promise<PixelGrids> {
  const files = new Set(
    candidates(template, edited).flatMap(({ layout, master }) => picturesIn(groundOf(layout, master))),
  );
  const wanted = [...files].filter((file) => {
    const size = template.package.size(partOf(file));
    return size > 0 && size <= MOST_BYTES;
  });
  const grids = new Map<string, PixelGrid>();
  if (wanted.length === 0) return grids;
  const contents = await readParts(bytes, new Set(wanted.map(partOf)));
  let left = MOST_IN_ALL;
  let read: PixelReader | undefined;
  for (const file of wanted) {
    const content = contents.get(partOf(file));
    const about = content && headerOf(content);
    if (content === undefined || about === undefined) continue;
    const pixels = about.width * about.height;
    if (pixels > MOST_PIXELS || pixels > left) continue;
    left -= pixels;
    read ??= await pixelReader();
    const grid = read(content, about.mime, COLUMNS, ROWS);
    if (grid !== undefined) grids.set(file, grid);
  }
  return grids;
}

const partOf = (file: string): string => file.slice(TEMPLATE_FILE.length);

interface Header {
  readonly mime: Parameters<PixelReader>[1];
  readonly width: number;
  readonly height: number;
}

/** Format and size of a picture by its first bytes; its pixels are not unpacked. */
function headerOf(bytes: Uint8Array): Header | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = pictureFormat(bytes);
  if (format === "a PNG" && bytes.length > 24)
    return { mime: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
  if (format === "a GIF" && bytes.length > 10)
    return { mime: "image/gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (format !== "a JPEG") return undefined;
  const read = cleanJpeg(bytes);
  return typeof read === "string"
    ? undefined
    : { mime: "image/jpeg", width: read.width, height: read.height };
}

/** Colours are told apart in steps of this, so that a photograph has not too many. */
const STEP = 8;

/** Colour of a picture at a point of its frame, shares from 0 to 1; undefined beyond its edges. */
export function pixelAt(
  grid: PixelGrid,
  crop: Crop | undefined,
  x: number,
  y: number,
): { readonly hex: string; readonly alpha: number } | undefined {
  const { left, top, right, bottom } = crop ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const column = Math.floor((left + x * (1 - left - right)) * COLUMNS);
  const row = Math.floor((top + y * (1 - top - bottom)) * ROWS);
  if (column < 0 || row < 0 || column >= COLUMNS || row >= ROWS) return undefined;
  const at = 4 * (row * COLUMNS + column);
  const alpha = (grid[at + 3] ?? 0) / 255;
  if (alpha === 0) return { hex: "FFFFFF", alpha };
  const channel = (n: number): string => {
    const value = Math.min(255, (grid[at + n] ?? 0) / alpha);
    const even = value > 255 - STEP / 2 ? 255 : Math.min(255, Math.round(value / STEP) * STEP);
    return even.toString(16).padStart(2, "0").toUpperCase();
  };
  return { hex: channel(0) + channel(1) + channel(2), alpha };
}
