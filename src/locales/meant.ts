import { isCurrency } from "./numbers.ts";

/** Currency signs, each with the code that it most often stands for. */
const SIGNS: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  $: "USD",
  "¥": "JPY",
  "₹": "INR",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₴": "UAH",
  "₪": "ILS",
  "₫": "VND",
  "฿": "THB",
};

/** Words for percent, points and money, in English and Finnish. */
const WORDS: readonly (readonly [word: RegExp, unit: string])[] = [
  [
    /^(?:percentage[ -]?points?|per ?cent[ -]?points?|%-?points?|ppts?|p\.p\.|prosenttiyksikköä?|%-yks\.?)$/iu,
    "pp",
  ],
  [/^(?:per ?cent|pct\.?|percentage|prosenttia?)$/iu, "%"],
  [/^(?:euros?|euroa)$/iu, "EUR"],
  [/^(?:us )?dollars?$/iu, "USD"],
  [/^(?:pounds sterling|british pounds?)$/iu, "GBP"],
];

/** The unit that a word or sign stands for; undefined for a word that counts something. `currency` is the bundle's. */
export function meantUnit(unit: string, currency: string): string | undefined {
  const text = unit.trim();
  const code = text.toUpperCase();
  if (text !== code && code === currency && isCurrency(code)) return code;
  return SIGNS[text] ?? WORDS.find(([word]) => word.test(text))?.[1];
}
