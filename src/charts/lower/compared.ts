import { Decimal } from "../../base/decimal.ts";
import { areTimes, parsePeriod } from "../../base/period.ts";
import { differenceUnit } from "../../locales/figure.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { Overlay } from "../../model/overlay.ts";
import type { ChartContext } from "./context.ts";
import { goodness } from "./notation.ts";
import { markText } from "./number.ts";
import { minus } from "./scale.ts";
import type { ChartTable } from "./table.ts";

/** Categories up to which a row of differences has room under its bars. */
const MOST = 12;

/** Two bars to a category: the one that is spoken of, and the one that it is compared with. */
export interface Pair {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/**
 * The row of differences under paired bars. Shares differ by points, other measures by their own unit; against the year
 * before, in percent where every base is above zero. Nothing where an arrow says a difference already, or none is known.
 */
export function differenceRow(
  table: ChartTable,
  own: Pair,
  base: Pair,
  overlays: readonly Overlay[],
  context: ChartContext,
  relative = false,
): readonly Overlay[] {
  const { measure, better } = table;
  if (table.rows.length > MOST || overlays.some(({ type }) => type === "arrow")) return [];
  // Of two times, the later is compared with the earlier.
  const [a, b] =
    !relative && areTimes([own.name, base.name]) && isLater(base, own) ? [base, own] : [own, base];
  const pairs = table.rows.map((_row, n) => [a.values[n] ?? null, b.values[n] ?? null] as const);
  const known = pairs.flatMap(([x, y]) => (x === null || y === null ? [] : [[x, y] as const]));
  if (known.length === 0 || known.every(([x, y]) => x === y)) return [];
  const isShare = measure.unit === "%" || measure.unit === "pp";
  const inPercent = relative && !isShare && known.every(([x, y]) => y > 0 && x >= 0);
  const entries = pairs.map(([x, y]) => {
    if (x === null || y === null) return { text: "–", ink: "muted" } as const;
    const change = minus(x, y);
    const text = inPercent
      ? context.format(new Decimal(change).div(y).times(100).toNumber(), {
          unit: "%",
          decimals: 0,
          signed: true,
        })
      : markText(context, change, { ...measure, unit: differenceUnit(measure.unit) }, true);
    return { text, ink: better === undefined || change === 0 ? ("ink" as const) : goodness(change, better) };
  });
  const unit = inPercent ? "" : context.unit(differenceUnit(measure.unit), measure.scale);
  const text = relative
    ? context.say("chart.row.previous", { unit })
    : context.say("chart.row", { own: a.name, base: b.name, unit });
  return [{ type: "row", text, entries }];
}

const isLater = (one: Pair, other: Pair): boolean => timeOf(one.name) > timeOf(other.name);

/** Months since year 0 of a period, or of the year that a name says. */
const timeOf = (name: string): number =>
  parsePeriod(name)?.start ?? 12 * Number(/\d{4}/u.exec(name)?.[0] ?? /\d{2}/u.exec(name)?.[0] ?? 0);

/**
 * The bracket over the highlighted categories with their sum. Only parts of one whole, in percent, may be added up, and only
 * neighbours have a bracket.
 */
export function highlightBracket(chart: Chart, table: ChartTable, context: ChartContext): readonly Overlay[] {
  const sum = context.figures.charts[chart.id]?.figures["highlighted"];
  if (sum === undefined || chart.unit !== "%" || table.columns.length !== 1) return [];
  const places = table.rows.flatMap((row, n) => (row.highlight ? [n] : []));
  const [from, to] = [places[0] ?? 0, places.at(-1) ?? 0];
  if (places.length < 2 || places.length === table.rows.length || to - from >= places.length) return [];
  return [{ type: "bracket", from, to, text: sum.text, ink: "accent" }];
}
