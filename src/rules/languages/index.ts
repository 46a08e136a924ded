import { DEFAULT_LOCALE } from "../../locales/index.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { fi } from "./fi/index.ts";
import { ja } from "./ja/index.ts";
import type { Language } from "./reading/language.ts";

export type { Language, OptionalWords, Quantity } from "./reading/language.ts";

/** Every language that has heuristics. To add one: a folder, and a line here. */
export const LANGUAGES: readonly Language[] = [en, fi, ja, de];

/** The language of a bundle by its locale, whether or not decks can be written in it; undefined for one without heuristics. */
export function languageOf(bundle: Bundle): Language | undefined {
  const [tag] = (bundle.locale ?? DEFAULT_LOCALE).replaceAll("_", "-").toLowerCase().split("-");
  return LANGUAGES.find((language) => language.tag === tag);
}

/** True where a text matches the pattern of any language, for words that are understood whatever the locale of the bundle is. */
export const inAnyLanguage = (text: string, pattern: (language: Language) => RegExp | undefined): boolean =>
  LANGUAGES.some((language) => pattern(language)?.test(text) ?? false);
