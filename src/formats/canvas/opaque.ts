import { zlibSync } from "fflate";

/** Pixels as four bytes each: red, green, blue, and one that is not looked at. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** A PNG without transparency, 8 bits a channel (PNG, third edition, 11.2 and 12.5); the canvas only writes ones with it. */
export function opaquePng({ width, height, data }: Pixels): Uint8Array {
  const rows = new Uint8Array(height * (1 + 3 * width));
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    // Filter type 0: bytes as they are.
    to += 1;
    for (let x = 0; x < width; x += 1) {
      const from = 4 * (y * width + x);
      for (let channel = 0; channel < 3; channel += 1, to += 1) rows[to] = data[from + channel] ?? 0;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", zlibSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(new TextEncoder().encode(type), 4);
  out.set(data, 8);
  view.setUint32(8 + data.length, checksum(out.subarray(4, 8 + data.length)));
  return out;
}

/** CRC-32 with the polynomial of PNG, annex D. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** True for a PNG that is neither transparent nor interlaced: its pixels can be copied as they are. */
export function isPlainPng(bytes: Uint8Array): boolean {
  const colour = bytes[25] ?? 0;
  if (colour === 4 || colour === 6 || bytes[28] !== 0) return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = head.indexOf("IDAT");
  return !head.subarray(0, data < 0 ? head.length : data).includes("tRNS");
}
