import { z } from "zod";
import { Holds, Id, Name, Ref, Sentence } from "./common.ts";

/** Parts of a deck by the names that `order`, `leave` and `after` use, in their usual order; those of the appendix last. */
export const BODY_PARTS = [
  "why",
  "goals",
  "standing",
  "reasons",
  "evidence",
  "pictures",
  "voices",
  "people",
  "options",
  "investment",
  "plan",
  "risks",
  "wins",
  "decision",
] as const;
export const APPENDIX_PARTS = ["objections", "sources", "glossary", "history"] as const;
export const PARTS = [...BODY_PARTS, ...APPENDIX_PARTS] as const;
export type Part = (typeof PARTS)[number];

export const PART_NAMES =
  "why, goals, standing (where the measures stand), reasons, evidence (charts that no other page shows), pictures, voices (quotes), people, options, investment, plan (with the next steps), risks, wins and decision; in the appendix objections, sources (with the methods), glossary and history";

const Table = z.strictObject({
  columns: z.array(Name).min(2).max(8).describe("The heads of its columns."),
  rows: z
    .array(
      z
        .array(z.union([Sentence, z.null()]))
        .min(2)
        .max(8),
    )
    .min(1)
    .max(20)
    .describe("Its rows, each with a text for every column; null leaves a cell empty."),
  total: z.boolean().optional().describe("True where the last row is a total."),
});

/** Contents of a block; each block holds one of these. */
export const BLOCK_CONTENTS = ["text", "list", "table", "chart", "figure", "picture", "quote"] as const;

export const PageBlock = z
  .strictObject({
    heading: Name.optional().describe("A heading above a text, a list or a table."),
    text: Sentence.optional().describe("A paragraph."),
    list: z.array(Sentence).min(1).max(12).optional().describe("Paragraphs with bullets."),
    table: Table.optional().describe("A table."),
    chart: Ref.optional().describe("The id of a chart; it has no page of its own then."),
    figure: Sentence.optional().describe("A figure, set large: {{churn.latest}}."),
    label: Sentence.optional().describe("What the figure is, below it."),
    picture: Ref.optional().describe("The id of a picture; it has no page of its own then."),
    quote: Ref.optional().describe("The id of a quote."),
  })
  .describe("A block of a page. It has exactly one of text, list, table, chart, figure, picture and quote.");
export type PageBlock = z.infer<typeof PageBlock>;

export const FreePage = z
  .strictObject({
    id: Id,
    after: Ref.optional().describe(
      "What it stands after: the name of a part, or the id of a chart, goal, option, objection or other item that a page is about, or of another page of these. When left out, it stands after the evidence.",
    ),
    title: Sentence.describe(
      "The title of the page: a full sentence that states what it comes to; about 170 characters fit two lines.",
    ),
    short: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .describe(
        "The few words by which lists and links call the page; its number among your pages when left out.",
      ),
    blocks: z
      .array(PageBlock)
      .min(1)
      .max(12)
      .describe(
        "What stands on the page, in the order in which it is read. Figures and quotes that follow one another stand side by side, and text stands beside the chart, table or picture next to it.",
      ),
    takeaway: Sentence.optional().describe("The sentence that the page comes to, in a bar at its foot."),
    sources: z
      .array(Ref)
      .max(8)
      .optional()
      .describe("Ids of sources that the page names besides those of its charts."),
    say: Sentence.optional().describe("What to say, for the speaker notes."),
    holds: Holds.optional(),
  })
  .describe("A page of your own, for what does not fit the other parts.");
export type FreePage = z.infer<typeof FreePage>;
