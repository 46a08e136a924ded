import { count, quoted } from "../diagnostics/make.ts";
import type { Bundle, Quote } from "../model/bundle/index.ts";
import { drawn } from "./facts/quotes.ts";
import { letters, type Sentence, sentences, words } from "./facts/sentences.ts";
import type { Finding, Rule } from "./rule.ts";

/** Longest quote, in words, and the shortest that counts as somebody's own words when it stands elsewhere. */
const LONGEST = 40;
const TELLING = 5;

/** A quote without a name whose speaker its own words, or the page that it stands on, name. */
function namedAnyway(bundle: Bundle, quote: Quote, n: number): readonly Finding[] {
  if (!drawn(quote) || quote.permission === "named") return [];
  const speaker = bundle.stakeholders?.find((person) => person.id === quote.from);
  if (speaker === undefined) return [];
  const shown = `The quote ${quoted(quote.id)} may be shown ${quote.permission === "role" ? "by role" : "anonymously"} only,`;
  const path = ["quotes", n];
  const name = letters(speaker.name);
  const out: Finding[] =
    name !== "" && ` ${letters(quote.text)} `.includes(` ${name} `)
      ? [
          {
            what: `${shown} but its words name ${speaker.name}.`,
            hint: "Cut the name, and ask again whether it may stand so.",
            path: [...path, "text"],
          },
        ]
      : [];
  for (const [index, objection] of (bundle.objections ?? []).entries())
    if (objection.from === quote.from && objection.evidence?.includes(quote.id))
      out.push({
        what: `${shown} but stands on the page of the objection ${quoted(objection.id)}, which names ${speaker.name} as the one who raised it.`,
        hint: "Take the quote out of the objection's evidence, or take from out of the objection.",
        path: ["objections", index, "evidence"],
      });
  for (const [index, win] of (bundle.wins ?? []).entries()) {
    const thanked = name !== "" && ` ${letters(win.thanks ?? "")} `.includes(` ${name} `);
    const told = ` ${letters(win.what)} `.includes(` ${name} `) && win.date === quote.date;
    if ((thanked || told) && speaker.id !== bundle.ask?.approver && speaker.id !== bundle.ask?.owner)
      out.push({
        severity: "warning",
        what: `${shown} but a win of ${win.date} names ${speaker.name}.`,
        hint: "Thank the team, or ask whether the name may stand there.",
        path: ["wins", index, thanked ? "thanks" : "what"],
      });
  }
  return out;
}

/** Anonymous words whose team or day leave one person who can have said them, as the deck lists everyone who was met. */
function singledOut(bundle: Bundle, quote: Quote, n: number): readonly Finding[] {
  const { stakeholders = [] } = bundle;
  const speaker = stakeholders.find(({ id }) => id === quote.from);
  if (!drawn(quote) || quote.permission !== "anonymous" || speaker?.team === undefined) return [];
  const team = stakeholders.filter((each) => each.team === speaker.team);
  if (team.length > 1 || speaker.met === undefined || speaker.met !== quote.date) return [];
  return [
    {
      severity: "warning",
      what: `The quote ${quoted(quote.id)} may be shown anonymously only, but is dated ${quote.date}, the day on which ${speaker.name} was met, the only one listed of the team ${quoted(speaker.team)}.`,
      hint: "Date it by the month, or ask whether it may carry the role.",
      path: ["quotes", n],
    },
  ];
}

/** Words of a quote, of four letters at least, that tell it when they stand beside the name of who said it. */
const TOLD = 3;

/** Other texts that name a speaker without a name beside the words of the quote. */
function saidElsewhere(bundle: Bundle, quote: Quote, elsewhere: readonly Sentence[]): readonly Finding[] {
  if (!drawn(quote) || quote.permission === "named") return [];
  const name = letters(bundle.stakeholders?.find(({ id }) => id === quote.from)?.name ?? "");
  if (name === "") return [];
  const own = new Set(
    letters(quote.text)
      .split(" ")
      .filter((word) => word.length >= 4),
  );
  const telling = elsewhere.find(({ text, path }) => {
    const said = ` ${letters(text)} `;
    const shared = new Set(said.split(" ").filter((word) => own.has(word)));
    return path[0] !== "stakeholders" && said.includes(` ${name} `) && shared.size >= TOLD;
  });
  return telling === undefined
    ? []
    : [
        {
          severity: "warning",
          what: `The quote ${quoted(quote.id)} may be shown without a name only, but another text has the name beside its words: ${quoted(telling.text, 90)}`,
          hint: "Take the name out of that text, or ask whether the quote may carry it.",
          path: telling.path,
        },
      ];
}

export const quotesConsent: Rule = {
  code: "quotes/consent",
  severity: "error",
  on: "bundle",
  firm: true,
  asks: "Every quote has a date and the permission of whoever said it, is at most 40 words long, and is shown nowhere without permission.",
  why: "A person who finds their words in a deck without having been asked will not be asked again.",
  hint: 'Ask, then write "permission": "named", "role", "anonymous" or "none"; with none the quote is never drawn.',
  source:
    "ICC/ESOMAR International Code, article 4: consent; APA 7, 8.27: from 40 words on a quotation is a block",
  examples: {
    valid: {
      quotes: [
        {
          id: "q-head",
          from: "head",
          date: "2026-10-01",
          permission: "named",
          text: "Show me the control group.",
        },
        {
          id: "q-lead",
          from: "lead",
          date: "2026-10-02",
          permission: "role",
          text: "We see it daily.",
          tone: "doubts",
        },
      ],
    },
    invalid: {
      quotes: [
        { id: "q-head", from: "head", date: "2026-10-01", text: "Show me the control group." },
        {
          id: "q-lead",
          from: "lead",
          date: "2026-10-02",
          permission: "role",
          text: "We see it daily.",
          tone: "doubts",
        },
      ],
    },
  },
  check: ({ bundle }) => {
    const elsewhere = sentences(bundle).filter(({ path }) => path[0] !== "quotes");
    return bundle.quotes.flatMap((quote, n) => {
      const name = `The quote ${quoted(quote.id)}`;
      const out: Finding[] = [];
      if (quote.permission === undefined)
        out.push({ what: `${name} does not say how its speaker may be shown.`, path: ["quotes", n] });
      if (quote.date === undefined)
        out.push({
          what: `${name} has no date.`,
          hint: "Add the day on which it was said.",
          path: ["quotes", n],
        });
      const length = words(quote.text);
      if (length > LONGEST)
        out.push({
          what: `${name} has ${count(length, "word")}; ${LONGEST} are read.`,
          hint: `Cut ${count(length - LONGEST, "word")}, and ask again whether it may stand so.`,
          severity: "warning",
          path: ["quotes", n, "text"],
        });
      out.push(...namedAnyway(bundle, quote, n));
      out.push(...singledOut(bundle, quote, n));
      out.push(...saidElsewhere(bundle, quote, elsewhere));
      const own = letters(quote.text);
      const copy =
        drawn(quote) || own.split(" ").length < TELLING
          ? undefined
          : elsewhere.find(({ text }) => letters(text).includes(own));
      if (copy !== undefined)
        out.push({
          what: `${name} may not be shown, but its words stand elsewhere in the deck.`,
          hint: "Say it in your own words, or ask for permission.",
          path: copy.path,
        });
      return out;
    });
  },
};
