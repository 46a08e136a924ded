import { describe, expect, test } from "vitest";
import { createNodeHost } from "../../src/host/node.ts";
import { readBundle } from "../../src/read/index.ts";
import { Checker, judgeBase, newFindings } from "./compare.ts";
import { Data, sum } from "./data.ts";
import { edited, type Json, pathOf } from "./edits.ts";
import { withValues } from "./falsified.ts";
import { mutations } from "./mutate.ts";
import { presentValue } from "./present-value.ts";
import { report, wilson } from "./report.ts";
import { SCENARIOS } from "./scenarios.ts";
import { bases, casesOf, samples } from "./set.ts";
import { TRUTHS } from "./truths/index.ts";

const BASES = bases();
const NAMES = BASES.map(({ name }) => name);
const named = (name: string) => {
  const base = [...BASES, ...samples()].find((each) => each.name === name);
  if (base === undefined) throw new Error(`No bundle ${name}`);
  return base;
};

type Stream = { readonly values: readonly number[] };

describe.each(NAMES)("the sound bundle %s", (name) => {
  const { bundle, root } = named(name);
  const data = new Data(bundle);
  const { weaknesses, variants } = casesOf(name);

  test("is read without a problem", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(bundle));
    const { problems } = await readBundle(bytes, `${name}.json`, createNodeHost(), root);
    expect(problems).toEqual([]);
  });

  test("has weaknesses and variants that change it, at places that exist", () => {
    for (const { set } of [...weaknesses, ...variants]) expect(edited(bundle, set)).not.toEqual(bundle);
    for (const { set, touch, wrong } of weaknesses) {
      const places = touch.filter((place) => {
        try {
          return pathOf(bundle, place).length > 0;
        } catch {
          return pathOf(edited(bundle, set), place).length > 0;
        }
      });
      expect(places, wrong).toHaveLength(touch.length);
    }
  });

  test("is asked for what the first periods, or all, of the investment cost", () => {
    const costs = data.get<readonly Stream[]>("investment.costs");
    const periods = (costs[0]?.values ?? []).map((_value, at) =>
      sum(costs.map(({ values }) => values[at] ?? 0)),
    );
    const sums = periods.map((_cost, at) => sum(periods.slice(0, at + 1)));
    expect(sums).toContain(data.number("ask.amount"));
  });

  test("has sensitivities that follow from its streams", () => {
    const stated =
      data.get<readonly { low: { npv: number }; high: { npv: number } }[]>("investment.sensitivity");
    const computed = (SCENARIOS[name] ?? []).map(({ low, high }) => ({
      low: Math.round(presentValue(data, low)),
      high: Math.round(presentValue(data, high)),
    }));
    expect(stated.map(({ low, high }) => ({ low: low.npv, high: high.npv }))).toEqual(computed);
  });
});

test.each(Object.entries(TRUTHS))("all that %s says of its numbers is so", async (name, truths) => {
  const data = new Data(await withValues(named(name)));
  for (const { at, holds } of truths) {
    expect(data.get<Json>(at)).toBeTypeOf("string");
    expect(holds(data), at).toBe(true);
  }
});

test("a bundle is judged with a weakness that is found, one that is not looked for, and a variant", async () => {
  const base = named("libraries");
  const { weaknesses, variants } = casesOf("libraries");
  const notMet = weaknesses.filter(({ kind }) => kind === "gatekeeper not met");
  const elsewhere = notMet.map((each) => ({ ...each, touch: ["plan"] }));
  const result = await judgeBase(base, {
    weaknesses: [...notMet, ...elsewhere],
    variants: variants.slice(0, 1),
  });
  expect(result.weaknesses.map(({ hits }) => hits.length > 0)).toEqual([true, false]);
  expect(result.weaknesses.map(({ strays }) => strays.length > 0)).toEqual([false, true]);
  expect(report([result])).toContain("| People | 1 of 2 | 50% |");
  const before = await new Checker(base).findings(base.bundle);
  expect(newFindings(before, before)).toEqual([]);
});

test("every series is changed in every way that changes it, and its totals follow", () => {
  const bundle: Json = {
    metrics: [{ id: "a", values: [{ value: 1 }, { value: 2, low: 1, high: 4 }, { value: 6 }] }],
    charts: [
      { id: "b", kind: "waterfall", data: [{ value: 3 }, { value: 5 }, { value: 8, total: true }] },
      { id: "c", kind: "bar", data: [{ values: [5, 4] }, { values: [5, 2] }] },
    ],
  };
  const made = [...mutations(bundle)];
  expect(made.filter(({ series }) => series === "metric a").map(({ change }) => change)).toEqual([
    "reversed",
    "40% up",
    "40% down",
    "levelled",
    "reordered",
  ]);
  const [reversed] = made;
  expect(reversed?.bundle).toMatchObject({
    metrics: [{ values: [{ value: 6 }, { value: 2, low: 1, high: 4 }, { value: 1 }] }],
  });
  const up = made.find(({ series, change }) => series === "chart b, value" && change === "40% up");
  expect(up?.bundle).toMatchObject({ charts: [{ data: [{ value: 4 }, { value: 7 }, { value: 11 }] }, {}] });
  expect(made.filter(({ series }) => series === "chart c, series 1")).toHaveLength(2);
});

test("Wilson's interval is the one of the textbook", () => {
  // Brown, Cai and DasGupta 2001, Statistical Science 16: 81 of 263 gives 0.255 to 0.366.
  expect(wilson(81, 263).map((end) => end.toFixed(3))).toEqual(["0.255", "0.366"]);
  expect(wilson(0, 10).map((end) => end.toFixed(3))).toEqual(["0.000", "0.278"]);
});
