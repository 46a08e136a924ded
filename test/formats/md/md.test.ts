import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asMarkdown } from "../../../src/formats/md/index.ts";
import { escaped, pipeTable, styled } from "../../../src/formats/md/markdown.ts";
import type { Pages } from "../../../src/model/page.ts";
import { plain } from "../../../src/model/text.ts";
import { contract, hostile, pageParagraphs, shown } from "../decks.ts";

/** Words alone: escapes, emphasis, links, quotes and list signs taken away. */
const bare = (markdown: string): string =>
  shown(
    markdown
      .replace(/\]\(<[^>]*>\)|\]\(#[^)]*\)/g, "]")
      .replace(/<br>/g, "\n")
      .replace(/\\(.)|[*[\]|>]/gs, (_, kept?: string) => kept ?? " ")
      .replace(/[ \n]+/g, " "),
  ).replace(/ /g, "");

const slides = (pages: Pages): string[] =>
  asMarkdown(pages)
    .split(/<a id="slide-[^"]*"><\/a>\n\n/)
    .slice(1);

describe.each(["contract", "hostile"])("the %s deck", (which) => {
  test("has the words of every slide: title, texts, cells, alternative texts, notes", async () => {
    const pages = which === "hostile" ? hostile : (await contract()).pages;
    const parts = slides(pages);
    expect(parts).toHaveLength(pages.pages.length);
    pages.pages.forEach((page, index) => {
      const text = bare(parts[index] ?? "");
      const alts = page.items.flatMap((item) =>
        item.type === "chart" || item.type === "picture" ? [item.alt] : [],
      );
      const wanted = [page.title, ...pageParagraphs(page), ...alts, ...page.notes.map(plain)];
      const missing = wanted.filter(
        (words) =>
          !text.includes(shown(words).replace(/[\s>*[\]|]/g, "")) &&
          !text.includes(shown(words).replace(/\s/g, "")),
      );
      expect(missing, page.id).toEqual([]);
    });
  });

  test("every link inside leads to a slide", async () => {
    const pages = which === "hostile" ? hostile : (await contract()).pages;
    const text = asMarkdown(pages);
    const anchors = new Set([...text.matchAll(/<a id="([^"]*)">/g)].map((match) => match[1]));
    const targets = [...text.matchAll(/\]\(<?#([^)>]*)>?\)/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !anchors.has(target))).toEqual([]);
  });
});

describe("for those who hear it read out", () => {
  test("a label stands on one line with what it names", async () => {
    const text = asMarkdown((await contract()).pages);
    expect(text).toContain("\n\n**Amount:** **EUR 420,000**\n\n");
    expect(text).toContain("\n\n**Decision needed by:** 5 December 2026\n\n");
    expect(text).toContain("\n\n**Annual churn:** **14.9%**\n\n▲ +0.4 points");
    expect(text).not.toMatch(/\n\nAmount\n\n/);
  });

  test("a range stands in the table of its chart, in the periods for which the bundle gives one", async () => {
    const text = asMarkdown((await contract()).pages);
    const row = (label: string) => new RegExp(`^\\| ${label} \\|.*$`, "m").exec(text)?.[0] ?? "";
    const head = row("Quarter");
    const cells = (line: string) => line.split("|").map((cell) => cell.trim());
    const at = [cells(head).indexOf("Low end"), cells(head).indexOf("High end")];
    expect(at).not.toContain(-1);
    const range = (label: string) => at.map((n) => cells(row(label))[n]);
    expect(range("Q4 2027")).toEqual(["12.8%", "14.3%"]);
    expect(range("Q3 2027")).toEqual(["", ""]);
    expect(range("Q3 2026")).toEqual(["", ""]);
  });

  test("a drawing is said as lines of a table, and none of its marks stands alone", async () => {
    const { pages } = await contract();
    const parts = slides(pages);
    const slide = (id: string): string =>
      parts[pages.pages.findIndex((page) => page.id === id)]?.split("**Notes**")[0] ?? "";
    expect(slide("people")).toMatch(
      /^\| \*\*Marja Lehto\*\* Chief financial officer, Finance \| contributor \| Sceptic \| 5 \| 9 October \|/m,
    );
    expect(slide("risks")).toMatch(
      /^\| \*\*2\*\* \| \*\*The desk cannot be staffed before March\*\* \| 3 \| 3 \| Two people move/m,
    );
    expect(slide("plan")).toContain(
      "\n| What | When | Type | Owner |\n| --- | --- | --- | --- |\n| Today | 18 November 2026 |",
    );
    expect(slide("plan")).toContain(
      "\n| Tranche two decision | 2 July 2027 | decision whether to go on | Marja",
    );
    for (const id of ["people", "risks", "plan"]) {
      const alone = slide(id)
        .split("\n\n")
        .filter((block) => /^\**(\d|Q\d|Neutral|Stance|Impact|Today|Petri Oksanen)/.test(block));
      expect(alone, id).toEqual([]);
    }
  });

  test("a link to an objection says what the objection is", async () => {
    const { pages, bundle } = await contract();
    const marks = [...asMarkdown(pages).matchAll(/^\[(.*)\]\(#slide-objection-[^)]*\)$/gm)].map(
      (match) => match[1],
    );
    expect(marks.length).toBeGreaterThan(3);
    for (const mark of marks)
      expect(
        bundle.objections?.some(({ objection }) => mark?.endsWith(`: ${objection}`)),
        mark,
      ).toBe(true);
  });
});

describe("Markdown", () => {
  test("escaped text has no sign left that means something, and says the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const out = escaped(text);
        expect(out.replace(/\\(.)/gs, "")).not.toMatch(/[\\`*_[\]<>|~&\n]/);
        expect(out.replace(/\\(.)/gs, "$1")).toBe(text.replace(/\s+/gu, " "));
      }),
    );
    expect(escaped("1. First")).toBe("1\\. First");
    expect(escaped("# no heading")).toBe("\\# no heading");
    expect(escaped("14.9 - 2")).toBe("14.9 - 2");
  });

  test("spaces stand outside of emphasis", () => {
    expect(styled([{ text: "a" }, { text: " b ", bold: true }, { text: "c" }], () => undefined)).toBe(
      "a **b** c",
    );
    expect(styled([{ text: "Sources: " }, { text: " " }, { text: "ledger" }], () => undefined)).toBe(
      "Sources: ledger",
    );
  });

  test("every row of a table has as many cells", () => {
    const table = pipeTable([["a"], ["b", "c"]], false);
    expect(table.split("\n").map((line) => line.split("|").length)).toEqual([4, 4, 4, 4]);
  });
});
