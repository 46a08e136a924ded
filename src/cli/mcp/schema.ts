import { z } from "zod";
import { MCP, SCHEMA } from "../../diagnostics/messages/mcp.ts";
import {
  allFields,
  formsOf,
  kindFields,
  kindsOf,
  partAt,
  readSchema,
  type SchemaShape,
  stepsOf,
  type Whole,
} from "../explain/part.ts";
import { tool } from "./tool.ts";

/** Letters of a part that is given as it stands; of a larger one, its fields are listed. */
const MOST_PART = 5_000;
/** Letters of the types that go with a part. */
const MOST_TYPES = 4_000;

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
    const whole = await readSchema();
    const steps = stepsOf(part);
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
  const fields = allFields(whole);
  return {
    text: [SCHEMA.whole, ...fields.map(line), SCHEMA.more].join("\n"),
    structured: { part: "", fields },
  };
}

async function kindList(part: string, kinds: readonly string[]) {
  const fields = await kindFields(kinds);
  return { text: [SCHEMA.kinds(part), ...fields.map(line)].join("\n"), structured: { part, fields } };
}

function fieldList(part: string, shape: SchemaShape, whole: Whole) {
  const forms = formsOf(shape, whole);
  const list = forms.some((form) => form.list);
  const fields = forms.flatMap((form) => form.fields);
  const head = (list ? SCHEMA.list : SCHEMA.fields)(part);
  return { text: [head, ...fields.map(line)].join("\n"), structured: { part, fields } };
}

function wholePart(part: string, shape: SchemaShape, whole: Whole) {
  const types: Record<string, SchemaShape> = {};
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

const line = ({ name, needed, says }: { name: string; needed: boolean; says: string }): string =>
  `${name}${needed ? "*" : ""}: ${says}`;

const namesIn = (shape: SchemaShape): string[] =>
  [...JSON.stringify(shape).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(([, name = ""]) => name);
