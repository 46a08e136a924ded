import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayOf } from "../../src/base/date.ts";
import {
  comparePeriods,
  PERIOD_KINDS,
  parsePeriod,
  periodAt,
  periodsBetween,
} from "../../src/base/period.ts";

const read = (text: string) => {
  const period = parsePeriod(text);
  if (period === undefined) throw new Error(`${text} is no period`);
  return period;
};
/** Years 1900 to 2199, as ordinals of each kind. */
const ORDINALS = {
  year: [1900, 2199],
  "half-year": [3800, 4399],
  quarter: [7600, 8799],
  month: [22_800, 26_399],
  week: [-3600, 12_000],
  day: [-25_000, 84_000],
} as const;
const anyPeriod = fc
  .constantFrom(...PERIOD_KINDS)
  .chain((kind) =>
    fc.integer({ min: ORDINALS[kind][0], max: ORDINALS[kind][1] }).map((n) => periodAt(kind, n)),
  );

describe("periods", () => {
  it("read what they write", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(period.text)).toEqual(period);
      }),
    );
  });

  it("follow each other without gap or overlap", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const next = periodAt(period.kind, period.ordinal + 1);
        expect(next.start).toBeCloseTo(period.end, 9);
        expect(period.end).toBeGreaterThan(period.start);
        expect(comparePeriods(period, next)).toBeLessThan(0);
      }),
    );
  });

  it.each([
    ["2026", "year", 24_312, 24_324],
    ["2027-H1", "half-year", 24_324, 24_330],
    ["2026-Q3", "quarter", 24_318, 24_321],
    ["2026-10", "month", 24_321, 24_322],
  ] as const)("place %s on the axis of months", (text, kind, start, end) => {
    expect(read(text)).toMatchObject({ kind, start, end });
  });

  // ISO 8601: week 1 holds the first Thursday of the year; 2026 has 53 weeks, 2025 has 52.
  it.each([
    ["2026-W01", "2025-12-29"],
    ["2026-W53", "2026-12-28"],
    ["2027-W01", "2027-01-04"],
    ["2026-W41", "2026-10-05"],
  ])("start %s on Monday %s", (week, monday) => {
    expect(read(week).start).toBe(read(monday).start);
  });

  it("give a week the year of its Thursday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), (ordinal) => {
        const thursday = dayOf(ordinal * 7);
        expect(periodAt("week", ordinal).year).toBe(thursday.year);
        expect(periodAt("week", ordinal).part).toBe(
          Math.floor((thursday.number - dayNumber(thursday.year, 1, 1)) / 7) + 1,
        );
      }),
    );
  });

  it.each([
    "2025-W53",
    "2026-W00",
    "2026-W54",
    "2026-Q5",
    "2026-H3",
    "2026-13",
    "2026-02-30",
    "26",
    "spring 2026",
    "",
  ])("refuse %j", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it("enumerate everything between two of one kind, up to a bound", () => {
    expect(periodsBetween(read("2026-Q3"), read("2027-Q2"), 600)?.map(({ text }) => text)).toEqual([
      "2026-Q3",
      "2026-Q4",
      "2027-Q1",
      "2027-Q2",
    ]);
    expect(periodsBetween(read("2026-Q3"), read("2026-10"), 600)).toBeUndefined();
    expect(periodsBetween(read("2026-10"), read("2026-09"), 600)).toBeUndefined();
    expect(periodsBetween(read("2026-01"), read("2026-12"), 11)).toBeUndefined();
  });
});
