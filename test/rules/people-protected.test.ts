import { parse } from "jsonc-parser";
import { expect, test } from "vitest";
import { starterBundle } from "../../src/diagnostics/messages/index.ts";
import { deckLeak } from "../../src/rules/deck-leak.ts";
import { quotesConsent } from "../../src/rules/quotes-consent.ts";
import type { Checked } from "../../src/rules/rule.ts";
import { bundle } from "../compute/bundle.ts";

const PEOPLE = [
  { id: "a", name: "Ada Brown", role: "Head of care" },
  { id: "b", name: "Bo Dahl", role: "Nurse" },
];
const checked = (parts: object): Checked => {
  const made = bundle(parts);
  return { bundle: made, written: made } as Checked;
};
const quoted = (permission: string, text: string) => [
  { id: "q", from: "a", permission, date: "2026-05-17", text },
];

test.each([
  ["its own words", { quotes: quoted("anonymous", "As Ada Brown I would wait.") }, ["quotes", 0, "text"]],
  [
    "the page of an objection that its speaker raised",
    {
      quotes: quoted("role", "I would wait for it."),
      objections: [{ id: "o", objection: "Wait.", from: "a", answer: "No.", evidence: ["q"] }],
    },
    ["objections", 0, "evidence"],
  ],
])("a quote without a name is refused where %s name its speaker", (_, parts, path) => {
  const [found, ...more] = quotesConsent.check(checked({ stakeholders: PEOPLE, ...parts }));
  expect([found?.path, found?.what.includes("Ada Brown"), more.length]).toEqual([path, true, 0]);
});

test.each([
  { quotes: quoted("named", "As Ada Brown I would wait.") },
  { quotes: quoted("anonymous", "The brown ledger is Bo's.") },
  {
    quotes: quoted("anonymous", "I would wait for it."),
    objections: [{ id: "o", objection: "Wait.", from: "b", answer: "No.", evidence: ["q"] }],
  },
])("a quote that names nobody it may not name is fine: %o", (parts) => {
  expect(quotesConsent.check(checked({ stakeholders: PEOPLE, ...parts }))).toEqual([]);
});

const DATES = {
  today: "2026-05-20",
  meeting: "2026-06-01",
  by: "2026-06-05",
  start: "2026-07-01",
  months: ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"],
  monthEnd: "2026-04-30",
  year: "2027",
};

test("a new bundle that nobody has filled in is no final deck", () => {
  const starter = parse(starterBundle({ title: "Ours", decision: "Approve it" }, DATES, "s.json", "f.json"));
  const leaks = (parts: object) => deckLeak.check(checked({ ...starter, ...parts }));
  const found = leaks({ status: "final" });
  expect(found.length).toBeGreaterThan(15);
  expect(found.every(({ severity }) => severity === "error")).toBe(true);
  expect(found.map(({ path }) => path?.join("."))).toContain("metrics.0.values");
  expect(found.map(({ path }) => path?.join("."))).toContain("why.reasons.0.claim");
  expect(leaks({ status: "draft" })).toEqual([]);
});

test("a text of one's own is no placeholder, whatever it begins with", () => {
  const parts = { title: "Replace the lift in the north wing", status: "final", stakeholders: PEOPLE };
  expect(deckLeak.check(checked(parts))).toEqual([]);
});
