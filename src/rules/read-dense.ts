import { count, quoted } from "../diagnostics/make.ts";
import type { Page } from "../model/page.ts";
import { at, body, pageText } from "./facts/pages.ts";
import { words } from "./facts/sentences.ts";
import type { Rule } from "./rule.ts";

/** Words of running text from which a slide is dense, and from which it is not read. */
const DENSE = 150;
const FULL = 220;
/** The answer and the decision hold the whole argument on one page each; they may say twice as much. */
const WHOLE: ReadonlySet<string> = new Set(["answer", "decision"]);
/** Text under this size in pt is a label, a source or a footer: looked up, not read. */
const READ_FROM = 11;

export const readDense: Rule = {
  code: "read/dense",
  severity: "warning",
  on: "pages",
  asks: "A body slide has at most 150 words of running text, and never more than 220; twice as many where it holds the whole argument.",
  why: "A page of solid text is skipped, and with it the exhibit beside it.",
  hint: "Cut what the exhibit already shows, or make two slides of it.",
  source: "Duarte, Slidedocs: up to 150 words a page; Sweller, cognitive load",
  examples: {
    valid: { why: { statement: "Customers leave unheard." } },
    invalid: {
      why: {
        statement: "Customers leave unheard.",
        situation: "Most customers are answered within a week of asking, and most of them stay. ".repeat(5),
        complication:
          "Since spring they ask twice, and those who ask twice leave before the third time. ".repeat(6),
      },
    },
  },
  check: ({ pages }) =>
    body(pages.pages).flatMap((page) => {
      const n = running(page);
      const share = WHOLE.has(page.kind) ? 2 : 1;
      if (n <= DENSE * share) return [];
      const full = n > FULL * share;
      return [
        {
          what: `The slide ${quoted(page.title)} has ${count(n, "word")} of running text; ${(full ? FULL : DENSE) * share} are ${full ? "the most" : "easy to read"}.`,
          severity: full ? ("error" as const) : ("warning" as const),
          ...at(page),
        },
      ];
    }),
};

/** Words outside tables, titles, labels and footers. */
const running = (page: Page): number =>
  page.items
    .flatMap((item) =>
      item.type === "text" && (item.placeholder ?? "body") === "body" && item.role !== "kicker"
        ? item.paragraphs
        : [],
    )
    .filter((paragraph) => (paragraph.runs[0]?.size ?? 0) >= READ_FROM)
    .reduce((sum, paragraph) => sum + words(pageText(paragraph)), 0);
