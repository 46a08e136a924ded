import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { recordAsMarkdown, recordOf, thanksOf } from "../../src/conversation/decided/index.ts";
import { followUps } from "../../src/conversation/follow-ups.ts";
import { localeOf } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import type { Bundle, Decided } from "../../src/model/bundle/index.ts";
import { SOUND } from "../rules/sound.ts";
import { said } from "./side.ts";

const PEOPLE: Bundle["stakeholders"] = [
  {
    id: "head",
    name: "Ann Lind",
    role: "Head",
    part: "approver",
    met: "2026-10-01",
    stance: "sceptic",
    concern: "Her own budget",
  },
  { id: "lead", name: "Bo Rask", role: "Lead", part: "driver", met: "2026-10-08", influence: 4 },
  { id: "clerk", name: "Cy Toft", role: "Clerk", part: "informed" },
];
const BUNDLE: Bundle = {
  ...SOUND,
  version: "1.1",
  stakeholders: PEOPLE,
  history: [
    { version: "1.0", date: "2026-11-02", sentTo: ["head"] },
    { version: "1.1", date: "2026-11-18", sentTo: ["head", "clerk"] },
  ],
};
const NO: Decided = {
  result: "no",
  date: "2026-12-04",
  reasons: [{ reason: "The trial is too short", from: "lead" }, { reason: "It comes too late in the year" }],
  lessons: ["Ask the clerks first"],
};

async function record(decided: Decided, bundle: Bundle = BUNDLE) {
  const side = await said({ ...bundle, decided });
  const locale = localeOf(side.bundle.locale);
  const tongue = { locale, words: createPhrasebook(locale).words };
  const made = recordOf(side, decided, tongue);
  return { made, markdown: recordAsMarkdown(made, tongue) };
}

describe("the record of a decision", () => {
  test("has the fields of MADR: who, on which version, and why", async () => {
    const { made } = await record(NO);
    expect(made).toMatchObject({
      ...{ status: "rejected", result: "no", date: "2026-12-04", version: "1.1", amount: "EUR 20,000" },
      ...{ decisionMakers: ["Ann Lind, Head"], consulted: ["Bo Rask, Lead"], informed: ["Cy Toft, Clerk"] },
      outcome: {
        chosen: "Not approved: Approve the trial",
        because: [
          { reason: "The trial is too short", from: "Bo Rask, Lead" },
          { reason: "It comes too late in the year", from: "Ann Lind, Head" },
        ],
      },
      ...{ lessons: ["Ask the clerks first"], drivers: ["Cut waiting", "Keep customers"] },
    });
    expect(made.options.some(({ chosen }) => chosen)).toBe(false);
  });

  test("names the version that was there on the day, unless the bundle names one", async () => {
    expect((await record({ ...NO, date: "2026-11-10" })).made.version).toBe("1.0");
    expect((await record({ ...NO, version: "0.9" })).made.version).toBe("0.9");
  });

  test("of a yes chooses the option that was asked for", async () => {
    const { made } = await record({ result: "yes", date: "2026-12-04", conditions: ["A report each month"] });
    expect(made.status).toBe("accepted");
    expect(made.options.filter(({ chosen }) => chosen).length).toBe(1);
    expect(made.conditions).toContain("A report each month");
  });

  test("of another decision says what was decided in place of the ask", async () => {
    const { made } = await record({
      result: "changed",
      date: "2026-12-04",
      decision: "Approve half the trial",
    });
    expect(made).toMatchObject({
      status: "accepted",
      asked: "Approve the trial",
      outcome: { chosen: "Approve half the trial" },
    });
  });

  test("as Markdown has front matter and MADR's headings in their order", async () => {
    const { markdown } = await record(NO);
    expect(markdown).toMatch(
      /^---\nstatus: rejected\ndate: 2026-12-04\ndecision-makers: \["Ann Lind, Head"\]\n/u,
    );
    const headings = [...markdown.matchAll(/^#+ (.*)$/gmu)].map(([, words]) => words);
    expect(headings.slice(0, 5)).toEqual([
      "Answer faster",
      "Context and Problem Statement",
      "Decision Drivers",
      "Considered Options",
      "Decision Outcome",
    ]);
    expect(markdown).toContain("* The trial is too short (Bo Rask, Lead)");
    expect(markdown).toContain("* Decided on version 1.1");
  });

  test("says nothing of what anybody thinks", async () => {
    const { made, markdown } = await record(NO);
    expect(JSON.stringify(made) + markdown).not.toMatch(/sceptic|Her own budget|influence|stance/u);
  });

  test("lets no text of the bundle be read as Markdown", async () => {
    const { markdown } = await record({
      ...NO,
      reasons: [{ reason: "Too *short*\\n# Not a heading | <b>" }],
    });
    expect(markdown).not.toMatch(/^# Not a heading/mu);
    expect(markdown).toContain("\\<b\\>");
  });
});

async function thanks(bundle: Bundle, decided?: Decided) {
  const side = await said(bundle);
  const locale = localeOf(side.bundle.locale);
  return thanksOf(side.resolved, decided, { locale, words: createPhrasebook(locale).words });
}

describe("notes of thanks", () => {
  test("go to whoever was met, quoted or made something happen, each with what that person gave", async () => {
    const notes = await thanks({
      ...BUNDLE,
      quotes: [
        {
          id: "q-lead",
          from: "lead",
          permission: "named",
          date: "2026-10-08",
          text: "They have gone by then.",
        },
        { id: "q-none", from: "clerk", permission: "none", text: "Not for the deck." },
      ],
      wins: [{ date: "2026-09-01", what: "The first week went well", thanks: "Front desk" }],
    });
    expect(notes.map(({ name }) => name)).toEqual(["Ann Lind", "Bo Rask", "Front desk"]);
    expect(notes[1]?.gave).toEqual([
      "You took the time to talk about it, last on 8 October 2026.",
      "Your words stand in the deck: “They have gone by then.”",
    ]);
    expect(notes[1]?.text).toMatch(/^Dear Bo,\n/u);
    expect(notes[2]?.text).toMatch(/^Dear Front desk,\n/u);
    const all = JSON.stringify(notes);
    for (const secret of ["sceptic", "Her own budget", "Not for the deck"]) expect(all).not.toContain(secret);
    expect(notes[0]?.text).not.toContain("They have gone by then");
  });

  test("say what came of it", async () => {
    const [open] = await thanks(BUNDLE);
    expect(open?.came).toEqual(["The decision is due on 4 December 2026: Approve the trial."]);
    const [no] = await thanks(BUNDLE, NO);
    expect(no?.came[0]).toMatch(/^It was not approved on 4 December 2026: Approve the trial\./u);
    const plan = { next: [{ what: "Hire two people", owner: "lead", by: "2026-12-11" }] };
    const [yes] = await thanks({ ...BUNDLE, plan }, { result: "yes", date: "2026-12-04" });
    expect(yes?.came).toEqual([
      "It was approved on 4 December 2026: Approve the trial.",
      "Next: Hire two people (by 11 December 2026).",
    ]);
  });

  test("are in the language of the deck, and not for who asks", async () => {
    const contact = { name: "Bo Rask" };
    const notes = await thanks({ ...BUNDLE, locale: "fi-FI", contact }, NO);
    expect(notes.map(({ name }) => name)).toEqual(["Ann Lind"]);
    expect(notes[0]?.subject).toBe("Kiitos: Answer faster");
  });
});

describe("follow-ups", () => {
  const plan: Bundle["plan"] = {
    next: [{ what: "Hire **two** people", owner: "lead", by: "2026-12-11" }, { what: "Tell the others" }],
    cadence: [{ what: "Waiting in days", every: "quarter", owner: "lead" }],
  };
  const entriesOf = async (bundle: Bundle) => {
    const side = await said(bundle);
    const locale = localeOf(side.bundle.locale);
    const text = followUps(side.resolved, "2026-12-04", { locale, words: createPhrasebook(locale).words });
    if (text === undefined) return undefined;
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents("vevent").map((each) => ({
      what: String(each.getFirstPropertyValue("summary")),
      day: String(each.getFirstPropertyValue("dtstart")),
      rule: each.getFirstPropertyValue("rrule")?.toString(),
      about: String(each.getFirstPropertyValue("description")),
      uid: String(each.getFirstPropertyValue("uid")),
    }));
  };

  test("are next steps with a day, and reports as often as they come", async () => {
    const entries = await entriesOf({ ...BUNDLE, plan });
    expect(entries?.map(({ what, day, rule }) => [what, day, rule])).toEqual([
      ["Hire two people", "2026-12-11", undefined],
      ["Waiting in days", SOUND.ask?.start, "FREQ=MONTHLY;INTERVAL=3"],
    ]);
    expect(entries?.[0]?.about).toBe("Answer faster\nOwner: Bo Rask");
  });

  test("keep their identity when a day moves, and are none where the plan has none", async () => {
    const moved = { ...plan, next: [{ what: "Hire **two** people", owner: "lead", by: "2026-12-18" }] };
    const [first] = (await entriesOf({ ...BUNDLE, plan })) ?? [];
    const [again] = (await entriesOf({ ...BUNDLE, plan: moved })) ?? [];
    expect([again?.uid, again?.day]).toEqual([first?.uid, "2026-12-18"]);
    const { plan: _, ...rest } = BUNDLE;
    expect(await entriesOf(rest)).toBeUndefined();
  });
});
