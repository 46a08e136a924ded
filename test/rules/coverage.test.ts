import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

const [head, lead] = SOUND.stakeholders ?? [];
const [risk] = SOUND.risks ?? [];
const [objection] = SOUND.objections ?? [];
const [trial, all, nothing] = SOUND.options ?? [];
if (!SOUND.ask || !head || !lead || !risk || !objection || !trial || !all || !nothing)
  throw new Error("the sound bundle");
const ask = SOUND.ask;
const next = SOUND.plan?.next;
const FI = { locale: "fi-FI" } as const;
const concern = (text: string): Partial<Bundle> => ({ stakeholders: [{ ...head, concern: text }, lead] });
const mitigation = (...texts: string[]): Partial<Bundle> => ({
  risks: texts.map((text, n) => ({ ...risk, risk: `Parts of line ${n + 1} come late`, mitigation: text })),
});
const options = (...benefits: [number, string][]): Partial<Bundle> => ({
  options: [
    ...[trial, all, { ...all, id: "half", name: "Half of them" }].flatMap((option, n) => {
      const [cost, benefit] = benefits[n] ?? [];
      return cost === undefined ? [] : [{ ...option, cost, benefit }];
    }),
    nothing,
  ],
});
const gate = { name: "Extend it", date: "2027-05-07", gate: true, owner: "head" };
const phase = { name: "Two branches", start: "2027-01-11", end: "2027-04-30" };
const cadence = [{ what: "Waiting time", every: "month" as const, owner: "lead" }];
const criterion = { ask: { ...ask, terms: ["Extended only if waiting falls below 3 days"] } };
const reason = (claim: string, because: string, more: Partial<Bundle> = {}): Partial<Bundle> => ({
  quotes: SOUND.quotes.map((quote) => ({ ...quote, text: "We see it daily." })),
  why: { statement: "Customers leave.", reasons: [{ claim, because, evidence: ["wait"] }] },
  ...more,
});

describe.each<[string, [string, Partial<Bundle>, readonly string[]][]]>([
  [
    "people/answered",
    [
      ["none known", {}, []],
      [
        "an objection of theirs",
        { ...concern("Rents double"), objections: [{ ...objection, from: "head" }] },
        [],
      ],
      ["a risk with the same word", { ...concern("Suppliers fail in spring") }, []],
      [
        "whoever only hears of it",
        { stakeholders: [head, { ...lead, part: "informed", concern: "Rents double" }] },
        [],
      ],
      [
        "a concern of the approver",
        concern("Rents double next spring"),
        ['The concern of Ann, "Rents double next spring", is answered nowhere.'],
      ],
      [
        "in Finnish",
        { ...FI, ...concern("Vuokrat nousevat keväällä") },
        ['The concern of Ann, "Vuokrat nousevat keväällä", is answered nowhere.'],
      ],
      ["none known, in Finnish", { ...FI, ...concern("Ei tiedossa olevia huolia") }, []],
    ],
  ],
  [
    "people/roles",
    [
      [
        "the approver owns it",
        { ask: { ...ask, owner: "head" } },
        ["Ann approves it and answers for its result."],
      ],
      [
        "an opponent without a word",
        { stakeholders: [head, lead, { id: "x", name: "Cleo", role: "Head", stance: "opponent" }] },
        ["Cleo is listed as opponent, but no objection and no quote is theirs."],
      ],
      ["a sceptic who raised one", { stakeholders: [head, { ...lead, stance: "sceptic" }] }, []],
      [
        "friends alone",
        { stakeholders: [head, { ...lead, stance: "supporter" }] },
        ["All 3 objections come from people who support it."],
      ],
      [
        "much doubt",
        { objections: [{ ...objection, residual: "high" }] },
        [
          "Much doubt remains about an objection, and nothing says what would settle it: wouldChangeOurMind is missing.",
        ],
      ],
      ["a deck that informs", { purpose: "inform", ask: { ...ask, owner: "head" } }, []],
    ],
  ],
  [
    "plan/gates",
    [
      ["a plan of steps", {}, []],
      [
        "a gate with all of it",
        { plan: { next, phases: [phase], milestones: [gate], cadence }, ...criterion },
        [],
      ],
      [
        "nobody decides at the gate",
        { plan: { next, milestones: [{ ...gate, owner: undefined }] }, ...criterion },
        ['The gate "Extend it" has no owner: nobody decides there.'],
      ],
      [
        "no number to judge by",
        { plan: { next, milestones: [gate] } },
        ['Nothing says by which number the gate "Extend it" is passed.'],
      ],
      [
        "a share in words",
        { plan: { next, milestones: [gate] }, ask: { ...ask, terms: ["Three in four are answered"] } },
        [],
      ],
      [
        "nobody reports",
        { plan: { next, phases: [phase] } },
        ["Money is spent in phases, but nobody reports on it: plan.cadence is missing."],
      ],
      ["nothing is spent", { plan: { next, phases: [phase] }, ask: { ...ask, amount: "none" } }, []],
    ],
  ],
  [
    "risks/mitigated",
    [
      [
        "acts",
        mitigation("Two suppliers", "A stock of 40 parts", "We monitor stock weekly and order at 20 parts"),
        [],
      ],
      [
        "acts, in Finnish",
        { ...FI, ...mitigation("Kaksi toimittajaa", "Varaston hälytysraja on 20 osaa") },
        [],
      ],
      [
        "a wish",
        mitigation("Close monitoring of the situation"),
        [
          'The mitigation of "Parts of line 1 come late" is a wish and no act: "Close monitoring of the situation"',
        ],
      ],
      [
        "another wish",
        mitigation("We will communicate clearly with all stakeholders", "Good communication"),
        ['The mitigation of "Parts of line 2 come late" is a wish and no act: "Good communication"'],
      ],
      [
        "a wish, in Finnish",
        { ...FI, ...mitigation("Seurataan tilannetta tarkasti") },
        [
          'The mitigation of "Parts of line 1 come late" is a wish and no act: "Seurataan tilannetta tarkasti"',
        ],
      ],
      [
        "the risk again",
        mitigation("The parts of the line come late"),
        [
          'The mitigation of "Parts of line 1 come late" says the risk again: "The parts of the line come late"',
        ],
      ],
      [
        "one for all",
        mitigation("Two suppliers", "Two suppliers."),
        [
          'The risks "Parts of line 1 come late" and "Parts of line 2 come late" have the same mitigation: "Two suppliers."',
        ],
      ],
      [
        "a trigger that is the risk",
        { risks: [{ ...risk, trigger: "It is late." }] },
        ['The trigger of "It is late" is the risk itself; it shows too late.'],
      ],
    ],
  ],
  [
    "options/fair",
    [
      ["a trade", options([20_000, "40 days less"], [90_000, "60 days less"]), []],
      ["other units", options([20_000, "40 days less"], [9000, "60 customers kept"]), []],
      [
        "one that is worse, one that is not",
        options([20_000, "40 days less"], [90_000, "30 days less"], [9000, "10 days less"]),
        [],
      ],
      [
        "a better one",
        options([20_000, "40 days less"], [9000, "60 days less"]),
        ['"All at once" costs less and gives more than the recommended "Trial".'],
      ],
      [
        "straw men",
        options([20_000, "40 days less"], [90_000, "30 days less"], [30_000, "20 days less"]),
        ['Every other option costs more than "Trial" and gives less: "All at once" and "Half of them".'],
      ],
      [
        "nothing recommended",
        { options: [{ ...trial, recommended: false }, all, nothing] },
        ["No option is recommended."],
      ],
      [
        "another decision",
        { title: "Sooner", ask: { ...ask, decision: "Approve four new desks" } },
        ['The decision does not name the recommended option "Trial".'],
      ],
      [
        "the decision is another option",
        {
          options: [trial, { ...all, name: "New desks in every branch" }, nothing],
          ask: { ...ask, decision: "Approve new desks in every branch" },
        },
        ['The decision names "New desks in every branch", but "Trial" is recommended.'],
      ],
      [
        "the only one, which another one is too",
        {
          options: [
            {
              ...trial,
              why: "The only one that reaches every branch",
              criteria: { "Branches reached": "All 40" },
            },
            { ...all, criteria: { "Branches reached": "All 40" } },
            nothing,
          ],
        },
        ['"Trial" is called the only one, but "All at once" has as much in "Branches reached": "All 40".'],
      ],
      [
        "the only one, which another one beats",
        {
          options: [
            { ...trial, why: "It alone frees hours", criteria: { "Hours freed": "900 more" } },
            { ...all, criteria: { "Hours freed": "1,000 more" } },
            nothing,
          ],
        },
        ['"Trial" is called the only one, but "All at once" has as much in "Hours freed": "1,000 more".'],
      ],
      [
        "the only one, which it is",
        {
          options: [
            {
              ...trial,
              why: "The only one that reaches every branch",
              criteria: { "Branches reached": "All 40" },
            },
            { ...all, criteria: { "Branches reached": "Half" } },
            nothing,
          ],
        },
        [],
      ],
      [
        "the only one by two criteria, which another one has one of",
        {
          options: [
            {
              ...trial,
              why: "The only one that reaches every branch on Sundays",
              criteria: { "Branches reached": "All 40", Sundays: "Yes" },
            },
            { ...all, criteria: { "Branches reached": "All 40", Sundays: "No" } },
            nothing,
          ],
        },
        [],
      ],
      [
        "not only",
        {
          options: [
            {
              ...trial,
              why: "Not only cheaper: it reaches branches",
              criteria: { "Branches reached": "All 40" },
            },
            { ...all, criteria: { "Branches reached": "All 40" } },
            nothing,
          ],
        },
        [],
      ],
      [
        "a better one, in Finnish",
        {
          ...FI,
          ...options([20_000, "40 päivää vähemmän"], [9000, "60 päivää vähemmän"]),
          ask: { ...ask, decision: "Hyväksytään trial" },
        },
        ['"All at once" costs less and gives more than the recommended "Trial".'],
      ],
    ],
  ],
  [
    "pilot/design",
    [
      ["no pilot", reason("Answers come too late", "They take four days."), []],
      [
        "all of it",
        reason(
          "The pilot halved the wait",
          "On six wards they waited two days, against four on matched wards.",
        ),
        [],
      ],
      [
        "an answer elsewhere",
        reason("The pilot halved the wait", "They wait two days.", {
          sources: [{ id: "s", name: "Register", note: "412 patients, compared with 1,236 others" }],
        }),
        [],
      ],
      [
        "before and after",
        reason("The pilot halved the wait", "On six wards they waited two days."),
        [
          '"The pilot halved the wait" rests on a pilot, and nothing says against what it was compared. What would have happened without it?',
        ],
      ],
      [
        "of unknown size",
        reason("The pilot halved the wait", "They waited half as long as a control group."),
        [
          '"The pilot halved the wait" rests on a pilot, and nothing says how large it was. How many took part?',
        ],
      ],
      [
        "of volunteers",
        reason("The pilot halved the wait", "Six wards volunteered, and were compared with six others."),
        [
          '"The pilot halved the wait" rests on a pilot whose members chose themselves: "Six wards volunteered, and were compared with six others." Would it work for the others?',
        ],
      ],
      [
        "before and after, in Finnish",
        { ...FI, ...reason("Kokeilu puolitti odotuksen", "Kuudessa talossa odotettiin kaksi päivää.") },
        [
          '"Kokeilu puolitti odotuksen" rests on a pilot, and nothing says against what it was compared. What would have happened without it?',
        ],
      ],
      [
        "compared, in Finnish",
        {
          ...FI,
          ...reason(
            "Kokeilu puolitti odotuksen",
            "Kuudessa talossa odotettiin puolet siitä, mitä vertailutaloissa.",
          ),
        },
        [],
      ],
    ],
  ],
])("%s", (code, cases) => {
  test.each(cases)("%s", (_name, parts, expected) => {
    expect(says(code, parts)).toEqual(expected);
  });
});
