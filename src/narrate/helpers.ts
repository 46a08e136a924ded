import { Decimal } from "decimal.js";
import type { Locale } from "../locales/locale.ts";
import type { Figure } from "../model/figures.ts";
import type { Printed } from "./expressions.ts";

type Argument = "figure" | "number";

interface Helper {
  /** How it is written, for the hint. */
  readonly usage: string;
  readonly takes: (kinds: readonly Argument[]) => boolean;
  readonly run: (args: readonly unknown[]) => string;
}

const exactly =
  (...expected: readonly Argument[]) =>
  (kinds: readonly Argument[]) =>
    kinds.length === expected.length && kinds.every((kind, n) => kind === expected[n]);

/** The helpers of sentences: another way to print a figure, or one that follows from two. */
export function helpersFor(locale: Locale): Readonly<Record<string, Helper>> {
  const style = (figure: Figure, decimals = figure.decimals) => ({
    unit: figure.unit,
    decimals,
    signed: figure.signed,
    ...(figure.scale === undefined ? {} : { scale: figure.scale }),
  });
  return {
    fixed: {
      usage: "{{fixed churn.latest 2}}",
      takes: exactly("figure", "number"),
      run: ([a, digits]) => {
        const figure = figureOf(a);
        return locale.value(
          figure.exact,
          style(figure, Math.min(6, Math.max(0, Math.trunc(Number(digits))))),
        );
      },
    },
    plain: { usage: "{{plain churn.latest}}", takes: exactly("figure"), run: ([a]) => figureOf(a).plain },
    size: {
      usage: "{{size effect.latest}}",
      takes: exactly("figure"),
      run: ([a]) => {
        const figure = figureOf(a);
        return locale.value(new Decimal(figure.exact).abs().toString(), { ...style(figure), signed: false });
      },
    },
    share: {
      usage: "{{share part.latest whole.latest}}",
      takes: exactly("figure", "figure"),
      run: ([a, b]) => {
        const whole = new Decimal(figureOf(b).exact);
        if (whole.isZero()) return locale.missing;
        const share = new Decimal(figureOf(a).exact).div(whole).times(100);
        return locale.value(share.toString(), { unit: "%", decimals: 0 });
      },
    },
    diff: {
      usage: "{{diff new.latest old.latest}}",
      takes: exactly("figure", "figure"),
      run: ([a, b]) => {
        const [left, right] = [figureOf(a), figureOf(b)];
        const unit = left.unit === "%" ? "pp" : left.unit;
        const decimals = Math.max(left.decimals, right.decimals);
        return locale.value(new Decimal(left.exact).minus(right.exact).toString(), {
          ...style(left, decimals),
          unit,
          signed: true,
        });
      },
    },
    list: {
      usage: "{{list a.latest b.latest}}",
      takes: (kinds) => kinds.length > 0 && kinds.every((kind) => kind === "figure"),
      run: (args) =>
        locale.list(
          args.map((arg) => figureOf(arg).text),
          "and",
        ),
    },
  };
}

const figureOf = (arg: unknown): Figure => (arg as Printed).figure;
