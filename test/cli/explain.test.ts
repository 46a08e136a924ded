import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHART_KINDS } from "../../src/charts/index.ts";
import { EXPLAIN, nothingToExplain } from "../../src/diagnostics/messages/explain.ts";
import { TROUBLES } from "../../src/diagnostics/messages/troubles.ts";
import { Bundle } from "../../src/model/bundle/index.ts";
import { RULES } from "../../src/rules/index.ts";
import { cli } from "./run.ts";

const explain = (...argv: readonly string[]) => cli("/", ["explain", ...argv]);

/** Text without the breaks of lines. */
const flat = (text: string): string => text.replaceAll(/\s+/g, " ");

test("of every rule says what it asks, why, how to mend it, and what it finds", async () => {
  for (const { code, asks, why, hint, source, examples } of RULES) {
    const { exit, out } = await explain(code);
    expect(exit, code).toBe(0);
    const text = flat(out);
    for (const part of [asks, why, hint, source]) expect(text, code).toContain(flat(part));
    const [found = ""] = Object.keys(examples.invalid);
    if (found !== "") expect(text, code).toContain(`{ ${JSON.stringify(found)}:`);
    expect(Math.max(...out.split("\n").map((line) => line.length)), code).toBeLessThanOrEqual(160);
  }
});

test("of every field, and of every kind of chart, says what it is", async () => {
  const names = [...Object.keys(Bundle.shape), ...Object.keys(CHART_KINDS).map((kind) => `charts.${kind}`)];
  for (const name of names) {
    const { exit, out } = await explain(name);
    expect([name, exit]).toEqual([name, 0]);
    expect(out.length, name).toBeGreaterThan(name.length + 10);
  }
  for (const { name, shows } of Object.values(CHART_KINDS))
    expect(flat((await explain(`charts.${name}`)).out)).toContain(`charts.${name}: ${shows}`);
});

test("of a field with several forms lists each with its own fields", async () => {
  const { out } = await explain("metrics[0].values");
  const forms = out.split("\n\n");
  expect(forms[1]).toMatch(/^a list; .*:\nperiod\*.*\n[\s\S]*\nhigh /);
  expect(forms[2]).toMatch(/^or values read from a CSV file[^\n]*:\ncsv\* /);
  expect(forms[3]).toMatch(/^or values read from an Excel workbook[^\n]*:\nxlsx\* /);
  expect(out).toContain(EXPLAIN.needed);
});

test("without a name lists the rules, and the fields of a bundle under its own name", async () => {
  const rules = (await explain()).out;
  for (const { code } of RULES) expect(rules).toMatch(new RegExp(`^${code}( |$)`, "m"));
  const fields = (await explain("bundle")).out;
  for (const name of Object.keys(Bundle.shape).filter((each) => each !== "$schema"))
    expect(fields).toMatch(new RegExp(`^${name}\\*?( |$)`, "m"));
});

const MESSAGES = join(import.meta.dirname, "..", "..", "src", "diagnostics", "messages");
/** Codes of all messages that the source has: what `calls` finds in it. */
const codesOf = (folder: string, calls: RegExp): readonly string[] => [
  ...new Set(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && name !== "troubles.ts")
      .flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(calls)])
      .map(([, code = ""]) => code),
  ),
];

test("says of every message what to do, or at least what it is about", async () => {
  const codes = codesOf(MESSAGES, /(?:error|warning|info|found)\(\s*"([a-z]+\/[a-z-]+)"/g);
  expect(codes.length).toBeGreaterThan(150);
  for (const code of codes) {
    const { exit, out } = await explain(code);
    expect([code, exit]).toEqual([code, 0]);
    expect(flat(out).length, code).toBeGreaterThan(60);
  }
});

test("names as troubles only messages that there are, each once, and says of them why and what to do", async () => {
  const known = new Set([...codesOf(MESSAGES, /"([a-z]+\/[a-z-]+)"/g), ...RULES.map(({ code }) => code)]);
  const named = Object.values(TROUBLES)
    .flat()
    .flatMap(({ codes }) => codes);
  expect(named.filter((code) => !known.has(code))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
  const { out } = await explain("bundle/wrong-type");
  expect(flat(out)).toContain("why The number stands in quotation marks");
  expect(flat(out)).toContain("mend Write the digits alone");
  const { message } = JSON.parse((await explain("json/syntax", "--json")).out) as {
    readonly message: Readonly<Record<string, string>>;
  };
  expect(Object.keys(message)).toEqual(["code", "says", "why", "mend"]);
});

test.each([
  ["money/reconsile", "money/reconcile"],
  ["gaols", "goals"],
  ["jsonn/syntax", "json/syntax"],
  ["ask.amount.cents", undefined],
  ["__proto__", undefined],
])("refuses %s, with what is near", async (name, near) => {
  const { exit, err } = await explain(name);
  const { what, hint } = nothingToExplain(name, near);
  expect(exit).toBe(2);
  expect(flat(err)).toContain(what);
  if (near !== undefined) expect(flat(err)).toContain(String(hint));
});

test("gives programs the same as JSON", async () => {
  const rule = JSON.parse((await explain("why/first", "--json")).out);
  expect(rule.rule).toMatchObject({
    code: "why/first",
    severity: expect.any(String),
    why: expect.any(String),
  });
  const field = JSON.parse((await explain("ask.by", "--json")).out);
  expect(field).toMatchObject({ version: 1, field: { path: "ask.by", says: expect.any(String), forms: [] } });
  expect(JSON.parse((await explain("--json")).out).rules).toHaveLength(RULES.length);
});
