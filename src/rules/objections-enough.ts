import { count, quoted } from "../diagnostics/make.ts";
import { seen } from "./facts/quotes.ts";
import type { Finding, Rule } from "./rule.ts";

const FEWEST = 3;
const FIELDS = {
  from: "who raised it",
  concede: "what is true in it",
  owner: "an owner",
  residual: "what doubt is left",
} as const;

export const objectionsEnough: Rule = {
  code: "objections/enough",
  severity: "warning",
  on: "bundle",
  reads: ["objections", "purpose"],
  asks: "At least three objections are answered, each with what is true in it, evidence, an owner and the doubt that is left; an answer without evidence is an error.",
  why: "The objections that the deck does not answer are raised in the meeting, where nobody has the figures.",
  hint: "Ask the sceptics what would make them say no, and answer that with a figure.",
  source: "Amazon narrative memos: the FAQ; Klein, Performing a Project Premortem, 2007",
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
      objections: [
        {
          id: "o-1",
          objection: "It is late",
          from: "lead",
          concede: "It may be so.",
          answer: "It is not.",
          attacks: ["ask"],
          owner: "lead",
          residual: "low",
        },
      ],
    },
  },
  check: ({ bundle }) => {
    const { objections = [], purpose = "decide" } = bundle;
    const out: Finding[] = [];
    if (objections.length < FEWEST && purpose !== "inform") {
      out.push({
        what:
          objections.length === 0
            ? "No objection is answered; there should be three."
            : `Only ${count(objections.length, "objection")} of at least three ${objections.length === 1 ? "is" : "are"} answered.`,
        path: bundle.objections === undefined ? [] : ["objections"],
      });
    }
    for (const [n, objection] of objections.entries()) {
      const path = ["objections", n];
      if (seen(bundle, objection.evidence).length === 0) {
        out.push({
          what: `The answer to ${quoted(objection.id)} has no evidence that is shown.`,
          hint: "Name a metric, a chart, or a quote with permission in its evidence; it is drawn on the page.",
          severity: "error",
          path,
        });
      }
      const missing = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter(
        (field) => objection[field] === undefined,
      );
      if (missing.length > 0) {
        out.push({
          what: `The objection ${quoted(objection.id)} does not give ${missing.map((field) => `${FIELDS[field]} (${field})`).join(" or ")}.`,
          hint: `Add ${missing.join(" and ")}.`,
          path,
        });
      }
    }
    return out;
  },
};
