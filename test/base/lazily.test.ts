import { expect, test } from "vitest";
import { lazily } from "../../src/base/lazily.ts";

test("a value is made when it is first asked for, and once, also where it is undefined", () => {
  const made: string[] = [];
  const value = lazily(() => {
    made.push("value");
    return undefined;
  });
  expect(made).toEqual([]);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toEqual(["value"]);
});
