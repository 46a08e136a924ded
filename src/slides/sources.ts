import type { Chart, Metric, Quote, Stakeholder } from "../model/bundle/index.ts";
import type { SourceLine } from "../model/story.ts";
import type { Rich } from "../model/text.ts";
import type { SlideContext } from "./kind.ts";
import { protectedMonth, unnamed } from "./protect.ts";

type Sourced = { readonly source?: string | undefined; readonly asOf?: string | undefined };

/** "CRM churn report (Customer analytics), as of 31 October 2026"; nothing where no source is named. */
export function sourceLine(context: SlideContext, item: Sourced): SourceLine | undefined {
  const source = context.bundle.sources?.find((s) => s.id === item.source);
  if (source === undefined) return undefined;
  const day = (date: string | undefined): string | undefined =>
    date === undefined ? undefined : context.locale.date(date, "long");
  const { xlsx, sheet, date } = source;
  // The day of a workbook is that on which it was saved, whenever its numbers were read.
  const asOf = item.asOf ?? (xlsx === undefined ? date : undefined);
  return {
    id: `${source.id} ${asOf ?? date ?? ""}`,
    name: source.name,
    text: context.say("source.line", {
      name: source.name,
      owner: source.owner,
      file: xlsx?.split(/[\\/]/).at(-1),
      sheet: xlsx === undefined ? undefined : sheet,
      saved: xlsx === undefined ? undefined : day(date),
      asOf: day(asOf),
    }),
  };
}

export const metricSources = (context: SlideContext, metric: Metric): SourceLine[] =>
  present([sourceLine(context, metric)]);

/** A chart's own source, or those of the metrics that it draws. */
export function chartSources(context: SlideContext, chart: Chart): SourceLine[] {
  const own = sourceLine(context, chart);
  if (own) return [own];
  const metrics = (chart.metrics ?? []).flatMap((id) => context.find.metric(id) ?? []);
  return unique(metrics.flatMap((metric) => metricSources(context, metric)));
}

export const unique = (lines: readonly SourceLine[]): SourceLine[] =>
  lines.filter((line, n) => lines.findIndex((other) => other.id === line.id) === n);

const present = (lines: readonly (SourceLine | undefined)[]): SourceLine[] =>
  lines.filter((line): line is SourceLine => line !== undefined);

/** A quote may be drawn only when its speaker said how. */
export const drawable = (quote: Quote): boolean =>
  quote.permission !== undefined && quote.permission !== "none";

/** The line under a quote: who said it and when, as far as the speaker permits and no other page gives more away. */
export function attribution(context: SlideContext, quote: Quote): Rich {
  const { bundle, locale } = context;
  const person = context.find.person(quote.from);
  if (quote.permission === "named")
    return context.say("quote.by.named", {
      name: person?.name,
      role: person?.role,
      date: quote.date === undefined ? undefined : locale.date(quote.date, "long"),
    });
  const month = protectedMonth(bundle, quote);
  return context.say(`quote.by.${unnamed(bundle, quote)}`, {
    role: person?.role,
    date: month === undefined ? undefined : locale.period(month, "long"),
  });
}

export type Tone = NonNullable<Quote["tone"]>;

/** Said in favour, in doubt, or neither: as written, else by the stance that whoever said it is known to have. */
export function tone(context: SlideContext, quote: Quote): Tone {
  if (quote.tone) return quote.tone;
  return toneOf(context.find.person(quote.from)?.stance);
}

function toneOf(stance: Stakeholder["stance"]): Tone {
  if (stance === "supporter" || stance === "champion") return "supports";
  return stance === "sceptic" || stance === "opponent" ? "doubts" : "neutral";
}

/** Side of a person by everything that is quoted of them: a doubt outweighs praise, and both outweigh neither. */
export function personSide(context: SlideContext, quotes: readonly Quote[]): Tone {
  const tones = quotes.map((quote) => tone(context, quote));
  return (["doubts", "supports"] as const).find((each) => tones.includes(each)) ?? "neutral";
}
