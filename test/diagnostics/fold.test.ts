import { expect, test } from "vitest";
import { foldPoints } from "../../src/diagnostics/findings/index.ts";
import { chartMissingValue, chartNoData } from "../../src/diagnostics/messages/index.ts";

const missing = (chart: number, n: number) =>
  chartMissingValue({ path: ["charts", chart, "data", n] }, "x", `Step ${n}`, "bar");

test("findings of one sort over many points of a chart are folded, a few and others are not", () => {
  const many = Array.from({ length: 15 }, (_, n) => missing(0, n));
  const few = Array.from({ length: 4 }, (_, n) => missing(1, n));
  const other = chartNoData({ path: ["charts", 0] }, "x");
  const found = foldPoints([...many, other, ...few]);
  expect(found).toHaveLength(3 + 1 + 4);
  expect(found[2]?.what).toBe(`${many[2]?.what} And 12 more.`);
  expect(found.slice(3)).toEqual([other, ...few]);
});

test("findings in other places stand one by one", () => {
  const terms = Array.from({ length: 9 }, (_, n) => ({ ...missing(0, n), path: ["ask", "terms", n] }));
  expect(foldPoints(terms)).toEqual(terms);
});
