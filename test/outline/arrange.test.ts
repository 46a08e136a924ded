import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { APPENDIX_PARTS, BODY_PARTS, PARTS, type Part } from "../../src/model/bundle/pages.ts";
import type { Point } from "../../src/model/story.ts";
import { arrange } from "../../src/outline/arrange.ts";

const point = (id: string, kind: string, section: Point["section"], about: string[] = []): Point => ({
  ...{
    id,
    kind,
    section,
    about,
    draws: [],
    title: [],
    short: id,
    content: null,
    say: [],
    sources: [],
    from: [],
  },
  body: section !== "appendix",
});
const own = (id: string): Point => point(`page-${id}`, "page", "evidence", [id]);
const partOf = ({ kind }: Point): Part | undefined => PARTS.find((part) => part === kind);
const ids = (points: readonly Point[]): string => points.map(({ id }) => id).join(" ");

const deck: readonly Point[] = [
  point("cover", "cover", "answer"),
  point("why", "why", "why", ["why"]),
  point("goals", "goals", "why", ["growth"]),
  point("reason-1", "reasons", "evidence", ["trend"]),
  point("reason-2", "reasons", "evidence", ["causes", "trend"]),
  point("options", "options", "proposal", ["buy", "wait"]),
  point("risks", "risks", "proposal"),
  point("objection-cost", "objections", "appendix", ["cost"]),
  point("sources", "sources", "appendix"),
];

describe("the order of a deck", () => {
  test("stays what it is where the bundle says nothing", () => {
    expect(arrange(deck, {}, partOf)).toEqual(deck);
  });

  test("puts named parts into one another's places, in the sections of these", () => {
    const arranged = arrange(deck, { order: ["risks", "goals"] }, partOf);
    expect(ids(arranged)).toBe("cover why risks reason-1 reason-2 options goals objection-cost sources");
    expect(arranged.map(({ section }) => section)).toEqual(deck.map(({ section }) => section));
  });

  test("keeps the appendix behind the rest, whatever the order", () => {
    const arranged = arrange(deck, { order: ["sources", "risks", "objections", "why"] }, partOf);
    expect(ids(arranged)).toBe("cover risks goals reason-1 reason-2 options why sources objection-cost");
  });

  test("leaves parts out, with all their pages", () => {
    expect(ids(arrange(deck, { leave: ["reasons", "sources"] }, partOf))).toBe(
      "cover why goals options risks objection-cost",
    );
  });

  test("puts a page behind a part, an item that a page is about, and another page", () => {
    const pages = [
      { id: "c", after: "b" },
      { id: "b", after: "growth" },
      { id: "a", after: "reasons" },
      { id: "d", after: "trend" },
      { id: "e", after: "objections" },
      { id: "f" },
    ].map((page) => ({ ...page, title: "T", blocks: [{ text: "T" }] }));
    const arranged = arrange([...deck, ...pages.map(({ id }) => own(id))], { pages }, partOf);
    expect(ids(arranged)).toBe(
      "cover why goals page-b page-c reason-1 page-d reason-2 page-a page-f options risks objection-cost page-e sources",
    );
    const e = arranged.find(({ id }) => id === "page-e");
    expect(e).toMatchObject({ section: "appendix", body: false });
  });

  test("puts a page that stands after an absent part where the part would be", () => {
    const pages = [{ id: "a", after: "plan", title: "T", blocks: [{ text: "T" }] }];
    expect(ids(arrange([...deck, own("a")], { pages }, partOf))).toContain("options page-a risks");
  });

  test("loses and doubles no page, and keeps every section in one piece", () => {
    const part = fc.constantFrom(...PARTS);
    const some = fc.uniqueArray(part, { maxLength: PARTS.length });
    const pages = fc.uniqueArray(
      fc.record({ id: fc.constantFrom("p", "q", "r"), after: fc.option(part, { nil: undefined }) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, some, pages, (order, leave, free) => {
        const all = free.map(({ id, after }) => ({
          ...{ id, title: "T", blocks: [{ text: "T" }] },
          ...(after === undefined ? {} : { after }),
        }));
        const given = [...deck, ...all.map(({ id }) => own(id))];
        const arranged = arrange(given, { order, leave, pages: all }, partOf);
        const kept = given.filter((each) => !leave.includes(partOf(each) as Part));
        expect(arranged.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
        const sections = arranged.map(({ section }) => section);
        const turns = sections.filter((section, n) => section !== sections[n - 1]);
        expect(new Set(turns).size).toBe(turns.length);
        const named = order.filter((each) => kept.some((one) => partOf(one) === each));
        for (const group of [BODY_PARTS, APPENDIX_PARTS]) {
          const wanted = named.filter((each) => (group as readonly Part[]).includes(each));
          const found = [...new Set(arranged.map(partOf))].filter((each) => wanted.includes(each as Part));
          expect(found).toEqual(wanted);
        }
      }),
    );
  });
});
