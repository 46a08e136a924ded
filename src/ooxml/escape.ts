/**
 * Whatever is not in Char of XML 1.0 (2.2): it knows no control characters but tab, newline and return, no U+FFFE and U+FFFF, and no lone surrogate.
 * A part that holds one does not open at all, so none may get as far as a part.
 */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const ILLEGAL_ALL = new RegExp(ILLEGAL, "gu");

/** True when XML 1.0 can say every character of the text. */
export const isLegal = (text: string): boolean => !ILLEGAL.test(text);

/** The text without what XML cannot say: form feed and vertical tab become a space, half a surrogate pair U+FFFD. */
export function cleanText(text: string): string {
  if (isLegal(text)) return text;
  return text.replace(ILLEGAL_ALL, (found) => {
    if (found === "\u000b" || found === "\u000c") return " ";
    return found >= "\ud800" && found <= "\udfff" ? "\ufffd" : "";
  });
}

/** Most texts: ASCII without a meaning in XML. */
const HARMLESS = /^[ !#-%'-;=?-~]*$/;

const TEXT: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };
const ATTRIBUTE: Readonly<Record<string, string>> = {
  ...TEXT,
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** For character data. */
export function escapeText(text: string): string {
  if (HARMLESS.test(text)) return text;
  const clean = cleanText(text);
  return /[&<>\r]/.test(clean) ? clean.replace(/[&<>\r]/g, (found) => TEXT[found] ?? found) : clean;
}

/** For a value between double quotes; line breaks are kept as references, or a parser turns them into spaces (3.3.3). */
export function escapeAttribute(text: string): string {
  if (HARMLESS.test(text)) return text;
  const clean = cleanText(text);
  return /[&<>"\r\n\t]/.test(clean)
    ? clean.replace(/[&<>"\r\n\t]/g, (found) => ATTRIBUTE[found] ?? found)
    : clean;
}
