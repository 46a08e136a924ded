import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { askComplete } from "./ask-complete.ts";
import { figuresSourced } from "./figures-sourced.ts";
import { goalsLinked } from "./goals-linked.ts";
import { quotesConsent } from "./quotes-consent.ts";
import { risksTrigger } from "./risks-trigger.ts";
import { type Checked, type Rule, toDiagnostic } from "./rule.ts";

export type { Checked, Finding, Rule } from "./rule.ts";

/** Every rule, in the order of the argument. To add one: a file, and a line here. */
export const RULES: readonly Rule[] = [askComplete, goalsLinked, figuresSourced, quotesConsent, risksTrigger];

/** What the rules find, in their order. */
export const check = (checked: Checked, rules: readonly Rule[] = RULES): readonly Diagnostic[] =>
  rules.flatMap((rule) => rule.check(checked).map((finding) => toDiagnostic(rule, finding)));
