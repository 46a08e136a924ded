import type { RuleFacts } from "../../diagnostics/reporters/reporter.ts";
import { RULES } from "../../rules/index.ts";

/** The rules as reporters know them. */
export const RULE_FACTS: readonly RuleFacts[] = RULES.map((rule) => ({
  code: rule.code,
  severity: rule.severity,
  asks: rule.asks,
  why: rule.why,
  hint: rule.hint,
  source: rule.source,
}));
