import {
  applyEdits,
  type FormattingOptions,
  type JSONPath,
  modify,
  type ParseError,
  parse,
} from "jsonc-parser";
import { excessOf } from "../../base/jsonc.ts";

/** Result of merging a setting into a file of the project. */
export type Merged =
  | { readonly text: string }
  /** Setting that is already in the file. */
  | "there"
  /** Other value in the place of the setting; it is kept. */
  | "taken"
  /** No JSON, so nothing can be added. */
  | "unreadable";

/** Adds a script to a package.json, in its own layout. */
export function withScript(text: string, name: string, command: string): Merged {
  const value = read(text);
  if (value === undefined) return "unreadable";
  const scripts = value["scripts"] ?? {};
  if (!isObject(scripts)) return "taken";
  if (Object.hasOwn(scripts, name)) return scripts[name] === command ? "there" : "taken";
  return { text: change(text, ["scripts", name], command) };
}

/**
 * Adds to .vscode/settings.json which schema a bundle has, and that comments are allowed in it. `bundle` is relative to
 * the folder that holds .vscode.
 */
export function withSchema(text: string, bundle: string, schema: string): Merged {
  const value = read(text.trim() === "" ? "{}" : text);
  if (value === undefined) return "unreadable";
  const pattern = `/${bundle}`;
  const schemas = value["json.schemas"] ?? [];
  const associations = value["files.associations"] ?? {};
  if (!Array.isArray(schemas) || !isObject(associations)) return "taken";
  const own = schemas.find(
    (entry: unknown) =>
      isObject(entry) && Array.isArray(entry["fileMatch"]) && entry["fileMatch"].includes(pattern),
  ) as Readonly<Record<string, unknown>> | undefined;
  if (own !== undefined && own["url"] !== schema) return "taken";
  let out = text.trim() === "" ? "{}\n" : text;
  if (own === undefined)
    out = change(
      out,
      ["json.schemas", schemas.length],
      { fileMatch: [pattern], url: schema },
      schemas.length === 0,
    );
  // VS Code underlines comments in .json files unless told that this one may have them. It compares a name with those of
  // files, and a way through folders with whole paths.
  const files = bundle.includes("/") ? `**/${bundle}` : bundle;
  if (bundle.endsWith(".json") && associations[files] === undefined)
    out = change(out, ["files.associations", files], "jsonc");
  return out === text ? "there" : { text: out };
}

/** The object in a text; undefined for anything else. */
function read(text: string): Readonly<Record<string, unknown>> | undefined {
  const errors: ParseError[] = [];
  if (excessOf(text) !== undefined) return undefined;
  const value: unknown = parse(text.replace(/^\ufeff/, " "), errors, { allowTrailingComma: true });
  return errors.length > 0 || !isObject(value) ? undefined : value;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function change(text: string, path: JSONPath, value: unknown, first = false): string {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const body = text.slice(mark.length);
  // A list that is not there yet is written whole: modify would otherwise make an object with the key "0".
  const [at, content] = first ? [path.slice(0, -1), [value]] : [path, value];
  return mark + applyEdits(body, modify(body, at, content, { formattingOptions: layoutOf(body) }));
}

/** Indentation and line ends as the file has them. */
function layoutOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ";
  return {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.startsWith("\t") ? 1 : indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
}
