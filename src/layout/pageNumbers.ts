import type { Slide } from "../model/deck.ts";

/**
 * A run with `pageOf` stands for the number of that slide's first page. Numbers are known only after slides were split, so
 * layout writes them into the texts and breaks the lines anew.
 */
export const hasPageNumbers = (slide: Slide): boolean =>
  found(slide.body) || found(slide.source) || found(slide.title);

const found = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (typeof (value as { readonly pageOf?: unknown }).pageOf === "string" || Object.values(value).some(found));

/** The same slide with every such run saying its number. A run that names a slide that is not there keeps its text. */
export function withPageNumbers(slide: Slide, numbers: ReadonlyMap<string, number>): Slide {
  return replaced(slide, numbers);
}

/** Copies plain JSON; only runs change, and only their text, so that the type stays what it was. */
function replaced<T>(value: T, numbers: ReadonlyMap<string, number>): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, numbers)) as T;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, replaced<unknown>(one, numbers)]),
  );
  if (typeof copy["pageOf"] === "string") {
    const number = numbers.get(copy["pageOf"]);
    if (number !== undefined) copy["text"] = String(number);
  }
  return copy as T;
}
