import { readFile } from "node:fs/promises";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { noSchemaPart } from "../../diagnostics/messages/mcp.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { packageFile } from "../../host/package.ts";

/** JSON Schema as the published file has it. */
export interface SchemaShape {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaShape>>;
  readonly required?: readonly string[];
  readonly items?: SchemaShape;
  readonly anyOf?: readonly SchemaShape[];
  readonly oneOf?: readonly SchemaShape[];
  readonly additionalProperties?: SchemaShape | boolean;
}
export interface Whole extends SchemaShape {
  readonly definitions: Readonly<Record<string, SchemaShape>>;
  readonly else?: { readonly required?: readonly string[] };
}

/** Beginning of a reference to a type. */
const REF = "#/definitions/";

/** The published schema of bundles. */
export const readSchema = async (): Promise<Whole> =>
  JSON.parse(await readFile(packageFile("schema/foredeck.schema.json"), "utf8")) as Whole;

/** Steps of a path as findings and people write it: metrics[0].values, metrics/values; places in a list are passed over. */
export const stepsOf = (part: string): readonly string[] =>
  part.split(/[.[\]/]+/).filter((step) => step !== "" && !/^\d+$/.test(step));

/** Fields of the whole bundle. */
export const allFields = (whole: Whole) => fieldsOf(whole, whole.else?.required ?? [], whole);

/** A form that a part may have: a value, a list, or the table of a file that stands in for one. */
export interface Form {
  readonly says: string;
  readonly list: boolean;
  readonly fields: readonly Field[];
}

/** Forms of a part that have fields; most parts have one. */
export function formsOf(shape: SchemaShape, whole: Whole): readonly Form[] {
  const { inner, list } = throughLists(shape, whole);
  const forms = [{ inner, list, says: "" }].concat(
    choices(inner).map((one) => ({
      ...throughLists(one, whole),
      says: resolved(one, whole).description ?? throughLists(one, whole).inner.description ?? "",
    })),
  );
  return forms.flatMap(({ inner, list, says }) =>
    inner.properties === undefined
      ? []
      : [{ says, list, fields: fieldsOf(inner, inner.required ?? [], whole) }],
  );
}

/** Description of a part itself, as the schema has it; empty where it has none. */
export const meaningOf = (shape: SchemaShape, whole: Whole): string =>
  shape.description ?? throughLists(shape, whole).inner.description ?? "";

/** Kinds of a part whose fields depend on its kind, each with what it shows. */
export async function kindFields(kinds: readonly string[]) {
  const { CHART_KINDS } = await import("../../charts/index.ts");
  return kinds.map((name) => ({
    name,
    needed: false,
    says: Object.values(CHART_KINDS).find((kind) => kind.name === name)?.shows ?? "",
  }));
}

/** Finds a part by the names of its fields, of its kind, or of a type. */
export function partAt(whole: Whole, steps: readonly string[]): SchemaShape {
  const [first = ""] = steps;
  let here: SchemaShape = whole;
  for (const [n, step] of steps.entries()) {
    const found =
      stepFrom(here, step, whole) ??
      (n === 0 && Object.hasOwn(whole.definitions, first) ? whole.definitions[first] : undefined);
    if (found === undefined) {
      const known = stepsFrom(here, whole);
      const all = n === 0 ? [...known, ...Object.keys(whole.definitions)] : known;
      throw new DiagnosticsError([noSchemaPart(steps.join("."), nearest(step, all), known)], 2);
    }
    here = found;
  }
  return resolved(here, whole);
}

function stepFrom(shape: SchemaShape, step: string, whole: Whole): SchemaShape | undefined {
  const { inner } = throughLists(shape, whole);
  const all = [inner, ...choices(inner).map((one) => throughLists(one, whole).inner)];
  const kind = all.find(({ properties }) => properties?.["kind"]?.const === step);
  if (kind !== undefined) return kind;
  for (const { properties, additionalProperties } of all) {
    if (properties !== undefined && Object.hasOwn(properties, step)) return properties[step];
    if (typeof additionalProperties === "object") return additionalProperties;
  }
  return undefined;
}

function stepsFrom(shape: SchemaShape, whole: Whole): readonly string[] {
  const kinds = kindsOf(shape, whole);
  if (kinds.length > 1) return kinds;
  const { inner } = throughLists(shape, whole);
  return [inner, ...choices(inner).map((one) => throughLists(one, whole).inner)].flatMap(({ properties }) =>
    Object.keys(properties ?? {}),
  );
}

/** Kinds of the items of a list whose fields depend on their kind. */
export function kindsOf(shape: SchemaShape, whole: Whole): readonly string[] {
  const { inner } = throughLists(shape, whole);
  return choices(inner).flatMap(({ properties }) => {
    const kind = properties?.["kind"]?.const;
    return typeof kind === "string" ? [kind] : [];
  });
}

const choices = ({ anyOf = [], oneOf = [] }: SchemaShape): readonly SchemaShape[] => [...anyOf, ...oneOf];

function resolved(shape: SchemaShape, whole: Whole): SchemaShape {
  if (shape.$ref === undefined) return shape;
  const type = whole.definitions[shape.$ref.slice(REF.length)] ?? {};
  return shape.description === undefined ? type : { ...type, description: shape.description };
}

function throughLists(
  shape: SchemaShape,
  whole: Whole,
): { readonly inner: SchemaShape; readonly list: boolean } {
  let inner = resolved(shape, whole);
  const list = inner.items !== undefined;
  while (inner.items !== undefined) inner = resolved(inner.items, whole);
  return { inner, list };
}

/** Letters as they stand; signs in quotation marks, or a comma would read as one of the sentence. */
const word = (one: unknown): string => (/^[\w-]+$/.test(String(one)) ? String(one) : JSON.stringify(one));

/** A field in a line: whether it has to be there, and what it means. */
export interface Field {
  readonly name: string;
  readonly needed: boolean;
  readonly says: string;
}

const fieldsOf = (
  { properties = {} }: SchemaShape,
  required: readonly string[],
  whole: Whole,
): readonly Field[] =>
  Object.entries(properties).map(([name, shape]) => ({
    ...{ name, needed: required.includes(name) },
    says: saysOf(shape, whole),
  }));

/** A field's meaning in a line: what the schema says of it, its words, or the fields that it holds. */
function saysOf(shape: SchemaShape, whole: Whole): string {
  const { description, enum: words } = resolved(shape, whole);
  const { inner } = throughLists(shape, whole);
  const says = description ?? inner.description ?? "";
  if (words !== undefined && !says.includes(":")) return `${says} (${words.map(word).join(", ")})`.trim();
  if (says !== "") return says;
  return Object.keys(inner.properties ?? {}).join(", ");
}
