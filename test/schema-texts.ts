import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Texts of a bundle by the schema that is published: which fields there are, and where a bundle has them. */
const ROOT = join(import.meta.dirname, "..");

interface Node {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly definitions?: Readonly<Record<string, Node>>;
}

const SCHEMA = JSON.parse(readFileSync(join(ROOT, "schema", "foredeck.schema.json"), "utf8")) as Node;

/** Texts of the schema that may hold anything: those with a pattern, a format or a list of values cannot hold braces. */
export function textFields(): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (node: Node, path: readonly string[]): void => {
    if (node.$ref !== undefined) walk(SCHEMA.definitions?.[node.$ref.split("/").at(-1) ?? ""] ?? {}, path);
    for (const part of [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])])
      walk(part, path);
    for (const [key, part] of Object.entries(node.properties ?? {})) walk(part, [...path, key]);
    if (typeof node.additionalProperties === "object") walk(node.additionalProperties, [...path, "*"]);
    if (node.items !== undefined) walk(node.items, [...path, "*"]);
    const bound = ["pattern", "enum", "const", "format"].some((key) => key in node);
    if (node.type === "string" && !bound) found.add(path.join("."));
  };
  walk(SCHEMA, []);
  return found;
}

export type Path = readonly (string | number)[];

export function* texts(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === "string") yield path;
  else if (Array.isArray(value)) for (const [n, item] of value.entries()) yield* texts(item, [...path, n]);
  else if (value !== null && typeof value === "object")
    for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
}

export const patternOf = (path: Path): string =>
  path.map((part, n) => (typeof part === "number" || path[n - 1] === "criteria" ? "*" : part)).join(".");
