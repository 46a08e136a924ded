import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, either, error, quoted } from "../make.ts";

/** Charts that cannot be drawn as they are asked for. */

export const chartNoData = (at: At, id: string): Diagnostic =>
  error("chart/no-data", at, `Chart ${quoted(id)} has no value to draw.`, {
    hint: 'Give it "data": [{ "label": "…", "value": 1 }], or "metrics" with the ids of metrics that have values.',
  });

export const chartTooManyCategories = (at: At, id: string, found: number, limit: number): Diagnostic =>
  error(
    "chart/too-many-categories",
    at,
    `Chart ${quoted(id)} has ${count(found, "category", "categories")}; at most ${limit} can be read.`,
    {
      hint: "Draw a longer period in coarser steps (months as quarters), start later, or gather small categories in one called Other.",
    },
  );

export const chartTooManySeries = (at: At, id: string, found: number, limit: number): Diagnostic =>
  error(
    "chart/too-many-series",
    at,
    `Chart ${quoted(id)} has ${count(found, "series", "series")}; at most ${limit} can be told apart.`,
    {
      hint: "Keep those that the message is about, and gather or leave out the rest, or make two charts of it.",
    },
  );

export const chartValueCount = (
  at: At,
  id: string,
  label: string,
  found: number,
  expected: number,
): Diagnostic =>
  error(
    "chart/value-count",
    at,
    `${quoted(label)} in chart ${quoted(id)} has ${count(found, "value")} for ${count(expected, "series", "series")}.`,
    {
      hint: 'Write one value per name in "series", in their order; null where one is missing.',
    },
  );

export const chartMixedUnits = (at: At, id: string, units: readonly string[]): Diagnostic =>
  error(
    "chart/mixed-units",
    at,
    `Chart ${quoted(id)} would draw ${either(units.map((unit) => quoted(unit)))} on one axis.`,
    {
      why: "Two units on one axis suggest a comparison that the numbers do not make.",
      hint: "Make one chart per unit.",
    },
  );

export const chartMixedPeriods = (at: At, id: string, kinds: readonly string[]): Diagnostic =>
  error(
    "chart/mixed-periods",
    at,
    `Chart ${quoted(id)} would draw ${either(kinds)} values on one time axis.`,
    {
      hint: "Give the metrics the same kind of period, or make one chart each.",
    },
  );

export const chartMarkNotFound = (at: At, id: string, mark: string, known: readonly string[]): Diagnostic =>
  error("chart/mark-not-found", at, `Chart ${quoted(id)} marks ${quoted(mark)}, which is not on its axis.`, {
    hint: `Write ${either(known)}.`,
  });

export const chartUnknownMetric = (at: At, id: string, metric: string): Diagnostic =>
  error(
    "chart/unknown-metric",
    at,
    `Chart ${quoted(id)} draws ${quoted(metric)}, which is no metric of this bundle.`,
  );

/** `sum` and `given` are as the deck prints them. */
export const waterfallSum = (at: At, id: string, label: string, given: string, sum: string): Diagnostic =>
  error(
    "chart/waterfall-sum",
    at,
    `${quoted(label)} in chart ${quoted(id)} says ${given}, but the steps before it sum to ${sum}.`,
    {
      hint: "Mend the steps, or leave the value out: a total without one is computed.",
    },
  );
