import { describe, expect, test } from "vitest";
import { lastGiven, split } from "../../src/charts/lower/kinds.ts";
import type { TableColumn } from "../../src/charts/lower/table.ts";

const column = (values: readonly (number | null)[], kinds: readonly string[]): TableColumn =>
  ({ name: "Visits", values, kinds }) as unknown as TableColumn;

describe("a series that is forecast from some point on", () => {
  test("has its expected values begin at the last actual one, so that the lines meet", () => {
    expect(split(column([3, 5, 8, 9], ["actual", "actual", "forecast", "forecast"]))).toEqual({
      actual: [3, 5, null, null],
      expected: [null, 5, 8, 9],
    });
  });

  test("meets across a gap, and where the first expected value is missing", () => {
    expect(split(column([3, null, null, 9], ["actual", "actual", "forecast", "forecast"]))).toEqual({
      actual: [3, null, null, null],
      expected: [3, null, null, 9],
    });
  });

  test("joins nothing where all is expected, all is actual, or expected values come first", () => {
    expect(split(column([3, 5], ["plan", "plan"])).expected).toEqual([3, 5]);
    expect(split(column([3, 5], ["actual", "actual"])).expected).toEqual([null, null]);
    expect(split(column([3, 5], ["plan", "actual"])).expected).toEqual([3, null]);
  });

  test("has no last value where none is given", () => {
    expect([lastGiven([null, null]), lastGiven([1, null]), lastGiven([])]).toEqual([-1, 0, -1]);
  });
});
