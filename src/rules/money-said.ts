import { decimal } from "../base/decimal.ts";
import { periodsPerYear } from "../base/period.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Bundle, Investment } from "../model/bundle/index.ts";
import type { Figures, JsonPath } from "../model/figures.ts";
import { exampleInvestment } from "./facts/examples.ts";
import { claims, plans } from "./facts/prose.ts";
import { plainText, type Sentence } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const moneySaid: Rule = {
  code: "money/said",
  severity: "warning",
  on: "figures",
  heuristic: true,
  needs: ["money"],
  reads: ["investment", "options"],
  asks: "Horizon, payback and discount rate in words are those of the investment.",
  why: "A case over five years beside a table of four, or 8% in words beside 10%, is two cases.",
  hint: "Write what the investment has; {{investment.payback}} prints it.",
  source: "HM Treasury, The Green Book: appraisal period and discount rate are stated once; IBCS, CHECK",
  sees: [
    "A length of time is the horizon where its sentence has a figure of the investment ({{investment.npv}}, cost, benefit, net, roi) and says it of all of it (over four years, a four-year case), and the payback where its sentence says that money comes back. Sentences of other options, and those that name a cost or benefit of their own, are left alone.",
  ],
  examples: {
    valid: {
      investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000], {
        assumption: "Discounted at 5% a year",
      }),
    },
    invalid: {
      investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000], {
        assumption: "Discounted at 8% a year",
      }),
    },
  },
  check: ({ bundle, written, figures }) => {
    const language = languageOf(bundle);
    const { investment } = bundle;
    if (language === undefined || investment === undefined || figures.investment === undefined) return [];
    const read: Reading = { language, investment, figures };
    return [
      ...inSentences(bundle, language, (text, path) => [
        ...payback(read, text, path),
        ...discount(read, text, path),
      ]),
      ...inSentences(written, language, (text, path) => horizon(read, text, path)),
    ];
  },
};

interface Reading {
  readonly language: Language;
  readonly investment: Investment;
  readonly figures: Figures;
}

/** Stands for a figure of the investment in a sentence as it was written. */
const MONEY = "EUR 1";
const FIGURE = /\{\{[^}]*\}\}/gu;
const OF_INVESTMENT = /\binvestment(?:\.(?:npv|net|cost|benefit|roi))?[\s}]/u;

/** Every sentence in the deck's own voice about what is asked for. */
function inSentences(
  bundle: Bundle,
  language: Language,
  judge: (text: string, path: JsonPath) => readonly Finding[],
): readonly Finding[] {
  const { options = [], investment, sources = [] } = bundle;
  const others = new Set(options.flatMap(({ recommended }, n) => (recommended === true ? [] : [n])));
  const notes: readonly Sentence[] = [
    { text: plainText(investment?.assumption ?? ""), path: ["investment", "assumption"] },
    ...sources.map(({ note }, n) => ({ text: plainText(note ?? ""), path: ["sources", n, "note"] })),
  ];
  return [...claims(bundle), ...plans(bundle), ...notes]
    .filter(({ path }) => path[0] !== "options" || !others.has(Number(path[1])))
    .flatMap(({ text, path }) => language.sentences(told(text)).flatMap((each) => judge(each, path)));
}

/** A text in which figures of the investment are amounts, and others are nothing. */
const told = (text: string): string =>
  text.replaceAll(FIGURE, (figure) => (OF_INVESTMENT.test(figure) ? MONEY : "…"));

/** True where a sentence is about one of the costs or benefits, which has a payback of its own. */
const ofOneStream = ({ language, investment }: Reading, text: string): boolean =>
  [...investment.costs, ...investment.benefits].some(
    ({ name }) => sharedWords(language, name, text).length > 0,
  );

function payback(read: Reading, text: string, path: JsonPath): readonly Finding[] {
  const { paysBack, denies, spans } = read.language.money ?? {};
  const said = paysBack?.test(text) && denies?.test(text) !== true ? (spans?.(text) ?? []) : [];
  const [only] = said;
  if (only === undefined || said.length > 1 || ofOneStream(read, text)) return [];
  const figure = read.figures.investment?.figures["payback"];
  const course = read.figures.investment?.course;
  if (figure === undefined)
    return course === "never" || course === "short"
      ? [
          {
            what: `${quoted(only.text)} is said until the money is back, but within the periods of the investment it is not.`,
            excerpt: only.text,
            path,
          },
        ]
      : [];
  return figure.value * 12 <= only.months + only.step / 2
    ? []
    : [
        {
          what: `${quoted(only.text)} is said until the money is back, but by the costs and benefits it takes ${figure.text}.`,
          excerpt: only.text,
          path,
        },
      ];
}

function discount({ language, investment }: Reading, text: string, path: JsonPath): readonly Finding[] {
  if (!(language.money?.discounts?.test(text) ?? false)) return [];
  const shares = language.numbersIn(text).filter(({ unit, change }) => unit === "%" && !change);
  const [only] = shares;
  const rate = decimal(investment.discountRate).times(100).toNumber();
  if (only === undefined || shares.length > 1 || Math.abs(only.value - rate) <= only.step / 2 + 1e-9)
    return [];
  return [
    {
      what: `${quoted(only.text)} is said to be the discount rate, but the investment is discounted at ${rate}% a year.`,
      hint: "Write one rate in both places.",
      excerpt: only.text,
      path,
    },
  ];
}

function horizon({ language, investment }: Reading, text: string, path: JsonPath): readonly Finding[] {
  const { paysBack, spans } = language.money ?? {};
  if (!text.includes(MONEY) || (paysBack?.test(text) ?? false)) return [];
  const said = spans?.(text) ?? [];
  const [only] = said;
  const periods = investment.costs[0]?.values.length ?? 0;
  const months = (12 * periods) / periodsPerYear(investment.period);
  if (only === undefined || said.length > 1 || !only.whole) return [];
  return Math.abs(only.months - months) <= only.step / 2
    ? []
    : [
        {
          what: `${quoted(only.text)} stands beside a figure of the investment, which runs over ${periods} ${periods === 1 ? investment.period : `${investment.period}s`}.`,
          hint: "Write the length of the investment, or add the periods that are missing.",
          excerpt: only.text,
          path,
        },
      ];
}
