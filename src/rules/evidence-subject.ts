import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { plainText } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const evidenceSubject: Rule = {
  code: "evidence/subject",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  reads: ["why.reasons", "metrics.*", "charts.*", "quotes.*", "wins.*", "pictures.*", "goals.*"],
  asks: "The evidence of a reason is about what the reason says.",
  why: "A chart of another matter beside a claim looks like an attempt to hide that there is none.",
  hint: "Name evidence that measures what the claim says, or use its figure in because.",
  source: "Toulmin, The Uses of Argument: data, warrant, claim",
  sees: [
    "It speaks only where nothing links a reason to any of its evidence: no figure of it in the sentence, and no word in common with its name, definition, message, labels, unit or words, nor with the goal that it supports. One unrelated piece beside a related one is not found.",
  ],
  examples: {
    valid: {
      why: {
        statement: "Customers leave.",
        reasons: [{ claim: "Waiting takes too long", because: "It takes four days.", evidence: ["wait"] }],
      },
    },
    invalid: {
      why: {
        statement: "Customers leave.",
        reasons: [{ claim: "Rents rise everywhere", because: "Landlords ask for more.", evidence: ["wait"] }],
      },
    },
  },
  check: ({ bundle, written }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    return (bundle.why.reasons ?? []).flatMap(({ claim, because, evidence }, n): readonly Finding[] => {
      const raw = written.why.reasons?.[n];
      const said = `${plainText(claim)} ${plainText(because)}`;
      const about = evidence.map((id) => wordsOf(bundle, id));
      const linked =
        about.includes(undefined) ||
        evidence.some((id) => `${raw?.claim} ${raw?.because}`.includes(`${id}.`)) ||
        about.some((text) => text !== undefined && sharedWords(language, said, text).length > 0);
      return linked || language.contentWords(said).length < 3
        ? []
        : [
            {
              what: `Nothing links ${quoted(claim)} to its evidence, ${evidence.map((id) => quoted(id)).join(" and ")}.`,
              path: ["why", "reasons", n, "evidence"],
            },
          ];
    });
  },
};

/** All that the bundle says about a piece of evidence; undefined for one that it does not have. */
function wordsOf(bundle: Bundle, id: string): string | undefined {
  const { metrics = [], charts = [], quotes, wins = [], pictures = [], goals } = bundle;
  const goalsOf = (ids: readonly string[]): readonly (string | undefined)[] =>
    goals.flatMap((goal) => (ids.includes(goal.id) ? [goal.name, goal.contribution] : []));
  const metricOf = (each: string): readonly (string | undefined)[] =>
    metrics.flatMap((metric) =>
      metric.id === each
        ? [
            metric.name,
            metric.definition,
            metric.assumption,
            metric.unit,
            ...goalsOf([
              ...(metric.supports ?? []),
              ...goals.flatMap((goal) => (goal.metric === each ? goal.id : [])),
            ]),
          ]
        : [],
    );
  const texts = [
    ...metricOf(id),
    ...charts.flatMap((chart) =>
      chart.id === id
        ? [
            chart.message,
            chart.meaning,
            chart.measure,
            chart.unit,
            ...(chart.data ?? []).map(({ label }) => label),
            ...(chart.series ?? []),
            ...(chart.metrics ?? []).flatMap(metricOf),
            ...goalsOf(chart.supports ?? []),
          ]
        : [],
    ),
    ...quotes.flatMap((quote) => (quote.id === id ? [quote.text, ...goalsOf([quote.goal ?? ""])] : [])),
    ...wins.flatMap((win) => (win.id === id ? [win.what] : [])),
    ...pictures.flatMap((picture) =>
      picture.id === id ? [picture.message, picture.alt, ...goalsOf(picture.supports ?? [])] : [],
    ),
  ];
  return texts.length === 0 ? undefined : texts.map((text) => plainText(text ?? "")).join(" ");
}
