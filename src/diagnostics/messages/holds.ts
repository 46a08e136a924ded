import type { Diagnostic } from "../diagnostic.ts";
import { type At, either, error, quoted, thereAre, thousands } from "../make.ts";

/** Messages about tests of claims (`holds`) that cannot be judged. One that is false is a finding of a rule. */

const WHY = "A test that cannot be judged guards nothing.";

export const holdsSyntax = (at: At, test: string, reason: string): Diagnostic =>
  error(
    "holds/syntax",
    at,
    `${quoted(test)} cannot be read as a test: ${reason.replace(/^\w/, (c) => c.toLowerCase())}.`,
    {
      why: WHY,
      hint: 'Write one condition, such as "mispicks.latest > mispicks.first" or "share(causes[\\"Wrong bin\\"], causes) >= 0.5". Numbers have no separators; names have no braces.',
    },
  );

export const holdsUnknown = (
  at: At,
  name: string,
  near: string | undefined,
  known: readonly string[],
  absent: string | undefined,
): Diagnostic =>
  error(
    "holds/unknown",
    at,
    absent === undefined ? `There is no ${quoted(name)}.` : `There is no ${quoted(name)}: ${absent}.`,
    {
      why: WHY,
      hint:
        near === undefined
          ? known.length === 0
            ? "The bundle has no figures."
            : thereAre(known)
          : `Did you mean ${quoted(near)}?`,
    },
  );

export const holdsUnits = (at: At, left: string, right: string): Diagnostic =>
  error("holds/units", at, `${quoted(left)} and ${quoted(right)} cannot be compared, added or subtracted.`, {
    why: "Two units compared as bare numbers say nothing.",
    hint: "Compare figures of one unit, or the change of each: change(a.first, a.latest) > change(b.first, b.latest).",
  });

export const holdsArguments = (at: At, name: string, usage: string): Diagnostic =>
  error("holds/arguments", at, `${quoted(name)} takes other arguments.`, {
    why: WHY,
    hint: `Write ${usage}.`,
  });

export const holdsOne = (at: At, name: string, count: number): Diagnostic =>
  error("holds/one", at, `${quoted(name)} is a series of ${count} values where one number is needed.`, {
    why: WHY,
    hint: `Say which: ${name}["…"], max(${name}), sum(${name}), or every(${name}, value > …).`,
  });

export const holdsDrawn = (at: At, chart: string, metrics: readonly string[]): Diagnostic =>
  error("holds/metrics", at, `The chart ${quoted(chart)} draws metrics and has no data of its own.`, {
    why: WHY,
    hint: `Name the metric: ${either(metrics)}.`,
  });

export const holdsType = (at: At, wanted: string, found: string): Diagnostic =>
  error("holds/type", at, `The test needs ${wanted} where it has ${found}.`, {
    why: WHY,
    hint: "A test compares numbers: figures, values of a period or category, or what functions make of a series. Put parentheses around what belongs together.",
  });

export const holdsMissing = (at: At, name: string): Diagnostic =>
  error(
    "holds/missing",
    at,
    name === "" ? "There is no value to judge by." : `${quoted(name)} has no value.`,
    {
      why: "What is missing is not zero, so the claim can be neither confirmed nor refuted.",
      hint: "Add the value, or test a period or category that has one.",
    },
  );

export const holdsZero = (at: At): Diagnostic =>
  error("holds/zero", at, "The test divides by a value that is zero.", {
    why: WHY,
    hint: "Compare the difference instead of the share or the relative change.",
  });

export const holdsCostly = (at: At, most: number): Diagnostic =>
  error("holds/costly", at, `The test looks at values more than ${thousands(most)} times.`, {
    why: WHY,
    hint: "Do not put a condition on a series inside a condition on another one.",
  });

/** A figure that a test looked at, by its name, and its text as the deck prints it. */
interface Read {
  readonly name: string;
  readonly text: string;
}

const said = (readings: readonly Read[]): string =>
  readings.map(({ name, text }) => `${name} is ${text}`).join(", ");

/** The sentence of a finding about a claim that its data contradict. */
export const holdsFalse = (claim: string, test: string, readings: readonly Read[]): string =>
  `The data contradict ${quoted(claim, 90)}: ${test} is false${readings.length === 0 ? "" : ` (${said(readings)})`}.`;

/** The sentence of a finding about words that the figures contradict. */
export const claimContradicted = (words: string, sentence: string, readings: readonly Read[]): string =>
  `The figures contradict ${quoted(words)} in ${quoted(sentence.trim(), 90)}${readings.length === 0 ? "" : `: ${said(readings)}`}.`;
