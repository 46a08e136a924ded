/** The way in which a cell shows its number. */
export interface NumberFormat {
  readonly shows: "number" | "percent" | "date" | "time";
  /** For dates: the smallest part of the calendar that is seen. */
  readonly to?: "day" | "month" | "year";
  /** For percentages: false where the sign is mere text, so that 41 is shown as 41 %. */
  readonly scaled?: boolean;
  /** Text before and after the digits, and the digits that are always written: "Q"0 is [Q, 1]. */
  readonly before?: string;
  readonly after?: string;
  readonly digits?: number;
  /** Sign or code of a currency that stands beside the digits: €, EUR. */
  readonly currency?: string;
}

const PLAIN: NumberFormat = { shows: "number" };
const DAY: NumberFormat = { shows: "date", to: "day" };
const TIME: NumberFormat = { shows: "time" };

/**
 * Formats without a code of their own in the file (ECMA-376 Part 1, 18.8.30): 14 to 22 and 45 to 47 everywhere, 27 to 36
 * and 50 to 58 in East Asia, where none shows a month without its day in every language.
 */
function builtIn(id: number): NumberFormat {
  if (id === 17) return { shows: "date", to: "month" };
  if ((id >= 14 && id <= 16) || id === 22) return DAY;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35)) return TIME;
  if (id === 9 || id === 10) return { shows: "percent", scaled: true };
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? DAY : PLAIN;
}

/** The format of a number, by its id and by the code that the file gives it. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  return code === undefined ? builtIn(id) : readCode(code);
}

/** A code as pieces: text that is shown as it stands, and signs that mean something. */
interface Piece {
  readonly literal: boolean;
  readonly text: string;
}

/** The first section of a format code (18.8.31), which is that of positive numbers. */
function firstSection(code: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < code.length; at++) {
    const sign = code[at] ?? "";
    if (sign === ";") break;
    if (sign === '"') {
      const end = code.indexOf('"', at + 1);
      const close = end < 0 ? code.length : end;
      pieces.push({ literal: true, text: code.slice(at + 1, close) });
      at = close;
    } else if (sign === "\\") pieces.push({ literal: true, text: code[++at] ?? "" });
    // _x leaves the room of a letter, *x repeats one.
    else if (sign === "_" || sign === "*") at++;
    else if (sign === "[") {
      const end = code.indexOf("]", at);
      const inside = code.slice(at + 1, end < 0 ? code.length : end);
      at = end < 0 ? code.length : end;
      if (/^(h+|m+|s+)$/i.test(inside)) pieces.push({ literal: false, text: `[${inside.toLowerCase()}]` });
      const currency = /^\$([^-]+)/.exec(inside)?.[1];
      if (currency !== undefined) pieces.push({ literal: true, text: currency });
    } else pieces.push({ literal: false, text: sign });
  }
  return pieces;
}

function readCode(code: string): NumberFormat {
  const pieces = firstSection(code);
  const signs = pieces.map(({ literal, text }) => (literal ? "\u0000" : text.toLowerCase())).join("");
  if (/general/.test(signs)) return PLAIN;
  if (/\[/.test(signs)) return TIME;
  const plain = signs.replaceAll(/e[+-]/g, "");
  const clock = plain.replaceAll(/am\/pm|a\/p/g, "");
  // Other Latin letters are words, such as the name of the general format in another language.
  if (!/[cfijklnopqrtuvxz]/.test(clock)) {
    // An m beside hours or seconds is minutes.
    const calendar = clock.replaceAll(/h[^dy]*?m+|m+[^a-z]*s+|h+|s+/g, "t");
    if (/d/.test(calendar)) return DAY;
    if (/[myge]/.test(calendar)) return { shows: "date", to: calendar.includes("m") ? "month" : "year" };
    if (/t/.test(calendar)) return TIME;
  }
  if (plain.includes("%")) return { shows: "percent", scaled: true };
  if (pieces.some(({ literal, text }) => literal && text.includes("%")))
    return { shows: "percent", scaled: false };
  const currency = /\p{Sc}|\b[A-Z]{3}\b/u.exec(pieces.map(({ text }) => text).join(""))?.[0];
  return { ...PLAIN, ...wordsAround(pieces), ...(currency === undefined ? {} : { currency }) };
}

/** Text around the digits of a whole number; nothing where the format groups, scales or rounds. */
function wordsAround(pieces: readonly Piece[]): Pick<NumberFormat, "before" | "after" | "digits"> {
  const first = pieces.findIndex(({ literal, text }) => !literal && /[0#?]/.test(text));
  if (first < 0) return {};
  const last = pieces.findLastIndex(({ literal, text }) => !literal && /[0#?]/.test(text));
  const between = pieces.slice(first, last + 1).map(({ literal, text }) => (literal ? "x" : text));
  const around = [...pieces.slice(0, first), ...pieces.slice(last + 1)];
  if (
    !between.every((text) => /^[0#]$/.test(text)) ||
    around.some(({ literal, text }) => !literal && text !== " ")
  )
    return {};
  const join = (some: readonly Piece[]): string => some.map(({ text }) => text).join("");
  return {
    before: join(pieces.slice(0, first)),
    after: join(pieces.slice(last + 1)),
    digits: between.filter((text) => text === "0").length,
  };
}
