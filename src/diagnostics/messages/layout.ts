import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, error, quoted, warning } from "../make.ts";

/** What does not fit on a slide. Under --lenient these are warnings, and the text is placed all the same. */

/** `lines` of body text, its longest text and, where text is what is too much, the characters to cut so that it fits. */
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
    `The slide ${quoted(title)} is too full by ${count(lines, "line")}${characters === undefined || longest === "" ? "" : `; its longest text, ${quoted(longest)}, has ${count(longest.length, "character")}`}.`,
    {
      why: "Smaller spaces, the smallest type and a continuation slide were tried; the rest would run off the slide.",
      hint:
        characters === undefined
          ? "Take an exhibit or a part of this slide out; shorter text alone does not make room."
          : `Cut about ${count(characters, "character")}, or spread the text over more items so that it can continue on a second slide.`,
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
      why: "Titles read alone, in order, are the story; a third line is not read.",
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
    `The words below the title, ${quoted(subtitle)}, take more than ${count(allowed, "line")}: they have ${count(subtitle.length, "character")}, and about ${subtitle.length - characters} fit.`,
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

/** `example` is one of the texts with characters that no font has; `font` and `packages` are what to install. */
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
    `No font of this computer has the ${script === undefined ? "signs" : `${script} characters`} ${characters} of ${quoted(example)}: in ${formats.join(" and ")} they are boxes.`,
    {
      why: "Fonts of other outputs are those of the reader; these carry or draw their own.",
      hint: `Install a font that has them, such as ${font} (Debian and Ubuntu: ${packages}), and build again; or set them in other words.`,
    },
  );

/** `found` is what stands in `text` and cannot be meant. */
export const textDefect = (at: At, title: string, found: string, text: string): Diagnostic =>
  error("deck/defect", at, `The slide ${quoted(title)} would read ${quoted(found)}: ${quoted(text, 120)}.`, {
    why: "The bundle does not say so: it is a defect of Foredeck, and a reader would take it for yours.",
    hint: "Please report it, with the bundle if you may share it. Writing the value or sentence that is meant differently may avoid it.",
  });
