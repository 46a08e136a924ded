import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

const [metric, other] = SOUND.metrics ?? [];
const [goal, keep] = SOUND.goals;
if (!metric || !other || !goal || !keep) throw new Error("the sound bundle");
const wait = (parts: Partial<typeof metric>): Partial<Bundle> => ({
  metrics: [{ ...metric, ...parts }, other],
});
const series = (...values: number[]) => values.map((value, n) => ({ period: `${2020 + n}`, value }));
const reason = (claim: string, because: string, ...evidence: string[]): Partial<Bundle> => ({
  why: { statement: "Customers leave.", reasons: [{ claim, because, evidence }] },
});
const effect = { name: "Waiting against others", values: [{ period: "2026", value: -4, low: -9, high: 1 }] };

describe.each<[string, [string, Partial<Bundle>, readonly string[]][]]>([
  [
    "figures/plausible",
    [
      ["a series that grows tenfold", wait({ values: series(4, 12, 41) }), []],
      ["zeros", wait({ values: series(0, 0, 12, 14) }), []],
      ["a change below zero", wait({ values: series(-1.2, 0.8, -0.3) }), []],
      [
        "percent beside shares",
        { metrics: [metric, { ...other, values: series(62, 0.64, 66) }] },
        ['"stay" is 0.64 in 2021, 1/97 of its other values.'],
      ],
      [
        "thousands beside units",
        wait({ values: series(1200, 1250, 1_310_000) }),
        ['"wait" is 1310000 in 2022, 1092 times its other values.'],
      ],
      [
        "a share as the target of percent",
        { metrics: [metric, { ...other, target: { value: 0.8 } }] },
        ['The target of "stay" is 0.8, 1/89 of its latest value of 71.'],
      ],
      [
        "more than the whole",
        { metrics: [metric, { ...other, target: { value: 90 }, values: series(71, 74, 104) }] },
        ['"stay" is 104% in 2022, more than the whole, and its target is 90%.'],
      ],
      [
        "growth above 100%",
        { metrics: [metric, { ...other, target: { value: 20 }, values: series(30, 140) }] },
        [],
      ],
    ],
  ],
  [
    "goals/target",
    [
      ["a target ahead", wait({ target: { value: 2 } }), []],
      [
        "a target that is met",
        wait({ target: { value: 4 } }),
        [
          'The goal "Cut waiting" is reached: the target of "wait" is 4, its latest value 4, and lower is better.',
        ],
      ],
      [
        "a goal that is kept",
        { ...wait({ target: { value: 4 } }), goals: [{ ...goal, name: "Keep waiting where it is" }, keep] },
        [],
      ],
      ["met in a deck that informs", { ...wait({ target: { value: 4 } }), purpose: "inform" }, []],
      [
        "no direction",
        wait({ better: undefined, target: { value: 2 } }),
        [
          '"wait" measures the goal "Cut waiting", but does not say which direction is good: better is missing.',
        ],
      ],
      [
        "the number of its name",
        { ...wait({ target: { value: 2 } }), goals: [{ ...goal, name: "Answer within 2 days" }, keep] },
        [],
      ],
      [
        "another number in its name",
        { ...wait({ target: { value: 2 } }), goals: [{ ...goal, name: "Answer within 3 days" }, keep] },
        ['The goal "Answer within 3 days" says 3, but the target of "wait" is 2.'],
      ],
      [
        "another number in its name, in Finnish",
        {
          locale: "fi-FI",
          metrics: [metric, { ...other, target: { value: 85 } }],
          goals: [goal, { ...keep, name: "90 % asiakkaista jää" }],
        },
        ['The goal "90 % asiakkaista jää" says 90 %, but the target of "stay" is 85.'],
      ],
      [
        "a goal that nothing shows",
        { goals: [goal, { ...keep, metric: "calls" }], metrics: [metric, other, { ...metric, id: "calls" }] },
        [
          'The goal "Keep customers" is measured by "calls", which no reason, chart, objection or sentence uses.',
        ],
      ],
    ],
  ],
  [
    "figures/effect",
    [
      [
        "on one side of zero",
        wait({ ...effect, values: [{ period: "2026", value: -4, low: -6, high: -1 }] }),
        [],
      ],
      ["on both sides", wait(effect), ['"wait" is told as an effect, but its range includes zero: -9 to 1.']],
      [
        "and the sentence says so",
        {
          ...wait(effect),
          ...reason("Answers may come sooner", "The range still includes zero.", "wait"),
        },
        [],
      ],
      [
        "and the sentence says so, in Finnish",
        {
          locale: "fi-FI",
          ...wait(effect),
          ...reason("Vastaus tulee aiemmin", "Vaihteluväli sisältää nollan.", "wait"),
        },
        [],
      ],
      ["a forecast is no effect", wait({ ...effect, kind: "forecast" }), []],
      [
        "a growth of two years",
        {
          ...wait({ values: series(5, 4) }),
          charts: [{ id: "c", kind: "column", message: "It falls", metrics: ["wait"], show: ["cagr"] }],
        },
        ['The chart "c" shows a growth a year from 2 values of "wait".'],
      ],
    ],
  ],
  [
    "evidence/subject",
    [
      ["a word in common", reason("Waiting is what they name", "Most of them say so.", "wait"), []],
      ["the goal in common", reason("Customers go elsewhere", "They find others.", "stay"), []],
      [
        "nothing in common",
        reason("Rents rise in every city", "Landlords ask for more.", "wait"),
        ['Nothing links "Rents rise in every city" to its evidence, "wait".'],
      ],
      [
        "one of two in common",
        reason("Rents rise with waiting", "Landlords ask for more.", "wait", "q-head"),
        [],
      ],
      [
        "nothing in common, in Finnish",
        {
          locale: "fi-FI",
          ...wait({ name: "Odotusaika", unit: "päivää" }),
          ...reason("Vuokrat nousevat joka kaupungissa", "Omistajat pyytävät enemmän.", "wait"),
        },
        ['Nothing links "Vuokrat nousevat joka kaupungissa" to its evidence, "wait".'],
      ],
    ],
  ],
])("%s", (code, cases) => {
  test.each(cases)("%s", (_name, parts, expected) => {
    expect(says(code, parts)).toEqual(expected);
  });
});

test("a figure in the sentence links it to its evidence", () => {
  const parts = reason("Rents rise in every city", "Landlords ask for 4 more.", "wait");
  const written = reason("Rents rise in every city", "Landlords ask for {{wait.latest}} more.", "wait");
  expect(says("evidence/subject", parts, written)).toEqual([]);
});
