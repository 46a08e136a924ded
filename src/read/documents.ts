import type { Node } from "jsonc-parser";
import type { SourceLines } from "./text/source-map.ts";

/** A file whose text is read: its tree has the offsets of that text. */
export interface Document {
  readonly text: string;
  readonly lines: SourceLines;
  readonly root: Node;
}

/** Tells which file a node was written in, of trees that were put together from several. */
export type DocumentOf = (node: Node) => Document;

/** Documents by their roots, and by the nodes that were made of them. */
export interface Documents {
  readonly of: DocumentOf;
  /** Notes a root of a file, or a node that was made anew of one that stands in a file. */
  readonly note: (node: Node, document: Document) => void;
}

export function createDocuments(): Documents {
  const known = new WeakMap<Node, Document>();
  return {
    of: (node) => {
      for (let here: Node | undefined = node; here !== undefined; here = here.parent) {
        const found = known.get(here);
        if (found !== undefined) return found;
      }
      throw new Error("a node of no file was asked for its file");
    },
    note: (node, document) => void known.set(node, document),
  };
}
