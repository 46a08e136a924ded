import { quoted } from "../diagnostics/make.ts";
import type { Bundle, Option } from "../model/bundle/index.ts";
import { limitsIn } from "./facts/limits.ts";
import { deniedByTable, numberOf } from "./facts/option-table.ts";
import { isNothing } from "./facts/options.ts";
import { plainText } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf, type Quantity } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Multiple of the recommended cost at which a worse option is no alternative. */
const DEAR = 3;

export const optionsFair: Rule = {
  code: "options/fair",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["claims"],
  reads: ["options.*", "ask", "title", "purpose"],
  asks: "One option is recommended and is what the decision asks for; no other costs less and gives as much, not every other one is worse in everything, and what is called the only one is.",
  why: "An option that is better in every row, or worse in every row, tells the reader that the table was made after the choice.",
  hint: "Say in the table what the recommended option has and the other lacks, and take in an option that is better in something.",
  source:
    "Howard and Abbas, Foundations of Decision Analysis: dominated alternatives; HM Treasury, The Green Book: shortlist",
  sees: [
    "Options are compared by their costs and by the first number of their benefits, where all have one in the same unit. Criteria in words are not weighed.",
    "An option that is called the only one is held against the criteria whose names share a word with its reason; criteria are alike where their cells are the same text, or numbers of one unit; where the reason sets a limit, where they keep it.",
    "In why and benefit it reads what comes closest to a number, a superlative beside the only criterion that shares a word with it, and one share beside the percentage of such a criterion.",
    "The decision asks for the recommended option where it shares a word with its name, benefit or reason.",
  ],
  examples: {
    valid: {
      options: [
        { id: "trial", name: "Trial", recommended: true, cost: 20000, benefit: "40 days less" },
        { id: "all", name: "All at once", cost: 90000, benefit: "60 days less", why: "Nothing is known yet" },
        { id: "nothing", name: "Do nothing", cost: 0, benefit: "None", why: "The goal is missed" },
      ],
    },
    invalid: {
      options: [
        { id: "trial", name: "Trial", recommended: true, cost: 20000, benefit: "40 days less" },
        {
          id: "all",
          name: "Train the team",
          cost: 9000,
          benefit: "60 days less",
          why: "Nothing is known yet",
        },
        { id: "nothing", name: "Do nothing", cost: 0, benefit: "None", why: "The goal is missed" },
      ],
    },
  },
  check: ({ bundle }) => {
    const { options = [], purpose = "decide" } = bundle;
    const language = languageOf(bundle);
    const at = options.findIndex(({ recommended }) => recommended === true);
    const asked = options[at];
    if (options.length === 0 || purpose !== "decide") return [];
    if (asked === undefined)
      return [
        {
          what: "No option is recommended.",
          hint: 'Add "recommended": true to the one that is asked for.',
          path: ["options"],
        },
      ];
    if (language === undefined) return [];
    return [
      ...dominance(language, options, asked),
      ...decided(language, bundle, asked, at),
      ...alone(language, options),
      ...deniedByTable(language, options),
    ];
  },
};

function dominance(language: Language, options: readonly Option[], asked: Option): readonly Finding[] {
  const others = options.filter((option) => option !== asked && !isNothing(option));
  const mine = benefitOf(language, asked);
  const compared = others.flatMap((option) => {
    const theirs = benefitOf(language, option);
    const same =
      mine !== undefined &&
      theirs !== undefined &&
      theirs.unit === mine.unit &&
      nounOf(theirs) === nounOf(mine);
    return same && option.cost !== undefined && asked.cost !== undefined
      ? [{ option, cost: option.cost - asked.cost, benefit: theirs.value - mine.value }]
      : [];
  });
  const better = compared.find(({ cost, benefit }) => cost <= 0 && benefit >= 0 && (cost < 0 || benefit > 0));
  if (better !== undefined)
    return [
      {
        what: `${quoted(better.option.name)} costs ${better.cost < 0 ? "less" : "as much"} and gives ${better.benefit > 0 ? "more" : "as much"} than the recommended ${quoted(asked.name)}.`,
        hint: "Recommend it, or name in the criteria what it lacks.",
        path: ["options", options.indexOf(better.option)],
      },
    ];
  const straw = compared.filter(
    ({ cost, benefit }) => cost >= 0 && benefit <= 0 && (cost > 0 || benefit < 0),
  );
  // A single other option that loses may be the best there is; at several times the cost nobody would have thought of it.
  const [only] = straw;
  const absurd = only !== undefined && only.cost >= (DEAR - 1) * (asked.cost ?? 0) && only.cost > 0;
  return straw.length === others.length && (others.length > 1 || absurd)
    ? [
        {
          what: `Every other option costs more than ${quoted(asked.name)} and gives less: ${straw.map(({ option }) => quoted(option.name)).join(" and ")}.`,
          hint: "Take in an option that is cheaper or gives more, and say why it loses all the same.",
          path: ["options"],
        },
      ]
    : [];
}

/** Options that are called the only one, and are not by a criterion of the table that the words name. */
const alone = (language: Language, options: readonly Option[]): readonly Finding[] =>
  options.flatMap((option, at): readonly Finding[] => {
    const why = plainText(option.why ?? "");
    if (language.claims?.quantifier(why) !== "only") return [];
    const units = new Set(language.numbersIn(why).flatMap(({ noun }) => noun));
    const named = Object.entries(option.criteria ?? {}).filter(
      ([criterion]) =>
        sharedWords(language, why, plainText(criterion)).length > 0 ||
        plainText(criterion)
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .some((word) => units.has(word)),
    );
    // Where the words name several criteria, it is the only one that has them all.
    const rival = options.find(
      (other) =>
        other !== option &&
        named.every(([criterion, value]) => {
          const cell = other.criteria?.[criterion];
          return keepsLimit(language, cell, value, why) ?? isAsMuch(language, cell, value);
        }),
    );
    if (named.length === 0 || rival === undefined) return [];
    const cells = named.map(
      ([criterion]) =>
        `${quoted(plainText(criterion))}: ${quoted(plainText(rival.criteria?.[criterion] ?? ""))}`,
    );
    return [
      {
        what: `${quoted(option.name)} is called the only one, but ${quoted(rival.name)} has as much in ${cells.join(" and ")}.`,
        hint: "Say what it has that the other lacks, or correct the table.",
        path: ["options", at, "why"],
      },
    ];
  });

/** True where a cell says the same as another, or a number of one unit that is not smaller. */
function isAsMuch(language: Language, cell: string | undefined, other: string): boolean {
  if (cell === undefined) return false;
  const [one, two] = [plainText(cell), plainText(other)];
  if (one === two) return true;
  const [mine, theirs] = [language.numbersIn(one)[0], language.numbersIn(two)[0]];
  return (
    mine !== undefined && theirs !== undefined && mine.unit === theirs.unit && mine.value >= theirs.value
  );
}

/** True where a cell keeps the limit that a text sets ("within ten days"); undefined where it sets none that the `own` cell keeps. */
function keepsLimit(
  language: Language,
  cell: string | undefined,
  own: string,
  text: string,
): boolean | undefined {
  const numberIn = (each: string | undefined): number =>
    numberOf(language, plainText(each ?? "")) ?? Number.NaN;
  return limitsIn(language, text)
    .find(({ keeps }) => keeps(numberIn(own)))
    ?.keeps(numberIn(cell));
}

function benefitOf(language: Language, { benefit }: Option): Quantity | undefined {
  const [first] = benefit === undefined ? [] : language.numbersIn(plainText(benefit));
  return first?.hedge === "bound" || first?.share === true ? undefined : first;
}

const nounOf = ({ unit, noun }: Quantity): string => (unit === "" ? (noun[0] ?? "") : "");

/** The recommended option and the decision are one thing. */
function decided(language: Language, bundle: Bundle, asked: Option, at: number): readonly Finding[] {
  const { ask, title, subtitle = "", options = [] } = bundle;
  if (ask === undefined) return [];
  const decision = plainText(ask.decision);
  const texts = (option: Option): string =>
    [option.name, option.benefit ?? "", option.why ?? "", ...Object.values(option.criteria ?? {})]
      .map(plainText)
      .join(". ");
  const shared = (option: Option): number => sharedWords(language, option.name, decision).length;
  const rival = options.find(
    (option) => option !== asked && !isNothing(option) && shared(option) >= 2 && shared(asked) === 0,
  );
  const named =
    sharedWords(language, texts(asked), `${decision}. ${plainText(title)}. ${plainText(subtitle)}`).length >
    0;
  if (rival === undefined && named) return [];
  return [
    {
      what:
        rival === undefined
          ? `The decision does not name the recommended option ${quoted(asked.name)}.`
          : `The decision names ${quoted(rival.name)}, but ${quoted(asked.name)} is recommended.`,
      hint: "Let the decision ask for what is recommended, in the same words.",
      path: ["options", at, "name"],
    },
  ];
}
