import type { ValueKind } from "../../../src/model/bundle/common.ts";
import { type Facts, isMissing } from "./facts.ts";
import { type Language, WORDS } from "./words.ts";

/** The cells that a list of places names, and how many places it only counts. */
function cellsOf(
  list: string,
  facts: Facts,
  relevant: (column: number, n: number) => boolean,
  language: Language,
) {
  const words = WORDS[language];
  const [, counted] = new RegExp(`${words.and}(\\d+) ${words.others}$`, "u").exec(list) ?? [];
  const named = (counted === undefined ? list : list.slice(0, list.lastIndexOf(words.and))).split(
    new RegExp(`, |${words.and}`, "u"),
  );
  const cells = new Set<string>();
  const unknown: string[] = [];
  const add = (column: number, n: number): void => {
    if (relevant(column, n)) cells.add(`${column}/${n}`);
  };
  const rows = (from: string, to: string): readonly number[] => {
    const [a, b] = [facts.labels.indexOf(from), facts.labels.indexOf(to)];
    return a < 0 || b < a ? [] : Array.from({ length: b - a + 1 }, (_, n) => a + n);
  };
  for (const item of named) {
    const column = facts.series.findIndex(({ name }) => item === name);
    const owner = facts.series.findIndex(({ name }) => item.startsWith(`${name} `));
    const [from = "", to = from] = item.split(words.span);
    const hit = rows(from, to);
    if (column >= 0) for (const n of facts.labels.keys()) add(column, n);
    else if (hit.length > 0) for (const c of facts.series.keys()) for (const n of hit) add(c, n);
    else if (owner >= 0)
      add(owner, facts.labels.indexOf(item.slice((facts.series[owner]?.name.length ?? 0) + 1)));
    else unknown.push(item);
  }
  return { cells, counted: Number(counted ?? 0), unknown };
}

const every = (facts: Facts, holds: (column: number, n: number) => boolean): Set<string> =>
  new Set(
    facts.series.flatMap((_each, c) =>
      facts.labels.flatMap((_label, n) => (holds(c, n) ? [`${c}/${n}`] : [])),
    ),
  );

function faultsOfPlaces(
  list: string | undefined,
  wanted: ReadonlySet<string>,
  facts: Facts,
  relevant: (column: number, n: number) => boolean,
  language: Language,
  what: string,
): string[] {
  if (list === undefined) return wanted.size === 0 ? [] : [`${what} goes unsaid`];
  const { cells, counted, unknown } = cellsOf(list, facts, relevant, language);
  const wrong = [...cells].filter((cell) => !wanted.has(cell));
  return [
    ...unknown.map((item) => `${what}: ${item} is no place`),
    ...(wrong.length > 0 ? [`${what}: said of ${wrong}`] : []),
    ...(counted === 0 && cells.size !== wanted.size
      ? [`${what}: said of ${cells.size} of ${wanted.size}`]
      : []),
    ...(counted > 0 && wanted.size - cells.size < counted ? [`${what}: ${counted} more are too many`] : []),
    ...(counted === 1 ? [`${what}: one more could be named`] : []),
  ];
}

export const faultsOfGaps = (text: string, facts: Facts, language: Language): string[] =>
  faultsOfPlaces(
    WORDS[language].missing.exec(text)?.[1],
    every(facts, (c, n) => isMissing(facts, c, n)),
    facts,
    (c, n) => isMissing(facts, c, n),
    language,
    "missing",
  );

/** Faults in what is said of values that did not happen. */
export function faultsOfKinds(text: string, facts: Facts, language: Language): string[] {
  const known = (c: number, n: number): boolean => facts.series[c]?.values[n] !== null;
  const cells = every(facts, known);
  const kindOf = (cell: string): ValueKind => {
    const [c = 0, n = 0] = cell.split("/").map(Number);
    return facts.series[c]?.kinds[n] ?? "actual";
  };
  const kinds = new Set([...cells].map(kindOf));
  return (["plan", "forecast", "estimate"] as const).flatMap((kind) => {
    const { of, all } = WORDS[language].kind[kind];
    const whole = kinds.size === 1 && kinds.has(kind);
    const said = text.includes(all[0]) ? 1 : text.includes(all[1]) ? 2 : 0;
    if (whole) return said === Math.min(2, cells.size) ? [] : [`${kind}: all are`];
    if (said > 0) return [`${kind}: not all are`];
    const wanted = new Set([...cells].filter((cell) => kindOf(cell) === kind));
    return faultsOfPlaces(of.exec(text)?.[1], wanted, facts, known, language, kind);
  });
}

/** Of a chart of one kind of values: that it says so. */
export const faultsOfOneKind = (
  text: string,
  kind: ValueKind | undefined,
  count: number,
  language: Language,
): string[] =>
  (["plan", "forecast", "estimate"] as const).flatMap((each) => {
    const { all } = WORDS[language].kind[each];
    const said = text.includes(all[0]) ? 1 : text.includes(all[1]) ? 2 : 0;
    const wanted = each === kind ? Math.min(2, count) : 0;
    return said === wanted ? [] : [`${each}: said of ${said}, is of ${wanted}`];
  });
