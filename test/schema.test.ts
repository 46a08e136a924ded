import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import {
  fileSchema,
  type JsonSchema,
  PROJECT,
  partialSchema,
  publishedSchema,
  referencePage,
  SAMPLES,
  sharedSchema,
  THEME,
} from "../scripts/reference.mjs";
import type { Reach } from "../scripts/slides-page.mjs";
import { CONTRACT, templatesPage } from "../scripts/templates-page.mjs";
import { CHART_KINDS } from "../src/charts/index.ts";
import { ProjectSettings } from "../src/cli/project/settings.ts";
import * as templateMessages from "../src/diagnostics/messages/template.ts";
import { Currency, IsoDate, Name, Period, Ref, Sentence } from "../src/model/bundle/common.ts";
import { REFERENCES } from "../src/read/references.ts";
import { bundleSchema } from "../src/read/schema.ts";
import { learn } from "../src/template/learn.ts";
import { openTemplate } from "../src/template/open.ts";
import { TemplateContract } from "../src/theme/contract.ts";
import { Theme } from "../src/theme/theme.ts";
import { template } from "./template/build.ts";

const text = (name: string) => readFileSync(join(import.meta.dirname, "..", name), "utf8");
const schema = publishedSchema(bundleSchema);
const reach = JSON.parse(text("scripts/reach.json")) as Reach;

interface Node {
  readonly description?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly additionalProperties?: Node | boolean;
}

/** Fields that an editor could not explain; the tag of a union explains itself. */
function mute(node: Node, path: string): string[] {
  const fields = Object.entries(node.properties ?? {});
  return [
    ...fields
      .filter(
        ([, field]) =>
          (field.description ?? field.items?.description) === undefined && field.const === undefined,
      )
      .map(([key]) => `${path}.${key}`),
    ...fields.flatMap(([key, field]) => mute(field, `${path}.${key}`)),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((branch) => mute(branch, path)),
    ...(node.items === undefined ? [] : mute(node.items, `${path}[]`)),
    ...(typeof node.additionalProperties === "object" ? mute(node.additionalProperties, `${path}{}`) : []),
  ];
}

describe("what is generated from the schema (npm run generate)", () => {
  test("schema/foredeck.config.schema.json has not drifted, and explains every setting", () => {
    const published = publishedSchema(ProjectSettings, PROJECT);
    expect(text("schema/foredeck.config.schema.json")).toBe(
      `${JSON.stringify(sharedSchema(published), undefined, 2)}\n`,
    );
    expect(mute(published as Node, "")).toEqual([]);
  });

  test("schema/foredeck.theme.schema.json has not drifted, and takes the themes that come with Foredeck", () => {
    const published = publishedSchema(Theme, THEME);
    expect(text("schema/foredeck.theme.schema.json")).toBe(`${JSON.stringify(published, undefined, 2)}\n`);
    const validate = new Ajv().compile(published);
    for (const name of readdirSync(join(import.meta.dirname, "..", "themes")))
      expect([name, validate(JSON.parse(text(`themes/${name}`))), validate.errors]).toEqual([
        name,
        true,
        null,
      ]);
  });

  test("schema/foredeck.template.schema.json and docs/templates.md have not drifted, and explain every field", async () => {
    const contract = publishedSchema(TemplateContract, CONTRACT);
    const shared = sharedSchema(contract);
    expect(text("schema/foredeck.template.schema.json")).toBe(`${JSON.stringify(shared, undefined, 2)}\n`);
    expect(text("docs/templates.md")).toBe(templatesPage(contract, templateMessages));
    expect(mute(contract as Node, "")).toEqual([]);
    const opened = await openTemplate(template(), "lobby.potx");
    const validate = new Ajv().compile(shared);
    const learned = learn(opened, { path: "lobby.potx" }).contract;
    expect([validate(learned), validate.errors]).toEqual([true, null]);
    expect(validate({ ...learned, pages: {} })).toBe(false);
  });

  test("docs/templates.md explains every finding about a template", () => {
    const source = text("src/diagnostics/messages/template.ts");
    const codes = [...source.matchAll(/found\(\s*"([a-z-]+)"/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(15);
    const page = text("docs/templates.md");
    expect(codes.filter((code) => !page.includes(`### \`template/${code}\``))).toEqual([]);
  });

  test("schema/foredeck.schema.json has not drifted", () => {
    expect(text("schema/foredeck.schema.json")).toBe(`${JSON.stringify(fileSchema(schema), undefined, 2)}\n`);
    expect(text("schema/foredeck.partial.schema.json")).toBe(
      `${JSON.stringify(partialSchema(schema), undefined, 2)}\n`,
    );
  });

  test("an editor takes a bundle that extends another without its parts, and partial files with changes", () => {
    const accepts = (of: JsonSchema, value: unknown): boolean =>
      new Ajv({ unknownFormats: "ignore" }).compile(of)(value) === true;
    const whole = fileSchema(schema);
    expect(accepts(whole, { title: "Open on Sundays" })).toBe(false);
    expect(accepts(whole, { extends: "../company.json", title: "Open on Sundays" })).toBe(true);
    expect(accepts(whole, { extends: "../company.json", titel: "Open on Sundays" })).toBe(false);
    const partial = partialSchema(schema);
    for (const right of [
      { goals: [{ id: "use", name: "More visits" }] },
      { extends: ["a.json", "b.json"], goals: { use: null, rent: { name: "Rent" } }, confidentiality: null },
      { charts: [{ id: "c", message: "Visits have grown" }], stakeholders: null },
      { charts: { c: { kind: "bar", message: "Visits have grown" } } },
    ])
      expect(accepts(partial, right), JSON.stringify(right)).toBe(true);
    for (const wrong of [
      { goal: [] },
      { goals: { use: { nam: "x" } } },
      { charts: [{ id: "c", mesage: "V" }] },
    ])
      expect(accepts(partial, wrong), JSON.stringify(wrong)).toBe(false);
  });

  test("the shared schema is the same schema, each reference written out", () => {
    const shared = sharedSchema(schema);
    const { definitions, ...root } = shared;
    const written = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(written);
      if (typeof node !== "object" || node === null) return node;
      const reference = (node as { readonly $ref?: unknown }).$ref;
      if (typeof reference === "string")
        return written((definitions as JsonSchema)[reference.replace("#/definitions/", "")]);
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, written(value)]));
    };
    expect(written(root)).toEqual(schema);
    expect(JSON.stringify(shared).length).toBeLessThan(JSON.stringify(schema).length / 2);
  });

  test("an editor's validator takes the gallery by the shared schema, and misses no wrong field", () => {
    const validate = new Ajv({ unknownFormats: "ignore" }).compile(sharedSchema(schema));
    const sample: unknown = parse(text("samples/gallery.json"), [], { allowTrailingComma: true });
    expect(validate(sample) === true ? [] : validate.errors).toEqual([]);
    expect(validate({ ...(sample as object), charts: [{ id: "x", kind: "pie", message: "M" }] })).toBe(false);
  });

  test("docs/bundle.md has not drifted", () => {
    expect(text("docs/bundle.md")).toBe(referencePage(schema, REFERENCES, SAMPLES.map(text), reach));
  });

  test("docs/bundle.md gives every field a meaning, and every object the slides on which it is seen", () => {
    const sections = text("docs/bundle.md").split(/^## /m).slice(1);
    const rows = sections.flatMap((section) => [
      ...section.matchAll(/^\| `(\S+)` \| .* \| (?:yes)? \| (.*) \|$/gm),
    ]);
    expect(rows.length).toBeGreaterThan(700);
    const general = [Name, Ref, IsoDate, Period, Currency, Sentence].map(({ description }) => description);
    const empty = rows.filter(([, , meaning = ""]) => meaning === "" || general.includes(meaning));
    expect(empty.map(([row]) => row)).toEqual([]);
    const unseen = sections.filter((section) => !/^(?:Seen on: |It steers )/m.test(section));
    expect(unseen.map((section) => section.split("\n")[0])).toEqual(["bundle"]);
  });

  test.each(["tornado", "scatter", "bubble", "scorecard", "gantt"])(
    "docs/bundle.md has the data of a %s under a heading of their own",
    (kind) => {
      expect(text("docs/bundle.md")).toContain(`## charts[ ].data[ ], kind ${kind}\n`);
    },
  );

  test("every field carries a description", () => {
    expect(mute(schema as Node, "")).toEqual([]);
  });

  test("every kind of chart is in both", () => {
    const page = text("docs/bundle.md");
    const kinds = (
      (schema as unknown as { properties: { charts: { items: Node } } }).properties.charts.items.oneOf ?? []
    ).map((one) => one.properties?.["kind"]?.const);
    expect(kinds.sort()).toEqual(Object.keys(CHART_KINDS).sort());
    for (const kind of Object.keys(CHART_KINDS)) expect(page).toContain(`kind ${kind}\n`);
  });

  test("every link of the page leads to a heading of it", () => {
    const page = text("docs/bundle.md");
    const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^a-z0-9 _-]/g, "")
        .replaceAll(" ", "-"),
    );
    for (const [, target] of page.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors).toContain(target);
  });
});
