/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT_LANGUAGE = /^(ar|dv|fa|he|iw|ku-arab|ps|sd|ug|ur|yi)\b/i;

/**
 * Base direction of a paragraph: that of its first letter (Unicode Bidirectional Algorithm, rules P2 and P3); where it
 * has none, that of the language (BCP 47).
 */
export function isRightToLeft(text: string, language: string): boolean {
  const first = LETTER.exec(text)?.[0];
  return first === undefined ? RIGHT_TO_LEFT_LANGUAGE.test(language) : RIGHT_TO_LEFT.test(first);
}

/** A stretch of words of one such script, with the spaces and digits between them; Arabic has digits of its own. */
const STRETCH =
  /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s\d]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?)/u;

/** The stretches of a text that are written in one direction, in order; joined they are the text. */
export const stretches = (text: string): readonly string[] =>
  text.split(STRETCH).filter((part) => part !== "");
