import { wordSet } from "./scan.ts";

/** Acronyms that readers of a board paper know in any of the languages: bodies, countries, units, everyday technology. */
export const COMMON = wordSet(
  `EU UN US USA UK UAE NATO OECD WHO IMF WTO ECB BBC CNN NHS FBI CIA NASA UNESCO UNICEF OPEC IBM SAP BMW DHL UPS
  CEO CFO COO CMO CTO CIO VP HR IT PR PA AI TV PC CD DVD USB GPS SMS PDF CSV URL WWW ID PIN ATM FAQ QR LED LCD Wi-Fi
  DNA RNA HIV AIDS MBA BA MSC PHD CV VAT GDP GDPR ISO CRM ERP OK AM PM CET EET GMT UTC LTD PLC LLC INC AG SA NGO
  EUR USD GBP JPY SEK NOK DKK CHF CO2 H2O CO NOX KWH MWH GWH TWH KW MW GW TW GB MB KB TB KM CM MM KG MG ML HA RPM DC AC
  API APP R&D Q&A A4 A3 SIM VIP SOS IQ LGBT COVID MR MRS DR ST NO NB PS II III IV VI VII VIII IX XI XII II-X B2B B2C`,
);

/** Tokens in capitals that a reader has to know: NPS, S&OP, eGFR, PoC; with the hyphen or colon of an inflection cut off. */
export function acronymsIn(text: string): readonly string[] {
  const tokens =
    text.match(
      /(?<![A-Za-z\d-])(?:\p{Lu}{2,6}s?|\p{Lu}{1,2}&\p{Lu}{1,3}|[a-z]\p{Lu}{2,4}|\p{Lu}[a-z]\p{Lu})(?![A-Za-z\d])/gu,
    ) ?? [];
  return tokens.map((token) => token.replace(/s$/u, ""));
}

/**
 * Acronyms of a text that are neither common nor known nor explained in it: "net promoter score (NPS)".
 * `known` is in lower case; `words` are words that some write in capitals for emphasis.
 */
export const unknownAcronyms = (
  text: string,
  known: ReadonlySet<string>,
  words: ReadonlySet<string>,
): readonly string[] =>
  [...new Set(acronymsIn(text))].filter(
    (token) =>
      !COMMON.has(token.toUpperCase()) &&
      !known.has(token.toLowerCase()) &&
      !words.has(token.toLowerCase()) &&
      !/^[IVX]+$/u.test(token) &&
      !text.includes(`(${token})`) &&
      !text.includes(`（${token}）`),
  );
