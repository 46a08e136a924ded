import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { moneyReconcile } from "../../src/rules/money-reconcile.ts";
import type { Checked } from "../../src/rules/rule.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

const [risk] = SOUND.risks ?? [];
if (!SOUND.ask || !risk) throw new Error("the sound bundle");
const ask = SOUND.ask;
const asking = (parts: Partial<typeof ask>): Partial<Bundle> => ({ ask: { ...ask, ...parts } });
type Investment = NonNullable<Bundle["investment"]>;
const base: Investment = {
  discountRate: 0.05,
  period: "year",
  start: "2027",
  costs: [
    { name: "Desk of three", values: [12_000, 6_000, 6_000] },
    { name: "Licences", values: [8_000, 2_000, 2_000] },
  ],
  benefits: [
    { name: "Margin kept", values: [2_000, 20_000, 30_000] },
    { name: "Overtime ended", values: [0, 3_000, 3_500] },
  ],
};
const investing = (parts: Partial<Investment>): Partial<Bundle> => ({ investment: { ...base, ...parts } });
const ends = (driver: string, low: [string, number], high: [string, number]): Partial<Bundle> =>
  investing({
    discountRate: 0,
    sensitivity: [{ driver, low: { label: low[0], npv: low[1] }, high: { label: high[0], npv: high[1] } }],
  });
/** A case of which the benefits may come a year later. */
const ROOM: Partial<Investment> = {
  costs: [{ name: "Desk of three", values: [20_000, 8_000, 8_000] }],
  benefits: [{ name: "Margin kept", values: [20_000, 30_000, 30_000] }],
};
const bearing = investing(ROOM);
/** A sensitivity of which the low end is computed from what is different. */
const changing = (low: NonNullable<Investment["sensitivity"]>[number]["low"]): Partial<Bundle> =>
  investing({ sensitivity: [{ driver: "Costs", low, high: { label: "As planned", npv: 12_500 } }] });
/** Gates on these days. */
const gated = (...dates: string[]): Partial<Bundle> => ({
  plan: {
    ...SOUND.plan,
    milestones: dates.map((date) => ({ name: "Go on", date, gate: true, owner: "head" })),
  },
});
/** An answer to an objection. */
const saying = (answer: string): Partial<Bundle> => ({
  objections: (SOUND.objections ?? []).map((each, n) => (n === 0 ? { ...each, answer } : each)),
});
const trigger = (text: string): Partial<Bundle> => ({ risks: [{ ...risk, trigger: text }] });

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
  [
    "money/said",
    [
      ["nothing of it", investing({}), []],
      ["its discount rate", investing({ assumption: "Discounted at 5% a year; prices as today" }), []],
      [
        "another discount rate",
        investing({ assumption: "Prices as today; the discount rate is 7.5%" }),
        ['"7.5%" is said to be the discount rate, but the investment is discounted at 5% a year.'],
      ],
      ["a discount of another kind", investing({ assumption: "Suppliers give a discount of 12%" }), []],
      [
        "another discount rate, in Finnish",
        { locale: "fi-FI", ...investing({ assumption: "Diskontattu 8 prosentin korolla" }) },
        ['"8 prosentin" is said to be the discount rate, but the investment is discounted at 5% a year.'],
      ],
      ["its payback", { ...investing({}), ...saying("The money is back in two years") }, []],
      ["a longer one", { ...investing({}), ...saying("It pays back within three years") }, []],
      [
        "a shorter one",
        { ...investing({}), ...saying("It pays for itself within 12 months") },
        ['"12 months" is said until the money is back, but by the costs and benefits it takes 2.1 years.'],
      ],
      [
        "a shorter one, in Finnish",
        { locale: "fi-FI", ...investing({}), ...saying("Hanke maksaa itsensä takaisin yhdessä vuodessa") },
        [
          '"yhdessä vuodessa" is said until the money is back, but by the costs and benefits it takes 2,1 vuotta.',
        ],
      ],
      ["one that is denied", { ...investing({}), ...saying("It does not pay back within one year") }, []],
      [
        "that of one cost alone",
        { ...investing({}), ...saying("The licences pay back within two months") },
        [],
      ],
      [
        "money that is not back at all",
        {
          ...investing({ benefits: [{ name: "Margin", values: [1, 1, 1] }] }),
          ...saying("It pays back within two years"),
        },
        ['"two years" is said until the money is back, but within the periods of the investment it is not.'],
      ],
      ["its horizon", { ...investing({}), ...saying("It is worth {{investment.npv}} over three years") }, []],
      [
        "another horizon",
        { ...investing({}), ...saying("It is worth {{investment.npv}} over five years") },
        ['"five years" stands beside a figure of the investment, which runs over 3 years.'],
      ],
      [
        "another horizon, as an adjective",
        { ...investing({}), ...saying("The five-year case is worth {{investment.net}}") },
        ['"five-year" stands beside a figure of the investment, which runs over 3 years.'],
      ],
      [
        "another horizon, in Finnish",
        {
          locale: "fi-FI",
          ...investing({}),
          ...saying("Nettonykyarvo on {{investment}} viiden vuoden aikana"),
        },
        ['"viiden vuoden" stands beside a figure of the investment, which runs over 3 years.'],
      ],
      [
        "a length of something else",
        { ...investing({}), ...saying("It is worth {{investment.npv}}, and nurses stay for five years") },
        [],
      ],
      ["a rate a year", { ...investing({}), ...saying("It costs {{investment.cost}}, 12,000 a year") }, []],
      [
        "figures of a metric",
        { ...investing({}), ...saying("Days went to {{wait.latest}} over five years") },
        [],
      ],
    ],
  ],
  [
    "money/latest-start",
    [
      ["in time", { ...bearing, ...gated("2028-12-30") }, []],
      ["no investment", gated("2035-03-01"), []],
      ["a gate of a case that bears no delay", { ...investing({}), ...gated("2028-03-01") }, []],
      [
        "the start of a case that bears no delay",
        { ...investing({}), ...asking({ start: "2028-01-03" }) },
        ["The work starts on 2028-01-03, after 2027, the latest start of the benefits."],
      ],
      [
        "a case that is worth less than nothing as planned",
        { ...investing({ benefits: [{ name: "Margin", values: [1, 1, 1] }] }), ...gated("2035-03-01") },
        [],
      ],
      [
        "the first gate after it",
        { ...bearing, ...gated("2030-02-01", "2029-01-10") },
        [
          'No gate comes in time: the first one, "Go on" on 2029-01-10, is after 2028, the latest start of the benefits.',
        ],
      ],
      ["a later gate after it", { ...bearing, ...gated("2029-02-01", "2028-06-01") }, []],
      [
        "decision and start after it",
        { ...bearing, ...asking({ by: "2028-12-31", start: "2029-01-03" }) },
        ["The work starts on 2029-01-03, after 2028, the latest start of the benefits."],
      ],
      [
        "a condition that releases money after it",
        {
          ...bearing,
          ...asking({
            terms: ["EUR 5,000 now, the rest of EUR 15,000 after the evaluation on 15 March 2029"],
          }),
        },
        ['"15 March 2029" releases or stops money after 2028, the latest start of the benefits.'],
      ],
      [
        "a condition that names money, in time",
        {
          ...bearing,
          ...asking({ terms: ["EUR 5,000 now, EUR 15,000 after the evaluation on 15 March 2028"] }),
        },
        [],
      ],
      [
        "a condition without money",
        { ...bearing, ...asking({ terms: ["The works council hears the results in March 2029"] }) },
        [],
      ],
      [
        "a trigger on the benefit",
        { ...bearing, ...trigger("The margin is under EUR 1,000 a month in March 2029") },
        ['"March 2029" is watched for after 2028, the latest start of the benefits.'],
      ],
      ["another trigger", { ...bearing, ...trigger("The supplier is sold by March 2029") }, []],
      [
        "a trigger on the benefit, in Finnish",
        {
          locale: "fi-FI",
          ...investing({ ...ROOM, benefits: [{ name: "Säilyvä kate", values: [20_000, 30_000, 30_000] }] }),
          ...trigger("Säilyvä kate on alle 1 000 euroa maaliskuussa 2029"),
        },
        ['"maaliskuussa 2029" is watched for after 2028, the latest start of the benefits.'],
      ],
    ],
  ],
  [
    "money/double",
    [
      ["two things", investing({}), []],
      [
        "a total among its parts",
        investing({
          benefits: [
            { name: "Margin kept", values: [0, 20, 30] },
            { name: "All benefits", values: [0, 23, 36] },
            { name: "Overtime ended", values: [0, 3, 6] },
          ],
        }),
        [
          '"All benefits" is the sum of "Margin kept" and "Overtime ended" in every period, so that the benefits count them twice.',
        ],
      ],
      [
        "even amounts that happen to add up",
        investing({
          benefits: [
            { name: "Margin kept", values: [0, 20, 20] },
            { name: "Rents", values: [0, 25, 25] },
            { name: "Overtime ended", values: [0, 5, 5] },
          ],
        }),
        [],
      ],
      [
        "two even streams",
        investing({
          benefits: [
            { name: "A", values: [5, 5, 5] },
            { name: "B", values: [5, 5, 5] },
          ],
        }),
        [],
      ],
      [
        "two streams with nothing in them",
        investing({
          costs: [
            { name: "A", values: [0, 0, 0] },
            { name: "B", values: [0, 0, 0] },
          ],
        }),
        [],
      ],
      [
        "the same amounts",
        investing({
          benefits: [
            { name: "Margin kept", values: [1, 2, 3] },
            { name: "Loyal customers", values: [1, 2, 3] },
          ],
        }),
        ['The benefits "Margin kept" and "Loyal customers" have the same amounts, and may be one thing.'],
      ],
      [
        "the same words",
        investing({
          benefits: [
            { name: "Bed days avoided", values: [1, 2, 4] },
            { name: "Avoided bed days on wards", values: [2, 2, 3] },
          ],
        }),
        [
          'The benefits "Bed days avoided" and "Avoided bed days on wards" go by the same words, and may be one thing.',
        ],
      ],
      [
        "the same words, in Finnish",
        {
          locale: "fi-FI",
          ...investing({
            benefits: [
              { name: "Vältetyt korjaukset", values: [1, 2, 4] },
              { name: "Korjausten kulut, vältetyt korjaukset", values: [2, 2, 3] },
            ],
          }),
        },
        [
          'The benefits "Vältetyt korjaukset" and "Korjausten kulut, vältetyt korjaukset" go by the same words, and may be one thing.',
        ],
      ],
    ],
  ],
  [
    "money/return",
    [
      [
        "a benefit before the work starts",
        investing({ start: "2026", benefits: [{ name: "Margin", values: [5_000, 30_000, 30_000] }] }),
        ['"Margin" has a benefit in 2026, which is over before the work starts on 2027-01-11.'],
      ],
      [
        "costs before the work starts, after the decision",
        investing({ start: "2026", benefits: [{ name: "Margin", values: [0, 30_000, 30_000] }] }),
        [],
      ],
      [
        "a cost that is spent already",
        investing({
          start: "2025",
          benefits: [{ name: "Margin", values: [0, 0, 60_000] }],
        }),
        [
          '"Desk of three" is paid in 2025, which is over before the decision of 2026-12-04: money that is spent whatever is decided.',
          '"Licences" is paid in 2025, which is over before the decision of 2026-12-04: money that is spent whatever is decided.',
        ],
      ],
      ["it pays", investing({}), []],
      [
        "it is worth less than nothing",
        investing({ benefits: [{ name: "Margin", values: [2_000, 10_000, 15_000] }] }),
        [
          "The net present value of the recommended option is −9,282, and no sentence says why it is done all the same.",
        ],
      ],
      [
        "and somebody says so",
        {
          ...investing({ benefits: [{ name: "Margin", values: [2_000, 10_000, 15_000] }] }),
          subtitle: "Its net present value is below zero; the law asks for it all the same",
        },
        [],
      ],
      [
        "money of all years is worth the same",
        investing({ discountRate: 0 }),
        ["The discount rate is 0, as if money in the last period were worth as much as today's."],
      ],
      [
        "nobody keeps it running",
        investing({ costs: [{ name: "Desk", values: [20_000, 0, 0] }] }),
        ["Costs end after period 1 of 3, but benefits go on for 2 periods without any."],
      ],
      [
        "full from the first day",
        investing({ benefits: [{ name: "Margin", values: [18_000, 18_000, 18_000] }] }),
        ["The benefit is 18,000 in every period, from the first one on, in which the costs begin, too."],
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
