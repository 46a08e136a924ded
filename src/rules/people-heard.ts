import { deckDate } from "./facts/dates.ts";
import type { Finding, Rule } from "./rule.ts";

const PARTS: ReadonlySet<string> = new Set(["approver", "contributor", "gatekeeper"]);

export const peopleHeard: Rule = {
  code: "people/heard",
  severity: "warning",
  on: "bundle",
  reads: ["objections.*.from", "ask.approver", "date"],
  asks: "The approver and every contributor and gatekeeper was met before the deck's date, and has a concern, an objection or an explicit none known.",
  why: "Whoever meets the proposal for the first time in the meeting says no, or asks for time.",
  hint: 'Talk to them first; then write met and their concern, or "concern": "none known".',
  source: "Amazon narrative memos: pre-wire; nemawashi in Toyota practice (Liker, The Toyota Way)",
  examples: {
    valid: {
      stakeholders: [
        {
          id: "head",
          name: "Ann",
          role: "Head",
          team: "Care",
          part: "approver",
          met: "2026-10-01",
          concern: "none known",
        },
        { id: "lead", name: "Bo", role: "Lead", team: "Sales", part: "driver" },
      ],
    },
    invalid: {
      stakeholders: [
        { id: "head", name: "Ann", role: "Head", team: "Care", part: "approver", concern: "none known" },
        { id: "lead", name: "Bo", role: "Lead", team: "Sales", part: "driver" },
      ],
    },
  },
  check: ({ bundle }) => {
    const { stakeholders = [], objections = [], ask } = bundle;
    const date = deckDate(bundle);
    return stakeholders.flatMap((person, n): Finding[] => {
      const part = person.id === ask?.approver ? "approver" : (person.part ?? "");
      if (!PARTS.has(part)) return [];
      const who = `${person.name}, ${part},`;
      const out: Finding[] = [];
      if (person.met === undefined) out.push({ what: `${who} was not met.`, path: ["stakeholders", n] });
      else if (date !== undefined && person.met > date)
        out.push({
          what: `${who} is met on ${person.met}, after the deck of ${date}.`,
          path: ["stakeholders", n, "met"],
        });
      if (person.concern === undefined && !objections.some((objection) => objection.from === person.id))
        out.push({
          what: `${who} has no concern and no objection.`,
          hint: 'Write their concern, or "concern": "none known" if they were asked and had none.',
          path: ["stakeholders", n],
        });
      return out;
    });
  },
};
