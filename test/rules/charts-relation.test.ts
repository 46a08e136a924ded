import { expect, test } from "vitest";
import { check, RULES } from "../../src/rules/index.ts";
import { withFigures } from "./says.ts";
import { SOUND } from "./sound.ts";

const RULE = RULES.filter(({ code }) => code === "charts/relation");

const found = (message: string, points: readonly (readonly [number, number])[], locale = "en-GB") =>
  check(
    {
      ...withFigures({
        ...SOUND,
        locale,
        charts: [
          {
            ...{
              id: "both",
              kind: "scatter" as const,
              message,
              source: "s",
              asOf: "2026-10-31",
              owner: "head",
            },
            ...{ period: "2026", supports: ["g"], x: { name: "Age", unit: "years" } },
            ...{ y: { name: "Faults", unit: "faults" } },
            data: points.map(([x, y], n) => ({ label: `Lift ${n + 1}`, x, y })),
          },
        ],
      }),
      replies: [],
    },
    RULE,
  ).findings.length;

const RISING = [
  [2, 1],
  [5, 3],
  [9, 2],
  [14, 6],
  [20, 9],
] as const;
const FALLING = RISING.map(([x, y]) => [x, 10 - y] as const);
const NONE = [
  [2, 5],
  [5, 1],
  [9, 9],
  [14, 2],
  [20, 5],
] as const;

test.each([
  ["The older a lift is, the more often it stops", RISING, "en-GB"],
  ["The newer the lift, the fewer its faults", RISING, "en-GB"],
  ["The longer lifts run, the lower the number of faults", FALLING, "en-GB"],
  ["Mitä vanhempi hissi, sitä useammin se pysähtyy", RISING, "fi-FI"],
  ["Mitä vanhempi hissi on, sitä harvemmin se pysähtyy", FALLING, "fi-FI"],
] as const)("%s", (message, points, locale) => {
  expect(found(message, points, locale)).toBe(0);
});

test.each([
  ["The older a lift is, the more often it stops", FALLING, "en-GB"],
  ["The older a lift is, the more often it stops", NONE, "en-GB"],
  ["The longer lifts run, the lower the number of faults", RISING, "en-GB"],
  ["Mitä vanhempi hissi, sitä useammin se pysähtyy", FALLING, "fi-FI"],
  ["Mitä vanhempi hissi on, sitä harvemmin se pysähtyy", RISING, "fi-FI"],
] as const)("%s, which the points deny", (message, points, locale) => {
  expect(found(message, points, locale)).toBe(1);
});

test("of three points nothing follows", () => {
  expect(found("The older a lift is, the more often it stops", FALLING.slice(0, 3))).toBe(0);
});
