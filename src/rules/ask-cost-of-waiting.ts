import { exampleAsk } from "./facts/examples.ts";
import { isNothing } from "./facts/options.ts";
import type { Rule } from "./rule.ts";

export const askCostOfWaiting: Rule = {
  code: "ask/cost-of-waiting",
  severity: "warning",
  on: "bundle",
  reads: ["options.*", "purpose"],
  asks: "The cost of waiting or of doing nothing is a number, or is said to be unknown.",
  why: "Not deciding is the easiest decision as long as it seems to cost nothing.",
  hint: 'Add ask.waiting with a figure, or give doing nothing its cost in numbers; write "waiting": "unknown" when nobody knows.',
  source: "Reinertsen, The Principles of Product Development Flow: cost of delay",
  examples: {
    valid: {
      ask: exampleAsk({ amount: "none", waiting: "Each month of waiting loses 40 customers" }),
    },
    invalid: {
      ask: exampleAsk({ amount: "none", waiting: "Customers leave" }),
    },
  },
  check: ({ bundle }) => {
    const { ask, options = [], purpose = "decide" } = bundle;
    if (purpose !== "decide" || ask === undefined) return [];
    const told = options.filter(isNothing).flatMap(({ benefit, risk, why }) => [benefit, risk, why]);
    const texts = [ask.waiting, ...told].filter((text) => text !== undefined);
    if (texts.some((text) => /\p{Nd}/u.test(text) || /\bunknown\b/i.test(text))) return [];
    return [
      ask.waiting === undefined
        ? { what: "Nothing says what waiting costs.", path: ["ask"] }
        : { what: `What waiting costs has no number in it: ${ask.waiting}`, path: ["ask", "waiting"] },
    ];
  },
};
