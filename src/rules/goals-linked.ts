import { quoted } from "../diagnostics/make.ts";
import { named } from "./facts/sentences.ts";
import type { Rule } from "./rule.ts";

export const goalsLinked: Rule = {
  code: "goals/linked",
  severity: "error",
  on: "bundle",
  reads: ["goals.*.metric", "charts.*.metrics.*", "why.reasons.*.evidence.*", "objections.*.evidence.*"],
  asks: "At least one company goal has a measure, and every metric, chart and picture supports a goal, a reason or the ask.",
  why: "Leadership funds its own goals; evidence that serves none of them is decoration.",
  hint: "Add supports with the id of a goal or ask, use it as evidence of a reason, or take it out.",
  source: "Duarte, Slidedocs; Doerr, Measure What Matters",
  examples: {
    valid: {
      goals: [{ id: "g", name: "Cut waiting", period: "2027", metric: "wait", teams: ["Care", "Sales"] }],
    },
    invalid: { goals: [{ id: "g", name: "Cut waiting", period: "2027", teams: ["Care", "Sales"] }] },
  },
  check: ({ bundle, written }) => {
    const { goals, metrics = [], charts = [], pictures = [], objections = [] } = bundle;
    const evidence = [...(bundle.why.reasons ?? []), ...objections].flatMap((item) => item.evidence ?? []);
    const used = new Set([
      ...evidence,
      ...named(written),
      ...goals.flatMap((goal) => goal.metric ?? []),
      ...charts.flatMap((chart) => chart.metrics ?? []),
    ]);
    const measured = goals.some(
      (goal) => (goal.level ?? "company") === "company" && goal.metric !== undefined,
    );
    const orphans = (collection: "metrics" | "charts" | "pictures", noun: string) =>
      ({ metrics, charts, pictures })[collection].flatMap((item, n) =>
        (item.supports ?? []).length > 0 || used.has(item.id)
          ? []
          : [
              {
                what: `The ${noun} ${quoted(item.id)} supports no goal, no reason and not the ask.`,
                path: [collection, n],
              },
            ],
      );
    return [
      ...(measured
        ? []
        : [
            {
              what: "No company goal has a measure.",
              hint: "Give the first company goal a metric, and say where it stands today.",
              path: ["goals"],
            },
          ]),
      ...orphans("metrics", "metric"),
      ...orphans("charts", "chart"),
      ...orphans("pictures", "picture"),
    ];
  },
};
