type Gender = "m" | "f" | "n";

/**
 * Endings of words in the plural, the form for one, and its gender, which an adjective before it follows. The longest
 * ending that fits is taken, so that "Werktage" is known by "tage" and "Unterlagen" not by "lagen".
 */
const HEADS: readonly (readonly [plural: string, one: string, gender: Gender])[] = [
  ["tage", "tag", "m"],
  ["nächte", "nacht", "f"],
  ["wochen", "woche", "f"],
  ["monate", "monat", "m"],
  ["quartale", "quartal", "n"],
  ["jahre", "jahr", "n"],
  ["stunden", "stunde", "f"],
  ["minuten", "minute", "f"],
  ["sekunden", "sekunde", "f"],
  ["personen", "person", "f"],
  ["menschen", "mensch", "m"],
  ["leute", "person", "f"],
  ["männer", "mann", "m"],
  ["frauen", "frau", "f"],
  ["kinder", "kind", "n"],
  ["kunden", "kunde", "m"],
  ["patienten", "patient", "m"],
  ["klienten", "klient", "m"],
  ["lieferanten", "lieferant", "m"],
  ["studenten", "student", "m"],
  ["experten", "experte", "m"],
  ["beschäftigten", "beschäftigte", "f"],
  ["kräfte", "kraft", "f"],
  ["gäste", "gast", "m"],
  ["plätze", "platz", "m"],
  ["sätze", "satz", "m"],
  ["einsätze", "einsatz", "m"],
  ["aufträge", "auftrag", "m"],
  ["verträge", "vertrag", "m"],
  ["beiträge", "beitrag", "m"],
  ["anträge", "antrag", "m"],
  ["anrufe", "anruf", "m"],
  ["besuche", "besuch", "m"],
  ["versuche", "versuch", "m"],
  ["fälle", "fall", "m"],
  ["vorgänge", "vorgang", "m"],
  ["gänge", "gang", "m"],
  ["gespräche", "gespräch", "n"],
  ["geräte", "gerät", "n"],
  ["teile", "teil", "n"],
  ["werke", "werk", "n"],
  ["produkte", "produkt", "n"],
  ["projekte", "projekt", "n"],
  ["pakete", "paket", "n"],
  ["punkte", "punkt", "m"],
  ["termine", "termin", "m"],
  ["brände", "brand", "m"],
  ["schritte", "schritt", "m"],
  ["stücke", "stück", "n"],
  ["stellen", "stelle", "f"],
  ["fragen", "frage", "f"],
  ["beschwerden", "beschwerde", "f"],
  ["anlagen", "anlage", "f"],
  ["klagen", "klage", "f"],
  ["lagen", "lage", "f"],
  ["filialen", "filiale", "f"],
  ["maschinen", "maschine", "f"],
  ["turbinen", "turbine", "f"],
  ["kabinen", "kabine", "f"],
  ["seiten", "seite", "f"],
  ["zeilen", "zeile", "f"],
  ["gruppen", "gruppe", "f"],
  ["klassen", "klasse", "f"],
  ["straßen", "straße", "f"],
  ["schulen", "schule", "f"],
  ["tonnen", "tonne", "f"],
  ["flaschen", "flasche", "f"],
  ["chargen", "charge", "f"],
  ["pumpen", "pumpe", "f"],
  ["anzeigen", "anzeige", "f"],
  ["zusagen", "zusage", "f"],
  ["absagen", "absage", "f"],
  ["retouren", "retoure", "f"],
  ["touren", "tour", "f"],
  ["fahrten", "fahrt", "f"],
  ["schichten", "schicht", "f"],
  ["arbeiten", "arbeit", "f"],
  ["betten", "bett", "n"],
  ["daten", "datum", "n"],
  ["türen", "tür", "f"],
  ["häuser", "haus", "n"],
  ["länder", "land", "n"],
  ["bücher", "buch", "n"],
  ["räder", "rad", "n"],
  ["züge", "zug", "m"],
  ["busse", "bus", "m"],
  ["schäden", "schaden", "m"],
  ["mängel", "mangel", "m"],
  ["läden", "laden", "m"],
  ["störfälle", "störfall", "m"],
  ["betriebe", "betrieb", "m"],
  ["unternehmen", "unternehmen", "n"],
  ["verfahren", "verfahren", "n"],
];

/** Endings that say by themselves what the form for one is. */
const RULES: readonly (readonly [plural: RegExp, one: string, gender: Gender])[] = [
  [/(?<=[a-zäöüß](?:ung|heit|keit|schaft|ion|tät|ur))en$/u, "", "f"],
  [/(?<=in)nen$/u, "", "f"],
  [/(?<=nis)se$/u, "", "n"],
  [/(?<=(?:ei|ie))n$/u, "", "f"],
];

/** Tickets: Ticket; E-Mails: E-Mail; Lkws: Lkw. The word says no gender, so an adjective before it stays. */
const FOREIGN = /(?<=[b-df-hj-rtv-zaeiou])s$/u;

/**
 * A unit follows a number in the plural ("43 Tage"), and one takes the singular ("1 Tag"), with the adjective before it
 * ("1 offener Auftrag"). What stands behind its noun ("je Woche") stays; so does a word that no rule knows.
 */
export function unitWord(unit: string, category: Intl.LDMLPluralRule): string {
  if (category !== "one") return unit;
  const [, before = "", noun = unit, after = ""] =
    /^((?:\p{Ll}[\p{L}-]* )*)(\p{Lu}[\p{L}\p{N}-]*)(.*)$/su.exec(unit) ?? [];
  const [one, gender] = singular(noun);
  return (gender === undefined ? before : before.replace(/e(?= )/gu, ENDINGS[gender])) + one + after;
}

/** Endings of an adjective without an article: "ein offener Auftrag", "eine offene Frage", "ein offenes Ticket". */
const ENDINGS: Readonly<Record<Gender, string>> = { m: "er", f: "e", n: "es" };

function singular(noun: string): readonly [one: string, gender: Gender | undefined] {
  const small = noun.toLowerCase();
  const head = HEADS.filter(([plural]) => small.endsWith(plural)).toSorted(
    ([a], [b]) => b.length - a.length,
  )[0];
  if (head !== undefined) {
    const [plural, one, gender] = head;
    const start = noun.slice(0, -plural.length);
    return [start === "" ? one.charAt(0).toUpperCase() + one.slice(1) : start + one, gender];
  }
  const rule = RULES.find(([plural]) => plural.test(noun));
  if (rule !== undefined) return [noun.replace(rule[0], rule[1]), rule[2]];
  return [/^\p{Lu}+$/u.test(noun) ? noun : noun.replace(FOREIGN, ""), undefined];
}
