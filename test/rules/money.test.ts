import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { moneyReconcile } from "../../src/rules/money-reconcile.ts";
import type { Checked } from "../../src/rules/rule.ts";
import { asking, changing, ends, investing, trigger } from "./money-bundles.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

describe.each<[string, [string, Partial<Bundle>, readonly string[]][]]>([
  [
    "money/reconcile",
    [
      ["the first period", investing({}), []],
      ["the first period of one stream", { ...investing({}), ...asking({ amount: 12_000 }) }, []],
      ["all periods", { ...investing({}), ...asking({ amount: 36_000 }) }, []],
      [
        "no group of costs",
        { ...investing({}), ...asking({ amount: 31_500 }) },
        [
          "The ask is for EUR 31,500, but no costs of the investment sum to it: they are 20,000 in the first period and 36,000 in all.",
        ],
      ],
      [
        "no money for what costs money",
        { ...investing({}), ...asking({ amount: "none" }) },
        ["The ask is for no money, but the investment costs EUR 36,000."],
      ],
      [
        "another currency",
        investing({ currency: "USD" }),
        ["The ask is in EUR, but the investment is in USD."],
      ],
      [
        "the costs that it pays for",
        {
          ...investing({}),
          ...asking({
            amount: 16_000,
            pays: { costs: ["Desk of three"], until: "2028" },
            decision: "Approve the trial",
          }),
        },
        ["The ask is for EUR 16,000, but the costs that ask.pays names sum to EUR 18,000."],
      ],
      ["all costs of all periods", { ...investing({}), ...asking({ amount: 36_000, pays: {} }) }, []],
      [
        "all costs, where the first period alone is the amount",
        { ...investing({}), ...asking({ pays: {} }) },
        ["The ask is for EUR 20,000, but the costs that ask.pays names sum to EUR 36,000."],
      ],
      ["all costs until a period", { ...investing({}), ...asking({ pays: { until: "2027" } }) }, []],
      [
        "an amount that is rounded",
        { ...investing({}), ...asking({ amount: 28_000, pays: { until: "2028" } }) },
        [],
      ],
      ["its own amount in words", asking({ decision: "Approve EUR 20 thousand for the trial" }), []],
      ["no amount in words", asking({ decision: "Approve the trial in 12 branches" }), []],
      [
        "an amount of an option",
        asking({ decision: "Approve the trial and not the EUR 90,000 for all" }),
        [],
      ],
      ["a limit", asking({ decision: "Approve the trial at less than EUR 25,000" }), []],
      [
        "another amount",
        asking({ decision: "Approve EUR 2.4 million for the trial" }),
        [
          '"EUR 2.4 million" is named, but the ask is for EUR 20,000, and nothing else in the bundle is that much.',
        ],
      ],
      [
        "another currency in words",
        asking({ decision: "Approve GBP 20,000 for the trial" }),
        ['"GBP 20,000" is in GBP, but the ask is for EUR 20,000.'],
      ],
      [
        "a crown is read, too",
        { currency: "SEK", ...asking({ decision: "Approve SEK 20,000 for the trial" }) },
        [],
      ],
      [
        "another amount in Finnish",
        { locale: "fi-FI", ...asking({ decision: "Hyväksytään 24 000 euroa kokeiluun" }) },
        [
          '"24 000 euroa" is named, but the ask is for EUR 20,000, and nothing else in the bundle is that much.',
        ],
      ],
      [
        "its own amount in Finnish",
        { locale: "fi-FI", ...asking({ decision: "Hyväksytään 20 000 euroa kokeiluun" }) },
        [],
      ],
      ["tranches that sum", asking({ terms: ["In two tranches: EUR 12,000 now and EUR 8,000 in July"] }), []],
      ["what a stage has to save", asking({ terms: ["Stage two needs savings of EUR 45,000 a year"] }), []],
      [
        "what is in order, in Finnish",
        { locale: "fi-FI", ...asking({ terms: ["Eräät säästöt ovat 45 000 euroa"] }) },
        [],
      ],
      ["one tranche and the rest", asking({ terms: ["EUR 12,000 now, the rest in July"] }), []],
      [
        "its parts of the whole",
        asking({ terms: ["Of EUR 20,000, EUR 12,000 comes now and the rest in July"] }),
        [],
      ],
      [
        "tranches that do not sum",
        asking({ terms: ["In two tranches: EUR 12,000 now and EUR 9,000 in July"] }),
        [
          'The amounts of the conditions sum to EUR 21,000, but the ask is for EUR 20,000: "In two tranches: EUR 12,000 now and EUR 9,000 in July"',
        ],
      ],
      [
        "a tranche that is more than the whole",
        asking({ terms: ["EUR 26,000 now, the rest in July"] }),
        ['"EUR 26,000" of the conditions is more than the EUR 20,000 that the ask is for.'],
      ],
      [
        "tranches that do not sum, in Finnish",
        {
          locale: "fi-FI",
          ...asking({ terms: ["Kahdessa erässä: 12 000 euroa heti ja 9 000 euroa heinäkuussa"] }),
        },
        [
          'The amounts of the conditions sum to EUR 21,000, but the ask is for EUR 20,000: "Kahdessa erässä: 12 000 euroa heti ja 9 000 euroa heinäkuussa"',
        ],
      ],
    ],
  ],
  [
    "money/sensitivity",
    [
      [
        "a label that its change contradicts",
        changing({ label: "A third more", changes: [{ costs: "all", times: 1.2 }] }),
        ['"A third more" of "Costs" is computed with a factor of 1.2.'],
      ],
      [
        "a label that its change bears out",
        changing({ label: "A third more", changes: [{ costs: "all", times: 1.33 }] }),
        [],
      ],
      [
        "a delay that its change contradicts",
        changing({ label: "A year late", changes: [{ benefits: "all", later: 2 }] }),
        ['"A year late" of "Costs" is computed as 2 years later.'],
      ],
      [
        "a label of several changes",
        changing({
          label: "A third more",
          changes: [
            { costs: "all", times: 1.2 },
            { benefits: "all", times: 0.9 },
          ],
        }),
        [],
      ],
      // Costs 36,000, benefits 58,500, net 22,500.
      ["costs that follow", ends("Costs", ["+20%", 15_300], ["−10%", 26_100]), []],
      ["a stream that follows", ends("Licences", ["Double", 10_500], ["Half", 28_500]), []],
      ["any stream, where none is named", ends("Prices", ["+20%", 15_300], ["20% lower", 29_700]), []],
      ["in proportion", ends("Customers kept", ["200 customers", 9_500], ["300 customers", 29_000]), []],
      ["benefits a year late", ends("Start", ["A year late", -11_000], ["As planned", 22_500]), []],
      [
        "costs that do not follow",
        ends("Costs", ["+20%", 19_000], ["−10%", 26_100]),
        ['"+20%" of "Costs" has a net present value of 19,000, but the cash flows give 15,300.'],
      ],
      [
        "the wrong way",
        ends("Margin kept", ["30% lower", 30_000], ["30% higher", 15_000]),
        [
          '"30% lower" of "Margin kept" moves the net present value from 22,500 to 30,000, which is the wrong way.',
          '"30% higher" of "Margin kept" moves the net present value from 22,500 to 15,000, which is the wrong way.',
        ],
      ],
      [
        "out of proportion",
        ends("Margin kept", ["EUR 100", 4_000], ["EUR 200", 40_000]),
        [
          '"Margin kept" gives 4,000 at EUR 100 and 40,000 at EUR 200, but no stream that changes in proportion gives both: with "Margin kept", EUR 200 would give 37,500.',
        ],
      ],
      [
        "a delay that does not follow",
        ends("Start", ["A year late", 15_000], ["As planned", 22_500]),
        [
          '"A year late" of "Start" has a net present value of 15,000, but the cash flows give 19,000 at the nearest.',
        ],
      ],
      [
        "nothing changes",
        ends("Prices", ["Low", 22_500], ["High", 22_500]),
        ['"Prices" changes nothing: both of its ends have a net present value of 22,500.'],
      ],
      [
        "costs that do not follow, in Finnish",
        { locale: "fi-FI", ...ends("Kustannukset", ["20 % suuremmat", 19_000], ["10 % pienemmät", 26_100]) },
        [
          '"20 % suuremmat" of "Kustannukset" has a net present value of 19,000, but the cash flows give 15,300.',
        ],
      ],
      [
        "costs that follow, in Finnish",
        { locale: "fi-FI", ...ends("Kustannukset", ["+20 %", 15_300], ["−10 %", 26_100]) },
        [],
      ],
    ],
  ],
  [
    "money/break-even",
    [
      ["no case", trigger("Less than 10% of the planned benefit"), []],
      [
        "above break-even",
        { ...investing({}), ...trigger("Less than 80% of the planned benefit by May") },
        [],
      ],
      [
        "below break-even",
        { ...investing({}), ...trigger("Less than 50% of the planned benefit by May") },
        [
          '"50% of the planned benefit" is below break-even: the net present value is zero at 64% of the benefit.',
        ],
      ],
      [
        "below the driver's break-even",
        {
          ...ends("Churn effect", ["1.0 points", 0], ["2.0 points", 45_000]),
          ...trigger("An effect on churn under 0.6 points for two months"),
        },
        [
          '"0.6 points" is on the losing side of break-even: by its own sensitivity, "Churn effect" has a net present value of zero at 1.',
        ],
      ],
      [
        "above the driver's break-even",
        {
          ...ends("Churn effect", ["1.0 points", 0], ["2.0 points", 45_000]),
          ...trigger("An effect on churn under 1.2 points for two months"),
        },
        [],
      ],
      [
        "a price above break-even",
        {
          ...ends("Price of a licence", ["EUR 40", 30_000], ["EUR 80", -10_000]),
          ...trigger("The price of a licence passes EUR 100"),
        },
        [
          '"EUR 100" is on the losing side of break-even: by its own sensitivity, "Price of a licence" has a net present value of zero at 70.',
        ],
      ],
      [
        "another thing of that unit",
        {
          ...ends("Price of a licence", ["EUR 40", 30_000], ["EUR 80", -10_000]),
          ...trigger("Travel takes more than EUR 100 a month"),
        },
        [],
      ],
      [
        "below the break-even of a declared driver",
        {
          ...investing({
            drivers: [
              {
                id: "answers",
                name: "Customers who answer",
                value: 12,
                unit: "%",
                benefits: ["Margin kept"],
              },
            ],
          }),
          ...trigger("Fewer than 5% of the customers answer by May"),
        },
        [
          '"5%" is on the losing side of break-even: by the costs and benefits, "Customers who answer" has a net present value of zero at 7.2.',
        ],
      ],
      [
        "above the break-even of a declared driver",
        {
          ...investing({
            drivers: [
              {
                id: "answers",
                name: "Customers who answer",
                value: 12,
                unit: "%",
                benefits: ["Margin kept"],
              },
            ],
          }),
          ...trigger("Fewer than 9% of the customers answer by May"),
        },
        [],
      ],
      [
        "below break-even, in Finnish",
        { locale: "fi-FI", ...investing({}), ...trigger("Alle 50 % suunnitellusta hyödystä toukokuussa") },
        [
          '"50 % suunnitellusta hyödystä" is below break-even: the net present value is zero at 64% of the benefit.',
        ],
      ],
    ],
  ],
])("%s", (code, cases) => {
  test.each(cases)("%s", (_name, parts, expected) => {
    expect(says(code, parts)).toEqual(expected);
  });
});

test.each([
  ["Approve EUR 24,000 for the trial", "error"],
  ["Approve a EUR 2 million saving programme", "warning"],
])("%s is a finding of severity %s", (decision, severity) => {
  const bundle = { ...SOUND, ...asking({ decision }) };
  const found = moneyReconcile.check({ bundle, written: bundle } as Checked);
  expect(found.map((finding) => finding.severity ?? moneyReconcile.severity)).toEqual([severity]);
});
