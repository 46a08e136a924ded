import type { Quantity } from "../languages/index.ts";
import type { ClaimWords, Comparison } from "../languages/reading/claims.ts";
import {
  type Clause,
  type Context,
  categoriesIn,
  nameIn,
  rankingOf,
  subjectOf,
  trackNamed,
  trackOf,
} from "./bind.ts";
import { stretchesOf, valueAt } from "./moved.ts";
import type { Found } from "./read.ts";
import type { Category, Ranking } from "./subjects.ts";

/** Claims that one thing is more than another, the largest, a share of the whole, or the only one on a side of its target. */
export function compared(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const comparison = words.comparison(clause.text);
  const compares = comparison === undefined ? [] : comparisons(comparison, clause, words, context);
  return [
    ...compares,
    ...(compares.length > 0 ? [] : superlatives(clause, words, context)),
    ...shares(clause, words, context),
    ...quantified(clause, words, context),
  ];
}

const listed = (categories: readonly Category[]): string =>
  categories.map(({ expression }) => expression).join(", ");
const summed = (categories: readonly Category[]): string =>
  categories.length === 1 ? listed(categories) : `sum(${listed(categories)})`;

const SIGN = { up: ">", down: "<" } as const;

function comparisons(
  { left, right, way, times, text, bound }: Comparison,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const test = (one: string, other: string): string => {
    if (times === undefined && way !== "same") return `${one} ${SIGN[way]} ${other}`;
    const ratio = `ratio(${one}, ${other})`;
    const many = times ?? 1;
    if (bound !== undefined) return `${ratio} ${bound === "more" ? ">" : "<"} ${many}`;
    return `about(${ratio}, ${many}, ${Number((many * 0.1).toPrecision(2))})`;
  };
  if (words.negated(left)) return [];
  const against = words.standard(right);
  if (against === "others") return first(left, way, text, context);
  if (against !== undefined) {
    const bound = subjectOf([left], clause, context);
    if (bound === undefined) return [];
    const { to: track } = bound;
    if (against === "target") {
      const value = valueAt(track, clause, words);
      return track.target && value !== undefined
        ? [{ words: text, tests: [test(value, `${track.expression}.target`)] }]
        : [];
    }
    const [stretch] = stretchesOf(track, against);
    return stretch === undefined ? [] : [{ words: text, tests: [test(stretch.to, stretch.from)] }];
  }
  const ranking = rankingOf(clause.text, context, 2);
  if (ranking !== undefined) {
    const [ones, others] = [left, right].map((side) =>
      categoriesIn(side, ranking, context).map(({ category }) => category),
    );
    if (ones === undefined || others === undefined || ones.length === 0 || others.length === 0) return [];
    if (ones.some((one) => others.includes(one))) return [];
    const each =
      way === "same" || times !== undefined
        ? []
        : [
            way === "up"
              ? `min(${listed(ones)}) > max(${listed(others)})`
              : `max(${listed(ones)}) < min(${listed(others)})`,
          ];
    const several = ones.length + others.length > 2;
    return [{ words: text, tests: [test(summed(ones), summed(others)), ...(several ? each : [])] }];
  }
  const [one, other] = [left, right].map((side) => trackNamed(side, { ...context, evidence: new Set() }));
  if (one === undefined || one === "several" || other === undefined || other === "several") return [];
  if (one === other || one.unit !== other.unit) return [];
  return [
    {
      words: text,
      tests: [test(`${one.expression}.latest`, `${other.expression}.latest`)],
    },
  ];
}

/** "more than any other": the first of all. */
function first(left: string, way: Comparison["way"], text: string, context: Context): readonly Found[] {
  const ranking = rankingOf(left, context);
  const [only, ...more] = ranking === undefined ? [] : categoriesIn(left, ranking, context);
  if (ranking === undefined || only === undefined || more.length > 0 || way === "same") return [];
  const extreme = way === "up" ? "max" : "min";
  return [{ words: text, tests: [`${only.category.expression} == ${extreme}(${ranking.id})`] }];
}

function superlatives(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  return words.superlatives(clause.text).flatMap((superlative): readonly Found[] => {
    const ranking = rankingOf(clause.text, context);
    if (ranking === undefined || (words.record(clause.text) && ranking.categories.length === 0)) return [];
    if (words.negated(clause.text.slice(0, superlative.index))) return [];
    const found = categoriesIn(clause.text, ranking, context);
    const extreme = superlative.way === "up" ? "max" : "min";
    const order = superlative.way === "up" ? "largest" : "smallest";
    if (superlative.count > 1) {
      if (found.length !== superlative.count) return [];
      const all = found.map(({ category }) => category);
      return [
        {
          words: superlative.text,
          tests: [`sum(${listed(all)}) == sum(${order}(${ranking.id}, ${superlative.count}))`],
        },
      ];
    }
    const before = found.filter(({ index }) => index < superlative.index).at(-1);
    const meant = before ?? found[0];
    if (meant === undefined) return [];
    return [
      {
        words: superlative.text,
        tests: [`${meant.category.expression} == ${extreme}(${ranking.id})`],
      },
    ];
  });
}

/** "half of the delays are signals", "the three largest causes make up two thirds", "three in five are late" */
function shares(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const said = context.language
    .numbersIn(clause.text)
    .filter(
      (quantity) =>
        quantity.unit === "%" &&
        !quantity.change &&
        (quantity.share || ofSomething(clause.text, quantity, words)),
    );
  const most = words.most(clause.text);
  const claims = [
    ...said.map((quantity) => ({
      text: quantity.text,
      test: (share: string) => shareTest(share, quantity, words, clause),
    })),
    ...(most === undefined || said.length > 0
      ? []
      : [{ text: most, test: (share: string) => `${share} > 50%` }]),
  ];
  if (claims.length !== 1) return [];
  return claims.flatMap(({ text, test }): readonly Found[] => {
    const parts = partsOf(clause, words, context);
    if (parts.length > 0) return [{ words: text, tests: parts.map(test) }];
    const bound = trackOf(clause, context);
    if (bound?.bond !== "named" || bound.to.unit !== "%" || clause.cited.size > 0) return [];
    const said = nameIn(bound.to, clause.text, context.language);
    const value = valueAt(bound.to, clause, words);
    if (value === undefined || !context.evidence.has(bound.to.id) || said < (context.own ? SURE / 2 : SURE))
      return [];
    return [{ words: text, tests: [test(value)] }];
  });
}

/** Part of a metric's name that a share has to be said with: "a third of the nurses" is not the rate at which they leave. */
const SURE = 0.7;

const ofSomething = (text: string, quantity: Quantity, words: ClaimWords): boolean =>
  words.partitive(text.slice(text.indexOf(quantity.text) + quantity.text.length));

function shareTest(
  share: string,
  { value, step, hedge, text }: Quantity,
  words: ClaimWords,
  clause: Clause,
): string {
  const percent = (n: number): string => `${Number(n.toPrecision(4))}%`;
  if (hedge === "bound") {
    const side = words.limit(clause.text.slice(0, clause.text.indexOf(text)));
    if (side !== undefined) return `${share} ${side === "above" ? ">=" : "<="} ${percent(value)}`;
  }
  const room = hedge === "about" ? Math.max(step / 2, value * 0.1) : step / 2;
  return `abs(${share} - ${percent(value)}) <= ${percent(room + 0.05)}`;
}

/** The shares of a whole that a clause may speak of; none where it names no part of one. */
function partsOf(clause: Clause, words: ClaimWords, context: Context): readonly string[] {
  const ranked = words.superlatives(clause.text)[0];
  const local = context.subjects.rankings.filter(({ id, whole }) => whole && context.evidence.has(id));
  const named = rankingOf(clause.text, context);
  const ranking: Ranking | undefined =
    named !== undefined && context.evidence.has(named.id) ? named : local.length === 1 ? local[0] : undefined;
  if (ranking?.whole !== true) return [];
  const found = categoriesIn(clause.text, ranking, context).map(({ category }) => category);
  if (found.length > 0)
    return found.length < ranking.categories.length ? [`share(${summed(found)}, ${ranking.id})`] : [];
  const largest = (count: number): string => `share(largest(${ranking.id}, ${count}), ${ranking.id})`;
  if (ranked !== undefined) {
    const order = ranked.way === "up" ? "largest" : "smallest";
    return [`share(${order}(${ranking.id}, ${ranked.count}), ${ranking.id})`];
  }
  if (!ranking.highlighted || !context.own) return [];
  // A message mostly speaks of what its chart points at, or of so many of the largest.
  const count = words.counts(clause.text);
  return [
    `share(${ranking.id}.highlighted, ${ranking.id})`,
    ...(count === undefined ? [] : [largest(count)]),
  ];
}

/** "every site misses its target", "only the north is above it" */
function quantified(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  return words.levels(clause.text).flatMap((level): readonly Found[] => {
    if (level.side === "met" || level.side === "missed") return [];
    const local = context.subjects.rankings.filter(({ id, target }) => target && context.evidence.has(id));
    const ranking = rankingOf(clause.text, context) ?? (local.length === 1 ? local[0] : undefined);
    if (ranking?.target !== true) return [];
    const condition = `value ${level.side === "above" ? ">" : "<"} target`;
    const named = categoriesIn(clause.text, ranking, context).map(({ category }) => category);
    const each = named.map(({ expression }) => `count(${expression} where ${condition}) == 1`);
    const tests = {
      every: [`every(${ranking.id}, ${condition})`],
      none: [`not any(${ranking.id}, ${condition})`],
      only:
        named.length === 0
          ? []
          : [[`count(${ranking.id} where ${condition}) == ${named.length}`, ...each].join(" and ")],
    };
    const quantifier = words.quantifier(clause.text);
    const found =
      quantifier === undefined ? (each.length === 0 ? [] : [each.join(" and ")]) : tests[quantifier];
    return found.length === 0 ? [] : [{ words: level.text, tests: found }];
  });
}
