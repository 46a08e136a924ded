/** The months in order, as they are written in full. */
export const MONTHS =
  "January February March April May June July August September October November December".split(" ");

/** Short names of months, as alternatives of a pattern; May is none. */
export const SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";

/** Number words, each at its own place. */
export const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Tens in words, from twenty on. */
export const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Words of measuring and of times, which name no subject. */
export const NEUTRAL: ReadonlySet<string> = new Set(
  `number numbers share shares rate rates level levels figure figures amount amounts total totals value values average mean
  median volume quarter quarters half-year spring summer autumn winter season seasons early late mid start end beginning last
  past previous current latest recent whole decade period periods far alone back almost nearly barely hardly roughly around
  quarterly monthly yearly weekly ${MONTHS.join(" ").toLowerCase()}`.split(/\s+/u),
);

/**
 * Letters of a pattern that ignores case, for use within a class. A class of all letters of Unicode takes several times as
 * long to be compiled, and is so in every run.
 */
export const LETTER = "a-zà-öø-ž";
