import type { ClaimWords } from "./claims.ts";
import type { CountWords } from "./counts.ts";
import type { DateWords } from "./dates.ts";
import type { DriverWords, MoneyWords } from "./money.ts";
import type { PilotWords } from "./pilots.ts";
import type { WordsOfTime } from "./time.ts";

/** A number as prose writes it: "EUR 3.4 million", "14.9%", "two in five", "1.6 points". */
export interface Quantity {
  /** The quantity as written in the text. */
  readonly text: string;
  /** Unscaled; a share such as two in five is 40. */
  readonly value: number;
  /** Value of its last digit: 0.1 for 14.9, 100,000 for 3.4 million. A figure within half of it is the same number. */
  readonly step: number;
  /** %, pp (percentage points), an ISO 4217 code, or "" for a bare number. */
  readonly unit: string;
  /** True for two in five, half, a third: rounder than digits are. */
  readonly share: boolean;
  /** about: a rounded number; bound: at least, under, up to, which is no figure but a limit. */
  readonly hedge: "none" | "about" | "bound";
  /** True for "by 4%": a change and not a level. */
  readonly change: boolean;
  /** Words right behind it that may name what is counted: "days", "customers". */
  readonly noun: readonly string[];
}

/**
 * Facts about a language that the heuristics need. Every function is given prose without markup, and errs
 * towards silence: a finding that is wrong costs more trust than one that is missed. A rule that needs an optional
 * field is silent in a language that lacks it.
 */
export interface Language {
  /** Language subtag of BCP 47: "en". */
  readonly tag: string;
  /** Name of the language in English, for the docs. */
  readonly name: string;
  /** The sentences of a text. */
  readonly sentences: (text: string) => readonly string[];
  /** Length in words; scripts without spaces count two characters as a word. */
  readonly length: (text: string) => number;
  /** Words that carry meaning, in order and lower case. */
  readonly contentWords: (text: string) => readonly string[];
  /** Number of content words at the start of a sentence that say what it is about. */
  readonly opening: number;
  /** True where two content words are forms of one: leave, leaving; asiakas, asiakkaan. */
  readonly sameWord: (one: string, other: string) => boolean;
  /** True where a text makes a statement: it has a finite verb and is not a label. */
  readonly isSentence: (text: string) => boolean;
  /** Numbers that state a quantity; dates, times, versions and names are none. */
  readonly numbersIn: (text: string) => readonly Quantity[];
  /** Rules for reading claims about numbers; undefined where the language has none yet. */
  readonly claims?: ClaimWords;
  /** Words that narrow what a sentence speaks of to a part of the whole: customers, of "among new customers". */
  readonly narrowing: (text: string) => readonly string[];
  /** The words of a sentence that blame people or a team. */
  readonly blame: (sentence: string) => string | undefined;
  /** Acronyms and business jargon in a text, each once; `known` are terms of the glossary and names, in lower case. */
  readonly jargon: (text: string, known: ReadonlySet<string>) => readonly string[];
  /** The words with which a text opens by proposing or asking. */
  readonly proposes: (text: string) => string | undefined;
  /** The words of an objection that speak about who objects, and not about the matter. */
  readonly belittles: (objection: string) => string | undefined;
  /** Words that end or begin something in a decision: what they name is the topic, not the proposal. */
  readonly stops: (decision: string) => boolean;
  /** Words of a decision that say no more than yes: approve, programme, introduce. */
  readonly asking: ReadonlySet<string>;
  /** Rules for reading counts of things. */
  readonly counting?: CountWords;
  /** Rules for reading dates. */
  readonly dates?: DateWords;
  /** Words about what a sentence with a date says: done, ahead, waiting for another. */
  readonly time?: WordsOfTime;
  /** Words about the money that is asked for, and what it is worth. */
  readonly money?: MoneyWords;
  /** Rules for reading the drivers of an investment, and the labels of their ends. */
  readonly drivers?: DriverWords;
  /** Words about pilots. */
  readonly pilots?: PilotWords;
  /** Whole mitigations that name no act. */
  readonly wish?: RegExp;
  /** Beginnings of a mitigation that hopes for what it names. */
  readonly hopes?: RegExp;
  /** Words which concede that an effect may be none. */
  readonly uncertain?: RegExp;
  /** Words which say that no difference was found. */
  readonly noEffect?: RegExp;
  /** Signs that nobody can observe: a feeling. */
  readonly feeling?: RegExp;
  /** Words of what is to be kept as it is, and may be reached already. */
  readonly keeps?: RegExp;
  /** Words which say that something is all that is missing to a target. */
  readonly closes?: RegExp;
  /** Words of a bound: in a goal they say that it is to be kept. */
  readonly atMost?: RegExp;
  /** Words of somebody who has no concern. */
  readonly unconcerned?: RegExp;
}

/** Fields that a language may lack. */
export type OptionalWords = {
  [Key in keyof Language]-?: undefined extends Language[Key] ? Key : never;
}[keyof Language];
