import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { contrast } from "../../src/base/contrast.ts";
import { bottom, contains, type Frame, frame, overlaps } from "../../src/base/geometry.ts";
import { inchesToEmu, pt, ptToEmu } from "../../src/base/units.ts";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { createTextMeasurer } from "../../src/layout/context/text-measurer.ts";
import { layout } from "../../src/layout/index.ts";
import type { Deck } from "../../src/model/deck.ts";
import { rich } from "../../src/model/text.ts";
import { fontOf, measureText } from "../../src/text/index.ts";
import type { ContractFont } from "../../src/theme/contract.ts";
import type { Ground } from "../../src/theme/ground.ts";
import { resolveTemplate } from "../../src/theme/template.ts";
import { boardroom, companyLook, contractOf, SCHEME } from "./contracts.ts";

const SIZES = {
  "16:9": [13.333, 7.5],
  "16:9 of Google Slides": [10, 5.625],
  "4:3": [10, 7.5],
  A4: [10.833, 7.5],
  "A4 upright": [7.5, 10.833],
  "full HD": [20, 11.25],
} as const;

const place = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }): Frame =>
  frame(inchesToEmu(x), inchesToEmu(y), inchesToEmu(w), inchesToEmu(h));

describe.each(Object.entries(SIZES))("a slide of %s", (_, [width, height]) => {
  const contract = contractOf({ width, height });
  const look = resolveTemplate(boardroom, contract, { scheme: SCHEME, grounds: {} });
  const slide = frame(0, 0, look.size.width, look.size.height);
  let deck: Deck;
  beforeAll(async () => {
    const bytes = new Uint8Array(readFileSync("samples/minimal.json"));
    ({ deck } = await compileBundle({ bytes, file: "minimal.json", root: "samples" }, createNodeHost()));
  });

  test("is laid out at its size, within it and off the logo, with texts that nobody needs a glass for", () => {
    const { pages, diagnostics } = layout(deck, look, { lenient: false });
    expect(diagnostics).toEqual([]);
    expect([pages.width, pages.height]).toEqual([inchesToEmu(width), inchesToEmu(height)]);
    const logo = place(contract.pages.content.keepOut[0]?.place ?? { x: 0, y: 0, w: 0, h: 0 });
    const items = pages.pages.flatMap((page) => page.items);
    expect(items.filter((item) => !contains(slide, item.frame, 2)).map(({ name }) => name)).toEqual([]);
    expect(items.filter((item) => overlaps(logo, item.frame)).map(({ name }) => name)).toEqual([]);
    const sizes = items.flatMap((item) =>
      item.type === "text" ? item.paragraphs.flatMap(({ runs }) => runs.map((run) => run.size)) : [],
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
  });

  test("has frames that follow one another, each with room for its lines", () => {
    for (const { placeholders, body, source, titleLines, kicker } of Object.values(look.frames)) {
      const { title } = placeholders;
      if (title === undefined) throw new Error("no title");
      expect(title.frame.h).toBeGreaterThanOrEqual(
        ptToEmu(look.role(title.role).min * 1.2 * titleLines) - ptToEmu(0.5),
      );
      expect(bottom(title.frame)).toBeLessThanOrEqual(body.y);
      expect(bottom(body)).toBeLessThanOrEqual(source.y);
      expect(source.h).toBeGreaterThanOrEqual(ptToEmu(look.role("source").size * 1.2 * 2) - 1);
      if (kicker !== undefined) expect(bottom(kicker)).toBeLessThan(title.frame.y);
    }
  });
});

describe("frames", () => {
  test("of a title of one line begin a line higher, and a statement is larger", () => {
    const { frames, role } = companyLook();
    const line = ptToEmu(role("title").size * 1.2);
    expect(frames.content.body.y - frames.contentShort.body.y).toBe(line);
    expect(bottom(frames.contentShort.body)).toBe(bottom(frames.content.body));
    expect(frames.contentShort.titleLines).toBe(1);
    expect(frames.statement.titleLines).toBe(3);
    expect(role("statement").size).toBe(30);
    expect(frames.statement.body.y).toBeGreaterThan(frames.content.body.y);
  });

  test("stay the same where the title does not hang from the top, or something is drawn there", () => {
    const { content } = contractOf().pages;
    const title = content.title ?? (undefined as never);
    const low = companyLook({ content: { title: { ...title, anchor: "bottom" } } });
    expect(low.frames.contentShort).toEqual(low.frames.content);
    const rule: Ground = {
      paper: { type: "solid", hex: "FFFFFF" },
      shapes: [
        {
          type: "path",
          name: "Line",
          frame: place({ x: 0.8, y: 1.8, w: 11, h: 0 }),
          d: "M0 0L1 0",
          line: { hex: "000000", width: 1 as never },
        },
        // A background is no obstacle.
        {
          type: "path",
          name: "Back",
          frame: place({ x: 0, y: 0, w: 13.333, h: 7.5 }),
          d: "M0 0L1 0L1 1L0 1Z",
        },
      ],
    };
    const grounds = { content: rule };
    const ruled = resolveTemplate(boardroom, contractOf(), { scheme: SCHEME, grounds });
    expect(ruled.frames.contentShort).toEqual(ruled.frames.content);
    expect(ruled.frames.statement).toEqual(ruled.frames.content);
    const [, back] = rule.shapes;
    const free = resolveTemplate(boardroom, contractOf(), {
      scheme: SCHEME,
      grounds: { content: { ...rule, shapes: back === undefined ? [] : [back] } },
    });
    expect(free.frames.contentShort.body.y).toBeLessThan(free.frames.content.body.y);
  });

  test("grow a title box that is too low, at the cost of the body, and make one where there is none", () => {
    const { content } = contractOf().pages;
    const title = content.title ?? (undefined as never);
    const flat = { ...title, place: { ...title.place, y: 1.5, h: 0.3 } };
    const low = companyLook({ content: { title: flat } }).frames.content;
    expect(low.placeholders.title?.frame.h).toBe(ptToEmu(22 * 1.2 * 2));
    expect(low.body.y).toBeGreaterThanOrEqual(bottom(low.placeholders.title?.frame ?? low.body));
    expect(bottom(low.body)).toBe(bottom(companyLook().frames.content.body));
    const { title: _, ...none } = content;
    const made = resolveTemplate(
      boardroom,
      { ...contractOf(), pages: { ...contractOf().pages, content: none } },
      { scheme: SCHEME, grounds: {} },
    ).frames.content;
    expect(made.placeholders.title?.frame.y).toBe(place(content.body).y);
    expect(made.body.y).toBeGreaterThan(bottom(made.placeholders.title?.frame ?? made.body));
  });

  test("keep off areas that somebody adds to the contract, at the least cost", () => {
    const aside = { name: "Stamp", place: { x: 11, y: 3, w: 2, h: 1 } };
    const foot = { name: "Legal line", place: { x: 0.5, y: 6.4, w: 12, h: 0.3 } };
    const { body } = companyLook({ content: { keepOut: [aside, foot] } }).frames.content;
    expect(overlaps(body, place(aside.place)) || overlaps(body, place(foot.place))).toBe(false);
    expect(body.w).toBe(place({ x: 0, y: 0, w: 11 - 0.06 * 13.333, h: 0 }).w);
    expect(body.h).toBeGreaterThan(inchesToEmu(3.5));
  });

  test("leave the kicker out where there is no room above the title", () => {
    expect(
      companyLook({ content: { kicker: { x: 1, y: 0.3, w: 9, h: 0.1 } } }).frames.content.kicker,
    ).toBeUndefined();
  });
});

test("titles in capitals are measured as such, and a place is less by the insets of its text", () => {
  const { content } = contractOf().pages;
  const title = content.title ?? (undefined as never);
  const said = { ...title, caps: true, insets: { left: 0.3, top: 0.1, right: 0.2, bottom: 0.1 } };
  const look = companyLook({ content: { title: said } });
  const { x, y, w, h } = title.place;
  const frames = look.frames.content.placeholders;
  expect(frames.title?.frame).toEqual(place({ x: x + 0.3, y: y + 0.1, w: w - 0.5, h: h - 0.2 }));
  const measurer = createTextMeasurer(look.fonts, "en-GB");
  const style = { size: pt(20), bold: true, font: "heading" } as const;
  const words = rich("Straße to the top");
  const capitals = measurer.measure(words, { ...style, caps: look.role("title").caps ?? false });
  expect(capitals.width()).toBe(measurer.measure(rich("STRAßE TO THE TOP"), style).width());
  const [line] = capitals.lines(pt(500));
  const runs = [
    { text: "Straße to the top", size: pt(20), ink: "ink", bold: true, italic: false, font: "heading" },
  ] as const;
  expect(line && capitals.line(line, runs).runs.map(({ text }) => text)).toEqual(["Straße to the top"]);
});

describe("inks", () => {
  const TEXT = ["ink", "muted", "accent", "good", "bad"] as const;

  test.each([
    ["a dark cover", { coverPaper: SCHEME.tx2 }, SCHEME.tx2],
    ["a cover in the accent", { coverPaper: "007C89" }, "007C89"],
    ["a cover with a picture under light words", { coverPaper: "picture" as const }, SCHEME.tx1],
  ])("are solved anew for %s, and are the contract's elsewhere", (_, wanted, paper) => {
    const look = companyLook(wanted);
    const cover = look.on("cover");
    for (const ink of TEXT) {
      expect(contrast(cover.ink(ink).hex, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(look.ink(ink).hex, "FFFFFF")).toBeGreaterThanOrEqual(4.5);
    }
    expect(look.on("content")).toBe(look);
    expect(cover.on("statement")).toBe(look);
  });

  test("of titles are what the contract says", () => {
    const look = companyLook({ coverPaper: SCHEME.tx2 });
    expect(look.on("cover").colours.title).toEqual({ scheme: "bg1", hex: "FFFFFF" });
    expect(look.colours.title).toEqual({ scheme: "tx1", hex: "1A1A1A" });
  });
});

describe("fonts", () => {
  const width = (font: ContractFont): number => {
    const { fonts } = companyLook({ fonts: { heading: font, body: font } });
    return measureText("Hamburgefonstiv 123", fontOf(fonts.body), 100);
  };
  const arial = width({ family: "Arial", measured: "own" });

  test("with widths of their own are measured by them, and missing letters in proportion", () => {
    const characters = "Hamburgefonstiv 123";
    const regular = { characters, advances: [...characters].map(() => 500) };
    expect(width({ family: "Acme", measured: "file", regular })).toBeCloseTo(
      characters.length * 50 * 1.01,
      1,
    );
    const { body } = companyLook({
      fonts: {
        heading: { family: "Acme", measured: "file", regular },
        body: { family: "Acme", measured: "file", regular },
      },
    }).fonts;
    expect(body).toMatchObject({ name: "Acme", family: "Arial" });
    const missing = measureText("X", fontOf(body), 100);
    const known = measureText("X", fontOf({ name: "Arial", family: "Arial" }), 100);
    expect(missing / known).toBeGreaterThan(0.9);
    expect(missing / known).toBeLessThan(1.2);
    expect(measureText(characters, fontOf(body, true), 100)).toBeGreaterThan(
      measureText(characters, fontOf(body), 100),
    );
  });

  test("of which only the name is known are measured by the nearest, with a reserve", () => {
    expect(width({ family: "Acme Sans", measured: "estimate" }) / arial).toBeCloseTo(1.17, 2);
    const serif = companyLook({
      fonts: {
        heading: { family: "Acme Serif", measured: "estimate" },
        body: { family: "Acme Mono", measured: "estimate", like: "Calibri" },
      },
    }).fonts;
    expect([serif.heading.family, serif.body.family]).toEqual(["Georgia", "Calibri"]);
  });

  test("that nobody has measured are kept to the titles where those of the text are known", () => {
    const fonts = (body: ContractFont) =>
      companyLook({ fonts: { heading: { family: "Acme Light", measured: "estimate" }, body } });
    const known = fonts({ family: "Arial", measured: "own" });
    expect([known.role("figure").font, known.role("title").font]).toEqual(["body", "heading"]);
    expect(fonts({ family: "Acme Sans", measured: "estimate" }).role("figure").font).toBe("heading");
  });

  test("that are known keep their kerning", () => {
    expect(width({ family: "Helvetica", measured: "own" })).toBe(arial);
    expect(width({ family: "Acme", measured: "twin", like: "Arial" })).toBe(arial);
  });
});
