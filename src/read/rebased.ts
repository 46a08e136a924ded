import type { Node } from "jsonc-parser";
import { joinPath } from "../base/relative-path.ts";
import { isThemeFile } from "../theme/file.ts";
import type { Merging } from "./merge-trees.ts";

/** Fields at the top of a file whose text is a path. */
const AT_TOP: ReadonlySet<string> = new Set(["logo", "template", "theme"]);
/** Fields of parts whose text is a path. */
const IN_PARTS: ReadonlySet<string> = new Set(["csv", "xlsx", "file"]);

/** A tree whose paths begin at another folder: those of a file that a bundle extends, as the bundle would write them. */
export function rebased(root: Node, folder: string, merging: Merging): Node {
  if (folder === "") return root;
  const { documents } = merging;
  const copy = (node: Node, change: Partial<Node>): Node => {
    const made = { ...node, ...change };
    documents.note(made, documents.of(node));
    return made;
  };
  const walk = (node: Node, depth: number): Node => {
    if (node.children === undefined) return node;
    const children = node.children.map((child) => {
      const [key, value] = child.type === "property" ? (child.children ?? []) : [];
      if (key === undefined || value?.type !== "string") return walk(child, depth + 1);
      const name = String(key.value);
      const text = String(value.value);
      const path =
        depth === 0 ? AT_TOP.has(name) && (name !== "theme" || isThemeFile(text)) : IN_PARTS.has(name);
      if (!path || text === "" || /^[a-z][a-z0-9+.-]+:/i.test(text)) return child;
      return copy(child, { children: [key, copy(value, { value: joinPath(folder, text) })] });
    });
    return children.every((child, n) => child === node.children?.[n]) ? node : copy(node, { children });
  };
  return walk(root, 0);
}
