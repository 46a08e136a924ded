import { describe, expect, test } from "vitest";
import { buildDeck } from "../../src/build/index.ts";
import { computeFigures } from "../../src/compute/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { outlineStory } from "../../src/outline/index.ts";
import { bundle } from "../compute/bundle.ts";

/** Everything that any format is given of a bundle. */
function said(parts: object): string {
  const locale = resolveLocale("en-GB");
  if (locale === undefined) throw new Error("no en-GB");
  const made = bundle(parts);
  const phrasebook = createPhrasebook(locale);
  const outlined = outlineStory(made, computeFigures(made, locale, phrasebook).figures, locale, phrasebook);
  const deck = buildDeck({ ...outlined, locale, phrasebook, pictures: {}, theme: "boardroom" });
  return JSON.stringify(deck);
}

const PEOPLE = [
  { id: "a", name: "Ada Brown", role: "Head of care", part: "approver", met: "2026-05-04" },
  { id: "b", name: "Bo Dahl", role: "Nurse", part: "contributor", met: "2026-05-12" },
  { id: "c", name: "Cy Ellis", role: "Nurse", part: "informed", met: "2026-06-03" },
] as const;
const VIEWS = PEOPLE.map((person, n) => ({
  ...person,
  stance: (["sceptic", "opponent", "champion"] as const)[n],
  influence: 5 - n,
  concern: `Worry ${n}`,
}));

describe("stance, influence and concern", () => {
  test("stay with the author", () => {
    const deck = said({ stakeholders: VIEWS, quotes: PEOPLE.map(({ id }) => quote(id, "named")) });
    expect(deck).toContain("Ada Brown");
    for (const view of ["Sceptic", "Opponent", "Champion", "Worry", "doubt", "nfluence", "stands behind"])
      expect(deck).not.toContain(view);
    // Nor does the order of the people tell who has more of it.
    const least = VIEWS.map((person) => ({ ...person, influence: 6 - person.influence }));
    expect(said({ stakeholders: least })).toBe(said({ stakeholders: VIEWS }));
  });

  test("are shown where the bundle shows stances", () => {
    const deck = said({ show: "stances", stakeholders: VIEWS });
    for (const view of ["Sceptic", "Opponent", "Champion", "Worry 1", "Influence"])
      expect(deck).toContain(view);
  });

  test("a concern is shown that its person agreed to", () => {
    const [first, ...rest] = VIEWS;
    const deck = said({ stakeholders: [{ ...first, show: "concern" }, ...rest] });
    expect(deck).toContain("Worry 0");
    expect(deck).not.toContain("Worry 1");
    expect(deck).not.toContain("Sceptic");
  });
});

const quote = (from: string, permission: string, more: object = {}) => ({
  id: `q${from}`,
  from,
  permission,
  date: "2026-05-17",
  text: `So it is, said ${permission}.`,
  ...more,
});

describe("a quote without its speaker's name", () => {
  const drawn = (stakeholders: object[], ...quotes: object[]): string =>
    said({ status: "final", stakeholders, quotes: [...quotes, quote("x", "none")] });
  const many = [...PEOPLE, { id: "d", name: "Di Fox", role: "Buyer", outside: true }];

  test.each([
    ["of a colleague", PEOPLE, quote("a", "anonymous"), "A colleague, May 2026"],
    ["in a month of its own", PEOPLE, quote("a", "anonymous", { date: "2026-03-02" }), '"A colleague"'],
    ["of a role that several hold", PEOPLE, quote("b", "role"), "Nurse, May 2026"],
    ["of a role that one person holds", PEOPLE, quote("a", "role"), "A colleague, May 2026"],
    ["of the one outsider", many, quote("d", "anonymous"), "Somebody we talked to, May 2026"],
    [
      "of one of two outsiders",
      [...many, { id: "e", name: "Ed Gray", role: "Baker", outside: true }],
      quote("d", "role"),
      "Somebody outside the organisation, May 2026",
    ],
    [
      "of the one colleague",
      [many[0], many[3]] as object[],
      quote("a", "anonymous"),
      'Somebody we talked to"',
    ],
    ["of somebody whom no page lists", [PEOPLE[0]], quote("a", "role"), "Head of care"],
  ])("%s, is drawn without what leads to it", (_, people, said, by) => {
    const deck = drawn(
      [...people] as object[],
      said,
      quote("c", "named", { date: "2026-06-09" }),
      quote("c", "named", { id: "qc2", date: "2026-06-10" }),
    );
    expect(deck).toContain(by);
    expect(deck).not.toMatch(/17 May|2 March|May 17|2026-05-17|2026-03-02/);
  });

  test("stands below no goal that its speaker answers for", () => {
    const goals = [
      { id: "goal", name: "Fewer falls", owner: "a" },
      { id: "other", name: "Quiet nights" },
    ];
    const deck = (from: string): string =>
      said({
        goals,
        stakeholders: PEOPLE,
        quotes: [
          quote(from, "anonymous", { goal: "goal" }),
          quote("c", "named", { id: "q2" }),
          quote("b", "named", { id: "q3" }),
        ],
      });
    expect(deck("a").split("Fewer falls").length).toBeLessThan(deck("b").split("Fewer falls").length);
  });
});

test("notes of a final deck hold no path of the bundle", () => {
  const parts = { metrics: [], stakeholders: PEOPLE, ask: { decision: "Approve it" } };
  expect(said({ ...parts, status: "draft" })).toContain("From the bundle");
  expect(said({ ...parts, status: "final" })).not.toContain("From the bundle");
});
