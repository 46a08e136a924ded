import type { Diagnostic } from "../diagnostic.ts";
import { andManyMore } from "../messages/charts.ts";

/** Most findings of one sort that are listed one by one; of more, the first gives the number. */
const ONE_BY_ONE = 3;

/** The sort of a finding about points: its code and place, whichever point of its chart or metric it is; else undefined. */
function sortOf({ code, path = [], severity, place }: Diagnostic): string | undefined {
  if (path[0] !== "charts" && path[0] !== "metrics") return undefined;
  return JSON.stringify([
    code,
    severity,
    place?.file,
    path.map((part, n) => (n > 1 && typeof part === "number" ? "*" : part)),
  ]);
}

/** Findings of one sort over many points of a chart or metric, folded: the first few, and how many more there are. */
export function foldPoints(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const sizes = new Map<string, number>();
  for (const sort of found.map(sortOf)) if (sort !== undefined) sizes.set(sort, (sizes.get(sort) ?? 0) + 1);
  const seen = new Map<string, number>();
  return found.flatMap((each) => {
    const sort = sortOf(each);
    const more = sort === undefined ? 0 : (sizes.get(sort) ?? 0) - ONE_BY_ONE;
    if (sort === undefined || more < 2) return [each];
    const before = seen.get(sort) ?? 0;
    seen.set(sort, before + 1);
    if (before >= ONE_BY_ONE) return [];
    return [before === ONE_BY_ONE - 1 ? andManyMore(each, more) : each];
  });
}

/** Findings of one code that a person reads; of more, how many there are is said after the last of these. */
const MOST_OF_A_KIND = 20;

/** A finding that is shown, and after it the number of those of its code that are not. */
export interface FoldedFinding {
  readonly finding: Diagnostic;
  readonly more: number;
}

/** At most so many findings of one code and severity, in their order; the last of them carries how many more there are. */
export function foldKinds(found: readonly Diagnostic[], most = MOST_OF_A_KIND): readonly FoldedFinding[] {
  const kindOf = ({ code, severity }: Diagnostic): string => `${severity} ${code}`;
  const sizes = new Map<string, number>();
  for (const kind of found.map(kindOf)) sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
  const seen = new Map<string, number>();
  return found.flatMap((finding) => {
    const kind = kindOf(finding);
    const n = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, n);
    // A line that says "and 1 more" takes the room of the one that it hides.
    const all = (sizes.get(kind) ?? 0) <= most + 1;
    if (!all && n > most) return [];
    return [{ finding, more: !all && n === most ? (sizes.get(kind) ?? 0) - most : 0 }];
  });
}

/** By file, line and column; findings without a place come last, in their order. What is there twice comes once. */
export function sortFindingsByPlace(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  const files = [...new Set(diagnostics.map((d) => d.place?.file))];
  const rank = (d: Diagnostic): number =>
    d.place === undefined ? files.length : files.indexOf(d.place.file);
  return diagnostics
    .filter((d) => {
      const key = JSON.stringify([d.code, d.what, d.place?.file, d.place?.line, d.place?.column, d.page]);
      const fresh = !seen.has(key);
      seen.add(key);
      return fresh;
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
        (a.place?.column ?? 0) - (b.place?.column ?? 0),
    );
}
