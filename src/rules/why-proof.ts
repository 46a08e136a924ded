import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { plainText } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Share of the words of a claim with which another says the same. */
const ALIKE = 0.75;

export const whyProof: Rule = {
  code: "why/proof",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["counting"],
  reads: ["why.reasons", "quotes.*", "metrics.*", "charts.*"],
  asks: "The first reason has a figure, a number rests on more than what somebody said, evidence is shown, and no two reasons say the same.",
  why: "The strongest reason is the one that is attacked first, and a voice proves how somebody sees it, not how much it is.",
  hint: "Put the reason with the best figure first, and name the metric or the chart that it comes from.",
  source: "Minto, The Pyramid Principle; Toulmin, The Uses of Argument: data, warrant, claim",
  sees: [
    "Two reasons say the same where three quarters of the words of the shorter claim, and three at least, stand in the other one. A figure is any number, in digits or in words.",
  ],
  examples: {
    valid: {
      why: {
        statement: "Customers leave.",
        reasons: [
          {
            claim: "Waiting takes four days",
            because: "It takes longer than a customer waits.",
            evidence: ["wait"],
          },
        ],
      },
    },
    invalid: {
      why: {
        statement: "Customers leave.",
        reasons: [
          { claim: "Waiting takes 40% of a day", because: "The team sees it daily.", evidence: ["q-lead"] },
        ],
      },
    },
  },
  check: ({ bundle, written }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    const { reasons = [] } = bundle.why;
    return reasons.flatMap(({ claim, because, evidence }, n): readonly Finding[] => {
      const path = ["why", "reasons", n];
      const said = `${plainText(claim)}. ${plainText(because)}`;
      const raw = `${written.why.reasons?.[n]?.claim} ${written.why.reasons?.[n]?.because}`;
      const out: Finding[] = [];
      const twin = reasons
        .slice(0, n)
        .find((other) => alike(language, plainText(claim), plainText(other.claim)));
      if (twin !== undefined)
        out.push({
          what: `${quoted(plainText(claim))} says the same as ${quoted(plainText(twin.claim))}.`,
          hint: "Make one reason of both, with the evidence of both.",
          path,
        });
      const hidden = bundle.quotes.find(
        (quote) => evidence.includes(quote.id) && quote.permission === "none",
      );
      const shown = evidence.filter((id) => id !== hidden?.id);
      if (hidden !== undefined && shown.length > 0)
        out.push({
          what: `${quoted(hidden.id)} is evidence of ${quoted(plainText(claim))}, but may not be shown.`,
          hint: "Take it out of the evidence, or ask for permission.",
          path: [...path, "evidence"],
        });
      const measured = language.numbersIn(said).some(({ unit, share }) => unit !== "" || share);
      if (measured && shown.length > 0 && shown.every((id) => isQuote(bundle, id)) && !raw.includes("{{"))
        out.push({
          what: `${quoted(plainText(claim))} says how much, and rests on what was said alone.`,
          path: [...path, "evidence"],
        });
      // The figure of a metric or chart stands beside its reason, whether the sentence says it or not.
      const figures = evidence.some((id) => isMeasured(bundle, id)) || raw.includes("{{");
      if (n === 0 && reasons.length > 1 && !figures && !hasFigure(language, said))
        out.push({ what: `The first reason, ${quoted(plainText(claim))}, has no figure.`, path });
      return out;
    });
  },
};

const isQuote = ({ quotes }: Bundle, id: string): boolean => quotes.some((quote) => quote.id === id);

const isMeasured = ({ metrics, charts }: Bundle, id: string): boolean =>
  [...(metrics ?? []), ...(charts ?? [])].some((one) => one.id === id);

const hasFigure = (language: Language, text: string): boolean =>
  /\p{Nd}/u.test(text) ||
  language.numbersIn(text).length > 0 ||
  (language.counting?.counts(text) ?? []).length > 0;

function alike(language: Language, one: string, other: string): boolean {
  const [mine, theirs] = [
    new Set(language.contentWords(one)).size,
    new Set(language.contentWords(other)).size,
  ];
  const shared = sharedWords(language, one, other).length;
  return shared >= 3 && shared >= ALIKE * Math.min(mine, theirs);
}
