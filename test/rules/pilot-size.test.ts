import { describe, expect, test } from "vitest";
import { pilots } from "../../src/rules/languages/en/pilots.ts";

describe("the size of a pilot in English", () => {
  test.each([
    "6,000 pieces with chips and 6,000 without",
    "412 patients on six wards",
    "twelve branches of the region",
    "n = 48",
    "forty of the looms",
    "3 100 older households",
    "two hundred sheep",
  ])("is said by what took part: %s", (text) => expect(pilots.size.test(text)).toBe(true));

  test.each([
    "it ran for eight weeks",
    "losses fell by 3 points",
    "14.9 percent after 30 days",
    "it cost 4,000 euros",
    "2 to 3 times as often",
    "in 2026",
    "30 minutes less",
  ])("is not said by how long it ran or what changed: %s", (text) =>
    expect(pilots.size.test(text)).toBe(false),
  );
});
