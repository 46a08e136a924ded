import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted } from "../make.ts";

/** Messages about {{expressions}} in sentences. */

export const expressionSyntax = (at: At, expression: string, reason: string): Diagnostic =>
  error("text/expression-syntax", at, `${quoted(expression)} is not a complete expression: ${reason}.`, {
    hint: "Write {{churn.latest}}, with two braces on each side.",
  });

/** `written` has one brace on each side. */
export const expressionBraces = (at: At, written: string): Diagnostic => ({
  ...error(
    "text/expression-syntax",
    at,
    `${quoted(written)} has only one brace on each side and would be printed as it is.`,
    {
      hint: `Write {${written}}.`,
    },
  ),
  excerpt: written,
});

export const expressionUnknown = (
  at: At,
  name: string,
  nearest: string | undefined,
  absent?: string | undefined,
): Diagnostic => ({
  ...error(
    "text/unknown-figure",
    at,
    `There is no figure {{${name}}}${absent === undefined ? "" : `: ${absent}`}.`,
    {
      why: "An expression without a value would leave a gap in the sentence.",
      hint:
        nearest === undefined || absent !== undefined
          ? "`foredeck figures` lists all figures of a bundle."
          : `Did you mean {{${nearest}}}? \`foredeck figures\` lists them all.`,
    },
  ),
  excerpt: name,
});

export const expressionNotOne = (at: At, name: string, count: number): Diagnostic =>
  error("text/unknown-figure", at, `{{${name}}} stands for ${count} values, and a sentence needs one.`, {
    hint: "Add the series in a second pair of brackets: {{causes.[Late].[2026]}}.",
  });

export const expressionNoPlace = (
  at: At,
  name: string,
  key: string,
  near: string | undefined,
): Diagnostic => ({
  ...error(
    "text/unknown-figure",
    at,
    `{{${name}}} names a period or category that has no value: ${quoted(key)}.`,
    {
      why: "An expression without a value would leave a gap in the sentence.",
      hint:
        near === undefined ? "`foredeck figures` lists all figures of a bundle." : `Did you mean [${near}]?`,
    },
  ),
  excerpt: key,
});

export const expressionForbidden = (at: At, expression: string): Diagnostic =>
  error("text/expression-forbidden", at, `${quoted(expression)} is not just a figure.`, {
    why: "Expressions in sentences may only name figures: no blocks, partials or other program code.",
    hint: "Use a figure such as {{churn.latest}}, or one of the helpers fixed, plain, size, share, diff and list.",
  });

/** `field` is "quote", or the name of another field in which figures are not allowed. */
export const expressionMisplaced = (at: At, expression: string, field: string): Diagnostic => ({
  ...error(
    "text/figure-misplaced",
    at,
    field === "quote"
      ? `The quote contains ${expression}, but quotes are printed exactly as they were said.`
      : `The field ${quoted(field)} contains ${expression}, but figures are not allowed in it.`,
    {
      why: "The braces would be printed as they are.",
      hint:
        field === "quote"
          ? "Write the number as the speaker said it."
          : "Write the text without braces; figures are allowed only in sentences and names.",
    },
  ),
  excerpt: expression,
});

export const expressionHelper = (at: At, helper: string, expected: string): Diagnostic =>
  error("text/helper-arguments", at, `The helper ${quoted(helper)} does not take these arguments.`, {
    hint: `Write it as ${expected}.`,
  });

export const expressionTooLong = (at: At, limit: number): Diagnostic =>
  error(
    "text/too-long",
    at,
    `The sentence becomes longer than ${limit} characters once its figures are filled in.`,
    {
      hint: "Split it, or use fewer expressions.",
    },
  );

export const expressionUndefined = (at: At, helper: string, problem: "units" | "zero"): Diagnostic =>
  problem === "units"
    ? error(
        "text/helper-units",
        at,
        `The helper ${quoted(helper)} compares two figures of different units.`,
        {
          hint: "Use two figures of one unit.",
        },
      )
    : error("text/helper-zero", at, `The helper ${quoted(helper)} divides by a figure that is zero.`, {
        hint: "A share of zero does not exist; write the sentence without it.",
      });
