import { parseMarkup } from "../../locales/markup.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import type { JsonPath } from "../../model/figures.ts";
import { plain } from "../../model/text.ts";

export interface Sentence {
  readonly text: string;
  readonly path: JsonPath;
}

/** Texts that are no sentences: names of things inside the bundle, files, addresses. */
const UNREAD = new Set([
  ...["$schema", "id", "file", "csv", "xlsx", "sheet", "theme", "locale", "rules", "holds", "email"],
]);

/** Every text of a bundle with its place, in the order of the file. */
export function sentences(bundle: Bundle): readonly Sentence[] {
  const walk = (value: unknown, path: JsonPath): readonly Sentence[] => {
    if (typeof value === "string") return [{ text: value, path }];
    if (Array.isArray(value)) return value.flatMap((item, n) => walk(item, [...path, n]));
    if (value === null || typeof value !== "object") return [];
    return Object.entries(value).flatMap(([key, item]) =>
      UNREAD.has(key) ? [] : walk(item, [...path, key]),
    );
  };
  return walk(bundle, []);
}

/** Words of the expressions in a text, among them the ids of the parts whose figures it prints: churn of {{churn.latest}}. */
export const idsSaid = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/\{\{([^}]*)\}\}/g)].flatMap(({ 1: inside = "" }) =>
      [...inside.matchAll(/[A-Za-z][\w-]*/g)].map(([word]) => word),
    ),
  );

/** The same for all sentences of a bundle. */
export const named = (written: Bundle): ReadonlySet<string> =>
  new Set(sentences(written).flatMap(({ text }) => [...idsSaid(text)]));

/** Letters and digits alone, so that two spellings of one sentence are the same text. */
export const letters = (text: string): string =>
  (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");

/** Words of a text; numbers count as one. */
export const words = (text: string): number =>
  (text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? []).length;

/** A text as it is read, without markup. */
export const plainText = (text: string): string => plain(parseMarkup(text));
