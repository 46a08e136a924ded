import { parsePeriod, periodsPerYear } from "../base/period.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { currencyOf, groups, isAmount, moneyIn, whole } from "./facts/cash.ts";
import { plainText } from "./facts/sentences.ts";
import type { Quantity } from "./languages/index.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const moneyReconcile: Rule = {
  code: "money/reconcile",
  severity: "error",
  on: "bundle",
  heuristic: true,
  needs: ["money"],
  reads: ["ask", "investment", "options.*.cost", "currency", "metrics.*.values", "title", "subtitle"],
  asks: "The money that is asked for is one amount: in ask.amount, in the words of the decision, in its tranches, and in the costs of the investment.",
  why: "The first thing that finance does is to look for the amount in the case; one that is not there is the end of the meeting.",
  hint: "Write the same amount in every place, or say what makes up the difference.",
  source: "HM Treasury, The Green Book: costs are stated once and reconcile; IBCS, CHECK",
  sees: [
    "It reads the amounts of money in title, decision and conditions. One that a metric, an option or the investment gives is taken to be of that. In conditions it adds up the amounts of a sentence that speaks of tranches or stages. The cost of another option explains no amount that is asked for or that follows a yes.",
    "Where the decision names one length of time, or a condition says which years the amount covers, all costs of so many periods are the amount, if those of another number of periods are. It adds up the amounts of a sentence that speaks of tranches or stages.",
    "The amount is in the investment where any group of its costs, over all of its periods or over the first few, sums to it. Where none does, it is a warning, as a part may be paid from elsewhere. With ask.pays, which names costs and periods, their sum has to be the amount.",
  ],
  examples: {
    valid: {
      ask: {
        decision: "Approve EUR 20,000 for the trial",
        amount: 20000,
        approver: "head",
        owner: "lead",
        by: "2026-12-04",
        start: "2027-01-11",
        waiting: "Each month of waiting loses 40 customers",
      },
    },
    invalid: {
      ask: {
        decision: "Approve EUR 24,000 for the trial",
        amount: 20000,
        approver: "head",
        owner: "lead",
        by: "2026-12-04",
        start: "2027-01-11",
        waiting: "Each month of waiting loses 40 customers",
      },
    },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    return [
      ...oneCurrency(bundle),
      ...inTheInvestment(bundle),
      ...(language === undefined
        ? []
        : [...inWords(bundle, language), ...inTranches(bundle, language), ...overPeriods(bundle, language)]),
    ];
  },
};

function oneCurrency(bundle: Bundle): readonly Finding[] {
  const { ask, investment, options = [], currency = "EUR" } = bundle;
  if (typeof ask?.amount !== "number") return [];
  const asked = currencyOf(bundle);
  const other = investment?.currency ?? currency;
  if (investment !== undefined && other !== asked)
    return [
      {
        severity: "warning",
        what: `The ask is in ${asked}, but the investment is in ${other}.`,
        hint: "Give both in one currency, so that one can be found in the other.",
        path: investment.currency === undefined ? ["ask", "currency"] : ["investment", "currency"],
      },
    ];
  return asked !== currency && options.some(({ cost = 0 }) => cost > 0)
    ? [
        {
          severity: "warning",
          what: `The ask is in ${asked}, but the options cost ${currency}.`,
          hint: "Give both in one currency.",
          path: ["ask", "currency"],
        },
      ]
    : [];
}

/** Numbers that the bundle gives as numbers, beside the ask: what an amount in words may be of. */
function given({ metrics = [], options = [], investment, charts = [] }: Bundle): readonly number[] {
  const streams = [...(investment?.costs ?? []), ...(investment?.benefits ?? [])];
  const sums = (["costs", "benefits"] as const).flatMap((side) => {
    const all = investment?.[side] ?? [];
    const periods = (all[0]?.values ?? []).map((_, n) =>
      all.reduce((sum, { values }) => sum + (values[n] ?? 0), 0),
    );
    return [...periods, periods.reduce((sum, value) => sum + value, 0)];
  });
  return [
    ...metrics.flatMap(({ values, target }) => [
      ...(Array.isArray(values) ? values.flatMap(({ value, low, high }) => [value, low, high]) : []),
      target?.value,
    ]),
    ...options.map(({ cost }) => cost),
    ...charts.flatMap(({ data = [] }) => data.flatMap(({ value, values = [] }) => [value, ...values])),
    ...streams.flatMap(({ values }) => [...values, values.reduce((sum, value) => sum + value, 0)]),
    ...sums,
  ].filter((value): value is number => typeof value === "number");
}

/** The one amount of title or decision that nothing else gives is the amount that is asked for. */
function inWords(bundle: Bundle, language: Language): readonly Finding[] {
  const { ask, title, subtitle } = bundle;
  const amount = ask?.amount === "none" ? 0 : ask?.amount;
  if (ask === undefined || amount === undefined) return [];
  const currency = currencyOf(bundle);
  const texts = [
    { text: ask.decision, path: ["ask", "decision"] },
    { text: title, path: ["title"] },
    { text: subtitle ?? "", path: ["subtitle"] },
    { text: ask.afterYes ?? "", path: ["ask", "afterYes"] },
  ];
  return texts.flatMap(({ text, path }): readonly Finding[] => {
    const said = moneyIn(language, plainText(text)).filter(
      ({ hedge, change, share }) => hedge !== "bound" && !change && !share,
    );
    if (said.some((each) => isAmount(each, amount) && each.unit === currency)) return [];
    const other = said.find((each) => isAmount(each, amount));
    if (other !== undefined)
      return [
        {
          ...(path[0] === "ask" ? {} : { severity: "warning" as const }),
          what: `${quoted(other.text)} is in ${other.unit}, but the ask is for ${currency} ${whole(amount)}.`,
          hint: "Write one currency in both places.",
          excerpt: other.text,
          path,
        },
      ];
    const inDecision = path[1] === "decision";
    const asked = (each: Quantity): boolean => inDecision && asks(language, plainText(text), each);
    const numbers = given(bundle);
    const rivals = otherOptions(bundle).filter((number) => number !== amount);
    const open = said.filter((each) => {
      // What is asked for, and what follows a yes, is not the cost of another option.
      const ownAlone = path[1] === "afterYes" || asked(each);
      return !numbers.some((number) => isAmount(each, number) && !(ownAlone && rivals.includes(number)));
    });
    const [only] = open;
    if (only === undefined || open.length > 1) return [];
    return [
      {
        // An amount in a title may be what the matter is worth.
        ...(said.length === 1 && asked(only) ? {} : { severity: "warning" as const }),
        what:
          ask.amount === "none"
            ? `${quoted(only.text)} is named, but ask.amount is none.`
            : `${quoted(only.text)} is named, but the ask is for ${currency} ${whole(amount)}, and nothing else in the bundle is that much.`,
        excerpt: only.text,
        path,
      },
    ];
  });
}

const otherOptions = ({ options = [] }: Bundle): readonly number[] =>
  options.flatMap(({ cost = 0, recommended }) => (recommended === true || cost === 0 ? [] : [cost]));

function asks({ money }: Language, text: string, { text: said }: Quantity): boolean {
  const index = Math.max(0, text.indexOf(said));
  const verb = money?.asks?.test(text.slice(0, index)) ?? false;
  return verb && (money?.askedBefore?.test(text.slice(index + said.length)) ?? true);
}

function inTranches(bundle: Bundle, language: Language): readonly Finding[] {
  const { ask } = bundle;
  const { tranches: divides, stages: may } = language.money ?? {};
  if (typeof ask?.amount !== "number" || divides === undefined) return [];
  const { amount } = ask;
  const currency = currencyOf(bundle);
  return (ask.terms ?? []).flatMap((term, n): readonly Finding[] => {
    const text = plainText(term);
    const said = moneyIn(language, text).filter(
      ({ unit, hedge, share }) => unit === currency && hedge !== "bound" && !share,
    );
    const firmly = divides.test(text);
    if (said.length === 0 || !(firmly || may?.test(text))) return [];
    const path = ["ask", "terms", n];
    const larger = said.find((each) => each.value > amount + each.step / 2);
    // An amount beside stages may be what one of them has to save.
    if (larger !== undefined && !firmly) return [];
    if (larger !== undefined)
      return [
        {
          what: `${quoted(larger.text)} of the conditions is more than the ${currency} ${whole(amount)} that the ask is for.`,
          excerpt: larger.text,
          path,
        },
      ];
    const [sum, step] = [
      said.reduce((total, { value }) => total + value, 0),
      said.reduce((total, each) => total + each.step / 2, 0),
    ];
    const all = said.some((each) => isAmount(each, amount));
    if (said.length < 2 || all || Math.abs(sum - amount) <= step) return [];
    return [
      {
        ...(firmly ? {} : { severity: "warning" as const }),
        what: `The amounts of the conditions sum to ${currency} ${whole(sum)}, but the ask is for ${currency} ${whole(amount)}: ${quoted(text, 90)}`,
        hint: "Correct the part that is off, or name the part that is missing.",
        path,
      },
    ];
  });
}

/** The costs that ask.pays names sum to the amount, as it is rounded. */
function whatItPays(bundle: Bundle): readonly Finding[] {
  const { ask, investment, currency = "EUR" } = bundle;
  const asked = currencyOf(bundle);
  const { pays } = ask ?? {};
  if (pays === undefined || investment === undefined || (investment.currency ?? currency) !== asked)
    return [];
  const amount = typeof ask?.amount === "number" ? ask.amount : 0;
  const [start, until] = [parsePeriod(investment.start), parsePeriod(pays.until ?? "")];
  const count = start === undefined || until === undefined ? undefined : until.ordinal - start.ordinal + 1;
  const { costs = "all" } = pays;
  const sum = investment.costs
    .filter(({ name }) => costs === "all" || costs.includes(name))
    .flatMap(({ values }) => values.slice(0, count))
    .reduce((total, value) => total + value, 0);
  return Math.abs(sum - amount) <= slackOf(amount)
    ? []
    : [
        {
          what: `The ask is for ${asked} ${whole(amount)}, but the costs that ask.pays names sum to ${asked} ${whole(sum)}.`,
          hint: "Correct the amount, the costs, or in ask.pays which of them it pays for and until when.",
          path: ["ask", "amount"],
        },
      ];
}

/** Half of the last digit of an amount: thousands, of 994,000; at most half a percent. */
function slackOf(amount: number): number {
  const step = 10 ** (/0*$/u.exec(String(Math.round(amount)))?.[0].length ?? 0);
  return Math.max(0.5, Math.min(step / 2, amount * 0.005));
}

function inTheInvestment(bundle: Bundle): readonly Finding[] {
  const { ask, investment, currency = "EUR" } = bundle;
  if (ask?.pays !== undefined) return whatItPays(bundle);
  const asked = currencyOf(bundle);
  if (ask?.amount === undefined || investment === undefined || (investment.currency ?? currency) !== asked)
    return [];
  const rows = investment.costs.map(({ values }) => values);
  const periods = Math.max(...rows.map((row) => row.length));
  const total = rows.flat().reduce((sum, value) => sum + value, 0);
  if (ask.amount === "none")
    return total > 0
      ? [
          {
            severity: "warning",
            what: `The ask is for no money, but the investment costs ${asked} ${whole(total)}.`,
            hint: "Ask for the money, or say in investment.assumption who has it already.",
            path: ["ask", "amount"],
          },
        ]
      : [];
  const { amount } = ask;
  const slack = slackOf(amount);
  const found = groups(rows.map(runningSum)).some((group) =>
    Array.from({ length: periods }, (_, n) => n).some(
      (at) => Math.abs(group.reduce((sum, row) => sum + (row[at] ?? row.at(-1) ?? 0), 0) - amount) <= slack,
    ),
  );
  if (found) return [];
  const first = rows.reduce((sum, [value = 0]) => sum + value, 0);
  return [
    {
      severity: "warning",
      what: `The ask is for ${asked} ${whole(amount)}, but no costs of the investment sum to it: they are ${whole(first)} in the first period and ${whole(total)} in all.`,
      hint: 'Ask for the costs of the periods that are decided on; name them: "pays": { "costs": ["…"], "until": "…" }.',
      path: ["ask", "amount"],
    },
  ];
}

/** The periods for which the decision or a condition says that the amount is, against those whose costs it is. */
function overPeriods(bundle: Bundle, language: Language): readonly Finding[] {
  const { ask, investment, currency = "EUR" } = bundle;
  const { spans, covers } = language.money ?? {};
  if (typeof ask?.amount !== "number" || investment === undefined || ask.pays !== undefined) return [];
  if ((investment.currency ?? currency) !== currencyOf(bundle)) return [];
  const { amount } = ask;
  const totals = runningSum(
    (investment.costs[0]?.values ?? []).map((_value, at) =>
      investment.costs.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
    ),
  );
  const is = (total: number | undefined): boolean =>
    total !== undefined && Math.abs(total - amount) <= slackOf(amount);
  const paid = totals.findIndex(is);
  if (paid < 0) return [];
  const length = 12 / periodsPerYear(investment.period);
  const decision = spans?.(plainText(ask.decision)) ?? [];
  const texts = [
    ...(decision.length === 1
      ? [
          {
            text: decision[0]?.text ?? "",
            count: (decision[0]?.months ?? 0) / length,
            path: ["ask", "decision"],
          },
        ]
      : []),
    ...(ask.terms ?? []).flatMap((term, n) => {
      const years = covers?.test(term) ? (plainText(term).match(/\b(?:19|20)\d{2}\b/gu) ?? []) : [];
      const last = parsePeriod(years.at(-1) ?? "");
      const start = parsePeriod(investment.start);
      const count = last === undefined || start === undefined ? 0 : (last.end - start.start) / length;
      return [{ text: years.join(", "), count, path: ["ask", "terms", n] }];
    }),
  ];
  return texts
    .filter(({ count }) => Number.isInteger(count) && count >= 1 && count <= totals.length)
    .filter(({ count }) => !is(totals[count - 1]))
    .map(({ text, count, path }) => ({
      severity: "warning",
      what: `The ask is for ${currencyOf(bundle)} ${whole(amount)}, which is what ${paid + 1} of the periods cost; ${quoted(text)} are ${count}, which cost ${whole(totals[count - 1] ?? 0)}.`,
      hint: "Correct the amount, or the time that the sentence says it is for.",
      path,
    }));
}

function runningSum(values: readonly number[]): readonly number[] {
  let total = 0;
  return values.map((value) => {
    total += value;
    return total;
  });
}
