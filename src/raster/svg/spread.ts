import { below, hrefOf, type SvgNode, SvgRefused } from "./tree.ts";

/**
 * Counts what a drawing becomes once every reference stands for a copy of what it names, and a marker for one at each
 * point of its line. Letters count like elements: each becomes a shape.
 * @throws SvgRefused for more than `most`, and for a part that holds itself
 */
export function spread(svg: SvgNode, most: number): void {
  const named = new Map<string, SvgNode>();
  for (const node of below(svg)) {
    const { id } = node.attributes;
    if (id !== undefined && !named.has(id)) named.set(id, node);
  }
  const known = new Map<SvgNode, number>();
  const open = new Set<SvgNode>();
  const sizeOf = (node: SvgNode): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const { line } = node;
    if (open.has(node)) throw new SvgRefused("circle", { line, name: `<${node.name}>` });
    open.add(node);
    let size = 1 + (LETTERED.has(node.name) ? node.text.trim().length : 0);
    for (const child of node.children) size += sizeOf(child);
    const target = named.get(hrefOf(node).slice(1));
    if (target !== undefined && hrefOf(node).startsWith("#") && node.name !== "a") size += sizeOf(target);
    open.delete(node);
    if (size > most) throw new SvgRefused("many", { line, name: String(most) });
    known.set(node, size);
    return size;
  };
  sizeOf(svg);
  const markers = [...below(svg)].filter(({ name }) => name === "marker");
  if (markers.length === 0) return;
  const largest = Math.max(...markers.map(sizeOf));
  let points = 0;
  for (const { attributes, line } of below(svg)) {
    points +=
      (attributes["d"]?.match(/[a-z]/gi)?.length ?? 0) +
      (attributes["points"]?.match(/[\d.]+/g)?.length ?? 0) / 2;
    // Many lines bear none, but which of them do may stand in a style sheet.
    if (points * largest > 20 * most) throw new SvgRefused("many", { line, name: String(most) });
  }
}

const LETTERED = new Set(["text", "tspan", "textPath", "tref"]);
