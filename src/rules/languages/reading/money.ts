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
  /** Words of a sentence that divides the amount. */
  readonly tranches?: RegExp;
  /** Words of a sentence that may divide the amount. */
  readonly stages?: RegExp;
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
