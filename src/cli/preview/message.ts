/**
 * Messages from the server to the page, as plain JSON. The page's scripts are compiled for the browser and
 * share nothing else with the program, so this file imports nothing.
 */

/** After each save: first the slides, then what is said about them. */
export interface Update {
  /** Counts up with every update. */
  readonly revision: number;
  /** Counts up with every save; both updates of a save have the same. */
  readonly save: number;
  /** Absent while there has never been a deck. */
  readonly deck?: DeckFacts;
  /** All slides in order; what has not changed since the update before is left out. */
  readonly slides: readonly SlideUpdate[];
  /** Findings that concern no slide, or the whole deck. */
  readonly general: readonly Said[];
  /** Replies that wait for an answer. */
  readonly replies: OpenReplies;
  /** Why the bundle as it was saved is not shown; what is shown is the deck before. */
  readonly broken?: readonly Said[];
  /** Errors and warnings in words: "2 errors, 3 warnings". */
  readonly counts: string;
}

/** All decks of one preview, where it shows several. */
export interface DeckList {
  readonly decks: readonly ListedDeck[];
}

export interface ListedDeck {
  /** Name in addresses: the file as it was named. */
  readonly name: string;
  /** Address from the root of the preview. */
  readonly href: string;
  /** Absent while there has never been a deck. */
  readonly title?: string;
  readonly language?: string;
  /** Absent as `title` is. */
  readonly slides?: number;
  /** Errors and warnings in words; "" until it was built. */
  readonly counts: string;
  /** Time of the last build in ms since 1970; absent until there was one. */
  readonly built?: number;
  readonly state: "waiting" | "shown" | "broken";
}

export interface DeckFacts {
  readonly title: string;
  /** A language tag. */
  readonly language: string;
  /** In words: how many slides, how long to read. */
  readonly facts: string;
  /** Size of a slide in pt. */
  readonly width: number;
  readonly height: number;
}

export interface SlideUpdate {
  readonly id: string;
  /** The slide as an SVG element. */
  readonly svg?: string;
  readonly about?: SlideFacts;
}

export interface SlideFacts {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** Name of the section that it is in. */
  readonly section: string;
  /** Speaker notes, a text for each paragraph. */
  readonly notes: readonly string[];
  readonly findings: readonly Said[];
}

/** Places in the bundle of everything on the slides. The page asks for it when somebody wants to know. */
export interface DeckPlaces {
  /** Save of the slides that it is about. */
  readonly save: number;
  readonly slides: readonly SlidePlaces[];
  /** True where a click on a text opens the editor that was asked for. */
  readonly opens?: boolean;
}

export interface SlidePlaces {
  readonly id: string;
  /** The content once for each place in the bundle that it comes from, in reading order. */
  readonly parts: readonly BundlePart[];
  /** By the value of data-path in the slide's SVG. */
  readonly spots: Readonly<Record<string, SlideSpot>>;
}

/** Place in the bundle of a box, a paragraph or a cell of a slide. */
export interface SlideSpot {
  /** Key of its part. */
  readonly key: string;
  /** Words of each drawn line that are written elsewhere than the whole. */
  readonly lines?: readonly (readonly LineSpan[])[];
  /** Left and right edge between which the lines of a paragraph are broken, in pt. */
  readonly column?: readonly [left: number, right: number];
}

/** Words of a line, by UTF-16 indices, and the key of their part. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** A finding as people read it. */
export interface Said {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly what: string;
  readonly why?: string;
  readonly hint?: string;
  readonly spot?: BundleSpot;
}

/** Replies of readers that nobody has settled yet, the oldest first. */
export interface OpenReplies {
  readonly shown: readonly SaidReply[];
  /** Number of those that are open and not shown, and of those that are settled. */
  readonly more: number;
  readonly settled: number;
}

/** A reply as people read it. */
export interface SaidReply {
  readonly id: string;
  /** "" for somebody without a name. */
  readonly who: string;
  /** In words: how it came, when, and about which version. */
  readonly about: string;
  /** Each text that was written, with what it answers where that was asked. */
  readonly words: readonly { readonly asked?: string; readonly text: string }[];
  /** Words on the slide that a comment stands on. */
  readonly quoted?: string;
  /** Id of the slide that shows what it is about; absent where that is gone, or it is about all. */
  readonly slide?: string;
  /** JSON path as people write it. */
  readonly path?: string;
  /** In words: "open". */
  readonly state: string;
}

/** A place in the bundle, or in a file that it names. */
export interface BundleSpot {
  /** JSON path as people write it; "" where there is none. */
  readonly path: string;
  readonly file: string;
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  /** For a cell of a workbook, its name: 'Visits 2026'!C4. */
  readonly cell?: string;
  /** The line, shortened. */
  readonly text: string;
  /** Opens the editor there. */
  readonly href?: string;
}

/** A place in the bundle that something on a slide comes from. */
export interface BundlePart extends BundleSpot {
  /** JSON path as a JSON array. */
  readonly key: string;
  /** The first words of what stands there. */
  readonly says: string;
}

/** All that was sent, answered and decided so far. The page asks for it when somebody opens its panel. */
export interface SentAndDecided {
  /** Versions that were sent, the last one first. */
  readonly versions: readonly SaidVersion[];
  /** Readers of the last version, with what they have said. */
  readonly readers: readonly SaidReader[];
  /** Differences from the last version that was sent; absent where nothing was, or they are not known. */
  readonly changes?: SaidChanges;
  /** Facts of the decision, each under its name; none before there is one. */
  readonly decision: readonly SaidFact[];
  readonly steps: readonly NextStep[];
  /** Reasons for which some of it is not known. */
  readonly unknown: readonly string[];
}

export interface SaidVersion {
  readonly version: string;
  /** ISO date. */
  readonly date: string;
  /** Names, with the edition of those who got one. */
  readonly readers: readonly string[];
  /** Decks as they were sent, with their addresses on this server. */
  readonly decks: readonly { readonly file: string; readonly href: string }[];
  /** Decision on this version, in words. */
  readonly decided?: string;
}

export interface SaidReader {
  readonly name: string;
  /** In words, with days; absent where nothing has come. */
  readonly said?: string;
}

/** Changes as `foredeck changed` prints them, with the slides that show each. */
export interface SaidChanges {
  readonly title: string;
  readonly groups: readonly { readonly head: string; readonly changes: readonly SaidChange[] }[];
  readonly foot: readonly string[];
  /** Number of changes that no reader sees. */
  readonly unseen: number;
  /** Version that the bundle still is, as it was sent; the changes are then those from the one before it. */
  readonly asSent?: string;
  readonly language: string;
}

export interface SaidChange {
  readonly what: string;
  readonly way?: string;
  /** Both texts in one row. */
  readonly pieces: readonly { readonly text: string; readonly way: "same" | "added" | "removed" }[];
  /** Ids of the slides. */
  readonly pages: readonly string[];
}

export interface SaidFact {
  readonly name: string;
  readonly texts: readonly string[];
}

/** A step to take next, with the command that takes it. */
export interface NextStep {
  readonly what: string;
  readonly command?: string;
}

/** Every word of the page that is not part of the deck; {…} stand for what the page fills in. */
export interface Words {
  readonly [name: string]: string;
}

/** Answer to a write that the page asked for. */
export interface Written {
  /** Lines that say what was fixed, or would be. */
  readonly done?: readonly string[];
  /** A text or number as it is written in the bundle. */
  readonly text?: string;
  /** True where the text may have several lines. */
  readonly lines?: boolean;
  /** Reason for which nothing was written. */
  readonly refused?: string;
  /** Number of writes that can be undone. */
  readonly undo: number;
}
