import type { Diagnostic, Place } from "../diagnostic.ts";
import { type At, either, error, every, quoted, thereAre } from "../make.ts";

/** Messages about faults that the schema cannot see: ids, references, dates, series and sums over the whole bundle. */

/** `first` is what has the id already, `place` where. */
export const duplicateId = (at: At, id: string, first: string, place: Place): Diagnostic =>
  error(
    "bundle/duplicate-id",
    at,
    `The id ${quoted(id)} is already used by ${first} on line ${place.line}${place.file === at.place?.file ? "" : ` of ${place.file}`}.`,
    {
      why: "References consist of the id alone, so each id must be unique in the whole bundle.",
    },
  );

export const reservedId = (at: At, id: string): Diagnostic =>
  error(
    "bundle/reserved-id",
    at,
    `The id ${quoted(id)} is reserved for the part of the bundle with this name.`,
  );

/** `expected` names the things that may be referred to: "a stakeholder", "a metric, a chart or a quote". */
export const missingReference = (
  at: At,
  id: string,
  expected: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error(
    "bundle/missing-reference",
    at,
    `Nothing has the id ${quoted(id)}; this field needs the id of ${expected}.`,
    {
      hint:
        near !== undefined
          ? `Did you mean ${quoted(near)}?`
          : known.length > 0
            ? thereAre(known)
            : `The bundle has none yet: add one, or remove the field.`,
    },
  );

/** The id exists, but names something else. */
export const wrongReference = (
  at: At,
  id: string,
  found: string,
  expected: string,
  near: string | undefined,
): Diagnostic =>
  error("bundle/wrong-reference", at, `${quoted(id)} is ${found}; this field needs the id of ${expected}.`, {
    hint: near === undefined ? undefined : `Did you mean ${quoted(near)}?`,
  });

export const selfReference = (at: At, id: string): Diagnostic =>
  error("bundle/circular-reference", at, `${quoted(id)} refers to itself.`, {
    hint: "Name what it is about: a chart, a goal, an option, ask or why.",
  });

export const circularReference = (at: At, ids: readonly string[]): Diagnostic =>
  error("bundle/circular-reference", at, `These refer to each other in a circle: ${ids.join(" → ")}.`, {
    hint: "Let each of them name what it is about: a chart, a goal, an option, ask or why.",
  });

export const pagesInCircle = (at: At, ids: readonly string[]): Diagnostic =>
  error(
    "bundle/circular-reference",
    at,
    ids.length === 1
      ? `The page ${quoted(ids[0] ?? "")} stands after itself.`
      : `These pages stand after each other in a circle: ${[...ids, ids[0]].join(" → ")}.`,
    { hint: "Let one of them stand after a part of the deck, such as reasons or risks." },
  );

export const repeatedReference = (at: At, id: string): Diagnostic =>
  error("bundle/repeated-reference", at, `${quoted(id)} occurs twice in this list.`, {
    hint: "Remove one of them.",
  });

export const notInCalendar = (at: At, date: string, lastDay: string | undefined): Diagnostic =>
  error("bundle/no-such-date", at, `The date ${quoted(date)} does not exist.`, {
    hint:
      lastDay === undefined
        ? "Write a date as year-month-day, for example 2026-11-18."
        : `The last day of that month is ${lastDay}.`,
  });

export const noSuchWeek = (at: At, period: string): Diagnostic =>
  error(
    "bundle/no-such-date",
    at,
    `The week ${quoted(period)} does not exist: that year has 52 weeks (ISO 8601).`,
  );

export const endBeforeStart = (at: At, name: string, start: string, end: string): Diagnostic =>
  error("bundle/end-before-start", at, `${quoted(name)} ends on ${end}, before it starts on ${start}.`);

export const mixedPeriods = (at: At, period: string, found: string, expected: string): Diagnostic =>
  error(
    "bundle/mixed-periods",
    at,
    `${quoted(period)} is a ${found}; the values before it are by ${expected}.`,
    {
      hint: "Make two metrics, or use the same kind of period everywhere.",
    },
  );

export const repeatedPeriod = (at: At, period: string): Diagnostic =>
  error("bundle/repeated-period", at, `The period ${quoted(period)} occurs twice.`, {
    hint: "Keep one value: once the period is over, the actual value replaces the forecast.",
  });

export const unorderedPeriod = (at: At, period: string, before: string): Diagnostic =>
  error("bundle/unordered-periods", at, `${quoted(period)} comes after ${quoted(before)}, but is earlier.`, {
    hint: "Write the values oldest first.",
  });

export const unsafeLink = (at: At, targets: readonly string[]): Diagnostic =>
  error("bundle/unsafe-link", at, `A link must not lead to ${either(targets.map((one) => quoted(one)))}.`, {
    why: "Such an address can start a program or open a file on the reader's computer.",
    hint: "Use an https, http or mailto address. For a literal bracket, write \\[.",
  });

export const rangeReversed = (at: At, low: number, high: number): Diagnostic =>
  error("bundle/range", at, `The low end ${low} is above the high end ${high}.`, { hint: "Swap them." });

export const outsideRange = (
  at: At,
  value: number,
  low: number | undefined,
  high: number | undefined,
): Diagnostic =>
  error(
    "bundle/range",
    at,
    low !== undefined && value < low
      ? `The value ${value} is below its low end ${low}.`
      : `The value ${value} is above its high end ${high}.`,
    { hint: "low and high are the ends of a range that contains the value, in the same unit." },
  );

export const seriesLength = (at: At, found: number, expected: number, label: string): Diagnostic =>
  error("bundle/series-length", at, `${quoted(label)} has ${found} values for ${expected} series.`, {
    hint: "Give every row one value for each series, in the same order; null where one is missing.",
  });

export const rowLength = (at: At, found: number, expected: number): Diagnostic =>
  error(
    "bundle/row-length",
    at,
    `This row has ${found} ${found === 1 ? "cell" : "cells"}, and the table ${expected} columns.`,
    { hint: "Give every row one text for each column, in the same order; null leaves a cell empty." },
  );

export const blockContents = (at: At, held: readonly string[], all: readonly string[]): Diagnostic =>
  error(
    "bundle/block",
    at,
    held.length === 0 ? "This block has nothing to show." : `This block has ${every(held)} at once.`,
    {
      hint:
        held.length === 0
          ? `Give it one of ${either(all)}.`
          : "Give each of them a block of its own; they stand on the page in the order of the blocks.",
    },
  );

export const figureWithoutLabel = (at: At): Diagnostic =>
  error("bundle/block", at, "This figure has no label, so nobody can tell what it measures.", {
    hint: 'Add "label": what it is, and of which period.',
  });

export const blockField = (at: At, field: string, holders: readonly string[]): Diagnostic =>
  error("bundle/block", at, `A ${field} is only shown with ${either(holders)}.`, {
    hint: `Remove the ${field}, or write it as a text block.`,
  });

export const sumRange = (at: At): Diagnostic =>
  error("bundle/sum-range", at, "The sum of the amounts is out of range: sums must be from -1e15 to 1e15.", {
    hint: "Look for an amount with too many zeros.",
  });

export const rangeMissesBase = (
  at: At,
  driver: string,
  low: string,
  high: string,
  base: string,
): Diagnostic =>
  error(
    "bundle/sensitivity-base",
    at,
    `${quoted(driver)} gives a net present value from ${low} to ${high}, but that of the costs and benefits is ${base}.`,
    {
      why: "The range must contain the base case; otherwise readers see two cases that contradict each other.",
      hint: "Compute both ends with the discount rate, costs and benefits of this investment, and change only the driver.",
    },
  );

export const streamLength = (
  at: At,
  name: string,
  found: number,
  expected: number,
  first: string,
): Diagnostic =>
  error(
    "bundle/stream-length",
    at,
    `${quoted(name)} has ${found} amounts, but ${quoted(first)} has ${expected}.`,
    {
      hint: "Costs and benefits cover the same periods; write 0 where nothing is paid.",
    },
  );

export const startIsNotPeriod = (at: At, start: string, period: string, example: string): Diagnostic =>
  error("bundle/mixed-periods", at, `${quoted(start)} is not a ${period}, but "period" says ${period}.`, {
    hint: `Write it as ${example}.`,
  });

export const twoRecommended = (at: At, name: string, first: string): Diagnostic =>
  error("bundle/two-recommended", at, `${quoted(name)} and ${quoted(first)} are both recommended.`, {
    why: "Leadership is asked for one decision.",
    hint: "Remove recommended from all options but one.",
  });

export const nothingMeasured = (at: At): Diagnostic =>
  error("bundle/missing-field", at, "The bundle needs at least one metric or chart.", {
    hint: 'Claims without a number do not support a decision. Add "metrics": [ … ] or "charts": [ … ].',
  });

export const unknownLocale = (
  at: At,
  locale: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("bundle/unknown-locale", at, `There is no locale ${quoted(locale)}.`, {
    hint: near === undefined ? thereAre(known) : `Did you mean ${quoted(near)}?`,
  });

export const unknownTheme = (
  at: At,
  theme: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("bundle/unknown-theme", at, `There is no theme ${quoted(theme)}.`, {
    hint: near === undefined ? thereAre(known) : `Did you mean ${quoted(near)}?`,
  });

export const unknownCurrency = (at: At, currency: string, near: string | undefined): Diagnostic =>
  error("bundle/unknown-currency", at, `${quoted(currency)} is not an ISO 4217 currency code.`, {
    hint:
      near === undefined
        ? "Write a currency as three letters: EUR, USD, GBP."
        : `Did you mean ${quoted(near)}?`,
  });

/** `scaled` is true where the unit also names a scale: k€. */
export const unitInWords = (at: At, unit: string, meant: string, scaled: boolean): Diagnostic =>
  error("bundle/unknown-unit", at, `The unit ${quoted(unit)} is written ${quoted(meant)}.`, {
    why: "Foredeck knows it by that name alone: only then shares are shares, and amounts are money in the words of the deck.",
    hint: scaled
      ? `Write "unit": ${quoted(meant)} and the values unscaled; of a table in a file, "in": "thousand" says how its numbers are scaled. "scale" is how the deck shows them.`
      : `Write "unit": ${quoted(meant)}; the deck prints it as its language does.`,
  });

export const unknownTimezone = (at: At, zone: string, near: string | undefined): Diagnostic =>
  error("bundle/unknown-timezone", at, `${quoted(zone)} is not a time zone of the IANA database.`, {
    hint: near === undefined ? "Write a time zone such as Europe/Helsinki." : `Did you mean ${quoted(near)}?`,
  });

/** Messages about numbers of the bundle that contradict each other. */

/** `given` and `sum` are written as in the deck; `difference` is the gap between them, with its sign. */
export const stepsDoNotSum = (
  at: At,
  chart: string,
  label: string,
  given: string,
  sum: string,
  difference: string,
): Diagnostic =>
  error(
    "figures/sum",
    at,
    `The steps of ${quoted(chart)} add up to ${sum} at ${quoted(label)}, but its value is ${given}.`,
    {
      why: "Readers add up what they see; a bridge that does not add up costs trust in every other number.",
      hint: `Correct the step that is off by ${difference}, or remove the value: the sum is then computed.`,
    },
  );

export const valuesNotRead = (at: At, metric: string, file: string): Diagnostic =>
  error("figures/values", at, `The values of ${quoted(metric)} were not read from ${quoted(file)}.`, {
    hint: "Read the bundle together with its files before you compute its figures.",
  });
