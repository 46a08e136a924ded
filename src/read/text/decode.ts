import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { kindOfFile } from "./signature.ts";
import { createLines } from "./source-map.ts";

/** Bytes of a bundle that are read at most: 20 MB; the largest bundle we know of has 0.03 MB. */
export const MAX_BUNDLE_BYTES = 20 * 1_048_576;

/** UTF-8 to text without its byte order mark, or what is wrong with it, with its place. */
export function decodeUtf8(
  bytes: Uint8Array,
  file: string,
): { readonly text: string } | { readonly problem: Diagnostic } {
  const start = { place: { file, line: 1, column: 1 } };
  const other = kindOfFile(bytes);
  if (other !== undefined) return { problem: messages.notText(start, other) };
  if (looksLikeUtf16(bytes)) return { problem: messages.utf16(start) };
  try {
    // The decoder takes a byte order mark away by itself (Encoding Standard, 6.1).
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return { problem: messages.notUtf8({ place: firstBadByte(bytes, file) }) };
  }
}

/** Returns true for UTF-16: its byte order marks, or a zero byte beside each of the first two letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && b !== 0 && c === 0) || (b === 0 && a !== 0 && d === 0);
}

/** Finds the place of the first byte that is not valid UTF-8. */
export function firstBadByte(bytes: Uint8Array, file: string) {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let start = 0;
  for (let line = 1; ; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    const part = bytes.subarray(start, end);
    try {
      strict.decode(part);
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      const text = new TextDecoder().decode(part);
      const lines = createLines(text, file);
      return { ...lines.at(badColumn(part)), line };
    }
    if (newline < 0) return createLines("", file).at(0);
    start = newline + 1;
  }
}

/** Length in UTF-16 units of the longest beginning that is valid. */
function badColumn(part: Uint8Array): number {
  let low = 0;
  let high = part.length;
  const valid = (length: number): string | undefined => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(part.subarray(0, length), { stream: true });
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      return undefined;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valid(middle) === undefined) high = middle - 1;
    else low = middle;
  }
  return valid(low)?.length ?? 0;
}
