import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeFigures } from "../../src/compute/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { plain, rich } from "../../src/model/text.ts";
import type { SlideContext } from "../../src/slides/kind.ts";
import { meaning } from "../../src/slides/meaning.ts";
import { bundleOf } from "../charts/fixture.ts";

interface Given {
  readonly values: readonly (number | null)[];
  /** So many values at the end are forecast. */
  readonly ahead: number;
  readonly target: number | undefined;
  readonly better: "higher" | "lower" | undefined;
  readonly unit: string;
  readonly decimals: number;
}

const within = (decimals: number): fc.Arbitrary<number> =>
  fc.integer({ min: -400, max: 400 }).map((n) => n / 10 ** decimals);

/** Metrics of a few years, some of them missing or forecast, with and without a target. */
const metrics: fc.Arbitrary<Given> = fc.constantFrom(0, 1).chain((decimals) =>
  fc.record({
    values: fc.array(fc.option(within(decimals), { freq: 10 }), { minLength: 1, maxLength: 6 }),
    ahead: fc.constantFrom(0, 0, 1, 2),
    target: fc.option(within(decimals), { freq: 4, nil: undefined }),
    better: fc.constantFrom("higher" as const, "lower" as const, undefined),
    unit: fc.constantFrom("%", "EUR", "days"),
    decimals: fc.constant(decimals),
  }),
);

const pointsOf = ({ values, ahead }: Given) =>
  values.map((value, n) => ({
    period: String(2018 + n),
    value,
    kind: n >= values.length - ahead ? "forecast" : "actual",
  }));

/** The sentences beside a chart of a metric. */
function said(given: Given, tag: string): readonly string[] {
  const locale = resolveLocale(tag);
  if (locale === undefined) throw new Error(`no locale ${tag}`);
  const { target, better, unit, decimals } = given;
  const metric = {
    ...{ id: "m", name: "Measure", unit, decimals, values: pointsOf(given) },
    ...(target === undefined ? {} : { target: { value: target } }),
    ...(better === undefined ? {} : { better }),
  };
  const chart = { id: "x", kind: "line", message: "It is so", metrics: ["m"] } as unknown as Chart;
  const bundle = { ...bundleOf([]), metrics: [metric], charts: [chart] };
  const { figures } = computeFigures(bundle as never, locale);
  const speaking = {
    ...{ bundle, figures, locale, rich },
    ...{ say: createPhrasebook(locale).say, words: createPhrasebook(locale).words },
    find: { metric: () => metric },
  };
  return meaning(speaking as unknown as SlideContext, chart).map(plain);
}

/** A number as a language writes it. */
const numberIn = (text: string | undefined): number =>
  Number(
    (text ?? "")
      .replace("−", "-")
      .replace(",", ".")
      .replace(/[^\d.-]/g, ""),
  );

/** What a sentence asserts, read back from its words. */
interface Read {
  readonly latest: number;
  readonly period: string | undefined;
  readonly gap?: number;
  readonly met?: boolean;
  readonly target?: number;
}

const LANGUAGES: Readonly<Record<string, { readonly about: RegExp; readonly ahead: RegExp }>> = {
  "en-GB": {
    about:
      /^Measure(?: in (?<period>\d{4}))?: (?<latest>.+?)(?:, (?<gap>[^,]+?) (?<side>better than|from) the target of (?<target>.+))?\.$/u,
    ahead: /^The forecast for (?<period>\d{4}) is (?<value>.+)\.$/u,
  },
  "fi-FI": {
    about:
      /^Measure: (?<latest>.+?)(?: \((?<period>\d{4})\))?(?:\. Tavoite on (?<target>.+?), (?<side>ja se on saavutettu: ero|eroa on vielä) (?<gap>.+))?\.$/u,
    ahead: /^Ennuste \((?<period>\d{4})\) on (?<value>.+)\.$/u,
  },
};

function read(sentence: string, tag: string): Read {
  const found = LANGUAGES[tag]?.about.exec(sentence)?.groups;
  expect(found, sentence).toBeDefined();
  const { latest, period, gap, side, target } = found ?? {};
  return {
    latest: numberIn(latest),
    period,
    ...(gap === undefined
      ? {}
      : { gap: numberIn(gap), met: /better|saavutettu/.test(side ?? ""), target: numberIn(target) }),
  };
}

describe.each(Object.keys(LANGUAGES))("of any metric, the sentences of %s say what its data do", (tag) => {
  test("the latest value, how far it is from the target, and on which side", () => {
    let told = 0;
    fc.assert(
      fc.property(metrics, (given) => {
        const [first] = said(given, tag);
        const known = pointsOf(given).filter(({ value }) => value !== null);
        const latest = known.findLast(({ kind }) => kind === "actual") ?? known.at(-1);
        if (first === undefined) {
          expect(latest).toBeUndefined();
          return;
        }
        const { gap, met, target, ...value } = read(first, tag);
        expect(value.latest, first).toBe(latest?.value);
        if (value.period !== undefined) expect(value.period).toBe(latest?.period);
        if (gap === undefined) return;
        expect(target, first).toBe(given.target);
        const apart = (latest?.value ?? 0) - (given.target ?? 0);
        expect(Math.abs(gap), first).toBeCloseTo(Math.abs(apart), given.decimals + 1);
        const good = given.better === "lower" ? apart <= 0 : apart >= 0;
        // Where nothing says which way is good, no side is named.
        expect(met, first).toBe(given.better !== undefined && good);
        told += 1;
      }),
      { numRuns: 400, seed: 20_261_130 },
    );
    expect(told).toBeGreaterThan(100);
  });

  test("the forecast is the last value that is ahead, and never a fact", () => {
    let told = 0;
    fc.assert(
      fc.property(metrics, (given) => {
        const [, next] = said(given, tag);
        const ahead = pointsOf(given).findLast(({ kind, value }) => kind === "forecast" && value !== null);
        const actual = pointsOf(given).some(({ kind, value }) => kind === "actual" && value !== null);
        expect(next !== undefined, next).toBe(ahead !== undefined && actual);
        if (next === undefined) return;
        const { period, value } = LANGUAGES[tag]?.ahead.exec(next)?.groups ?? {};
        expect(period, next).toBe(ahead?.period);
        expect(numberIn(value), next).toBe(ahead?.value);
        told += 1;
      }),
      { numRuns: 400, seed: 20_261_131 },
    );
    expect(told).toBeGreaterThan(50);
  });
});
