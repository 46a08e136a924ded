import type { Node } from "jsonc-parser";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Documents } from "./documents.ts";

/** A part that a file leaves out of what it extends. */
export interface Removed {
  readonly id: string;
  readonly place: Place;
}

/** Findings and removals of putting trees together. */
export interface Merging {
  readonly documents: Documents;
  readonly problems: Diagnostic[];
  readonly removed: Removed[];
}

/**
 * Puts a tree over the one that it extends. Objects merge field by field. Lists whose items carry ids merge by them: the
 * list's own items keep their places, so that each path leads to the same text in the file that people edit, and those that
 * it does not have follow. An object over such a list changes its items by id and leaves the order. Null removes a field,
 * or the item. Everything else replaces.
 */
export function mergeTrees(below: Node, above: Node, merging: Merging): Node {
  if (below.type === "object" && above.type === "object") return fields(below, above, merging);
  if (below.type === "array" && isListOfIds(below)) {
    if (above.type === "array" && isListOfIds(above)) return items(below, above, merging);
    if (above.type === "object") return byId(below, above, merging);
  }
  return above;
}

const pair = (property: Node): readonly [key: string, value: Node | undefined] => [
  String(property.children?.[0]?.value),
  property.children?.[1],
];

/** The member of an object with a name. */
export const member = (object: Node, name: string): Node | undefined =>
  object.type === "object"
    ? object.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1]
    : undefined;

const idOf = (item: Node): string | undefined => {
  const found = member(item, "id");
  return found?.type === "string" ? String(found.value) : undefined;
};

const isListOfIds = ({ children = [] }: Node): boolean => children.every((item) => idOf(item) !== undefined);

function fields(below: Node, above: Node, merging: Merging): Node {
  const under = new Map((below.children ?? []).map((property) => [pair(property)[0], property]));
  const own = (above.children ?? []).flatMap((property): readonly Node[] => {
    const [name, value] = pair(property);
    const base = under.get(name);
    under.delete(name);
    const [key, lower] = base?.children ?? [];
    if (base === undefined || lower === undefined || value === undefined) return [property];
    if (value.type === "null") {
      remove(lower, value, merging);
      return [];
    }
    const merged = mergeTrees(lower, value, merging);
    return [merged === value ? property : made(property, [property.children?.[0] ?? key, merged], merging)];
  });
  return made(above, [...own, ...under.values()], merging);
}

function items(below: Node, above: Node, merging: Merging): Node {
  const under = new Map((below.children ?? []).map((item) => [idOf(item), item]));
  const own = (above.children ?? []).map((item) => {
    const base = under.get(idOf(item));
    under.delete(idOf(item));
    return base === undefined ? item : mergeTrees(base, item, merging);
  });
  return made(above, [...own, ...under.values()], merging);
}

function byId(below: Node, above: Node, merging: Merging): Node {
  const changes = new Map((above.children ?? []).map((property) => [pair(property)[0], property] as const));
  const kept = (below.children ?? []).flatMap((item): readonly Node[] => {
    const id = idOf(item) ?? "";
    const [, value] = pair(changes.get(id) ?? item);
    if (!changes.delete(id) || value === undefined) return [item];
    if (value.type !== "null") return [mergeTrees(item, value, merging)];
    remove(item, value, merging);
    return [];
  });
  const known = (below.children ?? []).map((item) => idOf(item) ?? "");
  for (const [id, { children = [] }] of changes) {
    const [key] = children;
    if (key === undefined) continue;
    const place = merging.documents.of(key).lines.at(key.offset, key.length);
    const { file } = placeOf(below, merging);
    merging.problems.push(messages.extendsUnknownItem({ place }, id, file, nearest(id, known), known));
  }
  return made(below, kept, merging);
}

const placeOf = (node: Node, { documents }: Merging): Place =>
  documents.of(node).lines.at(node.offset, node.length);

/** Notes the ids that a null takes away, so that whoever names one of them can be told where it went. */
function remove(gone: Node, by: Node, merging: Merging): void {
  const place = placeOf(by, merging);
  const walk = (node: Node): void => {
    const id = idOf(node);
    if (id !== undefined) merging.removed.push({ id, place });
    for (const child of node.children ?? []) walk(child);
  };
  walk(gone);
}

/** A node with other children, of the file that the given one is written in. */
function made(node: Node, children: readonly (Node | undefined)[], { documents }: Merging): Node {
  const copy: Node = { ...node, children: children.filter((child) => child !== undefined) };
  documents.note(copy, documents.of(node));
  return copy;
}
