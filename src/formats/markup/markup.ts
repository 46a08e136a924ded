import { escapeAttribute, escapeText } from "../../ooxml/escape.ts";

/** Elements of SVG that hold nothing; HTML would take any other for open if its end were left out. */
const EMPTY = new Set(["rect", "path", "image"]);

type Value = string | number | boolean | undefined;

/** An element as text: undefined and false attributes are left out, true ones stand for themselves. Contents are markup already. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...contents: readonly string[]
): string {
  let out = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    out += ` ${key}="${value === true ? "" : escapeAttribute(String(value))}"`;
  }
  const inner = contents.join("");
  return inner === "" && EMPTY.has(name) ? `${out}/>` : `${out}>${inner}</${name}>`;
}

/** Words as markup; line breaks become spaces. */
export const textMarkup = (text: string): string => escapeText(text.replace(/\s*[\r\n]+\s*/g, " "));
