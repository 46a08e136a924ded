import { quoted } from "../diagnostics/make.ts";
import type { Finding, Rule } from "./rule.ts";

export const objectionsLinked: Rule = {
  code: "objections/linked",
  severity: "warning",
  on: "story",
  asks: "Every objection names what it attacks, and that stands on a slide of the body.",
  why: "The mark on the attacked slide leads a doubting reader to the answer; without it the doubt stays.",
  hint: "Name what it attacks: a chart, a metric, a goal, an option, ask or why.",
  source: "Toulmin, The Uses of Argument: a rebuttal attacks a claim or its warrant",
  examples: {
    valid: {
      objections: ["It is late", "It is dear", "It is not ours"].map((objection, n) => ({
        id: `o-${n + 1}`,
        objection,
        from: "lead",
        concede: "It may be so.",
        answer: "The waiting time says otherwise.",
        evidence: ["wait"],
        attacks: ["ask"],
        owner: "lead",
        residual: "low" as const,
      })),
    },
    invalid: {
      objections: ["It is late", "It is dear", "It is not ours"].map((objection, n) => ({
        id: `o-${n + 1}`,
        objection,
        from: "lead",
        concede: "It may be so.",
        answer: "The waiting time says otherwise.",
        evidence: ["wait"],
        owner: "lead",
        residual: "low" as const,
      })),
    },
  },
  check: ({ bundle, story }) => {
    const body = story.points.filter((point) => point.body);
    const stands = (id: string): boolean =>
      body.some((point) => point.about.includes(id) || point.from.some(([part]) => part === id));
    return (bundle.objections ?? []).flatMap((objection, n): Finding[] => {
      const { attacks = [] } = objection;
      if (attacks.length === 0)
        return [
          {
            what: `The objection ${quoted(objection.id)} does not say what it attacks.`,
            path: ["objections", n],
          },
        ];
      return attacks.flatMap((id, m): Finding[] =>
        stands(id)
          ? []
          : [
              {
                what: `The objection ${quoted(objection.id)} attacks ${quoted(id)}, which stands on no slide of the body.`,
                path: ["objections", n, "attacks", m],
              },
            ],
      );
    });
  },
};
