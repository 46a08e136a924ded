import { count, quoted } from "../diagnostics/make.ts";
import { seen } from "./facts/quotes.ts";
import type { Finding, Rule } from "./rule.ts";

const [FEWEST, MOST] = [3, 5];

export const whyReasons: Rule = {
  code: "why/reasons",
  severity: "error",
  on: "bundle",
  asks: "Three to five reasons carry the why, each with evidence that is shown; no two of them rest on the same single piece of evidence.",
  why: "Reasons without evidence are opinions, and two that share one number are one reason.",
  hint: "Name evidence that is drawn: a metric, a chart, a win, or a quote with permission.",
  source: "Minto, The Pyramid Principle; Cowan 2001: working memory holds about four things",
  examples: {
    valid: {
      why: {
        statement: "Customers leave before anyone has answered them.",
        reasons: [
          { claim: "Answers come too late", because: "They take four days.", evidence: ["wait"] },
          { claim: "Those who wait leave", because: "Half of them do.", evidence: ["stay"] },
          { claim: "The team sees it too", because: "They say so.", evidence: ["q-lead"] },
        ],
      },
    },
    invalid: {
      why: {
        statement: "Customers leave before anyone has answered them.",
        reasons: [
          { claim: "Answers come too late", because: "They take four days.", evidence: ["wait"] },
          { claim: "Waiting is long", because: "It takes days.", evidence: ["wait"] },
          { claim: "The team sees it too", because: "They say so.", evidence: ["q-lead"] },
        ],
      },
    },
  },
  check: ({ bundle }) => {
    const { reasons = [] } = bundle.why;
    const { purpose = "decide" } = bundle;
    if (reasons.length === 0)
      return purpose === "inform"
        ? []
        : [{ what: "The why has no reasons.", hint: "Add three to five, strongest first.", path: ["why"] }];
    const out: Finding[] = [];
    if (reasons.length < FEWEST || reasons.length > MOST) {
      out.push({
        what: `The why has ${count(reasons.length, "reason")}; three to five are remembered.`,
        hint:
          reasons.length < FEWEST
            ? "Add a reason that stands on evidence of its own."
            : "Join reasons that say the same, or move the weakest to the appendix.",
        severity: "warning",
        path: ["why", "reasons"],
      });
    }
    const singles = new Map<string, string>();
    for (const [n, { claim, evidence }] of reasons.entries()) {
      const shown = seen(bundle, evidence);
      const path = ["why", "reasons", n, "evidence"];
      const [only] = shown;
      if (only === undefined) {
        out.push({ what: `No evidence of ${quoted(claim)} is shown: its quotes have no permission.`, path });
      } else if (shown.length === 1) {
        const first = singles.get(only);
        if (first !== undefined) {
          out.push({
            what: `${quoted(claim)} rests on ${only} alone, and so does ${quoted(first)}.`,
            hint: "Give one of them evidence of its own, or make one reason of both.",
            path,
          });
        } else singles.set(only, claim);
      }
    }
    return out;
  },
};
