import type { Rich } from "../../model/text.ts";
import type { APPENDIX_PHRASES } from "./appendix.ts";
import type { CHANGE_PHRASES } from "./changes.ts";
import type { CHART_PHRASES } from "./charts.ts";
import type { DECIDED_PHRASES } from "./decided.ts";
import type { FIGURE_PHRASES } from "./figures.ts";
import type { MAIL_PHRASES } from "./mail.ts";
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
export type ChangePhrases = Translated<typeof CHANGE_PHRASES>;
export type ChartPhrases = Translated<typeof CHART_PHRASES>;
export type DecidedPhrases = Translated<typeof DECIDED_PHRASES>;
export type FigurePhrases = Translated<typeof FIGURE_PHRASES>;
export type MailPhrases = Translated<typeof MAIL_PHRASES>;

/** Every phrase by its name: a Handlebars template. */
export type Phrases = SharedPhrases &
  SlidePhrases &
  AppendixPhrases &
  ChangePhrases &
  ChartPhrases &
  DecidedPhrases &
  FigurePhrases &
  MailPhrases;

type English = typeof SHARED_PHRASES &
  typeof SLIDE_PHRASES &
  typeof APPENDIX_PHRASES &
  typeof CHANGE_PHRASES &
  typeof CHART_PHRASES &
  typeof DECIDED_PHRASES &
  typeof FIGURE_PHRASES &
  typeof MAIL_PHRASES;

export type PhraseName = keyof English;

/** A value that a phrase is filled with. */
export type PhraseValue = string | number | boolean | Rich | readonly string[];

/** Values of a phrase by name, where nothing is known of the phrase. */
export type PhraseValues = Readonly<Record<string, PhraseValue | undefined>>;

/** Names of helpers in templates (`createPhrasebook` has them); every other word in braces is a value. */
type HelperName = "cardinal" | "capital" | "list" | "plural" | "unstopped" | "head";

/** An expression without the texts in quotes: "plural n one='goal' other='goals'" is "plural n one= other=". */
type Unquoted<Text extends string> = Text extends `${infer Before}'${string}'${infer After}`
  ? Unquoted<`${Before}${After}`>
  : Text;

/** Names of the values in an expression: "capital (cardinal n)" has n. */
type ValuesOf<Text extends string> = Text extends `${infer First} ${infer Rest}`
  ? ValuesOf<First> | ValuesOf<Rest>
  : Text extends `(${infer Inner}`
    ? ValuesOf<Inner>
    : Text extends `${infer Inner})`
      ? ValuesOf<Inner>
      : Text extends HelperName | "" | `${string}=`
        ? never
        : Text;

/**
 * Values of a template by whether it can do without them: `required` are those outside of every `if`. `Depth` has an
 * element for each `if` that is open, `Conditions` are the values that one of them asked for.
 */
type ReadTemplate<
  Text extends string,
  Required extends string = never,
  Optional extends string = never,
  Depth extends readonly unknown[] = [],
> = Text extends `${string}{{${infer Expression}}}${infer Rest}`
  ? Expression extends `#if ${infer Condition}`
    ? ReadTemplate<Rest, Required, Optional | ValuesOf<Unquoted<Condition>>, [...Depth, unknown]>
    : Expression extends "/if"
      ? ReadTemplate<Rest, Required, Optional, Depth extends readonly [unknown, ...infer Outer] ? Outer : []>
      : Expression extends "else"
        ? ReadTemplate<Rest, Required, Optional, Depth>
        : Depth extends readonly []
          ? ReadTemplate<Rest, Required | ValuesOf<Unquoted<Expression>>, Optional, Depth>
          : ReadTemplate<Rest, Required, Optional | ValuesOf<Unquoted<Expression>>, Depth>
  : { readonly required: Required; readonly optional: Exclude<Optional, Required> };

type DataOf<Values> = Values extends { readonly required: infer Required; readonly optional: infer Optional }
  ? { readonly [Name in Required & string]: PhraseValue | undefined } & {
      readonly [Name in Optional & string]?: PhraseValue | undefined;
    }
  : never;

type UnionToIntersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The data of a phrase: a value that is named may be undefined, which is no text. Of several phrases, the data that fills each. */
export type PhraseData<Name extends PhraseName> = UnionToIntersection<
  Name extends unknown ? DataOf<ReadTemplate<English[Name]>> : never
>;

/** Arguments of a function that fills a phrase: its data may be left out where the phrase needs none. */
export type PhraseArguments<Name extends PhraseName> =
  Partial<PhraseData<Name>> extends PhraseData<Name>
    ? [phrase: Name, data?: PhraseData<Name>]
    : [phrase: Name, data: PhraseData<Name>];

/** Names of the phrases that can be said without data. */
export type PlainPhraseName = {
  [Name in PhraseName]: Partial<PhraseData<Name>> extends PhraseData<Name> ? Name : never;
}[PhraseName];

/** Fills a phrase of the locale; an unknown phrase, a value that it lacks and one that it does not ask for are errors of types. */
export type FillPhrase<Text> = <Name extends PhraseName>(...filled: PhraseArguments<Name>) => Text;
