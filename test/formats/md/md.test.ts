import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asMarkdown } from "../../../src/formats/md/index.ts";
import { begun, escaped, pipeTable, styled } from "../../../src/formats/md/markdown.ts";
import type { Pages } from "../../../src/model/page.ts";
import { plain } from "../../../src/model/text.ts";
import { contract, contractWithStances, hostile, pageParagraphs, shown } from "../decks.ts";

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

/** An alternative text without the title that it repeats, or the sentence of it where two charts share a page. */
const untitled =
  (title: string) =>
  (alt: string): string => {
    if (alt.startsWith(`${title}. `)) return alt.slice(title.length + 2);
    const end = alt.indexOf(". ");
    return end > 0 && title.split(". ").includes(alt.slice(0, end)) ? alt.slice(end + 2) : alt;
  };

const stopless = (text: string): string => text.replace(/\.$/, "");

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
      // Notes name the sources again, and kickers may name the section.
      const section = pages.sections.find(({ id }) => id === page.section)?.name ?? "";
      const read = pageParagraphs(page).filter((words) => words !== section);
      const notes = page.notes.filter((_note, n) => n !== page.sourcesNote).map(plain);
      const wanted = [page.title, ...read, ...alts.map(untitled(page.title)), ...notes.map(stopless)];
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
    expect(text).toContain("\n\n**Annual churn:** **14.9%** (▲ +0.4 points since");
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
    const { pages } = await contractWithStances();
    const parts = slides(pages);
    const slide = (id: string): string =>
      parts[pages.pages.findIndex((page) => page.id === id)]?.split("#### Notes")[0] ?? "";
    expect(slide("people")).toMatch(
      /^\| \*\*Marja Lehto\*\* Chief financial officer, Finance \| contributor \| Sceptic \| 5 \| 9 October \|/m,
    );
    expect(slide("risks")).toMatch(
      /^\| \*\*2\*\* \| \*\*The desk cannot be staffed before March\*\* \| \*\*3 × 3 = 9 medium\*\* \| Two people move/m,
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

  test("nothing is said twice: sources, notes, kickers, messages of charts", async () => {
    const { pages } = await contract();
    const parts = slides(pages);
    const count = (text: string, words: string): number => text.split(words).length - 1;
    const slide = (id: string): string => parts[pages.pages.findIndex((page) => page.id === id)] ?? "";
    expect(count(slide("reason-2"), "Public mentions, coded sample of 4,200 (Social and Insight)")).toBe(1);
    expect(count(slide("reason-2"), "make up 71% of public complaints")).toBe(1);
    expect(slide("why")).not.toContain("**Why**");
    const trend = slide("evidence-same-day-trend");
    expect(count(trend, "Three in five public questions get a same-day answer")).toBe(1);
    expect(trend).toContain("\n\nLine chart of Public questions answered the same day, in %");
    // On the page of an objection the message is news.
    expect(slide("objection-o-focus")).toContain("\n\nChurn stopped falling in spring 2026 and will miss");
  });

  test("headings nest, and what belongs together stands on one line", async () => {
    const text = asMarkdown((await contract()).pages);
    const levels = [...text.matchAll(/^(#+) /gm)].map(([, signs = ""]) => signs.length);
    levels.forEach((level, n) => {
      expect(level).toBeLessThanOrEqual((levels[n - 1] ?? 0) + 1);
    });
    expect(text).toContain("\n\n#### What it means\n\nPublic questions answered");
    expect(text).toContain("\n\n#### Where this stands\n\nDoubt left: **medium** · Answered by Sofia Nyman");
    expect(text).toContain("\n\n#### The decision\n\n**Amount:** **EUR 420,000**");
    expect(text).toContain("\n\n**11%:** **Leaving is announced before it happens**\n\n");
    expect(text).toContain("\n\n**EUR 755 thousand:** Net present value\n\n");
    expect(text).toContain(
      "That is the map I am missing.”* (Ingrid Dahl, Director of network, 14 October 2026)",
    );
    expect(text).toContain("\n\n**12 June 2026:** Coverage reports from the pilot moved two masts");
  });

  test("what colour says is said, and what explains colours is not", async () => {
    const text = asMarkdown((await contractWithStances()).pages);
    expect(text).toContain("14 October 2026)\n\n");
    expect(text).toContain(
      "(Marja Lehto, Chief financial officer, 9 October 2026)\n\nWho says this has a doubt.",
    );
    expect(text).not.toMatch(/Ringed|Diamond:|Level: likelihood|Coloured edge/);
    expect(text).toMatch(/^\| \*\*1\*\* \| .* \| \*\*3 × 4 = 12 high\*\* \|/m);
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
    expect(begun("1. First")).toBe("1\\. First");
    expect(begun("# no heading")).toBe("\\# no heading");
    expect(begun("14.9 - 2")).toBe("14.9 - 2");
    // Found as people search for it, wherever it begins no line.
    const day = [{ text: "10. joulukuuta" }];
    expect(styled(day, () => undefined)).toBe("10. joulukuuta");
    expect(styled(day, () => undefined, true)).toBe("10\\. joulukuuta");
    expect(styled([{ text: "1. First", bold: true }], () => undefined, true)).toBe("**1. First**");
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
