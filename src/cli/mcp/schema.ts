import { readFile } from "node:fs/promises";
import { z } from "zod";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { MCP, noSchemaPart, SCHEMA } from "../../diagnostics/messages/mcp.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { packageFile } from "../../host/package.ts";
import { tool } from "./tool.ts";

/** JSON Schema as the published file has it. */
interface Shape {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
}
interface Whole extends Shape {
  readonly definitions: Readonly<Record<string, Shape>>;
  readonly else?: { readonly required?: readonly string[] };
}

/** Letters of a part that is given as it stands; of a larger one, its fields are listed. */
const MOST_PART = 5_000;
/** Letters of the types that go with a part. */
const MOST_TYPES = 4_000;

const REF = "#/definitions/";

export const schema = tool({
  name: "schema",
  title: MCP.schema.title,
  says: MCP.schema.says,
  input: z.strictObject({ part: z.string().max(300).default("").describe(MCP.schema.part) }),
  output: z.object({
    part: z.string(),
    schema: z.record(z.string(), z.unknown()).optional(),
    types: z.record(z.string(), z.unknown()).optional(),
    fields: z.array(z.object({ name: z.string(), needed: z.boolean(), says: z.string() })).optional(),
  }),
  writes: false,
  quick: true,
  run: async ({ part }) => {
    const text = await readFile(packageFile("schema/foredeck.schema.json"), "utf8");
    const whole = JSON.parse(text) as Whole;
    const steps = part.split(/[.[\]/]+/).filter((step) => step !== "" && !/^\d+$/.test(step));
    if (steps.length === 0) return overview(whole);
    const name = steps.join(".");
    const found = partAt(whole, steps);
    const kinds = kindsOf(found, whole);
    if (kinds.length > 1) return kindList(name, kinds);
    const size = JSON.stringify(found).length;
    return size > MOST_PART ? fieldList(name, found, whole) : wholePart(name, found, whole);
  },
});

function overview(whole: Whole) {
  const fields = fieldsOf(whole, whole.else?.required ?? [], whole);
  return {
    text: [SCHEMA.whole, ...fields.map(line), SCHEMA.more].join("\n"),
    structured: { part: "", fields },
  };
}

async function kindList(part: string, kinds: readonly string[]) {
  const { CHART_KINDS } = await import("../../charts/index.ts");
  const fields = kinds.map((name) => ({
    name,
    needed: false,
    says: Object.values(CHART_KINDS).find((kind) => kind.name === name)?.shows ?? "",
  }));
  return { text: [SCHEMA.kinds(part), ...fields.map(line)].join("\n"), structured: { part, fields } };
}

function fieldList(part: string, shape: Shape, whole: Whole) {
  const { inner, list } = throughLists(shape, whole);
  const objects = [inner, ...choices(inner)].filter(({ properties }) => properties !== undefined);
  const fields = objects.flatMap((one) => fieldsOf(one, one.required ?? [], whole));
  const head = (list ? SCHEMA.list : SCHEMA.fields)(part);
  return { text: [head, ...fields.map(line)].join("\n"), structured: { part, fields } };
}

function wholePart(part: string, shape: Shape, whole: Whole) {
  const types: Record<string, Shape> = {};
  const elsewhere: string[] = [];
  const queue = namesIn(shape);
  let room = MOST_TYPES;
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const type = whole.definitions[name];
    if (type === undefined || types[name] !== undefined || elsewhere.includes(name)) continue;
    const size = JSON.stringify(type).length;
    if (size > room) elsewhere.push(name);
    else {
      room -= size;
      types[name] = type;
      queue.push(...namesIn(type));
    }
  }
  const named = Object.keys(types).length > 0;
  const text = [
    JSON.stringify(shape),
    ...(named ? [SCHEMA.types, JSON.stringify(types)] : []),
    ...(elsewhere.length > 0 ? [SCHEMA.elsewhere(elsewhere)] : []),
  ];
  return {
    text: text.join("\n"),
    structured: { part, schema: { ...shape }, ...(named ? { types } : {}) },
  };
}

/** Finds a part by the names of its fields, of its kind, or of a type. */
function partAt(whole: Whole, steps: readonly string[]): Shape {
  const [first = ""] = steps;
  let here: Shape = whole;
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

function stepFrom(shape: Shape, step: string, whole: Whole): Shape | undefined {
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

function stepsFrom(shape: Shape, whole: Whole): readonly string[] {
  const kinds = kindsOf(shape, whole);
  if (kinds.length > 1) return kinds;
  const { inner } = throughLists(shape, whole);
  return [inner, ...choices(inner).map((one) => throughLists(one, whole).inner)].flatMap(({ properties }) =>
    Object.keys(properties ?? {}),
  );
}

/** Kinds of the items of a list whose fields depend on their kind. */
function kindsOf(shape: Shape, whole: Whole): readonly string[] {
  const { inner } = throughLists(shape, whole);
  return choices(inner).flatMap(({ properties }) => {
    const kind = properties?.["kind"]?.const;
    return typeof kind === "string" ? [kind] : [];
  });
}

const choices = ({ anyOf = [], oneOf = [] }: Shape): readonly Shape[] => [...anyOf, ...oneOf];

function resolved(shape: Shape, whole: Whole): Shape {
  if (shape.$ref === undefined) return shape;
  const type = whole.definitions[shape.$ref.slice(REF.length)] ?? {};
  return shape.description === undefined ? type : { ...type, description: shape.description };
}

function throughLists(shape: Shape, whole: Whole): { readonly inner: Shape; readonly list: boolean } {
  let inner = resolved(shape, whole);
  const list = inner.items !== undefined;
  while (inner.items !== undefined) inner = resolved(inner.items, whole);
  return { inner, list };
}

const fieldsOf = ({ properties = {} }: Shape, required: readonly string[], whole: Whole) =>
  Object.entries(properties).map(([name, shape]) => ({
    ...{ name, needed: required.includes(name) },
    says: saysOf(shape, whole),
  }));

function saysOf(shape: Shape, whole: Whole): string {
  const { description, enum: words } = resolved(shape, whole);
  const { inner } = throughLists(shape, whole);
  const says = description ?? inner.description ?? "";
  if (words !== undefined && !says.includes(":")) return `${says} (${words.join(", ")})`.trim();
  if (says !== "") return says;
  return Object.keys(inner.properties ?? {}).join(", ");
}

const line = ({ name, needed, says }: { name: string; needed: boolean; says: string }): string =>
  `${name}${needed ? "*" : ""}: ${says}`;

const namesIn = (shape: Shape): string[] =>
  [...JSON.stringify(shape).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(([, name = ""]) => name);
