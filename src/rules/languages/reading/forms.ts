import { lazily } from "../../../base/lazily.ts";
/** A form that a text says, and where. */
export interface FormFound<T> {
  readonly index: number;
  readonly text: string;
  readonly of: T;
}

/** All texts that a pattern of groups, alternatives and optional parts stands for: "ris(?:es?|en)|rose" for four. */
export function spelled(pattern: string): readonly string[] {
  let at = 0;
  const alternatives = (): readonly string[] => {
    const all = [...sequence()];
    while (pattern[at] === "|") {
      at += 1;
      all.push(...sequence());
    }
    return all;
  };
  const sequence = (): readonly string[] => {
    let all: readonly string[] = [""];
    while (at < pattern.length && pattern[at] !== "|" && pattern[at] !== ")") {
      let part: readonly string[];
      if (pattern.startsWith("(?:", at)) {
        at += 3;
        part = alternatives();
      } else part = [pattern[at] ?? ""];
      at += 1;
      if (pattern[at] === "?") {
        at += 1;
        part = [...part, ""];
      }
      all = all.flatMap((before) => part.map((each) => before + each));
    }
    return all;
  };
  return alternatives();
}

/** Words, with the places between which they stand; a mark ends what may be said in one phrase. */
const WORD = /[\p{L}\p{N}_]+/gu;

/**
 * Finds words and phrases of one to three words in a text. They are looked up word by word: one expression of hundreds of
 * alternatives takes several milliseconds to be compiled, in every run.
 */
export function finder<T>(
  entries: readonly (readonly [of: T, pattern: string])[],
): (text: string) => readonly FormFound<T>[] {
  const known = lazily(
    () => new Map(entries.flatMap(([of, pattern]) => spelled(pattern).map((form) => [form, of] as const))),
  );
  return (text) => {
    const words = [...text.matchAll(WORD)];
    const found: FormFound<T>[] = [];
    for (let n = 0; n < words.length; n += 1) {
      const start = words[n]?.index ?? 0;
      for (let count = Math.min(LONGEST, words.length - n); count > 0; count -= 1) {
        const last = words[n + count - 1];
        const said = text.slice(start, (last?.index ?? 0) + (last?.[0].length ?? 0));
        const of = known().get(said.toLowerCase());
        if (of === undefined) continue;
        found.push({ index: start, text: said, of });
        n += count - 1;
        break;
      }
    }
    return found;
  };
}

/** Words of the longest phrase. */
const LONGEST = 3;
