import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { sarif } from "../../../src/diagnostics/reporters/sarif.ts";
import { NASTY, PLAIN, REPORT } from "./report.ts";

/** The schema of SARIF 2.1.0 (rtm.5) as its makers publish it in a package of their own, and a validator of others. */
const require = createRequire(import.meta.url);
const schema = JSON.parse(
  readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
) as object;
const ajv = new Ajv({ schemaId: "auto", allErrors: true, meta: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json") as object);
const validate = ajv.compile(schema);
const problemsOf = (text: string): unknown => {
  validate(JSON.parse(text));
  return validate.errors ?? [];
};

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations?: readonly {
    readonly physicalLocation?: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: object;
    };
    readonly logicalLocations?: readonly object[];
  }[];
  readonly suppressions?: readonly object[];
}
const run = (text: string) =>
  (
    JSON.parse(text) as {
      runs: { tool: { driver: { version?: string; rules: { id: string }[] } }; results: Result[] }[];
    }
  ).runs[0];

test("is valid by the published schema, with findings and without", () => {
  expect(problemsOf(sarif(REPORT, PLAIN))).toEqual([]);
  expect(problemsOf(sarif({ ...REPORT, bundles: [], findings: [] }, PLAIN))).toEqual([]);
  expect(problemsOf('{ "version": "2.1.0", "runs": [{ "tool": {} }] }')).not.toEqual([]);
});

test("describes every rule, and every result names its own", () => {
  const { tool, results } = run(sarif(REPORT, PLAIN)) ?? { tool: { driver: { rules: [] } }, results: [] };
  const ids = tool.driver.rules.map(({ id }) => id);
  expect(ids.slice(0, REPORT.rules.length)).toEqual(REPORT.rules.map(({ code }) => code));
  expect(results.map(({ ruleId }) => ruleId)).toEqual([
    ...["ask/complete", "chart/form", "csv/cell", "json/syntax", "cli/max-warnings", "read/time"],
  ]);
  for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId);
});

test("points at file, line and column, at the JSON path and at the slide", () => {
  const [ask, chart, csv] = run(sarif(REPORT, PLAIN))?.results ?? [];
  expect(ask?.message.text).toBe(`${NASTY}\nWhy it matters.\nMend it.`);
  expect(ask?.locations?.[0]?.physicalLocation).toMatchObject({
    artifactLocation: { uri: "in/a%20b.json" },
    region: { startLine: 12, startColumn: 5, endColumn: 9 },
  });
  expect(ask?.locations?.[0]?.logicalLocations).toEqual([{ fullyQualifiedName: "ask.by", kind: "member" }]);
  expect(chart?.level).toBe("warning");
  expect(chart?.locations?.[0]?.logicalLocations).toContainEqual({
    name: "Sales, up",
    fullyQualifiedName: "slide 7",
    kind: "resource",
  });
  expect(csv?.locations?.[0]?.physicalLocation?.artifactLocation.uri).toBe("in/data/x.csv");
});

test("what is silenced is suppressed, with its reason", () => {
  const silenced = run(sarif(REPORT, PLAIN))?.results.filter(
    ({ suppressions }) => suppressions !== undefined,
  );
  expect(silenced).toMatchObject([
    {
      ruleId: "read/time",
      suppressions: [{ kind: "inSource", justification: expect.stringContaining("long form") }],
    },
  ]);
});
