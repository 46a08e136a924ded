import type { z } from "zod";
import type { JsonPath } from "../../base/json-path.ts";
import { Name, Sentence } from "./common.ts";
import { Bundle } from "./index.ts";

/** Definition of a schema as zod keeps it: its fields, its items, and what it wraps. */
export interface SchemaDefinition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}

/** Paths of the parts whose fields have names of the author's own, such as criteria. */
const RECORDS = new Set<string>();
/** Paths of every field that holds a sentence, with * for the items of a list and for names of the author's own. */
const SENTENCES: ReadonlySet<string> = new Set(paths(Bundle, "", Sentence));
/** The same of every field that holds a plain name. */
const NAMES: ReadonlySet<string> = new Set(paths(Bundle, "", Name));

/** True where a text may contain markup; other texts are plain names or are never shown. */
export const isSentence = (path: JsonPath): boolean => SENTENCES.has(fieldOf(path));

/** True where a text is a plain name that readers see. */
export const isName = (path: JsonPath): boolean => NAMES.has(fieldOf(path));

/** True where a text is the words of a quote: no figures are filled into it. */
export const isQuote = (path: JsonPath): boolean => path[0] === "quotes" && path.at(-1) === "text";

const fieldOf = (path: JsonPath): string =>
  path.reduce<string>(
    (above, step) => `${above}/${typeof step === "number" || RECORDS.has(above) ? "*" : step}`,
    "",
  );

function paths(schema: z.core.$ZodType, path: string, wanted: z.core.$ZodType): readonly string[] {
  const def = schema._zod.def as unknown as SchemaDefinition;
  // A field that is described anew is a clone, with the same definition.
  if (schema._zod.def === wanted._zod.def) return [path];
  if (def.valueType !== undefined) RECORDS.add(path);
  return [
    ...[def.innerType].flatMap((inner) => (inner === undefined ? [] : paths(inner, path, wanted))),
    ...[def.element, def.valueType].flatMap((item) =>
      item === undefined ? [] : paths(item, `${path}/*`, wanted),
    ),
    ...(def.options ?? []).flatMap((option) => paths(option, path, wanted)),
    ...Object.entries(def.shape ?? {}).flatMap(([key, field]) => paths(field, `${path}/${key}`, wanted)),
  ];
}
