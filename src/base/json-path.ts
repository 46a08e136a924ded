/** Steps from the root of a bundle to one of its values: ["charts", 0, "data"]. */
export type JsonPath = readonly (string | number)[];

/** A JSON path as people write it: metrics[2].values[0].period; "" for the whole bundle. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** Value at a path of plain JSON; undefined where there is none. */
export const valueAt = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>(
    (here, step) =>
      typeof here === "object" && here !== null
        ? (here as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

/** True where a path leads to a place or into it. */
export const isWithin = (path: JsonPath, place: JsonPath): boolean =>
  stepsInCommon(path, place) === place.length;

/** Number of steps that two paths begin with alike. */
export function stepsInCommon(a: JsonPath, b: JsonPath): number {
  const different = a.findIndex((step, n) => step !== b[n]);
  return different < 0 ? a.length : different;
}
