import type { Bundle, Quote } from "../../model/bundle/index.ts";

/** A quote is drawn only when its speaker said how. */
export const drawn = (quote: Quote): boolean => quote.permission !== undefined && quote.permission !== "none";

/** Said in favour, in doubt, or neither: as written, else by the stance of whoever said it. */
export function side(bundle: Bundle, quote: Quote): NonNullable<Quote["tone"]> {
  if (quote.tone !== undefined) return quote.tone;
  const stance = bundle.stakeholders?.find((person) => person.id === quote.from)?.stance;
  if (stance === "supporter" || stance === "champion") return "supports";
  return stance === "sceptic" || stance === "opponent" ? "doubts" : "neutral";
}

/** Evidence of a list that readers see: quotes without permission are left out. */
export const seen = (bundle: Bundle, evidence: readonly string[] = []): readonly string[] => {
  const hidden = new Set(bundle.quotes.filter((quote) => !drawn(quote)).map((quote) => quote.id));
  return evidence.filter((id) => !hidden.has(id));
};
