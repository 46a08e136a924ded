import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, error, quoted, warning } from "../make.ts";

/** Messages about text that does not fit on a slide. With --lenient they are warnings, and the text is placed anyway. */

/** `lines` of body text are too many. `characters` is how many to cut, undefined where shorter text would not help. */
export const deckOverflow = (
  at: At,
  title: string,
  lines: number,
  characters: number | undefined,
  longest: string,
  lenient: boolean,
): Diagnostic =>
  (lenient ? warning : error)(
    "deck/overflow",
    at,
    `The slide ${quoted(title)} has ${count(lines, "line")} too many${characters === undefined || longest === "" ? "" : `; its longest text, ${quoted(longest)}, has ${count(longest.length, "character")}`}.`,
    {
      why: "Foredeck tried smaller spaces, the smallest type and a continuation slide; the rest would still run off the slide.",
      hint:
        characters === undefined
          ? "Remove an exhibit or another part of this slide; shorter text alone does not make enough room."
          : `Cut about ${count(characters, "character")}, or split the text into more items so that it can continue on a second slide.`,
    },
  );

export const titleTooLong = (
  at: At,
  title: string,
  allowed: number,
  characters: number,
  lenient: boolean,
): Diagnostic =>
  (lenient ? warning : error)(
    "deck/title-too-long",
    at,
    `The title ${quoted(title)} is longer than ${count(allowed, "line")}: it has ${count(title.length, "character")}, and about ${title.length - characters} fit.`,
    {
      why: "The titles alone tell the story, and nobody reads a third line.",
      hint: `Cut about ${count(characters, "character")}.`,
    },
  );

export const subtitleTooLong = (
  at: At,
  subtitle: string,
  allowed: number,
  characters: number,
  lenient: boolean,
): Diagnostic =>
  (lenient ? warning : error)(
    "deck/subtitle-too-long",
    at,
    `The subtitle ${quoted(subtitle)} takes more than ${count(allowed, "line")}: it has ${count(subtitle.length, "character")}, and about ${subtitle.length - characters} fit.`,
    { hint: `Cut about ${count(characters, "character")}.` },
  );

export const sourceTooLong = (at: At, title: string, characters: number, lenient: boolean): Diagnostic =>
  (lenient ? warning : error)(
    "deck/source-too-long",
    at,
    `The sources at the foot of the slide ${quoted(title)} take more than two lines.`,
    {
      hint: `Cut about ${count(characters, "character")} from the names of its sources, or show fewer exhibits on it.`,
    },
  );

/** `example` is one of the texts with characters that no font has; `font` and `packages` would provide them. */
export const scriptWithoutFont = (
  at: At,
  script: string | undefined,
  example: string,
  characters: string,
  formats: readonly string[],
  font: string,
  packages: string,
): Diagnostic =>
  warning(
    "deck/script",
    at,
    `No font on this computer has the ${script === undefined ? "signs" : `${script} characters`} ${characters} in ${quoted(example)}: in ${formats.join(" and ")} they appear as boxes.`,
    {
      why: "These formats contain their fonts; other formats use the fonts of the reader's computer.",
      hint: `Install a font that has them, such as ${font} (Debian and Ubuntu: ${packages}), and build again; or write the text without them.`,
    },
  );

/** `found` is a part of `text` that cannot be intended, such as "undefined". */
export const textDefect = (at: At, title: string, found: string, text: string): Diagnostic =>
  error("deck/defect", at, `The slide ${quoted(title)} would read ${quoted(found)}: ${quoted(text, 120)}.`, {
    why: "The bundle does not say this: it is a defect of Foredeck, and readers would take it for your mistake.",
    hint: "Please report it, with the bundle if you may share it. Writing that value or sentence differently may avoid it.",
  });
