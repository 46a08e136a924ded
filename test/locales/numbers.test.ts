import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enGB } from "../../src/locales/en.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import type { LocaleWords, ValueStyle } from "../../src/locales/locale.ts";
import { speak } from "../../src/locales/speak.ts";

const english = speak(enGB);
const value = (exact: number, style: ValueStyle): string => english.value(exact, style);

describe("English values", () => {
  it.each<[number, ValueStyle, string]>([
    [14.9, { unit: "%", decimals: 1 }, "14.9%"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1.4 points"],
    [1.4, { unit: "pp", decimals: 1, signed: true }, "+1.4 points"],
    [1, { unit: "pp", decimals: 0 }, "1 point"],
    [1, { unit: "pp", decimals: 1 }, "1.0 points"],
    [-0.04, { unit: "pp", decimals: 1, signed: true }, "0.0 points"],
    [420_000, { unit: "EUR", decimals: 0 }, "EUR 420,000"],
    [0, { unit: "EUR", decimals: 0 }, "EUR 0"],
    [-1234.5, { unit: "EUR", decimals: 2 }, "−EUR 1,234.50"],
    [230_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "EUR 230 thousand"],
    [179.1e6, { unit: "EUR", decimals: 1, scale: "million" }, "EUR 179.1 million"],
    [43, { unit: "days", decimals: 0 }, "43 days"],
    [1, { unit: "days", decimals: 0 }, "1 day"],
    [1240, { unit: "tickets", decimals: 0 }, "1,240 tickets"],
    [1, { unit: "open queries per week", decimals: 0 }, "1 open query per week"],
    [1, { unit: "people", decimals: 0 }, "1 person"],
    [1, { unit: "NPS", decimals: 0 }, "1 NPS"],
    [1, { unit: "status", decimals: 0 }, "1 status"],
    [1e6, { unit: "tickets", decimals: 0, scale: "million" }, "1 million tickets"],
    [12.5, { unit: "", decimals: 1 }, "12.5"],
  ])("write %d with %j", (exact, style, expected) => {
    expect(value(exact, style)).toBe(expected);
  });

  it.each<[number, ValueStyle, string]>([
    [920_000, { unit: "EUR", decimals: 2, scale: "million" }, "EUR 0.92m"],
    [420_000, { unit: "EUR", decimals: 0 }, "EUR 420k"],
    [1_234_567, { unit: "EUR", decimals: 0 }, "EUR 1.23m"],
    [999_950, { unit: "EUR", decimals: 0 }, "EUR 1m"],
    [9_999, { unit: "EUR", decimals: 0 }, "EUR 9,999"],
    [2.5e9, { unit: "EUR", decimals: 0 }, "EUR 2.5bn"],
    [45_600, { unit: "tickets", decimals: 0 }, "45.6k tickets"],
    [14.9, { unit: "%", decimals: 1 }, "14.9%"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1.4 pp"],
  ])("shorten %d with %j", (exact, style, expected) => {
    expect(value(exact, { ...style, style: "short" })).toBe(expected);
  });

  it("leave unit and scale word off where they stand elsewhere", () => {
    expect(value(230_000, { unit: "EUR", decimals: 0, scale: "thousand", style: "plain" })).toBe("230");
    expect(english.unit("EUR", "thousand")).toBe("EUR thousand");
    expect(english.unit("tickets", "thousand")).toBe("thousand tickets");
    expect(english.unit("pp")).toBe("percentage points");
    expect(english.unit("", "million")).toBe("million");
  });

  it.each<[number, number, ValueStyle, string]>([
    [12.8, 14.3, { unit: "%", decimals: 1 }, "12.8–14.3%"],
    [-2.1, -0.7, { unit: "pp", decimals: 1, signed: true }, "−2.1 to −0.7 points"],
    [0.3, 1.2, { unit: "pp", decimals: 1, signed: true }, "+0.3 to +1.2 points"],
    [-2, 3, { unit: "%", decimals: 0 }, "−2% to 3%"],
    [610_000, 1_180_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "EUR 610–1,180 thousand"],
    [-62_000, 5_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "−EUR 62 thousand to EUR 5 thousand"],
    [14.31, 14.29, { unit: "%", decimals: 1 }, "14.3%"],
    [5, 9, { unit: "days", decimals: 0 }, "5–9 days"],
  ])("write the range %d to %d with %j", (low, high, style, expected) => {
    expect(english.range(low, high, style)).toBe(expected);
  });

  it("never write a sign before zero, and the same digits for a number and its opposite", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (n, decimals) => {
          const [text, opposite] = [english.number(n, { decimals }), english.number(-n, { decimals })];
          expect(text.replace("−", "")).toBe(opposite.replace("−", ""));
          if (/^[0.]*$/.test(text.replace("−", ""))) expect(text).not.toContain("−");
        },
      ),
    );
  });

  it("group thousands as Intl does", () => {
    const intl = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (n) => {
        expect(english.number(n, { decimals: 0 })).toBe(intl.format(n));
        expect(english.number(n, { decimals: 0, grouping: false })).toBe(String(n));
      }),
    );
  });
});

describe("another language", () => {
  const words: LocaleWords = {
    ...enGB,
    tag: "de-DE",
    numbers: { ...enGB.numbers, decimal: ",", group: "." },
    patterns: { ...enGB.patterns, percent: "{n} %", currency: "{n} {unit}" },
    points: { text: { one: "Punkt", other: "Punkte" }, short: "PP", alone: "Prozentpunkte" },
    scales: enGB.scales.map((scale) =>
      scale.name === "million"
        ? { ...scale, long: { one: "Million", other: "Millionen" }, short: " Mio." }
        : scale,
    ),
  };
  const german = speak(words);

  it("is data: marks, places of units and plural forms", () => {
    expect(german.value(14.9, { unit: "%", decimals: 1 })).toBe("14,9 %");
    expect(german.value(-1234.5, { unit: "EUR", decimals: 2 })).toBe("−1.234,50 EUR");
    expect(german.value(1e6, { unit: "EUR", decimals: 0, scale: "million" })).toBe("1 Million EUR");
    expect(german.value(2e6, { unit: "EUR", decimals: 0, scale: "million" })).toBe("2 Millionen EUR");
    expect(german.value(1, { unit: "pp", decimals: 0 })).toBe("1 Punkt");
    expect(german.list(["a", "b", "c"], "and")).toBe("a, b und c");
  });
});

describe("resolveLocale", () => {
  it.each([
    ["en-GB", "en-GB"],
    ["en-us", "en-US"],
    ["en_US", "en-US"],
    ["en-ZW", "en-GB"],
    ["en", "en-GB"],
    ["en-Latn-AU", "en-GB"],
    ["fi", "fi-FI"],
    ["fi-AX", "fi-FI"],
    ["da-DK", undefined],
    ["sv-FI", "sv-SE"],
    ["", undefined],
    ["constructor", undefined],
  ])("reads %j as %j", (tag, expected) => {
    expect(resolveLocale(tag)?.tag).toBe(expected);
  });
});
