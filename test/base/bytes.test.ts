import { expect, test } from "vitest";
import { bytesOf, cutToBytes } from "../../src/base/graphemes.ts";

test.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "abc"],
  ["図書館", 8, "図書"],
  ["図書館", 9, "図書館"],
  ["a👩‍👩‍👧b", 18, "a"],
  ["a👩‍👩‍👧b", 19, "a👩‍👩‍👧"],
  ["e\u0301e\u0301", 5, "e\u0301"],
  ["", 0, ""],
])("%j has in %i bytes room for %j", (text, most, expected) => {
  expect(cutToBytes(text, most)).toBe(expected);
  expect(bytesOf(expected)).toBeLessThanOrEqual(most);
});

test("UTF-16 units may be limited too", () => {
  expect(cutToBytes("ab👍🏽c", 100, 5)).toBe("ab");
  expect(cutToBytes("ab👍🏽c", 100, 6)).toBe("ab👍🏽");
});
