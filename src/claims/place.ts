import { makeFigure } from "../locales/figure.ts";
import type { Locale } from "../locales/locale.ts";
import type { Figure, Figures } from "../model/figures.ts";
import { itemAt } from "./evaluate.ts";
import { rootOf } from "./scope.ts";
import { type Problem, TestProblem } from "./values.ts";

/**
 * The figure of one period of a metric, or one category of a chart: {{visits.[2026-04]}}, {{causes.[Wrong bin]}}. Undefined
 * where the first part names neither; a problem where the rest leads to no single value.
 */
export function placeFigure(
  [name = "", ...keys]: readonly string[],
  figures: Figures,
  locale: Locale,
): Figure | Problem | undefined {
  if (keys.length === 0) return undefined;
  try {
    const found = itemAt(name, keys, { figures, locale, read: () => {} });
    if (found === undefined) return undefined;
    const { of, item } = found;
    if (item.value === null) return { kind: "missing", name: of.name };
    const root = rootOf(of);
    const { decimals, scale } = (of.of === "metric" ? figures.metrics[root] : figures.charts[root]) ?? {
      decimals: 2,
    };
    return makeFigure(locale, {
      id: [name, ...keys].join("."),
      exact: item.value,
      unit: of.unit,
      decimals,
      scale,
      kind: item.kind,
      period: of.of === "metric" ? item.key : undefined,
      low: item.low,
      high: item.high,
      from: item.from,
    });
  } catch (cause) {
    if (cause instanceof TestProblem) return cause.problem;
    throw cause;
  }
}
