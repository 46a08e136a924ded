import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHART_KINDS, type ChartKindName } from "../../src/charts/index.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { trials } from "../trials.ts";
import { type Given, givenCharts, MESSAGE } from "./alt/given.ts";
import { readAlt } from "./alt/read.ts";
import { bundleOf, contextFor, lowerAny } from "./fixture.ts";

/**
 * What people hear who cannot see a chart. Each alternative text is read by expressions of this test, its numbers by their
 * digits, and all is held against the values that the chart was made from: no code of the charts takes part in it.
 */
const LANGUAGES = { en: "en-GB", fi: "fi-FI" } as const;
const RUNS = trials(120, 40);
/** Of charts made by chance, so many at least can be drawn. */
const LEAST = RUNS / 5;

const altOf = ({ chart, metrics }: Given, tag: string): string => {
  const bundle: Bundle = { ...bundleOf(metrics), charts: [chart] };
  const exhibit = lowerAny(chart, contextFor(bundle, MESSAGE, ["charts", 0], tag));
  return exhibit.type === "tableExhibit" ? (exhibit.table.alt ?? "") : exhibit.alt;
};

const drawn = (given: Given, tag: string): string | undefined => {
  try {
    return altOf(given, tag);
  } catch (cause) {
    if (cause instanceof DiagnosticsError) return undefined;
    throw cause;
  }
};

describe.each(Object.entries(LANGUAGES))("alternative text in %s", (language, tag) => {
  test.each(Object.keys(CHART_KINDS) as ChartKindName[])("%s says what its data say", (kind) => {
    let told = 0;
    fc.assert(
      fc.property(givenCharts(kind), (given: Given) => {
        const text = drawn(given, tag);
        if (text === undefined) return;
        told += 1;
        expect(readAlt(text, given, language as "en" | "fi"), text).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(LEAST);
  });
});
