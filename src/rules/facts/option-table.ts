import { quoted } from "../../diagnostics/make.ts";
import type { Option } from "../../model/bundle/index.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Language } from "../languages/index.ts";
import { isNothing } from "./options.ts";
import { plainText } from "./sentences.ts";
import { sharedWords } from "./shared-words.ts";

/** A criterion with the numbers that options have in it. */
interface Row {
  readonly name: string;
  readonly cells: readonly { readonly option: Option; readonly text: string; readonly value: number }[];
}

/** The criteria in which two options at least have a number each, doing nothing left out. */
const rowsOf = (language: Language, options: readonly Option[]): readonly Row[] =>
  [...new Set(options.flatMap(({ criteria = {} }) => Object.keys(criteria)))]
    .map((name) => ({
      name,
      cells: options
        .filter((option) => !isNothing(option))
        .flatMap((option) => {
          const text = plainText(option.criteria?.[name] ?? "");
          const value = numberOf(language, text);
          return value === undefined ? [] : [{ option, text, value }];
        }),
    }))
    .filter(({ cells }) => cells.length > 1);

/** The first number of a text, in digits or in words; undefined where it has none. */
export const numberOf = (language: Language, text: string): number | undefined =>
  language.numbersIn(text)[0]?.value ??
  // A word such as "two" counts what stands behind it, and needs something there.
  language.counting?.counts(`${text} x`)[0]?.value;

/** The length of time of a cell in years, or its first number word: "Two years", "Five". */
export const lengthIn = (language: Language, cell: string): string | undefined => {
  const months = language.money?.spans?.(cell)[0]?.months;
  const value = months === undefined ? language.counting?.counts(`${cell} x`)[0]?.value : months / 12;
  return value === undefined ? undefined : String(value);
};

/** A claim of an option that the table denies, as a sentence. */
export interface Denied {
  readonly what: string;
  readonly path: JsonPath;
}

/** Claims of options that the table of criteria denies: the most, the closest to a number, another share. */
export function deniedByTable(language: Language, options: readonly Option[]): readonly Denied[] {
  const rows = rowsOf(language, options);
  return options.flatMap((option, at): readonly Denied[] =>
    (["why", "benefit"] as const).flatMap((field): readonly Denied[] => {
      const text = plainText(option[field] ?? "");
      if (text === "" || isNothing(option)) return [];
      const path = ["options", at, field];
      const named = rows.filter(({ name }) => isNamed(language, text, name));
      return [
        ...closest(language, option, text, rows).map((what) => ({ what, path })),
        ...first(language, option, text, named).map((what) => ({ what, path })),
        ...share(language, option, text, named).map((what) => ({ what, path })),
      ].slice(0, 1);
    }),
  );
}

/** True where a text names a criterion by one of its words, or by the unit that the name says. */
const isNamed = (language: Language, text: string, name: string): boolean =>
  sharedWords(language, text, plainText(name)).length > 0;

const cellOf = ({ cells }: Row, option: Option): number | undefined =>
  cells.find((each) => each.option === option)?.value;

/** "Comes closest to 12 days": in the criterion of that unit no other option is nearer. */
function closest(language: Language, option: Option, text: string, rows: readonly Row[]): readonly string[] {
  const near = language.claims?.nearest?.exec(text);
  if (near === null || near === undefined) return [];
  const behind = text.slice(near.index + near[0].length);
  const [goal] = [...language.numbersIn(behind), ...(language.counting?.counts(behind) ?? [])];
  if (goal === undefined || !behind.startsWith(goal.text.slice(0, 1))) return [];
  const row = rows.find(
    ({ name, cells }) =>
      [plainText(name), ...cells.map((each) => each.text)].some((each) =>
        goal.noun.slice(0, 1).some((noun) => wordsOf(each).some((word) => language.sameWord(word, noun))),
      ) && cells.some((each) => each.option === option),
  );
  const own = row === undefined ? undefined : cellOf(row, option);
  if (row === undefined || own === undefined) return [];
  const nearer = row.cells.find(
    ({ option: other, value }) =>
      other !== option && Math.abs(value - goal.value) < Math.abs(own - goal.value),
  );
  return nearer === undefined
    ? []
    : [
        `${quoted(option.name)} is said to come closest to ${goal.text}, but ${quoted(nearer.option.name)} comes closer in ${quoted(plainText(row.name))}: ${quoted(nearer.text)}.`,
      ];
}

/** Words of a text in lower case, those of units with them. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");

/** "Saves most energy": in the only criterion that the words name no other option has more. */
function first(language: Language, option: Option, text: string, named: readonly Row[]): readonly string[] {
  const [row, ...others] = named;
  const own = row === undefined ? undefined : cellOf(row, option);
  if (row === undefined || own === undefined || others.length > 0) return [];
  // Dearest and cheapest are of the costs, whichever criterion the words name.
  const { cheapest, dearest } = language.money?.dearness ?? {};
  if (cheapest?.test(text) === true || dearest?.test(text) === true) return [];
  const [said, ...more] = language.claims?.superlatives(text, wordsOf(row.name).at(-1)) ?? [];
  if (said === undefined || more.length > 0 || said.rank !== undefined || said.count > 1) return [];
  if (said.way !== "up" && said.way !== "down") return [];
  if (language.claims?.negated(text.slice(0, said.index)) === true) return [];
  const up = said.way === "up";
  const beyond = row.cells.find(
    ({ option: other, value }) => other !== option && (up ? value > own : value < own),
  );
  return beyond === undefined
    ? []
    : [
        `${quoted(option.name)} is said to be first: ${quoted(said.text)}, but ${quoted(beyond.option.name)} has ${quoted(beyond.text)} in ${quoted(plainText(row.name))}.`,
      ];
}

/** Room between a fraction in words and the percentage of the table. */
const ROOM = 0.03;

/** "A third less energy" beside 14%: one option, one measure, two shares. */
function share(language: Language, option: Option, text: string, named: readonly Row[]): readonly string[] {
  const [said, ...more] = language.claims?.fractions(text) ?? [];
  if (said === undefined || more.length > 0 || said.bound !== undefined) return [];
  return named.flatMap(({ name }): readonly string[] => {
    const cell = plainText(option.criteria?.[name] ?? "");
    const [percent, ...others] = language.numbersIn(cell).filter(({ unit }) => unit === "%");
    if (percent === undefined || others.length > 0 || percent.hedge === "bound") return [];
    // Who reaches three in five leaves two.
    const room = Math.max(said.step, ROOM);
    return [percent.value / 100, 1 - percent.value / 100].some((each) => Math.abs(said.value - each) <= room)
      ? []
      : [
          `${quoted(option.name)} says ${quoted(said.text)}, but has ${quoted(cell)} in ${quoted(plainText(name))}.`,
        ];
  });
}
