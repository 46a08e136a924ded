import type { JsonPath } from "../model/figures.ts";

export interface Selected {
  readonly path: JsonPath;
  readonly value: unknown;
}

/**
 * Everything at a pattern such as `plan.cadence.*.who.*`, where * is every item of a list. What is not there, or is no
 * list, is passed over: checks by pattern then work on bundles that are wrong elsewhere.
 */
export function select(root: unknown, pattern: string): Selected[] {
  let found: Selected[] = [{ path: [], value: root }];
  for (const step of pattern.split(".")) {
    found = found.flatMap(({ path, value }): Selected[] => {
      if (step === "*") {
        return Array.isArray(value)
          ? value.map((item: unknown, i) => ({ path: [...path, i], value: item }))
          : [];
      }
      if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
      const child = (value as Record<string, unknown>)[step];
      return child === undefined ? [] : [{ path: [...path, step], value: child }];
    });
  }
  return found;
}

/** The texts at a pattern. */
export const textsAt = (root: unknown, pattern: string): readonly string[] =>
  select(root, pattern).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
