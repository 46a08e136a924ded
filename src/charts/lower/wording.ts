import type { PhraseName, PlainPhraseName } from "../../locales/en/phrases.ts";
import type { Marks } from "../../locales/locale.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { Series } from "../../model/chart.ts";
import type { Overlay } from "../../model/overlay.ts";
import { type Rich, rich } from "../../model/text.ts";
import type { ChartContext } from "./context.ts";
import { kindWords } from "./kinds.ts";
import { missingIn, missingWords } from "./missing.ts";
import { fullText, type Measure } from "./number.ts";
import { type ChartTable, given, measureIn, type TableColumn } from "./table.ts";

/**
 * Returns the name of a measure and its unit. A unit without a name would be a riddle, so it gets a phrase of
 * its own; percent signs stand at every number anyway.
 */
export function measureWords(name: string, measure: Measure, context: ChartContext): readonly string[] {
  const unit = context.unit(measure.unit, measure.scale);
  if (name !== "" || unit === "") return [name, unit];
  return [measure.unit === "%" ? "" : context.say("chart.values.in", { unit })];
}

/** Between two sentences. */
export const between = ({ stop }: Marks): string => stop.slice(1);

/** "Visits, thousand, 2026"; a measure that ends as a sentence does ("Would you come again?") takes no comma behind it. */
export const onOneLine = (parts: readonly string[], { marks }: Pick<ChartContext, "marks">): string =>
  parts
    .filter((part) => part !== "")
    .reduce(
      (line, part) =>
        line === "" ? part : `${line}${/[.?!…\u3002]$/u.test(line) ? between(marks) : marks.comma}${part}`,
      "",
    );

/** Measure, unit and period, and what the notation means where it needs words. */
export function caption(
  chart: Chart,
  table: Pick<ChartTable, "name" | "measure" | "span" | "timed">,
  context: ChartContext,
  notes: readonly string[] = [],
): Rich {
  const what = onOneLine([...measureWords(table.name, table.measure, context), table.span], context);
  const kind =
    chart.valueKind === undefined || chart.valueKind === "actual" || table.timed
      ? []
      : [context.say(`chart.kind.${chart.valueKind}`)];
  const words = [what, ...kind, ...notes].filter((part) => part !== "").join(context.marks.semicolon);
  // What is measured stands as it was written; words of ours that open the line are the beginning of a sentence.
  return rich(what === "" ? words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : words);
}

type NotationPhrase = Extract<PhraseName, `chart.notation.${string}`>;

/** The words for dashes, hatching and outlines that occur in the data. */
export function notationNotes(
  table: Pick<ChartTable, "columns">,
  shape: "line" | "bar",
): readonly NotationPhrase[] {
  const found = new Set(
    table.columns.flatMap((column) => given(column).map(({ n }) => column.kinds[n] ?? "actual")),
  );
  const mixed = found.size > 1;
  return mixed
    ? [...found].filter((kind) => kind !== "actual").map((kind) => `chart.notation.${shape}.${kind}` as const)
    : [];
}

/**
 * Returns the remarks of a table beside the values of a column: its kind, where a chart has values of
 * several, and `said` of each. Charts show both by hatching, outlines and labels.
 */
export function remarks(
  all: readonly TableColumn[],
  column: TableColumn,
  context: ChartContext,
  said: readonly string[] = [],
): Pick<Series, "remarks"> {
  const kinds = new Set(all.flatMap((each) => given(each).map(({ n }) => each.kinds[n] ?? "actual")));
  const words = column.values.map((_value, n) => {
    const kind = column.kinds[n] ?? "actual";
    return [said[n] ?? "", kinds.size > 1 && kind !== "actual" ? context.say(`chart.kind.${kind}`) : ""]
      .filter((each) => each !== "")
      .join(context.marks.comma);
  });
  return words.some((each) => each !== "") ? { remarks: words } : {};
}

/** Most series that the alt text of a chart describes one by one. */
const SPOKEN_SERIES = 3;

/** Measure of a chart in words, and its kinds of values that are not actual; "" is left out. */
interface About {
  readonly measure?: string | undefined;
  readonly unit?: string;
  readonly span?: string;
  readonly kinds?: readonly string[];
}

/** Returns the description of what a chart's table measures. */
export const aboutTable = (table: ChartTable, context: ChartContext): About => ({
  measure: table.name,
  unit: context.unit(table.measure.unit, table.measure.scale),
  span: table.span,
  kinds: kindWords(table, context),
});

/** The kinds of chart that the locales have a name of, for those who cannot see one. */
export type NamedKind = PlainPhraseName extends infer Name
  ? Name extends `chart.alt.kind.${infer Kind}`
    ? Kind
    : never
  : never;

/** The alt text of a chart: its message, what it is and measures, then the sentences of its kind, as far as there are any. */
export const altText = (
  kind: NamedKind,
  { measure, unit, span, kinds = [] }: About,
  context: ChartContext,
  sentences: readonly string[],
): string =>
  [
    sentence(context.message, context),
    context.say("chart.alt.lead", { kind: context.say(`chart.alt.kind.${kind}`), measure, unit, span }),
    ...kinds,
    ...sentences,
  ]
    .filter((text) => text !== "")
    .join(between(context.marks));

/**
 * The alt text of a table: each series with its range and extremes, as far as they are few, and what is missing.
 * `source` is the table as it was given, where `table` says something else about the same data.
 */
export function alt(
  kind: NamedKind,
  table: ChartTable,
  context: ChartContext,
  more: readonly string[] = [],
  source: ChartTable = table,
): string {
  const spoken = table.columns
    .slice(0, SPOKEN_SERIES)
    .flatMap((column) => seriesWords(table, column, context));
  const rest = table.columns.length - SPOKEN_SERIES;
  return altText(kind, aboutTable(table, context), context, [
    ...spoken,
    ...(rest > 0 ? [context.say("chart.alt.more", { count: rest })] : []),
    ...missingWords(source, context),
    ...more,
  ]);
}

/** Returns the sentences of the annotations over the categories of a chart, each with its category. */
export function annotationWords(
  rows: readonly { readonly long: string }[],
  overlays: readonly Overlay[],
  context: ChartContext,
): readonly string[] {
  const at = (c: number): string => rows[c]?.long ?? "";
  const part = (label: string, value: string): string =>
    sentence(context.say("chart.part", { label, value }), context);
  return overlays.flatMap((overlay): readonly string[] => {
    switch (overlay.type) {
      case "level":
        return [sentence(overlay.text, context)];
      case "note":
        return [part(at(overlay.at.c), overlay.text)];
      case "event":
        return [part(at(overlay.c), overlay.text)];
      case "arrow": {
        const [from, to] = [at(overlay.from.c), at(overlay.to.c)];
        return [part(from === to ? from : context.say("chart.span", { from, to }), overlay.text)];
      }
      case "row": {
        const items = overlay.entries.map(({ text }, n) =>
          context.say("chart.alt.item", { label: at(n), value: text }),
        );
        return [
          part(overlay.text, context.say("chart.alt.items", { items: items.join(context.marks.semicolon) })),
        ];
      }
      case "bracket":
        return [
          part(context.say("chart.span", { from: at(overlay.from), to: at(overlay.to) }), overlay.text),
        ];
      default:
        return [];
    }
  });
}

/** A series with its range and extremes, and its course where it is over time. */
export function seriesWords(
  table: ChartTable,
  column: TableColumn,
  context: ChartContext,
): readonly string[] {
  const points = given(column);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const low = points.reduce((best, point) => (point.value < best.value ? point : best), first);
  const high = points.reduce((best, point) => (point.value > best.value ? point : best), first);
  const text = (value: number): string => fullText(context, value, measureIn(table, column));
  const where = (n: number): string => table.rows[n]?.long ?? "";
  const { name } = column;
  const partial = points.length < column.values.length && missingIn(column).length > 0;
  if (points.length === 1)
    return [context.say("chart.alt.one", { name, value: text(first.value), at: where(first.n) })];
  if (low.value === high.value && !partial)
    return [context.say("chart.alt.same", { name, value: text(low.value) })];
  return [
    context.say(table.timed ? "chart.alt.course" : "chart.alt.range", {
      name,
      partial,
      first: text(first.value),
      firstAt: where(first.n),
      last: text(last.value),
      lastAt: where(last.n),
      low: text(low.value),
      lowAt: where(low.n),
      high: text(high.value),
      highAt: where(high.n),
    }),
  ];
}

/** Ends with a full stop, so that screen readers pause. */
export const sentence = (text: string, { marks }: Pick<ChartContext, "marks">): string =>
  text === "" || /[.!?…\u3002]$/u.test(text) ? text : `${text}${marks.stop.trimEnd()}`;
