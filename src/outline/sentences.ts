import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { expressionMisplaced } from "../diagnostics/messages/index.ts";
import { withoutLinks } from "../locales/links.ts";
import type { Locale } from "../locales/locale.ts";
import { withoutMarkup } from "../locales/markup.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { isQuote, isSentence } from "../model/bundle/sentences.ts";
import type { Figures, JsonPath } from "../model/figures.ts";
import type { Resolve } from "./expressions.ts";

const ADDRESSES = new Set(["url", "email"]);
/** Fields that take no figure: a quote keeps its speaker's words, and a unit is part of figures. */
const PLAIN = new Set(["unit", ...ADDRESSES]);
/** Names of files and things, checked by `read`, and tests of claims, which name figures without braces. */
const NAMES = new Set(["id", "$schema", "csv", "xlsx", "sheet", "file", "holds"]);

/** The bundle with the figures of its sentences and names filled in, its names plain, and its marks set as the language sets them. Names of criteria are drawn too, so they are read as well. */
export function resolveSentences(
  bundle: Bundle,
  { curl }: Locale,
  fill: Resolve,
  report: (diagnostic: Diagnostic) => void,
): Bundle {
  const resolve: Resolve = (sentence, path) => curl(fill(sentence, path));
  const walk = (value: unknown, path: JsonPath): unknown => {
    if (typeof value === "string") {
      const text = resolve(value, path);
      return isSentence(path) ? text : withoutMarkup(text);
    }
    if (Array.isArray(value)) return value.map((item, n) => walk(item, [...path, n]));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const at = [...path, key];
        if (NAMES.has(key)) return [key, item];
        if (typeof item === "string" && (PLAIN.has(key) || isQuote(at))) {
          const expression = /\{\{.*?\}\}/s.exec(item)?.[0];
          if (expression !== undefined)
            report(expressionMisplaced({ path: at }, expression, isQuote(at) ? "quote" : key));
          if (ADDRESSES.has(key)) return [key, item];
          return [key, curl(isQuote(at) ? withoutLinks(item) : item)];
        }
        return [path.at(-1) === "criteria" ? resolve(key, at) : key, walk(item, at)];
      }),
    );
  };
  return walk(bundle, []) as Bundle;
}

/** Fields of figures that hold a sentence, with its markup; the other texts of figures are plain. */
const FIGURE_SENTENCES = new Set(["assumption"]);

/**
 * Figures carry names and assumptions of the bundle, which may hold expressions too; what is wrong with those is said
 * where the bundle holds them.
 */
export function resolveFigures(figures: Figures, { curl }: Locale, fill: Resolve): Figures {
  if (!/\{\{|'|\\"|\*\*|\]\(|<http/i.test(JSON.stringify(figures))) return figures;
  const resolve: Resolve = (sentence, path) => curl(fill(sentence, path));
  const name = (text: string): string => withoutMarkup(resolve(text, []));
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return resolve(value, []);
    if (Array.isArray(value))
      return value.map((item) => (typeof item === "string" ? name(item) : walk(item)));
    if (value === null || typeof value !== "object") return value;
    // Without a prototype, as records of figures are: a metric may be called constructor.
    const made: Record<string, unknown> = Object.create(null);
    for (const [key, item] of Object.entries(value)) {
      if (key === "from") made[key] = item;
      else made[key] = typeof item === "string" && !FIGURE_SENTENCES.has(key) ? name(item) : walk(item);
    }
    return made;
  };
  return walk(figures) as Figures;
}
