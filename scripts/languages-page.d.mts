import type { Locale } from "../src/locales/index.ts";
import type { Rule } from "../src/rules/index.ts";
import type { Language } from "../src/rules/languages/index.ts";

/** docs/languages.md. */
export function languagesPage(
  tags: readonly string[],
  resolveLocale: (tag: string) => Locale | undefined,
  languages: readonly Language[],
  rules: readonly Rule[],
): string;
