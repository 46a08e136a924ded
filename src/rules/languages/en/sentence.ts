import { relation } from "./relation.ts";
import {
  ATTRIBUTES,
  AUXILIARIES,
  DETERMINERS,
  EITHER,
  FUNCTION,
  INTRANSITIVE,
  NO_PASTS,
  NOUNS,
  NUMBER_WORDS,
  OBJECTS,
  PARTICIPLES,
  PASTS,
  PREPOSITIONS,
  PRONOUNS,
  SUBJECTS,
  VERBS,
} from "./verbs.ts";

/**
 * Returns true when an English text has a finite verb. Forms that are verbs alone decide; a form that may be
 * a noun or a participle ("costs", "received") counts where the words around it leave no other reading, and
 * where they do not, the text is taken for a sentence.
 */
export function isSentence(text: string): boolean {
  // "The longer they wait, the fewer stay" says something with or without a verb.
  if (relation(text) !== undefined) return true;
  const words =
    text
      // The amount is the object: the line lost USD 0.3 million.
      .replaceAll(/\b[A-Z]{3}\s?(?=\d)/gu, "")
      .replaceAll(/\b(in|of|since|by|until|early|late|from|on \d+|\d+) May\b/gu, "$1 month")
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}]+(?:['-][\p{L}]+)*|\d[\d.,]*%?|[?:;,]/gu) ?? [];
  if (words.at(-1) === "?") return true;
  const verbs = words.filter((_, at) => isVerb(words, at)).length;
  // "What customers want" names something, however many words it takes; "what we count is not what matters" does not.
  return /^(?:what|how|why|where|who)$/u.test(words[0] ?? "") ? verbs > 1 : verbs > 0;
}

function isVerb(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  const adverb = /^(?:\p{L}+ly|also|often|still|never|always|now)$/u.test(words[at - 1] ?? "") && at > 1;
  const [before = "", after = ""] = [words[adverb ? at - 2 : at - 1], words[at + 1]];
  if (before === "to" || !/^\p{L}/u.test(word)) return false;
  if (AUXILIARIES.has(word) || word.endsWith("n't") || PASTS.has(word)) return true;
  if (at === 0) return isImperative(word, after);
  // Nominative pronouns stand before nothing but a verb.
  if (/^(?:we|they|i|he|she)$/u.test(before) && !/ly$/u.test(word)) return true;
  if (/^(?:this|that|it)$/u.test(before) && /[^su]s$/u.test(word)) return true;
  if (word.endsWith("s") && !word.endsWith("ss")) {
    const base = baseOf(word);
    if (base !== undefined) {
      if (VERBS.has(base) && !EITHER.has(base)) return !DETERMINERS.has(before);
      return isNounLike(before) && (goesOn(after) || (!NOUNS.has(word) && PREPOSITIONS.has(after)));
    }
  }
  // A verb that no list has: "the licence grants you a year".
  if (/[^sui]s$/u.test(word) && /[^s]$/u.test(before) && isNounLike(before) && isObject(after)) return true;
  if (VERBS.has(word) || EITHER.has(word)) {
    if (hasPluralBefore(words, at))
      return (
        (VERBS.has(word) && !EITHER.has(word)) ||
        goesOn(after) ||
        PREPOSITIONS.has(after) ||
        SUBJECTS.has(before) ||
        isPlain(after)
      );
    if (hasSeveralBefore(words, at) && ((VERBS.has(word) && !EITHER.has(word)) || goesOn(after))) return true;
    if (!PARTICIPLES.has(word)) return false;
  }
  // A verb that no list has, behind a plural: "bees die where", "shops outdo".
  if (mayBeVerb(word) && hasPluralBefore(words, at) && mayFollow(after)) return true;
  if (INTRANSITIVE.has(word)) return isNounLike(before);
  const past = PARTICIPLES.has(word) || (/[^e]ed$/u.test(word) && !NO_PASTS.has(word));
  return (
    past &&
    isNounLike(before) &&
    (goesOn(after) || (/[^s]s$/u.test(before) && /[^s]s$/u.test(after) && isPlain(after)))
  );
}

/** "Stop printing the catalogue" is said to somebody; "Plan for 2027" is a label. */
const isImperative = (word: string, after: string): boolean =>
  (VERBS.has(word) || EITHER.has(word)) &&
  (DETERMINERS.has(after) ||
    OBJECTS.has(after) ||
    /ing$/u.test(after) ||
    (VERBS.has(word) && !EITHER.has(word)));

function baseOf(word: string): string | undefined {
  const bases = [word.slice(0, -1), word.replace(/es$/u, ""), word.replace(/ies$/u, "y")];
  return bases.find((base) => base !== word && (VERBS.has(base) || EITHER.has(base)));
}

/** A word that may be a subject: no article, preposition or adverb. */
const isNounLike = (word: string): boolean =>
  word !== "" &&
  /^[\p{L}\d]/u.test(word) &&
  !DETERMINERS.has(word) &&
  !PREPOSITIONS.has(word) &&
  !/^(?:of|by|per|for|and|or|between|the|as|than|monthly|weekly|daily|yearly|annual|total|key|planned)$/u.test(
    word,
  );

/** Plural nouns and pronouns, also with an adverb between them and the verb: customers often leave. */
function hasPluralBefore(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? "";
  if (/ly$|^(?:often|still|never|always|also|now|then)$/u.test(before)) return hasPluralBefore(words, at - 1);
  if (PRONOUNS.has(before)) return true;
  return (
    /[^sui]s$/u.test(before) &&
    !/^(?:this|its|as)$/u.test(before) &&
    (!ATTRIBUTES.has(before) || (at === 1 && before === "sales"))
  );
}

/** Subjects that are several without a plural before the verb: boarding and weather delay, two in three come. */
function hasSeveralBefore(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? "";
  const counted = NUMBER_WORDS.has(before) || /^\d/u.test(before);
  return counted ? words[at - 2] === "in" : isNounLike(before) && words.slice(1, at - 1).includes("and");
}

/** True for a word that can follow a verb but not a noun. */
const goesOn = (word: string): boolean =>
  DETERMINERS.has(word) || OBJECTS.has(word) || /^\d/u.test(word) || /[^e]ly$/u.test(word);

/** Articles, possessives and pronouns: what only an object begins with. */
const isObject = (word: string): boolean =>
  /^(?:the|an?|its|our|their|your|his|her|you|us|them|me|him)$/u.test(word) || NUMBER_WORDS.has(word);

/** A word that is neither a preposition nor a conjunction, nor the end. */
const isPlain = (word: string): boolean =>
  /^\p{L}/u.test(word) &&
  !PREPOSITIONS.has(word) &&
  !/^(?:of|by|per|for|and|or|between|since|during|versus|vs|as)$/u.test(word);

/** A word that has not the form of a noun, an adjective, a participle or a function word. */
const mayBeVerb = (word: string): boolean =>
  !FUNCTION.has(word) &&
  !PREPOSITIONS.has(word) &&
  !DETERMINERS.has(word) &&
  !OBJECTS.has(word) &&
  !/(?:s|ed|ing|ion|ment|ity|ness|ance|ence|ism|ship|al|ic|ive|able|ible|ful|ous|less|ary|ory|wide|month)$/u.test(
    word,
  );

/** True for a word that can follow a verb: any but those that join nouns. */
const mayFollow = (word: string): boolean =>
  /^[\p{L}\d]/u.test(word) && !/^(?:of|by|per|and|or|for|versus|vs|since)$/u.test(word);
