import type { Block, Cell, TableBlock } from "../model/deck.ts";
import type { CashTable, InvestmentFigures, Stream } from "../model/figures.ts";
import { rich } from "../model/text.ts";
import { bold, stack } from "./blocks.ts";
import type { BuildContext } from "./kind.ts";

/** The id of the slide in the appendix that shows every period where the slide of the investment shows years. */
export const EVERY_PERIOD = "investment-periods";

/** Columns of amounts on one slide. */
const COLUMNS = 12;

/** Cost, benefit and net of every period, one table below the other where there are more than fit side by side. */
export function everyPeriod(c: BuildContext, money: InvestmentFigures): Block {
  const starts = Array.from({ length: Math.ceil(money.periods.length / COLUMNS) }, (_, n) => n * COLUMNS);
  const tables = starts.map((from) => cashflow(c, money, money, from, from + COLUMNS));
  return { ...stack("wide", ...tables), splits: true };
}

/** Cost, benefit and net by the periods of `cash` from one column to another; the sums stand in the last one. */
export function cashflow(
  c: BuildContext,
  money: InvestmentFigures,
  cash: CashTable,
  from = 0,
  to: number = cash.periods.length,
): TableBlock {
  const whole = to >= cash.periods.length;
  const periods = cash.periods.slice(from, to);
  const row = (stream: Stream, strong = false): Cell[] => [
    { text: strong ? bold(rich(stream.name)) : rich(stream.name) },
    ...stream.texts
      .slice(from, to)
      .map((value): Cell => ({ text: rich(value), align: "right", bold: strong })),
    ...(whole ? [{ text: rich(stream.totalText), align: "right" as const, bold: true }] : []),
  ];
  const rows = [
    ...cash.costs.map((s) => row(s)),
    ...(cash.costs.length > 1
      ? [row({ ...cash.totalCost, name: c.words("investment.totalCost") }, true)]
      : []),
    ...cash.benefits.map((s) => row(s)),
    ...(cash.benefits.length > 1
      ? [row({ ...cash.totalBenefit, name: c.words("investment.totalBenefit") }, true)]
      : []),
  ];
  const net = row({ ...cash.net, name: c.words("investment.net") }, true);
  const cumulated = [
    { text: rich(c.words("investment.cumulated")) },
    ...cash.cumulated.texts.slice(from, to).map(
      (value, n): Cell => ({
        text: rich(value),
        align: "right",
        ink: (cash.cumulated.values[from + n] ?? 0) < 0 ? "bad" : "good",
      }),
    ),
    ...(whole ? [{ text: rich(""), align: "right" as const }] : []),
  ];
  return {
    type: "table",
    name: c.words("investment.short"),
    alt: c.words("investment.alt", { n: periods.length }),
    head: [
      {
        text: c.say("investment.head", {
          unit: c.locale.unit(money.currency, money.scale),
        }),
      },
      ...periods.map((period): Cell => ({ text: rich(period.label), align: "right" })),
      ...(whole ? [{ text: c.say("investment.total"), align: "right" as const }] : []),
    ],
    rows: [...rows, net, cumulated],
    widths: [2.6, ...periods.map((): "fit" => "fit"), ...(whole ? (["fit"] as const) : [])],
    totals: [rows.length],
    rowHeads: true,
    role: "table",
  };
}
