import { InvalidArgumentError } from "commander";
import { HELP } from "../../diagnostics/messages/help.ts";
import { nearest } from "../../diagnostics/nearest.ts";

/**
 * What reads an argument that is one word of a few.
 * @throws InvalidArgumentError with all of them and the one that was most likely meant.
 */
export const oneOf =
  <Word extends string>(known: readonly Word[]) =>
  (text: string): Word => {
    const word = known.find((each) => each === text);
    if (word === undefined) throw new InvalidArgumentError(HELP.oneOf(known, nearest(text, known)));
    return word;
  };

/** Parser of a list of such words, separated by commas, without repeats. */
export const someOf =
  <Word extends string>(known: readonly Word[]) =>
  (text: string): readonly Word[] => [...new Set(text.split(",").map((each) => oneOf(known)(each.trim())))];
