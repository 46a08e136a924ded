// The published JSON Schema and its reference page, as pure functions of the zod schema and the samples.
import { parse } from "jsonc-parser";
import { z } from "zod";
import { anchor } from "./anchor.mjs";
import { seenOn } from "./slides-page.mjs";

export const SAMPLES = [
  "test/bundles/customer-listening.json",
  "samples/sepsis-at-the-ward-door.json",
  "samples/minimal.json",
];

const BUNDLE = {
  title: "Foredeck bundle",
  description:
    "The argument for one decision, from which Foredeck builds the deck that leadership reads before the meeting.",
};
export const PROJECT = {
  title: "Foredeck project",
  description: "What the bundles of a project share, and how they are built.",
};
export const THEME = {
  title: "Foredeck theme",
  description: "Typefaces, colours, sizes and places of a deck.",
};

export function publishedSchema(schema, about = BUNDLE) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
  return {
    $schema,
    ...about,
    // Editors then accept comments and trailing commas, as Foredeck does (VS Code, JSON language service).
    allowComments: true,
    allowTrailingCommas: true,
    ...rest,
  };
}

/** The schema for bundles as editors read it: what a bundle extends may hold what it has to have. */
export function fileSchema(schema) {
  const { required, ...rest } = sharedSchema(schema);
  return { ...rest, if: { required: ["extends"] }, else: { required } };
}

/**
 * The schema for files that others extend, and for those that change parts of what they extend: nothing is required, null
 * removes a field, and an object stands for changes to a list by the ids of its items.
 */
export function partialSchema(schema) {
  const part = (node) => {
    const { required: _, minItems: __, oneOf, ...rest } = withChildren(node, part);
    if (oneOf !== undefined) rest.anyOf = oneOf;
    if (rest.properties !== undefined)
      rest.properties = Object.fromEntries(
        Object.entries(rest.properties).map(([name, field]) => [name, removable(name, field)]),
      );
    return rest;
  };
  return sharedSchema({
    ...part(schema),
    title: "Foredeck partial bundle",
    description: "What several bundles share, or what a bundle changes in a file that it extends.",
  });
}

const NULL = { type: "null", description: "Removes what the extended file has." };

function removable(name, field) {
  if (name === "id" || name === "$schema" || name === "kind") return field;
  const item = field.items;
  const choices = item?.anyOf ?? [item];
  const byId = choices.every((choice) => choice?.properties?.id !== undefined)
    ? [
        {
          type: "object",
          additionalProperties: { anyOf: [item, NULL] },
          description: "Changes to items of the extended file, by their ids; null removes one.",
        },
      ]
    : [];
  const { description } = field;
  return { ...(description === undefined ? {} : { description }), anyOf: [field, ...byId, NULL] };
}

/** What is shorter than this, as JSON, stays where it is: a reference would be no easier to read. */
const WORTH_NAMING = 150;

/**
 * The same schema with each part that occurs more than once written once, under "definitions", by the name of the first
 * field that has it. A part is replaced whole, description and all, since draft 7 ignores what stands beside a $ref.
 */
export function sharedSchema(schema) {
  const uses = new Map();
  const count = (node) => {
    const text = JSON.stringify(node);
    const before = uses.get(text) ?? 0;
    uses.set(text, before + 1);
    // What is within a part that is written once is written once with it.
    if (before === 0) for (const child of children(node)) count(child);
  };
  count(schema);
  const names = new Map();
  const definitions = {};
  const share = (node, name) => {
    const text = JSON.stringify(node);
    if (uses.get(text) < 2 || text.length < WORTH_NAMING) return withChildren(node, share, name);
    if (!names.has(text)) {
      let own = name;
      for (let n = 2; [...names.values()].includes(own); n++) own = `${name}${n}`;
      names.set(text, own);
      definitions[own] = withChildren(node, share, name);
    }
    return { $ref: `#/definitions/${names.get(text)}` };
  };
  const shared = withChildren(schema, share);
  return { ...shared, definitions };
}

/** The schemas within a schema. */
function children(node) {
  const found = [];
  withChildren(node, (child) => {
    found.push(child);
    return child;
  });
  return found;
}

function withChildren(node, change, name = "root") {
  const out = { ...node };
  if (node.properties !== undefined)
    out.properties = Object.fromEntries(
      Object.entries(node.properties).map(([key, child]) => [key, change(child, key)]),
    );
  if (node.items !== undefined) out.items = change(node.items, `${name}Item`);
  for (const union of ["anyOf", "oneOf"])
    if (node[union] !== undefined) out[union] = node[union].map((child) => change(child, `${name}Choice`));
  if (typeof node.additionalProperties === "object")
    out.additionalProperties = change(node.additionalProperties, `${name}Value`);
  return out;
}

export function referencePage(schema, references, samples, reach) {
  const bundles = samples.map((text) => parse(text, [], { allowTrailingComma: true }));
  const { sections, named } = sectionsOf(schema);
  const context = { references, named, reach };
  return `${[
    "# The bundle, field by field",
    "",
    "<!-- Written by npm run generate from the schema in src/model/bundle. Edit the descriptions there. -->",
    "",
    "A bundle is one JSON file; comments and trailing commas are allowed. Required are `title`, `why.statement`, one goal,",
    "one metric or chart, and one quote. Every other part adds slides; a part that is left out leaves no hole.",
    "[The bundle by slides](slides.md) shows each slide with the fields that reach it.",
    "Editors complete and explain the fields when the file starts with",
    '`"$schema": "./node_modules/foredeck/schema/foredeck.schema.json"`.',
    "",
    "- A *sentence* may hold `**bold**`, `*italic*`, `[text](https://…)` and figures such as `{{churn.latest}}`;",
    "  `foredeck figures bundle.json` lists them all. Other text is plain.",
    "- A *date* is `2026-11-18`. A *period* is a year `2026`, half-year `2026-H1`, quarter `2026-Q3`, month `2026-10`,",
    "  week `2026-W41` or day `2026-10-05`. A *currency code* is one of ISO 4217: `EUR`.",
    "- An *id* is a letter, then letters, digits, `-` or `_`. It is unique over the whole bundle, so a reference is the bare",
    "  id. `ask`, `why`, `investment` and `plan` are ids of those parts.",
    "",
    sections.map(({ name }) => `[${name}](#${anchor(name)})`).join(" · "),
    "",
    ...sections.flatMap((section) => write(section, context, bundles)),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

/** The parts of the schema that have a heading of their own, and the heading of each object. */
export function sectionsOf(schema) {
  const sections = [];
  const named = new Map();
  collect(schema, [], sections, named);
  return { sections, named };
}

/**
 * Every object of the schema with the path that leads to it; a list adds "*", a record "…". `named` gets the heading of each
 * object, for links to it.
 */
function collect(schema, path, sections, named) {
  const branches = schema.anyOf ?? schema.oneOf ?? [schema];
  const objects = branches.filter((branch) => branch.properties !== undefined);
  if (schema.oneOf !== undefined && objects.length > 1)
    return collectKinds(schema, objects, path, sections, named);
  for (const branch of branches) {
    if (branch.properties !== undefined) {
      named.set(branch, titleOf(path, branch));
      sections.push({
        name: titleOf(path, branch),
        path,
        object: branch,
        description: branch.description ?? schema.description,
      });
      for (const [key, child] of Object.entries(branch.properties))
        collect(child, [...path, key], sections, named);
    } else if (branch.items !== undefined) collect(branch.items, [...path, "*"], sections, named);
    else if (typeof branch.additionalProperties === "object")
      collect(branch.additionalProperties, [...path, "…"], sections, named);
  }
}

/** Charts: what all kinds share once, then what each kind adds. */
function collectKinds(schema, objects, path, sections, named) {
  const shared = Object.keys(objects[0].properties).filter(
    (key) =>
      key !== "kind" &&
      objects.every(
        (one) => JSON.stringify(one.properties[key]) === JSON.stringify(objects[0].properties[key]),
      ),
  );
  const pick = (object, keep) => ({
    ...object,
    properties: Object.fromEntries(Object.entries(object.properties).filter(([key]) => keep(key))),
  });
  const kinds = objects.map((one) => one.properties.kind.const);
  const common = pick(objects[0], (key) => shared.includes(key));
  common.properties = {
    kind: { type: "string", enum: kinds, description: "The kind of chart; each is below." },
    ...common.properties,
  };
  collect({ ...common, description: schema.description }, path, sections, named);
  for (const one of objects) {
    const own = pick(one, (key) => !shared.includes(key) && key !== "kind");
    const name = `${title(path)}, kind ${one.properties.kind.const}`;
    sections.push({ name, path, object: own, description: one.description, kind: one.properties.kind.const });
    const added = [];
    for (const [key, child] of Object.entries(own.properties)) collect(child, [...path, key], added, named);
    for (const section of added) {
      const text = JSON.stringify(section.object);
      const others = sections.filter(({ base, name }) => (base ?? name) === section.name);
      const same = others.find(({ object }) => JSON.stringify(object) === text);
      const kind = one.properties.kind.const;
      // What a kind has under a name that another kind has for something else, gets a heading that says whose it is.
      const heading = same?.name ?? (others.length === 0 ? section.name : `${section.name}, kind ${kind}`);
      named.set(section.object, heading);
      if (same === undefined) sections.push({ ...section, name: heading, base: section.name, of: kind });
    }
  }
}

const title = (path) => (path.length === 0 ? "bundle" : path.join(".").replaceAll(".*", "[ ]"));
/** Of objects that may stand in one place, those that name a workbook have a heading of their own. */
const titleOf = (path, object) => (namesBy(object, "xlsx") ? `${title(path)}, xlsx` : title(path));
const namesBy = (object, field) => object.required?.includes(field) === true;
function write({ name, path, object, description, kind, of }, context, bundles) {
  const fields = Object.entries(object.properties).filter(([key]) => key !== "$schema" || path.length === 0);
  const seen = seenOn(path, context.reach);
  const out = [
    `## ${name}`,
    "",
    ...[description ?? "", seen].filter((text) => text !== "").flatMap((text) => [text, ""]),
  ];
  if (fields.length > 0) {
    out.push("| Field | Type | Required | Meaning |", "| --- | --- | --- | --- |");
    for (const [key, child] of fields) {
      const required = object.required?.includes(key) ? "yes" : "";
      out.push(
        `| \`${key}\` | ${cell(type(child, [...path, key], context))} | ${required} | ${cell(meaning(child))} |`,
      );
    }
    out.push("");
  } else if (kind !== undefined) out.push("Nothing beyond what all charts have.", "");
  const file = ["csv", "xlsx"].find((field) => namesBy(object, field));
  const example = find(bundles, path, { kind, of, file });
  if (example !== undefined && path.length > 0) out.push("```jsonc", short(example), "```", "");
  return out;
}

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const meaning = (schema) => schema.description ?? schema.items?.description ?? "";

function type(schema, path, context) {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined)
    return [...new Set(branches.map((branch) => type(branch, path, context)))].join(" or ");
  const targets = context.references[path.join(".")];
  if (targets !== undefined) {
    const ids = targets.filter((target) => target !== "part").map((target) => `\`${target}\``);
    return `${targets.includes("part") ? "name of a part, or " : ""}id of ${ids.join(", ")}`;
  }
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(", ");
  if (schema.type === "array") {
    const inner = type(schema.items, [...path, "*"], context);
    return `list of ${inner}${bounds(schema.minItems, schema.maxItems)}`;
  }
  if (schema.properties !== undefined) {
    const heading = context.named.get(schema) ?? titleOf(path, schema);
    return `[${heading}](#${anchor(heading)})`;
  }
  if (schema.type === "object") return "object with names of your own";
  if (schema.type === "integer") return `whole number${bounds(schema.minimum, schema.maximum)}`;
  if (schema.type === "number") return `number${bounds(schema.minimum, schema.maximum)}`;
  if (schema.type === "string") return text(schema);
  return schema.type === "boolean" ? "`true` or `false`" : String(schema.type);
}

const FORMS = [
  [/^\^\\d\{4\}-\\d\{2\}-\\d\{2\}\$$/, "date"],
  [/H\[12\]/, "period"],
  [/^\^\[A-Za-z\]\[A-Za-z0-9_-\]/, "id"],
  [/^\^\[A-Z\]\{3\}\$$/, "currency code"],
  [/^\^\(\[01\]/, "time"],
];

/** Sentences are what may hold markup and figures; the schema tells them by their length. */
function text(schema) {
  if (schema.format === "email") return "e-mail address";
  if (schema.format === "uri") return "link";
  const form = FORMS.find(([pattern]) => pattern.test(schema.pattern ?? ""));
  if (form !== undefined) return form[1];
  return schema.maxLength === SENTENCE ? "sentence" : `text${bounds(undefined, schema.maxLength)}`;
}
const SENTENCE = 2_000;

/** ", 1 to 5", ", at most 12"; nothing for bounds that only keep nonsense out. */
function bounds(least, most) {
  const low = least === undefined || Math.abs(least) >= 1e15 ? undefined : least;
  const high = most === undefined || Math.abs(most) >= 1e15 ? undefined : most;
  const number = (n) => n.toLocaleString("en-US");
  if (low !== undefined && high !== undefined) return `, ${number(low)} to ${number(high)}`;
  if (high !== undefined) return `, at most ${number(high)}`;
  return low === undefined ? "" : `, at least ${number(low)}`;
}

/** The first value at a path in the samples. */
function find(bundles, path, { kind, of, file }) {
  for (const bundle of bundles) {
    let found = [bundle];
    for (const step of path) {
      found = found.flatMap((value) => {
        if (typeof value !== "object" || value === null) return [];
        if (step === "*") return Array.isArray(value) ? value : [];
        if (step === "…") return Object.values(value);
        return value[step] === undefined || Array.isArray(value) ? [] : [value[step]];
      });
      if (of !== undefined && step === "*") found = found.filter((one) => (one.kind ?? of) === of);
    }
    const objects = found.filter(
      (value) =>
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        (file === undefined || Object.hasOwn(value, file)),
    );
    const wanted = kind === undefined ? objects[0] : objects.find((value) => value.kind === kind);
    if (wanted !== undefined) return wanted;
  }
  return undefined;
}

/** JSON in at most about 100 columns, long lists cut after two items. */
function short(value) {
  const cut = (part) => {
    if (Array.isArray(part)) {
      const kept = part
        .slice(0, part.some((item) => typeof item === "object" && item !== null) ? 2 : 4)
        .map(cut);
      return kept.length < part.length ? [...kept, ELLIPSIS] : kept;
    }
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, cut(child)]));
  };
  return layout(cut(value), 0).replaceAll(`"${ELLIPSIS}"`, "/* … */");
}
const ELLIPSIS = "\u2026more\u2026";

function layout(value, depth) {
  const flat = inline(value);
  if (flat.length + depth * 2 <= 100 || typeof value !== "object" || value === null) return flat;
  const pad = "  ".repeat(depth + 1);
  const close = "  ".repeat(depth);
  if (Array.isArray(value))
    return `[\n${value.map((item) => pad + layout(item, depth + 1)).join(",\n")}\n${close}]`;
  const fields = Object.entries(value).map(
    ([key, child]) => `${pad}${JSON.stringify(key)}: ${layout(child, depth + 1)}`,
  );
  return `{\n${fields.join(",\n")}\n${close}}`;
}

function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, child]) => `${JSON.stringify(key)}: ${inline(child)}`)
    .join(", ")} }`;
}
