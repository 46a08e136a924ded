/** Words by which a text speaks of a pilot and of how it was designed. */
export interface PilotWords {
  readonly pilot: RegExp;
  /** A group or value with which the pilot was compared. */
  readonly control: RegExp;
  /** A number of those who took part. */
  readonly size: RegExp;
  /** Members who chose themselves. */
  readonly chosen: RegExp;
  /** Words which say that there was nothing to compare with. */
  readonly uncontrolled: RegExp;
  /** Groups that were chosen when the result was known. */
  readonly chosenAfter: RegExp;
  /** The same members at an earlier time, as what the result is compared with. */
  readonly sameBefore: RegExp;
  /** Members who are told apart by what they wanted, or by being best or worst in something. */
  readonly sorted: RegExp;
  /** Names of a measure that is a difference between two groups. */
  readonly effect: RegExp;
  /** Members who were drawn by lot. */
  readonly random: RegExp;
}
