import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { asking, bearing, gated, investing, ROOM, saying, trigger } from "./money-bundles.ts";
import { says } from "./says.ts";

describe.each<[string, [string, Partial<Bundle>, readonly string[]][]]>([
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
