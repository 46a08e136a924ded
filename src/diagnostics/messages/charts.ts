import { parsePeriod } from "../../base/period.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, either, error, every, quoted, warning } from "../make.ts";

/** Messages about charts that cannot be drawn as the bundle asks. */

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
      hint: "Draw many periods as a line or an area, use longer periods (quarters in place of months), or start later; combine small categories into one called Other.",
    },
  );

/** For kinds with the names of categories side by side below columns. */
export const chartTooManyNames = (at: At, id: string, found: number, limit: number): Diagnostic =>
  error(
    "chart/too-many-names",
    at,
    `Chart ${quoted(id)} has ${count(found, "category", "categories")} side by side; the names of at most ${limit} can be read.`,
    {
      hint: 'Draw it as "bar", which has room for more names, combine small categories into one called Other, or write periods as 2026-10, so that only some of them need a label.',
    },
  );

export const chartTooManySeries = (at: At, id: string, found: number, limit: number): Diagnostic =>
  error(
    "chart/too-many-series",
    at,
    `Chart ${quoted(id)} has ${count(found, "series", "series")}; at most ${limit} can be told apart.`,
    {
      hint: "Keep the series that the message is about and combine or remove the others, or make two charts.",
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
      hint: 'Write one value for each name in "series", in the same order; null where one is missing.',
    },
  );

export const chartMixedUnits = (at: At, id: string, units: readonly string[]): Diagnostic =>
  error(
    "chart/mixed-units",
    at,
    `Chart ${quoted(id)} would draw ${either(units.map((unit) => quoted(unit)))} on one axis.`,
    {
      why: "Two units on one axis suggest a comparison that the numbers do not make.",
      hint: "Make one chart for each unit.",
    },
  );

export const chartMixedPeriods = (at: At, id: string, kinds: readonly string[]): Diagnostic =>
  error(
    "chart/mixed-periods",
    at,
    `Chart ${quoted(id)} would draw ${either(kinds)} values on one time axis.`,
    {
      hint: "Give the metrics the same kind of period, or make one chart for each.",
    },
  );

export const chartMarkNotFound = (at: At, id: string, mark: string, known: readonly string[]): Diagnostic =>
  error("chart/mark-not-found", at, `Chart ${quoted(id)} marks ${quoted(mark)}, which is not on its axis.`, {
    hint:
      known.length > LISTED && known.every((one) => parsePeriod(one) !== undefined)
        ? `Write a period from ${known[0]} to ${known.at(-1)}, in the same form.`
        : `Write ${either(known, LISTED)}.`,
  });

/** More names than this are not listed; periods are given as a range instead. */
const LISTED = 12;

export const chartUnknownMetric = (at: At, id: string, metric: string): Diagnostic =>
  error(
    "chart/unknown-metric",
    at,
    `Chart ${quoted(id)} draws ${quoted(metric)}, which is not a metric of this bundle.`,
  );

/** Adds to the last finding of a kind that is listed how many more there are. */
export const andManyMore = (last: Diagnostic, more: number): Diagnostic => ({
  ...last,
  what: `${last.what} And ${more} more.`,
});

export const chartMetricsAndData = (at: At, id: string): Diagnostic =>
  error("chart/metrics-and-data", at, `Chart ${quoted(id)} has both "metrics" and "data".`, {
    why: "A chart draws only one of them; the other would be missing from the deck, or appear under the wrong periods.",
    hint: 'Keep "metrics" and delete "data" to draw the values of the metrics; keep "data" and delete "metrics" to draw the values written in the chart.',
  });

export const chartOtherUnit = (
  at: At,
  id: string,
  unit: string,
  metric: string,
  measured: string,
): Diagnostic =>
  error(
    "chart/other-unit",
    at,
    measured === ""
      ? `Chart ${quoted(id)} has the unit ${quoted(unit)}, but its metric ${quoted(metric)} has none.`
      : `Chart ${quoted(id)} has the unit ${quoted(unit)}, but its metric ${quoted(metric)} is measured in ${quoted(measured)}.`,
    {
      why: "The deck would show the same numbers with two units.",
      hint:
        measured === ""
          ? 'Delete "unit" from the chart, or add the unit to the metric.'
          : `Delete "unit" from the chart, or correct the unit of the metric, which is ${quoted(measured)}.`,
    },
  );

/** Kinds that draw a field of the data that other kinds do not, in the order of the advice. */
const DRAWN_ON: Readonly<Record<string, string>> = {
  low: '"column" or "bar" with "show": ["errorBars"]',
  high: '"column" or "bar" with "show": ["errorBars"]',
  target: '"bullet" or "scorecard"',
  total: '"waterfall"',
  base: '"stacked100"',
  kind: '"column", "bar" or "line"',
  highlight: '"column" or "bar"',
};

/**
 * A field that changes nothing in a drawing. `data` counts the data that have it, where it is a field of theirs.
 * `annotations` are those that the kind draws.
 */
export const chartUndrawn = (
  at: At,
  id: string,
  field: string,
  kind: { readonly name: string; readonly annotations: readonly string[]; readonly ofMetrics: boolean },
  data?: { readonly without: number; readonly of: number },
): Diagnostic => {
  const where = data === undefined ? "" : ` (${data.without} of ${count(data.of, "datum", "data")})`;
  return warning(
    "chart/not-drawn",
    at,
    `The ${kind.name} chart ${quoted(id)} does not draw ${quoted(field)}${where}.`,
    {
      why: "The deck would silently leave out something that the bundle says.",
      hint: undrawnHint(field, kind, data !== undefined),
    },
  );
};

function undrawnHint(
  field: string,
  { name, annotations, ofMetrics }: Parameters<typeof chartUndrawn>[3],
  inData: boolean,
): string {
  if (!inData) {
    return ofMetrics
      ? "Remove it: the metrics of the chart already have it."
      : `Remove it: it has no effect on a ${name} chart.`;
  }
  if (field === "low" || field === "high") {
    if (annotations.includes("errorBars"))
      return 'Write "show": ["errorBars"], which draws every range with both ends, or remove the field.';
    if (annotations.includes("range"))
      return 'A line draws ranges only for one series, and only for future values with both ends ("kind": "forecast"). For other ranges, draw a "column" with "show": ["errorBars"].';
  }
  const kinds = DRAWN_ON[field];
  return kinds === undefined ? "Remove it." : `Remove it, or draw the chart as ${kinds}.`;
}

/** `sum` and `given` are written as in the deck. */
export const waterfallSum = (at: At, id: string, label: string, given: string, sum: string): Diagnostic =>
  error(
    "chart/waterfall-sum",
    at,
    `${quoted(label)} in chart ${quoted(id)} is ${given}, but the steps before it add up to ${sum}.`,
    {
      hint: "Correct the steps, or remove the value of the total: it is then computed.",
    },
  );

/** `what` names the kind of chart in words: "a stack of shares". */
export const chartNegative = (at: At, id: string, label: string, what: string): Diagnostic =>
  error(
    "chart/negative",
    at,
    `${quoted(label)} in chart ${quoted(id)} is below zero, which ${what} cannot show.`,
    {
      why: "Parts of a whole, areas and sizes cannot be drawn below zero.",
      hint: 'Draw it as "column" or "bar", or remove the value.',
    },
  );

export const chartLeftCount = (at: At, id: string, left: number, count: number): Diagnostic =>
  error(
    "chart/left-count",
    at,
    `Chart ${quoted(id)} puts ${left} parts left of the line and has ${count}, so none is left for the right side.`,
    { hint: 'Give a smaller number, or remove "left": half of the parts then stand on each side.' },
  );

export const chartMixedSigns = (at: At, id: string): Diagnostic =>
  error("chart/mixed-signs", at, `Chart ${quoted(id)} would stack areas with values above and below zero.`, {
    why: "Areas with different signs hide each other.",
    hint: 'Draw it as "stacked", which separates the two sides, or as "line".',
  });

export const chartZeroWhole = (at: At, id: string): Diagnostic =>
  error(
    "chart/zero-whole",
    at,
    `The values of chart ${quoted(id)} add up to zero, so shares cannot be computed.`,
    {
      hint: 'Give at least one value above zero, or draw it as "column".',
    },
  );

/** `parts` names the series that lack the value, where others have one. */
export const chartMissingValue = (
  at: At,
  id: string,
  label: string,
  other: string,
  parts: readonly string[] = [],
): Diagnostic =>
  error(
    "chart/missing-value",
    at,
    parts.length === 0
      ? `${quoted(label)} in chart ${quoted(id)} has no value, and its kind needs one.`
      : `${every(parts)} ${parts.length === 1 ? "has" : "have"} no value for ${quoted(label)} in chart ${quoted(id)}, and its kind needs every part.`,
    {
      hint: `Give the ${parts.length > 1 ? "values" : "value"} (0 if there is nothing), remove ${quoted(label)}, or draw the chart as ${quoted(other)}, which can show a missing value.`,
    },
  );

/** For a waterfall with a step of unknown size: every level after it is unknown too. */
export const chartMissingStep = (at: At, id: string, label: string): Diagnostic =>
  error("chart/missing-step", at, `The step ${quoted(label)} in chart ${quoted(id)} has no value.`, {
    why: "Every level and total after this step depends on it and would be wrong.",
    hint: "Give its value (0 if nothing changed), or merge it with a neighbouring step if you know their sum.",
  });

export const chartMissingStart = (at: At, id: string, label: string): Diagnostic =>
  error(
    "chart/missing-start",
    at,
    `The total ${quoted(label)} opens chart ${quoted(id)} but has no value, and there is no step before it to compute one from.`,
    { hint: "Give its value, or remove it: the steps then start at zero." },
  );

/** `label` is the name of two categories, series or rows. */
export const chartSameName = (at: At, id: string, label: string): Diagnostic =>
  error("chart/same-name", at, `Chart ${quoted(id)} has ${quoted(label)} twice.`, {
    why: "Readers cannot tell apart two things with the same name, in the chart or in the text about it.",
    hint: "Rename one of them, or add them up if they are the same thing.",
  });

/** For marks, compare or callouts that point at a name that several categories have. */
export const chartAmbiguous = (at: At, id: string, label: string, found: number): Diagnostic =>
  error(
    "chart/ambiguous",
    at,
    `${quoted(label)} is the name of ${count(found, "category", "categories")} in chart ${quoted(id)}, so it is not clear which one is meant.`,
    { hint: "Give each of these categories its own name." },
  );

export const chartTooFew = (at: At, id: string, found: number, least: number, other: string): Diagnostic =>
  error(
    "chart/too-few",
    at,
    `Chart ${quoted(id)} has ${count(found, "category", "categories")}; its kind needs at least ${least}.`,
    { hint: `Add categories, or draw the chart as ${quoted(other)}.` },
  );

export const chartTooManyParts = (at: At, id: string, found: number, limit: number): Diagnostic =>
  error(
    "chart/too-many-parts",
    at,
    `Chart ${quoted(id)} has ${count(found, "part")}; readers cannot compare more than ${limit} parts of a ring.`,
    { hint: 'Draw it as "bar", or combine the small parts into one called Other.' },
  );

export const funnelWidens = (at: At, id: string, label: string, value: string, before: string): Diagnostic =>
  error(
    "chart/funnel-widens",
    at,
    `${quoted(label)} in chart ${quoted(id)} is ${value}, more than the ${before} of the step before it.`,
    {
      hint: 'Put the steps in the order in which people pass through them. If the values do not narrow step by step, draw a "bar".',
    },
  );

export const chartSameUnit = (at: At, id: string, unit: string): Diagnostic =>
  error("chart/same-unit", at, `Both axes of chart ${quoted(id)} would have the unit ${quoted(unit)}.`, {
    why: "Two scales for the same unit suggest differences that the numbers do not have.",
    hint: 'Draw both on one axis, as "column" or "line".',
  });

export const chartTwoAxes = (at: At, id: string, found: number): Diagnostic =>
  error(
    "chart/two-axes",
    at,
    `Chart ${quoted(id)} has ${count(found, "series", "series")}, but its two axes need two.`,
    {
      hint: 'Name two metrics, the one for the columns first; or give two names in "series" and two values in each datum.',
    },
  );

export const chartBandsOrder = (at: At, id: string): Diagnostic =>
  error("chart/bands-order", at, `The bands of chart ${quoted(id)} are not in rising order.`, {
    hint: 'Give each band the value at which it ends ("to"), lowest first.',
  });

export const chartNoDirection = (at: At, id: string, label: string): Diagnostic =>
  error(
    "chart/no-direction",
    at,
    `${quoted(label)} in chart ${quoted(id)} has a target, but the bundle does not say whether higher or lower is better.`,
    { hint: 'Add "better": "higher" or "better": "lower" to the metric or the chart.' },
  );

export const chartNoSizes = (at: At, id: string): Diagnostic =>
  error("chart/no-sizes", at, `No bubble of chart ${quoted(id)} has a size above zero.`, {
    hint: 'Give each point a "size" above zero, or draw it as "scatter".',
  });

/** Reasons why the data cannot carry an annotation, each with the remedy. */
const LACKS = {
  target: ["no target is given", 'Add "target" to the chart, or draw one metric that has a target.'],
  targets: ["no row has a target", 'Add "target" to the data, or draw metrics that have one.'],
  expected: [
    "no forecast follows the last actual value",
    'Give the future values a "kind": forecast, plan or estimate.',
  ],
  range: [
    "no future value has both ends of a range",
    'Add "low" and "high" to values of the kind forecast, plan or estimate.',
  ],
  ranges: ["no value has both ends of a range", 'Add "low" and "high" to the values.'],
  growth: [
    "no yearly growth can be computed from its first and last actual values",
    "It needs two values above zero whose periods are at least a year apart (2024, 2026-Q3), in a unit that is not a share.",
  ],
  oneSeries: ["it draws several series", "Draw one series, or make one chart for each."],
  two: ["it has fewer than two values", "Give at least two values."],
  yearBefore: [
    "it has no values for the year before",
    "Draw one metric with values for the year before, or give both years as series.",
  ],
  total: ["it has no total", 'Add { "label": "Total", "total": true } where the total belongs.'],
  sum: ["its values are shares already", "Give the values from which the shares were computed."],
  standing: [
    "its bars are horizontal, because names are long or categories many",
    'Use at most 12 categories with names of at most 18 characters, or draw "column".',
  ],
} as const;
export type Lack = keyof typeof LACKS;

/** `asked` is an annotation of "show", or the field marks, compare or callouts. */
export const chartLacks = (at: At, id: string, asked: string, lack: Lack): Diagnostic =>
  error("chart/lacks", at, `Chart ${quoted(id)} asks for ${quoted(asked)}, but ${LACKS[lack][0]}.`, {
    why: "The deck would silently leave out something that the bundle says.",
    hint: `${LACKS[lack][1]} Or remove ${quoted(asked)}.`,
  });

/** `field` is compare or callouts. */
export const chartNoValueAt = (at: At, id: string, label: string, field: string): Diagnostic =>
  error(
    "chart/no-value-at",
    at,
    `${quoted(field)} in chart ${quoted(id)} points at ${quoted(label)}, which has no value.`,
    { hint: "Give the value, or point at a category that has one." },
  );

export const chartSamePlace = (at: At, id: string, label: string): Diagnostic =>
  error("chart/same-place", at, `Chart ${quoted(id)} compares ${quoted(label)} with itself.`, {
    hint: 'Name two different categories in "from" and "to".',
  });
