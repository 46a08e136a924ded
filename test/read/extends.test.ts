import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { readBundle } from "../../src/read/index.ts";
import { encode, LEAST, type refused, said } from "./bundles.ts";

const text = (value: unknown): string => JSON.stringify(value, undefined, 2);
const PROJECT = { "work/foredeck.config.json": "{}" };

/** Reads work/decks/b.json in a project with other files. */
const read = (bundle: object, files: Readonly<Record<string, string>> = {}) =>
  readBundle(encode(text(bundle)), "decks/b.json", createMemoryHost({ ...PROJECT, ...files }), "work/decks");
/** What is wrong with it. */
async function wrong(bundle: object, files: Readonly<Record<string, string>> = {}) {
  const problem = await read(bundle, files).then(
    () => undefined,
    (cause: { readonly diagnostics: Awaited<ReturnType<typeof refused>> }) => cause.diagnostics,
  );
  if (problem === undefined) throw new Error("the bundle was accepted");
  return problem;
}

const { goals, stakeholders, ...OWN } = LEAST;
const COMPANY = text({
  $schema: "./foredeck.partial.schema.json",
  organisation: "Bryn Library",
  confidentiality: "Internal",
  contact: { name: "Sian Prothero", role: "Head" },
  goals: [
    { id: "use", name: "More visits" },
    { id: "rent", name: "Lower rent" },
  ],
  stakeholders,
  sources: [{ id: "gate", name: "Counter at the gate" }],
});

describe("a bundle that extends a file", () => {
  test("has what that file has, merged by field and by id; its own comes first, and paths lead to its own text", async () => {
    const { bundle, files, sourceMap } = await read(
      {
        extends: "../company.json",
        ...OWN,
        contact: { role: "Head of the library" },
        goals: [
          { id: "new", name: "New readers" },
          { id: "rent", name: "Rent falls by a tenth" },
        ],
      },
      { "work/company.json": COMPANY },
    );
    expect(bundle).toEqual({
      ...OWN,
      organisation: "Bryn Library",
      confidentiality: "Internal",
      contact: { name: "Sian Prothero", role: "Head of the library" },
      goals: [
        { id: "new", name: "New readers" },
        { id: "rent", name: "Rent falls by a tenth" },
        { id: "use", name: "More visits" },
      ],
      stakeholders,
      sources: [{ id: "gate", name: "Counter at the gate" }],
    });
    expect(files).toEqual(["../foredeck.config.json", "../company.json"]);
    expect(sourceMap.value(["goals", 1, "name"])).toMatchObject({ file: "decks/b.json" });
    expect(sourceMap.value(["goals", 2, "name"])).toMatchObject({ file: "company.json", line: 12 });
    expect(sourceMap.value(["contact", "name"])).toMatchObject({ file: "company.json", line: 6 });
    expect(sourceMap.value(["contact", "role"])).toMatchObject({ file: "decks/b.json" });
    expect(sourceMap.field(["organisation"])).toMatchObject({ file: "company.json", line: 3 });
  });

  test("takes the later of several files, and what those extend below them", async () => {
    const { bundle, files } = await read(
      { extends: ["../company.json", "unit.json"], ...OWN },
      {
        "work/company.json": COMPANY,
        "work/decks/unit.json": text({ extends: "../group.json", organisation: "North unit" }),
        "work/group.json": text({ organisation: "Group", currency: "GBP", confidentiality: "Secret" }),
      },
    );
    expect(bundle).toMatchObject({ organisation: "North unit", currency: "GBP", confidentiality: "Secret" });
    expect(files).toEqual(["../foredeck.config.json", "../company.json", "unit.json", "../group.json"]);
  });

  test("removes by null, and items of lists by id, in their order", async () => {
    const { bundle } = await read(
      {
        extends: "../company.json",
        ...OWN,
        confidentiality: null,
        sources: null,
        goals: { use: null, rent: { name: "Rent falls" } },
      },
      { "work/company.json": COMPANY },
    );
    expect(bundle.goals).toEqual([{ id: "rent", name: "Rent falls" }]);
    expect(bundle).not.toHaveProperty("confidentiality");
    expect(bundle).not.toHaveProperty("sources");
  });

  test("replaces lists whose items have no ids", async () => {
    const visits = (values: object[]) => [{ id: "visits", name: "Visits", values }];
    const now = [
      { period: "2026-Q1", value: 10 },
      { period: "2026-Q2", value: null },
    ];
    const { bundle } = await read(
      { extends: "base.json", title: "Open on Mondays", metrics: [{ id: "visits", values: now }] },
      {
        "work/decks/base.json": text({ ...LEAST, metrics: visits([{ period: "2025-Q4", value: 1 }]) }),
      },
    );
    expect(bundle).toMatchObject({ title: "Open on Mondays", metrics: visits(now) });
  });

  test("reads the files that an extended file names from that file's folder", async () => {
    const { bundle, files } = await read(
      { extends: "../shared/company.json", ...OWN },
      {
        "work/shared/company.json": text({
          goals,
          stakeholders,
          metrics: [
            { id: "gate", name: "At the gate", values: { csv: "gate.csv", period: "p", value: "v" } },
          ],
        }),
        "work/shared/gate.csv": "p,v\n2026-01,3\n2026-02,x\n".replace("x", "4"),
      },
    );
    expect(bundle.metrics?.map(({ id }) => id)).toEqual(["visits", "gate"]);
    expect(files).toEqual(["../foredeck.config.json", "../shared/company.json", "../shared/gate.csv"]);
    const found = await wrong(
      { extends: "../shared/company.json", ...OWN },
      {
        "work/shared/company.json": text({
          goals,
          stakeholders,
          metrics: [
            { id: "gate", name: "At the gate", values: { csv: "gate.csv", period: "p", value: "v" } },
          ],
        }),
        "work/shared/gate.csv": "p,v\n2026-01,3\n2026-02,x\n",
      },
    );
    expect(found[0]?.place).toMatchObject({ file: "shared/gate.csv", line: 3 });
  });
});

describe("what cannot be extended", () => {
  test("is named by both files: what is missing, outside the project, broken, no object", async () => {
    const at = { path: ["extends"], place: { file: "decks/b.json", line: 2, column: 14 } };
    const missing = await wrong({ extends: "../firm.json", ...OWN });
    expect(said(missing)).toEqual(said([messages.extendsUnread(at, "../firm.json", "ENOENT", 1)]));
    expect(missing[0]?.place).toMatchObject({ file: "decks/b.json", line: 2 });
    const outside = await wrong({ extends: "../../firm.json", ...OWN });
    expect(said(outside)).toEqual(said([messages.extendsUnread(at, "../../firm.json", "EOUTSIDE", 1)]));
    const [broken] = await wrong({ extends: "../firm.json", ...OWN }, { "work/firm.json": '{ "goals": [' });
    expect(broken?.place).toMatchObject({ file: "firm.json", line: 1 });
    const [list] = await wrong({ extends: "../firm.json", ...OWN }, { "work/firm.json": "[]" });
    expect(said([list as never])).toEqual(said([messages.extendsNoObject({}, "firm.json")]));
  });

  test("is a circle, with its files in order", async () => {
    const found = await wrong(
      { extends: "../a.json", ...OWN },
      { "work/a.json": text({ extends: "z.json" }), "work/z.json": text({ extends: "./a.json" }) },
    );
    expect(said(found)).toEqual(said([messages.extendsCircle({}, ["a.json", "z.json", "a.json"])]));
    expect(found[0]?.place).toMatchObject({ file: "z.json", line: 2 });
    const itself = await wrong({ extends: "./b.json", ...OWN });
    expect(said(itself)).toEqual(said([messages.extendsCircle({}, ["decks/b.json", "decks/b.json"])]));
  });

  test("is an item that the file does not have, with the nearest one", async () => {
    const found = await wrong(
      { extends: "../company.json", ...OWN, goals: { ues: null } },
      { "work/company.json": COMPANY },
    );
    expect(said(found)).toEqual(
      said([messages.extendsUnknownItem({}, "ues", "company.json", "use", ["use", "rent"])]),
    );
    expect(found[0]?.place?.file).toBe("decks/b.json");
  });

  test("null that removes what something refers to names the file that does", async () => {
    const found = await wrong(
      { extends: "../company.json", ...OWN, stakeholders: null },
      { "work/company.json": COMPANY },
    );
    expect(said(found)).toEqual(
      said([messages.removedReference({}, "head", { file: "decks/b.json", line: 30, column: 1 })]),
    );
  });

  test("an id that two files give to two things names the other file", async () => {
    const found = await wrong(
      {
        extends: "../company.json",
        ...OWN,
        charts: [
          {
            id: "use",
            kind: "bar",
            message: "Visits have grown",
            data: [
              { label: "A", value: 1 },
              { label: "B", value: 2 },
            ],
          },
        ],
      },
      { "work/company.json": COMPANY },
    );
    const place = { file: "decks/b.json", line: 1, column: 1 };
    expect(said(found)).toEqual(
      said([messages.duplicateId({ place }, "use", "a goal", { file: "company.json", line: 11, column: 1 })]),
    );
  });

  test("what is wrong in an extended file is told there", async () => {
    const found = await wrong(
      { extends: "../company.json", ...OWN },
      { "work/company.json": COMPANY.replace('"Head"', "7") },
    );
    expect(found.map(({ place }) => `${place?.file}:${place?.line}`)).toEqual(["company.json:7"]);
  });
});
