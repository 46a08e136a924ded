import { valueAt } from "../base/json-path.ts";
import type { JsonPath } from "../model/figures.ts";
import type { Fault } from "./issues.ts";

/** A bundle without the parts that are wrong, for those who look for what else is. */
export interface ValidRemainder extends Edited {
  /** Paths of the removed parts, in the bundle as it was written. */
  readonly dropped: readonly JsonPath[];
}

/** Path of an invalid part, and what was most likely meant. */
export type Wrong = Pick<Fault, "instead" | "rename"> & { readonly path: JsonPath };

export const wrongOf = ({ found, ...meant }: Fault): Wrong => ({ ...meant, path: found.path ?? [] });

/** Stand-ins for required parts that are missing. Neither they nor findings about them are ever shown. */
const BLANKS: Readonly<Record<string, unknown>> = {
  title: "…",
  why: { statement: "…" },
  "why.statement": "…",
  goals: [],
  quotes: [],
};

/** Rounds of taking out what refers to what was taken out; each takes out something, and references are not that deep. */
const ROUNDS = 30;

/**
 * Takes out every part with a fault, and what cannot be without it, until `faultsOf` finds none. A field or value whose
 * meaning is clear is put right instead: a misspelt name, a number in quotation marks. Undefined where nothing sound
 * remains.
 */
export function dropInvalid(
  root: unknown,
  faults: readonly Wrong[],
  faultsOf: (value: unknown) => readonly Wrong[],
): ValidRemainder | undefined {
  if (typeof root !== "object" || root === null) return undefined;
  const edits = new Map<string, { path: JsonPath; value: unknown }>();
  const lost = new Map<string, JsonPath>();
  const put = (path: JsonPath, value: unknown): void => void edits.set(keyOf(path), { path, value });
  const takeOut = (path: JsonPath): void => {
    const part = whole(path);
    lost.set(keyOf(part), part);
    put(part, BLANKS[part.join(".")]);
  };
  const mend = ({ path, instead, rename }: Wrong, { value, origin }: Edited): void => {
    if (path.length === 0) return;
    const was = origin(path);
    // A part that was corrected and is still wrong is removed.
    const fresh = !edits.has(keyOf(was));
    if (rename !== undefined && fresh) {
      put([...was.slice(0, -1), rename], valueAt(value, path));
      put(was, undefined);
    } else if (instead !== undefined && fresh) put(was, instead);
    else if (valueAt(value, path) === undefined && BLANKS[was.join(".")] === undefined)
      takeOut(was.slice(0, -1));
    else takeOut(was);
  };
  const first: Edited = { value: root, origin: (path) => path };
  for (const each of faults) mend(each, first);
  for (let round = 0; round < ROUNDS; round++) {
    if (lost.has("[]")) return undefined;
    const next = edited(root, edits);
    const more = faultsOf(next.value).filter(({ path }) => !tolerated(path, next.value));
    if (more.length === 0) return { ...next, dropped: [...lost.values()] };
    for (const each of more) mend(each, next);
  }
  return undefined;
}

/** Numbers that belong together go together: half a series would be another one. */
function whole(path: JsonPath): JsonPath {
  const [part, n, field] = path;
  const inSeries =
    (part === "metrics" && field === "values") ||
    (part === "charts" && (field === "data" || field === "series" || field === "metrics"));
  if (inSeries && n !== undefined) return [part, n];
  return part === "investment" ? [part] : path;
}

/** A list that lost all it had, and a bundle that measures nothing any more. */
const tolerated = (path: JsonPath, value: unknown): boolean =>
  path.length === 0 ||
  (path.length === 1 && Array.isArray(valueAt(value, path)) && BLANKS[String(path[0])] !== undefined);

/** New values for parts of a bundle, by path; undefined removes a part. */
type Edits = ReadonlyMap<string, { readonly path: JsonPath; readonly value: unknown }>;

const keyOf = (path: JsonPath): string => JSON.stringify(path);

interface Edited {
  readonly value: unknown;
  /** A path of the edited value as it was before: items of lists may have moved up. */
  readonly origin: (path: JsonPath) => JsonPath;
}

/** The value with the edits made; the one that was given stays as it is. */
function edited(root: unknown, edits: Edits): Edited {
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
