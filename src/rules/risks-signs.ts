import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { whole } from "./facts/cash.ts";
import { sensitivitiesOf } from "./facts/drivers.ts";
import { datesIn, spanOf } from "./facts/said-dates.ts";
import { plainText } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Likelihood times impact up to which a risk is rated as none. */
const LOW = 4;

export const risksSigns: Rule = {
  code: "risks/signs",
  severity: "warning",
  on: "figures",
  heuristic: true,
  needs: ["feeling"],
  reads: ["plan", "investment"],
  asks: "The sign of a risk can be observed, and comes while something can be done; what makes the case negative is not rated as nothing.",
  why: "A sign that comes when the work is over warns nobody.",
  hint: "Name something that is counted, on a day before the last gate or the end of the phase.",
  source: "Klein, Performing a Project Premortem, 2007; ISO 31000: risk is analysed by its consequences",
  sees: [
    "A sign is late where its date is after the end of the plan, or after the one phase that its risk names. It cannot be observed where it is a feeling or an impression, without a number.",
    "A risk is held against the driver of the sensitivity with whose name it shares a word, where an end of that driver has a net present value below zero.",
  ],
  examples: {
    valid: {
      risks: [
        {
          risk: "Desks come late",
          likelihood: 3,
          impact: 4,
          mitigation: "Two suppliers",
          owner: "head",
          trigger: "Two desks missing by March",
        },
      ],
    },
    invalid: {
      risks: [
        {
          risk: "Desks come late",
          likelihood: 3,
          impact: 4,
          mitigation: "Two suppliers",
          owner: "head",
          trigger: "A feeling that it takes long",
        },
      ],
    },
  },
  check: ({ bundle, figures }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    const drivers = sensitivitiesOf(figures);
    return (bundle.risks ?? []).flatMap(({ risk, trigger, likelihood, impact }, n): readonly Finding[] => {
      const said = plainText(risk);
      const sinks = drivers.find(
        ({ driver, low, high }) =>
          Math.min(low.npv, high.npv) < 0 && sharedWords(language, driver, said).length > 0,
      );
      const rated =
        sinks !== undefined && likelihood * impact <= LOW
          ? [
              {
                what: `${quoted(said)} is rated ${likelihood} times ${impact}, but ${quoted(sinks.driver)} takes the net present value down to ${whole(Math.min(sinks.low.npv, sinks.high.npv))}.`,
                hint: "Rate its impact by what it does to the case.",
                path: ["risks", n],
              },
            ]
          : [];
      return trigger === undefined
        ? rated
        : [...rated, ...ofSign(language, bundle, said, plainText(trigger), n)];
    });
  },
};

function ofSign(
  language: Language,
  { plan }: Bundle,
  risk: string,
  sign: string,
  n: number,
): readonly Finding[] {
  const path = ["risks", n, "trigger"];
  if (language.feeling?.test(sign) && language.numbersIn(sign).length === 0 && !/\p{Nd}/u.test(sign))
    return [{ what: `The sign of ${quoted(risk)} cannot be observed: ${quoted(sign, 90)}`, path }];
  const { phases = [], milestones = [] } = plan ?? {};
  const own = phases.filter(({ name }) => sharedWords(language, name, risk).length > 0);
  const ends =
    own.length === 1
      ? own.map(({ end }) => end)
      : [...phases.map(({ end }) => end), ...milestones.map(({ date }) => date)];
  const end = ends.toSorted().at(-1);
  if (end === undefined || phases.length === 0) return [];
  const late = datesIn(language, sign).find((date) => spanOf(date, end).from > end);
  return late === undefined
    ? []
    : [
        {
          what: `${quoted(late.text)} is when ${quoted(risk)} shows, after ${own.length === 1 ? `the phase ${quoted(own[0]?.name ?? "")} ends` : "the end of the plan"} on ${end}.`,
          excerpt: late.text,
          path,
        },
      ];
}
