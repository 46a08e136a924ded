import { emu, inchesToEmu, pt } from "../../../src/base/units.ts";
import { textMark } from "../../../src/charts/fit/scene.ts";
import { placeMarks } from "../../../src/charts/marks/index.ts";
import type { Label } from "../../../src/model/chart.ts";
import type { LayoutName } from "../../../src/model/deck.ts";
import type { Item, Page, Pages, PlacedRun, TableItem } from "../../../src/model/page.ts";
import type { FittedChart } from "../../../src/model/placed.ts";
import type { Run } from "../../../src/model/text.ts";
import { measure } from "../../charts/fixture.ts";
import { look } from "../../layout/look.ts";
import { at, HOSTILE, NO_INSETS, PIXEL, paragraph, placeholder, run, text } from "./items.ts";

const PAD = { left: emu(45_720), top: emu(36_000), right: emu(45_720), bottom: emu(36_000) };

export const table: TableItem = {
  type: "table",
  name: "Options side by side",
  alt: `Three options on two criteria. ${HOSTILE}`,
  frame: at(0.6, 1.8, 8, 1.2),
  columns: [inchesToEmu(4), inchesToEmu(2), inchesToEmu(2)],
  rows: [
    {
      height: inchesToEmu(0.4),
      cells: [cell("Option", { header: true }), cell("Cost and return", { header: true, span: 2 })],
    },
    {
      height: inchesToEmu(0.4),
      cells: [cell(HOSTILE), cell("EUR 420,000", { fill: "accentSoft" }), cell("1.4")],
    },
    {
      height: inchesToEmu(0.4),
      cells: [cell("Do nothing", { borders: { top: { ink: "ink", width: pt(1) } } }), cell("0"), cell("")],
    },
  ],
  headerRow: true,
  headerColumn: true,
  insets: PAD,
};

function cell(
  words: string,
  more: Partial<TableItem["rows"][number]["cells"][number]> = {},
): TableItem["rows"][number]["cells"][number] {
  const role = more.header ? "tableHead" : "table";
  return {
    paragraphs: words === "" ? [] : [paragraph([run(words, role)])],
    span: 1,
    header: false,
    borders: { bottom: { ink: "hairline", width: pt(0.75) } },
    ...more,
  };
}

const label = (words: string): Label => ({
  text: words,
  value: true,
  at: "outsideEnd",
  ink: "ink",
  bold: false,
  priority: 1,
});

const fitted: FittedChart = {
  type: "chart",
  id: "churn",
  kind: "column",
  message: "Churn is rising again",
  caption: [{ text: "Annual churn, % of customers" }],
  alt: "Columns from 12.1 to 14.9 per cent",
  render: "native",
  coordinates: {
    type: "category",
    orientation: "vertical",
    categories: [{ label: "Q1" }, { label: HOSTILE }, { label: "Q3" }],
    value: {
      min: 0,
      max: 20,
      major: 10,
      ticks: [0, 10, 20].map((value) => ({ value, label: String(value) })),
      format: { code: '0.0"%"' },
      visible: true,
      gridlines: true,
    },
    between: true,
  },
  layers: [
    {
      type: "bars",
      grouping: "clustered",
      series: [
        {
          id: "actual",
          name: "Churn",
          role: "actual",
          values: [12.1, null, 14.9],
          format: { code: '0.0"%"' },
          paint: { ink: "ink", pattern: "solid" },
          points: {},
          labels: [label("12.1%"), null, label("14.9%")],
        },
      ],
      gap: 60,
      overlap: 0,
      axis: "value",
    },
  ],
  legend: [],
  heading: "Quarter",
  from: ["charts", 0],
  width: 400,
  height: 240,
  plot: { x: 0.1, y: 0.1, w: 0.85, h: 0.75 },
  categoryLabels: [["Q1"], ["Q2"], ["Q3"]],
  labelSize: 10.5,
  annotations: [
    textMark({ x: 200, y: 0, w: 160, h: 24 }, ["+2.8 points"], { labelSize: 11 }, { ink: "bad", bold: true }),
  ],
};
export const chart = placeMarks(fitted, measure);

const linked = (to: string): Partial<PlacedRun> => ({ to }) satisfies Partial<Run>;

const items: readonly Item[] = [
  placeholder("title", "content", [run(`Leaving is announced ${HOSTILE}`, "title")], {
    insets: { ...NO_INSETS, right: inchesToEmu(2) },
  }),
  text("Kicker", at(0.6, 0.3, 5, 0.2), [paragraph([run("Why now", "kicker")])], { role: "kicker" }),
  text("Heading", at(6, 1.2, 2, 0.4), [paragraph([run("14.9%", "figureSmall")])], { role: "figureSmall" }),
  text(
    "Reasons",
    at(0.6, 1.7, 5, 3),
    [
      paragraph([
        run("Plain, "),
        run("bold", "body", { bold: true }),
        run(" and "),
        run("italic", "body", { italic: true }),
      ]),
      paragraph([run(HOSTILE)], {
        bullet: "dot",
        indent: emu(200_000),
        hanging: emu(150_000),
        spaceBefore: pt(6),
      }),
      paragraph([run("first\nsecond line\n")], {
        bullet: "number",
        indent: emu(200_000),
        hanging: emu(200_000),
      }),
      paragraph([run("dashed", "small")], {
        bullet: "dash",
        indent: emu(300_000),
        hanging: emu(100_000),
        align: "right",
      }),
      paragraph([]),
      paragraph([
        run("A "),
        run("page", "body", { href: "https://example.com/?a=1&b=<2>" }),
        run(", a "),
        run("mail", "body", { href: "mailto:a@example.com?subject=Ja%20%26%20nein" }),
        run(" and a "),
        run("slide", "body", linked("last")),
      ]),
      paragraph([run("القرار النهائي", "body")], { rightToLeft: true, align: "right" }),
      paragraph([run("お客様の声を聞く", "body")], { spacing: 1.1 }),
    ],
    { anchor: "middle", insets: { left: emu(1), top: emu(2), right: emu(3), bottom: emu(4) } },
  ),
  text(
    "Card",
    at(6, 1.7, 2, 1),
    [paragraph([run("On a ground", "body", { ink: "paper" })], { align: "center" })],
    {
      fill: "accent",
      line: { ink: "ink", width: pt(1), dash: "dot" },
      geometry: "roundRect",
      to: "last",
      tip: `Jumps ${HOSTILE}`,
    },
  ),
  {
    type: "shape",
    name: "Chevron",
    frame: at(6, 3, 2, 0.4),
    geometry: "chevron",
    fill: "good",
    pattern: "hatch",
    alt: "Phase one",
  },
  {
    type: "shape",
    name: "Gate",
    frame: at(8.5, 3, 0.3, 0.3),
    geometry: "diamond",
    fill: "bad",
    to: "first",
    tip: "Back",
  },
  {
    type: "shape",
    name: "Rule",
    frame: at(6, 3.6, 4, 0),
    geometry: "line",
    line: { ink: "hairline", width: pt(0.75) },
    decorative: true,
  },
  {
    type: "shape",
    name: "Arrow",
    frame: at(6, 3.8, 1, 0.5),
    geometry: "line",
    line: { ink: "ink", width: pt(1.5), dash: "dash" },
    flip: true,
    arrow: "end",
    alt: "Rising",
  },
  {
    type: "shape",
    name: "Sparkline",
    frame: at(8, 3.8, 1.5, 0.5),
    geometry: {
      strokes: [
        [
          { x: 0, y: 1 },
          { x: 0.4, y: 0.5 },
        ],
        [
          { x: 0.6, y: 0.4 },
          { x: 1, y: 0 },
        ],
      ],
    },
    line: { ink: "accent", width: pt(1.5) },
    alt: "From 15 to 12",
  },
  { type: "picture", name: "Logo", frame: at(11, 1, 1, 1), alt: `A pixel ${HOSTILE}`, file: "a.png" },
  { type: "picture", name: "Logo", frame: at(11, 2, 1, 1), alt: "The same pixel", file: "a.png" },
];

function page(
  id: string,
  number: number,
  layout: LayoutName,
  its: readonly Item[],
  more: Partial<Page> = {},
): Page {
  return {
    id,
    number,
    kind: "test",
    layout,
    section: "why",
    title: `Title of ${id}`,
    short: `Short & ${id}`,
    items: its,
    notes: [],
    from: [],
    ...more,
  };
}

/** Every kind of item with text that has broken other writers. */
export const pages: Pages = {
  properties: {
    title: `Deck ${HOSTILE}`,
    subject: "A decision",
    author: 'Aino "A" Laakso & co',
    company: "Ex & Ample <Oy>",
    keywords: ["a&b", "c"],
    date: "2026-11-18",
    dateText: "18 November 2026",
    version: "1.1",
    draft: true,
    draftWord: "Draft",
    confidentiality: "Internal & confidential",
    words: {
      notes: "Notes",
      slides: "Slides",
      chartData: "Numbers",
      previous: "Back",
      next: "On",
      all: "All",
    },
  },
  figures: [],
  language: "en-GB",
  theme: "boardroom",
  width: look.size.width,
  height: look.size.height,
  sections: [
    { id: "answer", name: "Answer", pages: ["first"] },
    { id: "why", name: `Why ${HOSTILE}`, pages: ["reasons", "exhibit", "voice"] },
    { id: "appendix", name: "Appendix", pages: ["last"] },
  ],
  pages: [
    page("first", 1, "cover", [
      placeholder("title", "cover", [run("Put customer listening to work on churn", "coverTitle")]),
      placeholder("subtitle", "cover", [run("For the executive team, 2 December", "lead")]),
    ]),
    page("reasons", 2, "content", items, {
      notes: [[{ text: `Say this: ${HOSTILE}` }], [{ text: "Sources: " }, { text: "billing", bold: true }]],
    }),
    page(
      "exhibit",
      3,
      "content",
      [
        placeholder("title", "content", [run("Churn is rising again", "title")]),
        table,
        { type: "chart", name: "Churn", frame: at(0.6, 3.2, 6, 3), alt: chart.alt, chart },
        {
          type: "chart",
          name: "Churn drawn",
          frame: at(7, 3.2, 5, 3),
          alt: chart.alt,
          chart: { ...chart, render: "picture" },
        },
        placeholder("body", "content", [run("Body text")], { frame: at(9, 1.8, 3.5, 1) }),
      ],
      { notes: [[{ text: "One line" }]] },
    ),
    page("voice", 4, "statement", [
      placeholder("title", "statement", [run("Nobody hears them", "statement")]),
    ]),
    page("last", 5, "divider", [placeholder("title", "divider", [run("Appendix", "coverTitle")])]),
  ],
};

export const context = {
  look,
  readPicture: async () => PIXEL,
  charts: "native",
  drawPicture: async () => PIXEL,
} as const;
