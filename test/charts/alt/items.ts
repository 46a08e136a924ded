import type { Facts } from "./facts.ts";
import { type Language, near, numbersOf, WORDS } from "./words.ts";

/** What the text says of each label, up to the next one. */
export function partsOf(text: string, labels: readonly string[]): ReadonlyMap<string, string> {
  const places = labels
    .map((label) => ({
      label,
      at: text.search(new RegExp(`(?<![\\p{L}\\d,.])${label}(?![\\p{L}\\d])`, "u")),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return new Map(
    places.map(({ label, at }, n) => [
      label,
      text.slice(at + label.length, places[n + 1]?.at ?? text.length),
    ]),
  );
}

/** Faults of texts that go from item to item: each has exactly these numbers, in this order; null is said, not written. */
export function faultsOfItems(
  text: string,
  items: readonly { readonly label: string; readonly numbers: readonly (number | null)[] }[],
  language: Language,
): string[] {
  const parts = partsOf(
    text,
    items.map(({ label }) => label),
  );
  return items.flatMap(({ label, numbers }) => {
    const part = parts.get(label);
    if (part === undefined) return [`${label} goes unsaid`];
    const first = part.split(/;|\.(?= |$)/u)[0] ?? "";
    const read = numbersOf(first, language);
    const wanted = numbers.filter((value) => value !== null);
    const missing = numbers.includes(null) !== first.includes(WORDS[language].noData);
    return [
      ...(missing ? [`${label}: whether data are missing`] : []),
      ...(read.length === wanted.length && read.every((each, n) => near(each, wanted[n] ?? Number.NaN))
        ? []
        : [`${label}: ${read.map(({ value }) => value)} instead of ${wanted}`]),
    ];
  });
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Totals of rows of which nothing is missing, and no others. */
export function faultsOfTotals(text: string, facts: Facts, language: Language): string[] {
  const complete = facts.labels.flatMap((label, n) => {
    const values = facts.series.map((series) => {
      const value = series.values[n] ?? null;
      return value === null ? null : value / series.scale;
    });
    return values.includes(null) ? [] : [{ label, numbers: [sum(values as number[])] }];
  });
  const [, word, list = ""] = WORDS[language].totals.exec(text) ?? [];
  if (complete.length === 0) return word === undefined ? [] : ["a total of nothing"];
  const plural = language === "en" ? "Totals" : "Summat";
  return [
    ...((word === plural) === complete.length > 1 ? [] : ["plural of total"]),
    ...faultsOfItems(`${list}.`, complete, language),
    ...(partsOf(list, facts.labels).size === complete.length ? [] : ["totals of incomplete rows"]),
  ];
}
