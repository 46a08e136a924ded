import { ENDINGS, FINITE, NO_VERBS, PARTICIPLES } from "./verbs.ts";

/** True where a Finnish text has a finite verb: known forms, else endings that nouns hardly ever have. */
export function isSentence(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.endsWith("?")) return true;
  const words = (trimmed.toLowerCase().match(/[\p{L}]+(?:-\p{L}+)*/gu) ?? []).map(withoutClitic);
  // "Mitä asiakkaat haluavat" names a question and does not answer it.
  const verbs = words.filter((word, at) => isVerb(word, words[at + 1], at)).length;
  return /^(?:mitä|miksi|miten|kuka|missä|mikä|kuinka)$/u.test(words[0] ?? "") ? verbs > 1 : verbs > 0;
}

function isVerb(word: string, after: string | undefined, at: number): boolean {
  if (PARTICIPLES.has(word))
    return at > 0 && !(after !== undefined && /(?:t|ja|jä)$/u.test(after) && at === 0) && !isAttribute(after);
  if (FINITE.has(word)) return !(at === 0 && word === "voi" && after === undefined);
  if (word.length < 5 || NO_VERBS.has(word)) return false;
  return ENDINGS.some((ending) => ending.test(word)) && !PARTITIVE.test(word);
}

/** näkyykö, näkyykin, näkyvätkään: what is hung on a verb. */
const withoutClitic = (word: string): string =>
  word.length > 6 ? word.replace(/(?<=[aeiouyäötn])(?:k[oö]|kin|kaan|kään|han|hän)$/u, "") : word;

/** A plural participle before a plural noun: "laskevat tuotot". */
const isAttribute = (after: string | undefined): boolean =>
  after !== undefined && /[aeiouyäö]t$/u.test(after);

/** Nouns in the partitive and illative whose endings look like those of verbs. */
const PARTITIVE =
  /(?:utta|yttä|isuutta|isyyttä|uksista|yksistä|neljännestä|ostaa|istaa$|isestaan|uudellaan|sesta|sestä)$|(?:hin|aan|ään)(?:taan|tään)$|(?:asemaan|hintaan|pintaan|kuntaan|osastaan|kantaan|toimintaan|yhteystaan)$/u;
