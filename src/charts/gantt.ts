import { z } from "zod";
import { type Day, dayNumber, dayOf, formatDay, parseDay } from "../base/date.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartNoData, chartTooManyCategories } from "../diagnostics/messages/index.ts";
import { IsoDate, Name, ValueKind } from "../model/bundle/common.ts";
import { ChartCommon, type Plan } from "../model/bundle/index.ts";
import { rich, type SaidTable } from "../model/text.ts";
import type { TimelineModel, TimelineRow } from "../model/timeline.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { between, sentence } from "./lower/wording.ts";

const Task = z
  .strictObject({
    label: Name.describe("What is done, or what happens on the day, in a few words."),
    start: IsoDate.describe("The first day; of a milestone, its day."),
    end: IsoDate.optional().describe("The last day; a milestone has none."),
    gate: z.boolean().optional().describe("True where somebody decides whether to go on."),
    owner: Name.optional().describe("Who answers for it, in words."),
    kind: ValueKind.optional(),
  })
  .describe("A phase, or a milestone where it has no end.");

const Gantt = ChartCommon.omit({ metrics: true }).extend({
  kind: z.literal("gantt"),
  data: z.array(Task).min(1).max(40).describe("Phases and milestones, in the order of their rows."),
});
type Gantt = z.infer<typeof Gantt>;

/** Phases as bars, milestones and gates as diamonds on a true time axis. */
export const gantt = chartKind({
  name: "gantt",
  shows: "Phases, milestones and gates on a true time axis with their owners; shapes of the slide.",
  schema: Gantt,
  annotations: [],
  lower,
});

interface Activity {
  readonly name: string;
  readonly owner: string;
  readonly start: string;
  readonly end: string | undefined;
  readonly gate: boolean;
  readonly kind: ValueKind;
}

/** Rows that one slide holds. */
const ROWS = 20;

function lower(chart: Gantt, context: ChartContext): TimelineModel {
  if (chart.data.length > ROWS)
    throw new DiagnosticsError([
      chartTooManyCategories({ path: [...context.from, "data"] }, chart.id, chart.data.length, ROWS),
    ]);
  const activities = chart.data.map(
    (task): Activity => ({
      name: task.label,
      owner: task.owner ?? "",
      start: task.start,
      end: task.end,
      gate: task.gate === true,
      kind: task.kind ?? chart.valueKind ?? "plan",
    }),
  );
  return timeline(chart.id, context.message, activities, context);
}

/**
 * The bundle's plan as rows in order of time: phases with their milestones after the phase that they fall into.
 * @param person name of a stakeholder by id, "" where nobody has it
 * @throws DiagnosticsError where the plan has neither phase nor milestone
 */
export function lowerPlan(plan: Plan, context: ChartContext, person: (id: string) => string): TimelineModel {
  const owner = (id: string | undefined): string => (id === undefined ? "" : person(id));
  const activities = [
    ...(plan.phases ?? []).map(
      (phase): Activity => ({
        name: phase.name,
        owner: owner(phase.owner),
        start: phase.start,
        end: phase.end,
        gate: false,
        kind: "plan",
      }),
    ),
    ...(plan.milestones ?? []).map(
      (stone): Activity => ({
        name: stone.name,
        owner: owner(stone.owner),
        start: stone.date,
        end: undefined,
        gate: stone.gate === true,
        kind: "plan",
      }),
    ),
  ];
  return timeline("plan", context.say("chart.gantt.name"), activities, context);
}

/** Beyond this many months the axis counts quarters. */
const MONTHLY = 8;

function timeline(
  id: string,
  name: string,
  unsorted: readonly Activity[],
  context: ChartContext,
): TimelineModel {
  if (unsorted.length === 0) throw new DiagnosticsError([chartNoData({ path: context.from }, id)]);
  const activities = unsorted.toSorted(
    (a, b) => order(a.start, b.start) || order(a.end ?? a.start, b.end ?? b.start),
  );
  const marked = [
    ...(context.date === undefined
      ? []
      : [
          {
            date: context.date,
            called: "today" as const,
            label: context.say("chart.gantt.today", { date: context.day(context.date, "short") }),
            ink: "muted" as const,
          },
        ]),
    ...(context.decision === undefined
      ? []
      : [
          {
            date: context.decision,
            called: "decision" as const,
            label: context.say("chart.gantt.decision", { date: context.day(context.decision, "short") }),
            ink: "accent" as const,
          },
        ]),
  ];
  // Work that begins after the decision is seen from it on; the day of the deck lies before.
  const begin = least(activities.map((a) => a.start));
  const decided =
    context.decision !== undefined && context.decision <= begin ? [context.decision] : undefined;
  const first = dayOfText(least([begin, ...(decided ?? marked.map((m) => m.date))]));
  const last = dayOfText(most([...activities.map((a) => a.end ?? a.start), ...marked.map((m) => m.date)]));
  const step = monthsBetween(first, last) > MONTHLY ? 3 : 1;
  const from = decided === undefined ? floorMonth(first, step) : monthOf(first);
  const to = floorMonth(last, step) + step;
  const grid = floorMonth(first, step);
  const starts = Array.from({ length: (to - grid) / step }, (_, n) => grid + n * step);
  const years = [...new Set(starts.map((month) => Math.floor(month / 12)))];
  return {
    type: "timeline",
    id,
    name,
    alt: altText(name, activities, marked, context),
    start: monthStart(from),
    end: monthStart(to),
    ticks: starts.map((month) => ({
      date: monthStart(Math.max(from, month)),
      label: context.period(periodOf(month, step), "short"),
    })),
    groups: years.map((year) => ({
      start: monthStart(Math.max(from, year * 12)),
      end: monthStart(Math.min(to, (year + 1) * 12)),
      label: context.period(String(year).padStart(4, "0"), "long"),
    })),
    rows: activities.map((activity) => row(activity, context)),
    days: [...marked.map(({ date, label, ink }) => ({ date, label, ink })), ...gateDays(activities, context)],
    says: inWords(activities, marked, context),
  };
}

/** Days on which somebody decides whether to go on: a line across all rows, which names the gate where it is one of few. */
const gateDays = (
  activities: readonly Activity[],
  context: ChartContext,
): readonly { readonly date: string; readonly label: string; readonly ink: "accent" }[] =>
  [...new Set(activities.flatMap(({ gate, start }) => (gate ? [start] : [])))].map((date) => ({
    date,
    label: context.say("chart.gantt.gate.day", { date: context.day(date, "short") }),
    ink: "accent",
  }));

/** A day that is marked across all rows; `called` is what phrases call it. */
interface MarkedDay {
  readonly date: string;
  readonly called: "today" | "decision";
}

/** Activities and marked days in order of time; who answers has a column where somebody does. */
function inWords(
  activities: readonly Activity[],
  marked: readonly MarkedDay[],
  context: ChartContext,
): SaidTable {
  const entries = [
    ...marked.map(({ date, called }) => ({
      start: date,
      what: context.say(`chart.gantt.day.${called}`),
      type: "",
      owner: "",
      when: context.day(date, "long"),
    })),
    ...activities.map(({ name, owner, start, end, gate, kind }) => {
      const type = context.say(`chart.gantt.${end !== undefined ? "phase" : gate ? "gate" : "milestone"}`);
      const day = context.day(start, "long");
      return {
        start,
        what: name,
        type: kind === "plan" ? type : `${type}${context.marks.comma}${context.say(`kind.${kind}`)}`,
        owner,
        when:
          end === undefined ? day : context.say("chart.span", { from: day, to: context.day(end, "long") }),
      };
    }),
  ].toSorted((a, b) => order(a.start, b.start));
  const columns = (["what", "when", "type", "owner"] as const).filter(
    (column) => column !== "owner" || activities.some(({ owner }) => owner !== ""),
  );
  return {
    head: columns.map((column) => context.say(`chart.gantt.head.${column}`)),
    rows: entries.map((entry) => columns.map((column) => entry[column])),
  };
}

function row(activity: Activity, context: ChartContext): TimelineRow {
  const { start, end, gate, kind } = activity;
  const dates =
    end === undefined
      ? context.day(start, "short")
      : context.say("chart.span", { from: context.day(start, "short"), to: context.day(end, "short") });
  return {
    label: rich(activity.name),
    detail: rich(activity.owner),
    ...(end === undefined
      ? { milestone: { date: start, gate, ink: gate ? ("accent" as const) : ("ink" as const), text: dates } }
      : { bar: { start, end, kind, ink: "accent" as const, text: dates } }),
  };
}

function altText(
  name: string,
  activities: readonly Activity[],
  marked: readonly MarkedDay[],
  context: ChartContext,
): string {
  const words = activities.map((activity) => {
    const data = {
      name: activity.name,
      owner: activity.owner === "" ? undefined : activity.owner,
      start: context.day(activity.start, "long"),
    };
    return activity.end === undefined
      ? context.say(activity.gate ? "chart.alt.gate" : "chart.alt.milestone", data)
      : context.say("chart.alt.phase", { ...data, end: context.day(activity.end, "long") });
  });
  return [
    sentence(context.message === "" ? name : context.message, context),
    context.say("chart.alt.kind.gantt.lead", { count: activities.length }),
    sentence(words.join(context.marks.semicolon), context),
    ...marked.map(({ date, called }) =>
      sentence(context.say(`chart.gantt.${called}`, { date: context.day(date, "long") }), context),
    ),
  ].join(between(context.marks));
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const least = (dates: readonly string[]): string => dates.toSorted(order)[0] ?? "1970-01-01";
const most = (dates: readonly string[]): string => dates.toSorted(order).at(-1) ?? "1970-01-01";
const dayOfText = (iso: string): Day => parseDay(iso) ?? dayOf(dayNumber(1970, 1, 1));
const monthOf = (day: Day): number => day.year * 12 + day.month - 1;
const monthsBetween = (a: Day, b: Day): number => monthOf(b) - monthOf(a) + 1;
const floorMonth = (day: Day, step: number): number => Math.floor(monthOf(day) / step) * step;
const monthStart = (month: number): string =>
  formatDay(dayOf(dayNumber(Math.floor(month / 12), (month % 12) + 1, 1)));
const periodOf = (month: number, step: number): string => {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return step === 3
    ? `${year}-Q${(month % 12) / 3 + 1}`
    : `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
};
