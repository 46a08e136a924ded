import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, TableBlock } from "../../src/model/deck.ts";
import { plain } from "../../src/model/text.ts";
import { bundle } from "../compute/bundle.ts";
import { deckOf } from "../deck.ts";

/** The last cell of the first goal: its measure goes through these values to a target. */
function gapCell(values: readonly (number | null)[], target: number, better?: "higher" | "lower") {
  const deck = deckOf(
    bundle({
      goals: [{ id: "g", name: "Answer sooner", metric: "m" }],
      metrics: [
        {
          id: "m",
          name: "Answered",
          unit: "days",
          ...(better === undefined ? {} : { better }),
          decimals: 0,
          values: values.map((value, n) => ({ period: `${2020 + n}`, value })),
          target: { value: target },
        },
      ],
    }),
  );
  const table = deck.slides.find(({ id }) => id === "goals")?.body as TableBlock & Block;
  const cell = table.rows[0]?.at(-1);
  return { words: plain(cell?.text ?? []), meter: cell?.meter };
}

test.each([
  ["half of the way down", [20, 15], 10, "lower", /50% of the way from 20 days/, 0.5],
  ["half of the way up", [10, 15], 20, "higher", /50% of the way from 10 days/, 0.5],
  ["nearly there, but not there", [0, 999], 1000, "higher", /99% of the way/, 0.999],
  ["half of a percent, rounded up", [0, 125], 1000, "higher", /13% of the way/, 0.125],
  ["less than half of a percent, rounded down", [0, 994], 1000, "higher", /99% of the way/, 0.994],
  ["there", [10, 20], 20, "higher", /target met, from 10 days/, 1],
  ["back", [10, 5], 20, "higher", /further away than at first \(10 days\)/, -0.5],
] as const)("a gap says how much of the way is done: %s", (_, values, target, better, words, meter) => {
  const cell = gapCell(values, target, better);
  expect(cell.words).toMatch(words);
  expect(cell.meter).toBe(meter);
});

test.each([
  ["of one value", [15], 10, "lower"],
  ["that nobody says which way is better", [20, 15], 10, undefined],
  ["that had met its target at first", [5, 15], 10, "lower"],
  ["that began at its target", [10, 15], 10, "lower"],
] as const)("no way is told of a measure %s", (_, values, target, better) => {
  expect(gapCell(values, target, better)).toMatchObject({ meter: undefined });
});

test("the bar is as long as the words say", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 501, max: 1000 }),
      fc.integer({ min: 0, max: 1000 }),
      (first, target, now) => {
        const { words, meter = 0 } = gapCell([first, now], target, "higher");
        const share = (now - first) / (target - first);
        expect(meter).toBeCloseTo(share, 9);
        const whole = Math.floor((200 * (now - first) + target - first) / (2 * (target - first)));
        if (share >= 0 && share < 1) expect(words).toContain(`${Math.min(whole, 99)}% of the way`);
      },
    ),
    { numRuns: 40 },
  );
});
