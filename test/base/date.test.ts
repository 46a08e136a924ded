import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, daysInMonth, formatDay, isLeapYear, monthPosition, parseDay } from "../../src/base/date.ts";

describe("days", () => {
  it("count as the platform's own calendar does, in any century", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = dayOf(number);
        const date = new Date(number * 86_400_000);
        expect([day.year, day.month, day.day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(day.weekday % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it("read what they write", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_932_000 }), (number) => {
        expect(parseDay(formatDay(dayOf(number)))?.number).toBe(number);
      }),
    );
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-4-1",
    "1900-02-29",
    "",
    "2026-11-18T09:00",
  ])("refuse %j", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it("know leap years", () => {
    expect([2000, 2024, 1900, 2026].map(isLeapYear)).toEqual([true, true, false, false]);
    expect(daysInMonth(2028, 2)).toBe(29);
    expect(daysInMonth(2026, 13)).toBe(0);
  });

  it("stand on an axis of months, in order", () => {
    const day = parseDay("2026-01-01");
    expect(day && monthPosition(day)).toBe(24_312);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
        expect(monthPosition(dayOf(number + 1))).toBeGreaterThan(monthPosition(dayOf(number)));
      }),
    );
  });
});
