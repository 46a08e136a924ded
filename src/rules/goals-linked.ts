import type { Rule } from "./rule.ts";

export const goalsLinked: Rule = {
  code: "goals/linked",
  severity: "error",
  on: "bundle",
  asks: "At least one company goal has a measure, and every chart supports a goal or the ask.",
  why: "Leadership funds its own goals; evidence that serves none of them is decoration.",
  hint: "Give the goal a metric, and the chart a supports with the id of a goal.",
  source: "Duarte, Slidedocs; OKR practice",
  examples: {
    valid: {
      goals: [{ id: "g", name: "Cut waiting", metric: "wait" }],
      metrics: [{ id: "wait", name: "Waiting", unit: "days", values: [{ period: "2026", value: 4 }] }],
    },
    invalid: { goals: [{ id: "g", name: "Cut waiting" }] },
  },
  check: ({ bundle }) => {
    const measured = bundle.goals.some(
      (goal) => (goal.level ?? "company") === "company" && goal.metric !== undefined,
    );
    return [
      ...(measured ? [] : [{ what: "No company goal has a measure.", path: ["goals"] }]),
      ...(bundle.charts ?? []).flatMap((chart, n) =>
        (chart.supports ?? []).length > 0
          ? []
          : [{ what: `The chart ${chart.id} supports no goal.`, path: ["charts", n] }],
      ),
    ];
  },
};
