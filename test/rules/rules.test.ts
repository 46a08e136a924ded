import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import type { Reply } from "../../src/model/replies.ts";
import { RULES, type Rule } from "../../src/rules/index.ts";
import type { Checked, Finding } from "../../src/rules/rule.ts";
import { compile } from "./compiled.ts";
import { SOUND } from "./sound.ts";

/** Rules that look at the bundle alone see nothing else, save what readers answered. */
const bundleOnly = (bundle: Bundle, replies: readonly Reply[]): Checked =>
  new Proxy({ bundle, written: bundle, replies } as Checked, {
    get: (target, key) => {
      if (key === "bundle" || key === "written" || key === "replies") return target[key];
      throw new Error(`a rule on the bundle looked at ${String(key)}`);
    },
  });

const found = async (
  rule: Rule,
  example: Partial<Bundle>,
  replies: readonly Reply[] = [],
): Promise<readonly Finding[]> => {
  const bundle = { ...SOUND, ...example };
  if (rule.on === "bundle") return rule.check(bundleOnly(bundle, replies));
  const compiled = await compile(bundle);
  return compiled.findings.filter((finding) => finding.code === rule.code);
};

test("no rule finds anything in the sound bundle", async () => {
  const { findings, diagnostics } = await compile(SOUND, {});
  expect(findings.map(({ code, what }) => [code, what])).toEqual([]);
  expect(diagnostics).toEqual([]);
});

test("a title that is mostly in letters of no language that rules know is not called a topic", async () => {
  const rule = RULES.find(({ code }) => code === "titles/sentence");
  if (rule === undefined) throw new Error("no rule of titles");
  const data = [{ label: "A", value: 1 }];
  const named = (message: string) => found(rule, { charts: [{ id: "c", kind: "bar", message, data }] });
  expect(await named("الزيارات أعلى في الشمال KPI")).toEqual([]);
  expect(await named("売上は北で高い")).toEqual([]);
  expect(await named("Visits by branch")).toHaveLength(1);
});

describe.each(RULES.map((rule) => [rule.code, rule] as const))("%s", (_code, rule) => {
  test("says nothing about its valid example", async () => {
    expect(await found(rule, rule.examples.valid, rule.examples.replies?.valid)).toEqual([]);
  });

  test("finds its invalid example, with a place", async () => {
    const findings = await found(rule, rule.examples.invalid, rule.examples.replies?.invalid);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding.what).toMatch(/^\P{Ll}.*[.:)]|: .+$/su);
      expect(finding.path ?? finding.page).toBeDefined();
    }
  });

  test("explains itself", () => {
    for (const sentence of [rule.asks, rule.why, rule.hint, rule.source])
      expect(sentence.length).toBeGreaterThan(10);
    for (const sentence of [rule.asks, rule.why, rule.hint]) expect(sentence).toMatch(/\.$/);
  });
});

test("every rule file is registered, once", () => {
  const files = readdirSync(join(import.meta.dirname, "..", "..", "src", "rules")).filter(
    (name) => name.includes("-") && name.endsWith(".ts"),
  );
  expect(RULES.map((rule) => `${rule.code.replace("/", "-")}.ts`).sort()).toEqual(files.sort());
});
