import { parsePeriod } from "../../base/period.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, either, error, quoted, warning } from "../make.ts";

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
      hint: "Draw many periods as a line or an area, in coarser steps (months as quarters), or start later; gather small categories in one called Other.",
    },
  );

/** Names stand side by side below columns. */
export const chartTooManyNames = (at: At, id: string, found: number, limit: number): Diagnostic =>
  error(
    "chart/too-many-names",
    at,
    `Chart ${quoted(id)} has ${count(found, "category", "categories")} side by side; the names of at most ${limit} can be read.`,
    {
      hint: 'Draw it as "bar", whose names stand one below the other, gather small categories in one called Other, or write periods as 2026-10, which can be thinned out.',
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
    hint:
      known.length > LISTED && known.every((one) => parsePeriod(one) !== undefined)
        ? `Write a period from ${known[0]} to ${known.at(-1)}, in the form of these.`
        : `Write ${either(known, LISTED)}.`,
  });

/** Periods that stand one after another need no list. */
const LISTED = 12;

export const chartUnknownMetric = (at: At, id: string, metric: string): Diagnostic =>
  error(
    "chart/unknown-metric",
    at,
    `Chart ${quoted(id)} draws ${quoted(metric)}, which is no metric of this bundle.`,
  );

/** The last finding that is said of many of one sort. */
export const andManyMore = (last: Diagnostic, more: number): Diagnostic => ({
  ...last,
  what: `${last.what} And ${more} more.`,
});

export const chartMetricsAndData = (at: At, id: string): Diagnostic =>
  error("chart/metrics-and-data", at, `Chart ${quoted(id)} has both "metrics" and "data".`, {
    why: "A chart draws one of them; the other would be missing from the deck, or stand under the wrong periods.",
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
      why: "The same numbers would stand in the deck under two units.",
      hint:
        measured === ""
          ? 'Keep the metric as it is and delete "unit" from the chart; or write the unit at the metric.'
          : `Keep the unit of the metric and delete "unit" from the chart; or correct it at the metric, where ${quoted(measured)} is written.`,
    },
  );

/** Kinds that draw a field of the data of which others know nothing, in the order in which they are advised. */
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
 * A field that changes nothing in a drawing. `count`: of how many data it is not drawn, where it is one of theirs.
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
    `${quoted(field)} is not drawn on the ${kind.name} ${quoted(id)}${where}.`,
    {
      why: "Left out in silence, the deck would not say what the bundle does.",
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
      ? "Leave it out: the metrics of the chart say it."
      : `Leave it out: it changes nothing on this ${name}.`;
  }
  if (field === "low" || field === "high") {
    if (annotations.includes("errorBars"))
      return 'Write "show": ["errorBars"], which draws every range with both ends, or leave it out.';
    if (annotations.includes("range"))
      return 'A line draws the ranges of one series, of values to come that have both ends ("kind": "forecast"). For others draw a "column" with "show": ["errorBars"].';
  }
  const kinds = DRAWN_ON[field];
  return kinds === undefined ? "Leave it out." : `Leave it out, or draw it as ${kinds}.`;
}

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

/** `what` is the kind of chart in words: "a stack of shares". */
export const chartNegative = (at: At, id: string, label: string, what: string): Diagnostic =>
  error(
    "chart/negative",
    at,
    `${quoted(label)} in chart ${quoted(id)} is below zero, which ${what} cannot show.`,
    {
      why: "Parts of a whole, areas and sizes have no side below zero to be drawn on.",
      hint: 'Draw it as "column" or "bar", or leave the value out.',
    },
  );

export const chartMixedSigns = (at: At, id: string): Diagnostic =>
  error("chart/mixed-signs", at, `Chart ${quoted(id)} would stack areas above and below zero.`, {
    why: "Areas of different sign hide one another.",
    hint: 'Draw it as "stacked", which keeps both sides apart, or as "line".',
  });

export const chartZeroWhole = (at: At, id: string): Diagnostic =>
  error(
    "chart/zero-whole",
    at,
    `The values of chart ${quoted(id)} sum to zero, so nothing is a share of it.`,
    {
      hint: 'Give at least one value above zero, or draw it as "column".',
    },
  );

export const chartMissingValue = (at: At, id: string, label: string, other: string): Diagnostic =>
  error(
    "chart/missing-value",
    at,
    `${quoted(label)} in chart ${quoted(id)} has no value, and its kind needs one.`,
    {
      hint: `Give the value, leave the category out, or draw it as ${quoted(other)}, which shows what is missing.`,
    },
  );

/** A bridge leads from one level to the next; behind a step of unknown size no level is known. */
export const chartMissingStep = (at: At, id: string, label: string): Diagnostic =>
  error("chart/missing-step", at, `The step ${quoted(label)} in chart ${quoted(id)} has no value.`, {
    why: "Every level and total after a step builds on its size; drawn without it, they would be wrong.",
    hint: "Give its value (0 if nothing changed), or merge it with a neighbouring step whose joint size is known.",
  });

export const chartMissingStart = (at: At, id: string, label: string): Diagnostic =>
  error(
    "chart/missing-start",
    at,
    `The total ${quoted(label)} opens chart ${quoted(id)}, but has no value, and no step before it to be computed from.`,
    { hint: "Give its value, or remove it: without an opening total the steps start at zero." },
  );

/** `label` names two categories, series or rows. */
export const chartSameName = (at: At, id: string, label: string): Diagnostic =>
  error("chart/same-name", at, `Chart ${quoted(id)} has ${quoted(label)} twice.`, {
    why: "Two things of one name cannot be told apart, neither in the chart nor in what is said of it.",
    hint: "Rename one of them, or add the two up if they are the same thing.",
  });

/** A name that marks, compare or callouts point with, and that several categories have. */
export const chartAmbiguous = (at: At, id: string, label: string, found: number): Diagnostic =>
  error(
    "chart/ambiguous",
    at,
    `${quoted(label)} names ${count(found, "category", "categories")} of chart ${quoted(id)}, so it cannot be pointed at.`,
    { hint: "Give the category a name of its own." },
  );

export const chartTooFew = (at: At, id: string, found: number, least: number, other: string): Diagnostic =>
  error(
    "chart/too-few",
    at,
    `Chart ${quoted(id)} has ${count(found, "category", "categories")}; its kind needs at least ${least}.`,
    { hint: `Add what is missing, or draw it as ${quoted(other)}.` },
  );

export const chartTooManyParts = (at: At, id: string, found: number, limit: number): Diagnostic =>
  error(
    "chart/too-many-parts",
    at,
    `Chart ${quoted(id)} has ${count(found, "part")}; a ring of more than ${limit} cannot be compared by eye.`,
    { hint: 'Draw it as "bar", or gather the small parts in one called Other.' },
  );

export const funnelWidens = (at: At, id: string, label: string, value: string, before: string): Diagnostic =>
  error(
    "chart/funnel-widens",
    at,
    `${quoted(label)} in chart ${quoted(id)} has ${value}, more than the ${before} of the step before it.`,
    { hint: 'Put the steps in the order in which people pass them; what is no funnel is a "bar".' },
  );

export const chartSameUnit = (at: At, id: string, unit: string): Diagnostic =>
  error("chart/same-unit", at, `Both axes of chart ${quoted(id)} would have the unit ${quoted(unit)}.`, {
    why: "Two scales of one unit make differences up that the numbers do not have.",
    hint: 'Draw both on one axis, as "column" or "line".',
  });

export const chartTwoAxes = (at: At, id: string, found: number): Diagnostic =>
  error(
    "chart/two-axes",
    at,
    `Chart ${quoted(id)} has ${count(found, "series", "series")} for its two axes.`,
    {
      hint: 'Give two metrics, the columns first; or two names in "series" and two values in each datum.',
    },
  );

export const chartBandsOrder = (at: At, id: string): Diagnostic =>
  error("chart/bands-order", at, `The bands of chart ${quoted(id)} do not rise.`, {
    hint: 'Write each band with the value that it ends at ("to"), the lowest first.',
  });

export const chartNoDirection = (at: At, id: string, label: string): Diagnostic =>
  error(
    "chart/no-direction",
    at,
    `${quoted(label)} in chart ${quoted(id)} has a target, but nothing says whether higher or lower is good.`,
    { hint: 'Write "better": "higher" or "lower" at the metric or at the chart.' },
  );

export const chartNoSizes = (at: At, id: string): Diagnostic =>
  error("chart/no-sizes", at, `No bubble of chart ${quoted(id)} has a size above zero.`, {
    hint: 'Give each point a "size" above zero, or draw it as "scatter".',
  });

/** What an annotation needs of the data, and what to do where they lack it. */
const LACKS = {
  target: ["no target is given", 'Write "target" at the chart, or draw one metric that has a target.'],
  targets: ["no row has a target", 'Give "target" to the data, or draw metrics that have one.'],
  expected: [
    "no value after the last actual one is expected",
    'Give the values to come a "kind": forecast, plan or estimate.',
  ],
  range: [
    "no value to come has both ends of a range",
    'Give values of the kind forecast, plan or estimate "low" and "high".',
  ],
  ranges: ["no value has both ends of a range", 'Give single values "low" and "high".'],
  growth: [
    "there is no growth a year between its first and last actual values",
    "It needs two values above zero, of periods at least a year apart (2024, 2026-Q3), in a unit that is no share.",
  ],
  oneSeries: ["it draws several series", "Draw one series, or make a chart of each."],
  two: ["it has fewer than two values", "Give at least two values."],
  yearBefore: [
    "nothing is known of the year before",
    'Draw one metric in "metrics" whose values reach back a year, or give both years as series.',
  ],
  total: ["it has no total", 'Add { "label": "Total", "total": true } where the sum is to stand.'],
  sum: ["its values are shares already", "Give the values that they are shares of."],
  standing: [
    "its bars lie, because names are long or categories many",
    'Use at most 12 categories with names of at most 18 characters, or draw "column".',
  ],
} as const;
export type Lack = keyof typeof LACKS;

/** `asked` is a name of "show", or the field marks, compare or callouts. */
export const chartLacks = (at: At, id: string, asked: string, lack: Lack): Diagnostic =>
  error("chart/lacks", at, `Chart ${quoted(id)} asks for ${quoted(asked)}, but ${LACKS[lack][0]}.`, {
    why: "Left out in silence, the deck would not say what the bundle does.",
    hint: `${LACKS[lack][1]} Else leave ${quoted(asked)} out.`,
  });

/** `field` is the field of the bundle that points there: compare or callouts. */
export const chartNoValueAt = (at: At, id: string, label: string, field: string): Diagnostic =>
  error(
    "chart/no-value-at",
    at,
    `${quoted(field)} of chart ${quoted(id)} points at ${quoted(label)}, which has no value.`,
    { hint: "Give the value, or point at a category that has one." },
  );

export const chartSamePlace = (at: At, id: string, label: string): Diagnostic =>
  error("chart/same-place", at, `Chart ${quoted(id)} compares ${quoted(label)} with itself.`, {
    hint: 'Name two different categories in "from" and "to".',
  });
