import { parsePeriod, periodsPerYear } from "../base/period.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { currencyOf, isAmount, moneyIn, whole } from "./facts/cash.ts";
import { exampleAsk, exampleInvestment } from "./facts/examples.ts";
import { datesIn } from "./facts/said-dates.ts";
import { plainText } from "./facts/sentences.ts";
import { type Language, languageOf, type Quantity } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const moneyTerms: Rule = {
  code: "money/terms",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["money"],
  reads: ["ask", "investment", "options.*"],
  asks: "An amount that a condition releases is what some costs of the investment come to, over some of its periods.",
  why: "A first part that does not pay for the first phase brings everyone back to the same table before the gate.",
  hint: "Release what the costs of the phase are, or split the costs of the investment as they are released.",
  source: "HM Treasury, The Green Book: costs are stated once and reconcile",
  sees: [
    "It reads the amounts of conditions that release money or divide it. One is explained where a cost, all costs, or those that ask.pays names sum to it over periods that follow one another, where it is the amount that is asked for or the rest of it, or where an option costs that much. One with a month right behind it, through March 2027, is what all costs until then come to.",
  ],
  examples: {
    valid: {
      ask: exampleAsk({
        waiting: "40 customers a month",
        amount: 28000,
        terms: ["EUR 20,000 is released now, the rest after the gate"],
      }),
      investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000]),
    },
    invalid: {
      ask: exampleAsk({
        waiting: "40 customers a month",
        amount: 28000,
        terms: ["EUR 14,000 is released now, the rest after the gate"],
      }),
      investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000]),
    },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    const { ask, investment, currency = "EUR" } = bundle;
    const { tranches, releases } = language?.money ?? {};
    if (language === undefined || investment === undefined || typeof ask?.amount !== "number") return [];
    if ((investment.currency ?? currency) !== currencyOf(bundle)) return [];
    const { amount } = ask;
    const known = explained(bundle, amount);
    return (ask.terms ?? []).flatMap((term, n): readonly Finding[] => {
      const text = plainText(term);
      if (!(releases?.test(text) || tranches?.test(text))) return [];
      const all = released(language, text, currencyOf(bundle));
      const dated = all.flatMap((said): readonly Finding[] => {
        const until = untilOf(language, text, said);
        const total = until === undefined ? undefined : costsUntil(bundle, until);
        return total === undefined || isAmount(said, total) || isAmount(said, amount)
          ? []
          : [
              {
                what: `${quoted(said.text)} is released until ${until}, but the costs until then are ${whole(total)}.`,
                excerpt: said.text,
                path: ["ask", "terms", n],
              },
            ];
      });
      if (dated.length > 0) return dated.slice(0, 1);
      const open = all.filter((said) => !known.some((value) => isAmount(said, value)));
      return open.slice(0, 1).map((said) => ({
        what: `${quoted(said.text)} is released, but no costs of the investment come to ${whole(said.value)} in any periods that follow one another.`,
        excerpt: said.text,
        path: ["ask", "terms", n],
      }));
    });
  },
};

/** The month until which an amount is, where its date stands right behind it. */
function untilOf(language: Language, text: string, { text: said }: Quantity): string | undefined {
  const end = text.indexOf(said) + said.length;
  const [date] = datesIn(language, text).filter(({ index }) => index >= end);
  const between = date === undefined ? "" : text.slice(end, date.index).trim();
  const near = date?.tie === "by" && !/[,;.]/u.test(between) && between.split(/\s+/u).length <= 2;
  return near && date.year !== undefined && date.day === undefined
    ? `${date.year}-${String(date.month).padStart(2, "0")}`
    : undefined;
}

/** All costs, or those that the ask pays for, of the periods that end with a month; undefined where none ends there. */
function costsUntil({ ask, investment }: Bundle, month: string): number | undefined {
  const [start, until] = [parsePeriod(investment?.start ?? ""), parsePeriod(month)];
  if (investment === undefined || start === undefined || until === undefined) return undefined;
  const count = ((until.end - start.start) * periodsPerYear(investment.period)) / 12;
  const { costs = "all" } = ask?.pays ?? {};
  return Number.isInteger(count) && count >= 1
    ? investment.costs
        .filter(({ name }) => costs === "all" || costs.includes(name))
        .flatMap(({ values }) => values.slice(0, count))
        .reduce((sum, value) => sum + value, 0)
    : undefined;
}

/** Amounts right beside a word that releases, or in a text that divides the whole. */
const released = (language: Language, text: string, currency: string): readonly Quantity[] =>
  moneyIn(language, text).filter(
    ({ unit, hedge, change, share }) => unit === currency && hedge !== "bound" && !change && !share,
  );

/** All that may be released: a cost, all costs or those that the ask pays for over any run of periods, the whole and what is left of it, and the cost of an option. */
function explained({ ask, investment, options = [] }: Bundle, amount: number): readonly number[] {
  const rows = (investment?.costs ?? []).map(({ values }) => values);
  const named = ask?.pays?.costs;
  const paid = investment?.costs.filter(({ name }) => Array.isArray(named) && named.includes(name));
  const some = paid === undefined || paid.length === 0 ? [] : [paid.map(({ values }) => values)];
  // Of every group of many costs some sum is near any amount; so only each alone, all, and those that the ask pays for.
  const runs = [...rows.map((row) => [row]), rows, ...some].flatMap((group) => {
    const sums = (group[0] ?? []).map((_value, at) => group.reduce((sum, row) => sum + (row[at] ?? 0), 0));
    return sums.flatMap((_value, from) =>
      sums
        .slice(from)
        .map((_each, length) => sums.slice(from, from + length + 1).reduce((sum, value) => sum + value, 0)),
    );
  });
  return [
    ...runs,
    ...runs.map((value) => amount - value),
    amount,
    ...options.flatMap(({ cost }) => cost ?? []),
  ];
}
