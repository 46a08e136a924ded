import type { Item } from "../../../model/page.ts";
import { cleanText } from "../../../ooxml/escape.ts";

/** The names of a slide's items, each its own: PowerPoint's selection pane shows them, and shapes are found by them. */
export function uniqueNames(items: readonly Item[]): (item: Item) => string {
  const taken = new Set<string>();
  // A parser takes a line break in an attribute for a space (XML 1.0, 3.3.3).
  const named = (item: Item): string => cleanText(item.name).replace(/[\t\r\n]/g, " ");
  const names = new Map(items.map((item) => [item, unique(named(item), taken)]));
  return (item) => names.get(item) ?? named(item);
}

/** The name, with a number where it is taken already; takes what it gives. */
export function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let next = 2; taken.has(free); next += 1) free = `${name} ${next}`;
  taken.add(free);
  return free;
}
