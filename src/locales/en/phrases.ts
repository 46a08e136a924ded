import type { APPENDIX_PHRASES } from "./appendix.ts";
import type { CHART_PHRASES } from "./charts.ts";
import type { FIGURE_PHRASES } from "./figures.ts";
import type { SHARED_PHRASES } from "./shared.ts";
import type { SLIDE_PHRASES } from "./slides.ts";

/**
 * The tables of phrases that a locale has: those of English, with its own words. One that is missing, and one that
 * English does not have, is an error of types.
 */
type Translated<Table> = { readonly [Name in keyof Table]: string };

export type SharedPhrases = Translated<typeof SHARED_PHRASES>;
export type SlidePhrases = Translated<typeof SLIDE_PHRASES>;
export type AppendixPhrases = Translated<typeof APPENDIX_PHRASES>;
export type ChartPhrases = Translated<typeof CHART_PHRASES>;
export type FigurePhrases = Translated<typeof FIGURE_PHRASES>;

/** Every phrase by its name: a Handlebars template. */
export type Phrases = SharedPhrases & SlidePhrases & AppendixPhrases & ChartPhrases & FigurePhrases;
