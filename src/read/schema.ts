import { z } from "zod";
import { ChartOfKind } from "../charts/index.ts";
import { Bundle } from "../model/bundle/index.ts";
import { Investment } from "../model/bundle/investment.ts";
import { ChartTable, StreamTable } from "../model/bundle/tables.ts";
import type { JsonPath } from "../model/figures.ts";

/**
 * A kind's schema as bundles are written: the table of a file may stand in for its data. Its type is that of the bundle
 * that was read, in which every such table has been replaced by what it holds; a timeline has dates, which no column gives.
 */
function written<Kind extends (typeof ChartOfKind.options)[number]>(kind: Kind): Kind {
  const { data, kind: tag } = kind.shape as { readonly data: z.ZodType; readonly kind: z.ZodLiteral<string> };
  if (tag.value === "gantt") return kind;
  const optional = data instanceof z.ZodOptional;
  const list = optional ? (data.unwrap() as z.ZodType) : data;
  const either = z.union([list, ...ChartTable.options]);
  const description = describe(data) ?? "";
  const made = (optional ? either.optional() : either).describe(description);
  return (kind as z.ZodObject).extend({ data: made }) as unknown as Kind;
}

const WrittenChart = z.discriminatedUnion(
  "kind",
  ChartOfKind.options.map(written) as unknown as typeof ChartOfKind.options,
);

/** A cost or benefit as bundles are written: the table of a file may stand in for its amounts. */
function writtenStreams<Side extends z.ZodArray<z.ZodObject>>(side: Side): Side {
  const { values } = side.element.shape as { readonly values: z.ZodType };
  const either = z.union([values, ...StreamTable.options]).describe(describe(values) ?? "");
  const list = z
    .array(side.element.extend({ values: either }))
    .min(1)
    .max(12);
  return list.describe(describe(side) ?? "") as unknown as Side;
}

const { costs, benefits } = Investment.shape;
const WrittenInvestment = Investment.extend({
  costs: writtenStreams(costs),
  benefits: writtenStreams(benefits),
});

/** The bundle with every chart checked against the schema of its kind. */
export const bundleSchema = Bundle.extend({
  investment: WrittenInvestment.describe(describe(Investment) ?? "").optional(),
  charts: z.array(WrittenChart).max(60).optional().describe("Charts, one message each."),
});

/** A schema as zod lets one look into it; `def` is public (zod 4, library authors' guide). */
type Schema = z.core.$ZodType;
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly discriminator?: string;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly z.core.$ZodCheck[];
}
export const def = (schema: Schema): Def => schema._zod.def as unknown as Def;

/** Takes optional, nullable, default and readonly away. */
export function bare(schema: Schema): Schema {
  const inner = def(schema).innerType;
  return inner === undefined ? schema : bare(inner);
}

/** The pattern that a text must match, as text, which is what findings of zod name it by. */
export const patternOf = (schema: z.ZodString): string =>
  String(schema.def.checks?.map((check) => (check._zod.def as { pattern?: RegExp }).pattern).find(Boolean));

/** Facts of the schema about the value at a path; undefined where it has no such field. */
export interface SchemaFacts {
  readonly schema: Schema;
  /** Description of the value in the schema, a sentence for people. */
  readonly means?: string;
  /** Names of its fields, where it is an object. */
  readonly fields: readonly string[];
  /** Returns the kinds that have a field, where the object is one of several kinds. */
  readonly kinds?: (field: string) => readonly string[];
  /** "a number", "text", "a list": what may stand there. */
  readonly expected: string;
  readonly takesList: boolean;
}

/** Follows a path through the schema; at a union, the branch that fits the value is taken. */
export function knownAt(schema: Schema, value: unknown, path: JsonPath): SchemaFacts | undefined {
  let here: Schema | undefined = schema;
  let at: unknown = value;
  let means: string | undefined = describe(schema);
  for (const step of path) {
    const branch = choose(bare(here), at);
    const d = def(branch);
    here = typeof step === "number" ? d.element : (d.shape?.[step] ?? d.valueType);
    if (here === undefined) return undefined;
    means = describe(here);
    at = typeof at === "object" && at !== null ? (at as Record<string | number, unknown>)[step] : undefined;
  }
  const end = bare(here);
  const branch = def(choose(end, at));
  return {
    schema: here,
    ...(means === undefined ? {} : { means }),
    fields: Object.keys(branch.shape ?? {}),
    ...(def(end).discriminator === undefined ? {} : { kinds: (field) => kindsWith(end, field) }),
    expected: expectation(end),
    takesList: branches(end).some((one) => def(one).type === "array"),
  };
}

/** The sentence of a schema for people. */
export function describe(schema: Schema): string | undefined {
  const own = z.globalRegistry.get(schema)?.description;
  if (own !== undefined) return own;
  const inner = def(schema).innerType;
  return inner === undefined ? undefined : describe(inner);
}

export const branches = (schema: Schema): readonly Schema[] => {
  const options = def(schema).options;
  return options === undefined ? [schema] : options.flatMap((option) => branches(bare(option)));
};

/** The branch of a union that a value was most likely meant for. */
export function choose(schema: Schema, value: unknown): Schema {
  const d = def(schema);
  if (d.options === undefined) return schema;
  const options = branches(schema);
  const key = d.discriminator;
  if (key !== undefined && typeof value === "object" && value !== null) {
    const wanted = (value as Record<string, unknown>)[key];
    const found = options.find((option) => {
      const tag = def(option).shape?.[key];
      return tag !== undefined && def(bare(tag)).values?.includes(wanted);
    });
    if (found !== undefined) return found;
  }
  const type = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
  const fitting = options.filter((option) => def(option).type === type);
  const fields = Object.keys(Object(value));
  // A field that an object must have says more than one that it may have.
  const shared = (option: Schema): number => {
    const { shape = {} } = def(option);
    const known = fields.filter((field) => Object.hasOwn(shape, field));
    const asked = known.filter((field) => shape[field]?._zod.optin !== "optional");
    return known.length + fields.length * asked.length;
  };
  const [first, ...others] = fitting;
  if (first === undefined) return options[0] ?? schema;
  return others.reduce((best, one) => (shared(one) > shared(best) ? one : best), first);
}

/** Tags of the branches of a union that have such a field. */
function kindsWith(union: Schema, field: string): readonly string[] {
  const key = def(union).discriminator ?? "";
  return branches(union).flatMap((option) => {
    const { shape = {} } = def(option);
    const tag = shape[key];
    return tag === undefined || !Object.hasOwn(shape, field) ? [] : (def(bare(tag)).values ?? []).map(String);
  });
}

function expectation(schema: Schema): string {
  const words = new Set(branches(schema).map(word));
  return [...words].join(" or ");
}

function word(schema: Schema): string {
  const d = def(schema);
  switch (d.type) {
    case "object":
    case "record":
      return "an object { … }";
    case "array":
      return "a list [ … ]";
    case "string":
      return "text";
    case "number":
      return isWhole(schema) ? "a whole number" : "a number";
    case "boolean":
      return "true or false";
    case "null":
      return "null";
    case "enum":
      return Object.values(d.entries ?? {})
        .map((one) => JSON.stringify(one))
        .join(", ");
    case "literal":
      return (d.values ?? []).map((one) => JSON.stringify(one)).join(", ");
    default:
      return d.type;
  }
}

const isWhole = (schema: Schema): boolean => (schema._zod.def as { format?: string }).format === "safeint";
