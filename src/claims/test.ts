import type { Locale } from "../locales/locale.ts";
import type { Figures } from "../model/figures.ts";
import { condition } from "./evaluate.ts";
import { type FigureRead, nameTest, scopeOf } from "./scope.ts";
import { parseTest, TestSyntaxError } from "./syntax.ts";
import { type Problem, TestProblem } from "./values.ts";

export type { FigureRead } from "./scope.ts";
export type { Problem } from "./values.ts";

/** Verdict of a test on the data. */
export type TestVerdict =
  | { readonly kind: "true" | "false"; readonly readings: readonly FigureRead[] }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * Judges a test such as `mispicks.latest > mispicks.first` by the figures. Nothing is evaluated but names of figures,
 * numbers, comparison, arithmetic and a closed list of functions. `readings` are the figures that it looked at, each once.
 */
export function runTest(source: string, figures: Figures, locale: Locale): TestVerdict {
  const readings = new Map<string, FigureRead>();
  const scope = scopeOf(figures, locale, (reading) => readings.set(reading.name, reading));
  try {
    const found = condition(parseTest(source, nameTest(figures)), scope);
    return { kind: found ? "true" : "false", readings: [...readings.values()] };
  } catch (cause) {
    if (cause instanceof TestProblem) return { kind: "problem", problem: cause.problem };
    if (cause instanceof TestSyntaxError)
      return { kind: "problem", problem: { kind: "syntax", reason: cause.message } };
    throw cause;
  }
}
