import { pathText, valueAt } from "../../base/json-path.ts";
import { type FigureRead, type Guard, guards, holderOf, idsIn, runTest } from "../../claims/index.ts";
import { localeOf } from "../../locales/index.ts";
import type { JsonPath } from "../../model/figures.ts";
import { idsSaid, plainText } from "../facts/sentences.ts";
import { languageOf } from "../languages/index.ts";
import { allClaims, type ReadClaim, type Said } from "./read.ts";

/** A claim of the deck, and the test that guards it. */
export interface ListedClaim {
  readonly path: JsonPath;
  /** The sentence that states it, as the bundle writes it. */
  readonly sentence: string;
  /** Words of the claim, where they could be read. */
  readonly words?: string;
  /** Written in the bundle, read from the sentence, or none. */
  readonly guard: "written" | "read" | "none";
  readonly test?: string;
  /** Verdict of the test on the figures, and the figures that it looked at. */
  readonly outcome?: "true" | "false";
  readonly readings?: readonly FigureRead[];
}

/** Every claim about numbers that the deck makes in its own voice: first those with tests of their own. */
export function listClaims(said: Said): readonly ListedClaim[] {
  const { bundle, figures } = said;
  const locale = localeOf(bundle.locale);
  const judged = (test: string): Pick<ListedClaim, "test" | "outcome" | "readings"> => {
    const found = runTest(test, figures, locale);
    return { test, ...(found.kind === "problem" ? {} : { outcome: found.kind, readings: found.readings }) };
  };
  const { readable, unguarded, unread } = allClaims(said);
  return [
    ...guards(bundle).map((guard) => ({
      ...guardedSentence(guard, readable, said),
      ...{ guard: "written" as const, ...judged(guard.test) },
    })),
    ...unguarded.map(({ path, sentence, words, tests }) => {
      const all = tests.map(judged);
      return {
        ...{ path, sentence: sentence.trim(), words, guard: "read" as const },
        ...(all.find(({ outcome }) => outcome === "true") ?? all[0]),
      };
    }),
    ...unread.map(({ path, sentence, words }) => ({
      ...{ path, sentence: sentence.trim(), words, guard: "none" as const },
    })),
  ];
}

/**
 * The sentence that a test of the bundle is about: of its part, the one that is read to claim something of the same figures;
 * else the one that prints them, else the one that states the part's claim.
 */
export function guardedSentence(
  { test, claim, path }: Guard,
  readable: readonly ReadClaim[],
  { written, figures }: Pick<Said, "written" | "figures">,
): Pick<ListedClaim, "path" | "sentence"> {
  const ids = idsIn(test, figures);
  const part = pathText(path.slice(0, -2));
  const same = readable.find(
    (each) =>
      pathText(holderOf(each.path) ?? each.path) === part &&
      each.tests.some((other) => [...idsIn(other, figures)].some((id) => ids.has(id))),
  );
  if (same !== undefined) return { path: same.path, sentence: same.sentence.trim() };
  const fields = Object.entries(valueAt(written, path.slice(0, -2)) ?? {});
  const printing = fields.find(
    ([field, text]) =>
      // An objection is not what the deck claims.
      field !== "objection" && typeof text === "string" && [...idsSaid(text)].some((id) => ids.has(id)),
  );
  return printing === undefined
    ? { path: claim.path, sentence: claim.text }
    : { path: [...path.slice(0, -2), printing[0]], sentence: plainText(String(printing[1])) };
}

/** The sentence of a claim with its figures filled in, as readers see it. */
export function sentenceShown(
  { path, sentence }: Pick<ListedClaim, "path" | "sentence">,
  said: Said,
): string {
  const [written = "", shown = ""] = [said.written, said.bundle].map((bundle) => {
    const text = valueAt(bundle, path);
    return typeof text === "string" ? plainText(text) : "";
  });
  // A part that states its claim in one field has all of it as its sentence.
  if (written === sentence) return shown;
  const [ones, others] = [written, shown].map((text) => languageOf(said.bundle)?.sentences(text) ?? [text]);
  if (ones === undefined || others === undefined || ones.length !== others.length) return sentence;
  return others[ones.findIndex((each) => each.trim() === sentence)]?.trim() ?? sentence;
}
