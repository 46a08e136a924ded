import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  holdsArguments,
  holdsCostly,
  holdsDrawn,
  holdsMissing,
  holdsOne,
  holdsSyntax,
  holdsType,
  holdsUnits,
  holdsUnknown,
  holdsZero,
} from "../diagnostics/messages/holds.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Locale } from "../locales/locale.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Figures } from "../model/figures.ts";
import { type Guard, guards } from "./guards.ts";
import { type Problem, runTest } from "./test.ts";

/** An error for every test of a bundle that cannot be judged. */
export const testProblems = (bundle: Bundle, figures: Figures, locale: Locale): readonly Diagnostic[] =>
  guards(bundle).flatMap((guard) => {
    const outcome = runTest(guard.test, figures, locale);
    return outcome.kind === "problem" ? [message(guard, outcome.problem)] : [];
  });

function message({ test, path }: Guard, problem: Problem): Diagnostic {
  const at = { path };
  switch (problem.kind) {
    case "syntax":
      return holdsSyntax(at, test, problem.reason);
    case "unknown": {
      const { name, known, absent } = problem;
      const found = holdsUnknown(at, name, nearest(name, known), known, absent);
      return test.includes(name) ? { ...found, excerpt: name } : found;
    }
    case "units":
      return holdsUnits(at, problem.left, problem.right);
    case "arguments":
      return holdsArguments(at, problem.name, problem.usage);
    case "one":
      return holdsOne(at, problem.name, problem.count);
    case "drawn":
      return holdsDrawn(at, problem.chart, problem.metrics);
    case "type":
      return holdsType(at, problem.wanted, problem.found);
    case "missing":
      return holdsMissing(at, problem.name);
    case "zero":
      return holdsZero(at);
    case "costly":
      return holdsCostly(at, problem.most);
  }
}
