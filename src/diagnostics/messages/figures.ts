import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted } from "../make.ts";

/** Messages about numbers of the bundle that contradict each other. */

/** `given` and `sum` are written as in the deck; `difference` is the gap between them, with its sign. */
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
    `The steps of ${quoted(chart)} add up to ${sum} at ${quoted(label)}, but its value is ${given}.`,
    {
      why: "Readers add up what they see; a bridge that does not add up costs trust in every other number.",
      hint: `Correct the step that is off by ${difference}, or remove the value: the sum is then computed.`,
    },
  );

export const valuesNotRead = (at: At, metric: string, file: string): Diagnostic =>
  error("figures/values", at, `The values of ${quoted(metric)} were not read from ${quoted(file)}.`, {
    hint: "Read the bundle together with its files before you compute its figures.",
  });
