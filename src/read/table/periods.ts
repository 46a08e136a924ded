import { type Period, parsePeriod, periodAt, periodsPerYear } from "../../base/period.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { type DateOrder, likelyPeriod, MONTH_NAMES, periodOf } from "./period-forms.ts";
import { folded, type TableCell } from "./table.ts";

/** A column of periods in the form of a bundle; empty text for a cell that is none, which is reported. */
export interface Periods {
  readonly texts: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads a column of periods in whatever form. Whether 03/04/2026 is in March or in April is told by the other cells of
 * the column, or by the bundle (`order`); what remains open is refused.
 */
export function readPeriods(
  cells: readonly (TableCell | undefined)[],
  line: messages.TableLine,
  order: DateOrder | undefined,
  form: messages.TableForm,
): Periods {
  const orders: readonly DateOrder[] = order === undefined ? ["dmy", "mdy"] : [order];
  const attempts = MONTH_NAMES.flatMap((months) =>
    orders.map((each) => ({
      months,
      texts: cells.map(
        (cell) => periodOf(cell?.text ?? "", each, { months, given: order !== undefined })?.text,
      ),
    })),
  );
  const whole = attempts.filter(({ texts }) => texts.every((text) => text !== undefined));
  const [first] = whole;
  const other = whole.find((one) => one.months === first?.months && one !== first);
  if (first !== undefined) {
    const problems = other === undefined ? [] : ambiguous(cells, line, first.texts, other.texts, form);
    return { texts: wholePeriods(first.texts.map((text) => text ?? "")), problems };
  }
  const missing = (texts: readonly (string | undefined)[]): number =>
    texts.filter((text) => text === undefined).length;
  const best = attempts.reduce((a, b) => (missing(b.texts) < missing(a.texts) ? b : a));
  const found = cells.flatMap((cell, i) => {
    if (cell === undefined || best.texts[i] !== undefined || cell.typed?.type === "fault") return [];
    const { text, place } = cell;
    return [messages.tablePeriod({ place }, text, line, faultOf(text), likelyPeriod(text), form)];
  });
  return { texts: best.texts.map((text) => text ?? ""), problems: folded(found, "cell", line.is) };
}

/** Days since 1899-12-30, as spreadsheets count them; of 1954 to 2118. */
const faultOf = (text: string): messages.PeriodFault => {
  if (/^[2-7]\d{4}(\.\d+)?$/.test(text)) return "serial";
  return /\d:\d\d.*(Z|[-+]\d\d(:?\d\d)?)$/i.test(text) ? "zone" : "form";
};

function ambiguous(
  cells: readonly (TableCell | undefined)[],
  line: messages.TableLine,
  dmy: readonly (string | undefined)[],
  mdy: readonly (string | undefined)[],
  form: messages.TableForm,
): readonly Diagnostic[] {
  const found = cells.flatMap((cell, i) => {
    const [a, b] = [dmy[i] ?? "", mdy[i] ?? ""];
    return cell === undefined || a === b
      ? []
      : [messages.tableAmbiguousDate({ place: cell.place }, cell.text, line, a, b, form)];
  });
  return folded(found, "cell", line.is);
}

/** Periods that begin and end with a month, the longest first. */
const OF_MONTHS = ["year", "half-year", "quarter", "month"] as const;

/**
 * Spreadsheets and databases write a month, a quarter or a year as its last day or its first. A column of several days
 * that are all of that sort is read as the longest periods that they end or begin. Half-years and quarters need two in
 * a row: every 31 March is a month of each year, not a quarter.
 */
function wholePeriods(texts: readonly string[]): readonly string[] {
  const days = texts.map((text) => parsePeriod(text));
  const different = new Set(texts).size;
  if (different < 2 || !days.every((day) => day?.kind === "day")) return texts;
  for (const edge of ["end", "start"] as const) {
    for (const kind of OF_MONTHS) {
      const months = 12 / periodsPerYear(kind);
      const found = (days as readonly Period[]).map((day) =>
        periodAt(kind, Math.floor(day[edge] / months) - (edge === "end" ? 1 : 0)),
      );
      if (!found.every((period, i) => period[edge] === days[i]?.[edge])) continue;
      if (kind === "half-year" || kind === "quarter") {
        const ordinals = new Set(found.map(({ ordinal }) => ordinal));
        if (![...ordinals].some((ordinal) => ordinals.has(ordinal + 1))) continue;
      }
      return found.map(({ text }) => text);
    }
  }
  return texts;
}
