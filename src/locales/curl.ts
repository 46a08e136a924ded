import type { LocaleWords } from "./locale.ts";

/** Left as it stands: addresses, mail, code between backticks, and assignments and calls with their quoted arguments. */
const CODE =
  /`[^`]*`|\b(?:https?|mailto):[^\s)\]]*|\bwww\.[^\s)\]]+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w.-]+=(?:"[^"]*"|'[^']*')|\b\w+\((?:[^()]*["'][^()]*)\)|[{[]\s*"[^{}[\]]*[}\]]/gu;

const OPENS_AFTER = /[\s([{<“„«‘\u2013\u2014/-]/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Straight quotation marks and apostrophes as the language sets them. A mark after a digit that closes nothing is a
 * prime (feet, inches, minutes) and stays, as does what is code or an address.
 */
export function createCurler(words: LocaleWords): (text: string) => string {
  const [open, close] = words.quotes.outer;
  const [innerOpen, innerClose] = words.quotes.inner;

  /** Emphasis stands between a mark and its word, and is looked through. */
  const neighbour = (text: string, at: number, step: 1 | -1): string => {
    let n = at + step;
    while (text[n] === "*" || text[n] === "_") n += step;
    return text[n] ?? "";
  };
  const closesLater = (text: string, at: number): boolean => {
    for (let n = at + 1; n < text.length; n++)
      if (text[n] === "'" && !/\s/u.test(text[n - 1] ?? " ") && !LETTER.test(neighbour(text, n, 1)))
        return true;
    return false;
  };

  const curlWords = (text: string, outside: string, state: { double: boolean; single: boolean }): string => {
    let out = "";
    for (let n = 0; n < text.length; n++) {
      const mark = text[n] ?? "";
      if (mark !== '"' && mark !== "'") {
        out += mark;
        continue;
      }
      const before = neighbour(text, n, -1) || (n === 0 ? outside : "");
      const after = neighbour(text, n, 1);
      const starts = before === "" || OPENS_AFTER.test(before) || before === '"' || before === "'";
      if (mark === '"') {
        if (/\d/u.test(before) && !state.double) out += mark;
        else {
          const opening = starts && !(state.double && (after === "" || /[\s.,;:!?)]/u.test(after)));
          out += opening ? open : close;
          state.double = opening;
        }
      } else if (/\d/u.test(before) && !state.single && !/\p{L}/u.test(after)) out += mark;
      else if (starts && /\p{L}/u.test(after) && closesLater(text, n)) {
        out += innerOpen;
        state.single = true;
      } else {
        if (state.single && !LETTER.test(after)) {
          out += innerClose;
          state.single = false;
        } else out += "’";
      }
    }
    return out;
  };

  const spaces = new Map(Object.entries(words.spaceBefore ?? {}));
  /** Spaces that somebody typed before a mark, or behind one that opens a quotation, become those of the language. */
  const space = (text: string): string =>
    spaces.size === 0
      ? text
      : text
          .replaceAll(
            / ([;:!?»])(?![\p{L}\p{N}])/gu,
            (whole, mark: string) => `${spaces.get(mark) ?? whole.charAt(0)}${mark}`,
          )
          .replaceAll("« ", "«\u00a0");

  return (text) => {
    if (spaces.size === 0 && !/["']/u.test(text)) return text;
    const state = { double: false, single: false };
    let out = "";
    let done = 0;
    for (const match of text.matchAll(CODE)) {
      out += space(curlWords(text.slice(done, match.index), text[done - 1] ?? "", state)) + match[0];
      done = match.index + match[0].length;
    }
    return out + space(curlWords(text.slice(done), text[done - 1] ?? "", state));
  };
}
