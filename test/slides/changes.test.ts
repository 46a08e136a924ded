import { describe, expect, test } from "vitest";
import { compile } from "../../src/library.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import type { Page, TextItem } from "../../src/model/page.ts";
import { plain } from "../../src/model/text.ts";
import { said } from "../conversation/side.ts";
import { SOUND } from "../rules/sound.ts";

const FIRST: Bundle = { ...SOUND, version: "1.0" };
const LATER: Bundle = {
  ...SOUND,
  version: "1.1",
  ask: { ...SOUND.ask, decision: "Approve the longer trial", amount: 26000 },
  stakeholders: (SOUND.stakeholders ?? []).map((person) => ({ ...person, stance: "opponent", influence: 5 })),
};

const build = async (now: Bundle, before: Bundle = FIRST) =>
  compile(now, { earlier: { ...(await said(before, now.locale)), version: before.version ?? "" } });

const words = (page: Page | undefined): string =>
  (page?.items ?? [])
    .flatMap((item) => {
      if (item.type === "text")
        return item.paragraphs.flatMap(({ lines }) => lines.map((line) => plain(line.runs)));
      return item.type === "table"
        ? item.rows.flatMap(({ cells }) =>
            cells.flatMap(({ paragraphs }) =>
              paragraphs.flatMap(({ lines }) => lines.map((line) => plain(line.runs))),
            ),
          )
        : [];
    })
    .join("\n");
const marksOf = (page: Page): readonly TextItem[] =>
  page.items.filter((item): item is TextItem => item.type === "text" && item.name.startsWith("Changes: "));

describe("the page of what changed", () => {
  test("stands in a deck without a history, with texts of both versions and nothing that readers never see", async () => {
    const { pages, deck } = await build(LATER);
    const page = pages.pages.find(({ id }) => id === "changes");
    expect(plain(deck.slides.find(({ id }) => id === "changes")?.title ?? [])).toBe(
      "Version 1.1 differs from version 1.0 in two points",
    );
    for (const text of ["20,000", "26,000", "longer"]) expect(words(page)).toContain(text);
    expect(words(page)).not.toMatch(/opponent|stance|influence/u);
  });

  test("is led to by a mark on each page that changed, and on no other", async () => {
    const { pages } = await build(LATER);
    const marked = pages.pages.filter((page) => marksOf(page).length > 0).map(({ id }) => id);
    expect(marked).toEqual(["answer", "decision"]);
    for (const mark of pages.pages.flatMap(marksOf)) expect(mark.to).toBe("changes");
  });

  test("says the author's note in its title", async () => {
    const history = [
      { version: "1.0", date: "2026-11-11" },
      { version: "1.1", date: "2026-11-18", note: "The trial is longer" },
    ];
    const { deck } = await build({ ...LATER, history });
    expect(plain(deck.slides.find(({ id }) => id === "changes")?.title ?? [])).toBe(
      "The trial is longer: version 1.1 differs from version 1.0",
    );
  });

  test("is not there, and no mark is, where nothing that readers see has changed", async () => {
    const { pages } = await build({ ...FIRST, version: "1.1", stakeholders: LATER.stakeholders ?? [] });
    expect(pages.pages.some(({ id }) => id === "changes")).toBe(false);
    expect(pages.pages.flatMap(marksOf)).toEqual([]);
  });

  test("leads to the page that shows most of what changed, and marks no page that shows nothing of it", async () => {
    const target = { value: 90, by: "2027-12" };
    const [wait, stay] = SOUND.metrics ?? [];
    if (wait === undefined || stay === undefined) throw new Error("two metrics");
    const metrics = [
      { ...wait, target: { ...target, value: 2 } },
      { ...stay, target },
    ];
    const chart = (value: number) => ({
      ...{ id: "causes", kind: "bar", message: "Parts are late most often", unit: "%", supports: ["g"] },
      ...{
        period: "2026",
        asOf: "2026-10-31",
        source: "s",
        data: [
          { label: "Parts", value: 41 },
          { label: "Ice", value },
        ],
      },
    });
    const [first, ...reasons] = SOUND.why.reasons ?? [];
    // The page of the answer says the reason too, and comes first.
    const reason = { ...first, because: "Parts make {{causes.[Parts]}}.", evidence: ["causes"] };
    const why = { ...SOUND.why, reasons: [reason, ...reasons] };
    const before = { ...FIRST, metrics, why, charts: [chart(12)] } as Bundle;
    const [objection] = SOUND.objections ?? [];
    const { deck, pages } = await build(
      {
        ...before,
        version: "1.1",
        charts: [chart(14)],
        metrics: [...metrics, { ...wait, id: "calls", name: "Calls", supports: ["g"] }],
        objections: [
          ...(SOUND.objections ?? []),
          { ...objection, id: "o-4", objection: "It is far away", residual: "high" },
        ],
      } as Bundle,
      before,
    );
    const body = JSON.stringify(deck.slides.find(({ id }) => id === "changes")?.body);
    const led = [...body.matchAll(/"pageOf":"([^"]+)"/g)].map(([, id]) => id);
    expect(led).toEqual(["reason-1", "objection-o-4", "methods"]);
    // What is new under its own name is named once.
    expect(body.match(/"Calls"/g)).toHaveLength(1);
    const marked = pages.pages.filter((page) => marksOf(page).length > 0).map(({ id }) => id);
    expect(marked).toContain("reason-1");
    expect(marked).toContain("methods");
    // The measures with a target stand below the goals, and the one that is new is none of them.
    expect(deck.slides.map(({ id }) => id)).toContain("standing");
    expect(marked).not.toContain("goals");
  });

  test("names the most important changes and counts the others", async () => {
    const glossary = Array.from({ length: 20 }, (_, n) => ({
      term: `Term ${n}`,
      meaning: `Meaning number ${n}.`,
    }));
    const { pages } = await build({ ...LATER, glossary });
    const texts = pages.pages
      .filter(({ id }) => id.startsWith("changes"))
      .map(words)
      .join("\n");
    expect(texts).toContain("26,000");
    expect(texts).toContain("and 10 further changes");
  });

  test("is in the language of the deck", async () => {
    const { deck } = await build({ ...LATER, locale: "fi-FI" });
    expect(plain(deck.slides.find(({ id }) => id === "changes")?.title ?? [])).toBe(
      "Versio 1.1 poikkeaa versiosta 1.0, muutoksia on kaksi",
    );
  });
});

test("a bundle without an earlier version has no word of changes", async () => {
  const { pages, story } = await compile(LATER);
  expect(story.since).toBeUndefined();
  expect(pages.pages.flatMap(marksOf)).toEqual([]);
});
