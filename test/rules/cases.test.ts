import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

const [metric, other] = SOUND.metrics ?? [];
const [head, lead] = SOUND.stakeholders ?? [];
const [quote, doubt] = SOUND.quotes;
if (!metric || !other || !head || !lead || !quote || !doubt || !SOUND.ask)
  throw new Error("the sound bundle");
const ask = SOUND.ask;
const chart = {
  id: "c",
  kind: "bar",
  message: "It is so",
  supports: ["g"],
  unit: "%",
  source: "s",
  asOf: "2026-10-31",
};
const shares = (...values: number[]) => values.map((value, n) => ({ label: `Part ${n}`, value }));

describe.each<[string, [string, Partial<Bundle>, readonly string[]][]]>([
  [
    "ask/complete",
    [
      ["a deck that informs needs no ask", { purpose: "inform", ask: undefined }, []],
      [
        "by before the meeting",
        { ask: { ...ask, by: "2026-12-01" } },
        ["The decision is needed by 2026-12-01, before the meeting on 2026-12-02."],
      ],
      [
        "two approvers",
        { stakeholders: [head, { ...lead, part: "approver" }] },
        ["Ann and Bo are listed as approvers; one person decides."],
      ],
      [
        "somebody else approves",
        { ask: { ...ask, approver: "lead" } },
        ["The ask goes to Bo, who is listed as driver; the approver is Ann."],
      ],
    ],
  ],
  [
    "ask/cost-of-waiting",
    [
      ["unknown is an answer", { ask: { ...ask, waiting: "unknown" } }, []],
      ["other digits are numbers too", { ask: { ...ask, waiting: "٤٠ customers" } }, []],
    ],
  ],
  [
    "why/now",
    [
      ["a quarter is a date", { why: { statement: "So.", now: "The contract ends in Q3." } }, []],
      ["a day is one", { why: { statement: "So.", now: "The roadmap is frozen on 15 January." } }, []],
      [
        "a length of time is none",
        { why: { statement: "So.", now: "We may wait 3 weeks." } },
        ["Why now names no date: We may wait 3 weeks."],
      ],
    ],
  ],
  [
    "why/reasons",
    [
      [
        "six are too many",
        {
          why: {
            statement: "So.",
            reasons: [..."abcdef"].map((claim) => ({ claim, because: claim, evidence: ["wait", "stay"] })),
          },
        },
        ["The why has 6 reasons; three to five are remembered."],
      ],
      [
        "a quote that is not drawn is no evidence",
        { quotes: [quote, { ...doubt, permission: "none" }] },
        ['No evidence of "The team sees it too" is shown: its quotes have no permission.'],
      ],
    ],
  ],
  [
    "figures/sum",
    [
      ["rounded shares sum to 99", { charts: [{ ...chart, data: shares(33, 33, 33) }] }, []],
      [
        "shares with decimals do not",
        { charts: [{ ...chart, data: shares(33.1, 33.1, 33.1) }] },
        ['The shares of "c" sum to 99.3%, not to 100%.'],
      ],
      ["several answers are allowed", { charts: [{ ...chart, data: shares(52, 47, 41) }] }, []],
      [
        "a ring is one whole",
        { charts: [{ ...chart, kind: "doughnut", data: shares(52, 20) }] },
        ['The shares of "c" sum to 72%, not to 100%.'],
      ],
      ["another currency is another number", { ask: { ...ask, amount: 18_500, currency: "GBP" } }, []],
      [
        "the ask and its option",
        { ask: { ...ask, amount: 18_500 } },
        ['The ask is for 18500, but the recommended option "Trial" costs 20000.'],
      ],
    ],
  ],
  [
    "figures/stale",
    [
      ["90 days are a quarter", { metrics: [{ ...metric, asOf: "2026-08-20" }, other] }, []],
      [
        "91 are not",
        { metrics: [{ ...metric, asOf: "2026-08-19" }, other] },
        ['The metric "wait" was read on 2026-08-19, 91 days before the deck of 2026-11-18.'],
      ],
      [
        "nothing is read after the deck",
        { metrics: [{ ...metric, asOf: "2026-11-19" }, other] },
        ['The metric "wait" was read on 2026-11-19, after the deck of 2026-11-18.'],
      ],
      [
        "a deck without a date has no age",
        { date: undefined, meeting: undefined, metrics: [{ ...metric, asOf: "2020-01-01" }] },
        [],
      ],
    ],
  ],
  [
    "goals/current",
    [
      ["this year's goal", { goals: [{ id: "g", name: "G", period: "2026" }] }, []],
      [
        "last quarter's",
        { goals: [{ id: "g", name: "G", period: "2026-Q3" }] },
        ['The goal "G" is for 2026-Q3, which was over on 2026-11-18.'],
      ],
      [
        "one without a period is that of its target",
        {
          goals: [{ id: "g", name: "G", metric: "wait" }],
          metrics: [{ ...metric, target: { value: 2, by: "2025" } }],
        },
        ['The goal "G" is for 2025, which was over on 2026-11-18.'],
      ],
    ],
  ],
  [
    "quotes/consent",
    [
      [
        "41 words are too many",
        { quotes: [{ ...quote, text: "word ".repeat(41) }, doubt] },
        ['The quote "q-head" has 41 words; 40 are read.'],
      ],
      [
        "words without permission may not stand elsewhere",
        { subtitle: "“Show me the control group!”", quotes: [{ ...quote, permission: "none" }, doubt] },
        ['The quote "q-head" may not be shown, but its words stand elsewhere in the deck.'],
      ],
      ["with permission they may", { subtitle: "“Show me the control group!”" }, []],
    ],
  ],
  [
    "quotes/balance",
    [
      ["one voice is no side", { quotes: [quote] }, []],
      [
        "one team",
        { stakeholders: [head, { ...lead, team: "Care" }] },
        ["All 2 voices come from one team: Care."],
      ],
      [
        "nobody else",
        { quotes: [{ ...quote, tone: "doubts" }, doubt] },
        ["All 2 voices doubt the proposal."],
      ],
    ],
  ],
  [
    "people/heard",
    [
      [
        "met after the deck",
        { stakeholders: [{ ...head, met: "2026-11-20" }, lead] },
        ["Ann, approver, is met on 2026-11-20, after the deck of 2026-11-18."],
      ],
      [
        "nothing heard",
        { stakeholders: [{ ...head, concern: undefined }, lead] },
        ["Ann, approver, has no concern and no objection."],
      ],
      [
        "an objection is heard",
        { stakeholders: [head, { ...lead, part: "gatekeeper", met: "2026-10-02" }] },
        [],
      ],
    ],
  ],
  [
    "risks/trigger",
    [
      [
        "no risk is high",
        { risks: (SOUND.risks ?? []).map((risk) => ({ ...risk, impact: 2 })) },
        ["No risk is high: the largest has likelihood times impact 6, high is 12."],
      ],
      ["no risk at all", { risks: [] }, ["The deck names no risk."]],
    ],
  ],
  [
    "plan/next",
    [
      ["nothing happens", { plan: undefined }, ["Nothing says what happens after a yes."]],
      ["no meeting", { meeting: undefined }, ["No meeting is fixed."]],
      [
        "a rhythm is a meeting",
        {
          meeting: undefined,
          plan: { next: [], cadence: [{ what: "Look", every: "week" }] },
          ask: { ...ask, afterYes: "Go." },
        },
        [],
      ],
      [
        "neither owner nor date",
        { plan: { next: [{ what: "Go" }] } },
        ['The next step "Go" has no owner and no date (by).'],
      ],
    ],
  ],
  [
    "chart/form",
    [
      [
        "periods are in order",
        {
          charts: [
            {
              ...chart,
              kind: "column",
              data: [
                { label: "2025", value: 4 },
                { label: "2026", value: 9 },
                { label: "2027", value: 2 },
              ],
            },
          ],
        },
        [],
      ],
      ["rising is sorted too", { charts: [{ ...chart, kind: "column", data: shares(1, 2, 3) }] }, []],
      [
        "stacks are sorted by their totals, shares by the share of the first part",
        {
          charts: [
            {
              ...chart,
              kind: "stacked",
              data: [
                { label: "A", values: [1, 9] },
                { label: "B", values: [4, 3] },
              ],
            },
            {
              ...chart,
              kind: "stacked100",
              data: [
                { label: "A", values: [3, 1] },
                { label: "B", values: [40, 60] },
              ],
            },
          ],
        },
        [],
      ],
      ["bars sort themselves", { charts: [{ ...chart, data: shares(1, 3, 2) }] }, []],
      [
        "a ring of four",
        { charts: [{ ...chart, kind: "doughnut", data: shares(40, 30, 20, 10) }] },
        ['The chart "c" cuts a circle into 4 parts; three can be compared.'],
      ],
      [
        "two measures",
        { charts: [{ ...chart, metrics: ["wait", "stay"] }] },
        ['The chart "c" draws days and % on one axis.'],
      ],
      [
        "six series",
        { charts: [{ ...chart, series: [..."abcdef"], data: [] }] },
        ['The chart "c" has 6 series; 5 can be told apart.'],
      ],
    ],
  ],
  [
    "deck/leak",
    [
      [
        "the contact's own address",
        { contact: { name: "Bo", email: "bo@example.com" }, subtitle: "Write to bo@example.com" },
        [],
      ],
      [
        "somebody else's",
        { contact: { name: "Bo", email: "bo@example.com" }, subtitle: "bo@example.com or ann@example.com" },
        ['The deck would print an e-mail address: "ann@example.com".'],
      ],
      [
        "a note to oneself",
        { subtitle: "TODO ask finance" },
        ['The deck would print a note to oneself: "TODO".'],
      ],
      [
        "a share",
        { subtitle: "\\\\server\\board\\deck.pptx" },
        [String.raw`The deck would print a file path: "\\\\server\\board\\deck.pptx".`],
      ],
      ["an address on the web is no file", { subtitle: "[Read](https://example.com/home/case)" }, []],
      ["a draft is a draft", { status: "draft" }, []],
      [
        "until it is sent",
        {
          status: "draft",
          version: "1.0",
          history: [{ version: "1.0", date: "2026-11-18", sentTo: ["head"] }],
        },
        ["Version 1.0 is marked as a draft, but was sent on 2026-11-18."],
      ],
    ],
  ],
])("%s", (code, cases) => {
  test.each(cases)("%s", (_name, parts, expected) => {
    expect(says(code, parts)).toEqual(expected);
  });
});

test("a metric that only a sentence reads is no orphan, as long as it is read", () => {
  const bare = { ...metric, id: "late", supports: undefined };
  const parts = { metrics: [metric, other, bare] };
  expect(says("goals/linked", parts)).toEqual([
    'The metric "late" supports no goal, no reason and not the ask.',
  ]);
  expect(says("goals/linked", parts, { ...parts, subtitle: "{{fixed late.latest 2}}" })).toEqual([]);
});
