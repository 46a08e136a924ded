/**
 * BCP 47 tags of the languages that decks are written in, for the texts that list them; `LOCALES` has the words of each, and
 * the compiler asks for those that are missing there.
 */
export const LOCALE_TAGS = [
  "en-GB", // when a bundle names none
  "en-US",
  "fi-FI",
  "ja-JP",
  "de-DE",
  "sv-SE",
  "fr-FR",
] as const;
