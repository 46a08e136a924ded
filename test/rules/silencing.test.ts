import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { Bundle } from "../../src/model/bundle/index.ts";
import { check, RULES } from "../../src/rules/index.ts";
import { compile } from "./compiled.ts";
import { SOUND } from "./sound.ts";

type Rules = NonNullable<Bundle["rules"]>;
const because = "The board has asked for it so";
/** Without its complication the sound bundle breaks titles/story, a warning. */
const { complication: _, ...rest } = SOUND.why;
const checked = async (rules: Rules) => {
  const { findings, silenced } = await compile({ ...SOUND, why: rest, rules });
  return { findings: findings.map(({ code, severity }) => [code, severity]), silenced };
};

describe("a bundle and its rules", () => {
  test("a rule speaks with its own severity", async () => {
    expect(await checked({})).toEqual({ findings: [["titles/story", "warning"]], silenced: [] });
  });

  test("a bundle raises a rule", async () => {
    const { findings } = await checked({ "titles/story": { severity: "error", because } });
    expect(findings).toEqual([["titles/story", "error"]]);
  });

  test("a bundle lowers a rule", async () => {
    const { findings } = await compile({
      ...SOUND,
      plan: { next: [{ what: "Name the team" }] },
      rules: { "plan/next": { severity: "warning", because } },
    });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([["plan/next", "warning"]]);
  });

  test("what is silenced is listed with its reason", async () => {
    const { findings, silenced } = await checked({ "titles/story": { severity: "off", because } });
    expect(findings).toEqual([]);
    expect(silenced.map(({ code, because, findings }) => [code, because, findings.length])).toEqual([
      ["titles/story", because, 1],
    ]);
    expect(silenced[0]?.findings[0]?.place?.line).toBeGreaterThan(0);
  });

  test("a reason is required", () => {
    const bare = { ...SOUND, rules: { "titles/story": { severity: "off" } } };
    expect(Bundle.safeParse(bare).error?.issues.map(({ path }) => path.join("."))).toEqual([
      "rules.titles/story.because",
    ]);
    expect(
      Bundle.safeParse({ ...SOUND, rules: { "titles/story": { severity: "off", because: "" } } }).success,
    ).toBe(false);
  });

  test("an unknown rule is an error that names the nearest", async () => {
    const { findings } = await compile({ ...SOUND, rules: { "title/story": { severity: "off", because } } });
    const codes = RULES.map((rule) => rule.code);
    const expected = messages.unknownRule(
      { path: ["rules", "title/story"] },
      "title/story",
      "titles/story",
      codes,
    );
    expect(findings).toMatchObject([expected]);
    expect(findings[0]?.place?.line).toBeGreaterThan(0);
  });

  test("a setting for a rule that is not asked this time is no mistake", async () => {
    const bundle: Bundle = { ...SOUND, rules: { "read/dense": { severity: "off", because } } };
    const { figures, story, deck, pages } = await compile(bundle);
    const colour = () => "000000";
    const context = { replies: [], figures, story, deck, pages, colour, titleLines: () => 2 };
    const verdict = check({ bundle, written: bundle, ...context }, []);
    expect(verdict).toEqual({ findings: [], silenced: [], skipped: [] });
  });

  test("consent and leaks cannot be silenced, and speak all the same", async () => {
    expect(RULES.filter((rule) => rule.firm).map((rule) => rule.code)).toEqual([
      "quotes/consent",
      "deck/leak",
    ]);
    const { findings, silenced } = await compile({
      ...SOUND,
      subtitle: "See ~/trial.xlsx",
      rules: { "deck/leak": { severity: "off", because }, "quotes/consent": { severity: "off", because } },
    });
    expect(silenced).toEqual([]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["rules/firm", "error"],
      ["rules/firm", "error"],
      ["deck/leak", "warning"],
    ]);
  });
});
