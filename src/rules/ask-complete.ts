import type { Finding, Rule } from "./rule.ts";

const FIELDS = ["amount", "approver", "owner", "by", "start"] as const;

export const askComplete: Rule = {
  code: "ask/complete",
  severity: "error",
  on: "bundle",
  asks: "A deck that asks for a decision says how much, who decides, who answers for it, by when, and when it starts.",
  why: "Leadership cannot say yes to an ask that leaves out what it costs or who decides.",
  hint: 'Add the field to ask; write "amount": "none" when no money is asked for.',
  source: "DACI: one approver; Minto, The Pyramid Principle: the answer first",
  examples: {
    valid: {
      ask: {
        decision: "Approve the trial",
        amount: "none",
        approver: "head",
        owner: "lead",
        by: "2026-12-01",
        start: "2027-01-11",
      },
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
    const { ask, purpose = "decide", meeting } = bundle;
    if (purpose !== "decide") return [];
    if (ask === undefined)
      return [{ what: "The bundle asks for a decision, but has no ask.", path: ["purpose"] }];
    const missing = FIELDS.filter((field) => ask[field] === undefined).map(
      (field): Finding => ({ what: `The ask does not say its ${field}.`, path: ["ask"] }),
    );
    const early = ask.by !== undefined && meeting !== undefined && ask.by < meeting.date;
    return early
      ? [
          ...missing,
          {
            what: `The decision is needed by ${ask.by}, before the meeting on ${meeting.date}.`,
            hint: "Move ask.by to the meeting or after it.",
            path: ["ask", "by"],
          },
        ]
      : missing;
  },
};
