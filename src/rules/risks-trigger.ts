import type { Rule } from "./rule.ts";

const FIELDS = ["mitigation", "owner", "trigger"] as const;

export const risksTrigger: Rule = {
  code: "risks/trigger",
  severity: "warning",
  on: "bundle",
  asks: "Every risk says what is done about it, who watches it, and what shows that it is happening.",
  why: "A risk without a trigger is noticed when it is too late to act on it.",
  hint: "Add the field; a trigger is something that can be observed by a day.",
  source: "Klein, Performing a Project Premortem, 2007",
  examples: {
    valid: {
      risks: [
        {
          risk: "It is late",
          likelihood: 2,
          impact: 3,
          mitigation: "Two suppliers",
          owner: "head",
          trigger: "No parts by March",
        },
      ],
    },
    invalid: {
      risks: [{ risk: "It is late", likelihood: 2, impact: 3, mitigation: "Two suppliers", owner: "head" }],
    },
  },
  check: ({ bundle }) =>
    (bundle.risks ?? []).flatMap((risk, n) =>
      FIELDS.filter((field) => risk[field] === undefined).map((field) => ({
        what: `A risk has no ${field}: ${risk.risk}`,
        path: ["risks", n],
      })),
    ),
};
