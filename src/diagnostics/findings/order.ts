import type { Diagnostic } from "../diagnostic.ts";

/** By file, line and column; findings without a place come last, in their order. What is there twice comes once. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
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
