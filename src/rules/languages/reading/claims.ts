/** Which way something moves; better and worse are up or down by what a metric calls good. */
export type Way = "up" | "down" | "better" | "worse" | "flat";

/** A word that says which way something moved, and where it stands in its clause. */
export interface Move {
  readonly index: number;
  readonly text: string;
  readonly way: Way;
  /** Factor of the move: 2 for doubled, 0.5 for halved. */
  readonly factor?: number;
}

/** Size of a move, as prose states it. */
export interface Size {
  readonly text: string;
  /** fraction: a share of what it was, from 0; points: percentage points; factor: so many times as much; amount: in `unit`. */
  readonly kind: "fraction" | "points" | "factor" | "amount";
  readonly unit?: string;
  /** True for a rate: two per cent a year. */
  readonly yearly?: true;
  readonly value: number;
  /** Tolerance within which the number still agrees with the words, in the same measure as `value`. */
  readonly step: number;
  readonly bound?: "more" | "less";
}

/** A part of the calendar as prose names it; without a year it is the last one. */
export interface Moment {
  readonly year?: number;
  /** First month, 1 to 12; absent for a whole year. */
  readonly month?: number;
}

/** The stretch of time that a clause speaks of. */
export type Window =
  | { readonly kind: "since"; readonly from: Moment }
  | { readonly kind: "between"; readonly from: Moment; readonly to: Moment }
  /** The last so many months. */
  | { readonly kind: "back"; readonly months: number }
  /** Compared with the period before. */
  | { readonly kind: "previous" }
  /** Compared with the same period a year ago. */
  | { readonly kind: "year" };

/** A word that compares, with what stands on its two sides. */
export interface Comparison {
  readonly text: string;
  readonly left: string;
  readonly right: string;
  readonly way: "up" | "down" | "same";
  /** "twice as long as": how many times the right the left is. */
  readonly times?: number;
  /** More than twice, less than half. */
  readonly bound?: "more" | "less";
}

/** A word that says what is first or last among its like. */
export interface Superlative {
  readonly index: number;
  readonly text: string;
  readonly way: "up" | "down";
  /** The three largest: 3. */
  readonly count: number;
}

/** Words that hold a value against a target. */
export interface Level {
  readonly index: number;
  readonly text: string;
  readonly side: "above" | "below" | "met" | "missed";
  /** At or above, at or below. */
  readonly orEqual?: true;
}

/** Language rules for reading claims. Clauses arrive with their figures blanked out. */
export interface ClaimWords {
  /** The clauses of a sentence, each with one predicate; together they are the sentence. */
  readonly clauses: (sentence: string) => readonly string[];
  readonly moves: (clause: string) => readonly Move[];
  /** True where words before a move turn it round: has not fallen, no longer grows, stopped falling. */
  readonly negated: (before: string) => boolean;
  /** True where a clause says what will, should or might be, and not what is. */
  readonly unreal: (clause: string) => boolean;
  /** True where something moves from each period to the next. */
  readonly steady: (clause: string) => boolean;
  /** "seven quarters in a row": 7. */
  readonly run: (clause: string) => number | undefined;
  /** True where a clause speaks of what happens of late, and not of the whole time. */
  readonly recent: (clause: string) => boolean;
  /** The number of things that a clause begins to speak of: "two causes". */
  readonly counts: (clause: string) => number | undefined;
  readonly window: (clause: string) => Window | undefined;
  /** The time that a clause speaks of, where it is not now: "last January", "in 2024". */
  readonly moment: (clause: string) => Moment | undefined;
  /** The size of a move, in the words around it; of one that multiplies, by its factor. */
  readonly size: (before: string, after: string, factor?: number) => Size | undefined;
  readonly comparison: (clause: string) => Comparison | undefined;
  /** Finds the standard of a comparison that is not with another thing: a time, the target, all others. */
  readonly standard: (right: string) => Window | "target" | "others" | undefined;
  readonly superlatives: (clause: string) => readonly Superlative[];
  /** True where a superlative ranks a value among those of other times: the highest ever, in three years. */
  readonly record: (clause: string) => boolean;
  readonly levels: (clause: string) => readonly Level[];
  /** Quantifier of a clause over the categories or periods of what it speaks of. */
  readonly quantifier: (clause: string) => "every" | "none" | "only" | undefined;
  /** The side on which a limit bounds a value, by the words that end before its number: more than, under. */
  readonly limit: (before: string) => "above" | "below" | undefined;
  /** True where the words behind a number make it a part of something: "of the delays". */
  readonly partitive: (after: string) => boolean;
  /** Words that say more than half: "most of". */
  readonly most: (clause: string) => string | undefined;
}
