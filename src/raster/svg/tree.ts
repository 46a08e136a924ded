import { SaxesParser } from "saxes";
import type { SvgFault, SvgFaultKind } from "../../diagnostics/messages/pictures.ts";

/** An element of an SVG; attributes by their names as written, prefixes and all. */
export interface SvgNode {
  /** Without a prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SvgNode[];
  /** Text of the element, without that of its children. */
  text: string;
  readonly line: number;
}

/** Deeper than any drawing program nests. */
const MOST_DEPTH = 100;

/** Stops a reading; caught where the reading began. */
export class SvgRefused extends Error {
  readonly fault: SvgFault;
  constructor(kind: SvgFaultKind, { line, name = "" }: { readonly line: number; readonly name?: string }) {
    super(`${kind} in line ${line}: ${name}`);
    this.fault = { kind, line, name };
  }
}

/**
 * Reads the text of an SVG into elements. A document type that only names its public definition is passed over: nothing
 * reads it. One with declarations of its own is refused: entities are how a small file becomes a large one.
 * @throws SvgRefused
 */
export function readTree(text: string, most: number): SvgNode {
  const parser = new SaxesParser({ xmlns: true });
  const root: SvgNode = { name: "", attributes: {}, children: [], text: "", line: 1 };
  const stack = [root];
  let count = 0;
  parser.on("error", () => {
    throw new SvgRefused("xml", { line: parser.line });
  });
  parser.on("doctype", (type) => {
    if (type.includes("[")) throw new SvgRefused("entities", { line: parser.line });
  });
  parser.on("processinginstruction", ({ target }) => {
    if (target === "xml-stylesheet")
      throw new SvgRefused("outside", { line: parser.line, name: `<?${target}?>` });
  });
  parser.on("opentag", (tag) => {
    const attributes: Record<string, string> = {};
    for (const { name, value } of Object.values(tag.attributes)) attributes[name] = value;
    const node: SvgNode = { name: tag.local, attributes, children: [], text: "", line: parser.line };
    count += 1;
    if (stack.length > MOST_DEPTH)
      throw new SvgRefused("deep", { line: parser.line, name: String(MOST_DEPTH) });
    if (count > most) throw new SvgRefused("many", { line: parser.line, name: String(most) });
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  const add = (more: string): void => {
    const node = stack.at(-1);
    if (node !== undefined) node.text += more;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => void stack.pop());
  parser.write(text).close();
  const [svg] = root.children;
  if (svg?.name !== "svg") throw new SvgRefused("xml", { line: 1 });
  return svg;
}

/** The element and all below it, in document order. */
export function* below(node: SvgNode): Generator<SvgNode> {
  yield node;
  for (const child of node.children) yield* below(child);
}

/** The reference of an element, however it is written; empty where there is none. */
export const hrefOf = ({ attributes }: SvgNode): string =>
  (
    attributes["href"] ??
    Object.entries(attributes).find(([name]) => name.endsWith(":href"))?.[1] ??
    ""
  ).trim();
