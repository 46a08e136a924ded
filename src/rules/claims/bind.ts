import type { Language } from "../languages/index.ts";
import { type Category, keyed, type Named, type Subjects, type Table, type Track } from "./subjects.ts";

/** A clause with its figures blanked out, so that no word of them is read. */
export interface Clause {
  readonly text: string;
  /** Ids of the metrics and charts whose figures it cites. */
  readonly cited: ReadonlySet<string>;
  /** Words before it in its sentence: a clause without a subject has that of the clause before. */
  readonly prior?: string;
  /** The clause behind it. */
  readonly next?: string;
  /** The clause before, of its own sentence or of the one that it goes on from. */
  readonly before?: string;
  /** Subject of the clause or sentence before, which one without a subject of its own carries on. */
  readonly carried?: Track;
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
  /** True for the sentence that mostly says what is planned: it leads from where things are to where they shall be. */
  readonly planned: boolean;
  readonly language: Language;
}

/** A content word of a text, and where it begins. */
interface PlacedWord {
  readonly word: string;
  readonly index: number;
}

/** Findings in the texts of one reading, by the part that they were looked for in: a clause is asked many times. */
const known = new WeakMap<object, Map<string, unknown>>();

/** A finding of one kind in a text, which is looked for once. */
function once<T>(of: object, kind: string, text: string, find: () => T): T {
  const found = known.get(of) ?? new Map<string, unknown>();
  known.set(of, found);
  const key = `${kind} ${text}`;
  if (!found.has(key)) found.set(key, find());
  return found.get(key) as T;
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
  const said = once(subjects, "words", text, () => placedWords(text, language));
  // The name of a category is any word, so that elsewhere it has to be said in full; a metric's name is its own.
  const knows = ({ id, expression }: Track): boolean => expression === id || evidence.has(id);
  const all = subjects.tracks
    .map((track) => ({ track, ...mention(track.words, said, language) }))
    // "Day" and "Other" have no word with a meaning, and are said as they stand.
    .map((found) =>
      found.track.words.length === 0 && isLabelIn(found.track, text) ? { ...found, part: 1 } : found,
    )
    .filter(({ track, part }) => part >= ENOUGH && (knows(track) || (part === 1 && track.words.length > 1)))
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

const isLabelIn = ({ label }: Track, text: string): boolean =>
  label !== undefined && wholeWord(text.toLowerCase(), label.toLowerCase()) >= 0;

/** The track that a clause speaks of: which it names, else cites, else has as its only evidence; undefined where it is none of them. */
export function trackOf({ text, cited }: Clause, context: Context): Bound<Track> | undefined {
  const { subjects, evidence, own } = context;
  const only = (ids: ReadonlySet<string>): Track | undefined => {
    const [one, ...others] = subjects.tracks.filter(({ id }) => ids.has(id));
    return others.length === 0 ? one : undefined;
  };
  const named = trackNamed(text, context);
  // A figure says what it is of more surely than a part of a name does.
  const byFigure = only(cited);
  if (byFigure !== undefined) return { to: byFigure, bond: "named" };
  if (named !== undefined && named !== "several") return { to: named, bond: "named" };
  if (cited.size > 0 || named === "several") return undefined;
  const local = only(evidence);
  return local === undefined ? undefined : { to: local, bond: own ? "named" : "evidence" };
}

/** Something that a text names, and where. */
export interface Mentioned<T> {
  readonly to: T;
  readonly index: number;
}

/**
 * Returns those of some names that a text says, in its order. Beside their own chart (`near`) a name is also said by a word that no
 * other of them has: lorries are "Waiting for lorries".
 */
function mentioned<T extends Named>(
  text: string,
  names: readonly T[],
  near: boolean,
  language: Language,
): readonly Mentioned<T>[] {
  const lower = text.toLowerCase();
  const said = placedWords(text, language);
  return names
    .map((to) => {
      const literal = wholeWord(lower, to.label.toLowerCase());
      if (literal >= 0) return { to, index: literal };
      const { part, index } = mention(to.words, said, language);
      if (part === 1 && to.words.length > 0) return { to, index };
      if (!near || part === 0) return { to, index: -1 };
      const own = to.words.filter((word) =>
        names.every((other) => other === to || !other.words.some((each) => language.sameWord(each, word))),
      );
      const place = said.find(({ word }) => own.some((each) => language.sameWord(each, word)));
      return { to, index: place?.index ?? -1 };
    })
    .filter(({ index }) => index >= 0)
    .toSorted((a, b) => a.index - b.index);
}

/** Index of a name that stands as whole words in a text; -1 where it does not. */
function wholeWord(text: string, name: string): number {
  const index = text.indexOf(name);
  const letter = /[\p{L}\p{N}]/u;
  const cut = (at: number): boolean => letter.test(text.charAt(at));
  return index < 0 || cut(index - 1) || (name.length < 3 && cut(index + name.length)) ? -1 : index;
}

/** The categories of a table that a text names, in its order. */
export const rowsIn = (
  text: string,
  table: Table,
  { language, evidence }: Pick<Context, "language" | "evidence">,
): readonly Mentioned<Category>[] => {
  const near = evidence.has(table.id);
  return once(table, `rows ${near}`, text, () => mentioned(text, table.rows, near, language));
};

/**
 * The series of a table that a text names, in its order. "With guide" and "Without guide" are told apart by the words that
 * only one of them has, which may be of any kind.
 */
export function seriesIn(
  text: string,
  table: Table,
  { language, evidence }: Pick<Context, "language" | "evidence">,
): readonly Mentioned<Named>[] {
  const near = evidence.has(table.id);
  return once(table, `series ${near}`, text, () => seriesSaid(text, table.series, near, language));
}

function seriesSaid(
  text: string,
  series: readonly Named[],
  near: boolean,
  language: Language,
): readonly Mentioned<Named>[] {
  const tokens = (label: string): readonly string[] => label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const alike = series.every((one) => series.every((other) => sameWords(one.words, other.words, language)));
  const within = tokens(text);
  return mentioned(text, series, near, language).filter(({ to }) => {
    const others = series.filter((other) => other !== to);
    const own = tokens(to.label).filter(
      (token) => !others.some(({ label }) => tokens(label).includes(token)),
    );
    const theirs = others.flatMap(({ label }) =>
      tokens(label).filter((token) => !tokens(to.label).includes(token)),
    );
    const covered = others.some(({ words }) => to.words.every((word) => words.some((each) => each === word)));
    if (alike) return own.some((token) => within.includes(token));
    return !covered || !theirs.some((token) => within.includes(token));
  });
}

const sameWords = (one: readonly string[], other: readonly string[], language: Language): boolean =>
  one.length === other.length && one.every((word) => other.some((each) => language.sameWord(word, each)));

/** The value of a row in one series; of a table with one series alone, of the row. */
export const cell = (row: Category, series?: Named): string =>
  series === undefined ? row.expression : keyed(row.expression, series.label);

/** The track of a part of a clause and, where that names none, of the whole: what stands before a predicate is its subject. */
export function subjectOf(
  parts: readonly string[],
  clause: Clause,
  context: Context,
): Bound<Track> | undefined {
  for (const part of clause.cited.size > 0 ? [] : parts) {
    const named = trackNamed(part, context);
    if (named !== undefined && named !== "several")
      return context.headline || context.planned || covers(named, part, context)
        ? { to: named, bond: "named" }
        : undefined;
  }
  const [subject = ""] = parts;
  if (clause.carried !== undefined && clause.cited.size === 0 && goesOn(clause.text, subject, context))
    return { to: clause.carried, bond: "named" };
  const found = trackOf(clause, context);
  if (found === undefined) return undefined;
  if (fits(found.to, subject, context) && (context.headline || covers(found.to, subject, context)))
    return found;
  return context.headline ? { ...found, bond: "evidence" } : undefined;
}

/** True for a clause that names nothing of the data, and whose subject has no word with a meaning: they, it, none. */
const goesOn = (text: string, subject: string, context: Context): boolean =>
  trackNamed(text, context) === undefined && bare(subject, context).length === 0;

/** The subject that the clause behind this one may carry on: the only track that it names, or the one that it carries on itself. */
export function subjectSaid(clause: Clause, context: Context): Track | undefined {
  const cited = context.subjects.tracks.filter(({ id }) => clause.cited.has(id));
  if (cited.length > 0) return cited.length === 1 ? cited[0] : undefined;
  const named = trackNamed(clause.text, context);
  if (named === "several") return undefined;
  if (named !== undefined) return opensWith(named, clause.text, context) ? named : undefined;
  const { claims } = context.language;
  const [verb] = claims?.moves(clause.text) ?? [];
  return bare(clause.text.slice(0, verb?.index), context).length === 0 ? clause.carried : undefined;
}

/** True where the first word with a meaning is of a track, which is then what the clause is about. */
function opensWith({ words, kin }: Track, text: string, context: Context): boolean {
  const [first] = bare(text, context);
  return first !== undefined && [...words, ...kin].some((each) => same(each, first.word, context.language));
}

/** The words with a meaning of a subject, without those of measuring and of times. */
const bare = (subject: string, { language, subjects }: Context): readonly PlacedWord[] =>
  once(subjects, "words", subject, () => placedWords(subject, language)).filter(
    ({ word }) => language.claims?.neutral(word) !== true,
  );

/** True for words that name something. */
export const saysSomething = (text: string, context: Context): boolean => bare(text, context).length > 0;

/** The words of a subject that go with a track, and all its words. */
function shared(
  { words, kin }: Track,
  subject: string,
  context: Context,
): readonly [own: number, all: number] {
  const said = bare(subject, context);
  const own = said.filter(({ word }) =>
    [...words, ...kin].some((each) => same(each, word, context.language)),
  );
  return [own.length, said.length];
}

/** True where a subject has a word of the track, or none that could be of another. */
function fits(track: Track, subject: string, context: Context): boolean {
  const [own, all] = shared(track, subject, context);
  return all === 0 || own > 0;
}

/** True where most of what a subject says is of the track: visits of "the trial branches" are not all visits. */
export function covers(track: Track, subject: string, context: Context): boolean {
  const [own, all] = shared(track, subject, context);
  return all < 2 || 2 * own > all;
}

/** Mis-picks are mispicks, and aika may be odotusaika. */
const same = (one: string, other: string, language: Language): boolean =>
  language.sameWord(one, other) ||
  one.replaceAll("-", "") === other.replaceAll("-", "") ||
  language.claims?.head?.(one, other) === true;

/**
 * The table that a clause speaks of: of its evidence, or else one of which it names two categories, or one by several
 * words; a single word such as "cars" may mean anything.
 */
export function tableOf(clause: string, context: Context, least = 1): Table | undefined {
  const scored = context.subjects.tables
    .map((table) => {
      const found = rowsIn(clause, table, context);
      const clear = found.length > 1 || found.some(({ to }) => to.words.length > 1);
      const near = context.evidence.has(table.id);
      // Years are no names: many a table has them.
      const rows = table.times === "rows" && !near ? 0 : found.length;
      const series = table.times === "series" && !near ? 0 : seriesIn(clause, table, context).length;
      return { table, count: rows + series, clear: clear && rows > 0 };
    })
    .filter(({ count }) => count >= least);
  const local = scored.filter(({ table }) => context.evidence.has(table.id));
  const among = local.length > 0 ? local : scored.filter(({ clear }) => clear);
  const most = Math.max(...among.map(({ count }) => count));
  const best = among.filter(({ count }) => count === most);
  return best.length === 1 ? best[0]?.table : undefined;
}

/** The one category that a clause carries on from the clause before: "Work comes next: one in four could not get away". */
export function rowsCarried(
  clause: Clause,
  subject: string,
  table: Table,
  context: Context,
): readonly Category[] {
  if (clause.before === undefined || bare(subject, context).length > 0) return [];
  const rows = rowsIn(clause.before, table, context).map(({ to }) => to);
  return rows.length === 1 ? rows : [];
}

/** The only table of a clause's evidence, which it speaks of whatever it names; undefined where there are several. */
export function ownTable(context: Context): Table | undefined {
  const [only, ...others] = context.subjects.tables.filter(({ id }) => context.evidence.has(id));
  return others.length === 0 ? only : undefined;
}
