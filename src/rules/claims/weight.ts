import type { JsonPath } from "../../model/figures.ts";

/** Places of claims, in the order in which leadership attacks them; * stands for an item of a list. */
const ORDER: readonly (readonly string[])[] = [
  // The decision, its money, and what the cover says.
  ["title", "subtitle", "ask.decision", "ask.waiting", "why.statement"],
  // What stands in large letters on a slide.
  ["why.reasons.*.claim", "charts.*.message", "goals.*.contribution", "pictures.*.message"],
  // Why this and not another way, and what is said against it.
  ["ask.*", "ask.*.*", "options.*.*", "options.*.*.*", "objections.*.*"],
  // What the large letters stand on.
  ["why.reasons.*.because", "why.*", "charts.*.meaning"],
];

/** Rank of a claim by its place: 0 is attacked first. */
export function weightOf(path: JsonPath): number {
  const place = path.map((step) => (typeof step === "number" ? "*" : step));
  const fits = (pattern: string): boolean => {
    const steps = pattern.split(".");
    return steps.length === place.length && steps.every((step, n) => step === "*" || step === place[n]);
  };
  const rank = ORDER.findIndex((patterns) => patterns.some(fits));
  return rank < 0 ? ORDER.length : rank;
}
