import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHART_KINDS } from "../../src/charts/index.ts";
import { TOOLS } from "../../src/cli/mcp/tools.ts";
import { deskOf, runTool } from "../../src/cli/mcp/work.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { Bundle } from "../../src/model/bundle/index.ts";
import { startMemory } from "../../src/stages.ts";

/** Answers about the schema: every part can be asked for, and none is too long for a model to read. */
const desk = deskOf({ root: "/", mayWrite: false }, createNodeHost(), startMemory);
const part = (name: string) => runTool({ tool: "schema", input: { part: name } }, desk);
const FILE = join(import.meta.dirname, "..", "..", "schema", "foredeck.schema.json");
const whole = JSON.parse(readFileSync(FILE, "utf8")) as { readonly definitions: object };

test("every field, every type and every kind of chart has an answer of at most 12,000 letters", async () => {
  const names = [
    "",
    ...Object.keys(Bundle.shape),
    ...Object.keys(whole.definitions),
    ...Object.keys(CHART_KINDS).map((kind) => `charts.${kind}`),
  ];
  for (const name of names) {
    const { text, failed } = await part(name);
    expect([name, failed ?? false]).toEqual([name, false]);
    expect(text.length, name).toBeLessThan(12_000);
    expect(text.length, name).toBeGreaterThan(10);
  }
});

test("paths may be written as findings write them", async () => {
  const asked = ["metrics.values.period", "metrics[0].values[2].period", "metrics/values/period"];
  const answers = await Promise.all(asked.map(part));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.text).toContain("pattern");
});

test("what is not there is refused with what is", async () => {
  for (const [name, says] of [
    ["gaols", /Did you mean goals\?/],
    ["goals.contributions", /Did you mean contribution\?/],
    ["title.text", /has no part "title\.text"/],
    ["constructor", /has no part/],
    ["__proto__", /has no part/],
  ] as const)
    expect(await part(name)).toMatchObject({ failed: true, text: expect.stringMatching(says) });
});

test("every tool says what it does in words that it shares with no other", () => {
  expect(new Set(TOOLS.map(({ title }) => title)).size).toBe(TOOLS.length);
  expect(new Set(TOOLS.map(({ says }) => says)).size).toBe(TOOLS.length);
});
