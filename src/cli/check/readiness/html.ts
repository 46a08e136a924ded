import { printable } from "../../../diagnostics/terminal.ts";

/** A piece of HTML or SVG that is safe to put into a page. Made by the `html` tag alone. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | readonly (Html | string)[] | undefined;

/** HTML from a template: every value is escaped unless it is HTML itself; undefined is nothing. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: strings.map((text, n) => text + (n < values.length ? written(values[n]) : "")).join(""),
});

function written(value: Value): string {
  if (value === undefined) return "";
  if (typeof value === "string" || typeof value === "number") return escaped(String(value));
  return "markup" in value ? value.markup : value.map((each) => written(each)).join("");
}

/** Safe in text and between double quotation marks; controls and bidi overrides become boxes. */
const escaped = (text: string): string =>
  printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
