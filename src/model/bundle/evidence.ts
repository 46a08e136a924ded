import { z } from "zod";
import {
  Decimals,
  Holds,
  Id,
  IsoDate,
  Name,
  Num,
  Period,
  Ref,
  Scale,
  Sentence,
  Unit,
  ValueKind,
} from "./common.ts";
import { MetricTable } from "./tables.ts";

export const Value = z
  .strictObject({
    period: Period.describe(
      "The period that the value is of: 2026, 2026-H1, 2026-Q3, 2026-10, 2026-W41 or 2026-10-05; the same kind in all values.",
    ),
    value: z.union([Num, z.null()]).describe("The number, unscaled; null where it is missing."),
    kind: ValueKind.optional(),
    low: Num.optional().describe("The low end of its range."),
    high: Num.optional().describe("The high end of its range."),
  })
  .describe("One value of a metric.");
export type Value = z.infer<typeof Value>;

export const Metric = z
  .strictObject({
    id: Id,
    name: Name.describe("What is measured, as readers call it; the deck says it wherever the number stands."),
    unit: Unit.optional(),
    scale: Scale.optional(),
    decimals: Decimals.optional().describe(
      "Digits after the decimal mark (default: chosen from the values).",
    ),
    better: z.enum(["higher", "lower"]).optional().describe("Which direction is good."),
    owner: Ref.optional().describe("The stakeholder who is accountable for the number."),
    source: Ref.optional().describe("The source that the values are from."),
    asOf: IsoDate.optional().describe("The day the number was read."),
    kind: ValueKind.optional().describe("The kind of values without a kind of their own (default: actual)."),
    values: z
      .union([z.array(Value).min(1).max(2_000), ...MetricTable.options])
      .describe("The values, oldest first."),
    target: z
      .strictObject({
        value: Num.describe("The number to reach, unscaled."),
        by: Period.optional().describe("The period in which it is to be reached."),
        source: Ref.optional().describe("Where the target is set, where that is another source."),
      })
      .optional()
      .describe("The value to reach, and by when."),
    assumption: Sentence.optional().describe("What a forecast or estimate assumes."),
    supports: z.array(Ref).max(8).optional().describe("Ids of goals that the metric measures."),
    definition: Sentence.optional().describe("What is counted, and how."),
  })
  .describe("A business metric.");
export type Metric = z.infer<typeof Metric>;

/** Parts that all chart kinds share; `src/charts/` adds the data of each kind. */
export const ChartCommon = z.strictObject({
  id: Id,
  message: Sentence.describe(
    "What the chart says, as a full sentence; it becomes the title of its slide, where about 170 characters fit two lines.",
  ),
  meaning: Sentence.optional().describe(
    "What it means for the decision, in a sentence or two beside the chart.",
  ),
  holds: Holds.optional(),
  supports: z.array(Ref).max(8).optional().describe("Ids of the goals that it supports, or ask."),
  metrics: z.array(Ref).min(1).max(12).optional().describe("Ids of the metrics to draw, in place of data."),
  unit: Unit.optional(),
  scale: Scale.optional(),
  decimals: Decimals.optional().describe("Digits after the decimal mark (default: chosen from the data)."),
  better: z.enum(["higher", "lower"]).optional().describe("Which direction is good; colours the variances."),
  measure: Name.optional().describe("What is measured, in words; the metric's name when left out."),
  period: z.union([Period, Name]).optional().describe("The period that the data are from."),
  source: Ref.optional().describe("The source that the data are from; that of its metrics when left out."),
  asOf: IsoDate.optional().describe("The day on which the data were read."),
  owner: Ref.optional().describe("The stakeholder who answers for the numbers."),
  valueKind: ValueKind.optional().describe("The kind of the data; actual when left out."),
  assumption: Sentence.optional().describe("What a forecast or estimate in it assumes."),
  render: z
    .enum(["native", "picture"])
    .optional()
    .describe("native: an editable PowerPoint chart (default); picture: a drawing."),
  show: z
    .array(
      z.enum([
        "target",
        "forecast",
        "range",
        "cagr",
        "average",
        "difference",
        "total",
        "values",
        "previous",
        "errorBars",
      ]),
    )
    .max(10)
    .optional()
    .describe("Annotations, computed from the data; one that the data do not allow is an error."),
  marks: z
    .array(
      z.strictObject({
        at: z.string().min(1).max(80).describe("The period or category, as the data write it."),
        text: Name.describe("The few words."),
      }),
    )
    .max(6)
    .optional()
    .describe("Events to mark: a period or a category, and a few words."),
  compare: z
    .strictObject({
      from: z.string().min(1).max(80).describe("The period or category to start from, as the data write it."),
      to: z.string().min(1).max(80).describe("The one to compare with it."),
    })
    .optional()
    .describe(
      "Two bars or levels between which an arrow shows the difference, absolute and relative: of the first series, or of the totals of stacks.",
    ),
  callouts: z
    .array(
      z.strictObject({
        at: z.string().min(1).max(200).describe("The period, category or point, as the data write it."),
        text: Name.describe("The few words."),
      }),
    )
    .max(6)
    .optional()
    .describe("A few words beside a value, with a line to it."),
});

/** A datum of the simple kinds: one value, or one per series. */
export const Datum = z
  .strictObject({
    label: Name.describe("The category, as it stands at the axis."),
    value: z.union([Num, z.null()]).optional().describe("The number, unscaled; null where it is missing."),
    values: z
      .array(z.union([Num, z.null()]))
      .max(12)
      .optional()
      .describe("One per series, in their order."),
    highlight: z
      .boolean()
      .optional()
      .describe(
        "True emphasises the category: in the accent colour in a chart of one series, where the others are grey; in bold type in stacks, tables and charts of several series. A kind that cannot emphasise one gives a warning.",
      ),
    kind: ValueKind.optional(),
    total: z
      .boolean()
      .optional()
      .describe("Waterfall: a sum drawn from zero; without a value it is computed."),
    low: Num.optional().describe("The low end of its range."),
    high: Num.optional().describe("The high end of its range."),
    target: Num.optional().describe("The target of this category."),
    base: Num.min(0)
      .optional()
      .describe("For shares: the total that they are shares of (default: the sum of the values)."),
  })
  .describe("One category with its value or values.");
export type Datum = z.infer<typeof Datum>;

/** The data of a chart, and the names of its series where each datum has several values. */
export const Data = z.array(Datum).max(200);
export const SeriesNames = z.array(z.string().min(1).max(200)).max(12);

/**
 * A chart as every stage but `read` knows it: the shared parts, its kind, and the data. `read` checks it against the
 * narrower schema of its kind before anyone sees it.
 */
export const AnyChart = ChartCommon.extend({
  kind: z.string(),
  series: z.array(Name).max(12).optional(),
  data: Data.optional(),
  target: Num.optional().describe("A target drawn as a line; the metric's target when left out."),
  order: z
    .enum(["size", "given"])
    .optional()
    .describe("size sorts the categories by value (default for bars); given keeps them."),
});
export type Chart = z.infer<typeof AnyChart>;

export const Quote = z
  .strictObject({
    id: Id,
    from: Ref.describe("The stakeholder who said it."),
    date: IsoDate.optional().describe("The day on which it was said."),
    permission: z
      .enum(["named", "role", "anonymous", "none"])
      .optional()
      .describe(
        "How the deck may show the speaker. Without a permission, or with none, the quote is not in the deck.",
      ),
    goal: Ref.optional().describe("The goal that the quote speaks to."),
    text: z.string().min(1).max(1_000).describe("Their own words, unchanged."),
    tone: z
      .enum(["supports", "doubts", "neutral"])
      .optional()
      .describe(
        "Whether it supports or doubts the proposal; read from the speaker's stance when left out, and neutral without one.",
      ),
  })
  .describe("What a stakeholder said.");
export type Quote = z.infer<typeof Quote>;

export const Source = z
  .strictObject({
    id: Id,
    name: Name.describe("What the source is called, as readers would look it up."),
    owner: Name.optional().describe("The person or team that maintains it."),
    date: IsoDate.optional().describe("The date of this version of it."),
    note: Sentence.optional().describe("What a reader should know about its quality."),
    xlsx: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Path of the Excel workbook that it is, relative to the bundle and inside its folder: source lines say the file and the day it was saved last, which is its date unless there is one here.",
      ),
    sheet: z.string().min(1).max(255).optional().describe("The sheet of that workbook; source lines say it."),
    url: z
      .url({ protocol: /^https$/ })
      .optional()
      .describe("Where it can be read; https only."),
  })
  .describe("A source of numbers.");
export type Source = z.infer<typeof Source>;

export const Picture = z
  .strictObject({
    id: Id,
    file: z
      .string()
      .min(1)
      .describe(
        "PNG, JPEG or SVG file, relative to the bundle and inside its folder. An SVG is drawn at 330 pixels per inch, or fewer where that would take too long; its text in Carlito where it asks for Calibri, otherwise in Arimo, which has the widths of Arial. It must not contain scripts, animations, foreignObject or references to anything outside the file.",
      ),
    alt: Sentence.describe("What the picture shows, for those who cannot see it."),
    message: Sentence.describe(
      "What the picture says; the title of its slide, where about 170 characters fit two lines.",
    ),
    supports: z.array(Ref).max(8).optional().describe("Ids of the goals that it supports, or ask."),
    source: Ref.optional().describe("Where the picture is from."),
    asOf: IsoDate.optional().describe("The day on which it was taken or drawn."),
  })
  .describe("A picture as evidence.");
export type Picture = z.infer<typeof Picture>;
