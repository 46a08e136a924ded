import { quoted } from "../diagnostics/make.ts";
import { isCurrency } from "../locales/numbers.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { claims, plans } from "./facts/prose.ts";
import type { Sentence } from "./facts/sentences.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const toneJargon: Rule = {
  code: "tone/jargon",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  reads: ["glossary.*.term"],
  asks: "Every acronym and term of a trade is common, is explained where it stands, or is in the glossary.",
  why: "A reader who does not know a word does not ask; the sentence is lost, and some of the goodwill.",
  hint: "Write it out, say it in plain words, or add it to the glossary.",
  source: "ISO 24495-1:2023, plain language; Pinker, The Sense of Style: the curse of knowledge",
  examples: {
    valid: {
      why: { statement: "The NPS falls with every day of waiting." },
      glossary: [{ term: "NPS", meaning: "How many would recommend us, less how many would not" }],
    },
    invalid: { why: { statement: "The NPS falls with every day of waiting." } },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    const known = knownTo(bundle);
    const texts: readonly Sentence[] = [
      ...claims(bundle),
      ...plans(bundle),
      ...bundle.goals.map(({ name }, n) => ({ text: name, path: ["goals", n, "name"] })),
      ...(bundle.metrics ?? []).map(({ name }, n) => ({ text: name, path: ["metrics", n, "name"] })),
      ...(bundle.objections ?? []).map(({ objection }, n) => ({
        text: objection,
        path: ["objections", n, "objection"],
      })),
    ];
    // One finding a term, at its first place.
    const first = new Map<string, Finding>();
    for (const { text, path } of texts) {
      for (const term of language.jargon(text, known)) {
        const key = term.toLowerCase();
        if (!first.has(key) && !isCurrency(term))
          first.set(key, {
            what: `${quoted(term)} is neither common nor in the glossary.`,
            excerpt: term,
            path,
          });
      }
    }
    return [...first.values()];
  },
};

/** Terms of the glossary, terms that are explained in brackets anywhere, and names: organisation, teams, sources, units. */
function knownTo(bundle: Bundle): ReadonlySet<string> {
  const { glossary = [], organisation = "", stakeholders = [], sources = [], metrics = [], goals } = bundle;
  const names = [
    organisation,
    ...stakeholders.flatMap(({ team, name }) => [team ?? "", name]),
    ...goals.flatMap(({ teams = [] }) => teams),
    ...sources.map(({ owner }) => owner ?? ""),
    ...metrics.map(({ unit }) => unit ?? ""),
  ].flatMap((name) => name.split(/[\s,()]+/u));
  const explained = claims(bundle).flatMap(({ text }) =>
    [...text.matchAll(/\((\p{Lu}[\p{L}&]{1,7})\)/gu)].map((match) => match[1] ?? ""),
  );
  const terms = glossary.flatMap(({ term }) => [
    term,
    ...term.split(/\s+/u).filter((word) => /^\p{Lu}{2,}/u.test(word)),
  ]);
  return new Set(
    [...terms, ...names, ...explained].map((each) => each.toLowerCase()).filter((each) => each !== ""),
  );
}
