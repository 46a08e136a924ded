import type { JsonPath } from "../model/figures.ts";

/** New values for parts of a bundle, by path; undefined removes a part. */
export type Edits = ReadonlyMap<string, { readonly path: JsonPath; readonly value: unknown }>;

export const keyOf = (path: JsonPath): string => JSON.stringify(path);

export interface Edited {
  readonly value: unknown;
  /** A path of the edited value as it was before: items of lists may have moved up. */
  readonly origin: (path: JsonPath) => JsonPath;
}

/** The value with the edits made; the one that was given stays as it is. */
export function edited(root: unknown, edits: Edits): Edited {
  const moved = new Map<unknown, readonly number[]>();
  const added = new Map<string, string[]>();
  for (const { path } of edits.values()) {
    const parent = keyOf(path.slice(0, -1));
    added.set(parent, [...(added.get(parent) ?? []), String(path.at(-1))]);
  }
  const visit = (value: unknown, path: JsonPath): unknown => {
    const edit = edits.get(keyOf(path));
    const here = edit === undefined ? value : edit.value;
    if (here === undefined) return undefined;
    if (Array.isArray(here)) {
      const items = here.map((item: unknown, n) => ({ item: visit(item, [...path, n]), n }));
      const kept = items.filter(({ item }) => item !== undefined);
      const list = kept.map(({ item }) => item);
      moved.set(
        list,
        kept.map(({ n }) => n),
      );
      return list;
    }
    if (typeof here !== "object" || here === null) return here;
    const names = [...Object.keys(here), ...(added.get(keyOf(path)) ?? [])];
    return Object.fromEntries(
      [...new Set(names)].flatMap((name) => {
        const child = visit((here as Record<string, unknown>)[name], [...path, name]);
        return child === undefined ? [] : [[name, child]];
      }),
    );
  };
  const value = visit(root, []);
  return { value, origin: (path) => before(path, value, moved) };
}

function before(path: JsonPath, root: unknown, moved: ReadonlyMap<unknown, readonly number[]>): JsonPath {
  let here = root;
  return path.map((step) => {
    const was = typeof step === "number" ? (moved.get(here)?.[step] ?? step) : step;
    here =
      typeof here === "object" && here !== null
        ? (here as Record<string | number, unknown>)[step]
        : undefined;
    return was;
  });
}
