import { count, quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { at, titleOf } from "./facts/pages.ts";
import { plainText } from "./facts/sentences.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Lines that a title may take. A cover and a statement stand alone on their page and may take one more. */
const LINES = { cover: 3, content: 2, contentShort: 1, statement: 3, divider: 3 } as const;

export const titlesSentence: Rule = {
  code: "titles/sentence",
  severity: "error",
  on: "pages",
  heuristic: true,
  asks: "A claim or a message is a sentence with a verb, no label; a title takes at most two lines, three where it stands alone or where the titles of the company's template are narrow.",
  why: "Titles are what is surely read; a third line is not.",
  hint: "Shorten the claim or message that the title is made of.",
  source: "Garner and Alley 2013: sentence headlines of at most two lines; Duarte, Slidedocs",
  examples: {
    valid: { title: "Answer faster" },
    invalid: {
      why: {
        statement: "Customers leave before anyone has answered them.",
        reasons: [
          {
            claim:
              "Answers come too late for customers who have asked twice, who have waited for more than a week in between, who have then called the number on their bill in the evening, and who have reached nobody who could have told them anything at all",
            because: "They take four days.",
            evidence: ["wait"],
          },
        ],
      },
    },
  },
  check: ({ bundle, pages, titleLines }) => [
    ...labels(bundle),
    ...pages.pages.flatMap((page) => {
      const lines =
        titleOf(page)?.paragraphs.reduce((sum, paragraph) => sum + paragraph.lines.length, 0) ?? 0;
      const most = Math.max(LINES[page.layout], titleLines(page.layout));
      return lines > most
        ? [
            {
              what: `The title ${quoted(page.title)} takes ${count(lines, "line")}; ${most} are allowed.`,
              ...at(page),
            },
          ]
        : [];
    }),
  ],
};

/** The languages that rules know are written in Latin letters; a title that is mostly in others is in none of them. */
const isLatin = (text: string): boolean =>
  2 * (text.match(/\p{Script=Latin}/gu)?.length ?? 0) >= (text.match(/\p{L}/gu)?.length ?? 0);

/** Claims and messages that name a topic and say nothing about it. */
function labels(bundle: Bundle): readonly Finding[] {
  const language = languageOf(bundle);
  if (language === undefined) return [];
  const titles = [
    ...(bundle.why.reasons ?? []).map(({ claim }, n) => ({
      text: claim,
      path: ["why", "reasons", n, "claim"],
    })),
    ...(bundle.charts ?? []).map(({ message }, n) => ({ text: message, path: ["charts", n, "message"] })),
    ...(bundle.pictures ?? []).map(({ message }, n) => ({ text: message, path: ["pictures", n, "message"] })),
  ];
  return titles
    .filter(({ text }) => isLatin(text))
    .filter(({ text }) => !language.isSentence(plainText(text)))
    .map(({ text, path }) => ({
      // Whether words have a verb is read, and now and then misread; an error would stop a final deck.
      severity: "warning" as const,
      what: `${quoted(text, 90)} names a topic and says nothing about it.`,
      hint: "Write what the reader is to see in it, as a sentence with a verb.",
      path,
    }));
}
