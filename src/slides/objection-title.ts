import type { Objection } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { plain, type Rich } from "../model/text.ts";
import type { SlideContext } from "./kind.ts";

/** Letters of a title that surely fits its lines, in the theme's font and in a wider one. */
const MOST = 130;
/** Letters of a sentence below which it says too little to be a title: "No." */
const LEAST = 25;

/** Title of the page of an objection. */
export interface ObjectionTitle {
  readonly title: Rich;
  readonly titleFrom: JsonPath;
  /** True where the title is our answer, so that the objection itself has a row. */
  readonly answers: boolean;
}

/**
 * The answer as a claim: its headline, else the first of its sentences where that makes a title; else the objection. An answer
 * of one sentence stands in its row alone.
 */
export function objectionTitle(s: SlideContext, objection: Objection, n: number): ObjectionTitle {
  const at = (field: keyof Objection): JsonPath => ["objections", n, field];
  if (objection.headline !== undefined)
    return { title: s.rich(objection.headline), titleFrom: at("headline"), answers: true };
  const answer = s.rich(objection.answer);
  const end = firstSentence(plain(answer));
  return end === undefined
    ? { title: s.rich(objection.objection), titleFrom: at("objection"), answers: false }
    : { title: withoutStop(cut(answer, end)), titleFrom: at("answer"), answers: true };
}

/**
 * Place at which the first sentence of a text ends that makes a title; undefined where none does. A full stop after a short
 * word may belong to an abbreviation, and ends no sentence.
 */
export function firstSentence(text: string): number | undefined {
  const ends = [
    ...text.matchAll(
      /(?<=[\p{L}]{4}|[\d%\p{Pe}\p{Pf}”"])[.!?…][\p{Pe}\p{Pf}”"]?(?=\s+[\p{Lu}\p{Ps}\p{Pi}\d“"]|\s*$)/gu,
    ),
  ];
  for (const { index, 0: mark } of ends) {
    const end = index + mark.length;
    if (end > MOST || text.slice(end).trim() === "") return undefined;
    if (end >= LEAST) return end;
  }
  return undefined;
}

/** Titles end without a full stop. */
const withoutStop = (title: Rich): Rich =>
  title.map((run, n) => (n === title.length - 1 ? { ...run, text: run.text.replace(/\.$/u, "") } : run));

/** The beginning of a text, its emphasis kept. */
function cut(text: Rich, end: number): Rich {
  let place = 0;
  return text.flatMap((run): Rich => {
    const part = run.text.slice(0, Math.max(0, end - place));
    place += run.text.length;
    return part === "" ? [] : [{ ...run, text: part }];
  });
}
