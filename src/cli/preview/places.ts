import { isWithin } from "../../base/json-path.ts";
import type { JsonPath } from "../../model/figures.ts";

const isObject = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === "object" && value !== null;

/** Every value below one, with its place. */
export function eachValue(
  value: unknown,
  path: JsonPath,
  see: (value: unknown, path: JsonPath) => void,
): void {
  if (!isObject(value)) see(value, path);
  else if (Array.isArray(value)) for (const [n, item] of value.entries()) eachValue(item, [...path, n], see);
  else for (const [key, item] of Object.entries(value)) eachValue(item, [...path, key], see);
}

/** Common beginning of several paths: the part of the bundle that contains all of them. */
export function shared(paths: readonly (JsonPath | undefined)[]): JsonPath | undefined {
  const known = paths.filter((path) => path !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  const length = first.findIndex((step, n) => known.some((path) => path[n] !== step));
  if (length < 0) return first;
  return length === 0 ? undefined : first.slice(0, length);
}

/** Finds the common place of paths; in different parts, that of the paths in the innermost `near` place. */
export function meeting(
  paths: readonly (JsonPath | undefined)[],
  near: readonly JsonPath[],
): JsonPath | undefined {
  const all = shared(paths);
  if (all !== undefined) return all;
  const known = paths.filter((path) => path !== undefined);
  for (const place of [...near].sort((a, b) => b.length - a.length)) {
    const here = shared(known.filter((path) => isWithin(path, place)));
    if (here !== undefined) return here;
  }
  return undefined;
}

/** The part of the bundle that a place is in: a metric, a person, the contact. */
export function partOf(path: JsonPath): JsonPath {
  const item = path.findIndex((step) => typeof step === "number");
  if (item >= 0) return path.slice(0, item + 1);
  return path.length > 1 ? path.slice(0, -1) : path;
}
