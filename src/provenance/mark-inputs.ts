import type { JsonPath } from "../base/json-path.ts";
import type { Locale } from "../locales/locale.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { isName, isQuote, isSentence } from "../model/bundle/sentences.ts";
import type { Figures } from "../model/figures.ts";
import { holdsMarkLetters, type Marks } from "./marks.ts";
import { type SourceText, sourceText, withMarks } from "./source-text.ts";

/** A letter of a source: its UTF-16 index there. */
export interface LetterPlace {
  readonly source: SourceText;
  readonly start: number;
}

/** Printer of the bundle's expressions: {{…}} in, figure out. */
export type Print = (expression: string) => string;

/** Names of data are compared with one another, so that two fields that say the same must stay the same. */
const COMPARED = new Set([
  "data",
  "values",
  "highlight",
  "callouts",
  "marks",
  "csv",
  "xlsx",
  "criteria",
  "scores",
]);

/** The bundle with marks in its sentences and names. Nothing is marked that has letters of marks itself. */
export function markBundle(bundle: Bundle, marks: Marks<LetterPlace>, print: Print): Bundle {
  const walk = (value: unknown, path: JsonPath): unknown => {
    if (typeof value === "string") {
      if (!(isSentence(path) || isName(path) || isQuote(path)) || holdsMarkLetters(value)) return value;
      const source = sourceText(value, { path }, print);
      return withMarks(value, false, (start) => marks.of({ source, start }));
    }
    if (Array.isArray(value)) return value.map((item, n) => walk(item, [...path, n]));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        path[0] === "charts" && COMPARED.has(key) ? item : walk(item, [...path, key]),
      ]),
    );
  };
  return walk(bundle, []) as Bundle;
}

/** The locale with marks in its phrases. */
export function markPhrases(locale: Locale, marks: Marks<LetterPlace>): Locale {
  const phrases = Object.fromEntries(
    Object.entries(locale.phrases).map(([phrase, text]) => {
      const source = sourceText(text, { phrase });
      return [phrase, withMarks(text, true, (start) => marks.of({ source, start }))];
    }),
  );
  return { ...locale, phrases: phrases as unknown as Locale["phrases"] };
}

/** A number, a date or a period in print. */
export interface PrintedValue {
  readonly text: string;
  /** Values that are printed so, as the bundle writes them: decimal numbers, ISO dates, periods. */
  readonly values?: readonly string[];
  readonly figure?: string;
  readonly path?: JsonPath;
}

const TEXTS = ["text", "plain", "short"] as const;

/** The figures with a mark behind each of their texts. */
export function markFigures(figures: Figures, marks: Marks<PrintedValue>): Figures {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== "object") return value;
    const made: Record<string, unknown> = Object.create(null);
    for (const [key, item] of Object.entries(value)) made[key] = key === "from" ? item : walk(item);
    const { from, id } = made as { readonly from?: JsonPath; readonly id?: unknown };
    if (Array.isArray(from))
      for (const key of TEXTS) {
        const text = made[key];
        if (typeof text !== "string" || text === "") continue;
        const figure = typeof id === "string" ? { figure: id } : {};
        made[key] = text + marks.of({ text: marks.read(text).text, path: from, ...figure });
      }
    return made;
  };
  return walk(figures) as Figures;
}

/** The locale with a mark behind each number, date and period that it writes. */
export function markValues(locale: Locale, marks: Marks<PrintedValue>): Locale {
  // The same text has the same mark: stages compare what they print.
  const known = new Map<string, { readonly mark: string; readonly values: string[] }>();
  const marked =
    <Value, Style>(write: (value: Value, style: Style) => string) =>
    (value: Value, style: Style): string => {
      const text = write(value, style);
      const values: string[] = known.get(text)?.values ?? [];
      const mark = known.get(text)?.mark ?? marks.of({ text, values });
      known.set(text, { mark, values });
      if (!values.includes(String(value))) values.push(String(value));
      return text + mark;
    };
  return {
    ...locale,
    number: marked(locale.number),
    value: marked(locale.value),
    date: marked(locale.date),
    period: marked(locale.period),
    time: (clock) => marked(locale.time)(clock, undefined),
  };
}
