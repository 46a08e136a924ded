import type { LOCALE_TAGS } from "../base/locale-tags.ts";
import { deDE } from "./de.ts";
import { enGB, enUS } from "./en.ts";
import { fiFI } from "./fi.ts";
import { frFR } from "./fr.ts";

import { jaJP } from "./ja.ts";
import type { Locale, LocaleWords } from "./locale.ts";
import { speak } from "./speak.ts";
import { svSE } from "./sv.ts";

export type { Locale, LocaleWords, NumberStyle, ValueStyle } from "./locale.ts";

/** Every locale by its tag. The first of a language serves its other regions: en-IE is written as en-GB. */
export const LOCALES: Readonly<Record<string, LocaleWords>> = {
  "en-GB": enGB,
  "en-US": enUS,
  "fi-FI": fiFI,
  "ja-JP": jaJP,
  "de-DE": deDE,
  "sv-SE": svSE,
  "fr-FR": frFR,
} satisfies Record<(typeof LOCALE_TAGS)[number], LocaleWords>;

export const DEFAULT_LOCALE = "en-GB";

/** The locale of a BCP 47 tag, else the first one of its language; undefined for a language that there is none for. */
export function resolveLocale(tag: string): Locale | undefined {
  const [language, ...rest] = tag.replaceAll("_", "-").toLowerCase().split("-");
  const wanted = [language, ...rest].join("-");
  const all = Object.values(LOCALES);
  const words =
    all.find((each) => each.tag.toLowerCase() === wanted) ??
    all.find((each) => each.tag.toLowerCase().split("-")[0] === language);
  return words === undefined ? undefined : speak(words);
}

/**
 * The locale of a bundle that was read; the default where it names none.
 * @throws Error for a language that reading should have refused.
 */
export function localeOf(tag = DEFAULT_LOCALE): Locale {
  const locale = resolveLocale(tag);
  if (locale === undefined) throw new Error(`locale ${tag} passed reading`);
  return locale;
}
