/** Words that are the same for one and for several. */
const INVARIANT =
  /^(?:mois|fois|pays|prix|cas|avis|colis|repas|relais|processus|accès|succès|décès|procès|bus|index|choix|voix|croix|poids|temps|corps|cours|parcours|secours|concours|recours|discours|devis|logis|permis|tapis|pts?|gens)$/u;

/** Words before which what is counted ends: "appels par jour", "tonnes de papier". */
const BEHIND = /^(?:par|pour|de|d’.*|d'.*|du|des|à|au|aux|en|sur|sans|avec|entre|et|ou)$/iu;

/**
 * A unit follows a number in the plural ("43 jours"), and one takes the singular with its adjectives ("1 demande
 * ouverte"), as does all below two: "1,5 heure". What stands behind the things counted ("par jour") stays.
 */
export function unitWord(unit: string, category: Intl.LDMLPluralRule): string {
  if (category !== "one") return unit;
  const words = unit.split(" ");
  const end = words.findIndex((word, n) => n > 0 && (BEHIND.test(word) || word.startsWith("/")));
  return words.map((word, n) => (end >= 0 && n >= end ? word : singular(word))).join(" ");
}

function singular(word: string): string {
  const [, own = word, rest = ""] = /^(\p{L}[\p{L}’'-]*)(\/.*)$/u.exec(word) ?? [];
  if (INVARIANT.test(own.toLowerCase()) || /^\p{Lu}+$/u.test(own)) return word;
  // journaux: journal; travaux: travail; bateaux: bateau; jeux: jeu
  if (/(?:trav|vitr|corr|ém|b)aux$/u.test(own)) return `${own.slice(0, -3)}ail${rest}`;
  if (/[^e]aux$/u.test(own)) return `${own.slice(0, -2)}l${rest}`;
  return /(?:eau|eu|ou)x$|[^s\W]s$/u.test(own) ? own.slice(0, -1) + rest : word;
}

/** "de" before what is counted in millions: "millions d’euros", "milliers de demandes". */
export const counted = (unit: string): string =>
  /^[aeiouyhàâäéèêëîïôöœùûü]/iu.test(unit) ? `d’${unit}` : `de ${unit}`;
