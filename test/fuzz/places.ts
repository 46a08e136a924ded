import type { z } from "zod";
import { bare, choose, def } from "../../src/read/schema.ts";

type Schema = z.core.$ZodType;

/**
 * Everything that a schema lets a bundle say, as places: every field of every kind (`charts[].line.data[].low`), every word
 * of a list of words (`goals[].level=team`), a missing value (`metrics[].values[].value=null`).
 */
export function placesOf(schema: Schema, path = ""): Set<string> {
  const d = def(schema);
  if (d.type === "nullable") return new Set([`${path}=null`, ...placesOf(bare(schema), path)]);
  if (d.innerType !== undefined) return placesOf(d.innerType, path);
  if (d.options !== undefined)
    return new Set(d.options.flatMap((option) => [...placesOf(option, named(path, schema, option))]));
  if (d.shape !== undefined)
    return new Set(
      Object.entries(d.shape).flatMap(([name, field]) => [
        `${path}.${name}`,
        ...placesOf(field, `${path}.${name}`),
      ]),
    );
  if (d.element !== undefined) return placesOf(d.element, `${path}[]`);
  if (d.valueType !== undefined) return placesOf(d.valueType, `${path}.*`);
  const words = d.entries === undefined ? d.values : Object.values(d.entries);
  if (words !== undefined) return new Set(words.map((word) => `${path}=${word}`));
  return new Set([d.type === "boolean" ? `${path}=true` : path]);
}

/** Those of the places that a value is at. */
export function placesIn(value: unknown, schema: Schema, path = ""): Set<string> {
  if (value === undefined) return new Set();
  if (value === null) return new Set([`${path}=null`]);
  const union = bare(schema);
  const literal = (def(union).options ?? []).find((option) => def(option).values?.includes(value) === true);
  const branch = bare(literal ?? choose(union, value));
  const d = def(branch);
  const here = named(path, union, branch);
  if (Array.isArray(value))
    return new Set(
      value.flatMap((item) => (d.element === undefined ? [] : [...placesIn(item, d.element, `${here}[]`)])),
    );
  if (typeof value === "object")
    return new Set(
      Object.entries(value).flatMap(([name, item]) => {
        const field = d.shape?.[name];
        if (field !== undefined) return [`${here}.${name}`, ...placesIn(item, field, `${here}.${name}`)];
        return d.valueType === undefined ? [] : [...placesIn(item, d.valueType, `${here}.*`)];
      }),
    );
  return new Set([
    d.entries !== undefined || d.values !== undefined || typeof value === "boolean"
      ? `${here}=${value}`
      : here,
  ]);
}

/** A path into one of several kinds says which. */
function named(path: string, union: Schema, branch: Schema): string {
  const key = def(union).discriminator;
  const tag = key === undefined ? undefined : def(bare(branch)).shape?.[key];
  return tag === undefined ? path : `${path}.${def(bare(tag)).values?.join("|")}`;
}
