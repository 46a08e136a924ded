import { guards, runTest } from "../claims/index.ts";
import { holdsFalse } from "../diagnostics/messages/holds.ts";
import { localeOf } from "../locales/index.ts";
import type { Rule } from "./rule.ts";

export const claimsHold: Rule = {
  code: "claims/hold",
  severity: "error",
  on: "figures",
  reads: ["metrics", "charts", "investment", "options", "ask"],
  asks: "A claim that has tests (`holds`) passes them.",
  why: "Numbers move after a sentence is written. Whoever reads both sees it at once, and trusts neither.",
  hint: "Change the sentence to what the figures now say, or correct the figures; then change the test with it.",
  source: "Beck, Test-Driven Development: By Example",
  examples: {
    valid: {
      metrics: [
        {
          id: "wait",
          name: "Waiting time",
          unit: "days",
          source: "s",
          asOf: "2026-10-31",
          owner: "head",
          values: [
            { period: "2025", value: 12 },
            { period: "2026", value: 18 },
          ],
        },
      ],
      why: { statement: "Waiting has grown by half.", holds: ["about(wait.latest / wait.first, 1.5, 0.05)"] },
    },
    invalid: {
      metrics: [
        {
          id: "wait",
          name: "Waiting time",
          unit: "days",
          source: "s",
          asOf: "2026-10-31",
          owner: "head",
          values: [
            { period: "2025", value: 12 },
            { period: "2026", value: 11 },
          ],
        },
      ],
      why: { statement: "Waiting has grown by half.", holds: ["about(wait.latest / wait.first, 1.5, 0.05)"] },
    },
  },
  check: ({ bundle, figures }) => {
    const locale = localeOf(bundle.locale);
    return guards(bundle).flatMap(({ test, path, claim }) => {
      const outcome = runTest(test, figures, locale);
      if (outcome.kind !== "false") return [];
      const readings = outcome.readings.map(({ name, text }) => `${name} is ${text}`);
      return [{ what: holdsFalse(claim.text, test, readings), path }];
    });
  },
};
