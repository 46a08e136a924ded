import { crc32, createInflate, inflateSync } from "node:zlib";
import type { Orientation } from "../base/orientation.ts";
import type { PictureFault } from "../diagnostics/messages/pictures.ts";
import { orientationOf } from "./exif.ts";
import { MOST_PIXELS, type Stored } from "./index.ts";

/** Chunks that say how pixels are meant (PNG, third edition, 11.2 and 11.3.2); all others are left out. */
const CRITICAL = new Set(["IHDR", "PLTE", "IDAT", "IEND"]);
const KEPT = new Set([...CRITICAL, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP"]);

/** Bit depths that each colour type allows, and its samples a pixel (11.2.1). */
const COLOURS: Readonly<Record<number, readonly [samples: number, depths: readonly number[]]>> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
};

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

/** A PNG that is whole, down to the size that its pixels unpack to, without what it says beside them. */
export async function cleanPng(bytes: Uint8Array): Promise<Stored | PictureFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  const pixels: Uint8Array[] = [];
  let header: Header | undefined;
  let orientation: Orientation = 1;
  let palette = false;
  let before = "";
  for (let at = 8; before !== "IEND"; ) {
    if (at + 12 > bytes.length) return "cut";
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type)) return "structure";
    const end = at + 12 + length;
    if (end > bytes.length) return "cut";
    const content = bytes.subarray(at + 8, at + 8 + length);
    const sound = crc32(bytes.subarray(at + 4, at + 8 + length)) === view.getUint32(at + 8 + length);
    if (!sound && CRITICAL.has(type)) return "checksum";
    // A chunk that a reader must know, and none does.
    if (/^[A-Z]/.test(type) && !CRITICAL.has(type)) return "structure";
    if ((before === "") !== (type === "IHDR")) return "structure";
    if (type === "IHDR") {
      const read = headerOf(content);
      if (typeof read === "string") return read;
      header = read;
    }
    if (type === "PLTE") {
      if (length === 0 || length > 768 || length % 3 !== 0 || pixels.length > 0) return "structure";
      palette = true;
    }
    if (type === "IDAT") {
      if (pixels.length > 0 && before !== "IDAT") return "structure";
      pixels.push(content);
    }
    if (type === "eXIf" && sound) orientation = orientationOf(content);
    if (KEPT.has(type) && sound && (type !== "iCCP" || isBounded(content)))
      kept.push(bytes.subarray(at, end));
    before = type;
    at = end;
  }
  if (header === undefined || pixels.length === 0) return "structure";
  if (header.colour === 3 && !palette) return "palette";
  const { width, height } = header;
  // A larger one is refused for its size, and not unpacked: a few bytes may claim to be gigabytes.
  if (Math.max(width, height) <= MOST_PIXELS && !(await unpacks(pixels, header))) return "pixels";
  return { mime: "image/png", width, height, orientation, bytes: new Uint8Array(Buffer.concat(kept)) };
}

function headerOf(content: Uint8Array): Header | PictureFault {
  if (content.length !== 13) return "structure";
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (width === 0 || height === 0) return "empty";
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = content.subarray(8);
  const [samples, depths] = COLOURS[colour] ?? [0, []];
  if (!depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) return "structure";
  return { width, height, bitsPerPixel: samples * depth, colour, interlaced: interlace === 1 };
}

/** A colour profile unpacks to some kilobytes; what unpacks to more than this is none. */
const MOST_PROFILE = 4 * 1_048_576;

function isBounded(profile: Uint8Array): boolean {
  const name = profile.indexOf(0);
  try {
    return name > 0 && inflateSync(profile.subarray(name + 2), { maxOutputLength: MOST_PROFILE }).length > 0;
  } catch {
    // Not a profile that any program could read: colours are taken for sRGB, as they would be anyway.
    return false;
  }
}

/** Adam7 (8.2): where each pass begins, and its steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of each row with the one that names its filter, by pass. */
function rowsOf({ width, height, bitsPerPixel, interlaced }: Header): { bytes: number; rows: number }[] {
  const passes = interlaced ? PASSES : [[0, 0, 1, 1] as const];
  return passes.flatMap(([left, top, across, down]) => {
    const columns = Math.ceil((width - left) / across);
    const rows = Math.ceil((height - top) / down);
    return columns > 0 && rows > 0 ? [{ bytes: 1 + Math.ceil((columns * bitsPerPixel) / 8), rows }] : [];
  });
}

/** True where the data unpacks to the rows of its header, no less and no more, each with a filter that there is (9.2). */
async function unpacks(pixels: readonly Uint8Array[], header: Header): Promise<boolean> {
  const passes = rowsOf(header);
  const all = passes.reduce((sum, { bytes, rows }) => sum + bytes * rows, 0);
  const inflate = createInflate();
  for (const part of pixels) inflate.write(part);
  inflate.end();
  let pass = 0;
  let row = 0;
  let next = 0;
  let before = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      for (; next < before + chunk.length && pass < passes.length; row += 1) {
        if ((chunk[next - before] ?? 0) > 4) return false;
        const { bytes, rows } = passes[pass] ?? { bytes: 0, rows: 0 };
        next += bytes;
        if (row + 1 === rows) {
          pass += 1;
          row = -1;
        }
      }
      before += chunk.length;
      if (before > all) return false;
    }
  } catch {
    // zlib's own words say no more to those who can but export the picture anew.
    return false;
  }
  return before === all;
}
