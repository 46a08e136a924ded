import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { exampleLine, exampleOf } from "../../src/read/example.ts";
import { bare, branches, bundleSchema, def } from "../../src/read/schema.ts";

type Schema = z.core.$ZodType;

/** Every required field below a schema, by its path; each schema is entered once. */
function requiredIn(
  schema: Schema,
  path: string,
  seen = new Set<Schema>(),
): readonly (readonly [string, Schema])[] {
  return branches(bare(schema)).flatMap((one) => {
    if (seen.has(one)) return [];
    seen.add(one);
    const { shape = {}, element, valueType } = def(one);
    const fields = Object.entries(shape).flatMap(([name, field]) => {
      const here = `${path}.${name}`;
      const own = field._zod.optin === "optional" ? [] : [[here, field] as const];
      return [...own, ...requiredIn(field, here, seen)];
    });
    const inner = [element, valueType].flatMap((each) =>
      each === undefined ? [] : requiredIn(each, `${path}[]`, seen),
    );
    return [...fields, ...inner];
  });
}

const REQUIRED = requiredIn(bundleSchema, "bundle");

describe("the example of a required field", () => {
  test("is asked for by more than a hundred fields", () => {
    expect(REQUIRED.length).toBeGreaterThan(100);
  });

  test("is a value that the field takes", () => {
    const wrong = REQUIRED.flatMap(([path, field]) => {
      const value = exampleOf(field);
      const parsed = value === undefined ? undefined : (field as z.ZodType).safeParse(value);
      return parsed === undefined || parsed.success ? [] : [`${path}: ${JSON.stringify(value)}`];
    });
    expect(wrong).toEqual([]);
  });

  test("is given for all but those that hold whole parts", () => {
    const without = REQUIRED.filter(([, field]) => exampleLine(field) === undefined).map(([path]) => path);
    expect(without).toEqual([]);
  });
});
