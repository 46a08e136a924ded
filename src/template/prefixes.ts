import { NS } from "../ooxml/namespaces.ts";
import type { Element } from "../ooxml/xml.ts";

/** Prefixes by namespace as PowerPoint writes them; the parts of a package are read by these. */
const PREFIXES: Readonly<Record<string, string>> = {
  [NS.a]: "a",
  [NS.p]: "p",
  [NS.r]: "r",
  [NS.types]: "",
  [NS.relationships]: "",
  [NS.p14]: "p14",
  [NS.p15]: "p15",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
};

/** True for a name of ISO/IEC 29500 Strict, which PowerPoint writes when it is asked to. */
export const isStrict = (name: string): boolean => name.startsWith("http://purl.oclc.org/ooxml/");

type Scope = ReadonlyMap<string, string>;

/** The part with its namespaces under the prefixes that PowerPoint writes, whatever its author called them. */
export function canonical(root: Element): Element {
  return foreign(root) ? renamed(root, new Map()) : root;
}

/** True where a known namespace has another prefix than PowerPoint's somewhere. */
function foreign({ attributes, children }: Element): boolean {
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith("xmlns")) continue;
    const wanted = PREFIXES[value];
    if (wanted !== undefined && name !== (wanted === "" ? "xmlns" : `xmlns:${wanted}`)) return true;
  }
  return children.some((node) => typeof node !== "string" && foreign(node));
}

function renamed(element: Element, outer: Scope): Element {
  const declared = Object.entries(element.attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
  const scope: Scope =
    declared.length === 0
      ? outer
      : new Map([...outer, ...declared.map(([name, value]) => [name.slice(6), value] as const)]);
  const rename = (name: string, attribute: boolean): string => {
    const cut = name.indexOf(":");
    // An attribute without a prefix belongs to no namespace.
    if (attribute && (cut < 0 || name.startsWith("xmlns:"))) return name;
    const wanted = PREFIXES[scope.get(cut < 0 ? "" : name.slice(0, cut)) ?? ""];
    if (wanted === undefined) return name;
    return wanted === "" ? name.slice(cut + 1) : `${wanted}:${name.slice(cut + 1)}`;
  };
  return {
    name: rename(element.name, false),
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [rename(name, true), value]),
    ),
    children: element.children.map((node) => (typeof node === "string" ? node : renamed(node, scope))),
  };
}
