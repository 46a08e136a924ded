import type { Node } from "jsonc-parser";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { badCharacter, type Character, SUSPECT } from "./characters.ts";
import type { SourceLines } from "./text/source-map.ts";

/** Names that reach an object's prototype when assigned or read. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/** The largest number that a bundle may hold; thirteen digits of euros are more than there are. */
const MAX_NUMBER = 1e15;

/**
 * A tree into plain values. Refuses what no later stage could bear: fields that are there twice or named like parts of a
 * prototype, numbers out of range, control characters, halves of characters. `documentOf` tells which file a node stands in.
 */
export function toValue(
  root: Node,
  documentOf: (node: Node) => { readonly text: string; readonly lines: SourceLines },
): { value: unknown; problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const at = (
    path: JsonPath,
    node: Node,
    { offset, length }: Pick<Node, "offset" | "length"> = node,
  ): At => ({
    path,
    place: documentOf(node).lines.at(offset, length),
  });

  const textOf = (node: Node): string => documentOf(node).text.slice(node.offset, node.offset + node.length);

  const visit = (node: Node, path: JsonPath): unknown => {
    switch (node.type) {
      case "object":
        return object(node, path);
      case "array":
        return (node.children ?? []).map((child, i) => visit(child, [...path, i]));
      case "number":
        return number(node, path);
      case "string":
        checkText(node, path);
        return node.value;
      default:
        return node.value;
    }
  };

  const object = (node: Node, path: JsonPath): Record<string, unknown> => {
    const fields: Record<string, unknown> = {};
    const seen = new Map<string, number>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (key === undefined) continue;
      const name = String(key.value);
      const here = [...path, name];
      const first = seen.get(name);
      if (first !== undefined) {
        const { line } = documentOf(key).lines.at(first);
        problems.push(messages.duplicateKey(at(here, key), name, line));
        continue;
      }
      seen.set(name, key.offset);
      if (FORBIDDEN.has(name)) {
        problems.push(messages.forbiddenKey(at(here, key), name));
        continue;
      }
      checkText(key, here);
      if (value !== undefined) fields[name] = visit(value, here);
    }
    return fields;
  };

  const number = (node: Node, path: JsonPath): number => {
    const written = textOf(node);
    const value = Number(node.value);
    if (Number.isFinite(value) && Math.abs(value) <= MAX_NUMBER) return value === 0 ? 0 : value;
    problems.push(messages.numberOutOfRange(at(path, node), written));
    return 0;
  };

  const checkText = (node: Node, path: JsonPath): void => {
    const raw = textOf(node);
    if (!raw.includes("\\") && !SUSPECT.test(raw)) return;
    // The parser replaces an unpaired escape by nothing; the raw text still shows it, so that is what is searched.
    const bad = badCharacter([...characters(raw)]);
    if (bad !== undefined)
      problems.push(
        messages.badCharacter(
          at(path, node, { offset: node.offset + bad.offset, length: bad.length }),
          bad.code,
          bad.fault,
        ),
      );
  };

  return { value: visit(root, []), problems };
}

const ESCAPES: Readonly<Record<string, number>> = { b: 8, f: 12, n: 10, r: 13, t: 9 };

/** The characters of a JSON string as written: code points, an unpaired surrogate as itself. */
function* characters(raw: string): Generator<Character> {
  let offset = 0;
  const unit = (from: number): { code: number; length: number } => {
    if (raw[from] !== "\\") return { code: raw.charCodeAt(from), length: 1 };
    const kind = raw[from + 1] ?? "";
    const hex = /^[0-9a-fA-F]{4}/.exec(raw.slice(from + 2, from + 6))?.[0];
    if (kind === "u" && hex !== undefined) return { code: Number.parseInt(hex, 16), length: 6 };
    return { code: ESCAPES[kind] ?? raw.charCodeAt(from + 1), length: 2 };
  };
  while (offset < raw.length) {
    const first = unit(offset);
    const second = first.code >= 0xd800 && first.code <= 0xdbff ? unit(offset + first.length) : undefined;
    if (second !== undefined && second.code >= 0xdc00 && second.code <= 0xdfff) {
      const code = (first.code - 0xd800) * 0x400 + (second.code - 0xdc00) + 0x10000;
      yield { code, offset, length: first.length + second.length };
      offset += first.length + second.length;
    } else {
      yield { code: first.code, offset, length: first.length };
      offset += first.length;
    }
  }
}
