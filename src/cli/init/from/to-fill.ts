import type { Node } from "jsonc-parser";
import { pathText } from "../../../base/json-path.ts";
import { asked, PROPOSED, type ToFill } from "../../../diagnostics/messages/index.ts";
import { parseWritten } from "../../written/parse.ts";

/** Places of a new bundle in which somebody has to say something: placeholders, and lines that are commented out. */
export function placesToFill(text: string, file: string): readonly ToFill[] {
  const parsed = parseWritten(text, file);
  if (parsed === undefined) return [];
  const found: ToFill[] = [];
  const visit = (node: Node, path: readonly (string | number)[]): void => {
    if (
      node.type === "string" &&
      typeof node.value === "string" &&
      /^Replace\b|: replace this/.test(node.value)
    )
      found.push({ line: parsed.at(node.offset).line, field: pathText(path), what: asked(node.value) });
    if (node.value === "none" && pathText(path) === "ask.amount")
      found.push({ line: parsed.at(node.offset).line, field: pathText(path), what: PROPOSED.amount });
    if (node.type === "array")
      for (const [n, item] of (node.children ?? []).entries()) visit(item, [...path, n]);
    if (node.type === "object")
      for (const { children = [] } of node.children ?? []) {
        const [key, value] = children;
        if (key !== undefined && value !== undefined) visit(value, [...path, String(key.value)]);
        if (key?.value === "id") commented(node, path);
      }
  };
  /** The direction that a metric leaves to be said. */
  const commented = ({ offset, length }: Node, path: readonly (string | number)[]): void => {
    const at = text.slice(offset, offset + length).indexOf(PROPOSED.asBetter);
    if (at < 0) return;
    const field = pathText([...path, "better"]);
    found.push({ line: parsed.at(offset + at).line, field, what: PROPOSED.better });
  };
  visit(parsed.root, []);
  return found.sort((a, b) => a.line - b.line);
}
