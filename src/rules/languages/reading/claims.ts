import type { Quantity } from "./language.ts";

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
  /** Compared with what was before, be it the last period or the first. */
  | { readonly kind: "before" }
  /** Compared with the same period a year ago. */
  | { readonly kind: "year" };

/** A word that compares, with what stands on its two sides. */
export interface Comparison {
  readonly text: string;
  readonly left: string;
  readonly right: string;
  readonly way: "up" | "down" | "better" | "worse" | "same";
  /** No more than, not longer than. */
  readonly negated?: true;
  /** "twice as long as": how many times the right the left is. */
  readonly times?: number;
  /** More than twice, less than half. */
  readonly bound?: "more" | "less";
  /** Tolerance of `times`, where the words are more precise than a multiple: 30% more. */
  readonly room?: number;
  /** True where the left has come to be more than the right: has overtaken. */
  readonly crossed?: true;
}

/** Things that a value is held against, where they are no other things: a time, the target, each other one, all others together, all other times. */
export type Standard = Window | "target" | "others" | "rest" | "times";

/** Distance of a value from a standard, which a number states: 11 more than a year ago, four points short of the target. */
export interface Distance {
  readonly standard: Standard;
  readonly way?: "up" | "down";
}

/** A word that says what is first or last among its like. */
export interface Superlative {
  readonly index: number;
  readonly text: string;
  readonly way: Exclude<Way, "flat">;
  /** The three largest: 3. */
  readonly count: number;
  /** The second largest: 2. */
  readonly rank?: number;
  /** True where steps are ranked and not values: grew fastest, the steepest fall. */
  readonly growth?: true;
}

/** A part of a whole as prose states it: half, two in five, 38%. */
export interface Fraction {
  readonly index: number;
  readonly text: string;
  /** From 0 to 1. */
  readonly value: number;
  /** Value of its last digit, or how round it is, in the same measure. */
  readonly step: number;
  readonly bound?: "more" | "less";
  /** At least half, and not more than half. */
  readonly orEqual?: true;
  /** True where words behind it say what it is a part of. */
  readonly partitive?: true;
}

/** The role of a number by the words around it: where something came from or went to, by how much it moved, what is aimed at. */
export type Role = "from" | "to" | "by" | "target" | undefined;

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
  /** True for words that name no subject: of measuring (number, share) and of times (quarter, spring). */
  readonly neutral: (word: string) => boolean;
  /** The clauses of a sentence, each with one predicate; together they are the sentence. */
  readonly clauses: (sentence: string) => readonly string[];
  /** The parts of a subject that words join: "waiting times", "complaints". */
  readonly parts: (subject: string) => readonly string[];
  readonly moves: (clause: string) => readonly Move[];
  /** True where words before a move turn it round: has not fallen, no longer grows, stopped falling. */
  readonly negated: (before: string) => boolean;
  /** True where a clause tells what was or what is now, in so many words: has risen, was, still. */
  readonly told: (clause: string) => boolean;
  /** True where a clause says what will, should or might be, and not what is. */
  readonly unreal: (clause: string) => boolean;
  /** True where something moves from each period to the next. */
  readonly steady: (clause: string) => boolean;
  /** True where a clause says that something goes on moving, and not that each step was one: keeps falling. */
  readonly goesOn: (clause: string) => boolean;
  /** True where a clause denies something of all times: never, not in any year. */
  readonly never: (clause: string) => boolean;
  /** True where words take several things as one: together, combined. */
  readonly joint: (words: string) => boolean;
  /** "seven quarters in a row": 7. */
  readonly run: (clause: string) => number | undefined;
  /** True where a clause speaks of what happens of late, and not of the whole time. */
  readonly recent: (clause: string) => boolean;
  /** The number of things that a clause begins to speak of: "two causes". */
  readonly counts: (clause: string) => number | undefined;
  readonly window: (clause: string) => Window | undefined;
  /** The time that a text begins with, as the subject of what it says: "July", "the third quarter of 2025". */
  readonly opens?: (text: string) => Moment | undefined;
  /** The number of times that something is said to have happened, and no more: "only once" is 1. */
  readonly onlyTimes?: (clause: string) => number | undefined;
  /** Words which say that something turned or is no longer as it was, and forms of the past and the perfect. */
  readonly turned?: RegExp;
  /** Words which say that something has stayed as good, bad, high or low as it was. */
  readonly remains?: RegExp;
  /** Words before a number to which nothing else comes as near. */
  readonly nearest?: RegExp;
  /** The time before now to which the words behind a number date it: "19 a year ago". */
  readonly agoNear?: (after: string) => Window | undefined;
  /** The time that a clause speaks of, where it is not now: "last January", "in 2024". */
  readonly moment: (clause: string) => Moment | undefined;
  /** The size of a move, in the words around it; of one that multiplies, by its factor. */
  readonly size: (before: string, after: string, factor?: number) => Size | undefined;
  /** The size of a comparative in the words before it: "a third fewer". */
  readonly sizeAhead?: (before: string) => Size | undefined;
  readonly comparison: (clause: string) => Comparison | undefined;
  /** Finds the standard of a comparison that is not with another thing: a time, the target, all others. */
  readonly standard: (right: string) => Standard | undefined;
  /** The distance that a number between some words states. */
  readonly distance: (before: string, after: string) => Distance | undefined;
  /** Superlatives of a clause about values of a unit: what is fastest takes the least of a unit of time. */
  readonly superlatives: (clause: string, unit?: string) => readonly Superlative[];
  /** True where a superlative ranks a value among those of other times: the highest ever, in three years. */
  readonly record: (clause: string) => boolean;
  readonly levels: (clause: string) => readonly Level[];
  /** Quantifier of a clause over the categories or periods of what it speaks of. */
  readonly quantifier: (clause: string) => "every" | "both" | "none" | "only" | undefined;
  /** The side on which a limit bounds a value, by the words that end before its number: more than, under. */
  readonly limit: (before: string) => "above" | "below" | undefined;
  /** Comparatives that say no standard, as moves: fewer, getting longer. What is faster takes less of a unit of time. */
  readonly comparatives: (clause: string, unit: string) => readonly Move[];
  /** Tells whether more of one measure is said to go with more of another (same), or with less (opposite): the longer, the fewer. */
  readonly relation?: (text: string) => "same" | "opposite" | undefined;
  /** Exceptions from all: so many, or those that are named. */
  readonly exception: (clause: string) => number | "named" | undefined;
  /** True where a clause begins with an exception from what was said before it. */
  readonly excepts: (clause: string) => boolean;
  /** "three of five depots": so many of so many. */
  readonly counted: (clause: string) => { readonly count: number; readonly of: number } | undefined;
  /** True where a clause speaks of all times: every quarter. */
  readonly everyTime: (clause: string) => boolean;
  /** True where a clause speaks of how far things are apart: gain, gap, difference. */
  readonly difference: (clause: string) => boolean;
  /** True where a clause speaks of those who leave, or of what is not. */
  readonly rest: (clause: string) => boolean;
  /** True where a clause speaks of all that comes before something. */
  readonly upTo: (clause: string) => boolean;
  /** True where a part is one of a change: most of the growth. */
  readonly ofChange: (clause: string) => boolean;
  /** Parts of a whole that a clause states. */
  readonly fractions: (clause: string) => readonly Fraction[];
  /** Numbers of a clause, where more are of interest than elsewhere: from 12 to 31. */
  readonly numbers?: (clause: string) => readonly Quantity[];
  /** The role of a number by the words before and behind it. */
  readonly role: (before: string, after: string, quantity?: Pick<Quantity, "text">) => Role;
  /** The time that the words next to a number date it to. */
  readonly momentNear: (clause: string, from: number, to: number) => Moment | undefined;
  /** True where a clause speaks of another time than now, without naming it. */
  readonly past: (clause: string) => boolean;
  /** True where a clause says what is now. */
  readonly present: (clause: string) => boolean;
  /** True where words behind a superlative lead to the place where it holds: at, in. */
  readonly places: (between: string) => boolean;
  /** True where words join two subjects: and. */
  readonly joined: (between: string) => boolean;
  /** True where a word is the last part of a compound, which says less of the same: aika, of odotusaika. */
  readonly head?: (compound: string, word: string) => boolean;
  /** Words that say more than half: "most of". */
  readonly most: (clause: string) => string | undefined;
}
