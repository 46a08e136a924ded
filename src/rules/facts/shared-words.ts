import type { Language } from "../languages/index.ts";

/** The content words of one text that stand in the other, in any form, each once. */
export function sharedWords(language: Language, one: string, other: string): readonly string[] {
  const said = [...new Set(language.contentWords(other))];
  return [...new Set(language.contentWords(one))].filter((word) =>
    said.some((each) => language.sameWord(word, each)),
  );
}

/** True where a text names a thing: two words of its name at least, and most of them. */
export function names(language: Language, text: string, name: string): boolean {
  const all = new Set(language.contentWords(name));
  const shared = sharedWords(language, name, text);
  return shared.length >= 2 && shared.length * 3 >= all.size * 2;
}
