/** Words of units whose form for one no rule finds. */
const SINGULARS: Readonly<Record<string, string>> = {
  vuotta: "vuosi",
  kuukautta: "kuukausi",
  ihmistä: "ihminen",
  lasta: "lapsi",
  naista: "nainen",
  miestä: "mies",
  jäsentä: "jäsen",
  lehteä: "lehti",
  reikää: "reikä",
  kieltä: "kieli",
  nimeä: "nimi",
  kertaa: "kerta",
  lähtöä: "lähtö",
  avointa: "avoin",
  uutta: "uusi",
  tuhatta: "tuhat",
};

/**
 * Units follow a number in the partitive ("43 päivää"), and one takes the nominative ("1 päivä"). What follows the words
 * in the partitive, such as "viikossa" or "tonnilta", stays as it is; so does a word that no rule knows.
 */
export function unitWord(unit: string, category: Intl.LDMLPluralRule): string {
  if (category !== "one") return unit;
  let counted = true;
  return unit
    .split(" ")
    .map((word) => {
      const one = counted ? nominative(word) : word;
      counted &&= one !== word;
      return one;
    })
    .join(" ");
}

function nominative(word: string): string {
  const known = Object.hasOwn(SINGULARS, word) ? SINGULARS[word] : undefined;
  if (known !== undefined) return known;
  // tilausta: tilaus; asiakasta: asiakas; kysymystä: kysymys
  if (/[aeouyäö](?:sta|stä)$/u.test(word)) return word.slice(0, -2);
  // laitetta: laite; virhettä: virhe
  if (/e(?:tta|ttä)$/u.test(word)) return word.slice(0, -3);
  // työtä: työ; maata: maa
  if (/(?:aa|ee|oo|uu|yy|ää|uo|yö|ie|ai|oi|ei)(?:ta|tä)$/u.test(word)) return word.slice(0, -2);
  // päivää: päivä; tuntia: tunti; tilaa: tila
  return /[aeiouyäö](?:a|ä)$/u.test(word) ? word.slice(0, -1) : word;
}
