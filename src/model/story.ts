import type { Change } from "./changes.ts";
import type { JsonPath } from "./figures.ts";
import type { Rich } from "./text.ts";

/** The order of the deck; each becomes a section in PowerPoint's own list. */
export const SECTIONS = ["answer", "why", "evidence", "people", "proposal", "decision", "appendix"] as const;
export type SectionId = (typeof SECTIONS)[number];

/** Source of numbers, as it stands under an exhibit and on the methods page. */
export interface SourceLine {
  readonly id: string;
  readonly text: Rich;
  /** The name alone, for the foot of a slide that has no room for more. */
  readonly name: string;
}

/**
 * One thing that is said: one slide, before anyone knows what it looks like. `content` belongs to the slide kind alone
 * (its `outline` makes it, its `build` reads it); it is plain JSON.
 */
export interface Point<Content = unknown> {
  /** Unique and stable between versions: "reason-1", "objection-o-effect". Links name it. */
  readonly id: string;
  /** Name of the slide kind, a key of `src/slides/index.ts`. */
  readonly kind: string;
  readonly section: SectionId;
  /** The takeaway as a full sentence. */
  readonly title: Rich;
  /** Shorter forms of a title that we compose, for where it is too long; the last one always fits. */
  readonly shorter?: readonly Rich[];
  /** JSON path of the title in the bundle; left out for a title that Foredeck wrote. */
  readonly titleFrom?: JsonPath;
  /** The few words by which footers, indexes and links call it. */
  readonly short: string;
  readonly content: Content;
  /** Ids of the bundle that it shows or is about, main one first; links and marks are made from them. */
  readonly about: readonly string[];
  /** Ids of the charts and quotes that its page draws; of a quote, and of a chart of an objection, the first page alone does. */
  readonly draws: readonly string[];
  /** Speaker notes: the sentence to say. */
  readonly say: readonly Rich[];
  readonly sources: readonly SourceLine[];
  /** JSON paths that it came from, for notes, findings and the preview. */
  readonly from: readonly JsonPath[];
  /** True where the section counts towards the reading time: the body, but not the appendix. */
  readonly body: boolean;
}

/** A small mark on an attacked slide that jumps to the objection's page. */
export interface ObjectionMark {
  readonly label: string;
  /** Tooltip and alt text: the objection, shortened. */
  readonly tip: string;
  readonly to: string;
}

/** Order of the parts of a page that several points share: one below the other, or as their kinds have it. */
export type SharingWay = "below" | "beside" | "plan" | "people" | "wins" | "objections";

/** Page that several points share where it has room for all of them; without it, each has one of its own. */
export interface SharedPage {
  /** Ids of the points in the order in which they stand on it; the first one names the page. */
  readonly points: readonly string[];
  readonly way: SharingWay;
  readonly title: Rich;
  readonly shorter?: readonly Rich[];
  readonly titleFrom?: JsonPath;
  /** Objection marks of all of them, and the one that stands for these. */
  readonly marks: readonly ObjectionMark[];
  readonly gathered?: ObjectionMark;
}

/** Changes since a version that was sent, with the pages of the deck that each concerns, and the marks of these pages. */
export interface PlacedChanges {
  readonly version: string;
  readonly changes: readonly (Change & { readonly pages: readonly string[] })[];
  /** By the id of a point that has changed: the mark that leads to the page of the changes. */
  readonly marks: Readonly<Record<string, ObjectionMark>>;
}

export interface Story {
  readonly title: string;
  readonly language: string;
  readonly points: readonly Point[];
  /** Objection marks by the id of the point they stand on. */
  readonly marks: Readonly<Record<string, readonly ObjectionMark[]>>;
  /** One mark that stands for all of a point's, where its slide has no room for each of several. */
  readonly gathered: Readonly<Record<string, ObjectionMark>>;
  /** Pages that points may share, in the order in which they are tried. */
  readonly shared: readonly SharedPage[];
  /** Digest of the figures, where an edition of the deck is told. */
  readonly digest?: string;
  /** Absent where no earlier version is known. */
  readonly since?: PlacedChanges;
  readonly sections: readonly { readonly id: SectionId; readonly name: string }[];
  readonly properties: DeckProperties;
}

/** Document properties and what stands on every slide; from the bundle, never from the machine. */
export interface DeckProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly company: string;
  readonly keywords: readonly string[];
  /** ISO date of the bundle. */
  readonly date: string;
  readonly dateText: string;
  readonly version: string;
  readonly draft: boolean;
  /** Already in the locale: the word that stamps a draft; "" for a final deck. */
  readonly draftWord: string;
  readonly confidentiality: string;
  readonly words: OutputWords;
}

/** Texts that outputs show around the slides, in the language of the deck. */
export interface OutputWords {
  readonly notes: string;
  readonly slides: string;
  /** Above the numbers of a chart as a table. */
  readonly chartData: string;
  /** Names of links between slides. */
  readonly previous: string;
  readonly next: string;
  readonly all: string;
}
