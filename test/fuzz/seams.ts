import type { Compiled } from "../../src/stages.ts";

/** Signs that a sentence was put together badly, whatever the language. */
const SEAMS: readonly (readonly [string, RegExp])[] = [
  ["two spaces", /\S {2,}\S/],
  ["a space before a mark", /\p{L} [,.;](?:\s|$)/u],
  ["two marks", /[,;:] ?[,;:]|,\.|(?<!\.)\.\.(?!\.)/],
  ["empty brackets", /\(\s*\)|\[\s*\]/],
  ["a placeholder", /\{\{|\}\}/],
  ["a value that is none", /\b(?:undefined|NaN|Infinity)\b|\[object /],
  ["a percent sign twice", /%\s?%/],
];

/** Properties that hold codes of number formats (ECMA-376-1, 18.8.31). */
const FORMAT_CODES: ReadonlySet<string> = new Set(["code", "formatCode"]);

/** Seams in what the deck says by itself; texts of the bundle are taken as they are. */
export function seams({ deck }: Pick<Compiled, "deck">, bundle: unknown): readonly string[] {
  const given = JSON.stringify(bundle);
  const units = deck.units.filter((unit) => /^\p{L}{3,}/u.test(unit)).map(literally);
  const twice = units.map((unit): (typeof SEAMS)[number] => [
    "a unit after itself",
    new RegExp(`(?<![\\p{L}])${unit} ${unit}(?![\\p{L}])`, "iu"),
  ]);
  // German says "null" for zero.
  const none: readonly (typeof SEAMS)[number][] = deck.language.startsWith("de")
    ? []
    : [["a value that is none", /\bnull\b/]];
  const found = new Set<string>();
  for (const text of texts(deck.slides)) {
    if (given.includes(JSON.stringify(text).slice(1, -1))) continue;
    for (const [name, pattern] of [...SEAMS, ...none, ...twice])
      if (pattern.test(text)) found.add(`${name}: ${text}`);
  }
  return [...found];
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** All texts in what a stage returns, runs of one text joined; codes of number formats are not read by people. */
function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) {
    const runs = value.every((each: unknown) => isRun(each));
    return runs && value.length > 0 ? [value.map(({ text }) => text).join("")] : value.flatMap(texts);
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (FORMAT_CODES.has(key) ? [] : texts(each)));
}

const isRun = (value: unknown): value is { readonly text: string } =>
  typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
