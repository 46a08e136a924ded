import type { DisplayList, DisplayNode, Group } from "../../formats/display/list.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Item, Page, PlacedParagraph } from "../../model/page.ts";
import type { ItemOrigin, PageOrigins } from "./origins.ts";

/** A display list with the place of every paragraph, cell and figure on it, so that each can be clicked. */
export function marked(list: DisplayList, page: Page, origins: PageOrigins): DisplayList {
  // Between the layout's ornaments and the mark of a draft stand the items, a group for each.
  const first = list.nodes.findIndex((node) => node.type === "group" && node.from !== undefined);
  if (first < 0) return list;
  const nodes = list.nodes.map((node, n) => {
    const [item, origin] = [page.items[n - first], origins[n - first]];
    return item === undefined || origin === undefined || node.type !== "group"
      ? node
      : markItem(node, item, origin);
  });
  return { ...list, nodes };
}

function markItem(drawn: Group, item: Item, { path, paragraphs, cells }: ItemOrigin): Group {
  // Not the place of the page: a click on what comes from nowhere is one on what is around it.
  const { from: _, ...group } = drawn;
  const from = path === undefined ? {} : { from: path };
  if (item.type === "text")
    return { ...group, ...from, children: markLines(group.children, item.paragraphs, paragraphs) };
  if (item.type === "chart") return { ...group, ...from, children: group.children.map(markValue) };
  if (item.type !== "table") return { ...group, ...from };
  const children = group.children.map((row, r): DisplayNode => {
    if (row.type !== "group" || row.kind !== "row") return row;
    return {
      ...row,
      children: row.children.map((cell, c) => {
        const written = item.rows[r]?.cells[c];
        return cell.type !== "group" || written === undefined
          ? cell
          : { ...cell, children: markLines(cell.children, written.paragraphs, cells[r]?.[c] ?? []) };
      }),
    };
  });
  return { ...group, ...from, children };
}

/** Wraps the node of a chart value, or of a chart's own words, in a group with its place in the bundle. */
function markValue(node: DisplayNode): DisplayNode {
  if ((node.type !== "textLine" && node.type !== "path") || node.from === undefined) return node;
  return { type: "group", kind: "part", from: node.from, children: [node] };
}

/** Puts the lines of each paragraph into a group with its place. Lines come in order, a bullet before the first. */
function markLines(
  nodes: readonly DisplayNode[],
  paragraphs: readonly PlacedParagraph[],
  origins: readonly (JsonPath | undefined)[],
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
    const from = origins[n];
    if (from === undefined) out.push(...children);
    else if (children.length > 0) out.push({ type: "group", kind: "part", from, children });
  }
  return [...out, ...nodes.slice(at)];
}
