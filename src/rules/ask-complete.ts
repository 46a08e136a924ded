import { exampleAsk } from "./facts/examples.ts";
import type { Finding, Rule } from "./rule.ts";

/** Fields of the ask, and what each one says. */
const FIELDS = {
  amount: "how much it asks for",
  approver: "who decides",
  owner: "who answers for the result",
  by: "by when the decision is needed",
  start: "when the work starts",
} as const;

export const askComplete: Rule = {
  code: "ask/complete",
  severity: "error",
  on: "bundle",
  reads: ["ask", "purpose", "stakeholders.*.part"],
  asks: "A deck that asks for a decision says how much, which one person decides, who answers for it, by when, and when it starts.",
  why: "Leadership cannot say yes to an ask that leaves out what it costs or who decides.",
  hint: 'Add the field to ask; write "amount": "none" when no money is asked for.',
  source: "DACI: one approver; Minto, The Pyramid Principle: the answer first",
  examples: {
    valid: {
      ask: exampleAsk({ amount: "none" }),
    },
    invalid: {
      ask: {
        decision: "Approve the trial",
        amount: "none",
        approver: "head",
        owner: "lead",
        start: "2027-01-11",
      },
    },
  },
  check: ({ bundle }) => {
    const { ask, purpose = "decide", meeting, stakeholders = [] } = bundle;
    if (purpose !== "decide") return [];
    if (ask === undefined)
      return [
        {
          what: "The bundle asks for a decision, but has no ask.",
          hint: 'Add ask: { "decision": "Approve …" }, or write "purpose": "inform".',
          path: bundle.purpose === undefined ? [] : ["purpose"],
        },
      ];
    const out: Finding[] = (Object.keys(FIELDS) as (keyof typeof FIELDS)[])
      .filter((field) => ask[field] === undefined)
      .map((field) => ({
        what: `The ask does not say ${FIELDS[field]}: ${field} is missing.`,
        path: ["ask"],
      }));
    if (ask.by !== undefined && meeting !== undefined && ask.by < meeting.date) {
      out.push({
        what: `The decision is needed by ${ask.by}, before the meeting on ${meeting.date}.`,
        hint: "Move ask.by to the meeting or after it.",
        path: ["ask", "by"],
      });
    }
    const approvers = stakeholders.filter((person) => person.part === "approver");
    const named = stakeholders.find((person) => person.id === ask.approver);
    const [first] = approvers;
    if (first !== undefined && approvers.length > 1) {
      const [second] = approvers.slice(1);
      out.push({
        what: `${approvers.map((person) => person.name).join(" and ")} are listed as approvers; one person decides.`,
        hint: "Keep one approver; make the others contributors or gatekeepers.",
        path: ["stakeholders", second === undefined ? 0 : stakeholders.indexOf(second), "part"],
      });
    } else if (named !== undefined && named.part !== undefined && named.part !== "approver") {
      out.push({
        what: `The ask goes to ${named.name}, who is listed as ${named.part}${first === undefined ? "" : `; the approver is ${first.name}`}.`,
        hint: `Name the person who decides in ask.approver, and give them "part": "approver".`,
        path: ["ask", "approver"],
      });
    }
    return out;
  },
};
