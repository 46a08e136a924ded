import { lazily } from "./lazily.ts";

/** A character as readers count them (UAX #29): its place in UTF-16 units, and its text. */
export interface Grapheme {
  readonly index: number;
  readonly segment: string;
}

/** Latin, kana and Han characters without combining marks: each of their UTF-16 units is a grapheme of its own. */
const PLAIN =
  /^[ -~\u00a0-\u02ff\u2010-\u2027\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

/** Made where it is first needed: reading the tables of ICU takes as long as checking a small bundle. */
const segmenter = lazily(() => new Intl.Segmenter("und", { granularity: "grapheme" }));

/** The graphemes of a text, from its start. The language changes no boundary between graphemes. */
export function graphemesOf(text: string): Iterable<Grapheme> {
  if (PLAIN.test(text)) return Array.from(text, (segment, index) => ({ index, segment }));
  return segmenter().segment(text);
}

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

/** A text of at most so many characters (code points); of a longer one the beginning, with an ellipsis. */
export const shortened = (text: string, most: number): string =>
  [...text].length <= most ? text : `${[...text].slice(0, most - 1).join("")}…`;
