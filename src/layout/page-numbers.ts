import type { Slide } from "../model/deck.ts";

/**
 * A run with `pageOf` stands for the number of that slide's first page. Numbers are known only after slides were split, so
 * layout writes them into the texts and breaks the lines anew.
 */
export const hasPageNumbers = (slide: Slide): boolean =>
  found(slide.body) || found(slide.source) || found(slide.title);

function found(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(found);
  if ("pageOf" in value && typeof value.pageOf === "string") return true;
  for (const key in value) if (found((value as Record<string, unknown>)[key])) return true;
  return false;
}

/**
 * The slide with every such run saying its number. A run that names a slide that is not there keeps its text. What does
 * not change stays the same object, the whole slide too, so that it need not be laid out again.
 */
export function withPageNumbers(slide: Slide, numbers: ReadonlyMap<string, number>): Slide {
  return replaced(slide, numbers);
}

/** Copies plain JSON as far as it changes; only runs change, and only their text, so the type stays what it was. */
function replaced<T>(value: T, numbers: ReadonlyMap<string, number>): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((one) => replaced<unknown>(one, numbers));
    return items.every((one, index) => one === value[index]) ? value : (items as T);
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, one] of Object.entries(value)) {
    const next = replaced<unknown>(one, numbers);
    if (next !== one) copy = { ...(copy ?? value), [key]: next };
  }
  const { pageOf, text } = value as { readonly pageOf?: unknown; readonly text?: unknown };
  const number = typeof pageOf === "string" ? numbers.get(pageOf) : undefined;
  if (number !== undefined && text !== String(number)) copy = { ...(copy ?? value), text: String(number) };
  return copy === undefined ? value : (copy as T);
}
