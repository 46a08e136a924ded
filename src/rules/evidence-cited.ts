import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { exampleMetric } from "./facts/examples.ts";
import { idsSaid, plainText } from "./facts/sentences.ts";
import type { Finding, Rule } from "./rule.ts";

export const evidenceCited: Rule = {
  code: "evidence/cited",
  severity: "warning",
  on: "bundle",
  reads: ["why.reasons", "metrics.*", "charts.*"],
  asks: "A reason whose sentences print figures has the metric or chart of at least one of them as its evidence.",
  why: "Who reads a number beside a chart of something else looks for it in vain, and doubts both.",
  hint: "Name the metric, or a chart that draws it, in the evidence of the reason.",
  source: "Toulmin, The Uses of Argument: data, warrant, claim",
  sees: [
    "It looks at figures that are printed by their names, {{wait.latest}}, and not at typed ones. A figure belongs to a piece of evidence that is it, draws it, or has its source.",
  ],
  examples: {
    valid: {
      why: {
        statement: "Customers leave.",
        reasons: [
          { claim: "Answers come too late", because: "They take {{wait.latest}}.", evidence: ["wait"] },
        ],
      },
    },
    invalid: {
      why: {
        statement: "Customers leave.",
        reasons: [
          { claim: "Answers come too late", because: "They take {{wait.latest}}.", evidence: ["stay"] },
        ],
      },
      metrics: [
        exampleMetric({ values: [{ period: "2026", value: 4 }] }),
        exampleMetric({
          id: "stay",
          name: "Staying",
          unit: "%",
          better: "higher",
          source: "t",
          values: [{ period: "2026", value: 71 }],
        }),
      ],
      sources: [
        { id: "s", name: "Register" },
        { id: "t", name: "Contracts" },
      ],
    },
  },
  check: ({ bundle, written }) =>
    (written.why.reasons ?? []).flatMap(({ claim, because, evidence }, n): readonly Finding[] => {
      const printed = [...idsSaid(`${claim} ${because}`)].filter((id) => kin(bundle, id).size > 0);
      const shown = evidence.map((id) => kin(bundle, id));
      const linked = printed.some((id) =>
        shown.some((one) => [...kin(bundle, id)].some((each) => one.has(each))),
      );
      return printed.length === 0 || linked
        ? []
        : [
            {
              what: `${quoted(plainText(bundle.why.reasons?.[n]?.claim ?? claim))} prints ${printed.map(quotedId).join(" and ")}, but its evidence is ${evidence.map(quotedId).join(" and ")}.`,
              path: ["why", "reasons", n, "evidence"],
            },
          ];
    }),
};

const quotedId = (id: string): string => quoted(id);

/** A metric or chart with the metrics that it draws, and its source; empty for another part. */
function kin({ metrics = [], charts = [] }: Bundle, id: string): ReadonlySet<string> {
  const source = (each: string | undefined): readonly string[] =>
    each === undefined ? [] : [`source ${each}`];
  const metricOf = (name: string): readonly string[] =>
    metrics.flatMap((metric) => (metric.id === name ? [name, ...source(metric.source)] : []));
  return new Set([
    ...metricOf(id),
    ...charts.flatMap((chart) =>
      chart.id === id ? [id, ...source(chart.source), ...(chart.metrics ?? []).flatMap(metricOf)] : [],
    ),
  ]);
}
