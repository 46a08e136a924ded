import { plainPeriod } from "./csv/period-forms.ts";

const pad = (text: string | undefined): string => (text ?? "").padStart(2, "0");

/**
 * How a text of a fixed form was most likely meant: dates written the German or the slash way with the year first,
 * periods as people write them, times, currencies. Never a guess between day and month: 03/04/2026 is left alone.
 */
export function suggest(text: string): readonly string[] {
  const t = text.trim();
  const out = [t, t.toUpperCase()];
  const add = (pattern: RegExp, build: (groups: readonly (string | undefined)[]) => string): void => {
    const match = pattern.exec(t);
    if (match !== null) out.push(build(match.slice(1)));
  };
  add(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?$/, ([y, m, d]) => `${y}-${pad(m)}-${pad(d)}`);
  add(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, ([d, m, y]) => `${y}-${pad(m)}-${pad(d)}`);
  add(/^(\d{4})[-/.](\d{1,2})$/, ([y, m]) => `${y}-${pad(m)}`);
  add(/^(\d{1,2})[-/.](\d{4})$/, ([m, y]) => `${y}-${pad(m)}`);
  add(/^(\d{4})[\s/]?-?([QH])([1-4])$/i, ([y, kind, n]) => `${y}-${kind?.toUpperCase()}${n}`);
  add(/^([QH])([1-4])[\s/'-]?(\d{4})$/i, ([kind, n, y]) => `${y}-${kind?.toUpperCase()}${n}`);
  add(/^(\d{4})[\s/]?-?W(\d{1,2})$/i, ([y, w]) => `${y}-W${pad(w)}`);
  add(/^W(\d{1,2})[\s/-]?(\d{4})$/i, ([w, y]) => `${y}-W${pad(w)}`);
  add(/^(\d{1,2})[.:](\d{2})$/, ([h, m]) => `${pad(h)}:${m}`);
  const period = plainPeriod(t);
  if (period !== undefined) out.push(period);
  if (t === "€") out.push("EUR");
  if (t === "$" || t === "US$") out.push("USD");
  if (t === "£") out.push("GBP");
  return out;
}
