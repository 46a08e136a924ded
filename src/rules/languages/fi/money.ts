import type { DriverWords, MoneyWords } from "../reading/money.ts";

export const money: MoneyWords = {
  worth: /nettonykyarvo|takaisinmaksu/iu,
  benefitShare:
    /(?<n>\d+(?:,\d+)?)\s?(?:%|prosenttia) (?:\p{L}+ )?(?:hyödyistä|hyödystä|säästöistä|säästöstä|vaikutuksesta|tuotoista)/iu,
  asks: /(?<!\p{L})(?:hyväksy\p{L}*|myönn\p{L}*|myönt\p{L}*|vara(?:ta|taan)|sijoit\p{L}*|investoi\p{L}*|käyttä\p{L}*)\s(?:\p{L}+\s){0,2}$/iu,
  tranches: /(?<!\p{L})(?:erä(?!ä)|osassa|loput|heti)/iu,
  stages: /(?<!\p{L})vaihe/iu,
};

export const drivers: DriverWords = {
  costs: /^(?:kaikki |kokonais)?(?:kustannukset|kustannus|kulut|menot|hinta)$/iu,
  benefits: /^(?:kaikki |kokonais)?(?:hyödyt|hyöty|säästöt|säästö|tuotot|vaikutus)$/iu,
  factors: [
    [/^(?:puolet|puolikas|puolittunut)$/iu, 0.5],
    [/^(?:kaksinkertai\p{L}*|tupla\p{L}*)$/iu, 2],
    [/^neljännes (?:enemmän|suurempi|kalliimpi)/iu, 1.25],
    [/^neljännes (?:vähemmän|pienempi|halvempi)/iu, 0.75],
    [/^viidennes (?:enemmän|suurempi|kalliimpi)/iu, 1.2],
    [/^viidennes (?:vähemmän|pienempi|halvempi)/iu, 0.8],
  ],
  more: /(?:\+|plus)\s?(?<n>\d+(?:,\d+)?)\s?(?:%|prosenttia)|(?<m>\d+(?:,\d+)?)\s?(?:%|prosenttia) (?:enemmän|suurem\p{L}+|korkeam\p{L}+|kalliim\p{L}+|yli)/iu,
  less: /(?:[-−–]|miinus)\s?(?<n>\d+(?:,\d+)?)\s?(?:%|prosenttia)|(?<m>\d+(?:,\d+)?)\s?(?:%|prosenttia) (?:vähemmän|pienem\p{L}+|alem\p{L}+|halvem\p{L}+|alle)/iu,
  late: /^(?<length>puoli vuotta|vuosi|vuoden|neljännesvuo\p{L}+|puoli vuotta) (?:myöhäs\p{L}+|myöhemmin)/iu,
  delays: [
    [/^puoli/iu, 6],
    [/^neljännes/iu, 3],
    [/^(?:vuosi|vuoden)/iu, 12],
  ],
};
