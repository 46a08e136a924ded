import * as z from "zod/mini";

/**
 * The shapes of what is read back from the cache. A digest guards a record against damage, not against people: whoever
 * can write the folder can write any record, so nothing in one is believed that could lead out of an output's place.
 * Loaded only where there is a record to read.
 */
const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Count = z.number().check(z.nonnegative());

const Place = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  text: z.optional(z.string()),
  textColumn: z.optional(z.number()),
  length: z.optional(z.number()),
});

const Finding = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  what: z.string(),
  why: z.optional(z.string()),
  hint: z.optional(z.string()),
  path: z.optional(z.array(z.union([z.string(), z.number()]))),
  place: z.optional(Place),
  excerpt: z.optional(z.string()),
  instead: z.optional(z.string()),
  page: z.optional(z.string()),
  slide: z.optional(z.object({ number: z.number(), title: z.string() })),
});

/** Files that a bundle read, as it names them. */
export const Names = z.array(z.string());

/** Outputs built from a bundle; where one has many files, each is named by the number of its page. */
export const Kept = z.object({
  about: z.object({
    slides: Count,
    charts: Count,
    minutes: Count,
    forced: z.boolean(),
    diagnostics: z.array(Finding),
    errors: z.array(Finding),
    warnings: Count,
  }),
  files: z
    .array(
      z.object({
        suffix: z.string().check(z.regex(/^(-\d{2,6}\.[a-z]{2,5})?$/)),
        digest: Digest,
        size: Count,
      }),
    )
    .check(z.minLength(1)),
});

/** By the name of a file, the digests of what it may hold. */
export const Written = z.record(z.string(), z.array(Digest));

/** By the path of each file below a folder of outputs, what was last written there, and the bundle that it was made of. */
export const Folder = z.record(z.string(), z.object({ digest: Digest, bundle: z.string() }));

/** The path of a bundle. */
export const RecordOrigin = z.string().check(z.minLength(1));

const SHAPES = { Names, Kept, Written, Folder, Origin: RecordOrigin } as const;
export type RecordShape = keyof typeof SHAPES;
export type Shaped<Name extends RecordShape> = z.infer<(typeof SHAPES)[Name]>;

/** A record as its shape says; undefined for one that is no JSON or has another shape. */
export function readRecord<Name extends RecordShape>(text: string, shape: Name): Shaped<Name> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { success, data } = z.safeParse(SHAPES[shape], value);
  return success ? (data as Shaped<Name>) : undefined;
}
