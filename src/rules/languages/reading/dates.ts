/** Relation of a sentence to a date: on it; by it at the latest; before it; after it or from it on. */
export type Tie = "on" | "by" | "before" | "after";

/** Rules for reading dates that name a month at least. */
export interface DateWords {
  /** A date with the groups year, month, day, and iso where all is digits. */
  readonly date: RegExp;
  /** 0 to 11 for the name of a month; −1 for another word. */
  readonly month: (word: string) => number;
  /** Returns the tie that the words before and after a date express. */
  readonly tie: (before: string, behind: string) => Tie;
  /** Words that join two clauses: and, while, but. */
  readonly joins: readonly string[];
}
