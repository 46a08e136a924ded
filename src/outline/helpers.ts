import { change, difference, type FigureResult, ratio, share, withDecimals } from "../locales/figure.ts";
import type { Locale } from "../locales/locale.ts";
import type { Figure } from "../model/figures.ts";

export type Argument = Figure | number;

/** Text of a helper, or the reason why it has none. */
export type HelperResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: "arguments" | "units" | "zero" };

interface Helper {
  /** Syntax of the helper, for the hint. */
  readonly usage: string;
  readonly run: (args: readonly Argument[]) => HelperResult;
}

const text = (value: string): HelperResult => ({ ok: true, text: value });
const WRONG: HelperResult = { ok: false, problem: "arguments" };
const isFigure = (arg: Argument | undefined): arg is Figure => typeof arg === "object";

const onFigure =
  (run: (figure: Figure) => HelperResult): Helper["run"] =>
  ([a, ...rest]) =>
    isFigure(a) && rest.length === 0 ? run(a) : WRONG;

const onTwo =
  (run: (a: Figure, b: Figure) => FigureResult): Helper["run"] =>
  ([a, b, ...rest]) => {
    if (!isFigure(a) || !isFigure(b) || rest.length > 0) return WRONG;
    const result = run(a, b);
    return result.ok ? text(result.figure.text) : result;
  };

/** The helpers of sentences: another way to print a figure, or one that follows from two. */
export function helpersFor(locale: Locale): Readonly<Record<string, Helper>> {
  return {
    fixed: {
      usage: "{{fixed churn.latest 2}}",
      run: ([a, digits, ...rest]) =>
        isFigure(a) &&
        typeof digits === "number" &&
        Number.isInteger(digits) &&
        digits >= 0 &&
        digits <= 6 &&
        rest.length === 0
          ? text(withDecimals(locale, a, digits).text)
          : WRONG,
    },
    plain: { usage: "{{plain churn.latest}}", run: onFigure((figure) => text(figure.plain)) },
    size: {
      usage: "{{size effect.latest}}",
      run: onFigure(({ exact, unit, decimals, scale }) =>
        text(locale.value(exact.replace(/^-/, ""), { unit, decimals, scale })),
      ),
    },
    share: { usage: "{{share part.latest whole.latest}}", run: onTwo((a, b) => share(locale, a, b)) },
    diff: { usage: "{{diff new.latest old.latest}}", run: onTwo((a, b) => difference(locale, a, b)) },
    ratio: { usage: "{{ratio one.latest other.latest}}", run: onTwo((a, b) => ratio(locale, a, b)) },
    change: {
      usage: "{{change visits.[2026-04] visits.latest}}",
      run: onTwo((a, b) => change(locale, a, b)),
    },
    list: {
      usage: "{{list a.latest b.latest}}",
      run: (args) =>
        args.length > 0 && args.every(isFigure)
          ? text(
              locale.list(
                args.map((figure) => figure.text),
                "and",
              ),
            )
          : WRONG,
    },
  };
}
