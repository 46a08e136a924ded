import type { Rule } from "./rule.ts";

export const quotesConsent: Rule = {
  code: "quotes/consent",
  severity: "error",
  on: "bundle",
  asks: "Every quote has a date and the permission of whoever said it.",
  why: "A person who finds their words in a deck without having been asked will not be asked again.",
  hint: 'Ask, then write "permission": "named", "role", "anonymous" or "none"; with none the quote is never drawn.',
  source: "Amazon narrative memos; ESOMAR code, article 4",
  examples: {
    valid: {
      quotes: [
        {
          id: "q",
          from: "head",
          date: "2026-10-01",
          permission: "named",
          text: "Show me the control group.",
        },
      ],
    },
    invalid: { quotes: [{ id: "q", from: "head", date: "2026-10-01", text: "Show me the control group." }] },
  },
  check: ({ bundle }) =>
    bundle.quotes.flatMap((quote, n) => [
      ...(quote.permission === undefined
        ? [{ what: `The quote ${quote.id} does not say how its speaker may be shown.`, path: ["quotes", n] }]
        : []),
      ...(quote.date === undefined
        ? [{ what: `The quote ${quote.id} has no date.`, path: ["quotes", n] }]
        : []),
    ]),
};
