import type { Bundle } from "../../model/bundle/index.ts";
import { LANGUAGES, type Language } from "../languages/index.ts";
import type { SaidDate } from "./said-dates.ts";
import { spanOf } from "./said-dates.ts";
import { names } from "./shared-words.ts";

/** A thing of the bundle with its days, by which a sentence may call it. */
export interface Dated {
  readonly kind: "milestone" | "gate" | "phase" | "next step" | "meeting" | "win";
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Everything with a name and a day. */
export function dated({ plan = {}, meeting, wins = [] }: Bundle): readonly Dated[] {
  const { phases = [], milestones = [], next = [] } = plan;
  return [
    ...milestones.map(({ name, date, gate }): Dated => {
      return { kind: gate === true ? "gate" : "milestone", name, from: date, to: date };
    }),
    ...phases.map(({ name, start, end }): Dated => ({ kind: "phase", name, from: start, to: end })),
    ...next.flatMap(({ what, by }): readonly Dated[] =>
      by === undefined ? [] : [{ kind: "next step", name: what, from: by, to: by }],
    ),
    ...(meeting === undefined
      ? []
      : [{ kind: "meeting", name: meeting.name, from: meeting.date, to: meeting.date } as const]),
    ...wins.map(({ what, date }): Dated => ({ kind: "win", name: what, from: date, to: date })),
  ];
}

/** Days that the bundle gives anywhere: a sentence that has one of them speaks of that. */
export function knownDays(bundle: Bundle): ReadonlySet<string> {
  const { ask, date, history = [], sources = [], quotes } = bundle;
  const days = [
    ...dated(bundle).flatMap(({ from, to }) => [from, to]),
    ...[ask?.by, ask?.start, date],
    ...[...history, ...sources, ...quotes].map((each) => each.date),
  ];
  return new Set(days.filter((day): day is string => day !== undefined));
}

/** The things that a text names. */
export const namedIn = (language: Language, text: string, all: readonly Dated[]): readonly Dated[] =>
  all.filter(({ name }) => names(language, text, name));

/** True where a date may be said of days from one to another: a phase is named by its begin, its end, or a day within. */
export const agrees = (said: SaidDate, from: string, to: string): boolean =>
  holds(said, spanOf(said, from), from, to) || holds(said, spanOf(said, to), from, to);

function holds({ tie }: SaidDate, span: ReturnType<typeof spanOf>, from: string, to: string): boolean {
  if (tie === "by") return span.to >= from;
  if (tie === "before") return span.from > from;
  if (tie === "after") return span.from <= to;
  return span.from <= to && span.to >= from;
}

/** Signs, and words of any language, between two clauses. */
const BREAK = new RegExp(
  String.raw`[,;:.]\s|\s(?:${LANGUAGES.flatMap(({ dates }) => dates?.joins ?? []).join("|")})\s`,
  "giu",
);

/** The part of a sentence in which a date stands: up to the next comma, semicolon or other date's part. */
export function clauseOf(text: string, said: SaidDate, all: readonly SaidDate[]): string {
  if (all.length < 2) return text;
  const breaks = [...text.matchAll(BREAK)]
    .map(({ index }) => index)
    .filter((at) => !all.some(({ index, text: { length } }) => at > index && at < index + length));
  const start = breaks.findLast((at) => at < said.index) ?? 0;
  const end = breaks.find((at) => at >= said.index + said.text.length) ?? text.length;
  return text.slice(start, end);
}
