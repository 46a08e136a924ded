import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../model/figures.ts";
import type { Page, Pages } from "../model/page.ts";
import { restsOn } from "../rules/index.ts";
import type { Recovery } from "./recovery.ts";
import type { SourceMap } from "./text/source-map.ts";

/**
 * Findings of later stages, each at the place of its path. Of a bundle that was read in part, those that would only echo
 * what is wrong with it are left out; `pages` then tell what a page was made of.
 */
export function locate(
  found: readonly Diagnostic[],
  { sourceMap, recovery }: { readonly sourceMap: SourceMap; readonly recovery: Recovery },
  pages?: Pages,
): readonly Diagnostic[] {
  const from = (id: string | undefined): Page["from"] =>
    pages?.pages.find((page) => page.id === id)?.from ?? [];
  return found.flatMap((diagnostic): readonly Diagnostic[] => {
    const { path, place, page, excerpt, code } = diagnostic;
    const paths: readonly JsonPath[] = [...(path === undefined ? [] : [path]), ...from(page)];
    const was = paths.map(recovery.origin);
    if (recovery.echoes(diagnostic, was, restsOn(code))) return [];
    if (place !== undefined || path === undefined) return [diagnostic];
    return [{ ...diagnostic, path: recovery.origin(path), place: narrowed(sourceMap.value(path), excerpt) }];
  });
}

/** Only the excerpt, where it stands in the quoted line as it was written. */
function narrowed(place: Place, excerpt: string | undefined): Place {
  const begin = place.textColumn ?? 1;
  const at = excerpt === undefined ? -1 : (place.text?.indexOf(excerpt, place.column - begin) ?? -1);
  return excerpt === undefined || at < 0 ? place : { ...place, column: begin + at, length: excerpt.length };
}
