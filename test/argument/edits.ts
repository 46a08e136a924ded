/** Places in a bundle as text: `metrics.visits.values.-1.value`. An item of a list is named by its id or its number. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** New values by their place. `$remove` takes the item away; a place that ends in `+` adds one to a list. */
export type Edits = Readonly<Record<string, Json>>;
export type Path = readonly (string | number)[];

const REMOVE = "$remove";

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !isList(value);

const idOf = (item: Json): Json | undefined => (isObject(item) ? item["id"] : undefined);

/** Names of criteria hold spaces and dots, so a segment may be quoted: `criteria."Cost per unit"`. */
const segments = (place: string): readonly string[] =>
  [...place.matchAll(/"([^"]*)"|[^.]+/g)].map(([all, quoted]) => quoted ?? all);

/** @throws where no item of a list has that id or number. */
function indexIn(list: readonly Json[], segment: string, place: string): number {
  if (segment === "+") return list.length;
  const number = Number(segment);
  const index = Number.isInteger(number)
    ? number < 0
      ? list.length + number
      : number
    : list.findIndex((item) => idOf(item) === segment);
  if (index < 0 || index >= list.length) throw new Error(`No item ${segment} in ${place}`);
  return index;
}

/** The JSON path that a place names in a bundle; its last part need not exist. */
export function pathOf(bundle: Json, place: string): Path {
  const path: (string | number)[] = [];
  let at: Json | undefined = bundle;
  for (const segment of segments(place)) {
    const key: string | number = isList(at) ? indexIn(at, segment, place) : segment;
    path.push(key);
    at = at === undefined ? undefined : valueAt(at, [key]);
  }
  return path;
}

export function valueAt(value: Json, path: Path): Json | undefined {
  let at: Json | undefined = value;
  for (const key of path) at = isList(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined;
  return at;
}

/** A copy of a bundle with one value changed. */
export function withValue(value: Json | undefined, [key, ...rest]: Path, next: Json): Json {
  if (key === undefined) return next;
  if (isList(value)) {
    const index = Number(key);
    if (rest.length === 0 && next === REMOVE) return value.filter((_item, n) => n !== index);
    const copy = [...value];
    copy[index] = withValue(value[index], rest, next);
    return copy;
  }
  if (!isObject(value)) throw new Error(`Nothing at ${String(key)}`);
  if (rest.length === 0 && next === REMOVE)
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return { ...value, [key]: withValue(value[key], rest, next) };
}

/** A copy of a bundle with all edits made, one after the other. */
export const edited = (bundle: Json, edits: Edits): Json =>
  Object.entries(edits).reduce<Json>(
    (copy, [place, next]) => withValue(copy, pathOf(copy, place), next),
    bundle,
  );

/** True where a path is the other one or lies below it. */
export const isUnder = (path: Path, above: Path): boolean =>
  above.every((key, n) => String(path[n]) === String(key));
