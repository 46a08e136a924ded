import { parsePeriod, periodAt } from "../base/period.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import type { StreamTable } from "../model/bundle/tables.ts";
import type { JsonPath } from "../model/figures.ts";
import { metricRequest, metricValues } from "./metric-table.ts";
import type { OpenTable, TableRequest } from "./table/table.ts";

/** The investment as it stands in the bundle; what is wrong with it is reported elsewhere. */
export interface InvestmentPeriods {
  readonly start?: unknown;
  readonly period?: unknown;
}

/** Amounts of a cost or benefit, as they were read. */
export interface StreamValues {
  readonly values: readonly number[];
  readonly problems: readonly Diagnostic[];
  /** Returns the place of an amount in the file: `rest` is [period]. */
  readonly place: (rest: JsonPath) => Place;
}

/** Columns and rows that a cost or benefit asks a file for. */
export const streamRequest = (source: StreamTable, at: (field: string) => At): TableRequest => ({
  ...metricRequest(source, at),
  what: "cost or benefit",
});

/**
 * The amounts of a cost or benefit from a table: one for each period, from the start of the investment on. The periods of
 * the file are compared with those, so that an amount never moves into another year.
 */
export function streamValues(
  opened: OpenTable,
  source: StreamTable,
  { start, period: kind }: InvestmentPeriods,
): StreamValues {
  const { values, problems, place } = metricValues(opened, source, false);
  const first = typeof start === "string" ? parsePeriod(start) : undefined;
  const comparable = first !== undefined && first.kind === kind ? first : undefined;
  const line = { name: source.value, is: opened.is };
  const wrong = values.flatMap(({ period, value }, n): Diagnostic[] => {
    const expected =
      comparable === undefined ? period : periodAt(comparable.kind, comparable.ordinal + n).text;
    const at = (field: string): At => ({ place: place([n, field]) });
    if (period !== "" && period !== expected)
      return [messages.streamPeriod(at("period"), period, expected, opened.form)];
    return value === null ? [messages.streamMissing(at("value"), line, period, opened.form)] : [];
  });
  return {
    values: values.map(({ value }) => value ?? 0),
    // One period too few moves all that follow.
    problems: problems.length > 0 ? problems : wrong.slice(0, 1),
    place: ([n]) => place(typeof n === "number" ? [n, "value"] : []),
  };
}
