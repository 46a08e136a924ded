import {
  ARITHMETIC,
  type Arithmetic,
  fail,
  quantity,
  type Series,
  type SeriesItem,
  spelt,
} from "./values.ts";

/**
 * Two series taken together item by item: the gain of each ward is one series of a chart less another. Where one of two
 * values is missing, so is the result.
 * @throws TestProblem where the two do not have the same categories or periods.
 */
export function paired(operator: Arithmetic, left: Series, right: Series): Series {
  const keyOf = ({ key, series = "" }: SeriesItem): string => JSON.stringify([spelt(key), spelt(series)]);
  const byKey = ({ name, items }: Series): ReadonlyMap<string, SeriesItem> => {
    const found = new Map(items.map((item) => [keyOf(item), item]));
    // Of two values of one category nobody knows which is meant.
    return found.size < items.length ? fail({ kind: "one", name, count: items.length }) : found;
  };
  const [ones, others] = [byKey(left), byKey(right)];
  const all = [...ones.values(), ...others.values()];
  for (const item of all)
    if (!ones.has(keyOf(item)) || !others.has(keyOf(item)))
      fail({ kind: "unknown", name: item.key, known: all.map(({ key }) => key) });
  const result = (one: SeriesItem, other: SeriesItem): SeriesItem["value"] =>
    one.value === null || other.value === null
      ? null
      : ARITHMETIC[operator](quantity(one.value, left.unit), quantity(other.value, right.unit)).value;
  const { unit = "" } = ARITHMETIC[operator](quantity(1, left.unit), quantity(1, right.unit));
  return {
    ...{ type: "series", name: `(${left.name} ${operator} ${right.name})`, of: left.of, unit },
    items: [...ones].map(([key, one]) => {
      const value = result(one, others.get(key) ?? one);
      return { ...one, low: undefined, high: undefined, target: undefined, value };
    }),
  };
}
