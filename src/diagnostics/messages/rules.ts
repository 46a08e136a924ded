import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted, thereAre } from "../make.ts";

/** What a bundle may not say about the rules themselves. */

export const unknownRule = (
  at: At,
  code: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("rules/unknown", at, `There is no rule ${quoted(code)}.`, {
    why: "A setting for a rule that does not exist changes nothing, and nobody notices.",
    hint: near === undefined ? thereAre(known) : `Did you mean ${quoted(near)}?`,
  });

export const ruleIsFirm = (at: At, code: string): Diagnostic =>
  error("rules/firm", at, `The rule ${quoted(code)} cannot be silenced.`, {
    why: "It protects people who are not in the room: what they said, and where they can be reached.",
    hint: "Mend what the rule finds, then remove this setting.",
  });
