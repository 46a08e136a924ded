import { type Facts, judge, sayable, sums } from "./facts/known.ts";
import { LANGUAGES, type Language } from "./languages/index.ts";
import { weaknessOf } from "./objections-strong.ts";
import { echoes } from "./tone-their-words.ts";
import { solutionIn } from "./why-first.ts";

/** A labelled case of a corpus; which fields it has depends on the rule. */
export interface LabelledCase {
  readonly text?: string;
  readonly decision?: string;
  readonly objection?: string;
  readonly answer?: string;
  readonly why?: string;
  readonly quotes?: readonly string[];
  readonly glossary?: readonly string[];
  readonly figures?: string;
  /** Verdict of a careful colleague: that it is weak, and for figures how weak. */
  readonly found: boolean | "error" | "warning";
  /** Written after the rule, to judge it. */
  readonly heldOut?: boolean;
}

interface Given {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly target?: number;
  /** True for the parts of one whole. */
  readonly parts?: true;
}

/** The labelled cases of a rule in a language: test/rules/corpus/<rule>.<language>.json. */
export interface Corpus {
  readonly rule: string;
  readonly language: string;
  readonly figures?: Readonly<Record<string, readonly Given[]>>;
  readonly cases: readonly LabelledCase[];
}

const facts = (given: readonly Given[]): Facts => ({
  measures: given.map(({ name, unit, values, target }) => ({
    name,
    unit,
    known: sayable(values, unit, target),
  })),
  others: given.flatMap(({ values, unit, parts }) => (parts ? sums(values, unit) : [])),
});

/** Verdict of each rule on a case. */
const JUDGES: Readonly<
  Record<string, (language: Language, each: LabelledCase, corpus: Corpus) => LabelledCase["found"]>
> = {
  "titles/sentence": (language, { text = "" }) => !language.isSentence(text),
  "tone/blame": (language, { text = "" }) => language.blame(text) !== undefined,
  "tone/jargon": (language, { text = "", glossary = [] }) =>
    language.jargon(text, new Set(glossary.map((term) => term.toLowerCase()))).length > 0,
  "why/first": (language, { text = "", decision }) =>
    solutionIn(language, text, decision === undefined ? [] : [decision]) !== undefined,
  "objections/strong": (language, { objection = "", answer = "", decision = "" }) =>
    weaknessOf(language, objection, answer, decision) !== undefined,
  "tone/their-words": (language, { why = "", quotes = [] }) => !echoes(language, why, quotes),
  "figures/literal": (language, { text = "", figures = "" }, corpus) => {
    const given = facts(corpus.figures?.[figures] ?? []);
    const kinds = language.numbersIn(text).map((quantity) => judge(language, text, quantity, given).kind);
    return kinds.includes("contradicts") ? "error" : kinds.includes("unknown") ? "warning" : false;
  },
};

export interface Measured {
  readonly rule: string;
  /** English name of the language. */
  readonly language: string;
  readonly all: Score;
  readonly heldOut: Score;
}

export interface Score {
  readonly cases: number;
  /** Precision: the share of the rule's findings that a careful colleague shares. */
  readonly precision: number;
  /** Recall: the share of the colleague's findings that the rule found. */
  readonly recall: number;
  /** Cases that the rule sees otherwise than the colleague. */
  readonly wrong: readonly LabelledCase[];
}

/** Measures a heuristic on its corpus: on all of it, and on the cases that were held out. */
export function measure(corpus: Corpus): Measured {
  const language = LANGUAGES.find(({ tag }) => tag === corpus.language);
  if (language === undefined) throw new Error(`no heuristics for ${corpus.language}`);
  const heldOut = corpus.cases.filter((each) => each.heldOut === true);
  return {
    rule: corpus.rule,
    language: language.name,
    all: score(language, corpus, corpus.cases),
    heldOut: score(language, corpus, heldOut),
  };
}

function score(language: Language, corpus: Corpus, cases: readonly LabelledCase[]): Score {
  const judge = JUDGES[corpus.rule];
  if (judge === undefined) throw new Error(`no labelled cases can be judged for ${corpus.rule}`);
  const said = cases.map((each) => ({ each, found: judge(language, each, corpus) }));
  const spoke = said.filter(({ found }) => found !== false);
  const right = spoke.filter(({ each, found }) => each.found === found).length;
  const weak = cases.filter(({ found }) => found !== false).length;
  return {
    cases: cases.length,
    precision: spoke.length === 0 ? 0 : right / spoke.length,
    recall: weak === 0 ? 0 : right / weak,
    wrong: said.filter(({ each, found }) => each.found !== found).map(({ each }) => each),
  };
}
