import { count, quoted } from "../diagnostics/make.ts";
import { at, body, pageText, paragraphsOf } from "./facts/pages.ts";
import { words } from "./facts/sentences.ts";
import type { Rule } from "./rule.ts";

/** Minutes that an executive has for one pre-read. */
const MINUTES = 15;

export const readTime: Rule = {
  code: "read/time",
  severity: "warning",
  on: "pages",
  asks: "The body is read in 15 minutes, at 238 words a minute and 20 seconds an exhibit.",
  why: "What does not fit the quarter of an hour before the meeting is not read.",
  hint: "Shorten the slides with the most words, or leave charts out that carry no reason.",
  source: "Brysbaert 2019, Journal of Memory and Language 109: 238 words a minute; Duarte, Slidedocs",
  examples: {
    valid: { subtitle: "In a minute" },
    invalid: {
      metrics: Array.from({ length: 14 }, (_, n) => ({
        id: n === 0 ? "wait" : n === 1 ? "stay" : `m-${n}`,
        name: `Waiting in region ${n}`,
        unit: "days",
        source: "s",
        asOf: "2026-10-31",
        owner: "head",
        supports: ["g"],
        values: [
          { period: "2025", value: 5 },
          { period: "2026", value: 4 },
        ],
      })),
      charts: Array.from({ length: 45 }, (_, n) => ({
        id: `c-${n}`,
        kind: "column",
        message: `Waiting got shorter in region ${n}, as it did in others`,
        metrics: ["wait"],
        supports: ["g"],
      })),
    },
  },
  check: ({ deck, pages }) => {
    if (deck.minutes <= MINUTES) return [];
    const heavy = body(pages.pages)
      .map((page) => ({
        page,
        load: page.items.flatMap(paragraphsOf).reduce((sum, each) => sum + words(pageText(each)), 0),
      }))
      .sort((a, b) => b.load - a.load)
      .slice(0, 3);
    const [first] = heavy;
    if (first === undefined) return [];
    const named = heavy
      .map(({ page, load }) => `${quoted(page.title, 40)} (${count(load, "word")})`)
      .join(", ");
    return [
      {
        what: `The body takes ${deck.minutes} minutes to read; ${MINUTES} are there.`,
        hint: `The longest slides are ${named}.`,
        ...at(first.page),
      },
    ];
  },
};
