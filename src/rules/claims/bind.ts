import type { Language } from "../languages/index.ts";
import type { Category, Ranking, Subjects, Track } from "./subjects.ts";

/** A clause with its figures blanked out, so that no word of them is read. */
export interface Clause {
  readonly text: string;
  /** Ids of the metrics and charts whose figures it cites. */
  readonly cited: ReadonlySet<string>;
}

/** Strength of a reference: the clause names its subject or is its own; or only the evidence implies it. */
export type Bond = "named" | "evidence";

export interface Bound<T> {
  readonly to: T;
  readonly bond: Bond;
}

/** The part of a bundle whose numbers a sentence rests on, and the figures that the sentence cites. */
export interface Context {
  readonly subjects: Subjects;
  /** Ids that the part names as its evidence, or the chart's own. */
  readonly evidence: ReadonlySet<string>;
  /** True where the sentence is a chart's own. */
  readonly own: boolean;
  /** True for the sentence that sums its part up, which rests on the evidence whatever words it finds for it. */
  readonly headline: boolean;
  readonly language: Language;
}

/** A content word of a text, and where it begins. */
interface PlacedWord {
  readonly word: string;
  readonly index: number;
}

/** The content words of a text with their places. */
const placedWords = (text: string, language: Language): readonly PlacedWord[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)].flatMap(({ 0: found, index }) =>
    language.contentWords(found).map((word) => ({ word, index })),
  );

/** Returns the share of a name's words that are among those said, 0 to 1, and the index of the first; -1 for none. */
function mention(
  words: readonly string[],
  said: readonly PlacedWord[],
  language: Language,
): { readonly part: number; readonly index: number } {
  if (words.length === 0) return { part: 0, index: -1 };
  const places = words.map((word) => said.find((each) => language.sameWord(each.word, word))?.index);
  const found = places.filter((place) => place !== undefined);
  return { part: found.length / words.length, index: found.length === 0 ? -1 : Math.min(...found) };
}

/** Share of the words of a track's name that a text has, 0 to 1. */
export const nameIn = ({ words }: Track, text: string, language: Language): number =>
  mention(words, placedWords(text, language), language).part;

/** Names are rarely said in full: half of their words will do, where nothing else is named as well. */
const ENOUGH = 0.5;

/** The track that a text names; "several" where it could be any of them, undefined where it names none. */
export function trackNamed(
  text: string,
  { subjects, evidence, own, language }: Context,
): Track | "several" | undefined {
  const said = placedWords(text, language);
  const all = subjects.tracks
    .map((track) => ({ track, ...mention(track.words, said, language) }))
    .filter(({ part }) => part >= ENOUGH)
    .sort((a, b) => b.part - a.part || Number(evidence.has(b.track.id)) - Number(evidence.has(a.track.id)));
  // A chart's own sentence is about what it draws, and a reason mostly about its evidence.
  const near = all.filter(({ track }) => evidence.has(track.id));
  const [best, next] = own || near.length > 0 ? near : all;
  if (best === undefined) return undefined;
  const tied =
    next !== undefined &&
    best.part === next.part &&
    best.track.words.length === next.track.words.length &&
    evidence.has(best.track.id) === evidence.has(next.track.id);
  return tied ? "several" : best.track;
}

/** The track that a clause speaks of: which it names, else cites, else has as its only evidence; undefined where it is none of them. */
export function trackOf({ text, cited }: Clause, context: Context): Bound<Track> | undefined {
  const { subjects, evidence, own } = context;
  const named = trackNamed(text, context);
  if (named !== undefined && named !== "several") return { to: named, bond: "named" };
  const only = (ids: ReadonlySet<string>): Track | undefined => {
    const [one, ...others] = subjects.tracks.filter(({ id }) => ids.has(id));
    return others.length === 0 ? one : undefined;
  };
  const byFigure = only(cited);
  if (byFigure !== undefined) return { to: byFigure, bond: "named" };
  if (cited.size > 0 || named === "several") return undefined;
  const local = only(evidence);
  return local === undefined ? undefined : { to: local, bond: own ? "named" : "evidence" };
}

/**
 * The categories that a text names, in its order, of one ranking. Beside its own chart a category is also named by a word
 * that no other category has: lorries are "Waiting for lorries".
 */
export function categoriesIn(
  text: string,
  ranking: Ranking,
  { language, evidence }: Pick<Context, "language" | "evidence">,
): readonly { readonly category: Category; readonly index: number }[] {
  const lower = text.toLowerCase();
  const near = evidence.has(ranking.id);
  const said = placedWords(text, language);
  return ranking.categories
    .map((category) => {
      const literal = lower.indexOf(category.label.toLowerCase());
      if (literal >= 0) return { category, index: literal };
      const { part, index } = mention(category.words, said, language);
      if (part === 1) return { category, index };
      if (!near || part === 0) return { category, index: -1 };
      const own = category.words.filter((word) =>
        ranking.categories.every(
          (other) => other === category || !other.words.some((each) => language.sameWord(each, word)),
        ),
      );
      const place = said.find(({ word }) => own.some((each) => language.sameWord(each, word)));
      return { category, index: place?.index ?? -1 };
    })
    .filter(({ index }) => index >= 0)
    .toSorted((a, b) => a.index - b.index);
}

/** The track of a part of a clause and, where that names none, of the whole: what stands before a predicate is its subject. */
export function subjectOf(
  parts: readonly string[],
  clause: Clause,
  context: Context,
): Bound<Track> | undefined {
  for (const part of parts) {
    const named = trackNamed(part, context);
    if (named !== undefined && named !== "several")
      return context.headline || covers(named, part, context) ? { to: named, bond: "named" } : undefined;
  }
  const found = trackOf(clause, context);
  if (found === undefined) return undefined;
  const [subject = ""] = parts;
  if (fits(found.to, subject, context) && (context.headline || covers(found.to, subject, context)))
    return found;
  return context.headline ? { ...found, bond: "evidence" } : undefined;
}

/** The words of a subject that go with a track, and all its words. */
function shared(
  { words, kin }: Track,
  subject: string,
  { language }: Context,
): readonly [own: number, all: number] {
  const said = placedWords(subject, language);
  const own = said.filter(({ word }) => [...words, ...kin].some((each) => same(each, word, language)));
  return [own.length, said.length];
}

/** True where a subject has a word of the track, or none that could be of another. */
function fits(track: Track, subject: string, context: Context): boolean {
  const [own, all] = shared(track, subject, context);
  return all === 0 || own > 0;
}

/** True where most of what a subject says is of the track: visits of "the trial branches" are not all visits. */
function covers(track: Track, subject: string, context: Context): boolean {
  const [own, all] = shared(track, subject, context);
  return all < 2 || 2 * own > all;
}

/** Mis-picks are mispicks. */
const same = (one: string, other: string, language: Language): boolean =>
  language.sameWord(one, other) || one.replaceAll("-", "") === other.replaceAll("-", "");

/**
 * The ranking that a clause speaks of: of its evidence, or else one of which it names two categories, or one by several
 * words; a single word such as "cars" may mean anything.
 */
export function rankingOf(clause: string, context: Context, least = 1): Ranking | undefined {
  const scored = context.subjects.rankings
    .map((ranking) => {
      const found = categoriesIn(clause, ranking, context);
      const clear = found.length > 1 || found.some(({ category }) => category.words.length > 1);
      return { ranking, count: found.length, clear };
    })
    .filter(({ count }) => count >= least);
  const local = scored.filter(({ ranking }) => context.evidence.has(ranking.id));
  const among = local.length > 0 ? local : scored.filter(({ clear }) => clear);
  const most = Math.max(...among.map(({ count }) => count));
  const best = among.filter(({ count }) => count === most);
  return best.length === 1 ? best[0]?.ranking : undefined;
}
