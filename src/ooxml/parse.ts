import { SaxesParser } from "saxes";
import type { Budget } from "./budget.ts";
import { PackageError } from "./error.ts";
import { type Relationship, relationshipsIn } from "./package.ts";
import type { Element } from "./xml.ts";

/** Deeper than any part of a deck that PowerPoint saves; a bomb of nested elements stops here. */
const DEPTH_LIMIT = 200;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  elements: number;
}

/**
 * Reads one part. White space between elements is layout, not content, and is dropped; text in an element without
 * child elements is kept as it is. Throws PackageError: "xml" for text that is not well-formed, "doctype" for a document
 * type (entity bombs, outside files; Open Packaging Conventions, 8.2.5.1, forbid it), "depth" beyond 200 levels, "size"
 * for more than the budget allows.
 */
export function parse(source: string | Uint8Array, budget?: Budget): Element {
  budget?.spend("part", source.length);
  budget?.spend("xml", source.length);
  const parser = new SaxesParser({ position: false });
  const stack: Open[] = [{ name: "", attributes: {}, children: [], elements: 0 }];
  parser.on("error", (error) => {
    throw new PackageError("xml", error.message);
  });
  parser.on("doctype", () => {
    throw new PackageError("doctype", "the part declares a document type");
  });
  if (budget !== undefined) {
    let attributes = 0;
    parser.on("attribute", () => {
      attributes += 1;
      budget.spend("attributes", attributes);
    });
    parser.on("opentagstart", () => {
      budget.spend("nodes", 1 + attributes);
      attributes = 0;
    });
  }
  parser.on("opentag", (tag) => {
    if (stack.length > DEPTH_LIMIT)
      throw new PackageError("depth", `elements nest deeper than ${DEPTH_LIMIT}`);
    stack.push({
      name: tag.name,
      attributes: tag.attributes as Record<string, string>,
      children: [],
      elements: 0,
    });
  });
  const text = (value: string): void => {
    stack.at(-1)?.children.push(value);
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", () => {
    const closed = stack.pop();
    const parent = stack.at(-1);
    if (!closed || !parent) return;
    parent.elements += 1;
    const children =
      closed.elements === 0
        ? closed.children
        : closed.children.filter((node) => typeof node !== "string" || node.trim() !== "");
    parent.children.push({ name: closed.name, attributes: { ...closed.attributes }, children });
  });
  parser.write(
    typeof source === "string" ? source : new TextDecoder("utf-8", { fatal: false }).decode(source),
  );
  parser.close();
  const root = stack[0]?.children.find((node) => typeof node !== "string");
  if (root === undefined) throw new PackageError("xml", "the part holds no element");
  return root as Element;
}

/** Reads a relationships part. */
export const readRelationships = (
  part: string,
  source: Uint8Array | string,
  budget?: Budget,
): readonly Relationship[] => relationshipsIn(part, parse(source, budget));
