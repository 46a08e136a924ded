import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Block, Cell, Deck, PlanePoint, Slide } from "../../src/model/deck.ts";
import { rich } from "../../src/model/text.ts";
import { bullets, chart, deck, lay, long, slide, table, text, timeline } from "./decks.ts";
import { pagesText } from "./page-text.ts";

/**
 * Where each kind of block stands on its page, and how its text is set, as text. A change of layout shows here line by
 * line; `npx vitest run --update=all test/layout/goldens.test.ts` writes the files anew, and the diff is to be read like
 * code.
 */
const GOLDENS = join(import.meta.dirname, "goldens");
const golden = (name: string): string => join(GOLDENS, `${name}.txt`);
/** Read before any test runs: outside of CI, Vitest writes a file that is missing, and the test of it passes. */
const kept = existsSync(GOLDENS) ? readdirSync(GOLDENS) : [];

const one = (body: Block, more: Partial<Slide> = {}): Deck => deck(slide(body, more));
const stack = (gap: "hair" | "tight" | "normal" | "wide", ...children: readonly Block[]): Block => ({
  type: "stack",
  gap,
  children,
});
const cells = (...row: readonly (string | Cell)[]): readonly Cell[] =>
  row.map((cell) => (typeof cell === "string" ? { text: rich(cell) } : cell));
const point = (xBand: number, yBand: number, code: string, label: string, more = {}): PlanePoint => ({
  ...{ xBand, yBand, code, label: rich(label), ink: "accent" },
  ...more,
});
const BANDS = { xBands: ["against", "neutral", "for"], yBands: ["some", "much", "decides"] };
const spark = { type: "sparkline", alt: "It fell", height: 24 } as const;
const days = [
  { x: 0, y: 10, forecast: false },
  { x: 31, y: 14, forecast: false },
  { x: 59, y: null, forecast: false },
  { x: 90, y: 8, forecast: false },
  { x: 120, y: 6, forecast: true },
];
const mark = (label: string) => ({ label, tip: `Objection ${label}`, to: `objection-${label}` });

const DECKS: Readonly<Record<string, Deck>> = {
  texts: one(
    stack(
      "normal",
      text(
        "lead",
        "A sentence that leads into the slide and is long enough that it takes two lines of it in full",
      ),
      text(
        "body",
        { text: rich("First"), bullet: "number", start: 3 },
        { text: rich("Second"), bullet: "number", space: "normal" },
        { text: rich("Below the second"), bullet: "dash", level: 1, space: "hair" },
        { text: rich("Not a list"), ink: "muted", role: "small", space: "wide" },
      ),
      { type: "text", role: "figure", align: "right", paragraphs: [{ text: rich("14.9%"), ink: "good" }] },
      {
        type: "text",
        role: "label",
        align: "center",
        anchor: "bottom",
        paragraphs: [{ text: rich("Label") }],
      },
      { type: "rule", ink: "accent" },
      { type: "rule" },
    ),
  ),
  placeholder: one({ type: "text", role: "body", placeholder: true, paragraphs: [{ text: rich(long(40)) }] }),
  shrunk: one(bullets(15)),
  continued: one(bullets(34)),
  grown: one({
    type: "stack",
    gap: "tight",
    grow: [0, 1, 2],
    children: [
      text("small", "Keeps its height"),
      { type: "panel", fill: "wash", inset: "tight", child: text("body", "Grows by one part") },
      { type: "exhibit", exhibit: chart, caption: rich("Value, EUR"), minHeight: 90 },
    ],
  }),
  columns: one(
    stack(
      "wide",
      {
        type: "columns",
        spans: [3, 5, 4],
        align: "middle",
        ruled: true,
        gap: "normal",
        children: [text("body", "Short"), text("body", long(30)), text("small", long(18))],
      },
      {
        type: "columns",
        spans: [6, 6],
        align: "top",
        children: [table(2), { type: "panel", edge: "left", inset: "normal", child: text("body", long(12)) }],
      },
    ),
  ),
  panels: one(
    stack(
      "normal",
      { type: "panel", fill: "accent", inset: "normal", to: "one", child: text("figure", "982") },
      {
        type: "panel",
        edge: "top",
        edgeInk: "good",
        edgeAlt: "Good",
        inset: "tight",
        child: text("body", "Top"),
      },
      { type: "panel", edge: "box", inset: "wide", heading: "Box", child: table(1) },
      {
        type: "panel",
        fill: "wash",
        edge: "left",
        edgeInk: "bad",
        inset: "hair",
        child: stack("hair", text("kicker", "Kicker"), {
          ...spark,
          points: days,
          target: 9,
          ends: ["10", "8"],
        }),
      },
    ),
  ),
  tables: one(
    stack(
      "tight",
      table(2, {
        head: cells(
          "Name",
          { text: rich("2026"), align: "right" },
          { text: rich("Change"), align: "center" },
        ),
        rows: [
          cells(
            "North",
            { text: rich("1,240"), align: "right", meter: 0.4 },
            { text: rich("+4"), ink: "good" },
          ),
          cells("South", { text: rich("98"), align: "right", meter: 0 }, { text: rich("−12"), fill: "wash" }),
          cells({ text: rich("All of it"), span: 2, bold: true }, "1,338"),
        ],
        widths: [2, "fit", "fit"],
        totals: [2],
        emphasised: 1,
        rowHeads: true,
      }),
      table(1, {
        head: [],
        rows: [cells("fit", "to their words", "and no more")],
        widths: ["fit", "fit", "fit"],
      }),
      table(2, { role: "small", widths: [1, 3] }),
    ),
  ),
  "table-narrow": one({
    type: "columns",
    spans: [4, 8],
    align: "top",
    children: [
      table(1, {
        head: cells("Administration", "Responsibility", "Internationalisation"),
        rows: [cells("Interdisciplinary", "Comprehensiveness", "Uncharacteristically")],
        widths: ["fit", 1, 1],
      }),
      table(1, {
        head: cells("What", "How much", "Why"),
        rows: [cells(long(6), "EUR 420 thousand", long(40))],
        widths: ["fit", "fit", 1],
      }),
    ],
  }),
  "table-continued": one(table(34, { totals: [33] })),
  pictures: one(
    stack(
      "tight",
      { type: "picture", file: "wide.png", alt: "Wide", width: 1600, height: 200 },
      {
        type: "columns",
        spans: [6, 6],
        align: "top",
        children: [
          { type: "picture", file: "tall.png", alt: "Tall", width: 300, height: 900, orientation: 6 },
          { type: "picture", file: "square.png", alt: "Square", width: 640, height: 640 },
        ],
      },
    ),
  ),
  exhibits: one({
    type: "columns",
    spans: [6, 6],
    align: "stretch",
    children: [
      { type: "exhibit", exhibit: chart, caption: rich("Value, EUR") },
      stack("tight", { type: "exhibit", exhibit: { ...chart, id: "d" } }, text("small", long(25))),
    ],
  }),
  "small-drawings": one(
    stack(
      "normal",
      { ...spark, points: days },
      { ...spark, points: days.slice(0, 1), target: 12, ends: ["10", "10"] },
      {
        type: "bars",
        alt: "Ours is longer",
        bars: [
          { label: "Ours", value: 14.9, text: "14.9%", look: "own" },
          {
            label: "The others, in a name of several words",
            value: 9,
            text: "9%",
            look: "other",
            ahead: true,
          },
          { label: "Aim", value: 6, text: "6%", look: "aim" },
        ],
      },
      {
        ...{ type: "interval", low: -40, value: 120, high: 300, alt: "From −40 to 300" },
        ...{ lowText: "−40", highText: "300", zeroText: "0" },
      },
      {
        type: "interval",
        low: 80,
        value: 90,
        high: 130,
        lowText: "80",
        highText: "130",
        alt: "From 80 to 130",
      },
    ),
  ),
  plane: one({
    ...{ type: "plane", name: "People", alt: "People", xTitle: "Stance", yTitle: "Influence", ...BANDS },
    grounds: [
      [null, null, "wash"],
      [null, "wash", null],
      ["badSoft", null, null],
    ],
    points: [
      point(0, 2, "A", "Anna Aho, finance", { detail: rich("Against"), ring: true, ink: "bad" }),
      point(2, 2, "B", "Bo Berg"),
      point(2, 0, "", "No code"),
      ...Array.from({ length: 7 }, (_, n) => point(1, 1, `${n + 1}`, `Person ${n + 1} of the middle`)),
    ],
  }),
  "plane-bare": one({
    type: "columns",
    spans: [5, 7],
    align: "stretch",
    children: [
      {
        ...{ type: "plane", name: "Risks", alt: "Risks", says: "beside", xTitle: "", yTitle: "Impact" },
        ...{ xBands: ["", "", ""], yBands: ["1", "2", "3"] },
        points: Array.from({ length: 16 }, (_, n) => point(n % 5 === 0 ? 2 : 1, n % 3, `${n + 1}`, "")),
      },
      table(3, { rowHeads: true }),
    ],
  }),
  "plane-crowded": one({
    ...{ type: "plane", name: "People", alt: "People", xTitle: "Stance", yTitle: "", ...BANDS },
    yBands: ["", "", ""],
    points: Array.from({ length: 26 }, (_, n) =>
      point(n % 3, (n * 7) % 3, `${n}`, `Person ${n} with a long name of the team`, {
        detail: rich(long(4)),
      }),
    ),
  }),
  "plane-long-labels": one({
    ...{ type: "plane", name: "People", alt: "People", xTitle: "Stance", yTitle: "Influence", ...BANDS },
    points: [
      point(0, 0, "A", `Two lines of ${long(7)}`),
      point(1, 0, "B", `Three lines of ${long(16)}`, { detail: rich(long(9)) }),
      point(2, 1, "C", "Internationalisation-of-everything-that-is-long-and-has-no-space"),
      ...Array.from({ length: 5 }, (_, n) =>
        point(1, 2, `${n}`, `Name ${n} with words on two lines of a column`),
      ),
    ],
  }),
  timeline: one(stack("tight", text("body", long(12)), { type: "exhibit", exhibit: timeline })),
  furniture: one(text("body", "Body"), {
    kicker: rich("Why"),
    tracker: rich("Why · What · How"),
    marks: [mark("1"), mark("2"), mark("3")],
    changed: mark("Changed"),
    source: rich(`Sources: ${long(60)}`),
    sourceShorter: [rich(`Sources: ${long(24)}`), rich("Sources in the notes")],
    section: "why",
  }),
  gathered: one(text("body", "Body"), {
    title: rich(`A title of ${long(14)}`),
    marks: Array.from({ length: 14 }, (_, n) => mark(`Objection ${n + 1}`)),
    gathered: mark("14 objections"),
  }),
  layouts: deck(
    slide(text("body", "Facts of the cover"), {
      ...{
        id: "cover",
        layout: "cover",
        title: rich("A title of the cover"),
        subtitle: rich("Its subtitle"),
      },
    }),
    slide(text("body", "Body"), { id: "statement", layout: "statement", title: rich("A statement") }),
    slide(text("body", "Body"), {
      id: "divider",
      layout: "divider",
      title: rich("A part"),
      subtitle: rich("Of it"),
    }),
    slide(text("body", "Body"), { id: "short", layout: "contentShort", title: rich("Short") }),
    slide(text("body", "Body"), {
      ...{ id: "taller", layout: "contentShort", taller: "content" },
      title: rich(`A title that takes two lines since it has ${long(16)}`),
    }),
    slide(text("body", "Body"), {
      ...{ id: "shorter", layout: "contentShort" },
      title: rich(long(60)),
      shorter: [rich(long(50)), rich("The form that fits")],
    }),
  ),
  plainer: one(stack("wide", bullets(18), table(12)), {
    plainer: [stack("tight", bullets(9)), text("body", "Plain")],
  }),
};

describe("pages as they are laid out", () => {
  test.each(Object.entries(DECKS))("%s", async (name, made) => {
    expect(kept).toContain(`${name}.txt`);
    await expect(pagesText(lay(made, true).pages, name === "layouts")).toMatchFileSnapshot(golden(name));
  });

  test("no file is left of a deck that is gone", () => {
    expect(kept.toSorted()).toEqual(
      Object.keys(DECKS)
        .map((name) => `${name}.txt`)
        .toSorted(),
    );
  });
});
