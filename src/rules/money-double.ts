import { every, quoted } from "../diagnostics/make.ts";
import type { Investment } from "../model/bundle/index.ts";
import { groups } from "./facts/cash.ts";
import { exampleInvestment } from "./facts/examples.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const moneyDouble: Rule = {
  code: "money/double",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  reads: ["investment"],
  asks: "No cost and no benefit is counted twice: streams differ in their names and in their amounts, and none is the total of others.",
  why: "One line counted twice makes the case look twice as good, and finance finds it first.",
  hint: "Keep one of the two, or name what makes them different things.",
  source: "HM Treasury, The Green Book: avoid double counting of benefits",
  examples: {
    valid: {
      investment: exampleInvestment([100, 100, 100], [], {
        benefits: [
          { name: "Margin kept", values: [60, 120, 150] },
          { name: "Overtime ended", values: [20, 30, 30] },
        ],
      }),
    },
    invalid: {
      investment: exampleInvestment([100, 100, 100], [], {
        benefits: [
          { name: "Margin kept", values: [60, 120, 150] },
          { name: "Customers who stay", values: [60, 120, 150] },
        ],
      }),
    },
  },
  check: ({ bundle }) => {
    const { investment } = bundle;
    if (investment === undefined) return [];
    const language = languageOf(bundle);
    return (["costs", "benefits"] as const).flatMap((side) => [
      ...totals(investment[side], side),
      ...investment[side].flatMap((stream, n): readonly Finding[] => {
        const [reason, twin] = twinOf(language, stream, investment[side].slice(0, n)) ?? [];
        return twin === undefined
          ? []
          : [
              {
                what: `The ${side} ${quoted(twin.name)} and ${quoted(stream.name)} ${reason}, and may be one thing.`,
                path: ["investment", side, n],
              },
            ];
      }),
    ]);
  },
};

/** A stream that is the sum of several others is their total, and counts each of them again. */
function totals(streams: readonly Stream[], side: "costs" | "benefits"): readonly Finding[] {
  return streams.flatMap((stream, n): readonly Finding[] => {
    const amounts = stream.values.filter((value) => value !== 0);
    // Even amounts may be the sum of others by chance; a course of several is not.
    if (amounts.length < 2 || new Set(amounts).size < 2) return [];
    const others = streams.filter((other, at) => at !== n && other.values.some((value) => value !== 0));
    const parts = groups(others).find(
      (group) =>
        group.length > 1 &&
        stream.values.every((value, at) => {
          const sum = group.reduce((total, { values }) => total + (values[at] ?? 0), 0);
          return Math.abs(sum - value) <= 1e-9 * Math.abs(value);
        }),
    );
    return parts === undefined
      ? []
      : [
          {
            what: `${quoted(stream.name)} is the sum of ${every(parts.map(({ name }) => name))} in every period, so that the ${side} count them twice.`,
            hint: "Remove the total; the deck adds it up.",
            path: ["investment", side, n],
          },
        ];
  });
}

type Stream = Investment["costs"][number];

/** Amounts that are the same in so many periods are no chance, unless they stand still. */
const PERIODS = 3;

function twinOf(
  language: Language | undefined,
  stream: Stream,
  others: readonly Stream[],
): readonly [string, Stream] | undefined {
  const amounts = stream.values.filter((value) => value !== 0);
  const distinct = new Set(amounts).size;
  const same = others.find(
    ({ values }) =>
      values.length === stream.values.length && values.every((value, n) => value === stream.values[n]),
  );
  // One round amount may stand in two lines by chance; a course of several does not.
  if (same !== undefined && amounts.length >= PERIODS && distinct > 1) return ["have the same amounts", same];
  const multiple = others.find(({ values }) => isMultiple(values, stream.values));
  if (multiple !== undefined && distinct > 2 && amounts.length >= PERIODS + 1)
    return ["move in exact proportion", multiple];
  if (language === undefined) return undefined;
  const words = [...new Set(language.contentWords(stream.name))];
  const named = others.find(({ name }) => {
    const theirs = [...new Set(language.contentWords(name))];
    const [less, more] = words.length <= theirs.length ? [words, theirs] : [theirs, words];
    return (
      less.length > 0 &&
      (less.length > 1 || more.length === 1) &&
      less.every((word) => more.some((each) => language.sameWord(word, each)))
    );
  });
  return named === undefined ? undefined : ["go by the same words", named];
}

/** True where one is the other times a number; a factor of one is the same amounts. */
function isMultiple(one: readonly number[], other: readonly number[]): boolean {
  const at = other.findIndex((value) => value !== 0);
  const factor = at < 0 ? 0 : (one[at] ?? 0) / (other[at] ?? 1);
  return (
    factor !== 0 &&
    one.length === other.length &&
    one.every((value, n) => Math.abs(value - factor * (other[n] ?? 0)) <= 1e-9 * Math.abs(value))
  );
}
