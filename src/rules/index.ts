import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ruleIsFirm, unknownRule } from "../diagnostics/messages/check.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { SilencedRule } from "../diagnostics/reporters/reporter.ts";
import { languageOf } from "./languages/index.ts";
import { RULES } from "./registry.ts";
import { type Checked, type Rule, toDiagnostic } from "./rule.ts";

export type { SilencedRule } from "../diagnostics/reporters/reporter.ts";
export { RULES } from "./registry.ts";
export type { Checked, Finding, Rule } from "./rule.ts";

export interface Verdict {
  readonly findings: readonly Diagnostic[];
  readonly silenced: readonly SilencedRule[];
  /** Rules that read language and lack some words of the deck's: they said nothing, or less, about its text. */
  readonly skipped: readonly string[];
}

/**
 * Returns the findings of the rules, in their order, with the severities that the bundle gives them. A
 * setting for a rule that does not exist, or that silences one that may not be silenced, is an error of its
 * own.
 */
export function check(checked: Checked, rules: readonly Rule[] = RULES): Verdict {
  const { rules: settings = {} } = checked.bundle;
  // Where some rules are left out, because a stage did not come so far, their settings are right all the same.
  const findings: Diagnostic[] = [...refused(settings, [...new Set([...RULES, ...rules])])];
  const silenced: SilencedRule[] = [];
  for (const rule of rules) {
    const setting = Object.hasOwn(settings, rule.code) ? settings[rule.code] : undefined;
    const off = setting?.severity === "off";
    const severity = setting === undefined || setting.severity === "off" ? undefined : setting.severity;
    const found = rule.check(checked).map((finding) => toDiagnostic(rule, finding, severity));
    if (off && rule.firm !== true)
      silenced.push({ code: rule.code, because: setting.because, findings: found });
    else findings.push(...found);
  }
  const language = languageOf(checked.bundle);
  const lacks = ({ needs = [] }: Rule): boolean =>
    language === undefined || needs.some((words) => language[words] === undefined);
  const skipped = rules.filter((rule) => rule.heuristic === true && lacks(rule)).map((rule) => rule.code);
  return { findings, silenced, skipped };
}

/** Parts of the bundle that the findings of a code rest on, beside the place that they name. */
export function restsOn(code: string): readonly string[] {
  const rule = RULES.find((each) => each.code === code);
  return [...(rule?.reads ?? []), ...(rule?.heuristic === true ? ["locale"] : [])];
}

type Settings = NonNullable<Checked["bundle"]["rules"]>;

const refused = (settings: Settings, rules: readonly Rule[]): readonly Diagnostic[] =>
  Object.entries(settings).flatMap(([code, { severity }]) => {
    const rule = rules.find((each) => each.code === code);
    const at = { path: ["rules", code] };
    const codes = rules.map((each) => each.code);
    if (rule === undefined) return [unknownRule(at, code, nearest(code, codes), codes)];
    return rule.firm === true && severity === "off" ? [ruleIsFirm(at, code)] : [];
  });
