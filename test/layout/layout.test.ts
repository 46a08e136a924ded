import { describe, expect, test } from "vitest";
import { emu, inchesToEmu } from "../../src/base/units.ts";
import {
  deckOverflow,
  sourceTooLong,
  subtitleTooLong,
  titleTooLong,
} from "../../src/diagnostics/messages/layout.ts";
import { layout } from "../../src/layout/index.ts";
import type { Block, Paragraph, Slide } from "../../src/model/deck.ts";
import type { TableItem, TextItem } from "../../src/model/page.ts";
import { rich } from "../../src/model/text.ts";
import { layoutFrames } from "../../src/theme/frames.ts";
import {
  allRuns,
  bodyItems,
  bullets,
  chart,
  deck,
  lay,
  slide,
  table,
  text,
  timeline,
  wordsOf,
} from "./decks.ts";
import { look } from "./look.ts";

const first = (one: Slide) => {
  const page = lay(deck(one)).pages.pages[0];
  if (page === undefined) throw new Error("no page");
  return page;
};
const named = (one: Slide, name: string) => {
  const item = first(one).items.find((each) => each.name === name);
  if (item === undefined) throw new Error(`no ${name}`);
  return item;
};
const long = (words: number): string => Array.from({ length: words }, (_, n) => `word${n}`).join(" ");
const tables = (one: Slide): readonly TableItem[] =>
  lay(deck(one)).pages.pages.flatMap((page) =>
    page.items.filter((item): item is TableItem => item.type === "table"),
  );

describe("titles", () => {
  const title = (words: string, more: Partial<Slide> = {}) =>
    named(slide(text("body", "x"), { title: rich(words), ...more }), "Title") as TextItem;

  test("stand in the layout's placeholder, in its frame", () => {
    for (const name of ["cover", "content", "statement", "divider"] as const) {
      const item = title("A short title", { layout: name });
      expect(item.placeholder).toBe("title");
      expect(item.frame).toEqual(layoutFrames(look.theme)[name].placeholders.title?.frame);
    }
  });

  test("shrink to their minimum before they are an error", () => {
    const words =
      "Churn stopped falling in the spring of 2026 and will miss the goal for 2027 by nearly three points unless something changes before the roadmap is frozen in January";
    const item = title(words);
    expect(item.paragraphs[0]?.lines.length).toBe(2);
    expect(item.paragraphs[0]?.runs[0]?.size).toBeLessThan(look.role("title").size);
    expect(item.paragraphs[0]?.runs[0]?.size).toBeGreaterThanOrEqual(look.role("title").min);
  });

  test("do not leave a single word on the last line", () => {
    for (let words = 8; words < 22; words += 1) {
      const item = title(long(words).replaceAll("word", "w"));
      const lines = item.paragraphs[0]?.lines ?? [];
      const last =
        lines
          .at(-1)
          ?.runs.map((run) => run.text)
          .join("")
          .trim() ?? "";
      if (lines.length > 1) expect(last.split(" ").length, last).toBeGreaterThan(1);
    }
  });

  test("that need more lines say how many characters to cut, and cutting so many helps", () => {
    const words = long(60);
    const one = slide(text("body", "x"), { title: rich(words) });
    const { diagnostics } = lay(deck(one));
    expect(diagnostics).toHaveLength(1);
    const cut = Number(/\d+(?= character)/.exec(diagnostics[0]?.hint ?? "")?.[0]);
    expect(diagnostics[0]).toEqual(titleTooLong({ page: "one", path: ["why"] }, words, 2, cut, false));
    expect(lay(deck({ ...one, title: rich(words.slice(0, words.length - cut)) })).diagnostics).toEqual([]);
    expect(
      lay(deck({ ...one, title: rich(words.slice(0, words.length - cut + 12)) })).diagnostics,
    ).toHaveLength(1);
  });
});

describe("around the body", () => {
  test("marks are linked pills beside the kicker that meet neither it nor the title", () => {
    const marks = Array.from({ length: 9 }, (_, n) => ({
      label: `Objection ${n + 1}`,
      tip: `Why ${n}?`,
      to: `o-${n}`,
    }));
    const page = first(slide(text("body", "x"), { kicker: rich(long(30)), marks }));
    const pills = page.items.filter((item) => item.name.startsWith("Objection"));
    expect(pills.map((pill) => pill.type === "text" && [pill.to, pill.tip])).toEqual(
      marks.map((mark) => [mark.to, mark.tip]),
    );
    const kicker = page.items.find((item) => item.name === "Kicker");
    const title = page.items.find((item) => item.name === "Title");
    for (const pill of pills) {
      expect(pill.frame.x).toBeGreaterThan((kicker?.frame.x ?? 0) + (kicker?.frame.w ?? 0));
      expect(pill.frame.y + pill.frame.h).toBeLessThanOrEqual(title?.frame.y ?? 0);
    }
    expect(
      pills.every(
        (pill, n) => n === 0 || pill.frame.x >= (pills[n - 1]?.frame.x ?? 0) + (pills[n - 1]?.frame.w ?? 0),
      ),
    ).toBe(true);
  });

  test("a label of a mark that has room is not cut", () => {
    const page = first(
      slide(text("body", "x"), { marks: [{ label: "Objection 12", tip: "Why?", to: "o" }] }),
    );
    expect(page.items.map(wordsOf)).toContain("Objection 12");
  });

  test("footer, date and number stand on content slides and not on the cover", () => {
    const names = (layout: Slide["layout"]) =>
      first(slide(text("body", "x"), { layout })).items.flatMap((item) =>
        item.type === "text" ? (item.placeholder ?? []) : [],
      );
    expect(names("content")).toEqual(["title", "footer", "date", "number"]);
    expect(names("cover")).toEqual(["title"]);
    const number = named(slide(text("body", "x")), "Page number") as TextItem;
    expect(number.paragraphs[0]?.runs[0]).toMatchObject({ text: "1", field: "slidenum" });
    expect(wordsOf(named(slide(text("body", "x")), "Footer"))).toBe(
      "Put customer listening to work · Internal",
    );
  });

  test("a long title gives way in the footer, confidentiality stays", () => {
    const made = deck(slide(text("body", "x")));
    const { pages } = lay({
      ...made,
      properties: { ...made.properties, title: long(60), draft: true, draftWord: "DRAFT" },
    });
    const footer = pages.pages[0]?.items.find((item) => item.name === "Footer");
    const words = footer === undefined ? "" : wordsOf(footer);
    expect(words).toMatch(/^DRAFT · word0 .*… · Internal$/);
    expect(footer?.type === "text" && footer.paragraphs[0]?.lines.length).toBe(1);
  });

  test("sources that take more than two lines are an error, and are not shrunk", () => {
    const one = slide(text("body", "x"), { source: rich(long(200)) });
    const { diagnostics, pages } = lay(deck(one));
    const cut = Number(/\d+(?= character)/.exec(diagnostics[0]?.hint ?? "")?.[0]);
    expect(diagnostics).toEqual([
      sourceTooLong(
        { page: "one", path: ["why"] },
        "A title that says what follows from this slide",
        cut,
        false,
      ),
    ]);
    expect(
      allRuns(pages)
        .filter(({ role }) => role === "source")
        .every(({ run }) => run.size === look.role("source").size),
    ).toBe(true);
  });
});

describe("fitting", () => {
  test("spaces give way before sizes do", () => {
    const gaps = (count: number) =>
      slide({
        type: "stack",
        gap: "normal",
        children: Array.from({ length: count }, (_, n) => text("body", `Line ${n}`)),
      });
    const sizes = (count: number) =>
      new Set(
        allRuns(lay(deck(gaps(count))).pages)
          .filter(({ role }) => role === "body")
          .map(({ run }) => run.size),
      );
    // 354 pt: 12 lines of 16.8 pt with 11 gaps of 12 pt fit at full spacing, 13 only with smaller gaps.
    expect([...sizes(13)]).toEqual([14]);
    expect([...sizes(14)]).toEqual([14]);
    const bottoms = first(gaps(14))
      .items.filter((item) => item.name.startsWith("Text"))
      .map((item) => item.frame.y + item.frame.h);
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(6.62 * 914_400 + 1);
  });

  test("a slide with little on it stands wider, one with a chart does not", () => {
    const pitch = (body: Block) => {
      const [a, b] = first(slide(body)).items.filter((item) => item.name.startsWith("Text"));
      return (b?.frame.y ?? 0) - (a?.frame.y ?? 0);
    };
    const pair: readonly Block[] = [text("body", "One"), text("body", "Two")];
    expect(pitch({ type: "stack", gap: "normal", children: pair })).toBeGreaterThan(
      pitch({ type: "stack", gap: "normal", children: [...pair, { type: "exhibit", exhibit: chart }] }),
    );
  });

  test("roles shrink only where it is tight", () => {
    const tight = bullets(18, "A point of one line");
    const body: Block = {
      type: "columns",
      spans: [6, 6],
      align: "top",
      children: [tight, text("small", "Short")],
    };
    const runs = allRuns(lay(deck(slide(body))).pages);
    const sizeOf = (role: string) => runs.find((one) => one.role === role)?.run.size;
    expect(sizeOf("small")).toBe(look.role("small").size);
    expect(sizeOf("body")).toBeLessThan(look.role("body").size);
  });

  test("a text that cannot be split says how many characters to cut, and cutting so many helps", () => {
    const words = long(1200);
    const from = ["why", "situation"];
    const body = (length: number): Block => text("body", { text: rich(words.slice(0, length)), from });
    const { diagnostics } = lay(deck(slide(body(words.length))));
    const lines = Number(/\d+(?= line)/.exec(diagnostics[0]?.what ?? "")?.[0]);
    const cut = Number(/\d+(?= character)/.exec(diagnostics[0]?.hint ?? "")?.[0]);
    expect(diagnostics).toEqual([
      deckOverflow(
        { page: "one", path: from },
        "A title that says what follows from this slide",
        lines,
        cut,
        false,
      ),
    ]);
    expect(lay(deck(slide(body(words.length - cut)))).diagnostics).toEqual([]);
    expect(lay(deck(slide(body(words.length - cut + 200)))).diagnostics).toHaveLength(1);
  });

  test("lenient places it anyway and warns", () => {
    const { diagnostics, pages } = lay(deck(slide(text("body", long(1200)))), true);
    expect(diagnostics.map((one) => [one.code, one.severity])).toEqual([["deck/overflow", "warning"]]);
    expect(bodyItems(pages.pages[0]).map(wordsOf).join("")).toContain("word1199");
  });

  test("what lenient places is smaller than the minimum, but on the slide and clear of its neighbours", () => {
    const one = slide(text("body", long(1200)), {
      layout: "cover",
      title: rich(long(60)),
      subtitle: rich(long(90)),
      source: rich(long(90)),
    });
    const { diagnostics, pages } = lay(deck(one), true);
    expect(diagnostics.map((each) => each.code)).toEqual([
      "deck/title-too-long",
      "deck/subtitle-too-long",
      "deck/source-too-long",
      "deck/overflow",
    ]);
    const items = pages.pages.flatMap((page) => page.items.filter((item) => item.type === "text"));
    for (const item of items) {
      const high = item.paragraphs.reduce(
        (sum, { lines, runs, spaceBefore }) => sum + spaceBefore + lines.length * (runs[0]?.size ?? 0) * 1.2,
        0,
      );
      expect(high * 12_700, item.name).toBeLessThanOrEqual(item.frame.h + 12_700);
    }
    expect(Math.min(...allRuns(pages).map(({ run }) => run.size))).toBeLessThan(9);
  });

  test("a chart that does not fit makes no text smaller", () => {
    const many: Block = {
      type: "stack",
      gap: "normal",
      children: [
        text("body", "x"),
        ...Array.from({ length: 4 }, (): Block => ({ type: "exhibit", exhibit: chart })),
      ],
    };
    const sizes = allRuns(lay(deck(slide(many)), true).pages).flatMap(({ role, run }) =>
      role === "body" ? [run.size] : [],
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(look.role("body").min);
  });

  test("words below the title that need more lines are an error, and cutting so many characters helps", () => {
    const words = long(60);
    const one = slide(text("body", "x"), { layout: "cover", subtitle: rich(words) });
    const { diagnostics } = lay(deck(one));
    const cut = Number(/\d+(?= character)/.exec(diagnostics[0]?.hint ?? "")?.[0]);
    expect(diagnostics).toEqual([subtitleTooLong({ page: "one", path: ["why"] }, words, 2, cut, false)]);
    expect(lay(deck({ ...one, subtitle: rich(words.slice(0, words.length - cut)) })).diagnostics).toEqual([]);
  });

  test("what is too much though it holds no text asks for no shorter text", () => {
    const many: Block = {
      type: "stack",
      gap: "normal",
      children: Array.from({ length: 4 }, (): Block => ({ type: "exhibit", exhibit: chart })),
    };
    expect(lay(deck(slide(many))).diagnostics[0]).toMatchObject({
      code: "deck/overflow",
      hint: expect.stringContaining("Take an exhibit"),
    });
  });
});

describe("going on", () => {
  test("titles count, ids and sections follow, marks and notes stay", () => {
    const marks = [{ label: "Objection 1", tip: "Why?", to: "o" }];
    const notes = [rich("Say this")];
    const one = slide(bullets(50), { id: "long", marks, notes });
    const { pages, diagnostics } = lay(deck(one, slide(text("body", "x"), { id: "next" })));
    expect(diagnostics).toEqual([]);
    const ids = pages.pages.map((page) => page.id);
    expect(ids).toEqual(["long", "long-2", "long-3", "next"]);
    expect(pages.pages.map((page) => page.number)).toEqual([1, 2, 3, 4]);
    expect(pages.sections[0]?.pages).toEqual(ids);
    expect(pages.pages[1]?.title).toMatch(/\(2\/3\)$/);
    expect(new Set(pages.pages.map((page) => page.title)).size).toBe(4);
    for (const page of pages.pages.slice(0, 3)) {
      expect(page.notes).toEqual(notes);
      expect(page.items.some((item) => item.name === "Objection: Objection 1")).toBe(true);
    }
  });

  test("a continuation takes no other slide's id", () => {
    const { pages } = lay(
      deck(slide(bullets(40), { id: "reason" }), slide(text("body", "x"), { id: "reason-2" })),
    );
    expect(new Set(pages.pages.map((page) => page.id)).size).toBe(pages.pages.length);
  });

  test("pages are filled alike", () => {
    const { pages } = lay(deck(slide(bullets(45))));
    const counts = pages.pages.map(
      (page) => (page.items.find((item) => item.name === "Text") as TextItem).paragraphs.length,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(45);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(6);
  });

  test("tables repeat their header, keep their columns and sums with what they sum up", () => {
    const one = slide(table(70, { totals: [69] }));
    const made = tables(one);
    expect(made.length).toBeGreaterThan(1);
    expect(new Set(made.map((item) => JSON.stringify(item.columns))).size).toBe(1);
    for (const item of made) {
      expect(item.rows[0]?.cells[0]?.header).toBe(true);
      expect(item.rows.length - 1).toBeGreaterThanOrEqual(2);
    }
    const last = made.at(-1)?.rows.at(-1);
    expect(last?.cells[0]?.borders.top?.ink).toBe("ink");
    expect(made.flatMap((item) => item.rows.slice(1)).length).toBe(70);
  });

  test("numbered lists go on counting", () => {
    const list = text(
      "body",
      ...Array.from({ length: 50 }, (_, n): Paragraph => ({ text: rich(`Step ${n + 1}`), bullet: "number" })),
    );
    const { pages } = lay(deck(slide(list)));
    const second = pages.pages[1]?.items.find((item) => item.name === "Text") as TextItem;
    expect(`Step ${second.paragraphs[0]?.start}`).toBe(second.paragraphs[0]?.runs[0]?.text);
  });

  test("stacks go on between children, with their head repeated and no heading left behind", () => {
    const parts = Array.from({ length: 8 }, (_, n): readonly Block[] => [
      text("kicker", `Heading ${n}`),
      table(4, { name: `T${n}` }),
    ]).flat();
    const body: Block = {
      type: "stack",
      gap: "normal",
      splits: true,
      head: 1,
      children: [text("lead", "Repeated"), ...parts],
    };
    const { pages, diagnostics } = lay(deck(slide(body)));
    expect(diagnostics).toEqual([]);
    expect(pages.pages.length).toBeGreaterThan(1);
    for (const page of pages.pages) {
      const items = bodyItems(page);
      expect(wordsOf(items[0] ?? (page.items[0] as TextItem))).toBe("Repeated");
      expect(items.at(-1)?.type).toBe("table");
    }
  });

  test("page numbers in texts are those of the pages, after splitting", () => {
    const reference = text("body", {
      text: [{ text: "see page " }, { text: "00", pageOf: "last", to: "last" }],
    });
    const { pages } = lay(
      deck(slide(reference), slide(bullets(40), { id: "long" }), slide(text("body", "x"), { id: "last" })),
    );
    const number = pages.pages.find((page) => page.id === "last")?.number;
    expect(number).toBeGreaterThan(3);
    expect(bodyItems(pages.pages[0]).map(wordsOf)).toEqual([`see page ${number}`]);
  });
});

describe("blocks", () => {
  test("columns begin on the grid, and stretched ones end together", () => {
    const cards = Array.from(
      { length: 3 },
      (_, n): Block => ({
        type: "panel",
        fill: "wash",
        inset: "tight",
        child: text("body", long(5 + 20 * n)),
      }),
    );
    const page = first(slide({ type: "columns", spans: [4, 4, 4], children: cards, align: "stretch" }));
    const items = bodyItems(page);
    const { columns, gutter, margin, width } = look.theme.slide;
    const pitch = inchesToEmu(width - 2 * margin + gutter) / columns;
    const edges = Array.from({ length: columns }, (_, n) => emu(inchesToEmu(margin) + n * pitch));
    expect(items.map((item) => edges.indexOf(item.frame.x))).toEqual([0, 4, 8]);
    expect(new Set(items.map((item) => item.frame.h)).size).toBe(1);
  });

  test("rows of cards that are not full keep the width of full ones", () => {
    const row = (count: number): Block => ({
      type: "columns",
      spans: Array.from({ length: count }, () => 3),
      children: Array.from({ length: count }, () => text("body", "Card")),
      align: "top",
    });
    const widths = bodyItems(first(slide({ type: "stack", gap: "normal", children: [row(4), row(3)] }))).map(
      (item) => item.frame.w,
    );
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
  });

  test("texts in a filled panel are one shape, paper on dark grounds", () => {
    const child: Block = {
      type: "stack",
      gap: "tight",
      children: [text("figure", "14.9%"), text("small", "Annual churn")],
    };
    const items = bodyItems(
      first(slide({ type: "panel", fill: "accent", inset: "normal", child, to: "one" })),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ type: "text", fill: "accent", to: "one" });
    expect(items[0]?.type === "text" && items[0].paragraphs.map((one) => one.runs[0]?.ink)).toEqual([
      "paper",
      "paper",
    ]);
    expect(items[0]?.type === "text" && items[0].paragraphs.map((one) => one.runs[0]?.size)).toEqual([
      32, 12,
    ]);
  });

  test("charts of neighbouring columns share top and bottom and take the height that is left", () => {
    const exhibit: Block = { type: "exhibit", exhibit: chart };
    const page = first(
      slide({
        type: "stack",
        gap: "normal",
        children: [
          text("lead", "Above"),
          { type: "columns", spans: [6, 6], children: [exhibit, exhibit], align: "top" },
        ],
      }),
    );
    const [a, b] = bodyItems(page).filter((item) => item.type === "chart");
    expect([a?.frame.y, a?.frame.h]).toEqual([b?.frame.y, b?.frame.h]);
    expect((a?.frame.y ?? 0) + (a?.frame.h ?? 0)).toBeCloseTo(6.62 * 914_400, -2);
    expect(a?.type === "chart" && a.chart.height * 12_700).toBeCloseTo(a?.frame.h ?? 0, 0);
  });

  test("the whole layout fits real charts", () => {
    const { pages } = layout(deck(slide({ type: "exhibit", exhibit: chart })), look, { lenient: false });
    const [item] = bodyItems(pages.pages[0]);
    expect(item?.type === "chart" && item.chart.plot.w).toBeGreaterThan(0);
  });

  test("table rows are as high as their lines, numbers stand right", () => {
    const [made] = tables(slide(table(3)));
    const row = made?.rows[1];
    const { size } = look.role("table");
    // One line, and both insets with the air of a slide that has little on it.
    const insets = (made?.insets.top ?? 0) + (made?.insets.bottom ?? 0);
    expect(row?.height).toBe(Math.round(size * 1.2 * 12_700) + insets);
    expect(row?.cells[1]?.paragraphs[0]?.align).toBe("right");
    expect(made?.rows.reduce((sum, one) => sum + one.height, 0)).toBe(made?.frame.h);
    expect(made?.columns.reduce((sum, one) => sum + one, 0)).toBe(made?.frame.w);
  });

  test("no word in a table is cut while there is room, and the emphasised column has a ground", () => {
    const wide = table(2, {
      head: [{ text: rich("A") }, { text: rich("Internationalisation") }],
      widths: [12, 0.1],
      emphasised: 1,
    });
    const [made] = tables(slide(wide));
    expect(made?.rows[0]?.cells[1]?.paragraphs[0]?.lines).toHaveLength(1);
    expect(made?.rows.every((row) => row.cells[1]?.fill === "wash")).toBe(true);
  });

  test("the time axis is true: half the days are half the way", () => {
    const page = first(
      slide({
        type: "exhibit",
        exhibit: {
          ...timeline,
          start: "2027-01-01",
          end: "2027-12-31",
          days: [],
          ticks: [],
          groups: [],
          rows: [
            {
              label: rich("Half"),
              detail: [],
              bar: { start: "2027-01-01", end: "2027-07-01", kind: "plan", ink: "accent", text: "" },
            },
            {
              label: rich("Whole"),
              detail: [],
              bar: { start: "2027-01-01", end: "2027-12-31", kind: "actual", ink: "accent", text: "" },
            },
          ],
        },
      }),
    );
    const [half, whole] = page.items.filter((item) => item.name.startsWith("Bar"));
    expect((half?.frame.w ?? 0) / (whole?.frame.w ?? 1)).toBeCloseTo(0.5, 3);
  });

  test("words of days that are close stand side by side and off each other's lines", () => {
    const page = first(slide({ type: "exhibit", exhibit: timeline }));
    const days = page.items.filter((item) => /^Day \d/.test(item.name));
    const lines = page.items.filter((item) => item.name.startsWith("Day line"));
    expect(days).toHaveLength(2);
    for (const day of days) {
      for (const line of lines) {
        const crosses =
          line.frame.x > day.frame.x &&
          line.frame.x < day.frame.x + day.frame.w &&
          line.frame.y < day.frame.y + day.frame.h;
        expect(crosses).toBe(false);
      }
    }
  });

  test("a map's cell that is too full for labels shows dots with codes, all within the cell", () => {
    const plane = (count: number): Block => ({
      type: "plane",
      name: "Map",
      alt: "Map",
      xBands: ["1", "2", "3", "4", "5"],
      yBands: ["1", "2", "3", "4", "5"],
      xTitle: "X",
      yTitle: "Y",
      points: Array.from({ length: count }, (_, n) => ({
        xBand: 2,
        yBand: 2,
        code: `${n + 1}`,
        label: rich("Director of Network"),
        ink: "accent" as const,
      })),
    });
    const items = (count: number) => bodyItems(first(slide(plane(count))));
    expect(items(2).filter((item) => item.name.startsWith("Point"))).toHaveLength(2);
    const full = items(14);
    expect(full.filter((item) => item.name.startsWith("Point"))).toHaveLength(0);
    expect(full.filter((item) => item.name.startsWith("Dot"))).toHaveLength(14);
  });

  test("a sparkline keeps its gaps and ends in a dot", () => {
    const points = [1, 2, null, 3, 4].map((y, x) => ({ x, y, forecast: x === 4 }));
    const items = bodyItems(
      first(slide({ type: "sparkline", points, target: 5, alt: "Rising", height: 30 })),
    );
    const line = items.find((item) => item.name === "Sparkline");
    expect(
      line?.type === "shape" &&
        typeof line.geometry === "object" &&
        line.geometry.strokes.map((stroke) => stroke.length),
    ).toEqual([2, 1]);
    expect(items.map((item) => item.name)).toEqual(["Target", "Sparkline", "Forecast", "Latest"]);
    expect(items.filter((item) => item.decorative !== true).map((item) => item.alt)).toEqual(["Rising"]);
  });

  test("text from right to left begins at the right", () => {
    const [item] = bodyItems(first(slide(text("body", "الموافقة على البرنامج"))));
    expect(item?.type === "text" && item.paragraphs[0]).toMatchObject({ rightToLeft: true, align: "right" });
  });

  test("a title from right to left is evened out at its left", () => {
    const titleOf = (count: number) => {
      const [item] = first(slide(text("body", "x"), { title: rich("الموافقة ".repeat(count).trim()) })).items;
      if (item?.type !== "text") throw new Error("no title");
      return item;
    };
    // The first that takes two lines has a single word on the second.
    const titles = Array.from({ length: 30 }, (_, count) => titleOf(count + 1));
    const title = titles.find((each) => each.paragraphs[0]?.lines.length === 2);
    if (title === undefined) throw new Error("no title of two lines");
    expect(title.paragraphs[0]).toMatchObject({ rightToLeft: true, align: "right" });
    expect(title.insets.left).toBeGreaterThan(0);
    expect(title.insets.right).toBe(0);
  });
});

describe("a table with words longer than it is wide", () => {
  test("breaks those, and keeps the words of its narrow columns whole", () => {
    const monster = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(
      3,
    );
    const made = tables(
      slide(
        table(0, {
          head: ["Objection", "Raised by", "Answer", "Doubt left", "Page"].map((word) => ({
            text: rich(word),
          })),
          rows: [[monster, monster, monster, "medium", "31"].map((word) => ({ text: rich(word) }))],
          widths: [3, 2, 3, "fit", "fit"],
        }),
      ),
    )[0];
    const lines = made?.rows[1]?.cells.map((cell) => cell.paragraphs[0]?.lines.length ?? 0) ?? [];
    expect(lines.slice(3)).toEqual([1, 1]);
    expect(Math.min(...lines.slice(0, 3))).toBeGreaterThan(1);
    expect(made?.columns.reduce((sum, width) => sum + width, 0)).toBe(made?.frame.w);
  });
});
