import type { Diagnostic, Place } from "./diagnostic.ts";

/** Location of a finding: JSON path in the bundle, place in the file, and the page that shows it. */
export interface At {
  readonly path?: readonly (string | number)[];
  readonly place?: Place;
  readonly page?: string;
}

export interface More {
  readonly why?: string | undefined;
  readonly hint?: string | undefined;
}

/** For the functions of messages/ only. */
export const error = (code: string, at: At, what: string, more: More = {}): Diagnostic =>
  make("error", code, at, what, more);

/** For the functions of messages/ only. */
export const warning = (code: string, at: At, what: string, more: More = {}): Diagnostic =>
  make("warning", code, at, what, more);

function make(severity: Diagnostic["severity"], code: string, at: At, what: string, more: More): Diagnostic {
  return {
    code,
    severity,
    what,
    ...(more.why === undefined ? {} : { why: more.why }),
    ...(more.hint === undefined ? {} : { hint: more.hint }),
    ...(at.path === undefined ? {} : { path: at.path }),
    ...(at.place === undefined ? {} : { place: at.place }),
    ...(at.page === undefined ? {} : { page: at.page }),
  };
}

/** "a", "b" or "c"; at most `limit` of them, then how many more there are. */
export function either(items: readonly string[], limit = 12): string {
  const shown = items.slice(0, limit);
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} or one of ${rest} more`;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}

/** "a", "b" and "c", in quotation marks; at most twelve of them, then how many more there are. */
export function every(items: readonly string[]): string {
  const shown = items.slice(0, 12).map((item) => quoted(item));
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** "There are "a", "b" and "c"." with at most twelve of them. */
export const thereAre = (items: readonly string[]): string =>
  items.length < 2 ? `There is ${every(items) || "none"}.` : `There are ${every(items)}.`;

/** In quotation marks as JSON writes it, shortened to about 60 characters. */
export function quoted(text: string, limit = 60): string {
  // A character has two code units at most; the rest of a text of megabytes is not looked at.
  const cut = [...text.slice(0, 2 * limit + 2)];
  return JSON.stringify(cut.length > limit ? `${cut.slice(0, limit - 1).join("")}…` : text);
}

/** 100,000 */
export const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** "1 row", "2 rows". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${thousands(n)} ${n === 1 ? one : many}`;
