import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { firstBadByte } from "../text/decode.ts";
import { kindOfFile } from "../text/signature.ts";

export type Decoded = { readonly text: string } | { readonly problem: Diagnostic };

/**
 * Bytes of a CSV file as text: UTF-8, UTF-16 of either byte order, or Windows-1252 where what it gives reads like words.
 * A file of another program, such as a workbook, is named as what it is.
 */
export function decodeCsv(bytes: Uint8Array, file: string): Decoded {
  const start = { place: { file, line: 1, column: 1 } };
  const other = kindOfFile(bytes);
  if (other !== undefined) return { problem: messages.csvOtherFormat(start, file, other) };
  if (isUtf32(bytes)) return { problem: messages.csvEncoding(start) };
  const wide = utf16(bytes);
  if (wide !== undefined) {
    const text = attempt(bytes, wide);
    return text === undefined ? { problem: messages.csvEncoding(start) } : { text };
  }
  // In a value, it is reported with its cell; in the heading, there is no table to speak of.
  const newline = bytes.indexOf(10);
  if (bytes.subarray(0, newline < 0 ? undefined : newline).includes(0))
    return { problem: messages.csvNul(start, file) };
  const text = attempt(bytes, "utf-8");
  if (text !== undefined) return { text };
  const western = new TextDecoder("windows-1252").decode(bytes);
  return readsLikeWords(western)
    ? { text: western }
    : { problem: messages.csvEncoding({ place: firstBadByte(bytes, file) }) };
}

function attempt(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    // The decoder takes a byte order mark away by itself (Encoding Standard, 6.1).
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return undefined;
  }
}

/** By its byte order marks, of which the one of little ends begins as that of UTF-16 does. */
const isUtf32 = ([a, b, c, d]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);

/** By its byte order mark; without one, by the zero bytes beside the first two letters. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return undefined;
}

/**
 * Bytes of another code page, read as Windows-1252, give signs amid letters (Polish), capitals after small letters
 * (Macintosh), long runs of accents (Cyrillic, Greek) or controls (DOS, Japanese): refused rather than guessed.
 */
const readsLikeWords = (text: string): boolean => !FOREIGN.test(text);

const FOREIGN = new RegExp(
  [
    "[\\u0080-\\u009f]",
    // Apostrophes, the middle dot and dashes stand between letters in languages of Western Europe.
    "\\p{L}[^\\p{ASCII}\\p{L}‘’·–—\\u00a0\\u00ad]\\p{L}",
    "\\p{Ll}(?!\\p{ASCII})\\p{Lu}",
    "(?:(?!\\p{ASCII})\\p{L}){3}",
  ].join("|"),
  "u",
);
