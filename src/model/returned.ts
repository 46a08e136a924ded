import type { JsonPath } from "../base/json-path.ts";

/** Content of a deck: what people read and write in it, whichever program saved it: words, numbers, places and comments. */
export interface DeckContent {
  readonly by: Saved;
  readonly slides: readonly SlideContent[];
}

/** Person, program and time of the last save of a deck, as far as the file states them. */
export interface Saved {
  readonly person?: string;
  readonly program?: string;
  /** ISO date, as "2026-11-12T09:30:00Z". */
  readonly at?: string;
}

export interface SlideContent {
  /** p:sldId, which PowerPoint keeps for as long as the slide lives; other programs count anew. */
  readonly id: number;
  /** Place in the deck, from 1. */
  readonly number: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly shapes: readonly ShapeContent[];
  /** Paragraphs of the speaker notes that have words. */
  readonly notes: readonly string[];
  readonly comments: readonly CommentContent[];
}

export interface ShapeContent {
  /** p:cNvPr id, by which comments name a shape. */
  readonly id: string;
  /** a16:creationId ([MS-ODRAWXML] 2.2.1), which stays while ids are counted anew. */
  readonly creationId?: string;
  readonly name: string;
  /** Type of its placeholder; a title that is centred is a title. */
  readonly placeholder?: string;
  readonly kind: "text" | "table" | "chart" | "picture" | "group" | "other";
  /** Left, top, width and height in EMU; absent where it takes those of its placeholder. */
  readonly place?: readonly [x: number, y: number, w: number, h: number];
  /** Texts: one of a shape, one of each cell of a table; the paragraphs of each that have words, line breaks as \v. */
  readonly texts: readonly TextContent[];
  readonly chart?: ChartContent;
}

export interface TextContent {
  /** Row and column of a cell, from 0; absent of a text in a shape. */
  readonly cell?: readonly [row: number, column: number];
  readonly paragraphs: readonly string[];
}

export interface ChartContent {
  readonly series: readonly SeriesContent[];
}

/** A series as its cache shows it; points by their index. */
export interface SeriesContent {
  readonly name: string;
  readonly categories: Readonly<Record<number, string>>;
  readonly values: Readonly<Record<number, number>>;
}

/** A comment, or a reply to one. */
export interface CommentContent {
  /** "" where the file names nobody. */
  readonly author: string;
  readonly text: string;
  readonly reply: boolean;
  /** Unique in its deck where the file says it; of a legacy comment, author and number. */
  readonly id: string;
  /** Id of the comment that it answers. */
  readonly parent?: string;
  /** Date and time as the file says them. */
  readonly at?: string;
  readonly resolved?: boolean;
  /** Shape on which it stands, and the UTF-16 span in that shape's text, a paragraph end counted as one. */
  readonly anchor?: {
    readonly shape?: string;
    readonly creationId?: string;
    readonly start?: number;
    readonly length?: number;
  };
}

/** A change of words or numbers, and where it belongs in the bundle that the deck was made from. */
export type ReturnedChange = { readonly path?: JsonPath; readonly before: string; readonly after: string } & (
  | {
      /** Words of the author's: a part of the text at `path`, UTF-16 indices, markup and expressions counted. */
      readonly kind: "text";
      readonly path: JsonPath;
      readonly start: number;
      readonly end: number;
    }
  /** A number, date or period; `path` is where its value stands. */
  | { readonly kind: "figure"; readonly figure?: string }
  /** Words of ours, or of several texts at once. */
  | { readonly kind: "wording" }
);

/** A value of a chart that is another one; absent on the side that has none. */
export interface ReturnedValue {
  readonly kind: "chart";
  readonly series: string;
  readonly category: string;
  readonly before?: number;
  readonly after?: number;
  readonly path?: JsonPath;
}

export interface ReturnedComment {
  readonly kind: "comment";
  readonly comment: CommentContent;
  /** Words on which it stands. */
  readonly quoted: string;
  readonly path?: JsonPath;
}

/** A paragraph, shape or slide that was added, removed or put elsewhere. */
export interface ReturnedPart {
  readonly kind:
    | "paragraph-added"
    | "shape-added"
    | "shape-removed"
    | "shape-moved"
    | "slide-added"
    | "slide-removed"
    | "slide-moved"
    | "slide-hidden";
  /** Words of what was added or removed. */
  readonly text: string;
  readonly path?: JsonPath;
}

/** One thing that somebody did to a deck that was sent. */
export type ReturnedItem = ReturnedPlace & (ReturnedChange | ReturnedValue | ReturnedComment | ReturnedPart);

/** Place in the deck where it was done. */
export interface ReturnedPlace {
  /** Number of the page in the deck that was sent; of an added slide, that in the returned one. */
  readonly page: number;
  readonly title: string;
  /** Name of the shape. */
  readonly shape?: string;
  /** True where it stands in the speaker notes. */
  readonly notes?: boolean;
}
