import { quoted } from "../diagnostics/make.ts";
import { deckDate, isOver } from "./facts/dates.ts";
import type { Rule } from "./rule.ts";

export const goalsCurrent: Rule = {
  code: "goals/current",
  severity: "warning",
  on: "bundle",
  reads: ["date"],
  asks: "No goal is for a period that was over when the deck was written.",
  why: "Last year's goal is not this year's; serving it proves nothing.",
  hint: "Name the goal of the period that the proposal works in.",
  source: "Doerr, Measure What Matters: goals are set anew for every period",
  examples: {
    valid: {
      goals: [{ id: "g", name: "Cut waiting", period: "2027", metric: "wait", teams: ["Care", "Sales"] }],
    },
    invalid: {
      goals: [{ id: "g", name: "Cut waiting", period: "2025", metric: "wait", teams: ["Care", "Sales"] }],
    },
  },
  check: ({ bundle }) => {
    const date = deckDate(bundle);
    if (date === undefined) return [];
    return bundle.goals.flatMap((goal, n) => {
      const target = bundle.metrics?.find((metric) => metric.id === goal.metric)?.target?.by;
      const period = goal.period ?? target;
      return period !== undefined && isOver(period, date)
        ? [
            {
              what: `The goal ${quoted(goal.name)} is for ${period}, which was over on ${date}.`,
              path: goal.period === undefined ? ["goals", n] : ["goals", n, "period"],
            },
          ]
        : [];
    });
  },
};
