/** Words by which a sentence tells past from future, gates from other days, and lengths of work. */
export interface WordsOfTime {
  /** Words for something done, right before its date: "was agreed on". */
  readonly done: RegExp;
  /** Words for something still ahead, before its date: "closes on". */
  readonly ahead: RegExp;
  /** A gate that goes by no other name. */
  readonly gate: RegExp;
  /** Words which say that one thing waits for another. */
  readonly depends: RegExp;
  /** Words which say that only a part of a result is used. */
  readonly partly: RegExp;
  /** Words which say that the work as a whole starts, before its date. */
  readonly workStarts: RegExp;
  /** The decision, before its date. */
  readonly decided: RegExp;
  /** Names of what permits other work: approval, permit, assessment. */
  readonly permits: RegExp;
  /** Names of what tells a result: report, evaluation, count. */
  readonly reports: RegExp;
  /** Names of what is in use from a day on: live, open, complete. */
  readonly live: RegExp;
  /** Names of a first part or a beginning. */
  readonly begins: RegExp;
  /** Lengths of the work in months. */
  readonly lengths: (text: string) => readonly { readonly text: string; readonly months: number }[];
}
