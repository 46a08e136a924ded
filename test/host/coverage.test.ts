import { expect, test } from "vitest";
import { coverageOf } from "../../src/host/coverage.ts";
import { createNodeHost } from "../../src/host/node.ts";

const { regular } = await createNodeHost().fonts("Arial");
const reader = (bytes: Uint8Array) => async (at: number, length: number) => bytes.subarray(at, at + length);
const code = (sign: string): number => sign.codePointAt(0) ?? 0;

test("a font says which characters it has, without being read whole", async () => {
  let read = 0;
  const has = await coverageOf(async (at, length) => {
    read += length;
    return reader(regular)(at, length);
  });
  expect(["A", "é", "ש", "顧", "😀"].map((sign) => has?.(code(sign)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(read).toBeLessThan(regular.length / 4);
});

test("so does one in a collection", async () => {
  // A collection of one: its header, and offsets of tables that count from the start of the file.
  const moved = Buffer.concat([Buffer.alloc(16), regular]);
  moved.write("ttcf", 0, "latin1");
  moved.writeUInt32BE(1, 8);
  moved.writeUInt32BE(16, 12);
  for (let n = 0; n < moved.readUInt16BE(20); n += 1)
    moved.writeUInt32BE(moved.readUInt32BE(36 + 16 * n) + 16, 36 + 16 * n);
  expect((await coverageOf(reader(moved)))?.(code("A"))).toBe(true);
});

test("what is cut off or no font has nothing", async () => {
  await expect(coverageOf(reader(regular.subarray(0, 100)))).rejects.toThrow(RangeError);
  await expect(coverageOf(reader(new Uint8Array(3)))).rejects.toThrow(RangeError);
  expect(await coverageOf(reader(new Uint8Array(100)))).toBeUndefined();
});
