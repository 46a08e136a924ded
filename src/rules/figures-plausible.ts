import { quoted } from "../diagnostics/make.ts";
import type { Metric } from "../model/bundle/index.ts";
import { exampleMetric } from "./facts/examples.ts";
import { plainText, type Sentence, sentences } from "./facts/sentences.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Factor that marks a value as written in another unit than the others: a share among percentages. */
const FAR = 30;

export const figuresPlausible: Rule = {
  code: "figures/plausible",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["counting"],
  reads: ["metrics.*"],
  asks: "The values of a metric and its target are of one magnitude, a share lies between 0 and 100%, and no more are counted than there are.",
  why: "One value in another unit turns a flat line into a leap, and nobody believes the line again.",
  hint: "Write all values unscaled and in the metric's unit: 62 for 62%, 1200000 for 1.2 million.",
  source: "IBCS, CHECK; Tufte, The Visual Display of Quantitative Information: one scale",
  sees: [
    "It compares each value that is not zero with the middle one of the others, and the target with the latest value. A measure that really grows thirtyfold is found, too: silence the rule with the reason.",
  ],
  examples: {
    valid: {
      metrics: [
        exampleMetric({
          better: "lower",
          values: [
            { period: "2024", value: 5 },
            { period: "2025", value: 4 },
          ],
        }),
      ],
    },
    invalid: {
      metrics: [
        exampleMetric({
          better: "lower",
          values: [
            { period: "2023", value: 5 },
            { period: "2024", value: 480 },
            { period: "2025", value: 4 },
          ],
        }),
      ],
    },
  },
  check: ({ bundle }) => {
    const outOf = languageOf(bundle)?.counting?.outOf;
    return [
      ...(bundle.metrics ?? []).flatMap((metric, n) => ofMetric(metric, ["metrics", n])),
      ...(outOf === undefined ? [] : sentences(bundle).flatMap((sentence) => beyondAll(outOf, sentence))),
    ];
  },
};

const digits = (text: string | undefined): number => Number((text ?? "").replaceAll(/\D/gu, ""));

/** Finds more than there are: 1,340 of 900. A year is no number of things. */
const beyondAll = (outOf: RegExp, { text, path }: Sentence): readonly Finding[] =>
  [...plainText(text).matchAll(outOf)]
    .filter(({ groups }) => digits(groups?.["part"]) > digits(groups?.["whole"]))
    .filter(({ groups }) => !/^(?:19|20)\d{2}$/u.test(groups?.["whole"] ?? ""))
    .map(([said]) => ({ what: `${quoted(said)} is more than all of them.`, excerpt: said, path }));

function ofMetric(metric: Metric, path: readonly (string | number)[]): readonly Finding[] {
  const all = Array.isArray(metric.values) ? metric.values : [];
  const known = all.flatMap(({ value, period }, n) =>
    value === null || value === 0 ? [] : [{ value, period, n }],
  );
  const sizes = known.map(({ value }) => Math.abs(value));
  const out = known.flatMap(({ value, period, n }, at): readonly Finding[] => {
    const others = sizes.filter((_size, each) => each !== at).toSorted((a, b) => a - b);
    // Of an even number of values, both in the middle.
    const middle = others[Math.floor((others.length - 1) / 2)];
    const upper = others[Math.floor(others.length / 2)];
    if (middle === undefined || upper === undefined) return [];
    // Of two values, the later one is named.
    if (sizes.length === 2 && at === 0) return [];
    if (!isFar(Math.abs(value), middle) || !isFar(Math.abs(value), upper)) return [];
    return [
      {
        what: `${quoted(metric.id)} is ${value} in ${period}, ${times(Math.abs(value), middle)} its other values.`,
        path: [...path, "values", n],
      },
    ];
  });
  if (out.length > 0 && out.length * 2 > known.length) return out.slice(0, 1);
  const latest = known.at(-1);
  const target = metric.target?.value;
  if (
    out.length === 0 &&
    latest !== undefined &&
    target !== undefined &&
    target !== 0 &&
    isFar(Math.abs(target), Math.abs(latest.value))
  )
    return [
      {
        what: `The target of ${quoted(metric.id)} is ${target}, ${times(Math.abs(target), Math.abs(latest.value))} its latest value of ${latest.value}.`,
        path: [...path, "target", "value"],
      },
    ];
  return [...out, ...beyondTheWhole(metric, known, path)];
}

/** A share above 100% beside a target that is a share. */
function beyondTheWhole(
  { id, unit, target }: Metric,
  known: readonly { readonly value: number; readonly period: string; readonly n: number }[],
  path: readonly (string | number)[],
): readonly Finding[] {
  if (unit !== "%" || target === undefined || target.value < 0 || target.value > 100) return [];
  return known
    .filter(({ value }) => value > 100 && target.value > 50)
    .map(({ value, period, n }) => ({
      what: `${quoted(id)} is ${value}% in ${period}, more than the whole, and its target is ${target.value}%.`,
      path: [...path, "values", n],
    }));
}

const isFar = (one: number, other: number): boolean => one > other * FAR || other > one * FAR;

const times = (one: number, other: number): string =>
  one > other ? `${Math.round(one / other)} times` : `1/${Math.round(other / one)} of`;
