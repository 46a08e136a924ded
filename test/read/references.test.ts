import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { REFERENCES } from "../../src/read/references.ts";
import { bundleSchema } from "../../src/read/schema.ts";
import { LEAST, refused, said } from "./bundles.ts";

interface Schema {
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Paths of everything that has the form of an id, save the ids themselves. */
function references(schema: Schema, path: readonly string[] = []): string[] {
  const below = [
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((branch) => references(branch, path)),
    ...(schema.items === undefined ? [] : references(schema.items, [...path, "*"])),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, child]) => references(child, [...path, key])),
  ];
  const own = schema.pattern?.startsWith("^[A-Za-z][A-Za-z0-9_-]") === true && path.at(-1) !== "id";
  return own ? [path.join("."), ...below] : below;
}

test("every reference of the schema is in the table, and nothing else", () => {
  const found = references(z.toJSONSchema(bundleSchema, { io: "input" }) as Schema);
  expect(Object.keys(REFERENCES).sort()).toEqual([...new Set(found)].sort());
});

describe("a reference", () => {
  const objection = (id: string, attacks: string[]) => ({
    id,
    objection: "Too dear",
    answer: "It is not",
    attacks,
  });

  test("to nothing names the nearest id of the right kind", async () => {
    const found = await refused({
      ...LEAST,
      goals: [{ id: "use", name: "More", metric: "vists", owner: "visits" }],
    });
    expect(said(found)).toEqual([
      messages.missingReference({}, "vists", "a metric", "visits", ["visits"]),
      messages.wrongReference({}, "visits", "a metric", "a stakeholder", undefined),
    ]);
  });

  test("may name a part of the bundle only where that is there", async () => {
    const found = await refused({ ...LEAST, objections: [objection("o", ["ask", "why"])] });
    expect(found.map((d) => d.code)).toEqual(["bundle/missing-reference"]);
  });

  test("stands once in a list", async () => {
    const found = await refused({ ...LEAST, objections: [objection("o", ["why", "why"])] });
    expect(said(found)).toEqual([messages.repeatedReference({}, "why")]);
  });

  test("does not lead back to where it stands", async () => {
    expect(said(await refused({ ...LEAST, objections: [objection("o", ["o"])] }))).toEqual([
      messages.selfReference({}, "o"),
    ]);
    const three = [objection("a", ["b"]), objection("b", ["c"]), objection("c", ["a"])];
    expect(said(await refused({ ...LEAST, objections: three }))).toEqual([
      messages.circularReference({}, ["a", "b", "c", "a"]),
      messages.circularReference({}, ["b", "c", "a", "b"]),
      messages.circularReference({}, ["c", "a", "b", "c"]),
    ]);
  });

  test("to an objection that leads nowhere is merely wrong", async () => {
    const [one] = await refused({ ...LEAST, objections: [objection("a", ["b"]), objection("b", ["why"])] });
    expect(one?.code).toBe("bundle/wrong-reference");
  });
});

describe("an id", () => {
  test("is taken once, whatever it names", async () => {
    const found = await refused({ ...LEAST, sources: [{ id: "visits", name: "Door counter" }] });
    // Sources are collected before metrics, so the metric, which stands first in the file, is the second.
    expect(found).toHaveLength(1);
    expect(found[0]?.code).toBe("bundle/duplicate-id");
  });

  test.each(["ask", "why", "investment", "plan"])("is not %s", async (id) => {
    expect(said(await refused({ ...LEAST, sources: [{ id, name: "x" }] }))).toEqual([
      messages.reservedId({}, id),
    ]);
  });
});
