import { quoted } from "../diagnostics/make.ts";
import type { Option } from "../model/bundle/index.ts";
import { whole } from "./facts/cash.ts";
import { lengthIn } from "./facts/option-table.ts";
import { isNothing } from "./facts/options.ts";
import { plainText } from "./facts/sentences.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Dearness, Ratio } from "./languages/reading/money.ts";
import type { Finding, Rule } from "./rule.ts";

/** Room for a multiple in words: three times is 2.7 to 3.3. */
const ROOM = 0.1;

export const optionsCosts: Rule = {
  code: "options/costs",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["money"],
  reads: ["options.*"],
  asks: "What options are said to cost, least, most or three times as much, is what their costs are; costs are counted over one length of time.",
  why: "The table stands beside the sentence, and a division takes a reader five seconds.",
  hint: "Correct the words or the cost; count every option over the same years.",
  source: "HM Treasury, The Green Book: options are appraised over one period; IBCS, CHECK",
  sees: [
    "It reads why, benefit and risk of an option for the cheapest, the dearest, and multiples of a cost. A multiple is held against every other option, either way round, as the sentence need not name it; doing nothing is left out.",
    "Costs are of different times where a criterion that says for how long they are counted has one number for an option and another for all the others.",
  ],
  examples: {
    valid: {
      options: [
        { id: "trial", name: "Trial", recommended: true, cost: 20000, benefit: "40 days less" },
        {
          id: "all",
          name: "All at once",
          cost: 60000,
          benefit: "60 days less",
          why: "Costs three times as much",
        },
        { id: "nothing", name: "Do nothing", cost: 0, benefit: "None", why: "The goal is missed" },
      ],
    },
    invalid: {
      options: [
        { id: "trial", name: "Trial", recommended: true, cost: 20000, benefit: "40 days less" },
        {
          id: "all",
          name: "All at once",
          cost: 30000,
          benefit: "60 days less",
          why: "Costs three times as much",
        },
        { id: "nothing", name: "Do nothing", cost: 0, benefit: "None", why: "The goal is missed" },
      ],
    },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    const dearness = language?.money?.dearness;
    const { options = [] } = bundle;
    if (language === undefined || dearness === undefined) return [];
    return [...inWords(dearness, options), ...overTime(language, options)];
  },
};

function inWords(dearness: Dearness, options: readonly Option[]): readonly Finding[] {
  const priced = options.filter((option) => option.cost !== undefined && !isNothing(option));
  return options.flatMap((option, n): readonly Finding[] => {
    const { cost, name } = option;
    const others = priced.filter((other) => other !== option);
    if (cost === undefined || cost === 0 || others.length === 0) return [];
    return (["why", "benefit", "risk"] as const).flatMap((field): readonly Finding[] => {
      const text = plainText(option[field] ?? "");
      const path = ["options", n, field];
      // "Cheapest of those that work" is about a part of the table.
      const wholly = (pattern: RegExp): boolean =>
        pattern.test(text) &&
        !/\b(?:that|which|joka|jotka)\b/iu.test(text.slice(pattern.exec(text)?.index ?? 0));
      const cheaper = others.find((other) => (other.cost ?? 0) < cost);
      const dearer = others.find((other) => (other.cost ?? 0) > cost);
      if (wholly(dearness.cheapest) && cheaper !== undefined) return [ranked(name, "least", cheaper, path)];
      if (wholly(dearness.dearest) && dearer !== undefined) return [ranked(name, "most", dearer, path)];
      const said = dearness.ratio(text);
      const fits = others.some(
        ({ cost: other = 0 }) => agrees(said, cost / other) || agrees(said, other / cost),
      );
      return said === undefined || fits
        ? []
        : [
            {
              what: `${quoted(name)} is said to cost ${quoted(said.text)}, but its cost of ${whole(cost)} is that of no other option: they cost ${others.map((other) => whole(other.cost ?? 0)).join(" and ")}.`,
              excerpt: said.text,
              path,
            },
          ];
    });
  });
}

const ranked = (
  name: string,
  end: "least" | "most",
  other: Option,
  path: readonly (string | number)[],
): Finding => ({
  what: `${quoted(name)} is said to cost ${end}, but ${quoted(other.name)} costs ${end === "least" ? "less" : "more"}: ${whole(other.cost ?? 0)}.`,
  path,
});

function agrees(said: Ratio | undefined, ratio: number): boolean {
  if (said === undefined) return true;
  if (said.bound === "least") return ratio >= said.value * (1 - ROOM / 5);
  if (said.bound === "most") return ratio <= said.value * (1 + ROOM / 5);
  return Math.abs(ratio - said.value) <= said.value * ROOM;
}

/** A criterion that says for how long costs are counted has one number in all options but one. */
function overTime(language: Language, options: readonly Option[]): readonly Finding[] {
  const rows = [...new Set(options.flatMap(({ criteria = {} }) => Object.keys(criteria)))];
  return rows
    .filter((row) => language.money?.counted?.test(plainText(row)))
    .flatMap((row): readonly Finding[] => {
      const cells = options.flatMap((option, n) => {
        const cell = plainText(option.criteria?.[row] ?? "");
        const number = /\d+(?:[.,]\d+)?/u.exec(cell)?.[0] ?? lengthIn(language, cell);
        return number === undefined || isNothing(option) ? [] : [{ option, n, number }];
      });
      const odd = cells.filter(({ number }) => cells.filter((other) => other.number === number).length === 1);
      const [only] = cells.length === 2 ? cells.slice(1) : odd;
      const apart = cells.length === 2 ? odd.length === 2 : odd.length === 1;
      if (!apart || only === undefined) return [];
      const others = [...new Set(cells.filter((each) => each !== only).map(({ number }) => number))];
      return [
        {
          what: `${quoted(plainText(row))} is ${only.number} for ${quoted(only.option.name)} and ${others.join(" and ")} for the others: their costs cannot be compared.`,
          hint: "Count every option over the same length of time.",
          path: ["options", only.n, "criteria", row],
        },
      ];
    });
}
