import { z } from "zod";
import { LOCALE_TAGS } from "../../base/locale-tags.ts";
import { Ask, Goal, Objection, Option, Why } from "./argument.ts";
import { Currency, Holds, IsoDate, Name, Sentence } from "./common.ts";
import { Decided } from "./decided.ts";
import { Plan, Risk, Stakeholder, Term, Version, Win } from "./delivery.ts";
import { Edition } from "./editions.ts";
import { AnyChart, Metric, Picture, Quote, Source } from "./evidence.ts";
import { Investment } from "./investment.ts";
import { FreePage, PART_NAMES, PARTS } from "./pages.ts";

export type * from "./argument.ts";
export type { Scale, ScaleName, ValueKind } from "./common.ts";
export type * from "./decided.ts";
export type * from "./delivery.ts";
export type { Edition } from "./editions.ts";
export type { Chart, Metric, Picture, Quote, Source, Value } from "./evidence.ts";
export type * from "./investment.ts";
export type * from "./pages.ts";
export type { ChartTable, MetricTable, WorkbookCells } from "./tables.ts";

const RelativePath = z.string().min(1).max(300);

/**
 * Bundle that an analyst writes; the only source of its types, of schema/foredeck.schema.json and of
 * docs/bundle.md. Required are title, why.statement, one goal, one metric or chart and one quote; all other
 * parts add slides.
 */
export const Bundle = z
  .strictObject({
    $schema: z.string().optional().describe("Where editors find the schema."),
    extends: z
      .union([RelativePath, z.array(RelativePath).min(1).max(20)])
      .optional()
      .describe(
        "Files that this one extends, such as ../company.json, relative to it. Objects are merged, lists by the ids of their items; of several files the later ones win, and this one over all. null removes a field.",
      ),
    title: Name.describe("The title of the deck; about 170 characters fit its three lines on the cover."),
    subtitle: Sentence.optional().describe(
      "The line below the title on the cover; the decision when left out. About 230 characters fit its two lines.",
    ),
    holds: Holds.optional(),
    organisation: Name.optional().describe("Whose deck it is."),
    purpose: z
      .enum(["decide", "discuss", "inform"])
      .optional()
      .describe("What the readers are asked to do (default: decide)."),
    version: z.string().min(1).max(20).optional().describe("The version of the deck, for example 1.1."),
    status: z.enum(["draft", "final"]).optional().describe("draft marks every slide (default: draft)."),
    date: IsoDate.optional().describe("The date of the deck. Never taken from the clock."),
    locale: z
      .string()
      .min(2)
      .max(35)
      .optional()
      .describe(
        `The language of the deck, as a BCP 47 tag: en-GB (when left out), ${LOCALE_TAGS.slice(1, -1).join(", ")} or ${LOCALE_TAGS.at(-1)}. Units are written as they follow a number.`,
      ),
    currency: Currency.optional().describe("The currency of amounts that name none; EUR when left out."),
    confidentiality: Name.optional().describe("Printed on every slide, for example Internal."),
    show: z
      .enum(["stances"])
      .optional()
      .describe(
        "stances: the deck shows stance, influence and concern of the stakeholders, in every format. By default it shows none of them.",
      ),
    logo: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        "A picture of whose deck it is (PNG, JPEG or SVG), on the cover and, small, at the foot of each page; its path from the bundle's folder.",
      ),
    template: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .describe(
        "A company's template: the contract that foredeck template learn has written, or the .potx or .pptx itself, relative to the bundle and inside its folder. Place, colours and fonts come from it; theme gives sizes and distances.",
      ),
    theme: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        "The theme of the deck (default: boardroom): the name of one that comes with Foredeck, or a file of your own beside the bundle, ./our-theme.json.",
      ),
    contact: z
      .strictObject({
        name: Name.describe("Who it is."),
        role: Name.optional().describe("What they are in the organisation."),
        email: z.email().optional().describe("Address for answers before the meeting."),
      })
      .optional()
      .describe("Who answers questions about the deck."),
    meeting: z
      .strictObject({
        name: Name.describe("What the meeting is called."),
        date: IsoDate.describe("The day of the meeting."),
        time: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
          .optional()
          .describe("Start as 09:00."),
        timezone: z.string().min(1).max(60).optional().describe("An IANA time zone such as Europe/Helsinki."),
        minutes: z.int().min(5).max(600).optional().describe("Length in minutes."),
        place: Name.optional().describe("The room or building, or the address of a call."),
      })
      .optional()
      .describe("The meeting before which the deck is read."),
    ask: Ask.optional(),
    why: Why,
    goals: z.array(Goal).min(1).max(12),
    stakeholders: z.array(Stakeholder).max(60).optional(),
    quotes: z.array(Quote).min(1).max(60),
    sources: z.array(Source).max(60).optional(),
    metrics: z.array(Metric).max(60).optional(),
    charts: z.array(AnyChart).max(60).optional(),
    pictures: z.array(Picture).max(20).optional(),
    options: z.array(Option).min(2).max(6).optional(),
    investment: Investment.optional(),
    plan: Plan.optional(),
    risks: z.array(Risk).max(20).optional(),
    objections: z.array(Objection).max(60).optional(),
    wins: z.array(Win).max(20).optional(),
    glossary: z.array(Term).max(60).optional(),
    history: z.array(Version).max(40).optional(),
    decided: Decided.optional(),
    pages: z
      .array(FreePage)
      .max(40)
      .optional()
      .describe("Pages of your own, for what does not fit the other parts."),
    order: z
      .array(z.enum(PARTS))
      .min(2)
      .max(PARTS.length)
      .optional()
      .describe(
        `Parts in the order in which they shall stand; parts that it does not name stay where they are. The parts are ${PART_NAMES}. Those of the appendix stay behind the others.`,
      ),
    leave: z
      .array(z.enum(PARTS))
      .max(PARTS.length)
      .optional()
      .describe(
        "Parts that have no page in this deck, by the same names. The other pages still use what they hold.",
      ),
    editions: z
      .array(Edition)
      .max(20)
      .optional()
      .describe(
        "The deck for a reader or a group, by foredeck build --edition. Every bundle has the edition brief: one page.",
      ),
    rules: z
      .record(
        z.string(),
        z.strictObject({
          severity: z
            .enum(["off", "warning", "error"])
            .describe("off turns the rule off; warning and error set how much it counts."),
          because: Sentence.describe("The reason, which every reader of the check sees."),
        }),
      )
      .optional()
      .describe(
        "Rules of `foredeck check` that this bundle raises, lowers or turns off, each with its reason.",
      ),
  })
  .describe("A Foredeck bundle: the argument for one decision.");
export type Bundle = z.infer<typeof Bundle>;

/** The currency of amounts in a bundle that names none. */
export const DEFAULT_CURRENCY = "EUR";

export { AnyChart, ChartCommon, Data, Datum, SeriesNames } from "./evidence.ts";
