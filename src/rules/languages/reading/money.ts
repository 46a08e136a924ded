/** Words by which a text asks for money, divides it, and says what a case is worth; a field is absent where a language has none yet. */
export interface MoneyWords {
  /** Words which say what a case is worth: net present value, payback. */
  readonly worth?: RegExp;
  /** A share of the planned benefit, its number in the group n. */
  readonly benefitShare?: RegExp;
  /** Verbs right before an amount that ask for it. */
  readonly asks?: RegExp;
  /** The words right behind an amount that is asked for; absent where any may stand there. In a EUR 2 million saving, the noun is worth that much. */
  readonly askedBefore?: RegExp;
  /** Words which say for which time the amount is. */
  readonly covers?: RegExp;
  /** Words of a sentence that divides the amount. */
  readonly tranches?: RegExp;
  /** Words of a sentence that may divide the amount. */
  readonly stages?: RegExp;
  /** Words of a condition which release money. */
  readonly releases?: RegExp;
  /** Words which say that a case pays all the same. */
  readonly still?: RegExp;
  /** Costs that go on for as long as the thing is used. */
  readonly running?: RegExp;
  /** Words which say that one thing costs least, or most, or how many times as much. */
  readonly dearness?: Dearness;
  /** Names of a criterion that says for how long costs are counted. */
  readonly counted?: RegExp;
  /** Words which say when the money is back. */
  readonly paysBack?: RegExp;
  /** Words which deny what the sentence says. */
  readonly denies?: RegExp;
  /** Words which say at what rate later money is discounted. */
  readonly discounts?: RegExp;
  /** Lengths of time in years or months that a text says, in digits or words. */
  readonly spans?: (text: string) => readonly Span[];
}

export interface Span {
  readonly text: string;
  readonly index: number;
  readonly months: number;
  /** Months of its last digit: 12 for two years, 1.2 for 3.7 years. */
  readonly step: number;
  /** True where something is said of all of it: over four years, a four-year case. */
  readonly whole: boolean;
}

/** Words of drivers and their ends: what is changed, by how much, and how much later. */
export interface DriverWords {
  readonly costs: RegExp;
  readonly benefits: RegExp;
  /** Factors in words, the first that matches: "a quarter more" is 1.25. */
  readonly factors: readonly (readonly [RegExp, number])[];
  readonly more: RegExp;
  readonly less: RegExp;
  /** A delay, its length in the group length. */
  readonly late: RegExp;
  /** Months of each length of a delay, the first that matches. */
  readonly delays: readonly (readonly [RegExp, number])[];
}

/** Words that compare what things cost. */
export interface Dearness {
  readonly cheapest: RegExp;
  readonly dearest: RegExp;
  /** The multiple of another cost that a text names: three times as much, half the price. */
  readonly ratio: (text: string) => Ratio | undefined;
}

export interface Ratio {
  readonly text: string;
  readonly value: number;
  /** least: more than three times; most: less than half; near: about as written. */
  readonly bound: "least" | "most" | "near";
}
