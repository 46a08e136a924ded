import type { z } from "zod";
import { Currency, Id, IsoDate, Period, Ref } from "../model/bundle/common.ts";
import { bare, branches, def, patternOf } from "./schema.ts";

type Schema = z.core.$ZodType;

/** Examples of texts of a fixed form, by the pattern of their schema. */
const FORMS: ReadonlyMap<string, string> = new Map([
  [patternOf(Id), "an-id"],
  [patternOf(Ref), "an-id"],
  [patternOf(IsoDate), "2026-11-18"],
  [patternOf(Period), "2026-10"],
  [patternOf(Currency), "EUR"],
]);

const FORMATS: Readonly<Record<string, string>> = {
  email: "name@example.com",
  url: "https://example.com",
};

/** Stands for words that only the author knows. */
const WORDS = "…";

/** Depth to which required fields are spelt out; below it stands what is known to be needed, unsaid. */
const DEPTH = 3;

/**
 * The least that a schema takes, as one would write it: its required fields, one item of a list, the first of several
 * choices. Undefined where it asks for a text whose form has no example, and where it is too deep to be read.
 */
export function exampleOf(schema: Schema, depth = DEPTH): unknown {
  for (const one of branches(bare(schema))) {
    const value = exampleOfOne(one, depth);
    if (value !== undefined) return value;
  }
  return undefined;
}

function exampleOfOne(one: Schema, depth: number): unknown {
  const { type, shape, element, entries, values, checks = [] } = def(one);
  const facts = checks.map((check) => check._zod.def as Check);
  if (type === "object" && shape !== undefined) return depth === 0 ? undefined : fieldsOf(shape, depth);
  if (type === "array" && element !== undefined)
    return depth === 0 ? undefined : itemsOf(element, facts, depth);
  if (type === "enum") return Object.values(entries ?? {})[0];
  if (type === "literal") return values?.[0];
  if (type === "boolean") return true;
  if (type === "number") return numberFor(facts);
  if (type !== "string") return undefined;
  const { format } = one._zod.def as { readonly format?: string };
  const known = format === undefined ? undefined : FORMATS[format];
  const pattern = facts.map((fact) => fact.pattern).find(Boolean);
  return known ?? (pattern === undefined ? WORDS : FORMS.get(String(pattern)));
}

interface Check {
  readonly check?: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly value?: number;
  readonly length?: number;
}

const least = (facts: readonly Check[], check: string): number | undefined =>
  facts.find((fact) => fact.check === check)?.[check === "min_length" ? "minimum" : "value"];

function itemsOf(element: Schema, facts: readonly Check[], depth: number): unknown {
  const item = exampleOf(element, depth - 1);
  const exact = facts.find(({ check }) => check === "length_equals")?.length;
  const count = exact ?? least(facts, "min_length") ?? 1;
  return item === undefined ? undefined : Array.from({ length: Math.max(1, count) }, () => item);
}

function fieldsOf(shape: Readonly<Record<string, Schema>>, depth: number): unknown {
  const all = Object.entries(shape);
  const required = all.filter(([, field]) => field._zod.optin !== "optional");
  // Where nothing alone is required, something is.
  const filled = (required.length === 0 ? all.slice(0, 1) : required).map(
    ([name, field]) => [name, exampleOf(field, depth - 1)] as const,
  );
  return filled.length === 0 || filled.some(([, value]) => value === undefined)
    ? undefined
    : Object.fromEntries(filled);
}

/** Within the bounds of the schema; a share is a tenth. */
function numberFor(facts: readonly Check[]): number {
  const from = least(facts, "greater_than") ?? Number.NEGATIVE_INFINITY;
  const to = least(facts, "less_than") ?? Number.POSITIVE_INFINITY;
  if (to <= 1) return Math.max(0.1, from);
  return Math.max(from, to < 42 ? Math.floor(to) : 42);
}

/** Characters of an example that a hint has room for. */
const ROOM = 120;

/** An example of a value as a line of JSON; undefined where none can be given, or where it would be no line. */
export function exampleLine(schema: Schema): string | undefined {
  const value = exampleOf(schema);
  const text = value === undefined ? undefined : exampleText(value);
  return text === undefined || text.length > ROOM ? undefined : text;
}

/** One line of JSON as people write it: { "id": "visits", "values": [1, 2] }. */
function exampleText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(exampleText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, field]) => `${JSON.stringify(name)}: ${exampleText(field)}`)
    .join(", ")} }`;
}
