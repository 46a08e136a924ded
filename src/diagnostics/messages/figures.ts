import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted } from "../make.ts";

/** Numbers of the bundle that contradict each other. */

/** `given` and `sum` are as the deck prints them; `difference` is what is missing, with its sign. */
export const stepsDoNotSum = (
  at: At,
  chart: string,
  label: string,
  given: string,
  sum: string,
  difference: string,
): Diagnostic =>
  error(
    "figures/sum",
    at,
    `The steps of ${quoted(chart)} sum to ${sum} at ${quoted(label)}, but ${given} is given.`,
    {
      why: "Readers add up what they see; a bridge that does not add up costs the trust in every other number.",
      hint: `Mend the step that is ${difference} off, or leave the value out: then the sum is computed.`,
    },
  );

export const valuesNotRead = (at: At, metric: string, file: string): Diagnostic =>
  error("figures/values", at, `The values of ${quoted(metric)} were not read from ${quoted(file)}.`, {
    hint: "Read the bundle with its files before its figures are computed.",
  });
