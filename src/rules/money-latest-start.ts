import { monthPosition, parseDay } from "../base/date.ts";
import { type Period, parsePeriod } from "../base/period.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { moneyIn } from "./facts/cash.ts";
import { deckDate } from "./facts/dates.ts";
import { exampleInvestment } from "./facts/examples.ts";
import { datesIn, spanOf } from "./facts/said-dates.ts";
import { plainText } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const moneyLatestStart: Rule = {
  code: "money/latest-start",
  severity: "warning",
  on: "figures",
  heuristic: true,
  needs: ["dates"],
  reads: ["investment", "ask", "risks", "plan.milestones", "locale"],
  asks: "The decision, the start, the first gate, and whatever releases or stops the money comes while the benefits can still begin early enough.",
  why: "After the latest start the case loses money even if everything works; a question that is asked later comes too late.",
  hint: "Move the date before the latest start, {{investment.latestStart}}, or say why the case stands all the same.",
  source: "HM Treasury, The Green Book: switching values; Brealey, Myers and Allen, chapter 10",
  sees: [
    "The latest start is the last period in which the benefits may begin, costs and horizon as planned, before the net present value is below zero: the figure investment.latestStart.",
    "It compares ask.by and ask.start and, where the case bears a delay of a period at least, the first gate, dates in conditions that name money, and dates in triggers that name a benefit of the investment by its words. In a language without words of dates only the first two and the gate are compared.",
  ],
  examples: {
    valid: {
      investment: exampleInvestment([20000, 10000, 10000], [20000, 40000, 40000], { discountRate: 0 }),
      plan: {
        milestones: [{ name: "Extend it", date: "2027-05-07", gate: true, owner: "head" }],
        next: [{ what: "Name the team", owner: "lead", by: "2026-12-18" }],
      },
    },
    invalid: {
      investment: exampleInvestment([20000, 10000, 10000], [20000, 40000, 40000], { discountRate: 0 }),
      plan: {
        milestones: [{ name: "Extend it", date: "2029-05-07", gate: true, owner: "head" }],
        next: [{ what: "Name the team", owner: "lead", by: "2026-12-18" }],
      },
    },
  },
  check: ({ bundle, figures }) => {
    const latest = figures.investment?.figures["latestStart"];
    const period = parsePeriod(latest?.period ?? "");
    if (latest === undefined || period === undefined) return [];
    const language = languageOf(bundle);
    const tooLate = (date: string): boolean => isAfter(date, period);
    const until = `${latest.text}, the latest start of the benefits`;
    const early = ofAsk(bundle, tooLate, until);
    // Where the case bears no delay, whatever looks at results comes after the latest start.
    if (latest.value < 1) return early;
    return [
      ...early,
      ...firstGate(bundle, tooLate, until),
      ...(language === undefined ? [] : inWords(bundle, language, tooLate, until)),
    ];
  },
};

type Late = (date: string) => boolean;

function isAfter(date: string, { end }: Period): boolean {
  const day = parseDay(date);
  return day !== undefined && monthPosition(day) >= end;
}

function ofAsk({ ask }: Bundle, tooLate: Late, until: string): readonly Finding[] {
  const said = { by: "The decision is needed by", start: "The work starts on" } as const;
  return (["by", "start"] as const).flatMap((field) => {
    const date = ask?.[field];
    return date === undefined || !tooLate(date)
      ? []
      : [{ what: `${said[field]} ${date}, after ${until}.`, path: ["ask", field] }];
  });
}

/** Later gates may judge what the first one has let pass in time. */
function firstGate({ plan }: Bundle, tooLate: Late, until: string): readonly Finding[] {
  const gates = (plan?.milestones ?? [])
    .map((milestone, n) => ({ ...milestone, n }))
    .filter(({ gate }) => gate === true)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const [first] = gates;
  return first === undefined || !tooLate(first.date)
    ? []
    : [
        {
          what: `No gate comes in time: the first one, ${quoted(first.name)} on ${first.date}, is after ${until}.`,
          path: ["plan", "milestones", first.n, "date"],
        },
      ];
}

function inWords(bundle: Bundle, language: Language, tooLate: Late, until: string): readonly Finding[] {
  const { ask, risks = [], investment } = bundle;
  const near = deckDate(bundle) ?? ask?.by ?? "2026-01-01";
  const benefits = (investment?.benefits ?? []).map(({ name }) => name);
  const late = (text: string, path: Finding["path"], what: string): readonly Finding[] => {
    const dates = datesIn(language, text);
    const [first] = dates;
    return first === undefined || !dates.every((date) => tooLate(spanOf(date, near, true).from))
      ? []
      : [{ what: `${quoted(first.text)} ${what} ${until}.`, excerpt: first.text, ...(path && { path }) }];
  };
  return [
    ...(ask?.terms ?? []).flatMap((term, n) => {
      const text = plainText(term);
      return moneyIn(language, text).length === 0
        ? []
        : late(text, ["ask", "terms", n], "releases or stops money after");
    }),
    ...risks.flatMap(({ trigger }, n) => {
      const text = plainText(trigger ?? "");
      return benefits.some((name) => sharedWords(language, name, text).length > 0)
        ? late(text, ["risks", n, "trigger"], "is watched for after")
        : [];
    }),
  ];
}
