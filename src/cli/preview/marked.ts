import type { DisplayList, DisplayNode, Group } from "../../formats/display/list.ts";
import type { Item, Page, PlacedParagraph } from "../../model/page.ts";
import { type Position, positionOf } from "./positions.ts";

/**
 * A display list with the position of every item, paragraph and cell on it, so that each can be clicked: where it is
 * written is another question, which takes longer to answer. Parts of charts keep their place in the bundle.
 */
export function marked(list: DisplayList, page: Page): DisplayList {
  // Between the layout's ornaments and the mark of a draft stand the items, a group for each.
  const first = list.nodes.findIndex((node) => node.type === "group" && node.from !== undefined);
  if (first < 0) return list;
  const nodes = list.nodes.map((node, n) => {
    const item = page.items[n - first];
    return item === undefined || node.type !== "group" ? node : markItem(node, item, n - first);
  });
  return { ...list, nodes };
}

function markItem(drawn: Group, item: Item, n: number): Group {
  const group = { ...drawn, from: positionOf(n) };
  if (item.type === "text")
    return { ...group, children: markLines(group.children, item.paragraphs, (p) => positionOf(n, p)) };
  if (item.type === "chart") return { ...group, children: group.children.map(markValue) };
  if (item.type !== "table") return group;
  const children = group.children.map((row, r): DisplayNode => {
    if (row.type !== "group" || row.kind !== "row") return row;
    return {
      ...row,
      children: row.children.map((cell, c) => {
        const written = item.rows[r]?.cells[c];
        return cell.type !== "group" || written === undefined
          ? cell
          : {
              ...cell,
              children: markLines(cell.children, written.paragraphs, (p) => positionOf(n, r, c, p)),
            };
      }),
    };
  });
  return { ...group, children };
}

/** Wraps the node of a chart value, or of a chart's own words, in a group with its place in the bundle. */
function markValue(node: DisplayNode): DisplayNode {
  if ((node.type !== "textLine" && node.type !== "path") || node.from === undefined) return node;
  return { type: "group", kind: "part", from: node.from, children: [node] };
}

/** Puts the lines of each paragraph into a group with its position. Lines come in order, a bullet before the first. */
function markLines(
  nodes: readonly DisplayNode[],
  paragraphs: readonly PlacedParagraph[],
  position: (paragraph: number) => Position,
): readonly DisplayNode[] {
  const out: DisplayNode[] = [];
  let at = 0;
  const take = (): DisplayNode | undefined => nodes[at++];
  // The ground behind the text comes first.
  while (at < nodes.length && nodes[at]?.type !== "textLine")
    out.push(...[take()].filter((node) => node !== undefined));
  for (const [n, { lines }] of paragraphs.entries()) {
    let left = lines.filter(({ runs }) => runs.some((run) => run.text.trim() !== "")).length;
    const children: DisplayNode[] = [];
    while (left > 0 && at < nodes.length) {
      const node = take();
      if (node === undefined) break;
      children.push(node);
      if (node.type !== "textLine" || node.mark !== true) left -= 1;
    }
    if (children.length > 0) out.push({ type: "group", kind: "part", from: position(n), children });
  }
  return [...out, ...nodes.slice(at)];
}
