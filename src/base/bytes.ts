import { graphemesOf } from "./graphemes.ts";

const encoder = new TextEncoder();

/** Bytes of a text in UTF-8, which is what file systems count. */
export const bytesOf = (text: string): number => encoder.encode(text).length;

/** The beginning of a text that has at most so many bytes in UTF-8, and so many UTF-16 units, and breaks no grapheme. */
export function cutToBytes(text: string, most: number, units = Number.POSITIVE_INFINITY): string {
  if (text.length <= units && bytesOf(text) <= most) return text;
  let bytes = 0;
  for (const { segment, index } of graphemesOf(text)) {
    bytes += bytesOf(segment);
    if (bytes > most || index + segment.length > units) return text.slice(0, index);
  }
  return text;
}
