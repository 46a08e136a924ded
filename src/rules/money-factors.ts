import { periodsPerYear } from "../base/period.ts";
import { quoted } from "../diagnostics/make.ts";
import { isCurrency } from "../locales/numbers.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { groups, moneyIn, whole } from "./facts/cash.ts";
import { exampleInvestment } from "./facts/examples.ts";
import { plainText, sentences } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Counted } from "./languages/reading/counts.ts";
import type { Finding, Rule } from "./rule.ts";

/** Room between a product of rounded factors and the amount that it is to be. */
const ROOM = 0.03;

export const moneyFactors: Rule = {
  code: "money/factors",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["counting"],
  reads: ["investment", "ask", "options.*", "metrics.*"],
  asks: "So many things at a price give the amount that is stated for them.",
  why: "It is the one sum that every reader can do in their head, and many do.",
  hint: "Correct the number, the price or the amount; where more belongs to it, say what.",
  source: "HM Treasury, The Green Book: costs are built up from volumes and prices",
  sees: [
    "It reads a whole number with what it counts, before a price: ten cabinets at GBP 52,000. The product is held against the other amount of the sentence; where there is none, against the values of the metric that it defines, or the costs or benefits whose names share a word with it, by period, in sum and by groups, a month or a year.",
  ],
  examples: {
    valid: {
      investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000], {
        assumption: "The desk is 10 seats at EUR 2,000.",
      }),
    },
    invalid: {
      investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000], {
        assumption: "The desk is 10 seats at EUR 1,500.",
      }),
    },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    if (language?.counting === undefined) return [];
    return sentences(bundle)
      .filter(({ path }) => path[0] !== "quotes" && path[0] !== "ask" && !path.includes("title"))
      .flatMap(({ text, path }) =>
        language
          .sentences(plainText(text))
          .flatMap((all) => all.split(/;\s/u))
          .flatMap((clause) => inClause(language, bundle, clause, path)),
      );
  },
};

interface Price {
  readonly text: string;
  readonly value: number;
  readonly step: number;
}

function inClause(language: Language, bundle: Bundle, clause: string, path: JsonPath): readonly Finding[] {
  const { counting } = language;
  if (counting === undefined || !/\d/u.test(clause)) return [];
  const prices = pricesIn(language, clause);
  const pair = counting
    .counts(clause)
    .flatMap((count) =>
      prices.flatMap((price) => {
        const at = clause.indexOf(price.text, count.index);
        const between = clause.slice(count.index, at).replace(/^[\d.,\s]+/u, " ");
        const behind = clause.slice(at + price.text.length);
        const each = counting.each.test(between) || isOfEach(language, count, behind);
        return at > count.index && each ? [{ count, price }] : [];
      }),
    )
    .at(0);
  if (pair === undefined) return [];
  const { count, price } = pair;
  const product = count.value * price.value;
  // A price may be of a month or a period, and the amount of a year; or the other way round.
  const yearly = periodsPerYear(bundle.investment?.period ?? "year");
  const times = [1, 12, 1 / 12, yearly, 1 / yearly];
  const others = prices.filter(
    ({ text }) => text !== price.text && counting.makes.test(clause.slice(0, clause.indexOf(text))),
  );
  const [only] = others;
  const stated =
    only !== undefined && others.length === 1
      ? { values: [only.value], name: quoted(only.text), room: only.step / 2 }
      : others.length === 0
        ? ofStreams(language, bundle, count, clause, path)
        : undefined;
  if (stated === undefined) return [];
  const fits = stated.values.some((value) =>
    times.some((each) => Math.abs(value * each - product) <= Math.max(ROOM * product, stated.room * each)),
  );
  return fits
    ? []
    : [
        {
          what: `${quoted(`${count.text} … ${price.text}`)} are ${whole(product)}, and ${stated.name} is ${stated.values.length > 1 ? "in no period and no sum that much" : "not"}.`,
          excerpt: price.text,
          path,
        },
      ];
}

/** True where the price is of one of what is counted, which its words say again: 300 boats …, 12 euros a boat. */
function isOfEach(language: Language, { noun }: Counted, behind: string): boolean {
  const [next = "", after = ""] = behind
    .trim()
    .toLowerCase()
    .split(/[\s,.]+/u);
  const of = /^(?:an?|per|each|\/)$/u.test(next) ? after : next;
  const [counted] = noun;
  return counted !== undefined && of !== "" && language.sameWord(counted, of);
}

/** Amounts of money of a clause, those below one unit of the currency, too. */
function pricesIn(language: Language, clause: string): readonly Price[] {
  const small = language.counting?.small.exec(clause);
  const n = small?.groups?.["n"];
  const cents =
    n === undefined
      ? undefined
      : (language.counting?.counts(`${n} x`)[0]?.value ?? Number(n.replace(",", ".")));
  return [
    ...moneyIn(language, clause),
    ...(small === null || small === undefined || cents === undefined
      ? []
      : [{ text: small[0], value: cents / 100, step: 0.01 }]),
  ];
}

/** The amounts of the streams that a clause names, by period, in sum, and together; undefined where it names none. */
function ofStreams(
  language: Language,
  { investment, metrics = [] }: Bundle,
  { noun }: Counted,
  clause: string,
  path: JsonPath,
): { readonly values: readonly number[]; readonly name: string; readonly room: number } | undefined {
  const all = [...(investment?.costs ?? []), ...(investment?.benefits ?? [])];
  const [part, side, at, field] = path;
  const metric = part === "metrics" ? metrics[Number(side)] : undefined;
  if (metric !== undefined) {
    const values = Array.isArray(metric.values) ? metric.values : [];
    // Several prices of one text are parts of a sum.
    const alone = pricesIn(language, clause).length === 1;
    return alone && isCurrency(metric.unit ?? "")
      ? { values: values.flatMap(({ value }) => value ?? []), name: quoted(metric.name), room: 0 }
      : undefined;
  }
  const own =
    part === "investment" && field === "name" && (side === "costs" || side === "benefits")
      ? investment?.[side][Number(at)]
      : undefined;
  const named = all.filter(({ name }) => noun.length > 0 && sharedWords(language, name, clause).length > 0);
  // The assumption of the investment is about one of its streams, whether or not it names it.
  const any = named.length === 0 && part === "investment" && side === "assumption" ? all : named;
  const chosen = own === undefined ? any : [own];
  if (chosen.length === 0) return undefined;
  const values = groups(chosen).flatMap((group) => {
    const periods = (group[0]?.values ?? []).map((_value, n) =>
      group.reduce((sum, stream) => sum + (stream.values[n] ?? 0), 0),
    );
    const running = periods.map((_value, n) =>
      periods.slice(0, n + 1).reduce((sum, value) => sum + value, 0),
    );
    return [...periods, ...running];
  });
  return { values, name: chosen.map(({ name }) => quoted(plainText(name))).join(" and "), room: 0 };
}
