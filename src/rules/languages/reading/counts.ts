/** A whole number with what it counts, as in "ten wards" or "a team of eight". */
export interface Counted {
  /** The number and the words behind it, as they are written. */
  readonly text: string;
  readonly index: number;
  readonly value: number;
  /** Words of what is counted, in lower case; none where the sentence leaves it out, as in "and six others". */
  readonly noun: readonly string[];
  /** True for a part of a whole that is told as one: the first four wards. */
  readonly part: boolean;
}

/** Words about counts, and about so many things at a price. */
export interface CountWords {
  /** Counts of a text in its order; no shares, amounts of money, dates or measures of time. */
  readonly counts: (text: string) => readonly Counted[];
  /** So many of so many, in digits: the groups part and whole. */
  readonly outOf: RegExp;
  /** The words between what is counted and the price of one. */
  readonly each: RegExp;
  /** The words before what so many things at a price give. */
  readonly makes: RegExp;
  /** Prices below one unit of the currency: nine cents. */
  readonly small: RegExp;
}

/** True where two counts are of one thing: the last word of one is a word of the other. */
export function isOneNoun(
  sameWord: (one: string, other: string) => boolean,
  { noun: one }: Counted,
  { noun: other }: Counted,
): boolean {
  const [last, end] = [one.at(-1), other.at(-1)];
  if (last === undefined || end === undefined) return false;
  return other.some((word) => sameWord(word, last)) || one.some((word) => sameWord(word, end));
}

/** A count in the words of a text, without those behind what it counts. */
export function told(
  sameWord: (one: string, other: string) => boolean,
  { text, noun }: Counted,
  { noun: of }: Counted,
): string {
  const end = noun.findLastIndex((word) => of.some((each) => sameWord(each, word)));
  return end < 0 || end === noun.length - 1 ? text : text.slice(0, -noun.slice(end + 1).join(" ").length - 1);
}

/** The words behind a number, in lower case, up to the first that carries no topic; `starts` says which word may be the first. */
export function wordsBehind(
  behind: string,
  isStop: (word: string) => boolean,
  starts: (word: string) => boolean = () => true,
): readonly string[] {
  const words = behind
    .trim()
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== "");
  const start = words.findIndex(starts);
  const rest = start < 0 ? [] : words.slice(start);
  const end = rest.findIndex(isStop);
  return end < 0 ? rest : rest.slice(0, end);
}
