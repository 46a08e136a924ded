import type { Language } from "../languages/index.ts";
import type { Category, Ranking, Subjects, Track } from "./subjects.ts";

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

/** The content words of a text with their places. */
export function placedWords(
  text: string,
  language: Language,
): readonly { readonly word: string; readonly index: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)].flatMap(({ 0: found, index }) =>
    language.contentWords(found).map((word) => ({ word, index })),
  );
}

/** Returns the share of a name's words that a text has, 0 to 1, and the index of the first; -1 for none. */
export function mention(
  words: readonly string[],
  text: string,
  language: Language,
): { readonly part: number; readonly index: number } {
  if (words.length === 0) return { part: 0, index: -1 };
  const said = placedWords(text, language);
  const places = words.map((word) => said.find((each) => language.sameWord(each.word, word))?.index);
  const found = places.filter((place) => place !== undefined);
  return { part: found.length / words.length, index: found.length === 0 ? -1 : Math.min(...found) };
}

/** Names are rarely said in full: half of their words will do, where nothing else is named as well. */
const ENOUGH = 0.5;

/** The track that a clause speaks of; undefined where it could be several, or none. */
export function trackOf(
  clause: string,
  cited: ReadonlySet<string>,
  context: Context,
): Bound<Track> | undefined {
  const { subjects, evidence, own, language } = context;
  const all = subjects.tracks
    .map((track) => ({ track, ...mention(track.words, clause, language) }))
    .filter(({ part }) => part >= ENOUGH)
    .sort((a, b) => b.part - a.part || Number(evidence.has(b.track.id)) - Number(evidence.has(a.track.id)));
  // A chart's own sentence is about what it draws, and a reason mostly about its evidence.
  const near = all.filter(({ track }) => evidence.has(track.id));
  const [best, next] = own || near.length > 0 ? near : all;
  const tied =
    best !== undefined &&
    next !== undefined &&
    best.part === next.part &&
    best.track.words.length === next.track.words.length &&
    evidence.has(best.track.id) === evidence.has(next.track.id);
  if (best !== undefined && !tied) return { to: best.track, bond: "named" };
  const only = (tracks: readonly Track[]): Track | undefined => (tracks.length === 1 ? tracks[0] : undefined);
  const byFigure = only(subjects.tracks.filter(({ id }) => cited.has(id)));
  if (byFigure !== undefined) return { to: byFigure, bond: "named" };
  if (cited.size > 0 || tied) return undefined;
  const local = only(subjects.tracks.filter(({ id }) => evidence.has(id)));
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
      const { part, index } = mention(category.words, text, language);
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
  { text, cited }: { readonly text: string; readonly cited: ReadonlySet<string> },
  context: Context,
): Bound<Track> | undefined {
  const { tracks } = context.subjects;
  const said = (part: string): Context => ({
    ...context,
    subjects: {
      rankings: [],
      tracks: tracks.filter(({ words }) => mention(words, part, context.language).part >= ENOUGH),
    },
  });
  for (const part of parts) {
    const found = trackOf(part, new Set(), said(part));
    if (found?.bond === "named")
      return context.headline || covers(found.to, part, context) ? found : undefined;
  }
  const found = trackOf(text, cited, context);
  if (found === undefined) return undefined;
  const { words, kin } = found.to;
  const subject = placedWords(parts[0] ?? "", context.language);
  const fits =
    subject.length === 0 ||
    subject.some(({ word }) => [...words, ...kin].some((each) => same(each, word, context.language)));
  if (fits && (context.headline || covers(found.to, parts[0] ?? "", context))) return found;
  return context.headline ? { ...found, bond: "evidence" } : undefined;
}

/** True where most of what a subject says is of the track: visits of "the trial branches" are not all visits. */
function covers({ words, kin }: Track, subject: string, { language }: Context): boolean {
  const said = placedWords(subject, language);
  const own = said.filter(({ word }) => [...words, ...kin].some((each) => same(each, word, language)));
  return said.length < 2 || 2 * own.length > said.length;
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
