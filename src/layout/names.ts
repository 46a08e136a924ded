import type { Item } from "../model/page.ts";

/** Names that PowerPoint's selection pane shows: no longer than this, and each once on a page. */
const LONGEST = 80;

/** Numbers the names that occur more than once, in reading order: "Card 1", "Card 2". */
export function uniqueNames(items: readonly Item[]): readonly Item[] {
  const short = items.map((item) => cut(item.name));
  const uses = new Map<string, number>();
  for (const name of short) uses.set(name, (uses.get(name) ?? 0) + 1);
  const taken = new Set(short.filter((name) => uses.get(name) === 1));
  const counts = new Map<string, number>();
  return items.map((item, index) => {
    const name = short[index] ?? item.name;
    if (uses.get(name) === 1) return name === item.name ? item : { ...item, name };
    let number = counts.get(name) ?? 0;
    let candidate: string;
    do {
      number += 1;
      candidate = `${name} ${number}`;
    } while (taken.has(candidate));
    counts.set(name, number);
    taken.add(candidate);
    return { ...item, name: candidate };
  });
}

const cut = (name: string): string => {
  const characters = [...name];
  return characters.length > LONGEST
    ? `${characters
        .slice(0, LONGEST - 1)
        .join("")
        .trimEnd()}…`
    : name;
};
