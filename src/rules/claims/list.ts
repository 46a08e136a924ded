import { guards, runTest } from "../../claims/index.ts";
import { localeOf } from "../../locales/index.ts";
import type { JsonPath } from "../../model/figures.ts";
import { readClaims, type Said, unreadClaims } from "./read.ts";

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
  /** Verdict of the test on the figures. */
  readonly outcome?: "true" | "false";
}

/** Every claim about numbers that the deck makes in its own voice: first those with tests of their own. */
export function listClaims(said: Said): readonly ListedClaim[] {
  const { bundle, figures } = said;
  const locale = localeOf(bundle.locale);
  const judged = (test: string): Pick<ListedClaim, "test" | "outcome"> => {
    const { kind } = runTest(test, figures, locale);
    return { test, ...(kind === "problem" ? {} : { outcome: kind }) };
  };
  return [
    ...guards(bundle).map(({ claim, test }) => ({
      ...{ path: claim.path, sentence: claim.text, guard: "written" as const },
      ...judged(test),
    })),
    ...readClaims(said).map(({ path, sentence, words, tests }) => {
      const all = tests.map(judged);
      return {
        ...{ path, sentence: sentence.trim(), words, guard: "read" as const },
        ...(all.find(({ outcome }) => outcome === "true") ?? all[0]),
      };
    }),
    ...unreadClaims(said).map(({ path, sentence, words }) => ({
      ...{ path, sentence: sentence.trim(), words, guard: "none" as const },
    })),
  ];
}
