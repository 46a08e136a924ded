import { resolveLocale } from "../../../locales/index.ts";

/** 2 December 2026: the page is English whatever the deck is. */
export const date = (iso: string): string => resolveLocale("en-GB")?.date(iso, "long") ?? iso;
