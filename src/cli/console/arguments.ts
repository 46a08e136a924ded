import { type Argument, InvalidArgumentError, type Option } from "commander";
import { badSize } from "../../diagnostics/messages/batch.ts";
import { HELP } from "../../diagnostics/messages/help.ts";
import { nearest } from "../../diagnostics/nearest.ts";

/** An option or argument that is one word of a few, or a list of them; help and completion name them. */
export const word = <Of extends Option | Argument>(of: Of, known: readonly string[]): Of => {
  of.choices(known).argParser(oneOf(known));
  return of;
};
/** An option that is a list of such words. */
export const list = (option: Option, known: readonly string[]): Option =>
  option.choices(known).argParser(someOf(known));

/** Gathers the values of an option that may be given again and again. */
export const collected = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];

/** Ids of readers, separated by commas. */
export const ids = (text: string): readonly string[] =>
  text
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");

/** A number of bundles at a time. */
export function jobs(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError(badSize);
  return Number(text);
}

/** A whole number of nine digits at most. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(HELP.wholeNumber);
  return Number(text);
}

/** A port of this machine. */
export function port(text: string): number {
  const number = wholeNumber(text);
  if (number > 65_535) throw new InvalidArgumentError(HELP.notAPort);
  return number;
}

/**
 * Creates a parser of an argument that is one of a few words.
 * @throws InvalidArgumentError with all of them and the one that was most likely meant.
 */
const oneOf =
  <Word extends string>(known: readonly Word[]) =>
  (text: string): Word => {
    const word = known.find((each) => each === text);
    if (word === undefined) throw new InvalidArgumentError(HELP.oneOf(known, nearest(text, known)));
    return word;
  };

/** Parser of a list of such words, separated by commas, without repeats. */
const someOf =
  <Word extends string>(known: readonly Word[]) =>
  (text: string): readonly Word[] => [...new Set(text.split(",").map((each) => oneOf(known)(each.trim())))];
