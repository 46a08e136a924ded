import { quoted } from "../diagnostics/make.ts";
import { deckDate } from "./facts/dates.ts";
import type { Finding, Rule } from "./rule.ts";

export const planNext: Rule = {
  code: "plan/next",
  severity: "error",
  on: "bundle",
  reads: ["plan", "meeting.date", "date", "ask", "purpose"],
  asks: "What happens next is said: steps with owner and date, and the day on which people meet again.",
  why: "A yes that nobody turns into a first step is forgotten within a week.",
  hint: "Add owner and by to every step of plan.next.",
  source: "Minto, The Pyramid Principle: next steps; Amazon narrative memos",
  examples: {
    valid: { plan: { next: [{ what: "Name the team", owner: "lead", by: "2026-12-18" }] } },
    invalid: { plan: { next: [{ what: "Name the team", by: "2026-12-18" }] } },
  },
  check: ({ bundle }) => {
    const { plan = {}, ask, meeting, purpose = "decide" } = bundle;
    const { next = [], cadence = [], milestones = [] } = plan;
    const out = next.flatMap((step, n): Finding[] => {
      const missing = (["owner", "by"] as const).filter((field) => step[field] === undefined);
      return missing.length === 0
        ? []
        : [
            {
              what: `The next step ${quoted(step.what)} has no ${missing.map((field) => (field === "by" ? "date (by)" : field)).join(" and no ")}.`,
              path: ["plan", "next", n],
            },
          ];
    });
    if (purpose !== "decide") return out;
    if (next.length === 0 && ask?.afterYes === undefined) {
      out.push({
        what: "Nothing says what happens after a yes.",
        hint: "Add plan.next with the first steps, each with owner and date, or ask.afterYes.",
        path: bundle.plan === undefined ? ["ask"] : ["plan"],
      });
    }
    const date = deckDate(bundle);
    const upcoming = meeting !== undefined && (date === undefined || meeting.date >= date);
    if (!upcoming && cadence.length === 0 && milestones.length === 0) {
      out.push({
        what:
          meeting === undefined
            ? "No meeting is fixed."
            : `The meeting of ${meeting.date} was before the deck of ${date}, and no other is fixed.`,
        hint: "Add meeting with its date, or plan.cadence with the rhythm in which results are shown.",
        severity: "warning",
        path: meeting === undefined ? [] : ["meeting", "date"],
      });
    }
    return out;
  },
};
