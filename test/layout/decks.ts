import fc from "fast-check";
import { layoutDeck } from "../../src/layout/deck.ts";
import type { ChartModel } from "../../src/model/chart.ts";
import type { Block, Cell, Deck, LayoutName, Paragraph, Slide, TableBlock } from "../../src/model/deck.ts";
import type { Item, Page, Pages, PlacedParagraph, TableItem } from "../../src/model/page.ts";
import { type ColorToken, type Rich, type Role, rich } from "../../src/model/text.ts";
import type { TimelineModel } from "../../src/model/timeline.ts";
import { fitNothing, look } from "./look.ts";

/** Decks to lay out, made by hand or at random, and ways to read the pages. */

export const PROPERTIES: Deck["properties"] = {
  title: "Put customer listening to work",
  subject: "",
  author: "",
  company: "",
  keywords: [],
  date: "2026-11-18",
  dateText: "18 November 2026",
  version: "1.0",
  draft: false,
  draftWord: "",
  confidentiality: "Internal",
  words: {
    notes: "Notes",
    slides: "Slides",
    chartData: "Numbers",
    previous: "Back",
    next: "On",
    all: "All",
  },
};

export const slide = (body: Block, more: Partial<Slide> = {}): Slide => ({
  id: "one",
  kind: "test",
  layout: "content",
  title: rich("A title that says what follows from this slide"),
  body,
  source: [],
  short: "One",
  marks: [],
  notes: [],
  from: [["why"]],
  section: "why",
  ...more,
});

export const deck = (...slides: readonly Slide[]): Deck => ({
  properties: PROPERTIES,
  language: "en-GB",
  theme: "boardroom",
  sections: [{ id: "why", name: "Why", slides: slides.map((one) => one.id) }],
  slides,
  figures: [],
  units: [],
  names: [],
  minutes: 1,
});

export const lay = (made: Deck, lenient = false) => layoutDeck(made, look, { lenient }, fitNothing);

export const text = (role: Role, ...paragraphs: readonly (string | Paragraph)[]): Block => ({
  type: "text",
  role,
  paragraphs: paragraphs.map((one) => (typeof one === "string" ? { text: rich(one) } : one)),
});

export const bullets = (
  count: number,
  words = "A point that takes about one line of the slide and not much more",
): Block =>
  text(
    "body",
    ...Array.from(
      { length: count },
      (_, n): Paragraph => ({ text: rich(`${n + 1}: ${words}`), bullet: "dot" }),
    ),
  );

export const table = (rows: number, more: Partial<TableBlock> = {}): TableBlock => ({
  type: "table",
  name: "Numbers",
  alt: "Numbers by name",
  head: [{ text: rich("Name") }, { text: rich("Value"), align: "right" }],
  rows: Array.from({ length: rows }, (_, n): Cell[] => [
    { text: rich(`Row ${n + 1}`) },
    { text: rich(`${n * 1000}`), align: "right" },
  ]),
  widths: [1, "fit"],
  ...more,
});

export const chart: ChartModel = {
  type: "chart",
  id: "c",
  kind: "column",
  message: "It grows",
  caption: rich("Value, EUR"),
  alt: "It grows",
  render: "native",
  coordinates: {
    type: "category",
    orientation: "vertical",
    categories: [{ label: "A" }, { label: "B" }],
    value: { min: 0, max: 1, major: 1, ticks: [], format: { code: "0" }, visible: false, gridlines: false },
    between: true,
  },
  layers: [],
  legend: [],
  overlays: [],
  heading: "Name",
  from: ["charts", 0],
};

export const timeline: TimelineModel = {
  type: "timeline",
  id: "plan",
  name: "Plan",
  alt: "The plan",
  start: "2026-10-01",
  end: "2028-01-01",
  ticks: ["2026-10-01", "2027-01-01", "2027-04-01", "2027-07-01", "2027-10-01"].map((date, n) => ({
    date,
    label: `Q${((n + 3) % 4) + 1}`,
  })),
  groups: [
    { start: "2026-10-01", end: "2027-01-01", label: "2026" },
    { start: "2027-01-01", end: "2028-01-01", label: "2027" },
  ],
  rows: [
    {
      label: rich("Set up"),
      detail: rich("Petri"),
      bar: {
        start: "2027-01-11",
        end: "2027-03-12",
        kind: "plan",
        ink: "accent",
        text: "11 January to 12 March",
      },
    },
    {
      label: rich("Run"),
      detail: rich("Petri"),
      bar: {
        start: "2027-03-15",
        end: "2027-12-31",
        kind: "forecast",
        ink: "accent",
        text: "15 March to 31 December",
      },
    },
    {
      label: rich("Gate"),
      detail: rich("Marja"),
      milestone: { date: "2027-12-31", gate: true, ink: "accent", text: "31 December" },
    },
  ],
  days: [
    { date: "2026-11-18", label: "Today, 18 November", ink: "muted" },
    { date: "2026-12-05", label: "Decision, 5 December", ink: "accent" },
  ],
  says: { head: ["What", "When"], rows: [["Phase", "All year"]] },
};

/** All words of an item, as they are set. */
export const wordsOf = (item: Item): string =>
  item.type === "text"
    ? item.paragraphs.map(paragraphWords).join("\n")
    : item.type === "table"
      ? item.rows
          .flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(paragraphWords)))
          .join("\n")
      : "";

const paragraphWords = (paragraph: PlacedParagraph): string => paragraph.runs.map((run) => run.text).join("");

const FURNITURE = /^(Title|Subtitle|Kicker|Objection: .*|Source|Footer|Date|Page number)( \d+)?$/;
export const bodyItems = (page: Page | undefined): readonly Item[] =>
  (page?.items ?? []).filter((item) => !FURNITURE.test(item.name));

export const allRuns = (pages: Pages) =>
  pages.pages.flatMap((page) =>
    page.items.flatMap((item) => {
      const roles = (role: Role, paragraphs: readonly PlacedParagraph[]) =>
        paragraphs.flatMap((one) => one.runs.map((run) => ({ role, run })));
      if (item.type === "text") return roles(item.role, item.paragraphs);
      if (item.type === "table")
        return item.rows.flatMap((row) => row.cells.flatMap((cell) => roles("table", cell.paragraphs)));
      return [];
    }),
  );

const WORDS =
  "churn falls when customers hear from us early 14.9% EUR 420 thousand within internationalisation a quarter of".split(
    " ",
  );

/** Sentences of one to `most` words. */
const sentence = (most: number): fc.Arbitrary<Rich> =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most })
    .map((words) => rich(words.join(" ")));

const paragraph = (most: number): fc.Arbitrary<Paragraph> =>
  fc.record(
    {
      text: sentence(most),
      bullet: fc.constantFrom("dot" as const, "number" as const, "dash" as const),
      space: fc.constantFrom("none" as const, "hair" as const, "tight" as const, "normal" as const),
    },
    { requiredKeys: ["text"] },
  );

const textBlock: fc.Arbitrary<Block> = fc.record({
  type: fc.constant("text" as const),
  role: fc.constantFrom<Role>("lead", "body", "small", "label", "figure"),
  paragraphs: fc.array(paragraph(30), { minLength: 1, maxLength: 6 }),
});

const tableBlock: fc.Arbitrary<TableBlock> = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.record({
    type: fc.constant("table" as const),
    name: fc.constant("Table"),
    alt: fc.constant("A table"),
    head: fc.array(
      sentence(2).map((text): Cell => ({ text })),
      { minLength: columns, maxLength: columns },
    ),
    rows: fc.array(
      fc.array(
        sentence(9).map((text): Cell => ({ text })),
        { minLength: columns, maxLength: columns },
      ),
      {
        minLength: 1,
        maxLength: 14,
      },
    ),
    widths: fc.array(fc.oneof(fc.constant("fit" as const), fc.integer({ min: 1, max: 4 })), {
      minLength: columns,
      maxLength: columns,
    }),
  }),
);

const planeBlock: fc.Arbitrary<Block> = fc.record({
  type: fc.constant("plane" as const),
  name: fc.constant("Map"),
  alt: fc.constant("A map"),
  xBands: fc.constant(["low", "middle", "high"]),
  yBands: fc.constant(["1", "2", "3"]),
  xTitle: fc.constant("Stance"),
  yTitle: fc.constant("Influence"),
  points: fc.array(
    fc.record({
      xBand: fc.integer({ min: 0, max: 2 }),
      yBand: fc.integer({ min: 0, max: 2 }),
      code: fc.constantFrom("A", "12", "R7"),
      label: sentence(4),
      ink: fc.constantFrom<ColorToken>("good", "bad", "faint"),
    }),
    { maxLength: 14 },
  ),
});

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: textBlock },
  { weight: 2, arbitrary: tableBlock },
  { weight: 1, arbitrary: planeBlock },
  {
    weight: 1,
    arbitrary: fc.constant<Block>({ type: "exhibit", exhibit: chart, caption: rich("Value, EUR") }),
  },
  { weight: 1, arbitrary: fc.constant<Block>({ type: "exhibit", exhibit: timeline }) },
  { weight: 1, arbitrary: fc.constant<Block>({ type: "rule" }) },
  {
    weight: 1,
    arbitrary: fc.constant<Block>({ type: "picture", file: "a.png", alt: "A", width: 1600, height: 900 }),
  },
);

const panelOf = (child: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc.record(
    {
      type: fc.constant("panel" as const),
      inset: fc.constantFrom("tight" as const, "normal" as const),
      fill: fc.constantFrom<ColorToken>("wash", "accent", "accentSoft"),
      edge: fc.constantFrom("left" as const, "top" as const, "box" as const),
      child,
    },
    { requiredKeys: ["type", "inset", "child"] },
  );

const tree = (depth: number): fc.Arbitrary<Block> => {
  if (depth === 0) return leaf;
  const child = tree(depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc.record(
        {
          type: fc.constant("stack" as const),
          gap: fc.constantFrom("tight" as const, "normal" as const),
          children: fc.array(child, { minLength: 1, maxLength: 4 }),
          splits: fc.boolean(),
        },
        { requiredKeys: ["type", "gap", "children"] },
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(child, child, fc.constantFrom("stretch" as const, "top" as const, "middle" as const))
        .map(([a, b, align]): Block => ({ type: "columns", spans: [7, 5], children: [a, b], align })),
    },
    { weight: 1, arbitrary: panelOf(child) },
  );
};

export const anySlide: fc.Arbitrary<Slide> = fc
  .record({
    body: tree(2),
    title: sentence(16),
    layout: fc.constantFrom<LayoutName>("content", "content", "statement", "cover", "divider"),
    marks: fc.array(fc.constant({ label: "Objection 1", tip: "It will not hold", to: "x" }), {
      maxLength: 4,
    }),
    kicker: sentence(4),
    source: sentence(20),
  })
  .map(({ body, ...more }) => slide(body, more));

/** The first page of a deck with this slide. */
export const first = (one: Slide) => {
  const page = lay(deck(one)).pages.pages[0];
  if (page === undefined) throw new Error("no page");
  return page;
};
/** The item of that name on the first page. */
export const named = (one: Slide, name: string) => {
  const item = first(one).items.find((each) => each.name === name);
  if (item === undefined) throw new Error(`no ${name}`);
  return item;
};
/** A text of so many words. */
export const long = (words: number): string => Array.from({ length: words }, (_, n) => `word${n}`).join(" ");
/** The tables of all pages that the slide takes. */
export const tables = (one: Slide): readonly TableItem[] =>
  lay(deck(one)).pages.pages.flatMap((page) =>
    page.items.filter((item): item is TableItem => item.type === "table"),
  );
