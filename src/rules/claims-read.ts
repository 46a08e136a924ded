import { runTest } from "../claims/index.ts";
import { claimContradicted } from "../diagnostics/messages/holds.ts";
import { localeOf } from "../locales/index.ts";
import { readClaims } from "./claims/read.ts";
import { exampleMetric } from "./facts/example-metric.ts";
import type { Rule } from "./rule.ts";

export const claimsRead: Rule = {
  code: "claims/read",
  severity: "warning",
  on: "figures",
  heuristic: true,
  needs: ["claims"],
  reads: ["metrics", "charts"],
  asks: "No sentence says what its numbers contradict.",
  why: "Numbers move after a sentence is written. Whoever reads both sees it at once, and trusts neither.",
  hint: "Change the sentence to what the figures say. If it means something else, say what in `holds` beside it: then that is judged.",
  source: "Tufte, The Visual Display of Quantitative Information",
  sees: [
    "It reads direction (rose, has fallen since May), size (by half, doubled), course (every quarter), records, targets, comparison (more than, twice as long as), the largest, and shares (half of, three in five).",
    "A claim is bound to the metric or category that the sentence names, to the figure that it cites, or to its only evidence; what cannot be bound is passed over.",
    "What will, should or might be is not judged, nor what is asked for, planned or feared.",
  ],
  examples: {
    valid: {
      metrics: [
        exampleMetric({
          values: [
            { period: "2025", value: 3 },
            { period: "2026", value: 4 },
          ],
        }),
        exampleMetric({
          id: "stay",
          name: "Staying",
          unit: "%",
          values: [{ period: "2026", value: 71 }],
        }),
      ],
      title: "Waiting has risen, and those who wait leave",
    },
    invalid: {
      metrics: [
        exampleMetric({
          values: [
            { period: "2025", value: 3 },
            { period: "2026", value: 2 },
          ],
        }),
        exampleMetric({
          id: "stay",
          name: "Staying",
          unit: "%",
          values: [{ period: "2026", value: 71 }],
        }),
      ],
      title: "Waiting has risen, and those who wait leave",
    },
  },
  check: (checked) => {
    const locale = localeOf(checked.bundle.locale);
    return readClaims(checked).flatMap(({ path, words, tests, sentence }) => {
      const outcomes = tests.map((test) => runTest(test, checked.figures, locale));
      const [first] = outcomes;
      if (first === undefined || first.kind !== "false" || outcomes.some(({ kind }) => kind !== "false"))
        return [];
      return [
        {
          what: claimContradicted(words, sentence, first.readings),
          path,
          excerpt: words,
        },
      ];
    });
  },
};
