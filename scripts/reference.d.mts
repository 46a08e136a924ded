import type { z } from "zod";

export type JsonSchema = Readonly<Record<string, unknown>>;
/** Bundles that examples are taken from, in order of preference; paths from the root of the repo. */
export const SAMPLES: readonly string[];
/** Draft 7, which editors know best. */
export function publishedSchema(schema: z.ZodType, about?: About): JsonSchema;

interface About {
  readonly title: string;
  readonly description: string;
}
export const PROJECT: About;
export const THEME: About;
/** The same with what occurs more than once under "definitions": the file that editors read. */
export function sharedSchema(schema: JsonSchema): JsonSchema;
/** The schema of bundles that editors read: what is required may stand in a file that the bundle extends. */
export function fileSchema(schema: JsonSchema): JsonSchema;
/** The schema of files that bundles extend, or that change what they extend. */
export function partialSchema(schema: JsonSchema): JsonSchema;
/** docs/bundle.md: a table per object, with an example from the samples. */
export function referencePage(
  schema: JsonSchema,
  references: Readonly<Record<string, readonly string[]>>,
  samples: readonly string[],
  reach: Readonly<Record<string, readonly string[]>>,
): string;
/** The parts of the schema that have a heading of their own in docs/bundle.md. */
export function sectionsOf(schema: JsonSchema): { readonly sections: readonly Section[] };
export interface Section {
  readonly name: string;
  readonly path: readonly string[];
  readonly object: { readonly properties: Readonly<Record<string, unknown>> };
}
