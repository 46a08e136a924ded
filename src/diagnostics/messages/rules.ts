import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted, thereAre } from "../make.ts";

/** Messages about the settings of rules in a bundle. */

export const unknownRule = (
  at: At,
  code: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("rules/unknown", at, `There is no rule ${quoted(code)}.`, {
    why: "A setting for a rule that does not exist has no effect, and nobody notices.",
    hint: near === undefined ? thereAre(known) : `Did you mean ${quoted(near)}?`,
  });

export const ruleIsFirm = (at: At, code: string): Diagnostic =>
  error("rules/firm", at, `The rule ${quoted(code)} cannot be turned off.`, {
    why: "It protects people who are not in the room: their words and their contact details.",
    hint: "Correct what the rule finds, then remove this setting.",
  });
