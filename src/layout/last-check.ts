import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { parseMarkup } from "../locales/markup.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { isSentence } from "../model/bundle/sentences.ts";
import type { JsonPath } from "../model/figures.ts";
import type { Pages } from "../model/page.ts";
import { plain } from "../model/text.ts";

/**
 * Patterns that no sentence of a deck has unless its author wrote them: expressions, marks of emphasis,
 * JavaScript's text for no number or no value, and a negative zero.
 */
const NEVER =
  /\{\{|\*\*|(?<![\p{L}\p{N}_])(?:NaN|Infinity|undefined)(?![\p{L}\p{N}_])|\[object |(?<![\p{L}\p{N}.,)\]])[-\u2212]0(?:[.,]0+)?(?![.,]?\p{N}|[\p{L}-])/gu;

/** Parts of a page that no reader sees: names of things, codes of number formats, and lines, which repeat their runs. */
const UNREAD = new Set([
  ...["id", "kind", "layout", "section", "from", "href", "to", "pageOf", "code", "lines", "format"],
]);

/** Texts on the finished pages that cannot be meant: a defect of ours, found before a reader finds it. */
export function lastCheck(pages: Pages, resolved: Bundle): readonly Diagnostic[] {
  let authors: string | undefined;
  const isAuthors = (token: string): boolean => {
    authors ??= writtenIn(resolved, []).join("\n");
    return authors.includes(token);
  };
  return pages.pages.flatMap((page) => {
    for (const text of textsOf(page))
      for (const [token] of text.matchAll(NEVER))
        if (!isAuthors(token)) return [messages.textDefect({ page: page.id }, page.title, token, text)];
    return [];
  });
}

/** The texts of a bundle as their author means them to be read. */
function writtenIn(value: unknown, path: JsonPath): readonly string[] {
  if (typeof value === "string") return [isSentence(path) ? plain(parseMarkup(value)) : value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    writtenIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Every text in a value, a sentence of several runs as one. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) {
    const runs = value.every(
      (one) => typeof one === "object" && one !== null && typeof one.text === "string",
    );
    return runs && value.length > 0
      ? [value.map((run: { text: string }) => run.text).join("")]
      : value.flatMap(textsOf);
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (UNREAD.has(key) ? [] : textsOf(part)));
}
