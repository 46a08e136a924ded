import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { printable } from "../../diagnostics/terminal.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Page } from "../../model/page.ts";
import type { Said } from "./message.ts";
import { type BundleLocations, spotOf } from "./spot.ts";

/** Findings by the id of the page that they concern, and those that concern none. */
export interface Sorted {
  readonly byPage: ReadonlyMap<string, readonly Said[]>;
  readonly general: readonly Said[];
}

export function sortFindings(
  findings: readonly Diagnostic[],
  pages: readonly Page[],
  places: BundleLocations,
): Sorted {
  const sources = pages.map((page) => ({
    id: page.id,
    from: [...page.from, ...page.items.flatMap((item) => (item.from === undefined ? [] : [item.from]))],
  }));
  const byPage = new Map<string, Said[]>();
  const general: Said[] = [];
  for (const finding of findings) {
    const id = pages.find((page) => page.id === finding.page)?.id ?? nearestPage(finding.path ?? [], sources);
    const list = id === undefined ? general : (byPage.get(id) ?? []);
    list.push(saidOf(finding, places));
    if (id !== undefined) byPage.set(id, list);
  }
  return { byPage, general };
}

export const saidOf = (
  { severity, code, what, why, hint, path, place }: Diagnostic,
  places: BundleLocations,
): Said => ({
  ...{ severity, code, what: printable(what) },
  ...(why === undefined ? {} : { why: printable(why) }),
  ...(hint === undefined ? {} : { hint: printable(hint) }),
  ...(place === undefined ? {} : { spot: spotOf(path ?? [], place, places) }),
});

/**
 * The page that shows a part of the bundle: the first of those that come from it most closely, by steps of the path in
 * common. A path above or below another one is the same part, more or less of it; two side by side are not.
 */
function nearestPage(
  path: JsonPath,
  pages: readonly { readonly id: string; readonly from: readonly JsonPath[] }[],
): string | undefined {
  let best: { readonly id: string; readonly score: number } | undefined;
  for (const { id, from } of pages) {
    for (const source of from) {
      const common = Math.min(source.length, path.length);
      if (common === 0 || !source.slice(0, common).every((step, n) => step === path[n])) continue;
      const score = 2 * common + (source.length === path.length ? 1 : 0);
      if (best === undefined || score > best.score) best = { id, score };
    }
  }
  return best?.id;
}
