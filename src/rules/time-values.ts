import { parsePeriod } from "../base/period.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Bundle, Metric, Value } from "../model/bundle/index.ts";
import { daysBetween, deckDate, isOver, monthNames, startsAfter } from "./facts/dates.ts";
import { exampleMetric } from "./facts/examples.ts";
import type { Finding, Rule } from "./rule.ts";

/** Days after its date in which a version of a source is still the latest: a monthly report has no successor yet. */
const CURRENT = 31;

export const timeValues: Rule = {
  code: "time/values",
  severity: "error",
  on: "bundle",
  reads: ["date", "metrics.*.asOf", "metrics.*.kind", "metrics.*.values", "sources.*.date", "goals.*.period"],
  asks: "Values belong to their time: what happened lies before the day on which it was read, a forecast after what happened, a target after both.",
  why: "A number of next year that is shown as a fact is an invention, and a target that is over is not one.",
  hint: 'Correct the period, or give the value its kind: "forecast", "plan" or "estimate".',
  source: "IBCS, UN 3.2: actual, plan and forecast are told apart; IAS 10, events after the reporting period",
  sees: [
    "A value without a kind is an actual one, as everywhere in the bundle. A single value of a period that is not over (the year so far) is left alone; in a series it is compared with whole periods, which is a warning.",
    "A number may be read from a source up to 31 days after the date of that version, as a monthly report has no successor until then.",
  ],
  examples: {
    valid: {
      metrics: [
        exampleMetric({
          better: "lower",
          assumption: "The team stays as it is",
          values: [
            { period: "2026-Q3", value: 4 },
            { period: "2027-Q3", value: 3, kind: "forecast", low: 2, high: 4 },
          ],
        }),
      ],
    },
    invalid: {
      metrics: [
        exampleMetric({
          better: "lower",
          values: [
            { period: "2026-Q3", value: 4 },
            { period: "2027-Q3", value: 3 },
          ],
        }),
      ],
    },
  },
  check: ({ bundle }) => [
    ...(bundle.metrics ?? []).flatMap((metric, n) => ofMetric(bundle, metric, ["metrics", n])),
    ...readings(bundle),
  ],
};

type Path = readonly (string | number)[];

function ofMetric(bundle: Bundle, metric: Metric, path: Path): readonly Finding[] {
  const values = (Array.isArray(metric.values) ? metric.values : []).filter(({ value }) => value !== null);
  const kindOf = (value: Value): string => value.kind ?? metric.kind ?? "actual";
  const at = (value: Value): Path => [
    ...path,
    "values",
    Array.isArray(metric.values) ? metric.values.indexOf(value) : 0,
  ];
  const name = quoted(metric.id);
  const deck = deckDate(bundle);
  const read = metric.asOf ?? deck;
  const day = read === metric.asOf ? `it was read on ${read}` : `the deck is of ${read}`;
  const actual = values.filter((value) => kindOf(value) === "actual");
  const last = actual.at(-1);
  const out: Finding[] = [];
  if (read !== undefined) {
    for (const value of actual)
      if (startsAfter(value.period, read))
        out.push({
          what: `The metric ${name} has an actual value of ${value.period}, but ${day}.`,
          path: at(value),
        });
    const open = last !== undefined && !startsAfter(last.period, read) && unfinished(last.period, read);
    // What a definition dates, such as a cycle that ends in August, has years of its own.
    const ownYear = monthNames(bundle).some((month) => (metric.definition ?? "").includes(month));
    if (last !== undefined && open && !ownYear && actual.length > 1)
      out.push({
        severity: "warning",
        what: `The latest value of ${name} is of ${last.period}, which was not over when it was read on ${read}.`,
        hint: 'Show it as "kind": "forecast" for the whole period, or leave it out until the period is over.',
        path: at(last),
      });
  }
  for (const value of values) {
    if (kindOf(value) !== "forecast") continue;
    const [period, until] = [parsePeriod(value.period), last && parsePeriod(last.period)];
    if (until !== undefined && period !== undefined && period.end <= until.end)
      out.push({
        what: `The metric ${name} has a forecast of ${value.period}, although its actual values reach to ${last?.period}.`,
        hint: "Replace the forecast by the value that was measured, or correct its period.",
        path: at(value),
      });
    else if (deck !== undefined && isOver(value.period, deck))
      out.push({
        severity: "warning",
        what: `The metric ${name} has a forecast of ${value.period}, which was over on ${deck}.`,
        hint: "Replace the forecast by the value that was measured.",
        path: at(value),
      });
  }
  return [...out, ...ofTarget(bundle, metric, last, path)];
}

function ofTarget(bundle: Bundle, metric: Metric, last: Value | undefined, path: Path): readonly Finding[] {
  const by = metric.target?.by;
  if (by === undefined) return [];
  const at = [...path, "target", "by"];
  const deck = deckDate(bundle);
  const goals = bundle.goals.filter((goal) => goal.metric === metric.id);
  const [target, latest] = [parsePeriod(by), last && parsePeriod(last.period)];
  // The rule goals/current names a goal that takes its period from the target.
  if (deck !== undefined && isOver(by, deck) && goals.every(({ period }) => period !== undefined))
    return [
      {
        severity: "warning",
        what: `The target of ${quoted(metric.id)} was for ${by}, which was over on ${deck}.`,
        hint: "Name the target that is still ahead.",
        path: at,
      },
    ];
  if (target !== undefined && latest !== undefined && target.end <= latest.start)
    return [
      {
        severity: "warning",
        what: `The target of ${quoted(metric.id)} is for ${by}, before its latest value of ${last?.period}.`,
        hint: "Correct target.by, or name the target that is still ahead.",
        path: at,
      },
    ];
  return goals.flatMap(({ name, period }): readonly Finding[] => {
    // The rule goals/current names a goal that is over.
    if (deck !== undefined && period !== undefined && isOver(period, deck)) return [];
    const goal = period === undefined ? undefined : parsePeriod(period);
    const apart =
      goal !== undefined && target !== undefined && (goal.end <= target.start || target.end <= goal.start);
    return apart
      ? [
          {
            severity: "warning",
            what: `The goal ${quoted(name)} is for ${period}, but the target of its metric ${quoted(metric.id)} is for ${by}.`,
            hint: "Write one period in both places.",
            path: at,
          },
        ]
      : [];
  });
}

/** Largest share of a period that may remain when it is read as complete: the last days of a month. */
const LEFT = 0.15;

function unfinished(period: string, read: string): boolean {
  const [whole, day] = [parsePeriod(period), parsePeriod(read)];
  return whole !== undefined && day !== undefined && (whole.end - day.end) / (whole.end - whole.start) > LEFT;
}

/** A number that was read long after the date of its source is not in that version of it. */
function readings({ metrics = [], charts = [], investment, sources = [] }: Bundle): readonly Finding[] {
  const all = [
    ...metrics.map((item, n) => ({
      item,
      name: `The metric ${quoted(item.id)}`,
      path: ["metrics", n, "asOf"],
    })),
    ...charts.map((item, n) => ({ item, name: `The chart ${quoted(item.id)}`, path: ["charts", n, "asOf"] })),
    ...(investment === undefined
      ? []
      : [{ item: investment, name: "The investment", path: ["investment", "asOf"] }]),
  ];
  return all.flatMap(({ item: { source, asOf }, name, path }): readonly Finding[] => {
    const date = sources.find(({ id }) => id === source)?.date;
    const days = date === undefined || asOf === undefined ? undefined : daysBetween(date, asOf);
    return days !== undefined && days > CURRENT
      ? [
          {
            severity: "warning",
            what: `${name} was read on ${asOf}, but its source ${quoted(source ?? "")} is dated ${date}, ${days} days before.`,
            hint: "Name the version of the source that the number is from, or correct one of the two dates.",
            path,
          },
        ]
      : [];
  });
}
