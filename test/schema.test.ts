import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publishedSchema, referencePage, SAMPLES } from "../scripts/reference.mjs";
import { CHART_KINDS } from "../src/charts/index.ts";
import { REFERENCES } from "../src/read/references.ts";
import { bundleSchema } from "../src/read/schema.ts";

const text = (name: string) => readFileSync(join(import.meta.dirname, "..", name), "utf8");
const schema = publishedSchema(bundleSchema);

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
  test("schema/foredeck.schema.json has not drifted", () => {
    expect(text("schema/foredeck.schema.json")).toBe(`${JSON.stringify(schema, undefined, 2)}\n`);
  });

  test("docs/bundle.md has not drifted", () => {
    expect(text("docs/bundle.md")).toBe(referencePage(schema, REFERENCES, SAMPLES.map(text)));
  });

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
