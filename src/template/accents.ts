import { all } from "../ooxml/xml.ts";
import type { SchemeName } from "../theme/theme.ts";
import type { Layout, Master } from "./open.ts";

const ACCENT = /^accent[1-6]$/;

/**
 * The accents of a master in the order in which the template itself uses them: how often its master and layouts name each,
 * where titles count most, since they name the company's colour.
 */
export function accentOrder(master: Master, layouts: readonly Layout[]): readonly SchemeName[] {
  const uses = new Map<string, number>();
  const count = (name: string | undefined, weight: number): void => {
    if (name !== undefined && ACCENT.test(name)) uses.set(name, (uses.get(name) ?? 0) + weight);
  };
  for (const { root } of [master, ...layouts]) {
    for (const { attributes } of all(root, "a:schemeClr")) count(attributes["val"], 1);
  }
  for (const { holders } of [master, ...layouts]) {
    for (const { type, text } of holders)
      if (type === "title" || type === "ctrTitle") count(text.colour?.stored?.scheme, 5);
  }
  return [...uses]
    .sort(([a, one], [b, other]) => other - one || a.localeCompare(b, "en"))
    .map(([name]) => name as SchemeName);
}
