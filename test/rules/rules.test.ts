import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { type Checked, RULES, type Rule } from "../../src/rules/index.ts";

/** A small sound bundle that the examples are laid over. */
const SOUND: Bundle = {
  title: "Try it",
  purpose: "inform",
  why: { statement: "Waiting costs." },
  goals: [{ id: "g", name: "Cut waiting", metric: "wait" }],
  stakeholders: [
    { id: "head", name: "Ann", role: "Head" },
    { id: "lead", name: "Bo", role: "Lead" },
  ],
  sources: [{ id: "s", name: "Register" }],
  metrics: [
    {
      id: "wait",
      name: "Waiting",
      unit: "days",
      source: "s",
      asOf: "2026-10-31",
      owner: "head",
      values: [{ period: "2026", value: 4 }],
    },
  ],
  quotes: [{ id: "q", from: "head", date: "2026-10-01", permission: "named", text: "Do it." }],
};

/** Rules that look at the bundle alone see nothing else. */
const bundleOnly = (bundle: Bundle): Checked =>
  new Proxy({ bundle } as Checked, {
    get: (target, key) => {
      if (key !== "bundle") throw new Error(`a rule on the bundle looked at ${String(key)}`);
      return target.bundle;
    },
  });

const findings = (rule: Rule, example: Partial<Bundle>) =>
  rule.check(
    bundleOnly({ ...SOUND, ...(rule.code === "ask/complete" ? { purpose: "decide" } : {}), ...example }),
  );

describe.each(RULES.map((rule) => [rule.code, rule] as const))("%s", (_code, rule) => {
  test("says nothing about its valid example", () => {
    expect(findings(rule, rule.examples.valid)).toEqual([]);
  });

  test("finds its invalid example, with a place", () => {
    const found = findings(rule, rule.examples.invalid);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      expect(finding.what).toMatch(/\S/);
      expect(finding.path ?? finding.page).toBeDefined();
    }
  });

  test("explains itself", () => {
    for (const sentence of [rule.asks, rule.why, rule.hint, rule.source])
      expect(sentence.length).toBeGreaterThan(10);
  });
});

test("every rule file is registered, once", () => {
  const files = readdirSync(join(import.meta.dirname, "..", "..", "src", "rules")).filter(
    (name) => !["index.ts", "rule.ts"].includes(name),
  );
  expect(RULES.map((rule) => `${rule.code.replace("/", "-")}.ts`).sort()).toEqual(files.sort());
});
