/** Gender of a noun: "en bil" is common, "ett ärende" is neuter. */
type Gender = "common" | "neuter";

/**
 * Endings of words in the plural that no rule knows, the form for one, and its gender, which an adjective before it
 * follows. The longest ending that fits is taken.
 */
const HEADS: readonly (readonly [plural: string, one: string, gender: Gender])[] = [
  ["serier", "serie", "common"],
  ["linjer", "linje", "common"],
  ["timmar", "timme", "common"],
  ["nycklar", "nyckel", "common"],
  ["cyklar", "cykel", "common"],
  ["artiklar", "artikel", "common"],
  ["åkrar", "åker", "common"],
  ["vintrar", "vinter", "common"],
  ["somrar", "sommar", "common"],
  ["pojkar", "pojke", "common"],
  ["backar", "backe", "common"],
  ["nätter", "natt", "common"],
  ["städer", "stad", "common"],
  ["händer", "hand", "common"],
  ["länder", "land", "neuter"],
  ["böcker", "bok", "common"],
  ["fötter", "fot", "common"],
  ["tänder", "tand", "common"],
  ["ledamöter", "ledamot", "common"],
  ["män", "man", "common"],
  ["föräldrar", "förälder", "common"],
  ["fordon", "fordon", "neuter"],
  ["museer", "museum", "neuter"],
  ["fabriker", "fabrik", "common"],
  ["kvinnor", "kvinna", "common"],
  ["stycken", "stycke", "neuter"],
  ["dagar", "dag", "common"],
  ["användare", "användare", "common"],
];

/** Endings of the plural from the longest on, what stands in their place for one, and the gender that they tell. */
const RULES: readonly (readonly [plural: RegExp, one: string, gender: Gender])[] = [
  // händelser: händelse
  [/(?<=else)r$/u, "", "common"],
  // veckor: vecka
  [/(?<=[\p{L}])or$/u, "a", "common"],
  // månader: månad; kategorier: kategori
  [/(?<=[\p{L}]{2})er$/u, "", "common"],
  // bilar: bil; läkare stays
  [/(?<=[\p{L}]{2})ar$/u, "", "common"],
  // ärenden: ärende
  [/(?<=[ei])n$/u, "", "neuter"],
];

/**
 * A unit follows a number in the plural ("43 dagar"), and one takes the singular ("1 dag"), with the adjective before it
 * ("1 öppet ärende"). What stands behind its noun ("per vecka") stays; so does a word that no rule knows.
 */
export function unitWord(unit: string, category: Intl.LDMLPluralRule): string {
  if (category !== "one") return unit;
  const [, before = "", noun = unit, after = ""] =
    /^((?:\p{Ll}+ )*?)(\p{L}[\p{L}-]*)((?: (?:per|i|om|på|av|från|till|med|och|à)\b.*|\/.*)?)$/u.exec(unit) ??
    [];
  const [one, gender] = singular(noun);
  return (
    (gender === undefined ? before : before.replace(/\p{Ll}+(?= )/gu, (word) => adjective(word, gender))) +
    one +
    after
  );
}

function singular(noun: string): readonly [one: string, gender: Gender | undefined] {
  const head = HEADS.filter(([plural]) => noun.endsWith(plural)).toSorted(
    ([a], [b]) => b.length - a.length,
  )[0];
  if (head !== undefined) return [noun.slice(0, -head[0].length) + head[1], head[2]];
  const rule = RULES.find(([plural]) => plural.test(noun));
  return rule === undefined ? [noun, undefined] : [noun.replace(rule[0], rule[1]), rule[2]];
}

/** "öppna" is "öppen" or "öppet", "sena" is "sen" or "sent", "avslutade" is "avslutad" or "avslutat". */
function adjective(word: string, gender: Gender): string {
  const neuter = gender === "neuter";
  if (/[^aeiouyåäö]na$/u.test(word) && !/(?:rn|nn)a$/u.test(word))
    return `${word.slice(0, -2)}${neuter ? "et" : "en"}`;
  if (/ade$/u.test(word)) return `${word.slice(0, -2)}${neuter ? "t" : "d"}`;
  return word.endsWith("a") ? `${word.slice(0, -1)}${neuter ? "t" : ""}` : word;
}
