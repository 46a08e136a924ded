import { makeFigure } from "../locales/figure.ts";
import type { Locale } from "../locales/locale.ts";
import type { Figure, Figures } from "../model/figures.ts";
import { itemAt } from "./evaluate.ts";
import { scopeOf, styleOf } from "./scope.ts";
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
    const found = itemAt(name, keys, scopeOf(figures, locale));
    if (found === undefined) return undefined;
    const { of, item } = found;
    if (item.value === null) return { kind: "missing", name: of.name };
    return makeFigure(locale, {
      id: [name, ...keys].join("."),
      exact: item.value,
      ...styleOf(of, figures),
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
