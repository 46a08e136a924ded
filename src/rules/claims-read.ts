import { type FigureRead, runTest } from "../claims/index.ts";
import { claimContradicted } from "../diagnostics/messages/holds.ts";
import { localeOf } from "../locales/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { readClaims } from "./claims/read.ts";
import { exampleMetric } from "./facts/examples.ts";
import { judge } from "./facts/known.ts";
import { factsOf } from "./figures-literal.ts";
import { languageOf } from "./languages/index.ts";
import type { Quantity } from "./languages/reading/language.ts";
import type { Checked, Rule } from "./rule.ts";

/** A number that equals no figure at all is said by figures/literal, which reads all but the wins. */
function isUnknown(
  { bundle, figures }: Checked,
  sentence: string,
  quantity: Quantity,
  [head]: JsonPath,
): boolean {
  const language = languageOf(bundle);
  if (language === undefined || head === "wins") return false;
  return judge(language, sentence, quantity, factsOf(language, bundle, figures)).kind !== "fits";
}

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
    "It reads direction (rose, has fallen since May, fewer each year, have lost 22 nurses), size (by half, doubled, up by a third behind a figure), course (every quarter but one, keeps falling, never), records (highest ever, grew fastest in 2025, more than in any other year), targets (three of five sites miss theirs, four points short of it), comparison (more than, 30% fewer than, twice as long as, has overtaken, with and without), the largest and the second largest, shares (half of, one bus in four, every second, most of the growth, people under 40 where categories are ranges), and numbers of what it names (from 19 days to 12).",
    "A claim is bound to the metric, category or series that the sentence names, to the figure that it cites, to its own chart, to its only evidence, to the subject of the sentence before, or to what its chart highlights; what cannot be bound is passed over. Where a sentence can be read in several ways, it is contradicted only when all of them are false.",
    "What will, should or might be is not judged. Of what is asked for, planned or feared, only what was or is now in so many words.",
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
    return readClaims(checked).flatMap(({ path, words, tests, sentence, quantity }) => {
      let readings: readonly FigureRead[] | undefined;
      for (const test of tests) {
        const outcome = runTest(test, checked.figures, locale);
        if (outcome.kind !== "false") return [];
        readings ??= outcome.readings;
      }
      if (readings === undefined || (quantity !== undefined && isUnknown(checked, sentence, quantity, path)))
        return [];
      return [
        {
          what: claimContradicted(words, sentence, readings),
          path,
          excerpt: words,
        },
      ];
    });
  },
};
