import type { Node } from "jsonc-parser";

/** A bundle's own parts, as text; they may be anywhere, and the file may be broken. */
const PARTS = /"(why|goals|quotes|metrics|charts)"\s*:\s*[[{]/;
/** Names that at the top of a file mean a bundle, whatever is behind them. */
const OWN: ReadonlySet<string> = new Set(["why", "ask", "goals", "quotes", "objections"]);

/**
 * Whether a .json file that nobody named is to be treated as a bundle. What cannot be read as JSON might well be a broken
 * one, so it counts and is reported; only a sound file that is something else, as package.json, is passed over.
 */
export async function isBundle(bytes: Uint8Array): Promise<boolean> {
  // UTF-16, or a file that a crash has filled with zeros.
  if (bytes.includes(0)) return true;
  const text = new TextDecoder().decode(bytes);
  if (PARTS.test(text)) return true;
  const keys = keysOfJson(text) ?? (await keysOfJsonc(text));
  return keys?.some((key) => OWN.has(key)) ?? true;
}

/** The names at the top; undefined for what is no JSON. */
function keysOfJson(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? Object.keys(value) : [];
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return undefined;
  }
}

/** Keys of JSON with comments and trailing commas; the parser is loaded only for files that need it. */
async function keysOfJsonc(text: string): Promise<readonly string[] | undefined> {
  const { parseJson } = await import("../../read/json.ts");
  const { createLines } = await import("../../read/text/source-map.ts");
  const { root, problems } = parseJson(text, createLines(text, ""));
  return root === undefined || problems.length > 0 ? undefined : keysOf(root);
}

const keysOf = ({ type, children = [] }: Node): readonly string[] =>
  type === "object" ? children.map(({ children: pair }) => String(pair?.[0]?.value)) : [];
