import { expect, test } from "vitest";
import { foldKinds, foldPoints } from "../../src/diagnostics/findings/index.ts";
import { chartMissingValue, chartNoData, missingField } from "../../src/diagnostics/messages/index.ts";
import { pretty } from "../../src/diagnostics/reporters/pretty.ts";

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

test("points of two files are not folded into one another", () => {
  const of = (file: string) =>
    Array.from({ length: 4 }, (_, n) => ({ ...missing(0, n), place: { file, line: n + 1, column: 1 } }));
  expect(foldPoints([...of("a.json"), ...of("b.json")])).toHaveLength(8);
});

const wrong = (n: number) =>
  missingField({ path: ["goals", n, "name"] }, "name", `goals[${n}]`, "A name.", '"…"');

test("of one code twenty are shown, and the last of them says how many more there are", () => {
  const many = Array.from({ length: 63 }, (_, n) => wrong(n));
  const other = chartNoData({ path: ["charts", 0] }, "x");
  const folded = foldKinds([...many.slice(0, 40), other, ...many.slice(40)]);
  expect(folded.map(({ finding }) => finding)).toEqual([...many.slice(0, 20), other]);
  expect(folded.map(({ more }) => more)).toEqual([...Array.from({ length: 19 }, () => 0), 43, 0]);
});

test("a single one more is shown, since a line about it would be as long", () => {
  const folded = foldKinds(Array.from({ length: 21 }, (_, n) => wrong(n)));
  expect(folded).toHaveLength(21);
  expect(folded.every(({ more }) => more === 0)).toBe(true);
});

test("an error and a warning of one code are two kinds", () => {
  const errors = Array.from({ length: 15 }, (_, n) => wrong(n));
  const warnings = errors.map((each) => ({ ...each, severity: "warning" as const }));
  expect(foldKinds([...errors, ...warnings])).toHaveLength(30);
});

test("a folded report says by which command all are shown; without it nothing is folded", () => {
  const many = Array.from({ length: 30 }, (_, n) => wrong(n));
  const folded = pretty(many, {
    colour: false,
    width: 100,
    folded: true,
    showAll: "foredeck check x.json --all",
  });
  expect(folded.match(/needs the field/g)).toHaveLength(20);
  expect(folded).toContain(
    "and 10 more of bundle/missing-field; all are shown by: foredeck check x.json --all",
  );
  expect(folded).toContain("\n30 errors\n");
  expect(pretty(many, { colour: false, width: 100 }).match(/needs the field/g)).toHaveLength(30);
});
