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
const next = SOUND.plan?.next;
const trial = { name: "Trial in two branches", start: "2027-01-11", end: "2027-04-30" };
const spread = { name: "All branches", start: "2027-06-01", end: "2027-12-17" };
const gate = { name: "Extend to all branches", date: "2027-05-07", owner: "head", gate: true };
const plan = (parts: Partial<NonNullable<Bundle["plan"]>> = {}): Pick<Bundle, "plan"> => ({
  plan: { next, phases: [trial, spread], milestones: [gate], ...parts },
});
const wait = (parts: Partial<typeof metric>): Partial<Bundle> => ({
  metrics: [{ ...metric, ...parts }, other],
});
const why = (now: string): Partial<Bundle> => ({ why: { statement: "Customers leave.", now } });

describe.each<[string, [string, Partial<Bundle>, readonly string[]][]]>([
  [
    "time/order",
    [
      ["a quote of the deck's own day", { quotes: [{ ...quote, date: "2026-11-18" }, doubt] }, []],
      [
        "a quote of the day after",
        { quotes: [{ ...quote, date: "2026-11-19" }, doubt] },
        ['The quote "q-head" is dated 2026-11-19, after the deck of 2026-11-18.'],
      ],
      [
        "a source of the next month",
        { sources: [{ id: "s", name: "Register", date: "2026-12-31" }] },
        ['The source "s" is dated 2026-12-31, after the deck of 2026-11-18.'],
      ],
      [
        "a driver met after the deck",
        { stakeholders: [head, { ...lead, met: "2026-11-30" }] },
        ["The talk with Bo is dated 2026-11-30, after the deck of 2026-11-18."],
      ],
      [
        "work before the decision",
        { ask: { ...ask, start: "2026-12-01" } },
        ["The work starts on 2026-12-01, but the decision is needed by 2026-12-04."],
      ],
      ["work on the day of the decision", { ask: { ...ask, start: "2026-12-04" } }, []],
      [
        "a decision before the deck, without a meeting",
        { meeting: undefined, ask: { ...ask, by: "2026-11-01" } },
        ["The decision is needed by 2026-11-01, before the deck of 2026-11-18."],
      ],
      [
        "versions in order",
        {
          history: [
            { version: "1.9", date: "2026-11-01" },
            { version: "1.10", date: "2026-11-10" },
          ],
        },
        [],
      ],
      [
        "newest first is an order, too",
        {
          history: [
            { version: "1.10", date: "2026-11-10" },
            { version: "1.9", date: "2026-11-01" },
          ],
        },
        [],
      ],
      [
        "a version before its predecessor",
        {
          history: [
            { version: "1.0", date: "2026-11-10" },
            { version: "1.1", date: "2026-11-01" },
          ],
        },
        ['Version "1.1" was sent on 2026-11-01, before version "1.0" of 2026-11-10.'],
      ],
      [
        "the deck's own version may be sent a day later",
        { version: "1.0", history: [{ version: "1.0", date: "2026-11-19" }] },
        [],
      ],
    ],
  ],
  [
    "time/plan",
    [
      ["a plan in order", plan(), []],
      ["a plan without phases", plan({ phases: [], milestones: [] }), []],
      [
        "work that is under way",
        plan({ phases: [{ ...trial, name: "Preparation", start: "2026-10-01", end: "2026-12-31" }, trial] }),
        [],
      ],
      [
        "a phase before the start",
        plan({ phases: [{ ...trial, start: "2026-12-07" }, spread] }),
        ['The phase "Trial in two branches" begins on 2026-12-07, but the work starts on 2027-01-11.'],
      ],
      [
        "a phase that is over before the first one",
        { ...plan({ phases: [spread, trial] }), ask: { ...ask, start: undefined } },
        [
          'The phase "Trial in two branches" is over on 2027-04-30, before any phase that is listed before it begins.',
        ],
      ],
      [
        "a gate before its phases",
        plan({ milestones: [{ ...gate, date: "2027-01-08" }] }),
        [
          'The gate "Extend to all branches" is on 2027-01-08, when no phase has begun: the first begins on 2027-01-11.',
        ],
      ],
      [
        "a milestone in the wrong year",
        plan({ milestones: [{ ...gate, gate: false, date: "2026-05-07" }] }),
        [
          'The milestone "Extend to all branches" is on 2026-05-07, before the deck of 2026-11-18 and before the plan begins.',
        ],
      ],
      [
        "an evaluation after the last phase",
        plan({ milestones: [{ name: "Evaluation", date: "2028-01-28" }] }),
        [],
      ],
      [
        "a milestone long after the last phase",
        plan({ milestones: [{ name: "Evaluation", date: "2028-06-30" }] }),
        ['The milestone "Evaluation" is on 2028-06-30, 196 days after the last phase ends.'],
      ],
      [
        "a step that is over",
        plan({ next: [{ what: "Name the team", owner: "lead", by: "2026-11-02" }] }),
        ['The next step "Name the team" is due on 2026-11-02, before the deck of 2026-11-18.'],
      ],
      [
        "a step after what needs it",
        plan({ next: [{ what: "Choose the two branches of the trial", owner: "lead", by: "2027-02-12" }] }),
        [
          'The next step "Choose the two branches of the trial" is due on 2027-02-12, but the phase "Trial in two branches" begins on 2027-01-11.',
        ],
      ],
      [
        "a step after the gate",
        plan({ next: [{ what: "Order the desks", owner: "lead", by: "2027-09-01" }] }),
        ['The next step "Order the desks" is due on 2027-09-01, after the first gate on 2027-05-07.'],
      ],
      [
        "benefits before the start",
        {
          investment: {
            discountRate: 0.05,
            period: "half-year",
            start: "2026-H1",
            costs: [{ name: "Team", values: [1, 1, 1] }],
            benefits: [{ name: "Margin", values: [0, 4, 4] }],
          },
        },
        ["The investment has benefits in 2026-H2, which is over before the work starts on 2027-01-11."],
      ],
    ],
  ],
  [
    "time/values",
    [
      ["the year so far", wait({ values: [{ period: "2026", value: 4 }] }), []],
      [
        "a month that is nearly over",
        wait({
          asOf: "2026-10-29",
          values: [
            { period: "2026-09", value: 4 },
            { period: "2026-10", value: 3 },
          ],
        }),
        [],
      ],
      [
        "the year so far beside whole years",
        wait({
          values: [
            { period: "2025", value: 5 },
            { period: "2026", value: 4 },
          ],
        }),
        ['The latest value of "wait" is of 2026, which was not over when it was read on 2026-10-31.'],
      ],
      [
        "next year as a fact",
        wait({
          values: [
            { period: "2026-Q3", value: 5 },
            { period: "2027-Q3", value: 4 },
          ],
        }),
        ['The metric "wait" has an actual value of 2027-Q3, but it was read on 2026-10-31.'],
      ],
      [
        "a forecast between actual values",
        wait({
          values: [
            { period: "2026-Q1", value: 5 },
            { period: "2026-Q2", value: 4, kind: "forecast", low: 3, high: 5 },
            { period: "2026-Q3", value: 4 },
          ],
        }),
        ['The metric "wait" has a forecast of 2026-Q2, although its actual values reach to 2026-Q3.'],
      ],
      [
        "a forecast that is over",
        wait({ values: [{ period: "2026-Q2", value: 4, kind: "forecast", low: 3, high: 5 }] }),
        ['The metric "wait" has a forecast of 2026-Q2, which was over on 2026-11-18.'],
      ],
      [
        "a plan beside the actual value",
        wait({
          values: [
            { period: "2026-Q2", value: 4, kind: "plan" },
            { period: "2026-Q3", value: 4 },
          ],
        }),
        [],
      ],
      [
        "a target before the latest value",
        wait({ values: [{ period: "2026-Q3", value: 4 }], target: { value: 2, by: "2026-Q1" } }),
        ['The target of "wait" was for 2026-Q1, which was over on 2026-11-18.'],
      ],
      [
        "a goal and its target of other years",
        wait({ target: { value: 2, by: "2029" } }),
        ['The goal "Cut waiting" is for 2027, but the target of its metric "wait" is for 2029.'],
      ],
      [
        "a source that is older than what is read from it",
        { sources: [{ id: "s", name: "Register", date: "2026-08-15" }] },
        [
          'The metric "wait" was read on 2026-10-31, but its source "s" is dated 2026-08-15, 77 days before.',
          'The metric "stay" was read on 2026-10-31, but its source "s" is dated 2026-08-15, 77 days before.',
        ],
      ],
      ["last month's source", { sources: [{ id: "s", name: "Register", date: "2026-10-01" }] }, []],
      ["a source that came out later", { sources: [{ id: "s", name: "Register", date: "2026-11-10" }] }, []],
    ],
  ],
  [
    "time/said",
    [
      ["what forces the decision", why("The roadmap is frozen on 15 January."), []],
      ["a day after which something holds", why("After 1 December the old price is gone."), []],
      [
        "what forces it comes before it",
        why("The roadmap is frozen on 3 December."),
        ["Why now names 3 December, but the decision is due on 2026-12-04, after it."],
      ],
      [
        "another day for a milestone",
        { ...plan(), ask: { ...ask, terms: ["The board extends it to all branches on 14 May 2027"] } },
        ['"14 May 2027" is said of the gate "Extend to all branches", which has 2027-05-07.'],
      ],
      ["its own day", { ...plan(), ask: { ...ask, terms: ["We extend it to all branches on 7 May"] } }, []],
      [
        "a limit that it keeps",
        { ...plan(), ask: { ...ask, terms: ["We extend it to all branches by the end of May"] } },
        [],
      ],
      [
        "a limit that it does not keep",
        { ...plan(), ask: { ...ask, terms: ["We extend it to all branches by the end of March 2027"] } },
        ['"March 2027" is said of the gate "Extend to all branches", which has 2027-05-07.'],
      ],
      [
        "agreed after the deck",
        {
          goals: SOUND.goals.map((goal) => ({
            ...goal,
            contribution: "As agreed with the union on 2 December 2026",
          })),
        },
        [
          '"2 December 2026" is after the deck of 2026-11-18, but is told as past: "As agreed with the union on 2 December 2026"',
          '"2 December 2026" is after the deck of 2026-11-18, but is told as past: "As agreed with the union on 2 December 2026"',
        ].slice(0, 2),
      ],
      ["to be agreed", { subtitle: "Terms are agreed on 9 December 2026" }, []],
      [
        "ahead in the past",
        why("The contract closes on 15 January 2026, and the price with it."),
        [
          '"15 January 2026" is before the deck of 2026-11-18, but is told as ahead: "The contract closes on 15 January 2026, and the price with it."',
        ],
      ],
      [
        "a gate that waits for a phase that ends after it",
        {
          ...plan({ phases: [{ ...trial, name: "Run with a control group", end: "2027-09-30" }, spread] }),
          risks: (SOUND.risks ?? []).map((risk) => ({
            ...risk,
            mitigation: "We extend to all branches only if the control group agrees",
          })),
        },
        [
          'The gate "Extend to all branches" of 2027-05-07 waits for "Run with a control group", which ends on 2027-09-30: "We extend to all branches only if the control group agrees"',
        ],
      ],
      [
        "a gate that waits for its first quarter",
        {
          ...plan({ phases: [{ ...trial, name: "Run with a control group", end: "2027-09-30" }, spread] }),
          risks: (SOUND.risks ?? []).map((risk) => ({
            ...risk,
            mitigation: "We extend to all branches only if the first quarter of the control group agrees",
          })),
        },
        [],
      ],
      [
        "answers after the decision",
        { ask: { ...ask, howToAnswer: "Write to Bo by 20 December" } },
        ['"20 December" for answers is after the decision, which is needed by 2026-12-04.'],
      ],
      ["answers in time", { ask: { ...ask, howToAnswer: "Write to Bo by 30 November" } }, []],
      [
        "what follows a yes before the meeting",
        { ask: { ...ask, afterYes: "Letters go out on 25 November." } },
        ['"25 November" is what follows a yes, but lies before the meeting of 2026-12-02.'],
      ],
      [
        "another start in words",
        { ask: { ...ask, decision: "Approve the trial; the work starts on 1 March 2027" } },
        ['"1 March 2027" is the start in words, but ask.start is 2027-01-11.'],
      ],
      [
        "a condition that has passed",
        { ask: { ...ask, terms: ["Holds if two people are hired by 30 June 2026"] } },
        ['"30 June 2026" has passed before the deck of 2026-11-18.'],
      ],
      [
        "a programme as long as its plan",
        { ...plan(), ask: { ...ask, decision: "Approve a 12-month trial" } },
        [],
      ],
      [
        "a contract is no plan",
        { ...plan(), ask: { ...ask, decision: "Approve a three-year contract" } },
        [],
      ],
      [
        "a programme shorter than its plan",
        { ...plan(), ask: { ...ask, decision: "Approve a six-month trial" } },
        [
          "The decision speaks of six-month trial, but the phases run from 2027-01-11 to 2027-12-17, 11 months.",
        ],
      ],
      [
        "a milestone on another day, in Finnish",
        {
          locale: "fi-FI",
          ...plan({
            milestones: [
              { name: "Päätös toisesta vaiheesta", date: "2027-05-07", owner: "head", gate: true },
            ],
          }),
          ask: { ...ask, terms: ["Toisesta vaiheesta tehdään päätös 14. toukokuuta 2027"] },
        },
        ['"14. toukokuuta 2027" is said of the gate "Päätös toisesta vaiheesta", which has 2027-05-07.'],
      ],
      [
        "agreed after the deck, in Finnish",
        { locale: "fi-FI", subtitle: "Ehdot hyväksyttiin hallituksessa 2. joulukuuta 2026" },
        [
          '"2. joulukuuta 2026" is after the deck of 2026-11-18, but is told as past: "Ehdot hyväksyttiin hallituksessa 2. joulukuuta 2026"',
        ],
      ],
      ["its own day, in Finnish", { locale: "fi-FI", subtitle: "Päätös pyydetään 4.12.2026 mennessä" }, []],
    ],
  ],
])("%s", (code, cases) => {
  test.each(cases)("%s", (_name, parts, expected) => {
    expect(says(code, parts)).toEqual(expected);
  });
});
