import { expect, test } from "vitest";
import { lastCheck } from "../../src/layout/index.ts";
import { compile } from "../../src/library.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import type { Pages } from "../../src/model/page.ts";

const bundle = (quote: string): Bundle => ({
  title: "Open on Sundays",
  why: { statement: "Families are free on Sundays, -0 of them at work." },
  goals: [{ id: "use", name: "More visits" }],
  stakeholders: [{ id: "head", name: "Sian Prothero", role: "Head teacher" }],
  metrics: [
    {
      id: "visits",
      name: "Visits",
      values: [
        { period: "2026-Q1", value: 10 },
        { period: "2026-Q2", value: 12 },
      ],
    },
  ],
  quotes: [{ id: "q", from: "head", text: quote, date: "2026-03-01", permission: "named" }],
});

/** Pages on which one run of text reads otherwise. */
const withText = (pages: Pages, text: string): Pages => ({
  ...pages,
  pages: pages.pages.map((page, n) =>
    n === 1 ? { ...page, notes: [[{ text: text.slice(0, 3) }, { text: text.slice(3) }]] } : page,
  ),
});

test.each([
  "{{visits.latest}}",
  "NaN% of visits",
  "up by −0.0%",
  "−0",
  "undefined",
  "**Visits",
  "[object Object]",
  "-0,00 points",
  "Infinity",
])("%s on a page is a defect of ours", async (text) => {
  const { pages, resolved } = await compile({
    ...bundle("It is a room."),
    why: { statement: "**Families** are free." },
  });
  expect(lastCheck(pages, resolved)).toEqual([]);
  const [found, ...more] = lastCheck(withText(pages, text), resolved);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ code: "deck/defect", severity: "error", page: pages.pages[1]?.id });
  expect(found?.what).toContain(pages.pages[1]?.title);
});

test.each(["−0.5%", "from -0.05 to 3", "2026-01-05", "NaNoWriMo", "Infinityland", "10-0", "page 3-0"])(
  "%s is none",
  async (text) => {
    const { pages, resolved } = await compile(bundle("It is a room."));
    expect(lastCheck(withText(pages, text), resolved)).toEqual([]);
  },
);

test("what the author wrote is the author's", async () => {
  const { findings } = await compile(bundle("The sheet showed NaN, undefined and **two stars."));
  expect(findings.map(({ code }) => code)).not.toContain("deck/defect");
});
