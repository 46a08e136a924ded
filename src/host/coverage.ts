/** True for a code point that the font has a glyph for. */
export type Coverage = (code: number) => boolean;

type Read = (at: number, length: number) => Promise<Uint8Array>;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Tables of glyphs that a PDF cannot embed as outlines (OpenType 1.9.1): bitmaps, colour, and variable CFF. */
const NOT_OUTLINES = ["CBDT", "sbix", "COLR", "SVG ", "CFF2"];
const MOST_TABLES = 200;
const MOST_CMAP = 4 * 1_048_576;

/**
 * Reads the characters that the first font of a file has, by its cmap of all of Unicode or else of the first
 * plane (formats 12 and 4). Undefined where it has no outlines or no such cmap.
 * @throws RangeError for a file that is cut off or no font
 */
export async function coverageOf(read: Read): Promise<Coverage | undefined> {
  const head = viewOf(await read(0, 16));
  const start = head.getUint32(0) === 0x74746366 ? head.getUint32(12) : 0;
  const count = viewOf(await read(start + 4, 2)).getUint16(0);
  if (count > MOST_TABLES) return undefined;
  const directory = await read(start + 12, 16 * count);
  const tables = new Map<string, readonly [number, number]>();
  for (let n = 0; n < count; n += 1) {
    const view = viewOf(directory.subarray(16 * n));
    tables.set(String.fromCharCode(...directory.subarray(16 * n, 16 * n + 4)), [
      view.getUint32(8),
      view.getUint32(12),
    ]);
  }
  if (NOT_OUTLINES.some((name) => tables.has(name)) || (!tables.has("glyf") && !tables.has("CFF ")))
    return undefined;
  const [at, length] = tables.get("cmap") ?? [0, 0];
  if (length === 0 || length > MOST_CMAP) return undefined;
  const cmap = viewOf(await read(at, length));
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, n) => cmap.getUint32(8 + 8 * n));
  const full = subtables.find((offset) => cmap.getUint16(offset) === 12);
  if (full !== undefined) return groups(cmap, full);
  const basic = subtables.find((offset) => cmap.getUint16(offset) === 4);
  return basic === undefined ? undefined : segments(cmap, basic);
}

function groups(cmap: DataView, at: number): Coverage {
  const count = cmap.getUint32(at + 12);
  return within(count, (n) => [cmap.getUint32(at + 16 + 12 * n), cmap.getUint32(at + 20 + 12 * n)]);
}

function segments(cmap: DataView, at: number): Coverage {
  const count = cmap.getUint16(at + 6) / 2;
  const end = at + 14;
  return within(count, (n) => [cmap.getUint16(end + 2 + 2 * count + 2 * n), cmap.getUint16(end + 2 * n)]);
}

/** Looks a code up in ranges that stand in order. */
function within(count: number, range: (n: number) => readonly [first: number, last: number]): Coverage {
  return (code) => {
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = range(middle);
      if (code > last) low = middle + 1;
      else if (code < first) high = middle - 1;
      else return true;
    }
    return false;
  };
}
