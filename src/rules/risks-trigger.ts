import { quoted } from "../diagnostics/make.ts";
import type { Finding, Rule } from "./rule.ts";

const FIELDS = ["mitigation", "owner", "trigger"] as const;
/** Likelihood times impact from which a risk is high; the same as the risk slide colours. */
const HIGH = 12;

export const risksTrigger: Rule = {
  code: "risks/trigger",
  severity: "warning",
  on: "bundle",
  reads: ["risks"],
  asks: "Every risk says what is done about it, who watches it, and what shows that it is happening; at least one high risk is shown.",
  why: "A risk without a trigger is noticed when it is too late to act on it; a deck without a high risk is not believed.",
  hint: "Add the field; a trigger is something that can be observed by a day.",
  source: "Klein, Performing a Project Premortem, 2007",
  examples: {
    valid: {
      risks: [
        {
          risk: "It is late",
          likelihood: 3,
          impact: 4,
          mitigation: "Two suppliers",
          owner: "head",
          trigger: "No parts by March",
        },
      ],
    },
    invalid: {
      risks: [{ risk: "It is late", likelihood: 3, impact: 4, mitigation: "Two suppliers", owner: "head" }],
    },
  },
  check: ({ bundle }) => {
    const { risks = [], purpose = "decide" } = bundle;
    if (risks.length === 0)
      return purpose === "decide"
        ? [
            {
              what: "The deck names no risk.",
              hint: "Imagine that it failed, and write down why.",
              path: bundle.risks === undefined ? [] : ["risks"],
            },
          ]
        : [];
    const missing = risks.flatMap((risk, n): Finding[] => {
      const fields = FIELDS.filter((field) => risk[field] === undefined);
      return fields.length === 0
        ? []
        : [{ what: `The risk ${quoted(risk.risk)} has no ${fields.join(" and no ")}.`, path: ["risks", n] }];
    });
    const worst = Math.max(...risks.map((risk) => risk.likelihood * risk.impact));
    return worst >= HIGH
      ? missing
      : [
          ...missing,
          {
            what: `No risk is high: the largest has likelihood times impact ${worst}, high is ${HIGH}.`,
            hint: "Name the risk that would sink it, or rate the ones there are as a sceptic would.",
            path: ["risks"],
          },
        ];
  },
};
