import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Figures } from "../model/figures.ts";
import { whole } from "./facts/cash.ts";
import { sensitivitiesOf } from "./facts/drivers.ts";
import { exampleInvestment } from "./facts/examples.ts";
import { plainText } from "./facts/sentences.ts";
import { names, sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Likelihood and impact, multiplied, from which on a risk is high. */
const HIGH = 15;

export const objectionsDoubt: Rule = {
  code: "objections/doubt",
  severity: "warning",
  on: "figures",
  heuristic: true,
  reads: ["objections.*", "risks.*", "investment", "quotes.*"],
  asks: "The doubt that is left of an objection is not low where the deck's own risks or sensitivities say otherwise.",
  why: "Whoever finds the doubt on one page and its absence on another believes neither.",
  hint: "Raise residual, and say in wouldChangeOurMind what would settle it; or correct the risk.",
  source: "Kahneman, Thinking, Fast and Slow: the premortem; ISO 31000: residual risk",
  sees: [
    "An objection is about a risk that its words name, and about a driver that it attacks with the investment or whose name its words have in full. A risk is high from 15 on, likelihood times impact; a driver is one where an end has a net present value below zero.",
  ],
  examples: {
    valid: {},
    invalid: {
      objections: [
        {
          id: "o-1",
          objection: "The suppliers of spare parts are late every winter.",
          from: "lead",
          concede: "They were in January.",
          answer: "The waiting time says otherwise.",
          evidence: ["wait"],
          attacks: ["ask"],
          owner: "lead",
          residual: "low",
        },
        ...["It is dear", "It is not ours"].map((objection, n) => ({
          id: `o-${n + 2}`,
          objection,
          from: "lead",
          concede: "It may be so.",
          answer: "The waiting time says otherwise.",
          evidence: ["wait"],
          attacks: ["ask"],
          owner: "lead",
          residual: "medium" as const,
        })),
      ],
      risks: [
        {
          risk: "Spare parts are late",
          likelihood: 4,
          impact: 4,
          mitigation: "Two suppliers",
          owner: "lead",
          trigger: "No parts by March",
        },
      ],
      investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000]),
    },
  },
  check: ({ bundle, figures }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    return (bundle.objections ?? []).flatMap((objection, n): readonly Finding[] => {
      if (objection.residual !== "low") return [];
      const against = openRisk(language, bundle, objection) ?? openDriver(language, figures, objection);
      return against === undefined
        ? []
        : [
            {
              what: `The doubt that is left of ${quoted(objection.id)} is called low, but ${against}.`,
              path: ["objections", n, "residual"],
            },
          ];
    });
  },
};

type Objection = NonNullable<Bundle["objections"]>[number];

const textOf = ({ objection, concede, answer }: Objection): string =>
  [objection, concede, answer].map((text) => plainText(text ?? "")).join(" ");

function openRisk(language: Language, { risks = [] }: Bundle, objection: Objection): string | undefined {
  const text = textOf(objection);
  const found = risks.find(
    ({ risk, likelihood = 0, impact = 0 }) =>
      likelihood * impact >= HIGH && names(language, text, plainText(risk)),
  );
  return found === undefined
    ? undefined
    : `the risk ${quoted(plainText(found.risk))} is rated ${(found.likelihood ?? 0) * (found.impact ?? 0)} of 25`;
}

function openDriver(language: Language, figures: Figures, objection: Objection): string | undefined {
  const text = textOf(objection);
  const attacks = (objection.attacks ?? []).includes("investment");
  const found = sensitivitiesOf(figures).find(({ driver, low, high }) => {
    const shared = sharedWords(language, driver, text).length;
    const inFull = shared > 1 && shared === new Set(language.contentWords(driver)).size;
    return Math.min(low.npv, high.npv) < 0 && (inFull || (attacks && shared > 0));
  });
  return found === undefined
    ? undefined
    : `the sensitivity ${quoted(found.driver)} has a net present value of ${whole(Math.min(found.low.npv, found.high.npv))} at one end`;
}
