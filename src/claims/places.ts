import type { z } from "zod";
import { Bundle } from "../model/bundle/index.ts";
import type { SchemaDefinition } from "../model/bundle/sentences.ts";
import type { JsonPath } from "../model/figures.ts";

/**
 * The part of a bundle whose `holds` guards the sentence at a path: the object that has the sentence as its own, alone or
 * in a list. Undefined where that part may carry no tests.
 */
export function holderOf(path: JsonPath): JsonPath | undefined {
  let holder: JsonPath | undefined;
  let here = unwrapped(Bundle);
  for (const [n, step] of path.entries()) {
    const shapes = here.flatMap(({ shape }) => (shape === undefined ? [] : [shape]));
    if (shapes.length > 0) holder = shapes.some((shape) => "holds" in shape) ? path.slice(0, n) : undefined;
    here = here.flatMap(({ shape, element, valueType }) => {
      const next = typeof step === "number" ? element : (shape?.[step] ?? valueType);
      return next === undefined ? [] : unwrapped(next);
    });
  }
  return here.length === 0 || here.some(({ shape }) => shape !== undefined) ? undefined : holder;
}

/** The schemas that a value may have, without what is around them: optional, or one of several. */
function unwrapped(schema: z.core.$ZodType): readonly SchemaDefinition[] {
  const def = schema._zod.def as unknown as SchemaDefinition;
  const inner = [...(def.innerType === undefined ? [] : [def.innerType]), ...(def.options ?? [])];
  return inner.length === 0 ? [def] : inner.flatMap(unwrapped);
}
