import type { Language, Quantity } from "../languages/index.ts";

/** A number that the bundle gives, and what it is of. */
export interface Known {
  readonly value: number;
  /** %, pp, an ISO 4217 code, a word; undefined for one whose unit is not known. */
  readonly unit: string | undefined;
  /** True for a relative change, which "grew by 4%" and "a third more" mean, and "4% of customers" does not. */
  readonly change?: true;
}

/** A measure with its values: what a number in a sentence may be about. */
export interface KnownMeasure {
  readonly name: string;
  readonly unit: string;
  /** Everything that may be said of it: values, target, range, changes and gaps. */
  readonly known: readonly Known[];
  /** Latest value as the deck prints it. */
  readonly latest?: string;
}

export interface Facts {
  readonly measures: readonly KnownMeasure[];
  /** Numbers that are given elsewhere: charts, options, the ask, the investment, assumptions, notes. */
  readonly others: readonly Known[];
}

export type Judgement =
  | { readonly kind: "fits" | "unknown" }
  | { readonly kind: "contradicts"; readonly measure: KnownMeasure };

/** Words about a number that say it was rounded leave this much room, as a share of it. */
const ROUNDED = 0.075;
/** Numbers without a unit below this are counts of things in sight (four wards) and no figures. */
const COUNTS = 100;

/**
 * Judges a number of a sentence. It fits when any figure, rounded as the sentence rounds, is that number. It
 * contradicts when nothing fits and the sentence names one measure with that unit; else its origin is
 * unknown.
 */
export function judge(language: Language, sentence: string, quantity: Quantity, facts: Facts): Judgement {
  const isIt = (known: Known): boolean => fits(language, quantity, known);
  if (quantity.hedge === "bound" || facts.others.some(isIt)) return { kind: "fits" };
  if (facts.measures.some((measure) => measure.known.some(isIt))) return { kind: "fits" };
  const measure = namedMeasure(language, sentence, quantity, facts.measures);
  if (measure !== undefined) {
    const whole = language.contentWords(measure.name);
    const narrowed = language
      .narrowing(sentence)
      .some((word) => !whole.some((each) => language.sameWord(each, word)));
    return quantity.change || narrowed ? { kind: "unknown" } : { kind: "contradicts", measure };
  }
  const counts = quantity.unit === "" && quantity.value < COUNTS && Number.isInteger(quantity.value);
  return { kind: counts ? "fits" : "unknown" };
}

/** Signs are left to words: 1.6 days shorter is −1.6. */
function fits(language: Language, quantity: Quantity, known: Known): boolean {
  const value = Math.abs(known.value);
  const near = quantity.step / 2 + 1e-9 * value;
  const room = quantity.hedge === "about" ? Math.max(near, ROUNDED * quantity.value) : near;
  // Most figures are another number; only of the few that are left are the words looked at.
  if (!(Math.abs(value - quantity.value) <= room)) return false;
  if (known.change === true && !quantity.change && !quantity.share) return false;
  return known.unit === undefined || sameKind(language, quantity, known.unit);
}

/** A bare number may be in any unit, but one of something (3.4 hours) and a whole one (four wards) are no shares. */
function sameKind(language: Language, { unit, value, noun }: Quantity, known: string): boolean {
  if (unit !== "") return unit === known;
  const share = known === "%" || known === "pp";
  return !share || (!Number.isInteger(value) && language.contentWords(noun[0] ?? "").length === 0);
}

/** The share of the words of a name that a sentence has, and how many these are. */
export function wordsSaid(
  language: Language,
  sentence: string,
  name: string,
): { readonly hits: number; readonly part: number } {
  const said = language.contentWords(sentence);
  const words = [...new Set(language.contentWords(name))];
  const hits = words.filter((word) => said.some((each) => language.sameWord(each, word))).length;
  return { hits, part: words.length === 0 ? 0 : hits / words.length };
}

/** Share of the words of a measure's name with which a sentence speaks of it. */
export const NAMED = 0.5;

/** The one measure that a sentence speaks of, by the words of its name and its unit. */
function namedMeasure(
  language: Language,
  sentence: string,
  quantity: Quantity,
  measures: readonly KnownMeasure[],
): KnownMeasure | undefined {
  const scored = measures
    .filter(({ unit }) =>
      quantity.unit === ""
        ? unit !== "%" && unit !== "pp" && isCounted(language, quantity, unit)
        : quantity.unit === unit,
    )
    .map((measure) => ({ measure, ...wordsSaid(language, sentence, measure.name) }))
    .filter(({ hits, part }) => hits > 0 && part >= NAMED)
    .sort((a, b) => b.part - a.part || b.hits - a.hits);
  const [best, next] = scored;
  return best !== undefined && (next === undefined || best.part > next.part || best.hits > next.hits)
    ? best.measure
    : undefined;
}

/** "48 days", "46 overflow beds": the unit stands behind the number, or nothing does. */
const isCounted = (language: Language, { noun, value }: Quantity, unit: string): boolean =>
  unit === "" ||
  (noun.length === 0 && value >= COUNTS) ||
  noun.some((word) =>
    unit
      .toLowerCase()
      .split(" ")
      .some((part) => word.startsWith(part) || word.endsWith(part) || language.sameWord(word, part)),
  );

/** All that may be said of a run of values: each of them, what changed, what is missing, as a share and in points. */
export function sayable(values: readonly number[], unit: string, target?: number): readonly Known[] {
  const ends = [
    values[0],
    values.at(-1),
    values.at(-2),
    Math.max(...values),
    Math.min(...values),
    target,
  ].filter((value): value is number => value !== undefined && Number.isFinite(value));
  const apart = ends
    .flatMap((one, n) => ends.slice(n + 1).map((other) => [one, other] as const))
    .filter(([one, other]) => one !== other);
  return [
    ...[...values, ...(target === undefined ? [] : [target])].map((value) => ({ value, unit })),
    ...apart.map(([one, other]) => ({ value: one - other, unit: unit === "%" ? "pp" : unit })),
    ...apart.flatMap(([one, other]) =>
      one === 0 || other === 0
        ? []
        : [
            { value: (100 * (other - one)) / Math.abs(one), unit: "%", change: true as const },
            { value: (100 * (one - other)) / Math.abs(other), unit: "%", change: true as const },
          ],
    ),
  ];
}

/** Sums of the parts of a whole, largest first: seven in ten are about the first three. */
export function sums(values: readonly number[], unit: string): readonly Known[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => b - a);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const running = sorted.map((_, n) => sorted.slice(0, n + 1).reduce((sum, value) => sum + value, 0));
  const shares =
    unit === "%" || total === 0
      ? []
      : [...sorted, ...running].map((value) => ({ value: (100 * value) / total, unit: "%" }));
  return [...running.map((value) => ({ value, unit })), ...shares];
}
